"""Organisations that a text names: Hội Nông dân, Sở Y tế, Công an phường. They stand in config/bodies.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named
from index.normalize import fold
from index.phrases import Phrases
from index.tokens import Token, folded

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "bodies.toml"
_LEVEL = 2  # tokens, the longest that says which

Names = Annotated[tuple[str, ...], Field(min_length=1)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Bodies(_Table):
    groups: tuple[Names, ...]
    own: tuple[Names, ...]


class _Offices(_Table):
    heads: Names
    fields: tuple[Names, ...]


class _Words(_Table):
    phrases: Names


class _Levels(_Table):
    names: Names


class _Data(_Table):
    bodies: _Bodies
    offices: _Offices
    words: _Words
    levels: _Levels


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, by its place in the file, and the folded `level` behind its name; an unnamed one may be any.

    `own`: it may be the one whose report it is.
    """

    number: int
    level: str
    own: bool

    def is_(self, other: Body) -> bool:
        """Whether both may be the same."""
        return self.number == other.number and (self.level == other.level or not (self.level and other.level))


@dataclass(frozen=True, slots=True)
class Named:
    """A body as a text names it, at `[start, end)` of its syllables."""

    body: Body
    start: int
    end: int


class Bodies:
    """The organisations that can be told apart."""

    def __init__(self, data: _Data) -> None:
        offices = [[f"{head} {one}" for one in field] for head in data.offices.heads for field in data.offices.fields]
        self._phrases = Phrases([data.words.phrases, *data.bodies.own, *data.bodies.groups, *offices], {})
        self._own = range(1, 1 + len(data.bodies.own))
        self._levels = frozenset(folded(name) for name in data.levels.names)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Bodies:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of organisations"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def find(self, syllables: Sequence[str], *, accented: bool = True) -> Iterator[Named]:
        """The bodies named in a text with its abbreviations written out, in order."""
        spelled = syllables if accented else [fold(one) for one in syllables]
        for one in self._phrases.find(spelled, bare=not accented):
            if one.group:
                end, level = self._level(spelled, one.end)
                yield Named(Body(one.group, level, one.group in self._own), one.start, end)

    def asked(self, found: Sequence[Token], *, accented: bool) -> Iterator[tuple[Body, int, int]]:
        """Those of a question, with `[start, end)` of its text; `found` are its tokens."""
        for one in self.find([token.text for token in found], accented=accented):
            yield one.body, found[one.start].start, found[one.end - 1].end

    def _level(self, spelled: Sequence[str], at: int) -> tuple[int, str]:
        """Where the level that stands at `at` ends, and which it is."""
        for length in range(_LEVEL, 0, -1):
            level = spelled[at : at + length]
            if " ".join(map(fold, level)) in self._levels:
                return at + len(level), " ".join(map(fold, level))
        return at, ""
