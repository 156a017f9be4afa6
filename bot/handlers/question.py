"""A message is a question: show that it is being worked on, find the sentences, reply. An edit edits the reply."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from html import escape

from telegram import Message, MessageOriginChannel, Update
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot import texts, turns
from bot.addressing import Addressed, addressed, is_private, sender_id
from bot.handlers.albums import Albums
from bot.handlers.guard import Guard
from bot.handlers.replies import edit, reply
from bot.logs import name_of
from bot.remembering import FOLLOWED, QUESTIONS, SMALL_TALK, place_of
from bot.service import Service
from bot.smalltalk import small_talk
from bot.storage import Reply, StorageBusy
from bot.views import View

TYPING_WAIT = 0.3  # seconds that Telegram gets to take "typing…": an answer that is ready waits for it
TYPING_CONNECT = 1.0  # seconds, where there is no connection yet

log = logging.getLogger("bot.handlers.question")


class Questions:
    """Answers questions, in private and in groups."""

    def __init__(self, service: Service, guard: Guard, albums: Albums) -> None:
        self._service = service
        self._guard = guard
        self._albums = albums

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Reply to a message that asks the bot; leave all others alone."""
        message = update.effective_message
        said = await self._said(message) if message else None
        if message is None or said is None or not await self._guard.admits(message):
            return
        self._albums.answer(message)
        if not said.text:
            hint = texts.EMPTY_QUESTION if is_private(message) else texts.WHAT_TO_ASK
            kept = self._service.remembering.reply_to(message, SMALL_TALK)  # so that it becomes the answer by an edit
            await self._show(message, View(escape(hint, quote=False)), kept)
        else:
            await self._reply(message, said, None)

    async def edited(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Edit the reply to a message that was edited; one that was not answered before is answered now."""
        message = update.effective_message
        if message is None:
            return
        said = await self._said(message)
        before = await self._answered(message)
        if before is None:
            await self.answer(update, context)
            return
        # One that does not ask the bot any more is left alone, as any other.
        if said and said.text and await self._guard.admits(message):
            await self._reply(message, said, before)

    async def _reply(self, message: Message, said: Addressed, before: Reply | None) -> None:
        """Answer what was said, in place of the reply `before` where there is one."""
        service = self._service
        if (line := small_talk(said.text)) is not None:
            kept = service.remembering.reply_to(message, SMALL_TALK, before=before)
            await self._show(message, View(escape(line, quote=False)), kept)
            return
        if not await self._guard.within_quota(message):
            return
        async with typing(message):
            earlier = await service.conversation.earlier(message, said.answer)
            asked = await service.conversation.questions(said.text, earlier)
            founds = await service.answering.find_all(asked.questions)
            seconds = turns.elapsed()
        kind = FOLLOWED if any(carried for _, carried in asked.questions) else QUESTIONS
        kept = service.remembering.reply_to(message, kind, [found.question for found in founds], before)
        await self._show(message, service.views.replies(kept.id, founds, message.chat.id, more=asked.more), kept)
        if before is None or before.questions != kept.questions:  # else the same was asked, and counted
            service.remembering.asked(founds, message.chat.id, sender_id(message), place_of(message), seconds)

    async def _show(self, message: Message, view: View, kept: Reply) -> None:
        """Edit the reply that was given before, or where it is gone or was none, write one."""
        client = self._service.client
        if kept.answer_message and await edit(client, message.chat.id, kept.answer_message, view):
            return
        sent = await reply(client, message, view)
        if sent is not None:
            self._service.store.replies.sent(kept.id, sent.message_id)

    async def _said(self, message: Message) -> Addressed | None:
        """What a message asks the bot; None where it is none of the bot's business, or its own, copied by Telegram."""
        original, origin = message.reply_to_message, message.forward_origin
        to_post = original is not None and original.from_user is None and original.chat.type == ChatType.CHANNEL
        to_own_post = original is not None and to_post and await self._is_own(original.chat.id, original.message_id)
        said = addressed(message, self._service.client.bot, to_own_post=to_own_post)
        if said and message.is_automatic_forward and isinstance(origin, MessageOriginChannel):
            return None if await self._is_own(origin.chat.id, origin.message_id) else said
        return said

    async def _is_own(self, channel: int, post: int) -> bool:
        """Whether the bot wrote a post; after a restart only of answers that is known."""
        store = self._service.store
        if await self._service.client.posts.hold(channel, post):
            return True
        with suppress(StorageBusy):
            return await store.replies.by_answer(store.key("chat", channel), post) is not None
        return False

    async def _answered(self, message: Message) -> Reply | None:
        """The reply that a message got before, where it is known."""
        store = self._service.store
        try:
            return await store.replies.by_question(store.key("chat", message.chat.id), message.message_id)
        except StorageBusy:
            return None


@asynccontextmanager
async def typing(message: Message) -> AsyncIterator[None]:
    """Show "typing…" during the block, but never after it, and never make it much longer.

    Sent beside the work. One that arrived after the answer would promise a second one, so it is waited for, and it
    ends soon. Not by being cancelled: httpcore would keep the connection of a request that is cancelled before it is
    open, neither idle nor closed, until there is none left (encode/httpcore#1093).
    """
    sending = asyncio.create_task(_send_typing(message))
    try:
        yield
    finally:
        await asyncio.wait([sending])


async def _send_typing(message: Message) -> None:
    topic = message.message_thread_id if message.is_topic_message else None
    try:
        await message.chat.send_action(
            ChatAction.TYPING,
            message_thread_id=topic,
            read_timeout=TYPING_WAIT,
            write_timeout=TYPING_WAIT,
            pool_timeout=TYPING_WAIT,
            connect_timeout=TYPING_CONNECT,
        )
    except TelegramError as error:
        log.debug("no typing action (%s)", name_of(error))
