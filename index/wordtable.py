"""All words of a collection's sentences, as arrays: what the reader looks at, a row a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.collection import SentenceEntry
from index.normalize import fold
from index.pronouns import anaphor
from index.shapes import shapes
from index.tokens import tokens
from index.words import Word, tagged

Ids: TypeAlias = NDArray[np.int32]
_SYLLABLES = 4  # of a word that are looked at; abbreviations are written out, and few stand for more
LONGEST = 64  # words of a sentence that are read


class WordTable:
    """Words of sentences; those of sentence s stand in rows `offsets[s]` to `offsets[s + 1]`.

    `spelled` and `folded`, of shape `(4, words)`, number each word's syllables, with and without accents; 0 is none.
    `shapes` numbers its features, of shape `(words, most)`; 0 is none. `starts` and `ends` are offsets in its sentence,
    `sizes` how many of its syllables are looked at; `anaphors`, of shape `(sentences,)`, are the places of the words
    that speak of the sentence before, as `index.pronouns` finds them.
    """

    def __init__(
        self, entries: Sequence[SentenceEntry], function: frozenset[str], expand: Callable[[str], str]
    ) -> None:
        """`function` are the words that say little; `expand` writes abbreviations out."""
        self._spellings: dict[str, int] = {}
        self._folds: dict[str, int] = {}
        names: dict[str, int] = {}
        spelled: list[list[int]] = []
        folded: list[list[int]] = []
        shaped: list[list[int]] = []
        places: list[Word] = []
        self.lengths = np.zeros(len(entries), np.int64)
        self.anaphors = np.zeros(len(entries), np.int64)
        for number, entry in enumerate(entries):
            text = entry.report.quote(entry.sentence)
            words = tagged(text)[:LONGEST]
            syllables = [_syllables(text[word.start : word.end], expand) for word in words]
            places += words
            for one in syllables:
                spelled.append([_number(self._spellings, syllable) for syllable in one[:_SYLLABLES]])
                folded.append([_number(self._folds, fold(syllable)) for syllable in one[:_SYLLABLES]])
            found = shapes(text, words, syllables, entry.mentions, function)
            shaped += [[_number(names, feature) for feature in features] for features in found]
            self.lengths[number] = len(words)
            self.anaphors[number] = anaphor(syllables)
        self.spelled, self.folded = _padded(spelled, _SYLLABLES).T.copy(), _padded(folded, _SYLLABLES).T.copy()
        self.sizes = np.count_nonzero(self.spelled, axis=0).astype(np.int32)
        self.shapes = _padded(shaped, max(map(len, shaped), default=1))
        self.features: Mapping[str, int] = names
        self.starts = np.array([word.start for word in places], np.int32)
        self.ends = np.array([word.end for word in places], np.int32)
        self._number_rows()

    def _number_rows(self) -> None:
        self.offsets = np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64)

    def without(self, gone: range) -> WordTable:
        """The same less a run of sentences, those behind it numbered on."""
        fewer = copy(self)
        rows = slice(int(self.offsets[gone.start]), int(self.offsets[gone.stop]))
        fewer.lengths = np.delete(self.lengths, slice(gone.start, gone.stop))
        fewer.anaphors = np.delete(self.anaphors, slice(gone.start, gone.stop))
        fewer.spelled, fewer.folded = np.delete(self.spelled, rows, axis=1), np.delete(self.folded, rows, axis=1)
        for name in ("sizes", "shapes", "starts", "ends"):
            setattr(fewer, name, np.delete(getattr(self, name), rows, axis=0))
        fewer._number_rows()
        return fewer

    def syllables(self, accented: bool) -> tuple[Ids, Mapping[str, int]]:
        """Each word's syllables by number, and the numbers of syllables, with accents or without."""
        return (self.spelled, self._spellings) if accented else (self.folded, self._folds)

    def rows(self, numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The rows of some sentences side by side, of shape `(sentences, words of the longest)`, and which are real."""
        lengths = self.lengths[numbers]
        places = np.arange(max(1, int(lengths.max(initial=0))))
        real = places < lengths[:, None]
        return np.where(real, self.offsets[numbers][:, None] + places, 0), real


def _syllables(typed: str, expand: Callable[[str], str]) -> list[str]:
    written_out = expand(typed) if typed.isupper() and len(typed) > 1 else typed
    return [token.text for token in tokens(written_out)]


def _number(known: dict[str, int], term: str) -> int:
    return known.setdefault(term, len(known) + 1)


def _padded(rows: Sequence[Sequence[int]], width: int) -> Ids:
    """Rows of unequal length as one array, zeros behind the shorter ones."""
    out = np.zeros((max(1, len(rows)), width), np.int32)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
