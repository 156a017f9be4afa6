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

Fields: TypeAlias = Mapping[str, list[str]]


def fields(text: str, glossary: Glossary) -> Fields:
    """The tokens of a text in every field, in order; `text` is NFC.

    `words` are pyvi's, `syllables` carry accents, `folded` none; pairs are neighbours of these, joined by a space.
    """
    written_out = glossary.expand(text)
    return fields_of_parts([(written_out, [token.text for token in tokens(written_out)])])


def fields_of_parts(parts: Sequence[tuple[str, Sequence[str]]]) -> Fields:
    """The same for a text in parts, each with its syllables, abbreviations written out; no pair bridges two of them."""
    spelled = [syllables for _, syllables in parts]
    bare = [[fold(syllable) for syllable in part] for part in spelled]
    return {
        WORDS: words(" ".join([text for text, _ in parts])),
        SYLLABLES: [syllable for part in spelled for syllable in part],
        FOLDED: [syllable for part in bare for syllable in part],
        PAIRS: [f"{a} {b}" for part in spelled for a, b in pairwise(part)],
        FOLDED_PAIRS: [f"{a} {b}" for part in bare for a, b in pairwise(part)],
    }


def joined(parts: Sequence[Fields]) -> Fields:
    """The fields of texts that stand one after the other; no pair bridges two of them."""
    return {name: [token for part in parts for token in part[name]] for name in FIELDS}
