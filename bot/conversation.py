"""A message → the questions in it, each as it stands alone: what it takes from the question before is in it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from telegram import Message

from bot.addressing import is_private, sender_id
from bot.answering import Answering
from bot.remembering import FOLLOWED, QUESTIONS
from bot.storage import Reply, StorageBusy, Store
from index.several import several

SOON = timedelta(minutes=10)  # in private: how long the next message may lean on the last one
REACH = 3  # questions that a message may lean on; the farther only where the nearer can't be joined
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

    async def questions(self, text: str, earlier: Sequence[str] = ()) -> Asked:
        """The questions of a text; `earlier`: those before it, the newest first, each as it stood alone."""
        typed = several(text)
        found: list[tuple[str, bool]] = []
        for one in typed.questions or (text,):
            whole = await self._answering.follow(earlier, one) if earlier else None
            found.append((whole or one, whole is not None))
            earlier = (found[-1][0], *earlier)
        return Asked(tuple(found), typed.left_out)

    async def earlier(self, message: Message, answer: Message | None) -> tuple[str, ...]:
        """What a message may lean on, the newest first: of the answer it replies to, or in private the last."""
        replies: list[Reply] = []
        with suppress(StorageBusy):  # then it is asked as it stands
            if answer is not None:
                chat = self._store.key("chat", message.chat.id)
                reply = await self._store.replies.by_answer(chat, answer.message_id)
                replies += [reply] if reply and reply.kind in _ANSWERS else []
            elif is_private(message):
                replies = await self._last(message)
        return tuple(question for reply in replies for question in reversed(reply.questions))[:REACH]

    async def _last(self, message: Message) -> list[Reply]:
        """The replies to the last messages before this one, which may be an edited one."""
        chat = self._store.key("chat", message.chat.id)
        person, since = self._store.key("person", sender_id(message)), datetime.now(UTC) - SOON
        found: list[Reply] = []
        before = message.message_id
        while len(found) < REACH:
            reply = await self._store.replies.last_of(chat, person, since, before=before, kinds=_ANSWERS)
            if reply is None:
                break
            found.append(reply)
            if reply.question_message is None:
                break
            before = reply.question_message
        return found
