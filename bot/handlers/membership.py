"""The bot's own comings and goings: added to a group it says once how to ask; what a group becomes, it stays that.

A greeting that can't be written, for want of the right to, is owed until it can be.

A group that becomes a supergroup is told of three times: a message in each of the two, and the bot's joining the
supergroup as if somebody had added it. Nobody says in which order they come, so a joining waits for the messages.
"""

from __future__ import annotations

import asyncio
import logging
from html import escape

from telegram import ChatMember, ChatMemberUpdated, Update
from telegram.constants import ChatType
from telegram.error import ChatMigrated
from telegram.ext import ContextTypes

from bot import texts
from bot.handlers.commands import reports_named
from bot.handlers.guard import Guard
from bot.handlers.replies import send
from bot.service import Service
from bot.storage import ChatState
from bot.views import View
from bot.ways_to_ask import hides_mentions, how_to_ask

UPGRADE = 3.0  # seconds between the first and the last that Telegram says of an upgrade, with room to spare
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
        chat = change.chat.id
        if not _is_in(change.new_chat_member):
            self._keep(chat, greeted=False)
            return
        joins = not _is_in(change.old_chat_member)
        state = await self._guard.state(chat)
        if joins and state == ChatState() and change.chat.type == ChatType.SUPERGROUP:
            await asyncio.sleep(UPGRADE)
            state = await self._guard.state(chat)
        is_owed = state.greeted is False or (joins and state.greeted is None)
        if (joins or is_owed) and await self._guard.stays(chat) and is_owed and change.chat.type != ChatType.CHANNEL:
            await self._greet(change)

    async def migrated(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A group has become a supergroup: what is kept of it follows."""
        message = update.effective_message
        if message is None:
            return
        old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
        if old != new:
            key = self._service.store.key
            self._service.store.chats.migrate(key("chat", old), key("chat", new))

    async def _greet(self, change: ChatMemberUpdated) -> None:
        chat = change.chat.id
        self._keep(chat, greeted=False)
        greeting = View(self._greeting(change))
        try:
            sent = await send(self._service.client, chat, greeting)
        except ChatMigrated as error:
            chat = error.new_chat_id
            sent = await send(self._service.client, chat, greeting)
        if sent is not None:
            self._keep(chat, greeted=True)

    def _keep(self, chat: int, *, greeted: bool) -> None:
        self._service.store.chats.set(self._service.store.key("chat", chat), greeted=greeted)

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


def _is_in(member: ChatMember) -> bool:
    """Whether the bot is in the chat; a restricted member may be so without being in it."""
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", True))
    return member.status not in _OUT
