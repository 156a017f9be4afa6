"""A question → what was found. Knows the library, nothing of Telegram, and may be given another library meanwhile."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Literal, Protocol

from bot.render import Neighbours
from bot.waiting import Threads
from index.errors import QuestionError
from index.heeded import heeded
from index.keyfigures import KeyFigure
from index.outline import Heading
from index.records import Abstention, Answer, Candidate, Passage, Report, Sentence

HANOI = timezone(timedelta(hours=7))
EXAMPLES = 3
AT_ONCE = 6  # questions: more threads only wait for each other
FINGERPRINT = 10  # hexadecimal digits


class Library(Protocol):
    """What the bot needs of `index.Library`, where each is described."""

    @property
    def reports(self) -> tuple[Report, ...]: ...

    def ask(self, question: str) -> Answer | Abstention: ...

    def search(self, text: str, count: int) -> tuple[Candidate, ...]: ...

    def follow(self, earlier: str, question: str, *, older: Sequence[str] = ()) -> str | None: ...

    def examples(self, count: int) -> tuple[str, ...]: ...

    def neighbours(self, candidate: Candidate) -> tuple[Sentence | None, Sentence | None]: ...

    def outline(self, report: int) -> tuple[Heading, ...]: ...

    def passages(self, report: int) -> tuple[Passage, ...]: ...

    def place(self, candidate: Candidate) -> tuple[int, int]: ...

    def context(self, report: int, passage: int) -> tuple[Sentence, ...]: ...

    def summary(self, report: int, count: int = 10) -> tuple[Sentence, ...]: ...

    def key_figures(self, topic: str | None = None) -> tuple[KeyFigure, ...]: ...

    def complete(self, text: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Found:
    """A question as it stands alone, and what was found; `reply` is None where it is no text."""

    question: str
    reply: Answer | Abstention | None
    around: Neighbours = (None, None)

    @property
    def outcome(self) -> Literal["answered", "unsure", "abstained"]:
        """How it went."""
        if isinstance(self.reply, Answer):
            return "answered" if self.reply.sure else "unsure"
        return "abstained"

    @property
    def others(self) -> tuple[Candidate, ...]:
        """The next best sentences: of an answer those after it, of an abstention the nearest."""
        if self.reply is None:
            return ()
        found = self.reply.runners_up if isinstance(self.reply, Answer) else self.reply.nearest
        return tuple(one for one in found if not one.only_leads)


class Answering:
    """Answers from one library at a time. Safe to use from several tasks at once."""

    def __init__(self, library: Library) -> None:
        self.threads = Threads(AT_ONCE)
        self.use(library)

    def use(self, library: Library) -> None:
        """From now on answer from this library."""
        self.library = library
        self.several = len(library.reports) > 1
        self.loaded = datetime.now(HANOI)
        self.examples = library.examples(EXAMPLES)
        self.fingerprint = _fingerprint(library.reports)

    @property
    def titles(self) -> tuple[str, ...]:
        """The reports' titles."""
        return tuple(report.title for report in self.library.reports)

    async def find(self, question: str, carried: bool = False) -> Found:
        """What the reports say; `carried`: words of an earlier question are in it, which is then shown.

        The work is done in a thread: a slow question must not hold up other chats.
        """
        return await self.threads.run(lambda: self._find(question, carried))

    async def find_all(self, questions: Sequence[tuple[str, bool]]) -> tuple[Found, ...]:
        """The same for several, in order."""
        return tuple([await self.find(question, carried) for question, carried in questions])

    async def follow(self, earlier: Sequence[str], question: str) -> str | None:
        """The question as it stands alone, where it leans on one of those before, the newest first; else None."""
        return await self.threads.run(lambda: self._follow(earlier, question))

    def _follow(self, earlier: Sequence[str], question: str) -> str | None:
        try:
            return self.library.follow(earlier[0], question, older=earlier[1:])
        except QuestionError:
            return None

    def _find(self, question: str, carried: bool) -> Found:
        library = self.library
        try:
            reply = library.ask(question)
        except QuestionError:
            return Found(question, None)
        reply = heeded(reply) if carried else reply
        if carried and reply.understood is None:
            reply = replace(reply, understood=question)
        around = library.neighbours(reply.best) if isinstance(reply, Answer) else (None, None)
        return Found(question, reply, around)


def _fingerprint(reports: tuple[Report, ...]) -> str:
    """Changes with the reports, so that an old button is known as one."""
    digest = hashlib.sha256()
    for report in reports:
        digest.update(hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).digest())
    return digest.hexdigest()[:FINGERPRINT]
