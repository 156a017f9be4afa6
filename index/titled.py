"""Names that a title or the word for a place stands before: đồng chí Lê Thị Hạnh, xã Tân Lập.

So are persons told from each other, and places of one rank; and so is a name known that was typed without its capitals.
The titles and words stand in config/names.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named
from index.names import ENDING, runs
from index.normalize import fold
from index.phrases import Found, Phrases
from index.sentences import is_syllable
from index.tokens import Token, folded, tokens

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "names.toml"
PERSON = ""  # what all persons are, whatever their title
_NUMBER = "so "  # of "tổ dân phố số 9", folded
# A place's number: no number of months, nor a sum.
_NUMBERED = re.compile(
    r"(?:số\s)?\d{1,3}(?![\w.,/]*\d|\s?%|\s(?:tháng|năm|ngày|nghìn|ngàn|triệu|tỷ|tỉ)\b)", re.IGNORECASE
)
_LONGEST = 4  # syllables of a name typed without capitals

Words = Annotated[tuple[str, ...], Field(min_length=1)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Persons(_Table):
    titles: Words
    titles_unaccented: Words
    surnames: Words
    middle: Words


class _Areas(_Table):
    words: Words


class _Numbered(_Table):
    ranks: tuple[Words, ...]


class _Places(_Table):
    names: tuple[str, ...]


class _Data(_Table):
    persons: _Persons
    areas: _Areas
    numbered: _Numbered
    places: _Places


@dataclass(frozen=True, slots=True)
class Titled:
    """A name as folded syllables, and what it is of: `PERSON`, or the folded word for a place."""

    of: str
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One of a question, `typed` with its title; its name stands at `[start, end)`, and the reports have it or not."""

    titled: Titled
    typed: str
    start: int
    end: int
    known: bool


class Titles:
    """The titles and words, and the names that are known by them."""

    def __init__(self, data: _Data) -> None:
        areas = [folded(word) for word in data.areas.words]
        ranks = [(folded(rank[0]), word) for rank in data.numbered.ranks for word in rank]
        titles = [[one] for one in data.areas.words]
        more = [[word] for _, word in ranks if word not in data.areas.words]
        self._accented = Phrases([*titles, data.persons.titles, *more], {})
        self._bare = Phrases([*titles, data.persons.titles_unaccented, *more], {})
        self._of = [*areas, PERSON, *(rank for rank, word in ranks if word not in data.areas.words)]
        self._numbered = frozenset(rank for rank, _ in ranks)
        self._by_number = frozenset(range(len(areas) + 1, len(self._of)))  # what a number alone tells apart
        self._words = dict(zip(areas, data.areas.words, strict=True))
        self._surnames = frozenset(token.text for one in data.persons.surnames for token in tokens(one))
        self._folded_surnames = frozenset(map(fold, self._surnames))
        self._sure = frozenset(map(folded, data.persons.titles_unaccented))
        self._middle = frozenset(map(folded, data.persons.middle))
        self._places = frozenset(map(folded, data.places.names))

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Titles:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of titles"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def is_vietnamese(self, name: str) -> bool:
        """Whether a name may be told by its title: of a foreign one each language makes its own."""
        return all(is_syllable(token.text) for token in tokens(name))

    def is_person(self, name: str, least: int = 3) -> bool:
        """Whether capitalised words are a person's whole name: a surname and others, `least` in all, no known place."""
        parts = [token.text for token in tokens(name)]
        return len(parts) >= least and parts[0] in self._surnames and folded(name) not in self._places

    def has_middle(self, name: str) -> bool:
        """Whether the second word is one that stands between a surname and a given name."""
        return any(fold(token.text) in self._middle for token in list(tokens(name))[1:2])

    def find(self, text: str) -> frozenset[Titled]:
        """Those that a report's text names, capitals and all."""
        found = list(tokens(text))
        titles = self._accented.find([token.text for token in found], bare=False)
        names = dict(runs(text)) if titles else {}
        behind = ((one, found[one.end].start) for one in titles if one.end < len(found))
        ends = ((one, at, self._named(text, found, one, names)) for one, at in behind)
        return frozenset(Titled(self._of[one.group], _name(text[at:end])) for one, at, end in ends if end)

    def is_place(self, name: str) -> bool:
        """Whether a name, as folded syllables, is that of a place known without the reports' help."""
        return name in self._places

    def word(self, of: str) -> str:
        """The word for a place, with its accents, of what a name is of; empty for a person."""
        return self._words.get(of, "")

    def asked(
        self, question: str, found: Sequence[Token], *, accented: bool, known: Collection[Titled]
    ) -> Iterator[Asked]:
        """Those of a question, in order; `found` are its tokens, `known` the ones that the reports name."""
        spelled = [token.text if accented else fold(token.text) for token in found]
        titles = (self._accented if accented else self._bare).find(spelled, bare=not accented)
        if not titles:
            return
        bare = [fold(one) for one in spelled]
        names = dict(runs(question))
        for one in titles:
            if one.end == len(found):
                continue
            of, at = self._of[one.group], found[one.end].start
            # Behind these titles a surname needs no accents, which may have been mended away, too.
            sure = " ".join(bare[one.start : one.end]) in self._sure
            end = self._named(question, found, one, names)
            if not end and one.group not in self._by_number:
                end = self._end(found, bare, one.end, of, sure, known)
            if end:
                titled, typed = Titled(of, _name(question[at:end])), question[found[one.start].start : end]
                # Accents given back to a name that no report has are a guess.
                in_report = titled in known
                yield Asked(titled, typed if accented or in_report else fold(typed), at, end, in_report)

    def _named(self, text: str, found: Sequence[Token], title: Found, names: Mapping[int, int]) -> int | None:
        """Where the name behind a title ends, by its capitals or its number; None for no such."""
        if self._of[title.group] in self._numbered and (number := _NUMBERED.match(text, found[title.end].start)):
            return number.end()
        if title.group in self._by_number:
            return None
        return names.get(found[title.end].start) or self._placed(text, found, title)

    def _placed(self, text: str, found: Sequence[Token], title: Found) -> int | None:
        """Where a place's name ends that begins as an office does: xã Đại Đồng, huyện Văn Giang; None for no such."""
        if self._of[title.group] == PERSON:
            return None
        end = title.end
        while end < len(found) and _capitalised(text, found[end]) and (end == title.end or _beside(text, found, end)):
            end += 1
        office = end > title.end and found[title.end].text in ENDING
        return found[end - 1].end if end - title.end > 1 and not office else None

    def _end(
        self, found: Sequence[Token], bare: Sequence[str], at: int, of: str, sure: bool, known: Collection[Titled]
    ) -> int | None:
        """Where a name ends that begins at a token without a capital; None where it is none."""
        for length in range(min(_LONGEST, len(found) - at), 1, -1):
            name = " ".join(bare[at : at + length])
            if Titled(of, name) in known or (of != PERSON and name in self._places):
                return found[at + length - 1].end
        surname = bare[at] in self._folded_surnames if sure else found[at].text in self._surnames
        if of != PERSON or not surname or at + 1 == len(found):
            return None
        return found[min(at + (2 if bare[at + 1] in self._middle else 1), len(found) - 1)].end


def _name(text: str) -> str:
    """A name as folded syllables: "số 9" is "9"."""
    return folded(text).removeprefix(_NUMBER)


def _capitalised(text: str, token: Token) -> bool:
    """Whether it has a capital first, and is not in capitals throughout: "XÃ HỘI CHỦ NGHĨA" is no place."""
    return text[token.start].isupper() and not text[token.start : token.end].isupper()


def _beside(text: str, found: Sequence[Token], at: int) -> bool:
    return text[found[at - 1].end : found[at].start] == " "
