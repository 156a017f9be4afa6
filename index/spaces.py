"""Spaces left out of a question: where a word falls into syllables."""

from __future__ import annotations

from collections.abc import Sequence

from index.language import Language
from index.normalize import fold, syllable

_LEAST, _MOST = 2, 7  # letters of a syllable


def parted(typed: str, language: Language) -> str:
    """The word as syllables of which each stands beside the next in a report, as few as can be; else nothing."""
    folded = fold(typed.lower())
    ways: list[list[tuple[int, ...]]] = [[] for _ in range(len(folded) + 1)]  # by their end, where syllables begin
    for end in range(_LEAST, len(folded) + 1):
        for start in range(max(0, end - _MOST), end - _LEAST + 1):
            last = folded[start:end]
            if last not in language.folded:
                continue
            before = [cuts for cuts in ways[start] if language.beside(folded[cuts[-1] : start], last)]
            if before or not start:
                ways[end].append((*(min(before, key=_shortest) if before else ()), start))
    whole = [cuts for cuts in ways[-1] if len(cuts) > 1]
    return _cut(typed, min(whole, key=_shortest)) if whole else ""


def halves(text: str, language: Language) -> str:
    """The word as two syllables that no report has side by side; else nothing.

    Without accents both must be the reports', for much that is foreign falls into syllables.
    """
    for at in range(len(text) - _LEAST, _LEAST - 1, -1):
        parts = syllable(text[:at]), syllable(text[at:])
        bare = fold(text) == text
        if all(part in language.folded if bare else language.knows(part) for part in parts):
            return _cut(text, (0, at))
    return ""


def _shortest(cuts: Sequence[int]) -> tuple[int, ...]:
    """The fewest cuts first, then the earliest."""
    return len(cuts), *cuts


def _cut(text: str, starts: Sequence[int]) -> str:
    return " ".join(text[a:b] for a, b in zip(starts, (*starts[1:], len(text)), strict=True))
