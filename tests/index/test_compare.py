import math
from dataclasses import replace

from index.compare import changes, turned
from index.results import Result
from tests.index.made_results import HIT, many


def halves(right: int, of: int) -> list[Result]:
    return [replace(one, sentence=i < right) for i, one in enumerate(many(of))]


def test_a_run_against_itself_changes_nothing_for_certain() -> None:
    results = halves(12, 20)
    for one in changes(results, results):
        assert one.before == one.now or math.isnan(one.now)
        assert not one.is_clear
    assert turned(results, results) == ([], [])


def test_a_change_stands_in_its_interval_and_is_clear_where_it_is_large() -> None:
    found = {one.figure: one for one in changes(halves(4, 40), halves(30, 40))}["sentence acc@1"]
    assert (found.before, found.now) == (0.1, 0.75)
    assert 0 < found.low < 0.65 < found.high < 1
    assert found.is_clear


def test_one_question_in_many_is_no_clear_change() -> None:
    found = {one.figure: one for one in changes(halves(20, 40), halves(21, 40))}["sentence acc@1"]
    assert found.low <= 0 < found.high
    assert not found.is_clear


def test_the_interval_is_the_same_on_every_run() -> None:
    before, now = halves(4, 40), halves(9, 40)
    assert [repr(one) for one in changes(before, now)] == [repr(one) for one in changes(before, now)]


def test_questions_of_one_article_are_drawn_together() -> None:
    # twenty articles of ten questions that turn together are twenty observations, not two hundred
    after = halves(100, 200)
    before = [replace(one, sentence=False) for one in after]
    apart = {one.figure: one for one in changes(before, after)}["sentence acc@1"]
    grouped = [replace(one, article=f"a {i // 10}") for i, one in enumerate(after)]
    together = {one.figure: one for one in changes(before, grouped)}["sentence acc@1"]
    assert together.high - together.low > 2 * (apart.high - apart.low)


def test_few_articles_are_not_drawn_whole() -> None:
    after = [replace(one, article="a 0") for one in halves(10, 20)]
    before = [replace(one, sentence=False) for one in after]
    found = {one.figure: one for one in changes(before, after)}["sentence acc@1"]
    assert found.low < 0.5 < found.high


def test_times_have_no_interval() -> None:
    found = {one.figure: one for one in changes(many(12), many(12, ms=9.0))}["ms p50"]
    assert (found.before, found.now) == (1.0, 9.0)
    assert math.isnan(found.low)
    assert not found.is_clear


def test_figures_that_one_run_lacks_are_not_compared() -> None:
    once = [replace(one, answered_without=None, confidence_without=None, bar_without=None) for one in many(12)]
    assert "abstention AUC" not in {one.figure for one in changes(once, many(12))}
    assert "sentence acc@1" in {one.figure for one in changes(once, many(12))}


def test_won_and_lost_are_the_questions_whose_sentence_turned() -> None:
    before = [replace(HIT, text="a"), replace(HIT, text="b", sentence=False), replace(HIT, text="c")]
    now = [replace(HIT, text="a"), replace(HIT, text="b"), replace(HIT, text="c", sentence=False)]
    won, lost = turned(before, now)
    assert ([one.text for one in won], [one.text for one in lost]) == (["b"], ["c"])
