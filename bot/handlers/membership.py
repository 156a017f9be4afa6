"""The bot's own comings and goings: added to a group it says once how to ask; what a group becomes, it stays that."""

from __future__ import annotations

import logging
from html import escape

from telegram import ChatMember, ChatMemberUpdated, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot import texts
from bot.handlers.commands import reports_named
from bot.handlers.guard import Guard
from bot.handlers.replies import send
from bot.service import Service
from bot.storage import StorageBusy
from bot.views import View

_OUT = (ChatMember.LEFT, ChatMember.BANNED)

log = logging.getLogger("bot.handlers.membership")


class Membership:
    """Follows the bot's memberships."""

    def __init__(self, service: Service, guard: Guard) -> None:
        self._service = service
        self._guard = guard

    async def changed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The bot was added, put out, restricted, or made an admin; or a person has blocked it."""
        change = update.my_chat_member
        if change is None or change.chat.type == ChatType.PRIVATE:
            return
        key = self._service.store.key("chat", change.chat.id)
        if not _is_in(change.new_chat_member):
            self._service.store.chats.set(key, greeted=False)
            return
        if _is_in(change.old_chat_member) or not await self._guard.stays(change.chat.id):
            return
        if change.chat.type != ChatType.CHANNEL and not await self._greeted(key):
            self._service.store.chats.set(key, greeted=True)
            await send(self._service.client, change.chat.id, View(self._greeting(change)))

    async def migrated(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A group has become a supergroup: what is kept of it follows."""
        message = update.effective_message
        if message is None:
            return
        old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
        if old != new:
            key = self._service.store.key
            self._service.store.chats.migrate(key("chat", old), key("chat", new))

    async def _greeted(self, key: str) -> bool:
        try:
            return (await self._service.store.chats.get(key)).greeted
        except StorageBusy:
            return False

    def _greeting(self, change: ChatMemberUpdated) -> str:
        """Who the bot is, what it answers from, and how to ask here."""
        me = self._service.client.bot
        hidden = hides_mentions(change.new_chat_member, can_read_all=bool(me.can_read_all_group_messages))
        lines = [
            texts.GROUP_GREETING.format(reports=reports_named(self._service.answering.titles)),
            how_to_ask(me.username or "", hidden=hidden),
        ]
        if hidden:
            lines.append(texts.PRIVACY_HINT.format(name=me.username))
        return escape("\n\n".join(lines), quote=False)


def hides_mentions(member: ChatMember, *, can_read_all: bool) -> bool:
    """Whether Telegram's privacy mode keeps plain mentions from the bot."""
    return not can_read_all and member.status != ChatMember.ADMINISTRATOR


def how_to_ask(name: str, *, hidden: bool) -> str:
    """How to ask in a group."""
    ways = texts.WAYS_TO_ASK_IN_PRIVACY if hidden else texts.WAYS_TO_ASK
    return texts.HOW_TO_ASK_IN_GROUP.format(ways=ways.format(name=name))


def _is_in(member: ChatMember) -> bool:
    """Whether the bot is in the chat; a restricted member may be so without being in it."""
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", True))
    return member.status not in _OUT
