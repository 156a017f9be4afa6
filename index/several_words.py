"""The words by which several questions of one message are told apart; they stand in config/several.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named
from index.normalize import fold, syllable
from index.phrases import Phrases

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "several.toml"

Words = Annotated[tuple[str, ...], Field(min_length=1)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    courtesy: Words
    thanks: Words
    asker: Words
    wanting: Words
    joints: Words
    continues: Words
    introducing: Words
    requesting: Words
    together: Words
    comparing: Words
    empty: Words


class SeveralWords:
    """What is only polite, who asks and what for, what joins two questions, and what goes on with the first."""

    def __init__(self, data: _Data) -> None:
        self._courtesy = Phrases([data.courtesy], {})
        self._thanks = Phrases([data.thanks], {})
        self._asker = Phrases([data.asker], {})
        self._wanting = Phrases([data.wanting], {})
        self._joints = Phrases([data.joints], {})
        self._continues = Phrases([data.continues], {})
        self._introducing = Phrases([data.introducing], {})
        self._requesting = Phrases([data.requesting], {})
        self._together = Phrases([data.together], {})
        self._comparing = Phrases([data.comparing], {})
        self.empty = frozenset(fold(syllable(one)) for one in data.empty)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> SeveralWords:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of words around questions"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def only_polite(self, spelled: Sequence[str]) -> bool:
        """Whether all of these syllables are courtesy; also where there is none."""
        return len({i for one in self._courtesy.find(spelled, bare=True) for i in one.words}) == len(spelled)

    def thanks(self, spelled: Sequence[str]) -> int | None:
        """Where thanks begin that go on to the end; None where there are none."""
        found = self._thanks.find(spelled, bare=True)
        return next((one.start for one in found if self.only_polite(spelled[one.start :])), None)

    def of_asker(self, spelled: Sequence[str]) -> bool:
        """Whether a sentence tells of who asks, and not what is wanted to know."""
        begins = any(one.start == 0 for one in self._asker.find(spelled, bare=True))
        return begins and not self.wants(spelled)

    def wants(self, spelled: Sequence[str]) -> bool:
        """Whether a text says that something is wanted, or of when."""
        return bool(self._wanting.find(spelled, bare=True))

    def introduces(self, spelled: Sequence[str]) -> bool:
        """Whether a text begins by telling who asks."""
        return any(one.start == 0 for one in self._introducing.find(spelled, bare=True))

    def request(self, spelled: Sequence[str]) -> int | None:
        """Where it is said first that something is asked; None where it is not."""
        return next((one.start for one in self._requesting.find(spelled, bare=True)), None)

    def together(self, spelled: Sequence[str]) -> bool:
        """Whether what is named side by side is asked about as one."""
        return bool(self._together.find(spelled, bare=True))

    def compares(self, spelled: Sequence[str]) -> int:
        """How many syllables that compare a clause begins with."""
        return next((one.end for one in self._comparing.find(spelled, bare=True) if one.start == 0), 0)

    def joint(self, spelled: Sequence[str], at: int) -> int:
        """How many syllables that join two questions stand at a place."""
        found = self._joints.find(spelled[at : at + 4], bare=True)
        return found[0].end if found and found[0].start == 0 else 0

    def continues(self, spelled: Sequence[str]) -> bool:
        """Whether a clause begins as one that goes on with what was said before it."""
        return any(one.start == 0 for one in self._continues.find(spelled[:3], bare=True))
