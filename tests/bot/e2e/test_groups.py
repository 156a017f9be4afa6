"""In groups: what the bot answers, where, how; and all that it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import texts
from tests.bot.e2e.beside import Beside
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import (
    LEANING,
    NAME,
    PLACE,
    TAX,
    TAX_FIGURE,
    TOTAL,
    TOTAL_FIGURE,
    UNSURE,
    bold,
    folded,
    unfolded,
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


@pytest.mark.parametrize("text", [f"/hoi@khac_bot {TOTAL}", f"/hoithem {TOTAL}", "/help", "/start", f"x /hoi {TOTAL}"])
def test_another_bots_command_is_left_alone(binh: Talk, text: str) -> None:
    binh.says(text)
    binh.hears_nothing()


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


def test_it_answers_in_the_askers_topic(town: TelegramDouble, forum: int) -> None:
    topics = [town.add_topic(forum, name) for name in ("Ngân sách", "Văn hóa")]
    for topic in topics:
        an = talk(town, forum, user=7, topic=topic)
        question = an.says(f"{NAME} {TOTAL}")
        answer = an.hears()
        assert answer["message_thread_id"] == topic
        assert answer["reply_to_message_id"] == question["message_id"]


def test_in_a_topic_no_message_is_a_reply_to_the_bot_that_opened_it(town: TelegramDouble, forum: int) -> None:
    an = talk(town, forum, user=7, topic=town.add_topic(forum, by=int(town.token.partition(":")[0])))
    an.says(TOTAL)
    an.hears_nothing()


def test_it_answers_in_general_too(town: TelegramDouble, forum: int) -> None:
    an = talk(town, forum, user=7)
    question = an.says(f"{NAME} {TOTAL}")
    answer = an.hears()
    assert answer["reply_to_message_id"] == question["message_id"]
    assert "message_thread_id" not in answer


def test_a_thread_of_replies_is_no_topic(town: TelegramDouble, binh: Talk) -> None:
    theirs = talk(town, binh.chat, user=binh.user + 1).says("Về ngân sách:")
    question = binh.replies_to(theirs, f"{NAME} {TOTAL}")
    assert question["message_thread_id"] == theirs["message_id"]
    assert binh.hears()["reply_to_message_id"] == question["message_id"]


def test_an_answer_is_its_bold_words_the_sentence_and_the_place_with_the_context_collapsed(binh: Talk) -> None:
    binh.says(f"{NAME} {TOTAL}")
    answer = binh.hears()
    words, sentence, place = [line for line in unfolded(answer).split("\n") if line]
    assert words == TOTAL_FIGURE
    assert sentence.startswith("Về thu ngân sách nhà nước (NSNN), năm 2020 trên địa bàn quận thu được tổng số 10.530,819 tỷ")
    assert place.startswith(PLACE)
    assert "Phần thuế do quận thực hiện" in folded(answer)


@pytest.mark.parametrize("question", [LEANING, UNSURE])
def test_an_answer_is_shorter_than_in_private(an: Talk, binh: Talk, question: str) -> None:
    an.says(question)
    binh.says(f"{NAME} {question}")
    private, shared = an.hears(), binh.hears()
    assert bold(shared)[0] == bold(private)[0]
    assert len(unfolded(shared)) < len(unfolded(private))


def test_what_the_report_does_not_say_is_shorter_too(an: Talk, binh: Talk) -> None:
    question = "Số xe buýt chạy điện của quận là bao nhiêu?"
    an.says(question)
    binh.says(f"{NAME} {question}")
    private, shared = an.hears(), binh.hears()
    assert private["text"].startswith("Báo cáo không nêu")
    assert shared["text"].startswith("Báo cáo không nêu")
    assert len(shared["text"]) <= len(private["text"])


@pytest.mark.parametrize("text", [f"{NAME} {TOTAL}", f"/hoi{NAME} {TOTAL}"])
def test_other_bots_are_not_answered(town: TelegramDouble, binh: Talk, text: str) -> None:
    robot = {"id": 90_001, "is_bot": True, "first_name": "Bot", "username": "khac_bot"}
    binh.says(f"{NAME} {TOTAL}")
    ours = binh.hears()
    binh.hears_nothing()
    message = {"message_id": 900, "date": 1, "chat": ours["chat"], "from": robot, "text": text}
    kind = "mention" if text.startswith("@") else "bot_command"
    message["entities"] = [{"type": kind, "offset": 0, "length": len(text.split()[0])}]
    town.send_update({"message": message})
    # The loop of two bots: each answer is a reply to the other's.
    town.send_update({"message": {**message, "message_id": 901, "text": TOTAL, "reply_to_message": ours}})
    town.send_update({"edited_message": {**message, "edit_date": 2}})
    binh.hears_nothing()


def test_what_was_sent_through_a_bot_is_not_answered(town: TelegramDouble, binh: Talk) -> None:
    town.inline_mode = True
    answer = binh.types("tổng thu")
    binh.chooses(answer["results"][0])
    binh.hears_nothing()


def test_an_anonymous_admin_is_served(town: TelegramDouble, binh: Talk) -> None:
    question = town.send_as_chat(f"{NAME} {TOTAL}", binh.chat)
    answer = binh.hears()
    assert answer["reply_to_message_id"] == question
    town.send_as_chat(TAX, binh.chat, reply_to_message=answer["message_id"])
    assert TAX_FIGURE in bold(binh.hears())


def test_somebody_who_writes_as_their_channel_is_served(town: TelegramDouble, binh: Talk) -> None:
    channel = town.add_group(binh.chat - 50_000, kind="channel", bot="left")
    town.send_as_chat(f"{NAME} {TOTAL}", binh.chat, channel)
    assert TOTAL_FIGURE in bold(binh.hears())


def test_a_channels_post_is_answered_in_the_channel(town: TelegramDouble, group: int) -> None:
    channel = town.add_group(group - 50_000, kind="channel")
    reader = talk(town, channel, user=7)
    town.post(TOTAL, channel)
    reader.hears_nothing()
    post = town.post(f"{NAME} {TOTAL}", channel)
    answer = reader.hears()
    assert TOTAL_FIGURE in bold(answer)
    assert answer["reply_to_message_id"] == post
    reader.hears_nothing()


def test_a_post_forwarded_to_the_channels_group_is_answered_there(town: TelegramDouble, binh: Talk) -> None:
    channel = town.add_group(binh.chat - 50_000, kind="channel", bot="left", discussed_in=binh.chat)
    town.post(TOTAL, channel)
    binh.hears_nothing()
    town.post(f"{NAME} {TOTAL}", channel)
    assert TOTAL_FIGURE in bold(binh.hears())
    binh.hears_nothing()


def test_comings_and_goings_of_people_are_left_alone(town: TelegramDouble, bot: Beside, binh: Talk) -> None:
    town.join(binh.chat, binh.user + 1)
    town.leave(binh.chat, binh.user + 1)
    binh.hears_nothing()
