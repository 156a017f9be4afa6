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


def test_the_best_come_first_and_ties_go_to_the_one_that_stands_first(index: FieldIndex, query: Query) -> None:
    assert [found.passage for found in EmbeddedRetriever(index).retrieve(query, 10)] == [0, 4, 1]


def test_no_more_come_than_asked_for(index: FieldIndex, query: Query) -> None:
    assert len(EmbeddedRetriever(index).retrieve(query, 1)) == 1


def test_a_question_without_a_known_word_finds_nothing(index: FieldIndex, small: Library) -> None:
    assert EmbeddedRetriever(index).retrieve(small.understand("zzz qqq"), 10) == []


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
    assert least <= index.coverage(query, FOLDED, SYLLABLES)(len(TEXTS)) <= most


def test_an_index_of_nothing_finds_nothing(query: Query) -> None:
    empty = FieldIndex([], Ranking.load().fields, k1=1.2, b=0.75, delta=1.0)
    assert EmbeddedRetriever(empty).retrieve(query, 10) == []
