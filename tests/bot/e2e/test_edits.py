"""Editing a question edits its answer; what was deleted is no error."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import texts
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import NAME, NOT_THERE, TAX, TAX_FIGURE, TOTAL, TOTAL_FIGURE, bold, button, labels
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk


def test_editing_the_question_edits_the_answer(an: Talk) -> None:
    an.says(TOTAL)
    before = an.hears()
    an.edits(TAX)
    after = an.sees_change()
    assert TAX_FIGURE in bold(after)
    assert after["message_id"] == before["message_id"]
    an.hears_nothing()
    an.presses("Ngữ cảnh")
    assert "Thuế ngoài quốc doanh | 6.601,357" in an.sees_change()["text"]


def test_an_edit_in_a_group(binh: Talk) -> None:
    binh.says(f"{NAME} {TOTAL}")
    binh.hears()
    binh.edits(f"{NAME} {TAX}")
    answer = binh.sees_change()
    assert TAX_FIGURE in bold(answer)
    for text in ("thôi, tìm thấy rồi", NAME):  # it does not ask the bot any more, so it is nothing to the bot
        binh.edits(text)
        binh.hears_nothing()
        assert binh.sees() == answer


def test_an_edited_command_and_an_edited_caption(town: TelegramDouble, binh: Talk) -> None:
    binh.says(f"/hoi {TOTAL}")
    binh.hears()
    binh.edits(f"/hoi {TAX}")
    assert TAX_FIGURE in bold(binh.sees_change())
    photo = binh.sends(photo=[], caption=f"{NAME} {TOTAL}")
    binh.hears()
    town.edit(binh.chat, photo["message_id"], caption=f"{NAME} {TAX}")
    assert TAX_FIGURE in bold(binh.sees_change())
    binh.hears_nothing()


def test_an_edited_post_of_a_channel(town: TelegramDouble, group: int) -> None:
    channel = town.add_group(group - 50_000, kind="channel")
    an = talk(town, channel, user=7)
    post = town.post(f"{NAME} {TOTAL}", channel)
    an.hears()
    town.edit(channel, post, text=f"{NAME} {TAX}")
    assert TAX_FIGURE in bold(an.sees_change())
    an.hears_nothing()


def test_an_edit_in_a_topic_stays_there(town: TelegramDouble, forum: int) -> None:
    an = talk(town, forum, user=7, topic=town.add_topic(forum))
    an.says(f"{NAME} {TOTAL}")
    an.hears()
    an.edits(f"{NAME} {TAX}")
    assert TAX_FIGURE in bold(an.sees_change())


def test_a_call_that_asked_nothing_becomes_its_answer_when_the_question_is_added(an: Talk, binh: Talk) -> None:
    for person in (an, binh):
        person.says("/hoi")
        hint = person.hears()
        person.edits(f"/hoi {TOTAL}")
        answer = person.sees_change()
        assert TOTAL_FIGURE in bold(answer)
        assert answer["message_id"] == hint["message_id"]
        person.hears_nothing()


@pytest.mark.parametrize("keep_days", [90, 0])
def test_an_edit_after_a_restart_edits_the_answer(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path, keep_days: int
) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path, keep_days=keep_days):
        an.says(TOTAL)
        an.hears()
    an.edits(TAX)
    with serve(folder=tmp_path, keep_days=keep_days):
        assert TAX_FIGURE in bold(an.sees_change())
        an.hears_nothing()


def test_an_edit_made_before_the_bot_came_to_the_question_leaves_one_answer_to_the_last_wording(
    telegram: TelegramDouble, serve: Serve
) -> None:
    an = talk(telegram, 7)
    an.says(TOTAL)
    an.edits(NOT_THERE)
    an.edits(TAX)
    with serve():
        an.hears()
        an.hears_nothing()
        assert TAX_FIGURE in bold(an.sees())


def test_an_edit_of_a_message_that_was_not_answered_is_answered(binh: Talk) -> None:
    binh.says(TOTAL)
    binh.hears_nothing()
    edited = binh.edits(f"{NAME} {TOTAL}")
    answer = binh.hears()
    assert TOTAL_FIGURE in bold(answer)
    assert answer["reply_to_message_id"] == edited["message_id"]
    binh.says("Việc khác")
    binh.edits("Việc khác nữa")
    binh.hears_nothing()


def test_an_edit_after_the_answer_was_deleted_writes_a_new_one(town: TelegramDouble, an: Talk) -> None:
    question = an.says(TOTAL)
    town.delete_message(an.chat, an.hears()["message_id"])
    an.edits(TAX)
    answer = an.hears()
    assert TAX_FIGURE in bold(answer)
    assert answer["reply_to_message_id"] == question["message_id"]
    an.edits(TOTAL)
    assert TOTAL_FIGURE in bold(an.sees_change())
    an.hears_nothing()


def test_an_edit_that_changes_nothing_is_no_error(an: Talk) -> None:
    an.says(TOTAL)
    answer = an.hears()
    an.edits(TOTAL)
    an.hears_nothing()
    assert an.sees() == answer


def test_a_question_may_become_small_talk_several_questions_and_one_again(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.edits("Cảm ơn nhé")
    line = an.sees_change()
    assert line["text"] == texts.SMALL_TALK["thanks"]
    assert labels(line) == []
    an.edits(f"{TOTAL} {TAX}")
    assert labels(an.sees_change())[:2] == ["Câu 1", "Câu 2"]
    an.edits(TOTAL)
    assert "Ngữ cảnh" in labels(an.sees_change())
    an.hears_nothing()


@pytest.mark.parametrize("keep_days", [90, 0])
def test_a_button_of_an_answer_that_became_small_talk_is_old(
    telegram: TelegramDouble, serve: Serve, keep_days: int
) -> None:
    an = talk(telegram, 7)
    with serve(keep_days=keep_days):
        an.says(TOTAL)
        answer = an.hears()
        pressed = [button(answer, label)["callback_data"] for label in ("Ngữ cảnh", "Kết quả khác")]
        an.edits("Cảm ơn nhé")
        line = an.sees_change()
        for data in pressed:
            query = telegram.press(line, data, an.user)
            assert an.acknowledged(query)["text"] == texts.STALE_BUTTON
        an.hears_nothing()
        assert an.sees() == line


def test_an_edited_follow_up_leans_on_what_was_asked_before_it(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    follow_up = an.says("còn năm 2021?")
    answer = an.hears()
    an.says("Ai kết luận hội nghị?")
    an.hears()
    an.edits("còn năm 2019?", follow_up)
    assert "Tổng thu ngân sách nhà nước năm 2019" in an.sees_change(answer)["text"]


def test_an_edited_follow_up_never_leans_on_itself(an: Talk) -> None:
    an.says(TOTAL)
    an.hears()
    an.edits("còn năm 2021?")
    assert "Hiểu là" not in an.sees_change()["text"]


def test_editing_a_command_writes_nothing_new(an: Talk) -> None:
    an.says("/solieu thuế")
    an.hears()
    an.edits("/help")
    an.hears_nothing()


def test_a_question_deleted_after_its_answer_changes_nothing(an: Talk) -> None:
    an.says(TOTAL)
    answer = an.hears()
    an.deletes()
    an.hears_nothing()
    an.presses("Ngữ cảnh")
    assert an.sees_change()["text"].startswith("📖")
    assert answer["message_id"] == an.sees()["message_id"]
