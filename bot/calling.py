"""Words that only call the bot to answer what somebody else asked: "@bot trả lời giúp", "/hoi câu này với"."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from index.datafiles import named
from index.normalize import has_accents, nfc
from index.phrases import Phrases
from index.tokens import tokens

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "calls.toml"


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    asking: tuple[str, ...]
    this: tuple[str, ...]
    beside: tuple[str, ...]


@lru_cache(maxsize=4)
def _phrases(path: Path) -> Phrases:
    """In two groups, what calls and what goes with it; raises `DataError` that names what is wrong with the file."""
    with named(path, "list of calls"):
        data = _Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        return Phrases([data.asking + data.this, data.beside], {})


def only_calls(text: str) -> bool:
    """Whether a text asks nothing itself: all its words are such phrases', or it has none; an emoji says more.

    Where it has no accents, a word that may be another one does not do alone: "chi" is spending as well as "chị".
    """
    said = [token.text for token in tokens(nfc(text))]
    if not said:
        return not any(unicodedata.category(c) == "So" for c in text)
    bare = not has_accents(text)
    found = _phrases(DEFAULT).find(said, bare=bare)
    return len(said) == sum(len(one.words) for one in found) and not (bare and all(one.group for one in found))
