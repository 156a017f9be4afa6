"""One question leads to the next; several come at once; and not all that is said is a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import texts
from tests.bot.e2e.beside import Beside
from tests.bot.e2e.clock import Clock
from tests.bot.e2e.conftest import Serve
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
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk

UNDERSTOOD = "Hiểu là: "
THREE = f"{TOTAL} {TAX} {NOT_THERE}"


def understood(message: dict[str, object]) -> str:
    """How a question was taken, as the message says."""
    first = str(message["text"]).splitlines()[0]
    assert first.startswith(UNDERSTOOD), message["text"]
    return first.removeprefix(UNDERSTOOD)


@pytest.mark.parametrize(
    ("question", "carried"),
    [
        ("còn năm 2021?", "Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?"),
        ("con nam 2021", "Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?"),
        ("thế thuế ngoài quốc doanh?", "Thuế ngoài quốc doanh"),
        ("bằng bao nhiêu phần trăm?", "Tổng thu ngân sách nhà nước năm 2020 bằng bao nhiêu phần trăm?"),
    ],
)
def test_in_private_the_next_message_may_lean_on_the_question_before(an: Talk, question: str, carried: str) -> None:
    an.says(TOTAL)
    an.hears()
    an.says(question)
    assert carried in understood(an.hears())


def test_who_presented_the_report_may_be_asked_after_its_figures(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.says("ai trình bày?")
    assert "Nguyễn Văn Dũng" in bold(an.hears())


def test_a_follow_up_is_answered_by_the_sentence_that_answers_it_whole(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.says("bằng bao nhiêu phần trăm dự toán?")
    assert "105,1%" in bold(an.hears())
    an.says("còn năm 2021?")
    assert an.hears()["text"].splitlines()[-1] != ""
    an.says("thế thuế ngoài quốc doanh năm 2020?")
    assert "ngoài quốc doanh" in understood(an.hears()).lower()


@pytest.mark.parametrize("question", [TAX, "Người trình bày báo cáo tóm tắt trước Hội nghị là ai?", NOT_THERE])
def test_a_question_that_stands_alone_is_never_bent(town: TelegramDouble, an: Talk, question: str) -> None:
    fresh = talk(town, an.chat + 500_000)
    fresh.says(question)
    an.says(TOTAL)
    an.hears()
    an.says(question)
    answer = an.hears()
    assert UNDERSTOOD not in answer["text"]
    assert answer["text"] == fresh.hears()["text"]


def test_a_reply_leans_on_the_answer_it_replies_to_not_on_the_last_one(an: Talk) -> None:
    an.says(TOTAL)
    total = an.hears()
    an.says("Ai kết luận hội nghị?")
    an.hears()
    an.replies_to(total, "còn năm 2021?")
    assert understood(an.hears()).startswith("Tổng thu ngân sách")


def test_in_a_group_a_reply_leans_whoever_writes_it_and_the_next_question_does_not(
    town: TelegramDouble, binh: Talk
) -> None:
    chi = talk(town, binh.chat, user=binh.user + 1)
    binh.says(f"{NAME} {TOTAL}")
    chi.replies_to(binh.hears(), "còn năm 2021?")
    assert understood(binh.hears()) == "Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?"
    binh.says(f"{NAME} còn năm 2021?")
    assert UNDERSTOOD not in binh.hears()["text"]


def test_a_follow_up_may_lean_on_a_follow_up(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.says("còn năm 2019?")
    an.hears()
    an.says("còn năm 2021?")
    assert understood(an.hears()) == "Tổng thu ngân sách nhà nước năm 2021 là bao nhiêu?"


def test_small_talk_between_does_not_end_the_conversation(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.says("cảm ơn")
    an.hears()
    an.says("còn năm 2021?")
    assert understood(an.hears()).startswith("Tổng thu ngân sách")


def test_after_a_while_the_next_message_in_private_stands_alone(
    telegram: TelegramDouble, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch, "bot.remembering")
    later = Clock(monkeypatch, "bot.conversation")
    an = talk(telegram, 7)
    with serve():
        for minutes, leans in ((2, True), (30, False)):
            an.says(TOTAL)
            answer = an.hears()
            later.passes(minutes=minutes)
            clock.passes(minutes=minutes)
            an.says("còn năm 2021?")
            assert (UNDERSTOOD in an.hears()["text"]) is leans
        an.replies_to(answer, "còn năm 2021?")
        assert UNDERSTOOD in an.hears()["text"]


def test_a_follow_up_after_a_restart_leans_as_before(telegram: TelegramDouble, serve: Serve, tmp_path: Path) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path):
        an.says(TOTAL)
        answer = an.hears()
    with serve(folder=tmp_path):
        an.says("còn năm 2021?")
        assert understood(an.hears()).startswith("Tổng thu ngân sách")
        an.replies_to(answer, "còn năm 2019?")
        assert understood(an.hears()).startswith("Tổng thu ngân sách")


def test_where_no_questions_are_kept_a_follow_up_leans_until_a_restart(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path, keep_days=0):
        an.says(TOTAL)
        answer = an.hears()
        an.says("còn năm 2021?")
        assert understood(an.hears()).startswith("Tổng thu ngân sách")
    with serve(folder=tmp_path, keep_days=0):
        an.replies_to(answer, "còn năm 2019?")
        assert an.hears()["text"]


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


@pytest.mark.parametrize(
    "text", ["Chào em", "chao ban", "Cảm ơn nhé", "cam on", "bạn là ai", "đồ ngu", "hihi", "ok", "👍", "hôm nay trời mưa"]
)
def test_small_talk_gets_one_short_human_line_and_no_citation(bot: Beside, an: Talk, text: str) -> None:
    before = bot.statistics().asked
    asked = an.says(text)
    answer = an.hears()
    assert answer["text"] in texts.SMALL_TALK.values()
    assert answer["reply_to_message_id"] == asked["message_id"]
    assert "reply_markup" not in answer
    assert bot.statistics().asked == before
    an.hears_nothing()


def test_in_a_group_thanks_in_reply_to_an_answer_get_one_line(binh: Talk) -> None:
    binh.says(f"{NAME} {TOTAL}")
    binh.replies_to(binh.hears(), "Cảm ơn nhé")
    assert binh.hears()["text"] == texts.SMALL_TALK["thanks"]
    binh.says(f"{NAME} bạn là ai?")
    assert binh.hears()["text"] == texts.SMALL_TALK["who"]


@pytest.mark.parametrize("text", [f"Chào em. {TOTAL}", f"Cảm ơn. {TOTAL}", f"{TOTAL} Cảm ơn em nhé"])
def test_courtesy_around_a_question_does_not_hide_it(an: Talk, text: str) -> None:
    an.says(text)
    assert TOTAL_FIGURE in bold(an.hears())
