import numpy as np
import pytest

from index.fields import FIELDS, FOLDED, SYLLABLES, fields
from index.library import Library
from index.question import Query
from index.ranking import Ranking
from index.retriever import EmbeddedRetriever, FieldIndex
from tests.index.builders import NO_GLOSSARY

TEXTS = ["Thu ngân sách tăng", "Chi ngân sách giảm", "Dân số tăng nhẹ", "", "Thu ngân sách tăng"]


@pytest.fixture(scope="module")
def index() -> FieldIndex:
    return FieldIndex([fields(text, NO_GLOSSARY) for text in TEXTS], Ranking.load().fields, k1=1.2, b=0.75, delta=1.0)


@pytest.fixture
def query(small: Library) -> Query:
    return small.understand("thu ngân sách")


def retriever(index: FieldIndex) -> EmbeddedRetriever:
    """Of passages that are one sentence each, which counts for nothing."""
    return EmbeddedRetriever(index, index, range(index.size), 0.0)


def test_the_best_come_first_and_ties_go_to_the_one_that_stands_first(index: FieldIndex, query: Query) -> None:
    assert [found.passage for found in retriever(index).retrieve(query, 10)] == [0, 4, 1]


def test_no_more_come_than_asked_for(index: FieldIndex, query: Query) -> None:
    assert len(retriever(index).retrieve(query, 1)) == 1


def test_a_passage_whose_best_sentence_does_well_comes_before_its_like(index: FieldIndex, query: Query) -> None:
    texts = [*TEXTS[:4], "Thu ngân sách nhà nước"]
    sentences = FieldIndex(
        [fields(text, NO_GLOSSARY) for text in texts[::-1]], Ranking.load().fields, k1=1.2, b=0.5, delta=1.0
    )
    found = EmbeddedRetriever(index, sentences, range(5), 1.0).retrieve(query, 10)
    alone = EmbeddedRetriever(index, sentences, range(5), 0.0).retrieve(query, 10)
    assert [one.passage for one in alone][:2] == [0, 4]
    assert [one.passage for one in found][:2] == [4, 0]


def test_the_best_sentence_of_several_counts(index: FieldIndex, query: Query) -> None:
    two = FieldIndex(
        [fields(text, NO_GLOSSARY) for text in ("Dân số", "Thu ngân sách")], Ranking.load().fields, k1=1, b=0.5, delta=1
    )
    one = FieldIndex([fields("Thu ngân sách. Dân số", NO_GLOSSARY)], Ranking.load().fields, k1=1, b=0.5, delta=1)
    (found,) = EmbeddedRetriever(one, two, [0], 0.5).retrieve(query, 10)
    assert found.score == pytest.approx(one.gains(query)[0] + 0.5 * two.gains(query)[1], abs=1e-6)


def test_gains_are_reckoned_once_a_question(index: FieldIndex, query: Query) -> None:
    gains = index.gains(query)
    assert index.gains(query) is gains
    with pytest.raises(ValueError, match="read-only"):
        gains[0] = 1.0


def test_a_question_without_a_known_word_finds_nothing(index: FieldIndex, small: Library) -> None:
    assert retriever(index).retrieve(small.understand("zzz qqq"), 10) == []


def test_a_text_without_any_word_of_the_question_gains_nothing(index: FieldIndex, query: Query) -> None:
    gains = index.gains(query)
    assert gains[2] == gains[3] == 0
    assert gains[0] == gains[4] > gains[1] > 0


def test_the_gain_is_the_fields_weighted_sum(index: FieldIndex, query: Query) -> None:
    used = Ranking.load().fields.accented.used()
    expected = sum(weight * index.bm25[name].gains(query.terms[name]) for name, weight in used.items())
    np.testing.assert_allclose(index.gains(query), expected)
    assert set(used) <= set(FIELDS)


def test_a_perfect_match_is_more_than_a_match_of_some_words(index: FieldIndex, query: Query) -> None:
    assert index.perfect(query) > index.gains(query)[1]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("Thu ngân sách tăng", 0.999, 1.001), ("thu ngan sach", 0.5, 0.99), ("Thu chi", 0.01, 0.99), ("Dân số", 0, 0)],
)
def test_coverage_is_the_share_of_the_question_held(query: Query, text: str, least: float, most: float) -> None:
    # a word with another accent counts half
    texts = [fields(one, NO_GLOSSARY) for one in (*TEXTS, text)]
    index = FieldIndex(texts, Ranking.load().fields, k1=1.2, b=0.75, delta=1.0)
    assert least <= index.coverage(query, FOLDED, SYLLABLES)(len(TEXTS)).share <= most


def test_an_index_of_nothing_finds_nothing(query: Query) -> None:
    empty = FieldIndex([], Ranking.load().fields, k1=1.2, b=0.75, delta=1.0)
    assert retriever(empty).retrieve(query, 10) == []
