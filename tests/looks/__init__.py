"""How the bot's messages look on a phone: what it sent, drawn 360 px wide by a real Chromium.

    conversations  what people say to the bot in private, a conversation a picture
    groups         what they say in groups, and to whom it may not answer
    admins         what whoever runs it says
    history        the week before, that they ask about
    plays          all of these in order
    stage          the bot they talk to, and from a talk to a scene
    scene          what stands on the screen
    marked         a text and its entities → HTML
    bubbles        a message → HTML
    page           a scene → one static page
    chromium       opens pages, measures them, takes their pictures
    pictures       a page's picture → docs/

`python -m tests.looks` makes all pictures anew.
"""
