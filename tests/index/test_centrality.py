import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.centrality import Cosines, lexrank

TEXTS = [["thu", "ngân", "sách"], ["thu", "phí"], ["chi", "ngân", "sách", "sách"], ["lễ", "hội"], []]


def cosine(texts: list[list[str]], a: int, b: int) -> float:
    """The formula, word for word."""
    held = Counter(term for text in texts for term in set(text))
    weights = [{t: n * math.log(len(texts) / held[t]) for t, n in Counter(text).items()} for text in texts]
    norms = [math.sqrt(sum(w * w for w in one.values())) for one in weights]
    dot = sum(w * weights[b].get(t, 0.0) for t, w in weights[a].items())
    return dot / (norms[a] * norms[b]) if norms[a] * norms[b] else 0.0


def slow(texts: list[list[str]]) -> list[float]:
    """The same ranks from the whole matrix."""
    size = len(texts)
    matrix = np.array([[cosine(texts, a, b) for b in range(size)] for a in range(size)])
    sums = matrix.sum(axis=1, keepdims=True)
    matrix = np.where(sums > 0, matrix / np.where(sums > 0, sums, 1), 1 / size)
    ranks = np.full(size, 1 / size)
    for _ in range(300):
        ranks = 0.15 / size + 0.85 * matrix.T @ ranks
    return [float(rank) for rank in ranks]


texts = st.lists(st.lists(st.sampled_from("thu chi phí sách lễ hội".split()), max_size=6), min_size=1, max_size=8)


@settings(deadline=None)
@given(texts)
def test_cosines_and_ranks_are_those_of_the_whole_matrix(of: list[list[str]]) -> None:
    cosines = Cosines(of)
    for number in range(len(of)):
        assert cosines.with_all(number) == pytest.approx([cosine(of, number, other) for other in range(len(of))])
    ranks = lexrank(cosines)
    assert ranks == pytest.approx(slow(of), abs=1e-5)
    assert ranks.sum() == pytest.approx(1)


def test_what_others_say_too_ranks_above_what_none_says() -> None:
    ranks = lexrank(Cosines(TEXTS))
    assert ranks[0] == max(ranks)
    assert ranks[0] > ranks[3]


def test_of_nothing_there_are_no_ranks() -> None:
    assert len(lexrank(Cosines([]))) == 0
    assert lexrank(Cosines([["thu"], ["thu"]])) == pytest.approx([0.5, 0.5])
