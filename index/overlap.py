"""A question held against words of sentences: which of them it says, and what stands near those.

Vietnamese asks where the answer would stand ("X ra đời năm nào" – "X ra đời năm 1998"), so that what leads up to the
asking phrase and what follows it are told apart: `left` is high for words close before that phrase, `right` for those
close behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.asks import Kind
from index.normalize import fold
from index.question import Query
from index.tokens import tokens
from index.wordtable import Ids

Floats: TypeAlias = NDArray[np.float64]
_FADE = 0.75  # a word: how fast what stands near counts for less
_SLOW = 0.95
_LIGHT = 0.3  # what a function word's idf counts
_HELD = ("said", "weight", "left", "right", "noun", "partly")
_NEAR = ("weight", "left", "right", "weight*left", "weight*right")
# Of a word, of its neighbours, and of all before and after it, nearer ones counting more.
FEATURES = (
    *_HELD,
    *(f"{name}<" for name in _HELD),
    *(f"{name}>" for name in _HELD),
    *(f"{name}<<" for name in _NEAR),
    *(f"{name}<<<" for name in _NEAR[:3]),
    *(f"{name}>>" for name in _NEAR),
    *(f"{name}>>>" for name in _NEAR[:3]),
    "rarity",
)
KINDS = (
    *(kind.value for kind in Kind if kind not in (Kind.MONEY, Kind.ORDINAL)),
    "which",  # "đảng nào", "loại gì": of a noun that no other kind knows
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its syllables, numbered from 1, with what each is worth; index 0 stands for any other.

    `worth` adds up to 1; `names` says which belong to a proper name, `new` which are no words of the question at all.
    """

    kind: str
    numbers: Mapping[str, int]
    worth: Floats
    left: Floats
    right: Floats
    noun: NDArray[np.bool_]
    names: NDArray[np.bool_]
    follows: NDArray[np.int64]  # the number of the syllable that a syllable follows in the question, or -1

    def of(self, ids: Ids, known: Mapping[str, int]) -> Ids:
        """Syllables by their numbers in a table → by their numbers in the question, 0 for those it has not."""
        table = np.zeros(len(known) + 1, np.int32)
        for syllable, number in self.numbers.items():
            table[known.get(syllable, 0)] = number
        table[0] = 0
        return table[ids]


def asked(query: Query, idf: Callable[[str], float]) -> Asked:
    """What a query's question says, `idf` telling how rare a syllable is: with accents if it was typed with them."""
    spelled = query.spelled if query.accented else tuple(map(fold, query.spelled))
    begin, end = query.asking.places[0]
    worth: dict[str, float] = {}
    left: dict[str, float] = {}
    right: dict[str, float] = {}
    follows: dict[str, str] = {}
    for i, syllable in enumerate(spelled):
        if i in query.asking.words:
            continue
        worth[syllable] = idf(syllable) * (_LIGHT if syllable in query.function else 1.0)
        if i < begin:
            left[syllable] = _FADE ** (begin - 1 - i)  # ascending: the nearest is kept
        if i >= end:
            right.setdefault(syllable, _FADE ** (i - end))
        if i and i - 1 not in query.asking.words:
            follows.setdefault(syllable, spelled[i - 1])
    numbers = {syllable: number for number, syllable in enumerate(worth, start=1)}
    total = sum(worth.values()) or 1.0
    nouns = frozenset((query.asking.nouns[0] or "").split())
    named = {fold(token.text) for _, name in query.constraints.names for token in tokens(name)}

    def column(values: Mapping[str, float]) -> Floats:
        return np.array([0.0, *(values.get(syllable, 0.0) for syllable in worth)])

    return Asked(
        kind=_kind(query),
        numbers=numbers,
        worth=column(worth) / total,
        left=column(left),
        right=column(right),
        noun=np.array([False, *(fold(syllable) in nouns for syllable in worth)]),
        names=np.array([False, *(fold(syllable) in named for syllable in worth)]),
        follows=np.array([-1, *(numbers.get(follows.get(syllable, ""), -1) for syllable in worth)]),
    )


def _kind(query: Query) -> str:
    kind = query.asking.kinds[0]
    if kind is Kind.OTHER and query.asking.nouns[0]:
        return "which"
    return Kind.FIGURE.value if kind in (Kind.MONEY, Kind.ORDINAL) else kind.value


def word_features(question: Asked, held: Ids, lengths: Ids, rarity: Floats) -> Floats:
    """The `FEATURES` of words, of shape `(sentences, words, features)`.

    `held`, `(sentences, words, syllables)`, numbers the words' syllables as the question does; `lengths` and `rarity`,
    `(sentences, words)`, say how many syllables each word has (0 where there is none) and its rarest one's idf.
    """
    hits = np.count_nonzero(held, axis=2)
    weight = question.worth[held].sum(2)
    left, right = question.left[held].max(2), question.right[held].max(2)
    said = (hits == lengths) & (lengths > 0)
    partly = (hits > 0) & (hits < lengths)
    own = np.stack([said, 4 * weight, left, right, question.noun[held].any(2), partly], axis=2, dtype=np.float64)
    near = np.stack([weight, left, right, weight * left, weight * right], axis=2)
    words = held.shape[1]
    fast, slow = _fading(words)
    nothing = np.zeros((len(held), 1, own.shape[2]))
    return np.concatenate(
        [
            own,
            np.concatenate([nothing, own[:, :-1]], axis=1),
            np.concatenate([own[:, 1:], nothing], axis=1),
            fast @ near,
            slow @ near[:, :, :3],
            fast.T @ near,
            slow.T @ near[:, :, :3],
            rarity[:, :, None],
        ],
        axis=2,
    )


@lru_cache(maxsize=256)
def _fading(words: int) -> tuple[Floats, Floats]:
    """What a word counts for at another behind it, of shape `(words, words)`, fast and slowly fading."""
    distance = np.arange(words)[:, None] - np.arange(words)[None, :] - 1
    behind = distance >= 0
    return np.where(behind, _FADE ** np.maximum(distance, 0), 0.0), np.where(
        behind, _SLOW ** np.maximum(distance, 0), 0.0
    )
