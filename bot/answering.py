"""A question → the text of the message that answers it. Knows the library, nothing of Telegram's API."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import datetime, timedelta, timezone
from typing import Protocol

from bot import texts
from bot.render import render_abstention, render_answer
from bot.render_report import render_reports
from index.errors import QuestionError
from index.records import Abstention, Answer, Candidate, Report, Sentence

HANOI = timezone(timedelta(hours=7))
EXAMPLES = 3
FINGERPRINT = 10  # hexadecimal digits


class Library(Protocol):
    """What the bot needs of `index.Library`."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, as loaded."""
        ...

    def ask(self, question: str) -> Answer | Abstention:
        """The answer. Takes milliseconds, for hostile input up to a second. Raises QuestionError."""
        ...

    def examples(self, count: int) -> tuple[str, ...]:
        """Questions that this library does answer."""
        ...

    def neighbours(self, candidate: Candidate) -> tuple[Sentence | None, Sentence | None]:
        """The sentences before and after within the same section."""
        ...


class Answering:
    """Answers from one library, loaded once. Safe to use from several tasks at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._several = len(library.reports) > 1
        self.loaded = datetime.now(HANOI)
        self.examples = library.examples(EXAMPLES)
        self.fingerprint = _fingerprint(library.reports, self.examples)

    @property
    def titles(self) -> tuple[str, ...]:
        """The reports' titles."""
        return tuple(report.title for report in self._library.reports)

    def about(self) -> str:
        """What is known of the reports, as Telegram HTML."""
        return render_reports(self._library.reports, self.loaded)

    async def reply(self, question: str, *, asked: bool = False) -> str:
        """The reply to a question, as Telegram HTML; `asked`: it shows the question too.

        The work is done in a thread: a slow question must not hold up other chats.
        """
        return await asyncio.to_thread(self._reply, question, asked)

    def _reply(self, question: str, asked: bool) -> str:
        try:
            found = self._library.ask(question)
        except QuestionError:
            return texts.UNREADABLE_QUESTION
        if isinstance(found, Abstention):
            return render_abstention(found, several=self._several, asked=asked)
        around = self._library.neighbours(found.best)
        return render_answer(found, around, several=self._several, asked=asked)


def _fingerprint(reports: tuple[Report, ...], examples: tuple[str, ...]) -> str:
    """Changes with the reports and with the examples, so that an old button is known as one."""
    digest = hashlib.sha256()
    for part in (*(report.text for report in reports), *examples):
        digest.update(hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest())
    return digest.hexdigest()[:FINGERPRINT]
