"""What is planned, and not yet reached: a question on results is not answered by it, though the words are the same.

The words that tell stand in config/plans.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.datafiles import named
from index.phrases import Phrases
from index.tokens import Token, tokens
from index.yardsticks import Yardsticks

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "plans.toml"
_FOREMOST = 1  # tokens before a yardstick that a sentence begins with: "- Dự toán thu …", "1. Chỉ tiêu …"
_PLAN, _MAYBE, _RESULT = range(3)

_Words = Annotated[tuple[str, ...], Field(min_length=1)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    asked: _Words
    asked_accented: _Words
    planned: _Words
    reached: _Words
    headings: _Words
    headings_maybe: _Words
    headings_of_results: _Words


class Plans:
    """The words that tell a plan from a result."""

    def __init__(self, data: _Data) -> None:
        self._asked = Phrases([(*data.asked, *data.asked_accented)], {})
        self._asked_bare = Phrases([data.asked], {})
        self._said = Phrases([data.planned, (), data.reached, Yardsticks.load().words], {})
        self._headings = Phrases([data.headings, data.headings_maybe, data.headings_of_results], {})

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Plans:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        with named(path, "list of words for plans"):
            return cls(_Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))

    def asked(self, found: Sequence[Token], compared: frozenset[int] = frozenset(), *, accented: bool) -> bool:
        """Whether a question, of which these are the tokens, asks about a plan.

        What a result is `compared` with, by its tokens, asks for none: "đạt bao nhiêu % dự toán tỉnh giao".
        """
        phrases = self._asked if accented else self._asked_bare
        end = -1  # of what is compared with
        for one in phrases.find([token.text for token in found], bare=not accented):
            if not (compared.issuperset(range(one.start, one.end)) or one.start == end):
                return True
            end = one.end
        return False

    def says(self, text: str, figure: int) -> bool:
        """Whether a sentence, whose first figure stands at an offset, gives it as planned."""
        found = [token for token in tokens(text) if token.start < figure]
        said = self._said.find([token.text for token in found], bare=False)
        groups = {one.group for one in said}
        foremost = any(one.group > _RESULT and one.start <= _FOREMOST for one in said)
        return (_PLAN in groups or foremost) and _RESULT not in groups

    def heads(self, section: Sequence[str]) -> bool:
        """Whether headings, the outermost first, stand over plans: the innermost that tells decides."""
        maybe = False
        for heading in reversed(section):
            said = self._headings.find([token.text for token in tokens(heading)], bare=False)
            groups = {one.group for one in said}
            if _RESULT in groups:
                return False
            if _PLAN in groups:
                return True
            maybe |= _MAYBE in groups
        return maybe
