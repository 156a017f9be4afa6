"""What results are held against: the figure of a plan, or of last year, is not that of the result compared with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.asks import Kind
from index.cells import CELL
from index.datafiles import named
from index.mentions import GIVES, Mention
from index.normalize import fold
from index.phrases import Phrases

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "yardsticks.toml"
_BEFORE = 40  # characters before a yardstick
# "kế hoạch năm (30 ha)", "chỉ tiêu huyện giao (93%)": what it is itself.
_BRACKET = re.compile(r"(?:\s+[^\W\d_]+){0,4}(?:\s+nam\s+\d{4})?\s*\((?P<own>(?:la\s+)?\d[^()]*)\)")
_GIVEN = re.compile(r"(?:\s+[^\W\d_]+){0,5}?(?:\s+nam\s+\d{4})?\s+(?:la|dat|giao|giao la)\s+(?P<own>\d[^;,]*)")
_CLAUSE_ENDS = re.compile(r"[;.](?=\s|$)")
_BETWEEN = r"(?:\s+(?:ca|cua|muc|lan|so|duoc))*\s*"  # folded, between what compares and the yardstick

_Phrases = Annotated[tuple[str, ...], Field(min_length=1)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: _Phrases
    past: _Phrases
    comparing: _Phrases
    besides: _Phrases


class Yardsticks:
    """The `words` for them, and those `comparing` with them; `phrases` finds the former among syllables."""

    def __init__(self, data: _Data) -> None:
        self.words, self.comparing = data.words, data.comparing
        self.phrases = Phrases([data.words], {})
        self._past = frozenset(fold(word).lower() for word in data.past)
        words, comparing, before = map(_any, (data.words, data.comparing, (*data.comparing, *data.besides)))
        self._words = re.compile(rf"(?<!\w){words}(?!\w)")
        self._compares = re.compile(rf"(?:(?<!\w)|(?=%)){comparing}(?!\w)")
        self._compared = re.compile(rf"(?:(?<!\w)|(?=%)){before}{_BETWEEN}$")

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Yardsticks:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of yardsticks"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def asked(self, before: str) -> str | None:
        """The one whose figure is asked for, as typed; `before` is what stands before the words that ask.

        None where the question asks how something compares with it.
        """
        bare = fold(before).lower()
        found = self._words.search(bare)
        if found is None or self._compares.search(bare):
            return None
        return before[found.start() : found.end()]

    def headed(self, question: str) -> str | None:
        """The one that bare key words ("kế hoạch đàn lợn") begin with, as typed."""
        found = self._words.match(fold(question).lower())
        return question[: found.end()] if found and found.end() < len(question) else None

    def plans(self, yardstick: str) -> bool:
        """Whether it is a plan, which a sentence need not call by its name: "phấn đấu đạt 12 tỷ đồng"."""
        return fold(yardstick).lower() not in self._past

    def has(self, yardstick: str, text: str, header: str) -> bool:
        """Whether a sentence names a yardstick otherwise than to compare with it, or a column of its header is it."""
        own = any(True for _ in self._own(yardstick, text))
        wanted = fold(yardstick).lower()
        return own or any(cell.strip().startswith(wanted) for cell in CELL.split(fold(header).lower()))

    def only_compares(self, yardstick: str, text: str, header: str) -> bool:
        """Whether a sentence names a yardstick, and only to compare with it: "đạt 96% kế hoạch"."""
        bare = fold(text).lower()
        compared = any(self._compares.search(bare[max(0, at - _BEFORE) : at]) for at, _ in _places(yardstick, bare))
        return compared and not self.has(yardstick, text, header)

    def mentions_of(self, yardstick: str, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions of a sentence without the figures that are not the yardstick's, where it gives some of its own.

        Its own stand behind it: "kế hoạch năm là 150 lao động", "đạt 58% kế hoạch năm (150 lao động)".
        """
        parts = [*self._own(yardstick, text)]
        kept = [m for m in mentions if any(a <= m.start < b for a, b in parts)]
        if not any(m.kind in GIVES[Kind.FIGURE] for m in kept):
            return tuple(mentions)
        return tuple(m for m in mentions if m in kept or m.kind not in GIVES[Kind.FIGURE])

    def others(self, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions of a sentence without the figures of yardsticks, where it has others: "kế hoạch là 64 ha"."""
        bare = fold(text).lower()
        ends = [one.end() for one in self._words.finditer(bare)]
        parts = [found.span("own") for end in ends if (found := _BRACKET.match(bare, end) or _GIVEN.match(bare, end))]
        kept = tuple(m for m in mentions if not any(a <= m.start < b for a, b in parts))
        return kept if any(m.kind in GIVES[Kind.FIGURE] for m in kept) else tuple(mentions)

    def _own(self, yardstick: str, text: str) -> Iterator[tuple[int, int]]:
        """`[start, end)` of what a sentence says of a yardstick itself: the bracket behind it, or its clause's rest."""
        bare = fold(text).lower()
        for at, end in _places(yardstick, bare):
            if bracket := _BRACKET.match(bare, end):
                yield bracket.span("own")
            elif not self._compared.search(bare[max(0, at - _BEFORE) : at]):
                clause = _CLAUSE_ENDS.search(bare, end)
                yield at, clause.start() if clause else len(bare)


def _places(yardstick: str, bare: str) -> list[tuple[int, int]]:
    return [one.span() for one in re.finditer(rf"(?<!\w){re.escape(fold(yardstick).lower())}(?!\w)", bare)]


def _any(phrases: tuple[str, ...]) -> str:
    longest_first = sorted({fold(phrase).lower() for phrase in phrases}, key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
