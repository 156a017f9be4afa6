"""By which words a question compares: they do not say what it is about. They stand in config/comparisons.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.asks import Asking, Kind
from index.datafiles import named
from index.normalize import fold
from index.phrases import Phrases
from index.tokens import Token
from index.yardsticks import Yardsticks

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "comparisons.toml"
_AGAINST, _CHANGED, _MORE, _MOST = range(4)  # the groups, as they stand in the file
_UP, _DOWN = "tang", "giam"
_OR = frozenset({"hay", "hoac"})
_CHOOSING = frozenset({Kind.OTHER, Kind.LIST, Kind.PLACE, Kind.PERSON})  # kinds in which "nào" picks one of several
_MEASURES = frozenset({"muc", "ty le", "ti le", "chung"})  # "đạt mức nào" picks none


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Phrases(_Table):
    phrases: Annotated[tuple[str, ...], Field(min_length=1)]


class _Data(_Table):
    lists: dict[str, tuple[str, ...]]
    against: _Phrases
    changed: _Phrases
    more: _Phrases
    most: _Phrases


@dataclass(frozen=True, slots=True)
class Comparison:
    """What of a question compares.

    `words` are the indices of the tokens that do; `against` says whether a result is held against a yardstick, `change`
    whether it is asked if something rose or fell; `most` are the superlatives, folded; `chooses` says whether one of
    several is to be picked by how much it is, which takes a comparison of figures.
    """

    words: frozenset[int]
    against: bool
    change: bool
    most: tuple[str, ...]
    chooses: bool

    def is_said(self, folded: Sequence[str]) -> bool:
        """Whether a sentence, as folded syllables, itself says what a comparison would have to find out."""
        said = f" {' '.join(folded)} "
        return not self.chooses and all(f" {one} " in said for one in self.most)


NOTHING = Comparison(frozenset(), False, False, (), False)


class Comparisons:
    """The phrases that compare."""

    def __init__(self, data: _Data) -> None:
        yardsticks = Yardsticks.load()
        lists = {**data.lists, "yardstick": yardsticks.words, "comparing": yardsticks.comparing}
        groups = (data.against, data.changed, data.more, data.most)
        self._phrases = Phrases([group.phrases for group in groups], lists)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Comparisons:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of comparisons"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def asked(self, found: Sequence[Token], asked: Asking, *, accented: bool) -> Comparison:
        """How a question, of which these are the tokens, compares; `asked` is what it asks for."""
        spelled = [token.text for token in found]
        hits = self._phrases.find(spelled, bare=not accented)
        if not hits:
            return NOTHING
        groups = {hit.group for hit in hits}
        bare = [fold(one) for one in spelled]
        return Comparison(
            words=frozenset(i for hit in hits for i in hit.words),
            against=_AGAINST in groups,
            change=any({_UP, _DOWN} <= set(bare[hit.start : hit.end]) for hit in hits if hit.group == _CHANGED),
            most=tuple(" ".join(bare[hit.start : hit.end]) for hit in hits if hit.group == _MOST),
            chooses=_picks(bare, asked, _MORE in groups, _AGAINST in groups),
        )


def _picks(bare: Sequence[str], asked: Asking, more: bool, against: bool) -> bool:
    """Whether one of several is picked: "A hay B cao hơn", "thuế nào thấp hơn", "chỉ tiêu nào không đạt dự toán"."""
    which = "nao" in bare and _CHOOSING.issuperset(asked.kinds) and _MEASURES.isdisjoint(filter(None, asked.nouns))
    return (more and (which or not _OR.isdisjoint(bare))) or (against and which)
