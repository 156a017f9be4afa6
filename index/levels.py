"""Of which level of the state a figure is asked: the city's, the district's. They stand in config/levels.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named
from index.phrases import Phrases
from index.tokens import Token, tokens
from index.words import known_pairs

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "levels.toml"


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Level(_Table):
    noun: Annotated[str, Field(min_length=1)]
    phrases: Annotated[tuple[str, ...], Field(min_length=1)]
    money: tuple[str, ...] = ()


class _Data(_Table):
    levels: tuple[_Level, ...]


@dataclass(frozen=True, slots=True)
class AskedLevel:
    """A level by its number in the file, and how the question calls it, as typed."""

    number: int
    typed: str


class Levels:
    """The levels, and the phrases that ask about each as a whole, or about its money."""

    def __init__(self, data: _Data) -> None:
        self._named = Phrases([[level.noun] for level in data.levels], {})
        ways = [(*level.phrases, *level.money) for level in data.levels]
        self._forms = tuple(tuple(map(_said, phrases)) for phrases in ways)
        self._phrases = Phrases(ways, {})
        self._money = Phrases([level.money for level in data.levels], {})

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Levels:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of levels"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def asked(self, question: str, found: Sequence[Token], *, accented: bool, figure: bool) -> Iterator[AskedLevel]:
        """The levels that a question, of which these are the tokens, asks about as a whole; a named one is a place.

        `figure` says whether it asks for a figure; bare key words ask about a level's money alone.
        """
        phrases = self._phrases if figure else self._money
        said = [token.text for token in found]
        for one in phrases.find(said, bare=not accented):
            named = one.end < len(found) and question[found[one.end].start].isupper()
            if not named and not _goes_on(said, one.end):
                yield AskedLevel(one.group, question[found[one.start].start : found[one.end - 1].end])

    def of(self, title: str) -> frozenset[int]:
        """The levels that a report's title, or the beginning of one without, names: those it is of."""
        said = [token.text for token in tokens(title)]
        found = self._named.find(said, bare=False)
        return frozenset(one.group for one in found if not _goes_on(said, one.end))

    def speaks(self, level: int, syllables: Iterable[str]) -> bool:
        """Whether a text, given as syllables with their accents, speaks of a level as a whole."""
        said = f" {' '.join(syllables)} "
        return any(form in said for form in self._forms[level])


def _goes_on(said: Sequence[str], end: int) -> bool:
    """Whether the syllable before an index is of a word with the one at it: "xã hội" is no "xã"."""
    return " ".join(said[end - 1 : end + 1]) in known_pairs()


def _said(text: str) -> str:
    """Syllables, joined by spaces and with one at both ends; with accents, for "dự toán thành phố" is no whole city."""
    return f" {' '.join(token.text for token in tokens(text))} "
