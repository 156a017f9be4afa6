"""The year behind a report's own and the one before it, as questions name them."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given

from index.near_years import LAST, NEXT, near_years, says, steps_asked
from index.normalize import fold
from tests.index.hostile import QUESTIONS, TEXTS

ASKED = [*((phrase, 1) for phrase in NEXT), *((phrase, -1) for phrase in LAST)]


@pytest.mark.parametrize(("phrase", "step"), ASKED)
@pytest.mark.parametrize("question", ["{} huyện thu bao nhiêu?", "Huyện thu bao nhiêu {}?", "Đầu {}, thu bao nhiêu?"])
def test_a_question_asks_of_the_year_behind_or_before_with_accents_and_without(
    phrase: str, step: int, question: str
) -> None:
    for typed in (phrase, phrase.capitalize(), phrase.upper(), fold(phrase)):
        assert steps_asked(question.format(typed)) == ((step, typed),)


@pytest.mark.parametrize("phrase", [*LAST, "năm tới", "năm sau"])
@pytest.mark.parametrize(
    "before", ["3", "10", "hai", "ba", "mấy", "những", "các", "cùng kỳ", "nhiệm kỳ", "so với", "so"]
)
def test_what_is_no_one_year_or_compares_asks_of_none(phrase: str, before: str) -> None:
    for typed in (f"{before} {phrase}", fold(f"{before} {phrase}")):
        assert steps_asked(f"Huyện thu bao nhiêu {typed}?") == ()


@pytest.mark.parametrize("number", ["một", "bốn", "năm", "mười", "vài", "nhiều"])
def test_behind_any_number_in_words_it_is_no_one_year(number: str) -> None:
    assert steps_asked(f"Huyện thu bao nhiêu trong {number} năm tới?") == ()
    assert steps_asked(f"Huyện thu bao nhiêu {number} năm trước?") == ()


@pytest.mark.parametrize("question", ["Bước sang năm 2020 thu ra sao?", "Chuyển sang năm 2021, huyện làm gì?"])
def test_before_a_year_that_is_named_it_asks_of_no_other(question: str) -> None:
    assert steps_asked(question) == ()


@pytest.mark.parametrize("before", ["cao hơn", "hơn", "kém"])
def test_what_something_is_more_than_is_only_compared_with(before: str) -> None:
    assert steps_asked(f"Thu {before} năm ngoái bao nhiêu?") == ()


@pytest.mark.parametrize(
    "question", ["", "Năm 2021 thu bao nhiêu?", "Năm nay thu bao nhiêu?", "Thu năm tớii?", "Tuần sau, tháng trước?"]
)
def test_other_questions_ask_of_none(question: str) -> None:
    assert steps_asked(question) == ()


def test_of_both_each_is_told_once() -> None:
    assert steps_asked("Năm ngoái, năm trước, năm tới và sang năm ra sao?") == ((1, "năm tới"), (-1, "Năm ngoái"))
    assert steps_asked("So với năm trước, năm ngoái ra sao?") == ((-1, "năm ngoái"),)


def test_in_a_question_that_is_not_composed_nothing_is_looked_for() -> None:
    assert steps_asked(normalize("NFD", "Năm tới thu bao nhiêu?")) == ()


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_hostile_question_is_looked_through_at_once(name: str) -> None:
    assert steps_asked(QUESTIONS[name]) == ()


@given(TEXTS)
def test_what_is_asked_is_told_as_typed(text: str) -> None:
    for step, typed in steps_asked(text):
        assert typed in text
        assert fold(typed).lower() in map(fold, NEXT if step == 1 else LAST)


@pytest.mark.parametrize(("phrase", "step"), ASKED)
def test_a_text_says_so_in_any_of_these_words(phrase: str, step: int) -> None:
    assert says(step, f"NHIỆM VỤ\n{phrase.upper()}\nThu tăng.")
    assert not says(-step, f"NHIỆM VỤ\n{phrase.upper()}\nThu tăng.")


@pytest.mark.parametrize("text", ["", "Thu tăng 9% so với năm ngoái.", "Bằng 107% cùng kỳ năm trước.", "Ba năm sau."])
@pytest.mark.parametrize("step", [1, -1])
def test_a_text_that_compares_or_counts_years_does_not_say_so(text: str, step: int) -> None:
    assert not says(step, text)


@pytest.mark.parametrize(
    ("reported", "groups"),
    [
        ([{2020}], [(*NEXT, "năm 2021")]),  # of last year a report says more than its own figures
        ([{2020}, {2020}], [(*NEXT, "năm 2021")]),
        ([{2020}, {2019}], []),
        ([{2019, 2020}], []),
        ([{2020}, set()], []),
        ([set()], []),
        ([], []),
    ],
)
def test_the_next_year_is_a_synonym_where_all_reports_are_of_one(
    reported: list[set[int]], groups: list[tuple[str, ...]]
) -> None:
    assert near_years(map(frozenset, reported)) == groups
