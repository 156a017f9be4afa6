"""What kind of answer a question wants, and which of its words only ask.

The ways of asking stand in config/questions.toml. Where none is found they are looked for without accents, so that
`bao nhieu` asks too and `khí nào` is not taken for `khi nào` where it was typed with its accent.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from index.datafiles import named
from index.normalize import fold, syllable
from index.phrases import Found, Phrases
from index.tokens import Token
from index.words import known_pairs

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "questions.toml"


class Kind(StrEnum):
    """The kind of answer a question wants."""

    FIGURE = "figure"
    ORDINAL = "ordinal"
    MONEY = "money"
    PERCENT = "percent"
    PERSON = "person"
    OFFICE = "office"
    DATE = "date"
    PERIOD = "period"
    PLACE = "place"
    REASON = "reason"
    MANNER = "manner"
    LIST = "list"
    DEFINITION = "definition"
    YES_NO = "yes-no"
    OTHER = "other"


FIGURES = (Kind.FIGURE, Kind.ORDINAL, Kind.MONEY, Kind.PERCENT)

_NARROWED = (Kind.PERSON, Kind.OFFICE, Kind.PERIOD, Kind.PLACE, Kind.LIST, Kind.OTHER)  # by the noun before "nào"
_UNITS: Mapping[Kind, tuple[str, ...]] = {Kind.DATE: ("ngay", "thang", "nam", "qui"), Kind.ORDINAL: ("khoa",)}
_COIN, _COMRADES = "dong", frozenset({"chi", "bao", "doi", "nghiep"})  # folded
_WHICH = frozenset({"nao", "gi"})


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Kind(_Table):
    kind: Kind
    phrases: tuple[str, ...]


class _Polite(_Table):
    phrases: tuple[str, ...]
    particles: tuple[str, ...]
    particles_unaccented: tuple[str, ...]


class _NoNouns(_Table):
    counted: tuple[str, ...]
    asked: tuple[str, ...]
    leading: tuple[str, ...]


class _Data(_Table):
    lists: dict[str, tuple[str, ...]]
    kinds: tuple[_Kind, ...]
    polite: _Polite
    no_nouns: _NoNouns


class Forms:
    """The ways of asking: `kinds` in step with the groups of `asks`, words that are only polite, and no nouns."""

    def __init__(self, data: _Data) -> None:
        self.kinds = tuple(one.kind for one in data.kinds)
        self.asks = Phrases([one.phrases for one in data.kinds], data.lists)
        self.polite = Phrases([data.polite.phrases], data.lists)
        self.particles = frozenset({*map(syllable, data.polite.particles), *data.polite.particles_unaccented})
        self.not_counted = frozenset(fold(syllable(one)) for one in data.no_nouns.counted)
        self.not_asked = frozenset(fold(syllable(one)) for one in data.no_nouns.asked)
        self.leading = frozenset(fold(syllable(one)) for one in data.no_nouns.leading)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Forms:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of ways to ask"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))


@dataclass(frozen=True, slots=True)
class Asking:
    """The kinds of answer wanted, in the question's order, and the indices of tokens that only ask.

    In step with `kinds` are `places`, the `[start, end)` token indices of each asking phrase (Vietnamese asks where
    the answer would stand), and `nouns`, the folded noun that narrows it, or None: the counted one of a figure
    ("bao nhiêu hộ" → ho), the unit of a date or ordinal ("ngày nào" → ngay), what "nào" and "gì" stand behind
    ("cơ quan nào" → co quan) or are said of ("Mục tiêu của đề án là gì" → muc tieu), one syllable or a word of two.
    `asks` is False for bare key words ("thu ngân sách quận"); their one place is empty, at the end.
    """

    kinds: tuple[Kind, ...]
    nouns: tuple[str | None, ...]
    places: tuple[tuple[int, int], ...]
    words: frozenset[int]
    asks: bool


def asking(question: Sequence[Token], forms: Forms) -> Asking:
    """Reads what the tokens of a question ask for; a question that asks nothing wants `OTHER`."""
    spelled = [token.text for token in question]
    end = len(spelled)
    while end and spelled[end - 1] in forms.particles:
        end -= 1
    found = _found(forms, spelled, end, bare=False)
    bare = not found
    if bare:
        found = _found(forms, spelled, end, bare=True)
    polite = forms.polite.find(spelled, bare=bare)
    words = {*range(end, len(spelled)), *(i for one in (*found, *polite) for i in one.words)}
    if not found:
        return Asking((Kind.OTHER,), (None,), ((len(spelled), len(spelled)),), frozenset(words), False)
    kinds = tuple(_kind(forms.kinds[one.group], one, spelled) for one in found)
    nouns = tuple(_noun(kind, one, spelled, words, forms) for kind, one in zip(kinds, found, strict=True))
    return Asking(kinds, nouns, tuple((one.start, one.end) for one in found), frozenset(words), True)


def _found(forms: Forms, spelled: Sequence[str], end: int, *, bare: bool) -> list[Found]:
    """The phrases that ask; where one is asked inside a "có … không", that is what is asked.

    Right behind the "có" it asks for nobody: "có ai bị thương không" is answered by yes or no.
    """
    out: list[Found] = []
    for one in forms.asks.find(spelled, bare=bare, end=end):
        gap = len(one.words) < one.end - one.start
        inside = forms.asks.find(spelled[: one.end - 1], bare=bare, begin=one.start + 1) if gap else []
        anybody = [forms.kinds[other.group] for other in inside] == [Kind.PERSON] and inside[0].start == one.start + 1
        out += inside if inside and not anybody and forms.kinds[one.group] is Kind.YES_NO else [one]
    return out


def _kind(kind: Kind, found: Found, spelled: Sequence[str]) -> Kind:
    """A plain figure asked of a rate ("tỷ lệ … bao nhiêu") is a percentage; "bao nhiêu đồng chí" asks for no money."""
    if kind is Kind.MONEY and _is_word(found, spelled):
        return Kind.FIGURE
    if kind is Kind.FIGURE and "ti le" in " ".join(map(fold, spelled[: found.start])):
        return Kind.PERCENT
    return kind


def _is_word(found: Found, spelled: Sequence[str]) -> bool:
    """Whether a phrase that ends with a unit of money stops within a word: "đồng chí", "đồng bào"."""
    behind = spelled[found.end : found.end + 1]
    return fold(spelled[found.end - 1]) == _COIN and bool(behind) and fold(behind[0]) in _COMRADES


def _noun(kind: Kind, found: Found, spelled: Sequence[str], words: Set[int], forms: Forms) -> str | None:
    if kind is Kind.FIGURE:
        at = found.end - _is_word(found, spelled)
        counted = "".join(map(fold, spelled[at : at + 1]))
        return counted if counted and counted not in forms.not_counted else None
    if kind in _UNITS:
        inside = {fold(spelled[i]) for i in found.words}
        return next((unit for unit in _UNITS[kind] if unit in inside), None)
    if kind is Kind.DEFINITION:
        first = next((i for i in range(found.start) if i not in words), None)
        if first is None or {fold(spelled[first])} & (forms.leading | forms.not_asked):
            return None
        return _word(spelled[first : min(first + 2, found.start)], 0)
    which = found.words[-1]
    if (
        kind in _NARROWED
        and which
        and fold(spelled[which]) in _WHICH
        and fold(spelled[which - 1]) not in forms.not_asked
    ):
        return _word(spelled[max(0, which - 2) : which], -1)
    return None


def _word(two: Sequence[str], at: int) -> str:
    """A word of two syllables where they are one, else the syllable at `at`; without accents."""
    return fold(" ".join(two)) if " ".join(two) in known_pairs() else fold(two[at])
