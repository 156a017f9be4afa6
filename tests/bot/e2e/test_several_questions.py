"""Several questions in one message are answered each, in one reply."""

from __future__ import annotations

import pytest

from bot import texts
from tests.bot.e2e.reading import (
    NAME,
    NOT_THERE,
    PLACE,
    TAX,
    TAX_FIGURE,
    TOTAL,
    TOTAL_FIGURE,
    bold,
    labels,
)
from tests.telegram_double.talk import Talk

THREE = f"{TOTAL} {TAX} {NOT_THERE}"


@pytest.mark.parametrize("text", [THREE, f"1. {TOTAL}\n2. {TAX}\n3. {NOT_THERE}", f"- {TOTAL}\n- {TAX}\n- {NOT_THERE}"])
def test_several_questions_are_answered_each_in_one_reply(an: Talk, text: str) -> None:
    asked = an.says(text)
    answer = an.hears()
    an.hears_nothing()
    assert answer["reply_to_message_id"] == asked["message_id"]
    lines = answer["text"].splitlines()
    assert [line for line in lines if line[:2] in ("1.", "2.", "3.")] == [f"1. {TOTAL}", f"2. {TAX}", f"3. {NOT_THERE}"]
    assert bold(answer) == [TOTAL_FIGURE, TOTAL_FIGURE, TAX_FIGURE, TAX_FIGURE]
    assert answer["text"].count(PLACE) == 2
    assert lines[-1].startswith("Báo cáo không nêu")


def test_several_questions_in_a_group(binh: Talk) -> None:
    binh.says(f"{NAME} {THREE}")
    answer = binh.hears()
    assert f"3. {NOT_THERE}" in answer["text"]
    binh.hears_nothing()


def test_each_of_several_can_be_opened_and_closed(an: Talk) -> None:
    an.says(THREE)
    several = an.hears()
    assert labels(several)[:3] == ["Câu 1", "Câu 2", "Câu 3"]
    an.presses("Câu 2")
    second = an.sees_change()
    assert second["text"].startswith(f"❓ {TAX}")
    assert TAX_FIGURE in bold(second)
    an.presses("Ngữ cảnh")
    assert an.sees_change()["text"].startswith("📖")
    an.presses("Về câu trả lời")
    assert an.sees_change()["text"] == second["text"]
    an.presses("Tất cả câu trả lời")
    assert an.sees_change()["text"] == several["text"]
    an.presses("Câu 3")
    assert an.sees_change()["text"].startswith(f"❓ {NOT_THERE}\n\nBáo cáo không nêu")


def test_of_more_than_five_questions_the_first_five_are_answered_and_that_is_said(an: Talk) -> None:
    an.says("\n".join(f"{number}. Năm {2010 + number} tổng thu ngân sách bao nhiêu?" for number in range(1, 8)))
    answer = an.hears()
    assert answer["text"].endswith(texts.ONLY_SO_MANY.format(count=5))
    assert "6. " not in answer["text"]
    an.hears_nothing()


def test_in_one_message_too_a_question_may_lean_on_the_one_before(an: Talk) -> None:
    an.says(f"{TOTAL} Còn năm 2021?")
    lines = an.hears()["text"].splitlines()
    assert "2. Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?" in lines
