"""The phrases by which sentences give their figures, from config/clauses.toml, as patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "clauses.toml"

_Phrases = Annotated[tuple[str, ...], Field(min_length=1)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Before(_Table):
    about: _Phrases
    grows: _Phrases
    gives: _Phrases
    has: _Phrases
    sums: _Phrases
    parts: _Phrases
    fill: _Phrases


class _Leading(_Table):
    connectives: _Phrases
    circumstances: _Phrases
    quantities: _Phrases
    bare: _Phrases
    general: _Phrases


class _Behind(_Table):
    compared: _Phrases
    ends: _Phrases
    loose: _Phrases
    prepositions: _Phrases


class _Anywhere(_Table):
    aims: _Phrases
    points: _Phrases


class _Data(_Table):
    before: _Before
    leading: _Leading
    behind: _Behind
    anywhere: _Anywhere


class ClauseWords:
    """The lists of the file as patterns: of `before` such as end a text, of the others such as match at a place."""

    def __init__(self, data: _Data) -> None:
        before = data.before
        self.about, self.grows, self.gives, self.has, self.sums, self.parts, self.fill = map(
            _ending, (before.about, before.grows, before.gives, before.has, before.sums, before.parts, before.fill)
        )
        self.gives_on = _whole((*before.grows, *before.gives))
        self.connective = _whole(data.leading.connectives)
        self.circumstance = _whole(data.leading.circumstances)
        self.quantity = _whole(data.leading.quantities)
        bare, general = _any(data.leading.bare), _any((*data.leading.general,))
        self.bare = re.compile(rf"{bare}(?:\s+(?:{general}|\d{{4}}))*", re.IGNORECASE)
        self.compared = _whole(data.behind.compared)
        ends = rf"(?:{_any(data.behind.ends)}|đạt(?=\s\D{{0,6}}\d)|chiếm(?=\s\D{{0,14}}\d))(?![^\W\d_])"
        self.end = re.compile(rf"[,;:().|…“”\"\n]|{ends}", re.IGNORECASE)
        self.parting = re.compile(rf"[,;:()]|{ends}", re.IGNORECASE)
        self.loose = re.compile(rf"{_any(data.behind.loose)}\s*$")  # "của", but not "Lương Định Của"
        self.preposition = _whole(data.behind.prepositions)
        self.aim = _whole(data.anywhere.aims)
        self.point = _whole(data.anywhere.points)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> ClauseWords:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of words that give figures"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    forms = (r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return rf"(?<![^\W\d_])(?:{'|'.join(forms)})"


def _whole(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{_any(phrases)}(?![^\W\d_])", re.IGNORECASE)


def _ending(phrases: Iterable[str]) -> re.Pattern[str]:
    """For a text's end, searched from the left, so that the longest that ends it is found first."""
    return re.compile(rf"{_any(phrases)}\s*$", re.IGNORECASE)
