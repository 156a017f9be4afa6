"""What else people send, to the same bot as in test_run_polling: each gets a fitting line, or none."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bot import texts
from tests.bot.chat import answers, command
from tests.bot.process import FIGURE, QUESTION
from tests.telegram_double import TelegramDouble


@pytest.mark.parametrize(
    ("chat_id", "fields", "line"),
    [
        (20, {"photo": []}, texts.NO_QUESTION),
        (21, {"location": {"latitude": 21.0, "longitude": 105.8}}, texts.NO_QUESTION),
        (22, {"text": ""}, texts.NO_QUESTION),
        (23, {"text": " \n "}, texts.EMPTY_QUESTION),
        (24, command("/bimat"), texts.UNKNOWN_COMMAND),
        (25, {"text": "bímật \ud800"}, texts.UNREADABLE_QUESTION),
    ],
)
def test_a_message_without_a_question_gets_one_kind_line(
    polled: TelegramDouble, chat_id: int, fields: dict[str, Any], line: str
) -> None:
    sent = polled.send_message(chat_id=chat_id, **fields)
    (answer,) = answers(polled, chat_id)
    assert answer["text"] == line
    assert answer["reply_to_message_id"] == sent


def test_a_caption_is_a_question_too(polled: TelegramDouble) -> None:
    sent = polled.send_message(chat_id=26, photo=[], caption=QUESTION)
    (answer,) = answers(polled, 26)
    assert FIGURE in answer["text"]
    assert answer["reply_to_message_id"] == sent


@pytest.mark.parametrize(
    ("chat_id", "question"),
    [
        (30, "á" * 4096),
        (31, " ".join(str(number) for number in range(800)) + " bímật"),
        (32, "🏯" * 100),
        (33, "<b>thu</b> & <script>bímật *_`["),
        (34, "?!…—" * 50),
    ],
)
def test_a_hostile_question_is_answered_within_a_second_and_a_half(
    polled: TelegramDouble, chat_id: int, question: str
) -> None:
    began = time.monotonic()
    polled.send_text(question, chat_id=chat_id)
    assert len(answers(polled, chat_id)) == 1
    assert time.monotonic() - began < 1.5


def test_what_does_not_ask_the_bot_in_groups_and_channels_edited_commands_and_service_messages_stay_without_an_answer(
    polled: TelegramDouble,
) -> None:
    group = {"id": -5, "type": "group", "title": "Họp"}
    person = {"id": 40, "is_bot": False, "first_name": "An"}
    chat = {"id": 40, "type": "private", "first_name": "An"}
    message = {"message_id": 1, "date": 1, "chat": group, "from": person, "text": QUESTION}
    edited = {"message_id": 2, "date": 1, "edit_date": 2, "chat": chat, "from": person, **command("/help")}
    pinned = {"message_id": 3, "date": 1, "chat": chat, "from": person, "delete_chat_photo": True}
    polled.send_update({"message": message})
    polled.send_update({"edited_message": edited})
    polled.send_update({"channel_post": {**message, "chat": {"id": -6, "type": "channel", "title": "K"}}})
    polled.send_update({"message": pinned})
    polled.send_update(
        {
            "callback_query": {
                "id": "1",
                "from": person,
                "chat_instance": "1",
                "message": message,
                "data": "ex1",
            }
        }
    )
    polled.send_text(QUESTION, chat_id=41)
    answers(polled, 41)
    polled.wait_for(lambda t: not t.pending())
    assert not [m for m in polled.sent() if m["chat"]["id"] in (-5, -6, 40)]


def test_a_question_beside_something_that_can_not_be_read_is_answered(polled: TelegramDouble) -> None:
    chat = {"id": 43, "type": "private", "first_name": "An"}
    polled.send_text("/x", chat_id=43)  # makes the chat known
    polled.wait_for(lambda t: t.sent(43))
    message = {"message_id": 9_001, "date": 1, "chat": chat, "from": {**chat, "is_bot": False}, "text": QUESTION}
    polled.send_update({"message": message | {"poll": {"id": "1"}}})
    polled.wait_for(lambda t: [one for one in t.sent(43) if FIGURE in one["text"]])


def test_malformed_updates_are_passed_over_and_confirmed(polled: TelegramDouble) -> None:
    updates: list[dict[str, Any]] = [
        {"message": "bímật"},
        {"message": {"chat": 5, "text": "bímật"}},
        {"message": {"message_id": 1, "date": "bímật", "chat": {"id": 10, "type": "private"}}},
        {"callback_query": {"id": [], "data": "bímật"}},
        {"bímật": {}},
        {},
    ]
    for update in updates:
        polled.send_update(update)
    polled.send_text(QUESTION, chat_id=10)
    answers(polled, 10)
    polled.wait_for(lambda t: not t.pending())
