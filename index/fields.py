"""Text → tokens of each field; the same function for reports and questions (invariant 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from index.glossary import Glossary
from index.normalize import fold
from index.tokens import tokens
from index.words import words

WORDS = "words"
SYLLABLES = "syllables"
FOLDED = "folded"
PAIRS = "pairs"
FOLDED_PAIRS = "folded_pairs"
FIELDS = (WORDS, SYLLABLES, FOLDED, PAIRS, FOLDED_PAIRS)

BREAK = "\x1f"  # Unicode's unit separator: white space to pyvi, and in no report's sentence by chance

Fields: TypeAlias = Mapping[str, list[str]]


def fields(text: str, glossary: Glossary) -> Fields:
    """The tokens of a text in every field, in order; `text` is NFC.

    `words` are pyvi's, `syllables` carry accents, `folded` none; pairs are neighbours of these, joined by a space.
    No pair bridges a `BREAK`.
    """
    written_out = glossary.expand(text)
    found = list(tokens(written_out))
    syllables = [token.text for token in found]
    folded = [fold(syllable) for syllable in syllables]
    broken = BREAK in written_out
    beside = [i for i, (a, b) in enumerate(pairwise(found)) if not (broken and BREAK in written_out[a.end : b.start])]
    return {
        WORDS: words(written_out),
        SYLLABLES: syllables,
        FOLDED: folded,
        PAIRS: [f"{syllables[i]} {syllables[i + 1]}" for i in beside],
        FOLDED_PAIRS: [f"{folded[i]} {folded[i + 1]}" for i in beside],
    }


def joined(parts: Sequence[Fields]) -> Fields:
    """The fields of texts that stand one after the other; no pair bridges two of them."""
    return {name: [token for part in parts for token in part[name]] for name in FIELDS}
