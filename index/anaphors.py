"""The word of a sentence that speaks of what was said before it: "Nó được lập năm 1998", "Công ty này có 20 người"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.leaning_words import LeaningWords

_WITHIN = 12  # words of a sentence's beginning in which it leans


def anaphor(words: Sequence[Sequence[str]]) -> int:
    """Its place among a sentence's words, each its syllables with accents; the first word's where none is such."""
    known = _known()
    return next((i for i, word in enumerate(words[:_WITHIN]) if not known.isdisjoint(word)), 0)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(LeaningWords.load().pronouns.anaphors)
