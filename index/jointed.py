"""One sentence that asks twice, "tổng thu bao nhiêu và tổng chi bao nhiêu", cut only where each half is a question.

Each half must ask, name what it asks about, and not go on with what the other says; else the sentence is left whole,
for the answer to its first question often answers the second as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.asks import Asking, Forms, Kind, asking
from index.constraints import YEAR
from index.glossary import Glossary
from index.normalize import fold, has_accents
from index.several_words import SeveralWords
from index.timespans import Timespans
from index.tokens import Token, tokens
from index.yardsticks import Yardsticks

_ABBREVIATIONS = Path(__file__).resolve().parent.parent / "config" / "abbreviations.toml"
_PAUSE = re.compile(r"[,;\n]")
_LEAST = 2  # syllables that say what a question is about, where they stand before the words that ask
_LEAST_BEHIND = (
    3  # and behind them, where the second may be what both are about: "ai trình bày và ai kết luận hội nghị"
)
_LONGEST = 600  # characters; a longer sentence is left whole
_LEADING = frozenset({Kind.PERSON, Kind.FIGURE})  # "ai kết luận hội nghị", "bao nhiêu hộ cận nghèo"
_MOST = 12  # places looked at, and questions of one sentence; a text with more is not one
_YEAR_TYPED = re.compile(rf"(?:năm|nam)\s+{YEAR.pattern}(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a message with its syllables, abbreviations and chat spellings written out, and what it asks."""

    text: str
    spelled: tuple[str, ...]
    asking: Asking

    @property
    def asks(self) -> bool:
        """Whether any of its words ask."""
        return self.asking.asks

    @property
    def matter(self) -> tuple[int, ...]:
        """The places of the syllables that say what it is about."""
        empty = SeveralWords.load().empty
        only_ask = self.asking.words - self._doubtful
        return tuple(i for i, one in enumerate(self.spelled) if i not in only_ask and fold(one) not in empty)

    @property
    def whole(self) -> bool:
        """Whether it is a question by itself: it asks, and says what about."""
        if not self.asks or not self.matter:
            return False
        first = min({*range(*self.asking.places[0])} - self._doubtful)
        before = [i for i in self.matter if i < first]
        if not before:
            return self.asking.kinds[0] in _LEADING and len(self.matter) >= _LEAST_BEHIND
        # Of a plan alone no one knows whose: "tổng thu bao nhiêu, dự toán bao nhiêu".
        measures = {i for one in Yardsticks.load().phrases.find(self.spelled, bare=True) for i in one.words}
        return len(before) >= _LEAST and not measures.issuperset(before)

    @property
    def _doubtful(self) -> frozenset[int]:
        """The "thu" of "tong thu bao nhieu", typed without its accents: revenue rather than "thứ"."""
        places = zip(self.asking.kinds, self.asking.places, strict=True)
        return frozenset(start for kind, (start, _) in places if kind is Kind.ORDINAL and self.spelled[start] == "thu")


def clause(text: str) -> Clause:
    """Reads a part of a message."""
    found = tuple(tokens(_glossary().expand(_glossary().from_chat(text))))
    return Clause(text, tuple(token.text for token in found), asking(found, Forms.load()))


def halves(text: str) -> list[str]:
    """The questions that one sentence holds; itself alone where it is not sure that there are more."""
    if len(text) > _LONGEST:
        return [text]
    out: list[str] = []
    rest = text
    for _ in range(_MOST):
        cut = next(_cuts(rest), None)
        if cut is None:
            break
        out.append(rest[: cut[0]].strip())
        rest = rest[cut[1] :].strip()
    return _dated([*out, rest])


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where one question surely ends and the next begins, as offsets of the end and of the beginning."""
    found = list(tokens(text))
    if len(clause(text).asking.places) < 2:
        return
    for end, start in _joints(text, found):
        left, right = clause(text[:end]), clause(text[start:])
        if left.whole and right.whole and not SeveralWords.load().continues(right.spelled):
            yield end, start


def _joints(text: str, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    spelled = [token.text for token in found]
    looked = 0
    for i in range(1, len(found)):
        pause = _PAUSE.search(text, found[i - 1].end, found[i].start)
        joined = SeveralWords.load().joint(spelled, i)
        if (pause or joined) and i + joined < len(found):
            looked += 1
            yield found[i - 1].end, found[i + joined].start
        if looked == _MOST:
            return


def _dated(questions: list[str]) -> list[str]:
    """The questions of one sentence: the only time that it names is meant for all of them."""
    named = [_time(one) for one in questions]
    said = [one for one in named if one]
    if len(questions) < 2 or len(said) != 1:
        return questions
    return [one if time else f"{said[0]} {one}" for one, time in zip(questions, named, strict=True)]


def _time(question: str) -> str | None:
    year = _YEAR_TYPED.search(question)
    spans = Timespans.load().find(question, list(tokens(question)), accented=has_accents(question))
    if not year and not spans:
        return None
    places = [(one.start, one.end) for one in spans] + ([year.span()] if year else [])
    return question[min(start for start, _ in places) : max(end for _, end in places)]


@lru_cache(maxsize=1)
def _glossary() -> Glossary:
    return Glossary.load(_ABBREVIATIONS)
