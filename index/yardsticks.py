"""What results are held against: the figure of a plan, or of last year, is not that of the result compared with it."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.cells import CELL
from index.datafiles import named
from index.normalize import fold
from index.phrases import Phrases

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "yardsticks.toml"
_BETWEEN = r"(?:\s+(?:ca|cua|muc|lan|so|duoc))*\s*"  # folded, between what compares and the yardstick

_Phrases = Annotated[tuple[str, ...], Field(min_length=1)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: _Phrases
    comparing: _Phrases
    besides: _Phrases


class Yardsticks:
    """The `words` for them, and those `comparing` with them; `phrases` finds the former among syllables."""

    def __init__(self, data: _Data) -> None:
        self.words, self.comparing = data.words, data.comparing
        self.phrases = Phrases([data.words], {})
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

    def has(self, yardstick: str, text: str, header: str) -> bool:
        """Whether a sentence names a yardstick otherwise than to compare with it, or a column of its header is it."""
        wanted = fold(yardstick).lower()
        bare = fold(text).lower()
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", bare)]
        own = any(not self._compared.search(bare[max(0, at - 40) : at]) for at in places)
        return own or any(cell.strip().startswith(wanted) for cell in CELL.split(fold(header).lower()))


def _any(phrases: tuple[str, ...]) -> str:
    longest_first = sorted({fold(phrase).lower() for phrase in phrases}, key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
