"""`@bot question` in any chat: cited sentences as one types. A guest message is answered like a mention."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from telegram import InlineQueryResultsButton, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot import texts, turns
from bot.addressing import addressed, from_person, sender_id
from bot.answering import Found
from bot.handlers.guard import Guard
from bot.inline import LEAST, Inline, guest_result
from bot.service import Service
from bot.smalltalk import small_talk

log = logging.getLogger("bot.handlers.inline")

CACHE = 300  # seconds for which Telegram may give the same results
ASK_IN_PRIVATE = "hoi"  # the /start parameter of the button above the results
_TOO_OLD = ("query is too old", "query_id_invalid")


class InlineQueries:
    """Answers what is asked outside the bot's own chats."""

    def __init__(self, service: Service, guard: Guard) -> None:
        self._service = service
        self._guard = guard
        self._inline = Inline(service.answering)

    async def query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Results for what was typed so far; where there are none, a button that leads to the private chat."""
        query = update.inline_query
        if query is None:
            return
        served = self._guard.admits_user(query.from_user)
        threads, typed = self._service.answering.threads, query.query
        results = await threads.run(lambda: self._inline.results(typed)) if served else []
        searched = len(query.query.strip()) >= LEAST
        label = texts.INLINE_REFUSED if not served else texts.INLINE_NONE if searched else texts.INLINE_EMPTY
        with unless_too_old():  # the person has typed on
            await query.answer(
                results,
                cache_time=CACHE,
                is_personal=self._service.access.is_limited,
                button=None if results else InlineQueryResultsButton(label, start_parameter=ASK_IN_PRIVATE),
            )

    async def guest(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a message of a chat that the bot is no member of, where it was called by name."""
        message = update.guest_message
        if message is None or message.guest_query_id is None or not from_person(message):
            return
        service, person = self._service, sender_id(message)
        said = addressed(message, service.client.bot)
        text = said.text if said else message.text or message.caption or ""
        founds: tuple[Found, ...] = ()
        if message.from_user is None or not self._guard.admits_user(message.from_user):
            html = self._guard.refusal(person)
        elif (line := small_talk(text) if text else texts.EMPTY_QUESTION) is not None:
            html = escape(line, quote=False)
        elif (over := await self._guard.over_quota(person, message.chat.id)) is not None:
            if not over:
                return
            html = escape(over, quote=False)
        else:
            asked = await service.conversation.questions(text)
            founds = await service.answering.find_all(asked.questions)
            html = service.views.replies("", founds, message.chat.id, more=asked.more).html
        seconds = turns.elapsed()
        with unless_too_old():
            await service.client.answer_guest_query(message.guest_query_id, guest_result(text, html))
        service.remembering.asked(founds, message.chat.id, person, "guest", seconds)


@contextmanager
def unless_too_old() -> Iterator[None]:
    """Answer a query in the block; one that came too late, after a restart say, is passed over."""
    try:
        yield
    except BadRequest as error:
        if not any(one in error.message.lower() for one in _TOO_OLD):
            raise
        log.info("a query was too old to be answered")
