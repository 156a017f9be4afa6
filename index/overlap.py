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
    "unsaid after said",
    "unsaid before said",
    "unsaid between said",
    *(f"{name}{where}" for where in ("<<", "<<<", ">>", ">>>") for name in _NEAR),
    "rarity",
)
KINDS = (
    *(kind.value for kind in Kind if kind not in (Kind.MONEY, Kind.ORDINAL)),
    "which",  # "đảng nào", "loại gì": of a noun that no other kind knows
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its syllables, numbered from 1, with what each is worth; index 0 stands for any other.

    `worth` adds up to 1; `left` and `right` say how close each stands before the asking phrase and behind it, `noun`
    whether it is the noun that narrows what is asked, `names` which belong to a name.
    """

    kind: str
    numbers: Mapping[str, int]
    worth: Floats
    left: Floats
    right: Floats
    noun: Floats
    names: NDArray[np.bool_]
    follows: NDArray[np.int64]  # the number of the syllable that a syllable follows in the question, or -1

    def of(self, ids: Ids, rows: NDArray[np.int64], real: NDArray[np.bool_], known: Mapping[str, int]) -> Ids:
        """The syllables of words in some rows of a table, by their numbers in the question, 0 for those it has not.

        `ids` are the table's, of shape `(4, words)`, and `known` what they number; `rows` and `real` are of shape
        `(sentences, words)`, and so, behind the syllables, is what comes back.
        """
        table = np.zeros(len(known) + 1, np.int32)
        for syllable, number in self.numbers.items():
            table[known.get(syllable, 0)] = number
        table[0] = 0
        return np.asarray(table.take(ids.take(rows, axis=1)) * real, dtype=np.int32)


def asked(query: Query, idf: Callable[[str], float]) -> Asked:
    """What a query's question says, `idf` telling how rare a syllable is: with accents if it was typed with them."""
    spelled = query.spelled if query.accented else tuple(map(fold, query.spelled))
    begin, end = query.asking.places[0]
    worth: dict[str, float] = {}
    left: dict[str, float] = {}
    right: dict[str, float] = {}
    follows: dict[str, str] = {}
    for i, (syllable, written) in enumerate(zip(spelled, query.spelled, strict=True)):
        if i in query.asking.words:
            continue
        worth[syllable] = idf(syllable) * (_LIGHT if written in query.function else 1.0)
        if i < begin:
            left[syllable] = _FADE ** (begin - 1 - i)  # ascending: the nearest is kept
        if i >= end:
            right.setdefault(syllable, _FADE ** (i - end))
        if i and i - 1 not in query.asking.words:
            follows.setdefault(syllable, spelled[i - 1])
    numbers = {syllable: number for number, syllable in enumerate(worth, start=1)}
    total = sum(worth.values()) or 1.0
    nouns = frozenset((query.asking.nouns[0] or "").split())
    noun = [syllable for syllable in worth if fold(syllable) in nouns]
    named = query.constraints.name_syllables

    def column(values: Mapping[str, float]) -> Floats:
        return np.array([0.0, *(values.get(syllable, 0.0) for syllable in worth)])

    return Asked(
        kind=_kind(query),
        numbers=numbers,
        worth=column(worth) / total,
        left=column(left),
        right=column(right),
        noun=column(dict.fromkeys(noun, 1.0)),
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

    `held`, `(syllables, sentences, words)`, numbers the words' syllables as the question does; `lengths` and `rarity`,
    `(sentences, words)`, say how many syllables each word has (0 where there is none) and its rarest one's idf.
    """
    # `take` is several times as fast as an index of arrays. Features stand first here, so that each is written in one.
    hits = (held > 0).sum(0)
    weight = question.worth.take(held).sum(0)
    left, right, noun = (column.take(held).max(0) for column in (question.left, question.right, question.noun))
    said = (hits >= lengths) & (lengths > 0)
    size = len(_HELD)
    sentences, words = lengths.shape
    out = np.zeros((len(FEATURES), sentences, words))
    own, before, after = out[:size], out[size : 2 * size], out[2 * size : 3 * size]
    for i, column in enumerate((said, 4 * weight, left, right, noun, (hits > 0) & ~said)):
        own[i] = column
    before[:, :, 1:] = own[:, :, :-1]
    after[:, :, :-1] = own[:, :, 1:]
    unsaid_after = np.multiply(~said, before[0], out=out[3 * size])
    np.multiply(~said, after[0], out=out[3 * size + 1])
    np.multiply(unsaid_after, after[0], out=out[3 * size + 2])
    near = np.concatenate([weight, left, right, weight * left, weight * right])
    fading = _fading(words)
    np.matmul(near, fading, out=out[3 * size + 3 : -1].reshape(len(fading), len(near), words))
    out[-1] = rarity
    return out.transpose(1, 2, 0)


def members(held: Ids, size: int) -> NDArray[np.bool_]:
    """Which of a question's syllables, `size` with the 0 for any other, sentences have, of shape `(sentences, size)`.

    `held`, `(syllables, sentences, words)`, numbers the words' syllables as the question does; 0 is had by none.
    """
    out = np.zeros((held.shape[1], size), bool)
    out[np.arange(held.shape[1])[:, None], held] = True
    out[:, 0] = False
    return out


@lru_cache(maxsize=256)
def _fading(words: int) -> Floats:
    """What each word counts for at another: ahead of it, fast and slowly fading, and behind it; `(4, words, words)`."""
    distance = np.arange(words)[None, :] - np.arange(words)[:, None] - 1
    ahead = [np.where(distance >= 0, fade ** np.maximum(distance, 0), 0.0) for fade in (_FADE, _SLOW)]
    return np.stack([*ahead, *(one.T for one in ahead)])
