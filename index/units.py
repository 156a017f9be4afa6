"""What figures are counted in: a question for hectares is not answered by tons.

The units stand in config/units.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.asks import FIGURES, Asking, Kind
from index.datafiles import named
from index.mentions import Mention
from index.normalize import fold, has_accents
from index.tokens import Token

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "units.toml"
MONEY, PERCENT, COUNT = "money", "percent", "count"
ANY = "any"  # of a table's row that names no unit
_NUMBER = re.compile(r"[\d.,/]+\s?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)*", re.IGNORECASE)
_TIMES = re.compile(r"(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ)(?![^\W\d_]))+", re.IGNORECASE)
_NUMBER_OF = re.compile(r"(?:tong )?so(?: luong)? ")  # folded
_CHANGED = re.compile(r"\b(?:tang|giam|vuot|so voi|chiem|ti le|ty le)\b|%")
_CURRENCY = re.compile(r"đồng|đô la|USD|euro|bảng|VN[ĐD]|[$€£]", re.IGNORECASE)

Words = Annotated[tuple[str, ...], Field(min_length=1)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Counted(_Table):
    nouns: Words
    classifiers: Words


class _Data(_Table):
    measures: dict[str, Words]
    counted: _Counted
    quantities: dict[str, Words]


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit asked for: what it measures, and as it was typed."""

    measure: str
    typed: str


class Units:
    """The units of each measure, and what is counted one by one."""

    def __init__(self, data: _Data) -> None:
        if missing := {MONEY, PERCENT} - data.measures.keys():
            raise ValueError(f"it has no measure {min(missing)}")
        self._named: dict[str, str] = {}
        self._in_rows = _any_of(word for words in (*data.measures.values(), data.counted.nouns) for word in words)
        counted = (*data.counted.nouns, *data.counted.classifiers)
        for measure, words in (*data.measures.items(), (COUNT, counted)):
            for word in map(str.lower, words):
                if self._named.setdefault(word, measure) != measure:
                    raise ValueError(f"{word!r} is a unit of {self._named[word]} and of {measure}")
        self._folded = {fold(word): measure for word, measure in self._named.items()}
        if unknown := data.quantities.keys() - data.measures.keys():
            raise ValueError(f"it has a quantity of {min(unknown)}, which is no measure")
        self._quantities = {word: measure for measure, words in data.quantities.items() for word in words}
        self._quantity = _any_of(self._quantities)
        self._pattern, self._bare = _any_of(self._named), _any_of(self._folded)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Units:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of units"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def behind(self, text: str, number: int) -> tuple[int, int]:
        """The unit behind a number that ends at `number`: where what it counts begins, and where the unit ends.

        What is counted one by one begins with its unit ("12 trường"), what is measured behind it ("45 ha rừng").
        """
        times = _TIMES.match(text, number)
        at = times.end() if times else number
        unit = self._pattern.match(text, at + 1) if text[at : at + 1] in (" ", "\u00a0") else None
        if unit is None:
            return at, at
        return (unit.start() if self._named.get(unit[0].lower()) == COUNT else unit.end()), unit.end()

    def asked(self, question: str, found: Sequence[Token], asking: Asking) -> list[Unit]:
        """The units that a question wants its figures in, each as typed; `found` are its tokens."""
        out: list[Unit] = []
        bare = fold(question).lower()
        if len(bare) != len(question):  # letters of other scripts: their places would not be the same
            return out
        if not asking.asks or asking.kinds == (Kind.FIGURE,):
            out += self._number_of(question, bare, found, asking)
        if out or not any(kind in FIGURES for kind in asking.kinds):
            return out
        for kind, (start, end) in zip(asking.kinds, asking.places, strict=True):
            if kind not in FIGURES or start == end:
                continue
            after = found[end - 1].end
            behind = () if end in asking.words else found[end : end + 1]  # "bao nhiêu em ơi" counts no pupils
            if kind is Kind.PERCENT:  # "bao nhiêu phần trăm kế hoạch" counts no plans
                behind = ()
            for token in (*behind, *found[start:end]):
                match = self._bare.match(bare, token.start)
                typed = question[token.start : match.end()] if match else ""
                # A "dòng" is no "đồng"; without accents it may be.
                measure = self._named.get(typed.lower()) or (
                    None if has_accents(typed) else self._folded.get(typed.lower())
                )
                # Within what asks stand money and shares alone; "bao xa" counts no communes.
                if measure and (token.start >= after or measure in (MONEY, PERCENT)):
                    out.append(Unit(measure, typed))
                    break
        return out

    def _number_of(self, question: str, bare: str, found: Sequence[Token], asking: Asking) -> list[Unit]:
        """What a question begins with the number of, "số hộ nghèo": how many there are, but not how that changed."""
        first = next((token for i, token in enumerate(found) if i not in asking.words), None)
        head = _NUMBER_OF.match(bare, first.start) if first else None
        unit = self._bare.match(bare, head.end()) if head else None
        if head is None or unit is None or _CHANGED.search(bare):
            return []
        typed = question[unit.start() : unit.end()]
        accented = has_accents(question)
        measure = (self._named if accented else self._folded).get(typed.lower())
        said = "số" in question[head.start() : head.end()].lower() or not accented
        return [Unit(COUNT, typed)] if measure == COUNT and said else []

    def quantity(self, question: str) -> str | None:
        """The measure of what a question, accents and all, asks for by its first such word, "diện tích"; else None."""
        found = self._quantity.search(question.lower())
        return self._quantities[found[0]] if found else None

    def held(self, text: str, mentions: Iterable[Mention], *, row: str | None = None) -> frozenset[str]:
        """What the figures of a sentence measure; a table's `row` with its header may name the unit apart from them."""
        out: set[str] = set()
        for one in mentions:
            if one.kind is Kind.PERCENT:
                out.add(PERCENT)
            elif one.kind is Kind.MONEY and _CURRENCY.search(text, one.start, one.end):
                out.add(MONEY)
            elif one.kind in (Kind.FIGURE, Kind.MONEY):
                number = _NUMBER.match(text, one.start)
                unit = self._pattern.match(text, number.end()) if number else None
                out.add(self._named.get(unit[0].lower(), COUNT) if unit else COUNT)
                out |= {MONEY, COUNT} if one.kind is Kind.MONEY else set()  # "1,2 triệu" may be either
        if row and out:
            # A long s or a dotless i is the letter's, to a pattern that looks past capitals, and no unit's.
            out |= {found for m in self._in_rows.finditer(row) if (found := self._named.get(m[0].lower()))} or {ANY}
        return frozenset(out)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some whole words, the longest first."""
    forms = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![^\W\d_])(?:{forms})(?!\w)", re.IGNORECASE)
