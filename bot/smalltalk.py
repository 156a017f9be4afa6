"""What is said to the bot without asking anything: greetings, thanks, insults, laughter. One short line answers each.

The phrases stand in config/smalltalk.toml, the lines in `bot.texts`. Every word of a message must be small talk: a
single other one makes it a question, so that no question is ever swallowed.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot import texts
from index.datafiles import named
from index.normalize import nfc, syllable
from index.phrases import Phrases

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "smalltalk.toml"
EMOJI = "emoji"  # the kind of a message without a word
LAUGHTER = "laughter"  # the kind of its words, of any length
_LONGEST = 300  # characters; what is longer is no small talk
_WORD = re.compile(r"[^\W_]+")
_SUM = re.compile(r"\d\s*[-+*/×÷^=]\s*[\d(?]")  # 2+2=?
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")  # chàooo, okkkk


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Fillers(_Table):
    words: tuple[str, ...]


class _Kind(_Table):
    kind: str
    phrases: tuple[str, ...]


class _Data(_Table):
    smileys: tuple[str, ...]
    laughter: str
    lists: dict[str, tuple[str, ...]]
    fillers: _Fillers
    kinds: tuple[_Kind, ...]


class SmallTalk:
    """The kinds of small talk, the first of which answers; raises `ValueError` for one that no line answers."""

    def __init__(self, data: _Data) -> None:
        self.kinds = tuple(one.kind for one in data.kinds)
        if unanswered := [one for one in self.kinds if one not in texts.SMALL_TALK]:
            raise ValueError(f"no line of bot/texts.py answers {unanswered[0]!r}")
        # A phrase of one syllable needs its accents: without them "thử" is "thu".
        self._long = Phrases([_of_length(one.phrases, long=True) for one in data.kinds], data.lists)
        self._short = Phrases([_of_length(one.phrases, long=False) for one in data.kinds], data.lists)
        self._fillers = Phrases([data.fillers.words], data.lists)
        longest_first = sorted(data.smileys, key=lambda one: (-len(one), one))
        self._smileys = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
        self._laughter = re.compile(data.laughter)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> SmallTalk:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of small talk"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def kind(self, text: str) -> str | None:
        """What kind of small talk a message is; None where it holds anything else, or nothing at all."""
        worded = self._smileys.sub(" ", nfc(text))
        if not any(c.isalnum() for c in worded):
            smiles = worded != nfc(text)
            return EMOJI if smiles or any(unicodedata.category(c) == "So" for c in worded) else None
        worded = _DRAWN_OUT.sub(r"\1\1\1", worded)
        if len(worded) > _LONGEST or _SUM.search(worded):
            return None
        typed = _WORD.findall(worded.lower())
        laughs = {i for i, word in enumerate(typed) if self._laughter.fullmatch(word)}
        said = [syllable(_DRAWN_OUT.sub(r"\1", word)) for word in typed]
        found = self._long.find(said, bare=True)
        told = {i for one in found for i in one.words} | laughs
        found += [one for one in self._short.find(said, bare=False) if told.isdisjoint(one.words)]
        told |= {i for one in found for i in one.words}
        fillers = {i for one in self._fillers.find(said, bare=True) for i in one.words}
        if not told or len(told | fillers) < len(said):
            return None
        kinds = {self.kinds[one.group] for one in found} | ({LAUGHTER} if laughs else set())
        return min(kinds, key=self.kinds.index)


def small_talk(text: str) -> str | None:
    """The line that answers a message that is small talk; None where it is not, and for what is a question as well."""
    kind = SmallTalk.load().kind(text)
    return texts.SMALL_TALK[kind] if kind else None


def _of_length(phrases: Sequence[str], *, long: bool) -> list[str]:
    return [one for one in phrases if (" " in one) is long]
