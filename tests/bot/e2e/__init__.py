"""Conversations with the bot over real HTTP: every line of issue 4 that a person can see, a file a heading.

In most of them the bot runs in a thread of the test's own process, and serves a town of many chats; where a test
needs other settings, a restart or a trouble, it gets a bot of its own.
"""
