"""In groups: what is a question to the bot, and all that it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import texts
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import (
    NAME,
    TAX,
    TAX_FIGURE,
    TOTAL,
    TOTAL_FIGURE,
    bold,
)
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk

TWO = "Tổng thu ngân sách bao nhiêu? Thuế ngoài quốc doanh đạt bao nhiêu?"


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME} {TOTAL}",
        f"{TOTAL} {NAME}",
        f"Tổng thu ngân sách nhà nước {NAME} năm 2020 là bao nhiêu?",
        f"🏛👨‍👩‍👧 {NAME.upper()}, {TOTAL}",
        f"Nhờ {NAME}: {TOTAL}",
    ],
)
def test_it_answers_where_it_is_mentioned_anywhere_in_the_text(binh: Talk, text: str) -> None:
    question = binh.says(text)
    answer = binh.hears()
    assert TOTAL_FIGURE in bold(answer)
    assert answer["reply_to_message_id"] == question["message_id"]


def test_it_answers_a_mention_in_a_caption(binh: Talk) -> None:
    question = binh.sends(photo=[], caption=f"{NAME} {TOTAL}")
    answer = binh.hears()
    assert TOTAL_FIGURE in bold(answer)
    assert answer["reply_to_message_id"] == question["message_id"]


def test_it_answers_a_mention_without_a_name(town: TelegramDouble, binh: Talk) -> None:
    me = {"id": int(town.token.partition(":")[0]), "is_bot": True, "first_name": "Hỏi Báo Cáo"}
    words = {"type": "text_mention", "offset": 0, "length": 11, "user": me}
    binh.says(f"Hỏi Báo Cáo {TOTAL}", entities=[words])
    assert TOTAL_FIGURE in bold(binh.hears())


@pytest.mark.parametrize(
    "fields",
    [
        {"text": f"{NAME}2 {TOTAL}"},
        {"text": f"{NAME}_2 {TOTAL}"},
        {"text": f"x{NAME} {TOTAL}"},
        {"text": f"@khac_bot {TOTAL}"},
        {"text": f"{NAME} {TOTAL}", "entities": []},
        {"photo": [], "caption": f"{NAME}2 {TOTAL}"},
        {"text": TOTAL},
        {"text": f"hoi_bao_cao_bot {TOTAL}"},
        {"photo": [], "caption": TOTAL},
        {"photo": []},
        {"voice": {"file_id": "v", "file_unique_id": "u", "duration": 3}},
    ],
)
def test_what_does_not_mention_it_is_left_alone(town: TelegramDouble, binh: Talk, fields: dict[str, Any]) -> None:
    binh.sends(**fields)
    binh.hears_nothing()
    assert [c for c in town.calls("sendChatAction") if c.params["chat_id"] == binh.chat] == []


def test_a_reply_to_its_own_message_is_a_question(binh: Talk) -> None:
    binh.says(f"{NAME} {TOTAL}")
    question = binh.replies_to(binh.hears(), TAX)
    answer = binh.hears()
    assert TAX_FIGURE in bold(answer)
    assert answer["reply_to_message_id"] == question["message_id"]


def test_a_reply_to_what_it_said_without_being_asked_a_question_is_one_too(binh: Talk) -> None:
    binh.says(f"/help{NAME}")
    binh.replies_to(binh.hears(), TOTAL)
    assert TOTAL_FIGURE in bold(binh.hears())


def test_a_reply_to_somebody_else_is_left_alone(town: TelegramDouble, binh: Talk) -> None:
    theirs = talk(town, binh.chat, user=binh.user + 1).says("Thu thế nào?")
    binh.replies_to(theirs, TOTAL)
    binh.hears_nothing()
    robot = town.message(binh.chat, town.send_by_bot("Tôi là bot khác.", binh.chat))
    binh.replies_to(robot, TOTAL)
    binh.hears_nothing()


@pytest.mark.parametrize("command", ["/hoi", f"/hoi{NAME}", f"/HOI{NAME.upper()}"])
def test_hoi_with_the_question(binh: Talk, command: str) -> None:
    question = binh.says(f"{command} {TOTAL}")
    answer = binh.hears()
    assert TOTAL_FIGURE in bold(answer)
    assert answer["reply_to_message_id"] == question["message_id"]


@pytest.mark.parametrize("call", ["/hoi", f"/hoi{NAME}", NAME])
@pytest.mark.parametrize("fields", [{"text": TOTAL}, {"photo": [], "caption": TOTAL}])
def test_a_call_in_reply_to_the_message_that_holds_the_question(
    town: TelegramDouble, binh: Talk, call: str, fields: dict[str, Any]
) -> None:
    theirs = talk(town, binh.chat, user=binh.user + 1).sends(**fields)
    asked = binh.replies_to(theirs, call)
    answer = binh.hears()
    assert TOTAL_FIGURE in bold(answer)
    assert answer["reply_to_message_id"] == asked["message_id"]


@pytest.mark.parametrize(
    "text", [f"/hoi@khac_bot {TOTAL}", f"/hoithem {TOTAL}", "/start", "/thongke", f"x /hoi {TOTAL}"]
)
def test_another_bots_command_is_left_alone(binh: Talk, text: str) -> None:
    binh.says(text)
    binh.hears_nothing()


@pytest.mark.parametrize("call", [f"{NAME} trả lời giúp", f"{NAME} cau nay?", "/hoi giúp anh với", f"{NAME} nhờ bot"])
@pytest.mark.parametrize("asked", [TOTAL, f"{NAME} {TOTAL}", f"/hoi@khac_bot {TOTAL}"])
def test_words_that_only_call_ask_what_the_message_replied_to_says(
    town: TelegramDouble, binh: Talk, call: str, asked: str
) -> None:
    theirs = talk(town, binh.chat, user=binh.user + 1).says(asked)
    binh.telegram.wait_for(lambda telegram: not telegram.pending())
    if NAME in asked:
        binh.hears()
    binh.replies_to(theirs, call)
    answer = binh.hears()
    assert TOTAL_FIGURE in bold(answer)
    assert "Hiểu là" not in answer["text"]


def test_of_a_long_message_the_part_that_was_quoted_is_the_question(town: TelegramDouble, binh: Talk) -> None:
    theirs = talk(town, binh.chat, user=binh.user + 1).says(f"Sáng nay họp nhiều việc. {TOTAL} Chiều ai trực?")
    quote = {"text": TOTAL, "position": 25, "is_manual": True}
    binh.sends(text="/hoi", reply_to_message=theirs["message_id"], quote=quote)
    answer = binh.hears()
    assert TOTAL_FIGURE in bold(answer)
    assert "Câu 2" not in answer["text"]


@pytest.mark.parametrize("call", [f"{NAME} trả lời giúp", "/hoi câu này với"])
def test_words_that_only_call_with_nothing_to_point_at_are_told_how_to_ask(binh: Talk, call: str) -> None:
    binh.says(call)
    assert binh.hears()["text"] == texts.WHAT_TO_ASK


@pytest.mark.parametrize("call", ["/hoi", f"/hoi{NAME}", NAME, f"{NAME},"])
def test_a_call_without_a_question_is_told_how_to_ask(binh: Talk, call: str) -> None:
    binh.says(call)
    assert binh.hears()["text"] == texts.WHAT_TO_ASK


@pytest.mark.parametrize("call", [f"{NAME} {TWO}", f"{TWO} {NAME}", f"/hoi {TWO}", f"/hoi{NAME} {TWO}"])
def test_its_name_and_the_command_are_no_part_of_the_question(binh: Talk, call: str) -> None:
    binh.says(call)
    lines = binh.hears()["text"].splitlines()
    assert lines[0] == "1. Tổng thu ngân sách bao nhiêu?"
    assert "2. Thuế ngoài quốc doanh đạt bao nhiêu?" in lines


def test_what_is_not_for_it_is_kept_nowhere(serve: Serve, tmp_path: Path) -> None:
    with TelegramDouble(privacy=False) as telegram, serve(telegram=telegram, folder=tmp_path) as bot:
        an = talk(telegram, telegram.add_group(-1), user=7)
        an.says("Lương thưởng bímật của phòng bao nhiêu?")
        an.hears_nothing()
        an.says(f"{NAME} {TOTAL}")
        an.hears()
        an.hears_nothing()
        assert bot.statistics().asked == 1
    kept = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert "ngân sách" in kept.decode("utf-8", "replace") or b"ng\\u00e2n" in kept
    assert "bímật".encode() not in kept
    assert b"b\\u00edm\\u1eadt" not in kept
