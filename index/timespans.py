"""Parts of a year that a text names: quý I, tháng 6, 6 tháng đầu năm, nửa cuối năm, and the months that they mean.

The ways to name them stand in config/timespans.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named
from index.normalize import fold
from index.phrases import Phrases
from index.tokens import Token, folded, tokens

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "timespans.toml"
YEAR: tuple[int, int] = (1, 12)

Months: TypeAlias = tuple[int, int]  # the first and the last
Meaning = Literal[
    "duration", "month", "quarter", "first", "first-quarters", "last", "half", "until", "until-quarter", "count",
    "start", "middle", "end",
]  # fmt: skip
# What each may mean, for a number; a start, middle or end is equal to nothing but itself, so it has months of its own.
_MONTHS: Mapping[Meaning, Callable[[int], tuple[Months, ...]]] = {
    "duration": lambda n: (),
    "month": lambda n: ((n, n),),
    "quarter": lambda n: ((3 * n - 2, 3 * n),),
    "first": lambda n: ((1, n),),
    "first-quarters": lambda n: ((1, 3 * n),),
    "last": lambda n: ((13 - n, 12),),
    "half": lambda n: ((6 * n - 5, 6 * n),),
    "until": lambda n: ((1, n), (n, n)),
    "until-quarter": lambda n: ((1, 3 * n), (3 * n - 2, 3 * n)),
    "count": lambda n: ((1, n),),
    "start": lambda n: ((0, 4),),
    "middle": lambda n: ((5, 8),),
    "end": lambda n: ((9, 13),),
}
_MOST = {"quarter": 4, "until-quarter": 4, "first-quarters": 4, "half": 2}  # numbers that make sense, of 12
_VAGUE = frozenset({"start", "middle", "end"})
_SPREAD = frozenset({"month", "quarter"})  # where a span may begin that an "until" ends
_ENDS = re.compile(r"[,;:.]\s")
_NEAR = 4  # tokens, in which "so với" stands
_DAY = re.compile(
    r"(?<![\d/.,-])(?P<day>\d{1,2})(?:\s?/\s?(?P<month>\d{1,2})(?:\s?/\s?\d{4})?|\s?[.-]\s?(?P<dotted>\d{1,2})\s?[.-]\s?\d{4}"
    r"|\s+tháng\s+(?P<named>\d{1,2}))(?![\d/]|[.,]\d|\s*%)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d\s?[/.-]\s?\d|\d\s+tháng", re.IGNORECASE)  # of a day or a month with its year
_OF_YEAR = re.compile(r"(?<![\d/.,-])(?P<month>\d{1,2})\s?/\s?(?:19|20)\d{2}(?![\d/])")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Number = Annotated[int, Field(ge=1, le=12)]


class _Numbers(_Table):
    written: Annotated[tuple[tuple[str, ...], ...], Field(min_length=12, max_length=12)]


class _Span(_Table):
    meaning: Annotated[Meaning, Field(alias="is")]
    phrases: tuple[str, ...]
    n: Number | None = None
    accents: bool = False


class _Compared(_Table):
    phrases: tuple[str, ...]


class _Durations(_Table):
    before: tuple[str, ...]
    after: tuple[str, ...]


class _Data(_Table):
    numbers: _Numbers
    spans: tuple[_Span, ...]
    compared: _Compared
    durations: _Durations


@dataclass(frozen=True, slots=True)
class Timespan:
    """A part of a year, `typed` at `[start, end)` of a text; `months` are those it may mean.

    `firm`: a sentence with it is about that time; "6 tháng" may be how long something took, "đầu năm" when it began,
    a day when it was counted. `day`: it is one. `vague`: no one knows which months. `compared`: what the sentence is
    about is only compared with it.
    """

    start: int
    end: int
    typed: str
    months: frozenset[Months]
    firm: bool = True
    day: bool = False
    vague: bool = False
    compared: bool = False

    @property
    def at_end(self) -> bool:
        """Whether it is the end of the year, for which plans are made: "cuối năm"."""
        return self.vague and max(last for _, last in self.months) > YEAR[1]


class Timespans:
    """The ways to name a part of a year."""

    def __init__(self, data: _Data) -> None:
        self._meanings: list[tuple[Meaning, frozenset[Months]]] = []
        accented: list[list[str]] = []
        bare: list[list[str]] = []
        lists: dict[str, Sequence[str]] = {}
        for number, forms in enumerate(data.numbers.written, 1):
            lists |= {f"n{number}": forms, f"d{number}": [str(number)]}
        for span in data.spans:
            for number in [span.n] if span.n else range(_MOST.get(span.meaning, 12), 0, -1):
                phrases = [re.sub(r"\{([nd])\}", rf"{{\g<1>{number}}}", phrase) for phrase in span.phrases]
                accented.append(phrases)
                bare.append([] if span.accents else phrases)
                self._meanings.append((span.meaning, frozenset(_MONTHS[span.meaning](number))))
        self._accented, self._bare = Phrases(accented, lists), Phrases(bare, lists)
        self._compared = tuple(map(_bare, data.compared.phrases))
        # "Kết quả 9 tháng" is no "quá 9 tháng"; what was typed without accents may be.
        self._before = tuple(form for one in data.durations.before for form in (_bare(one), _spelled(one)))
        self._after = tuple(form for one in data.durations.after for form in (_bare(one), _spelled(one)))

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Timespans:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of parts of a year"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def find(self, text: str, found: Sequence[Token], *, accented: bool = True) -> tuple[Timespan, ...]:
        """The parts of a year that a text names, in order; `found` are its tokens."""
        bare = [fold(token.text) for token in found] if not accented else []
        spelled = bare or [token.text for token in found]
        phrases = self._bare.find(bare, bare=True) if bare else self._accented.find(spelled, bare=False)
        dated = _DIGIT.search(text) is not None
        if not phrases and not dated:
            return ()
        bare = bare or [fold(one) for one in spelled]
        days = [*_days(text)] if dated else []
        out: list[Timespan] = []
        last: tuple[Meaning, int] | None = None  # what was named last, and the token behind it
        last_months: frozenset[Months] = frozenset()
        for one in phrases:
            meaning, months = self._meanings[one.group]
            start, end = found[one.start].start, found[one.end - 1].end
            if not months or any(start < day.end and day.start < end for day in days):
                continue
            if meaning == "count":
                before = f" {' '.join(spelled[max(0, one.start - _NEAR) : one.start])} "
                after = f" {' '.join(spelled[one.end : one.end + _NEAR])} "
                if before.endswith(self._before) or after.startswith(self._after):
                    continue
            clause = _clause(text, found, one.start)  # what is compared stands in the same one
            compared = any(phrase in f" {' '.join(bare[clause : one.start])} " for phrase in self._compared)
            if last and last[0] in _SPREAD and last[1] == one.start and meaning in ("until", "until-quarter"):
                start = out.pop().start
                months = frozenset([(min(last_months)[0], max(last for _, last in months))])
            vague = meaning in _VAGUE
            firm = not vague and meaning != "count"
            out.append(Timespan(start, end, text[start:end], months, firm=firm, vague=vague, compared=compared))
            last, last_months = (meaning, one.end), months
        taken = [(a.start, a.end) for a in (*out, *days)]
        out += (one for one in _of_years(text if dated else "") if not any(a <= one.start <= b for a, b in taken))
        return tuple(sorted([*out, *days], key=lambda one: one.start))


def _clause(text: str, found: Sequence[Token], at: int) -> int:
    """The first of the few tokens before one that are of its clause."""
    first = max(0, at - _NEAR)
    ends = (i + 1 for i in range(at - 1, first - 1, -1) if _ENDS.search(text, found[i].end, found[i + 1].start))
    return next(ends, first)


def _of_years(text: str) -> Iterator[Timespan]:
    """Months with their year alone: 6/2020."""
    for match in _OF_YEAR.finditer(text):
        if 1 <= (month := int(match["month"])) <= 12:
            yield Timespan(*match.span(), match[0], frozenset([(month, month)]), firm=False)


def _spelled(phrase: str) -> str:
    return f" {' '.join(token.text for token in tokens(phrase))} "


def _bare(phrase: str) -> str:
    return f" {folded(phrase)} "


def _days(text: str) -> Iterator[Timespan]:
    for match in _DAY.finditer(text):
        month = int(match["month"] or match["dotted"] or match["named"])
        if 1 <= int(match["day"]) <= 31 and 1 <= month <= 12:
            yield Timespan(*match.span(), match[0], frozenset([(month, month)]), firm=False, day=True)
