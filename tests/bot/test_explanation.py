import pytest

from bot.explanation import best_two, explanation
from index import Abstention, Answer, Library
from tests.bot.process import QUESTION, REPORT


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load([REPORT])


def test_the_answer_stands_beside_the_next_best(library: Library) -> None:
    reply = library.ask(QUESTION)
    assert isinstance(reply, Answer)
    assert best_two(reply) == (reply.best, reply.runners_up[0])


def test_of_an_abstention_the_two_nearest_stand_side_by_side(library: Library) -> None:
    reply = library.ask("Thu ngân sách năm 2017 là bao nhiêu?")
    assert isinstance(reply, Abstention)
    assert best_two(reply) == reply.nearest[:2]


def test_the_columns_add_up_to_the_scores_that_stand_below(library: Library) -> None:
    candidates = best_two(library.ask(QUESTION))
    lines = explanation(candidates, library.explain(QUESTION, candidates))
    assert [line[:4] for line in lines[:2]] == ["[1] ", "[2] "]
    header, *rows, score, confidence = lines[2:]
    assert header.split() == ["signal", "field", "term", "[1]", "[2]"]
    assert (score.split()[0], confidence.split()[0]) == ("score", "confidence")
    for column in (-2, -1):
        total = sum(float(row.split()[column]) for row in rows)
        assert total == pytest.approx(float(score.split()[column]), abs=0.01 * len(rows))


def test_a_long_sentence_is_cut_at_a_word(library: Library) -> None:
    candidates = best_two(library.ask(QUESTION))
    first = explanation(candidates, ())[0]
    assert len(candidates[0].text) > len(first)
    assert first.endswith(" …")
    assert candidates[0].text.startswith(first[4:-2])


def test_where_nothing_is_near_there_is_nothing_to_explain() -> None:
    assert explanation((), ()) == []
