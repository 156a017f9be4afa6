"""How the bot is asked in a group: privacy mode keeps plain mentions from it."""

from __future__ import annotations

from telegram import ChatMember

from bot import texts


def hides_mentions(member: ChatMember, *, can_read_all: bool) -> bool:
    """Whether Telegram's privacy mode keeps plain mentions from the bot, by what it is in the group."""
    return not can_read_all and member.status != ChatMember.ADMINISTRATOR


def how_to_ask(name: str, *, hidden: bool) -> str:
    """How to ask in a group; `hidden`: where it does not get to see plain mentions."""
    ways = texts.WAYS_TO_ASK_IN_PRIVACY if hidden else texts.WAYS_TO_ASK
    return texts.HOW_TO_ASK_IN_GROUP.format(ways=ways.format(name=name))
