"""The whole bot, polling, as a process of its own: one for all tests here, a chat of its own for each."""

from __future__ import annotations

import time

from bot import texts
from bot.render import GAP
from tests.bot.chat import acknowledgement, answers, command, part
from tests.bot.process import FIGURE, QUESTION
from tests.telegram_double import TelegramDouble


def test_a_question_is_answered_by_a_reply_with_the_figure_in_bold(polled: TelegramDouble) -> None:
    asked = polled.send_text(QUESTION, chat_id=1)
    (answer,) = answers(polled, 1)
    assert answer["reply_to_message_id"] == asked
    assert part(answer, "bold")[0] == FIGURE
    assert part(answer, "bold")[-1] == FIGURE
    assert any(line.startswith("📍 ") for line in answer["text"].splitlines())
    (context,) = part(answer, "expandable_blockquote")
    assert GAP in context
    assert FIGURE not in context


def test_typing_is_shown_before_the_answer(polled: TelegramDouble) -> None:
    polled.send_text(QUESTION, chat_id=2)
    calls = polled.wait_for(
        lambda t: here if len(here := [c for c in t.calls() if c.params.get("chat_id") == 2]) >= 2 else []
    )
    assert [call.method for call in calls] == ["sendChatAction", "sendMessage"]


def test_a_slow_typing_action_does_not_delay_the_answer(polled: TelegramDouble) -> None:
    polled.delay("sendChatAction", 30, chat_id=3)
    began = time.monotonic()
    polled.send_text(QUESTION, chat_id=3)
    answers(polled, 3)
    assert time.monotonic() - began < 2


def test_questions_of_one_chat_are_answered_in_order(polled: TelegramDouble) -> None:
    asked = [polled.send_text(QUESTION, chat_id=4) for _ in range(5)]
    sent = answers(polled, 4, 5)
    assert [answer["reply_to_message_id"] for answer in sent] == asked
    assert all(FIGURE in answer["text"] for answer in sent)


def test_one_chats_flood_wait_does_not_hold_up_another(polled: TelegramDouble) -> None:
    polled.fail("sendMessage", 429, retry_after=3, chat_id=5)
    began = time.monotonic()
    polled.send_text(QUESTION, chat_id=5)
    polled.wait_for(lambda t: [call for call in t.calls("sendMessage") if call.status == 429])
    polled.send_text(QUESTION, chat_id=6)
    answers(polled, 6)
    assert time.monotonic() - began < 2.5
    assert not polled.sent(5)
    assert len(answers(polled, 5)) == 1
    assert time.monotonic() - began >= 3
    polled.wait_for(lambda t: not t.pending())
    assert len(polled.sent(6)) == 1


def test_gateway_errors_and_broken_connections_are_outlasted(polled: TelegramDouble) -> None:
    polled.fail("sendMessage", 502, times=1, chat_id=7)
    polled.drop("sendMessage", times=1, chat_id=7)
    polled.send_text(QUESTION, chat_id=7)
    assert len(answers(polled, 7)) == 1


def test_failing_polls_are_outlasted(polled: TelegramDouble) -> None:
    polled.fail("getUpdates", 502, times=2)
    polled.fail("getUpdates", 429, retry_after=1)
    polled.drop("getUpdates", times=1)
    polled.send_text(QUESTION, chat_id=8)
    answers(polled, 8)
    polled.send_text(QUESTION, chat_id=8)
    assert len(answers(polled, 8, 2)) == 2


def test_what_is_asked_while_telegram_is_away_is_answered_when_it_is_back(polled: TelegramDouble) -> None:
    polled.down()
    polled.send_text(QUESTION, chat_id=9)
    polled.up()
    assert len(answers(polled, 9)) == 1


def test_a_person_who_blocked_the_bot_harms_nobody(polled: TelegramDouble) -> None:
    polled.fail("sendMessage", 403, chat_id=11)
    polled.send_text(QUESTION, chat_id=11)
    polled.send_text(QUESTION, chat_id=12)
    answers(polled, 12)
    polled.wait_for(lambda t: not t.pending())
    assert not polled.sent(11)


def test_a_question_deleted_meanwhile_is_answered_without_the_quote(polled: TelegramDouble) -> None:
    polled.fail("sendMessage", 429, retry_after=1, chat_id=13)
    asked = polled.send_text(QUESTION, chat_id=13)
    polled.wait_for(lambda t: [c for c in t.calls("sendMessage") if c.params["chat_id"] == 13])
    polled.delete_message(13, asked)
    (answer,) = answers(polled, 13)
    assert "reply_to_message_id" not in answer


def test_help_offers_questions_that_are_answered_when_pressed(polled: TelegramDouble) -> None:
    polled.send_message(chat_id=14, **command("/help"))
    (help_message,) = answers(polled, 14)
    buttons = [row[0] for row in help_message["reply_markup"]["inline_keyboard"]]
    assert len(buttons) == 3
    for count, button in enumerate(buttons, start=2):
        query = polled.press(help_message, button["callback_data"])
        answer = answers(polled, 14, count)[-1]
        assert button["text"].rstrip("…") in answer["text"].splitlines()[0]
        assert "📍" in answer["text"]
        assert "text" not in acknowledgement(polled, query)


def test_an_old_or_forged_button_gets_a_toast_and_changes_nothing(polled: TelegramDouble) -> None:
    polled.send_message(chat_id=15, **command("/start"))
    (message,) = answers(polled, 15)
    # The first is what a button of version 0.1 says.
    for data in ("ex1:0000000000:0", "2e.0000000000.0.0.AAAAAAAA", "bímật", "2"):
        query = polled.press(message, data)
        assert acknowledgement(polled, query)["text"] == texts.STALE_BUTTON
    assert len(polled.sent(15)) == 1


def test_the_report_in_use_is_named(polled: TelegramDouble) -> None:
    polled.send_message(chat_id=50, **command("/baocao"))
    (answer,) = answers(polled, 50)
    assert part(answer, "bold")
    assert "câu" in answer["text"]
    assert "Nạp lúc" in answer["text"]


def test_the_menu_is_set_in_vietnamese(polled: TelegramDouble) -> None:
    polled.wait_for(lambda t: t.calls("setMyShortDescription"))
    private, groups = polled.calls("setMyCommands")
    assert [c["command"] for c in private.params["commands"]] == [name for name, _ in texts.COMMANDS]
    assert groups.params["scope"] == {"type": "all_group_chats"}
    assert groups.params["commands"][0]["command"] == "hoi"
    assert polled.calls("setMyDescription")[0].status == 200


def test_many_waiting_updates_are_each_answered_once(polled: TelegramDouble) -> None:
    polled.down()
    for number in range(150):
        polled.send_text(QUESTION, chat_id=1000 + number)
    polled.up()
    polled.wait_for(lambda t: len([m for m in t.sent() if m["chat"]["id"] >= 1000]) == 150, timeout=30)
    polled.wait_for(lambda t: not t.pending())
