"""The whole bot, polling, as a process of its own: one for all tests here, a chat of its own for each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from bot import texts
from tests.bot.conftest import starting
from tests.bot.process import FIGURE, QUESTION
from tests.telegram_double import TelegramDouble


@pytest.fixture(scope="module")
def telegram(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramDouble]:
    with TelegramDouble() as double:
        begun = starting(double, tmp_path_factory.mktemp("bot"))
        bot = next(begun)()
        double.wait_for(lambda t: t.calls("setMyShortDescription"), timeout=30)
        yield double
        bot.terminate()
        next(begun, None)


def answers(telegram: TelegramDouble, chat_id: int, count: int = 1) -> list[dict[str, Any]]:
    """The messages sent to a chat, as soon as there are so many."""
    return telegram.wait_for(lambda t: sent if len(sent := t.sent(chat_id)) >= count else [])


def acknowledgement(telegram: TelegramDouble, query: str) -> dict[str, Any]:
    """What a press was acknowledged with, as soon as it was."""
    calls = telegram.wait_for(
        lambda t: [c for c in t.calls("answerCallbackQuery") if c.params["callback_query_id"] == query]
    )
    return calls[0].params


def command(name: str) -> dict[str, Any]:
    return {"text": name, "entities": [{"type": "bot_command", "offset": 0, "length": len(name)}]}


def part(message: dict[str, Any], kind: str) -> list[str]:
    """The texts of a message's entities of one kind."""
    units = message["text"].encode("utf-16-le")
    found = [e for e in message.get("entities", []) if e["type"] == kind]
    return [units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in found]


def test_a_question_is_answered_by_a_reply_with_the_figure_in_bold(telegram: TelegramDouble) -> None:
    asked = telegram.send_text(QUESTION, chat_id=1)
    (answer,) = answers(telegram, 1)
    assert answer["reply_to_message_id"] == asked
    assert part(answer, "bold")[0] == FIGURE
    assert part(answer, "bold")[-1] == FIGURE
    assert any(line.startswith("📍 ") for line in answer["text"].splitlines())
    (context,) = part(answer, "expandable_blockquote")
    assert FIGURE in context


def test_typing_is_shown_before_the_answer(telegram: TelegramDouble) -> None:
    telegram.send_text(QUESTION, chat_id=2)
    calls = telegram.wait_for(
        lambda t: here if len(here := [c for c in t.calls() if c.params.get("chat_id") == 2]) >= 2 else []
    )
    assert [call.method for call in calls] == ["sendChatAction", "sendMessage"]


def test_a_slow_typing_action_does_not_delay_the_answer(telegram: TelegramDouble) -> None:
    telegram.delay("sendChatAction", 30, chat_id=3)
    began = time.monotonic()
    telegram.send_text(QUESTION, chat_id=3)
    answers(telegram, 3)
    assert time.monotonic() - began < 2


def test_questions_of_one_chat_are_answered_in_order(telegram: TelegramDouble) -> None:
    asked = [telegram.send_text(f"{QUESTION} {number}", chat_id=4) for number in range(5)]
    assert [answer["reply_to_message_id"] for answer in answers(telegram, 4, 5)] == asked


def test_one_chats_flood_wait_does_not_hold_up_another(telegram: TelegramDouble) -> None:
    telegram.fail("sendMessage", 429, retry_after=3, chat_id=5)
    began = time.monotonic()
    telegram.send_text(QUESTION, chat_id=5)
    telegram.wait_for(lambda t: [call for call in t.calls("sendMessage") if call.status == 429])
    telegram.send_text(QUESTION, chat_id=6)
    answers(telegram, 6)
    assert time.monotonic() - began < 2.5
    assert not telegram.sent(5)
    assert len(answers(telegram, 5)) == 1
    assert time.monotonic() - began >= 3
    telegram.wait_for(lambda t: not t.pending())
    assert len(telegram.sent(6)) == 1


def test_gateway_errors_and_broken_connections_are_outlasted(telegram: TelegramDouble) -> None:
    telegram.fail("sendMessage", 502, times=1, chat_id=7)
    telegram.drop("sendMessage", times=1, chat_id=7)
    telegram.send_text(QUESTION, chat_id=7)
    assert len(answers(telegram, 7)) == 1


def test_failing_polls_are_outlasted(telegram: TelegramDouble) -> None:
    telegram.fail("getUpdates", 502, times=2)
    telegram.fail("getUpdates", 429, retry_after=1)
    telegram.drop("getUpdates", times=1)
    telegram.send_text(QUESTION, chat_id=8)
    answers(telegram, 8)
    telegram.send_text(QUESTION, chat_id=8)
    assert len(answers(telegram, 8, 2)) == 2


def test_what_is_asked_while_telegram_is_away_is_answered_when_it_is_back(telegram: TelegramDouble) -> None:
    telegram.down()
    telegram.send_text(QUESTION, chat_id=9)
    telegram.up()
    assert len(answers(telegram, 9)) == 1


def test_malformed_updates_are_passed_over_and_confirmed(telegram: TelegramDouble) -> None:
    updates: list[dict[str, Any]] = [
        {"message": "bímật"},
        {"message": {"chat": 5, "text": "bímật"}},
        {"message": {"message_id": 1, "date": "bímật", "chat": {"id": 10, "type": "private"}}},
        {"callback_query": {"id": [], "data": "bímật"}},
        {"bímật": {}},
        {},
    ]
    for update in updates:
        telegram.send_update(update)
    telegram.send_text(QUESTION, chat_id=10)
    answers(telegram, 10)
    telegram.wait_for(lambda t: not t.pending())


def test_a_person_who_blocked_the_bot_harms_nobody(telegram: TelegramDouble) -> None:
    telegram.fail("sendMessage", 403, chat_id=11)
    telegram.send_text(QUESTION, chat_id=11)
    telegram.send_text(QUESTION, chat_id=12)
    answers(telegram, 12)
    telegram.wait_for(lambda t: not t.pending())
    assert not telegram.sent(11)


def test_a_question_deleted_meanwhile_is_answered_without_the_quote(telegram: TelegramDouble) -> None:
    telegram.fail("sendMessage", 429, retry_after=1, chat_id=13)
    asked = telegram.send_text(QUESTION, chat_id=13)
    telegram.wait_for(lambda t: [c for c in t.calls("sendMessage") if c.params["chat_id"] == 13])
    telegram.delete_message(13, asked)
    (answer,) = answers(telegram, 13)
    assert "reply_to_message_id" not in answer


def test_help_offers_questions_that_are_answered_when_pressed(telegram: TelegramDouble) -> None:
    telegram.send_message(chat_id=14, **command("/help"))
    (help_message,) = answers(telegram, 14)
    buttons = [row[0] for row in help_message["reply_markup"]["inline_keyboard"]]
    assert len(buttons) == 3
    for count, button in enumerate(buttons, start=2):
        query = telegram.press(help_message, button["callback_data"])
        answer = answers(telegram, 14, count)[-1]
        assert button["text"].rstrip("…") in answer["text"].splitlines()[0]
        assert "📍" in answer["text"]
        assert "text" not in acknowledgement(telegram, query)


def test_an_old_or_forged_button_gets_a_toast_and_changes_nothing(telegram: TelegramDouble) -> None:
    telegram.send_message(chat_id=15, **command("/start"))
    (message,) = answers(telegram, 15)
    for data in ("ex1:0000000000:0", "ex1:", "bímật", "ex9:0000000000:0"):
        query = telegram.press(message, data)
        assert acknowledgement(telegram, query)["text"] == texts.STALE_BUTTON
    assert len(telegram.sent(15)) == 1


@pytest.mark.parametrize(
    ("chat_id", "fields", "line"),
    [
        (20, {"photo": [], "caption": "bímật"}, texts.NO_QUESTION),
        (21, {"location": {"latitude": 21.0, "longitude": 105.8}}, texts.NO_QUESTION),
        (22, {"text": ""}, texts.NO_QUESTION),
        (23, {"text": " \n "}, texts.EMPTY_QUESTION),
        (24, command("/bimat"), texts.UNKNOWN_COMMAND),
        (25, {"text": "bímật \ud800"}, texts.UNREADABLE_QUESTION),
    ],
)
def test_a_message_without_a_question_gets_one_kind_line(
    telegram: TelegramDouble, chat_id: int, fields: dict[str, Any], line: str
) -> None:
    sent = telegram.send_message(chat_id=chat_id, **fields)
    (answer,) = answers(telegram, chat_id)
    assert answer["text"] == line
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
    telegram: TelegramDouble, chat_id: int, question: str
) -> None:
    began = time.monotonic()
    telegram.send_text(question, chat_id=chat_id)
    assert len(answers(telegram, chat_id)) == 1
    assert time.monotonic() - began < 1.5


def test_groups_channels_edits_and_service_messages_stay_without_an_answer(telegram: TelegramDouble) -> None:
    group = {"id": -5, "type": "group", "title": "Họp"}
    person = {"id": 40, "is_bot": False, "first_name": "An"}
    chat = {"id": 40, "type": "private", "first_name": "An"}
    message = {"message_id": 1, "date": 1, "chat": group, "from": person, "text": QUESTION}
    edited = {"message_id": 2, "date": 1, "edit_date": 2, "chat": chat, "from": person, **command("/help")}
    pinned = {"message_id": 3, "date": 1, "chat": chat, "from": person, "delete_chat_photo": True}
    telegram.send_update({"message": message})
    telegram.send_update({"edited_message": edited})
    telegram.send_update({"channel_post": {**message, "chat": {"id": -6, "type": "channel", "title": "K"}}})
    telegram.send_update({"message": pinned})
    telegram.send_update(
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
    telegram.send_text(QUESTION, chat_id=41)
    answers(telegram, 41)
    telegram.wait_for(lambda t: not t.pending())
    assert not [m for m in telegram.sent() if m["chat"]["id"] in (-5, -6, 40)]


def test_the_report_in_use_is_named(telegram: TelegramDouble) -> None:
    telegram.send_message(chat_id=50, **command("/baocao"))
    (answer,) = answers(telegram, 50)
    assert part(answer, "bold")
    assert "câu" in answer["text"]
    assert "Nạp lúc" in answer["text"]


def test_the_menu_is_set_in_vietnamese(telegram: TelegramDouble) -> None:
    telegram.wait_for(lambda t: t.calls("setMyShortDescription"))
    (commands,) = telegram.calls("setMyCommands")
    assert [c["command"] for c in commands.params["commands"]] == ["help", "baocao", "start"]
    assert telegram.calls("setMyDescription")[0].status == 200


def test_many_waiting_updates_are_each_answered_once(telegram: TelegramDouble) -> None:
    telegram.down()
    for number in range(150):
        telegram.send_text(QUESTION, chat_id=1000 + number)
    telegram.up()
    telegram.wait_for(lambda t: len([m for m in t.sent() if m["chat"]["id"] >= 1000]) == 150, timeout=30)
    telegram.wait_for(lambda t: not t.pending())
