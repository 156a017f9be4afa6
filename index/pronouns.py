"""The word of a sentence that speaks of what was said before it: "Nó được lập năm 1998", "Công ty này có 20 người"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.leaning_words import LeaningWords

_WITHIN = 12  # words of a sentence's beginning in which it leans


def anaphor(words: Sequence[Sequence[str]]) -> int:
    """Its place among a sentence's words, each its syllables with accents; the first word's where none is such.

    A pronoun is a word by itself ("ông", "ông ấy", not "ông cha"); "này" may end one ("điều này").
    """
    return next((i for i, word in enumerate(words[:_WITHIN]) if _speaks(word)), 0)


def _speaks(word: Sequence[str]) -> bool:
    whole = _known().issuperset(word) and " ".join(word) not in _never()
    return bool(word) and (whole or word[-1] in _pointing())


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(LeaningWords.load().pronouns.anaphors)


@lru_cache(maxsize=1)
def _pointing() -> frozenset[str]:
    return frozenset(LeaningWords.load().demonstratives.always)


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    return frozenset(LeaningWords.load().pronouns.never)
