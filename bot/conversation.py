"""A message → the questions in it, each as it stands alone: what it takes from the question before is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from telegram import Message

from bot.addressing import is_private, sender_id
from bot.answering import Answering
from bot.remembering import FOLLOWED, QUESTIONS
from bot.storage import Reply, StorageBusy, Store
from index.several import several

SOON = timedelta(minutes=10)  # in private: how long the next message may lean on the last one
_ANSWERS = (QUESTIONS, FOLLOWED)


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of a message, each with whether words of an earlier one are in it; `more` were left out."""

    questions: tuple[tuple[str, bool], ...]
    more: int = 0


class Conversation:
    """Knows what was asked before."""

    def __init__(self, answering: Answering, store: Store) -> None:
        self._answering = answering
        self._store = store

    async def questions(self, text: str, earlier: str | None) -> Asked:
        """The questions of a text; `earlier` is the last one before it, as it stood alone."""
        typed = several(text)
        found: list[tuple[str, bool]] = []
        for one in typed.questions or (text,):
            whole = await self._answering.follow(earlier, one) if earlier else None
            found.append((whole or one, whole is not None))
            earlier = found[-1][0]
        return Asked(tuple(found), typed.left_out)

    async def earlier(self, message: Message, answer: Message | None) -> str | None:
        """The question that a message may lean on: that of the answer it replies to, or in private the last one."""
        try:
            reply = await self._replied(message, answer)
        except StorageBusy:
            return None  # it is asked as it stands
        return reply.questions[-1] if reply and reply.kind in _ANSWERS and reply.questions else None

    async def _replied(self, message: Message, answer: Message | None) -> Reply | None:
        chat = self._store.key("chat", message.chat.id)
        if answer is not None:
            return await self._store.replies.by_answer(chat, answer.message_id)
        if not is_private(message):
            return None
        # Of an edited question, too, only what was asked before it.
        before, since = message.message_id, datetime.now(UTC) - SOON
        person = self._store.key("person", sender_id(message))
        return await self._store.replies.last_of(chat, person, since, before=before, kinds=_ANSWERS)
