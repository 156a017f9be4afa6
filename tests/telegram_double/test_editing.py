from typing import Any

import pytest

from .client import Api
from .double import TelegramDouble

NOT_MODIFIED = "400 Bad Request: message is not modified"


@pytest.fixture
def sent(api: Api) -> dict[str, Any]:
    """A message of the bot's in a private chat, with a button."""
    markup = {"inline_keyboard": [[{"text": "Ngữ cảnh", "callback_data": "c"}]]}
    message: dict[str, Any] = api.ok("sendMessage", chat_id=1001, text="đáp", reply_markup=markup)
    return message


def test_person_edits_and_entities_follow_the_text(double: TelegramDouble, api: Api) -> None:
    number = double.send_text("/hoi @bot_khac")
    double.edit(1001, number, text="thu")
    message = api.updates()[-1]["edited_message"]
    assert (message["message_id"], message["text"], message["from"]["id"]) == (number, "thu", 1001)
    assert "entities" not in message
    assert "edit_date" in message
    assert double.message(1001, number)["text"] == "thu"
    with pytest.raises(KeyError):
        double.edit(1001, 99, text="thu")


def test_keyboard_is_changed_and_taken_away(double: TelegramDouble, api: Api, sent: dict[str, Any]) -> None:
    edit = {"chat_id": 1001, "message_id": sent["message_id"]}
    other = {"inline_keyboard": [[{"text": "Đóng", "callback_data": "d"}]]}
    edited = api.ok("editMessageReplyMarkup", **edit, reply_markup=other)
    assert (edited["text"], edited["reply_markup"]) == ("đáp", other)
    assert api.refused("editMessageReplyMarkup", **edit, reply_markup=other).startswith(NOT_MODIFIED)
    assert "reply_markup" not in api.ok("editMessageReplyMarkup", **edit)
    assert double.sent()[0] == double.message(1001, sent["message_id"])


def test_text_edited_without_a_keyboard_loses_it(api: Api, sent: dict[str, Any]) -> None:
    edited = api.ok("editMessageText", chat_id=1001, message_id=sent["message_id"], text="đáp")
    assert "reply_markup" not in edited


@pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup", "editMessageCaption"])
def test_message_to_edit_must_be_named_and_exist(api: Api, method: str) -> None:
    def refused(**named: Any) -> str:
        return api.refused(method, text="x", **named)

    assert refused() == "400 Bad Request: message identifier is not specified"
    assert refused(chat_id=1001, message_id=99) == "400 Bad Request: message to edit not found"
    assert refused(chat_id=1001, message_id=1) == "400 Bad Request: message can't be edited"
    assert refused(inline_message_id="BAAAA1") == "400 Bad Request: MESSAGE_ID_INVALID"


def test_bot_deletes_its_own_and_in_private_anybodys(double: TelegramDouble, api: Api, sent: dict[str, Any]) -> None:
    for number in (sent["message_id"], 1):
        assert api.ok("deleteMessage", chat_id=1001, message_id=number) is True
        gone = api.refused("deleteMessage", chat_id=1001, message_id=number)
        assert gone == "400 Bad Request: message to delete not found"
    assert double.messages(1001) == []


def test_bot_deletes_others_messages_only_where_it_may(double: TelegramDouble, api: Api, group: int) -> None:
    number = double.send_text("/hoi", chat_id=group, user_id=7)
    refused = api.refused("deleteMessage", chat_id=group, message_id=number)
    assert refused == "400 Bad Request: message can't be deleted"
    double.promote_bot(group)
    assert api.ok("deleteMessage", chat_id=group, message_id=number) is True


def test_anybody_in_a_group_presses(double: TelegramDouble, api: Api, group: int) -> None:
    message = api.ok("sendMessage", chat_id=group, text="chọn")
    with pytest.raises(ValueError, match="say who acts"):
        double.press(message, "x")
    query_id = double.press(message, "x", user_id=8)
    query = api.updates()[-1]["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"], query["id"]) == (8, group, query_id)


def test_press_left_too_long_can_not_be_answered(double: TelegramDouble, api: Api, sent: dict[str, Any]) -> None:
    query_id = double.press(sent, "c")
    double.expire(query_id)
    too_old = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert api.refused("answerCallbackQuery", callback_query_id=query_id) == too_old
