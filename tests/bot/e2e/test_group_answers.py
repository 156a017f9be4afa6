"""An answer in a group: where it stands, how short it is, and to whom it is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Library
from index.records import BlockKind
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
    labels,
    unfolded,
)
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk


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


def test_an_example_pressed_in_a_topic_is_answered_there(town: TelegramDouble, forum: int) -> None:
    an = talk(town, forum, user=7, topic=town.add_topic(forum))
    an.says(f"/start{NAME}")
    an.presses(labels(an.hears())[0])
    assert an.hears()["text"].startswith("❓ ")


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
    assert sentence.startswith(
        "Về thu ngân sách nhà nước (NSNN), năm 2020 trên địa bàn quận thu được tổng số 10.530,819 tỷ"
    )
    assert place.startswith(PLACE)
    assert "Phần thuế do quận thực hiện" in folded(answer)


def test_a_row_of_a_table_is_read_under_its_header(binh: Talk, library: Library) -> None:
    binh.says(f"{NAME} {LEANING}")
    answer = binh.hears()
    report = library.reports[0]
    headers = [report.quote(one) for one in report.sentences if one.kind is BlockKind.HEADER]
    words, header, row, place = [line for line in unfolded(answer).split("\n") if line]
    assert words == TAX_FIGURE
    assert header in headers
    assert TAX_FIGURE in row
    assert place.startswith(PLACE)
    assert header not in folded(answer)


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
    for name in (town.bot_username, "khac_bot"):
        through = {"id": 90_001, "is_bot": True, "first_name": "Bot", "username": name}
        binh.says(f"{NAME} {TOTAL}", via_bot=through)
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


def test_in_a_channel_and_its_group_a_post_is_answered_once_in_each(town: TelegramDouble, binh: Talk) -> None:
    channel = town.add_group(binh.chat - 50_000, kind="channel", discussed_in=binh.chat)
    reader = talk(town, channel, user=7)
    town.post(f"{NAME} {TOTAL}", channel)
    for person in (reader, binh):
        assert TOTAL_FIGURE in bold(person.hears())
        person.hears_nothing()


def test_a_post_forwarded_to_the_channels_group_is_answered_there(town: TelegramDouble, binh: Talk) -> None:
    channel = town.add_group(binh.chat - 50_000, kind="channel", bot="left", discussed_in=binh.chat)
    town.post(TOTAL, channel)
    binh.hears_nothing()
    town.post(f"{NAME} {TOTAL}", channel)
    assert TOTAL_FIGURE in bold(binh.hears())
    binh.hears_nothing()


@pytest.mark.parametrize("says", [f"/help{NAME}", f"/khonghieu{NAME}", f"{NAME} {TOTAL}", f"{NAME}"])
def test_what_it_writes_in_a_channel_is_not_taken_for_a_question_in_the_channels_group(
    town: TelegramDouble, binh: Talk, says: str
) -> None:
    channel = town.add_group(binh.chat - 50_000, kind="channel", discussed_in=binh.chat)
    reader = talk(town, channel, user=7)
    town.post(says, channel)
    reader.hears()
    binh.hears()  # of the post itself
    binh.hears_nothing()
    reader.hears_nothing()


def test_its_own_post_is_known_though_telegram_forwards_it_sooner_than_it_replies(
    town: TelegramDouble, binh: Talk
) -> None:
    channel = town.add_group(binh.chat - 50_000, kind="channel", discussed_in=binh.chat)
    town.delay("sendMessage", 1.0, chat_id=channel)
    town.post(f"/help{NAME}", channel)
    binh.hears()
    binh.hears_nothing()


def test_its_answers_in_a_channel_are_known_after_a_restart(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    telegram.privacy = False
    telegram.add_group(-1)
    telegram.add_group(-2, kind="channel")
    reader, binh = talk(telegram, -2, user=7), talk(telegram, -1, user=8)
    with serve(folder=tmp_path):
        telegram.post(f"{NAME} {TOTAL}", -2)
        answer = reader.hears()
    with serve(folder=tmp_path):
        origin = {"type": "channel", "chat": answer["chat"], "message_id": answer["message_id"], "date": 1}
        fields = {"sender_chat": answer["chat"], "forward_origin": origin, "is_automatic_forward": True}
        telegram.send_message(-1, 777000, text=f"{NAME} {answer['text']}", **fields)
        binh.hears_nothing()
        telegram.post("còn năm 2021?", -2, reply_to_message=answer["message_id"])
        assert "năm 2021" in reader.hears()["text"]


def test_in_a_channel_a_reply_to_its_answer_needs_no_name_and_leans_on_it(town: TelegramDouble, group: int) -> None:
    channel = town.add_group(group - 50_000, kind="channel")
    reader = talk(town, channel, user=7)
    first = town.post(f"{NAME} {TOTAL}", channel)
    answer = reader.hears()
    follow_up = town.post("còn năm 2021?", channel, reply_to_message=answer["message_id"])
    second = reader.hears()
    assert "năm 2021" in second["text"]
    assert second["reply_to_message_id"] == follow_up
    town.post("Cảm ơn các đồng chí", channel, reply_to_message=first)
    reader.hears_nothing()


def test_comings_and_goings_of_people_are_left_alone(town: TelegramDouble, bot: Beside, binh: Talk) -> None:
    town.join(binh.chat, binh.user + 1)
    town.leave(binh.chat, binh.user + 1)
    binh.hears_nothing()
