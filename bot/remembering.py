"""What is kept of an answer: for its buttons, an edit of its question, the next question, the statistics."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from telegram import Message

from bot.addressing import is_private, sender_id
from bot.answering import Answering, Found
from bot.metrics import Metrics
from bot.storage import Asked, Place, Reply, Store, new_id
from index.records import Abstention

QUESTIONS = "questions"  # the kinds of replies: one answers questions,
FOLLOWED = "followed"  # the same, where words of an earlier question were carried over,
SMALL_TALK = "small talk"  # one asks nothing,
FIGURES = "figures"  # one lists figures about a topic

log = logging.getLogger("bot.remembering")


class Remembering:
    """Keeps what may be kept; `bot.storage` knows what that is."""

    def __init__(self, store: Store, answering: Answering, metrics: Metrics) -> None:
        self._store = store
        self._answering = answering
        self._metrics = metrics

    def reply(
        self,
        kind: str,
        questions: Sequence[str],
        chat: int,
        person: int,
        message: int | None = None,
        before: Reply | None = None,
    ) -> Reply:
        """A reply to `message`, kept before it is sent; `before`: what was answered to the same message earlier."""
        kept = Reply(
            id=before.id if before else new_id(),
            chat=self._store.key("chat", chat),
            person=self._store.key("person", person),
            question_message=message,
            answer_message=before.answer_message if before else None,
            kind=kind,
            questions=tuple(questions),
            fingerprint=self._answering.fingerprint,
            at=datetime.now(UTC),
        )
        self._store.replies.put(kept)
        return kept

    def reply_to(
        self, message: Message, kind: str, questions: Sequence[str] = (), before: Reply | None = None
    ) -> Reply:
        """The same, of whoever wrote the message."""
        return self.reply(kind, questions, message.chat.id, sender_id(message), message.message_id, before)

    def asked(self, founds: Sequence[Found], chat: int, person: int, place: Place, seconds: float) -> None:
        """What was asked and how it went; `seconds`: the bot's own part of the time for all of them."""
        for found in founds:
            why = found.reply.why.value if isinstance(found.reply, Abstention) else None
            ms = 1000 * seconds / len(founds)
            self._store.asked.add(
                Asked(
                    at=datetime.now(UTC),
                    person=self._store.key("person", person),
                    chat=self._store.key("chat", chat),
                    text=found.question,
                    outcome=found.outcome,
                    why=why,
                    ms=ms,
                    place=place,
                )
            )
            self._metrics.asked(place, found.outcome, seconds / len(founds))
            log.info("answered", extra={"fields": {"place": place, "outcome": found.outcome, "ms": round(ms, 1)}})


def place_of(message: Message) -> Place:
    """Where a message was written, for the statistics."""
    return "private" if is_private(message) else "group"
