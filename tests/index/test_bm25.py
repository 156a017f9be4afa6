from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from index.bm25 import BM25

WORD = st.sampled_from("thu chi quận huyện xã ngân sách thuế phí đất".split())
CORPUS = st.lists(st.lists(WORD, max_size=12), min_size=1, max_size=12).filter(any)
QUERY = st.lists(WORD | st.just("lạ"), max_size=8)


def ours(documents: list[list[str]], *, k1: float = 1.2, b: float = 0.75, delta: float = 1.0) -> BM25:
    return BM25(documents, k1=k1, b=b, delta=delta)


@settings(max_examples=150, deadline=None)
@given(CORPUS, QUERY, st.floats(0.1, 3), st.floats(0, 0.95), st.floats(0, 2))
def test_scores_are_rank_bm25s_own(
    documents: list[list[str]], query: list[str], k1: float, b: float, delta: float
) -> None:
    # with b = 1 and an empty document rank_bm25's own score is 0/0
    theirs = BM25Plus(documents, k1=k1, b=b, delta=delta).get_scores(query)
    mine = ours(documents, k1=k1, b=b, delta=delta).scores(Counter(query))
    np.testing.assert_allclose(mine, theirs, atol=1e-9, rtol=0)


@pytest.mark.parametrize(
    ("documents", "query"),
    [
        ([["thu", "chi"]], ["thu"]),
        ([["thu"], [], ["chi", "chi"]], ["chi", "chi", "thu"]),
        ([["thu"], ["chi"]], ["lạ"]),
        ([["thu"], ["chi"]], []),
        ([["thu"]] * 5, ["thu", "thu", "thu"]),
    ],
)
def test_a_corner_is_scored_as_rank_bm25_scores_it(documents: list[list[str]], query: list[str]) -> None:
    theirs = BM25Plus(documents, k1=1.2, b=0.75, delta=1.0).get_scores(query)
    np.testing.assert_allclose(ours(documents).scores(Counter(query)), theirs, atol=1e-9, rtol=0)


@pytest.mark.parametrize("documents", [[], [[]], [[], []]])
def test_a_collection_without_words_scores_zero_where_rank_bm25_divides_by_it(
    documents: list[list[str]],
) -> None:
    index = ours(documents)
    assert index.scores({"thu": 1.0}).tolist() == [0.0] * len(documents)
    assert index.gains({"thu": 1.0}).tolist() == [0.0] * len(documents)
    assert "thu" not in index


def test_a_weight_is_a_fraction_of_a_word() -> None:
    index = ours([["thu", "chi"], ["chi"], ["phí"]])
    np.testing.assert_allclose(index.scores({"thu": 0.5}) * 2, index.scores({"thu": 1.0}))


def test_a_word_of_no_document_is_as_rare_as_can_be() -> None:
    index = ours([["thu", "chi"], ["chi"], ["phí"]])
    assert index.idf("lạ") >= index.idf("thu") > index.idf("chi")
    assert "thu" in index
    assert "lạ" not in index


def test_a_terms_gain_is_its_share_of_the_gains() -> None:
    documents = [["thu", "thu", "chi"], ["thu"], ["dân"], []]
    index = BM25(documents, k1=1.2, b=0.75, delta=1.0)
    gains = index.gains({"thu": 1.0, "chi": 1.0})
    for number in range(len(documents)):
        assert index.gain("thu", number) + index.gain("chi", number) == pytest.approx(gains[number])
    assert index.gain("không", 0) == 0


def test_gains_are_scores_without_what_every_document_gets() -> None:
    index = ours([["thu", "chi"], ["chi"], ["phí"]])
    gains, scores = index.gains({"thu": 1.0, "chi": 0.5}), index.scores({"thu": 1.0, "chi": 0.5})
    assert gains[2] == 0
    np.testing.assert_allclose(scores - gains, scores[2])


@settings(max_examples=150, deadline=None)
@given(CORPUS, QUERY, st.data())
def test_without_some_documents_it_is_as_if_they_had_never_been_there(
    documents: list[list[str]], query: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(documents)))
    gone = range(start, data.draw(st.integers(start, len(documents))))
    anew = ours([*documents[: gone.start], *documents[gone.stop :]])
    fewer = ours(documents).without(gone)
    assert fewer.size == anew.size
    assert fewer.gains(Counter(query)).tolist() == anew.gains(Counter(query)).tolist()
    for word in {*query, "thu", "đất"}:
        assert (word in fewer, fewer.idf(word)) == (word in anew, anew.idf(word))


def test_taking_documents_out_leaves_the_index_itself_as_it_was() -> None:
    index = ours([["thu", "chi"], ["chi"], ["phí"]])
    before = index.gains({"thu": 1.0, "chi": 1.0}).tolist()
    index.without(range(1))
    assert index.gains({"thu": 1.0, "chi": 1.0}).tolist() == before
