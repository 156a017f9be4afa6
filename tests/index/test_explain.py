import pytest

from index.library import Library
from index.records import Answer
from tests.index.builders import answered, refused

QUESTIONS = ["Tổng thu NSNN đạt bao nhiêu?", "tong thu ngan sach bao nhieu", "Sản lượng lúa năm 2015 đạt bao nhiêu?"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_shares_of_a_sentence_add_up_to_its_score(small: Library, question: str) -> None:
    reply = small.ask(question)
    candidates = (reply.best, *reply.runners_up) if isinstance(reply, Answer) else reply.nearest
    shares = small.explain(question, candidates)
    for i, candidate in enumerate(candidates):
        assert sum(share.values[i] for share in shares) == pytest.approx(candidate.score, abs=1e-6)


def test_a_share_names_the_field_and_the_word_that_matched(small: Library) -> None:
    question = "Tổng thu NSNN đạt bao nhiêu?"
    best = answered(small, question).best
    matched = {(one.field, one.term) for one in small.explain(question, [best]) if one.signal == "sentence"}
    assert {("words", "ngân_sách"), ("syllables", "thu"), ("folded_pairs", "ngan sach")} <= matched


def test_what_is_lacking_is_a_share_of_its_own(small: Library) -> None:
    question = "Tổng thu NSNN trên địa bàn huyện năm 2017 đạt bao nhiêu?"
    shares = small.explain(question, refused(small, question).nearest[:1])
    (lacking,) = [one for one in shares if one.signal == "year-not-in-report"]
    assert (lacking.field, lacking.term) == ("", "")
    assert lacking.values[0] < 0


def test_the_weightiest_shares_come_first(small: Library) -> None:
    question = "Tổng thu NSNN đạt bao nhiêu?"
    weights = [abs(one.values[0]) for one in small.explain(question, [answered(small, question).best])]
    assert weights == sorted(weights, reverse=True)


def test_of_no_candidates_there_is_nothing_to_explain(small: Library) -> None:
    assert small.explain("?", []) == ()
