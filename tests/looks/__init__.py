"""How the bot's messages look on a phone: what it sent, drawn 360 px wide by a real Chromium.

    conversations  what people say to the bot, a conversation a picture
    scene          what stands on the screen then
    marked         a text and its entities → HTML
    bubbles        a message → HTML
    page           a scene → one static page
    chromium       opens pages, measures them, takes their pictures
    pictures       a page's picture → docs/

`python -m tests.looks` makes all pictures anew.
"""
