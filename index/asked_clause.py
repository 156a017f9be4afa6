"""A part of a message as it is read: whether it asks, what it is about, and whether it is a question by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.asks import Asking, Forms, Kind, asking
from index.constraints import YEAR
from index.glossary import Glossary
from index.normalize import fold, has_accents
from index.several_words import SeveralWords
from index.timespans import Timespans
from index.tokens import tokens
from index.yardsticks import Yardsticks

_ABBREVIATIONS = Path(__file__).resolve().parent.parent / "config" / "abbreviations.toml"
_LEAST = 2  # syllables that say what a question is about, where they stand before the words that ask
# And behind them, where the second may be what both are about: "ai trình bày và ai kết luận hội nghị".
_LEAST_BEHIND = 3
_LEADING = frozenset({Kind.PERSON, Kind.FIGURE})  # "ai kết luận hội nghị", "bao nhiêu hộ cận nghèo"
_YEAR_TYPED = re.compile(rf"(?:năm|nam)\s+{YEAR.pattern}(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a message; `read` and its syllables with abbreviations written out; and what it asks."""

    text: str
    read: str
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
    read = _glossary().expand(_glossary().from_chat(text))
    found = tuple(tokens(read))
    return Clause(text, read, tuple(token.text for token in found), asking(found, Forms.load()))


def time_of(text: str) -> str | None:
    """The time that a text names, as typed; None where it names none."""
    year = _YEAR_TYPED.search(text)
    spans = Timespans.load().find(text, list(tokens(text)), accented=has_accents(text))
    if not year and not spans:
        return None
    places = [(one.start, one.end) for one in spans] + ([year.span()] if year else [])
    return text[min(start for start, _ in places) : max(end for _, end in places)]


@lru_cache(maxsize=1)
def _glossary() -> Glossary:
    return Glossary.load(_ABBREVIATIONS)
