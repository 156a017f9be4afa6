from __future__ import annotations

from index.jointed import halves


def test_a_sentence_is_cut_at_each_joint_that_is_sure() -> None:
    text = "tổng thu bao nhiêu, tổng chi bao nhiêu và hộ nghèo bao nhiêu"
    assert halves(text) == ["tổng thu bao nhiêu", "tổng chi bao nhiêu", "hộ nghèo bao nhiêu"]


def test_a_second_question_that_goes_on_with_the_first_is_left_with_it() -> None:
    text = "tổng thu là bao nhiêu và bằng bao nhiêu phần trăm dự toán"
    assert halves(text) == [text]


def test_a_list_within_one_question_is_not_cut() -> None:
    text = "thu, chi và đầu tư năm 2020 như thế nào"
    assert halves(text) == [text]


def test_a_sentence_of_many_joints_is_cut_a_few_times_and_an_endless_one_never() -> None:
    assert 1 < len(halves("tổng thu bao nhiêu và " * 25)) < 20
    endless = "tổng thu bao nhiêu và " * 200
    assert halves(endless) == [endless]
