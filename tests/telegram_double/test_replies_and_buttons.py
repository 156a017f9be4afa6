from typing import Any

import pytest

from .client import Api
from .double import TelegramDouble

GONE = "400 Bad Request: message to be replied not found"
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


def reply(api: Api, **parameters: Any) -> Any:
    return api.ok("sendMessage", chat_id=1001, text="đáp", reply_parameters=parameters)


def reply_refused(api: Api, **parameters: Any) -> str:
    return api.refused("sendMessage", chat_id=1001, text="đáp", reply_parameters=parameters)


def keyboard(*buttons: object) -> dict[str, object]:
    return {"inline_keyboard": [[button] for button in buttons]}


def keyboard_refused(api: Api, markup: object) -> str:
    return api.refused("sendMessage", chat_id=1001, text="chọn", reply_markup=markup)


def test_reply_carries_the_message_it_answers(double: TelegramDouble, api: Api) -> None:
    message = reply(api, message_id=1)
    assert message["reply_to_message"]["text"] == "câu hỏi"
    assert double.sent()[0]["reply_to_message_id"] == 1
    older = api.ok("sendMessage", chat_id=1001, text="đáp", reply_to_message_id=1)
    assert older["reply_to_message"]["message_id"] == 1


def test_reply_to_a_message_that_never_was_is_refused(api: Api) -> None:
    assert reply_refused(api, message_id=99) == GONE


def test_reply_to_a_message_of_another_chat_is_refused(double: TelegramDouble, api: Api) -> None:
    for _ in range(3):
        double.send_text("khác", chat_id=2002)
    assert reply_refused(api, message_id=3) == GONE
    assert reply_refused(api, message_id=9, chat_id=2002) == GONE
    assert "reply_to_message" not in reply(api, message_id=3, chat_id=2002)


def test_reply_to_a_deleted_message_is_refused_unless_allowed(double: TelegramDouble, api: Api) -> None:
    double.delete_message(1001, 1)
    assert reply_refused(api, message_id=1) == GONE
    assert reply_refused(api, message_id=1, allow_sending_without_reply=False) == GONE
    assert "reply_to_message" not in reply(api, message_id=1, allow_sending_without_reply=True)


def test_quote_must_be_in_the_message_replied_to(api: Api) -> None:
    assert reply(api, message_id=1, quote="hỏi")["quote"] == {"text": "hỏi", "position": 4, "is_manual": True}
    assert reply_refused(api, message_id=1, quote="trả lời") == "400 Bad Request: QUOTE_TEXT_INVALID"


def test_reply_parameters_must_be_an_object_with_a_message_id(api: Api) -> None:
    missing = 'Bad Request: can\'t find field "message_id"'
    assert reply_refused(api, quote="hỏi") == f"400 {missing}"
    answer = api.refused("sendMessage", chat_id=1001, text="a", reply_parameters=[1])
    assert answer == "400 Bad Request: object expected as reply parameters"
    answer = api.refused("sendMessage", chat_id=1001, text="a", reply_parameters="{")
    assert answer == "400 Bad Request: can't parse reply parameters JSON object"


def test_inline_keyboard_comes_back_with_the_message(double: TelegramDouble, api: Api) -> None:
    markup = keyboard({"text": "Nguồn", "callback_data": "s" * 64}, {"text": "Web", "url": "https://hanoi.gov.vn"})
    assert api.ok("sendMessage", chat_id=1001, text="chọn", reply_markup=markup)["reply_markup"] == markup
    other = api.ok("sendMessage", chat_id=1001, text="chọn", reply_markup={"remove_keyboard": True})
    assert "reply_markup" not in other


def test_callback_data_is_limited_in_bytes_not_characters(api: Api) -> None:
    answer = keyboard_refused(api, keyboard({"text": "a", "callback_data": "ế" * 22}))
    assert answer == "400 Bad Request: BUTTON_DATA_INVALID"


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        (
            {"text": "a"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "callback_data": ""},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"callback_data": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
        (
            {"text": [], "callback_data": "x"},
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        ("a", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        (
            {"text": "a", "url": "http://localhost:8000"},
            "inline keyboard button URL 'http://localhost:8000' is invalid: Wrong HTTP URL",
        ),
    ],
)
def test_button_telegram_refuses_is_refused(api: Api, button: object, complaint: str) -> None:
    assert keyboard_refused(api, keyboard(button)) == f"400 Bad Request: {complaint}"


def test_keyboard_of_the_wrong_shape_is_refused(api: Api) -> None:
    flat = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    assert keyboard_refused(api, {"inline_keyboard": [{"text": "a"}]}) == f"400 Bad Request: {flat}"
    assert keyboard_refused(api, []) == "400 Bad Request: object expected as reply markup"
    broken = "400 Bad Request: can't parse reply keyboard markup JSON object"
    assert keyboard_refused(api, "{") == broken


def test_over_100_buttons_are_refused(api: Api) -> None:
    buttons = [{"text": str(n), "callback_data": str(n)} for n in range(101)]
    assert keyboard_refused(api, keyboard(*buttons)) == "400 Bad Request: reply markup is too long"
    assert api.ok("sendMessage", chat_id=1001, text="a", reply_markup=keyboard(*buttons[1:]))


def test_press_is_answered_once(double: TelegramDouble, api: Api) -> None:
    markup = keyboard({"text": "Nguồn", "callback_data": "s:1"})
    message = api.ok("sendMessage", chat_id=1001, text="chọn", reply_markup=markup)
    query_id = double.press(message, data="s:1")
    query = api.ok("getUpdates", offset=-1)[0]["callback_query"]
    assert (query["id"], query["data"], query["message"]) == (query_id, "s:1", message)
    assert query["from"]["id"] == 1001
    too_long = api.refused("answerCallbackQuery", callback_query_id=query_id, text="x" * 201)
    assert too_long == "400 Bad Request: MESSAGE_TOO_LONG"
    assert api.ok("answerCallbackQuery", callback_query_id=query_id, text="x" * 200) is True
    assert api.refused("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD
    assert api.refused("answerCallbackQuery", callback_query_id="1") == TOO_OLD


def test_press_on_a_deleted_message_brings_an_inaccessible_one(double: TelegramDouble, api: Api) -> None:
    message = api.ok("sendMessage", chat_id=1001, text="chọn")
    double.delete_message(1001, message["message_id"])
    double.press(message, data="s:1", user_id=7)
    query = api.ok("getUpdates", offset=-1)[0]["callback_query"]
    assert query["message"]["date"] == 0
    assert query["from"]["id"] == 7


def test_edit_changes_the_text_and_only_the_bots_own(double: TelegramDouble, api: Api) -> None:
    sent = api.ok("sendMessage", chat_id=1001, text="đang tìm")
    edit = {"chat_id": 1001, "message_id": sent["message_id"]}
    edited = api.ok("editMessageText", **edit, text="<i>xong</i>", parse_mode="HTML")
    assert (edited["text"], edited["message_id"]) == ("xong", sent["message_id"])
    assert double.sent() == [edited]
    same = api.refused("editMessageText", **edit, text="<i>xong</i>", parse_mode="HTML")
    assert same == (
        "400 Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message"
    )
    others = api.refused("editMessageText", chat_id=1001, message_id=1, text="x")
    assert others == "400 Bad Request: message can't be edited"
    double.delete_message(1001, sent["message_id"])
    assert api.refused("editMessageText", **edit, text="x") == "400 Bad Request: message to edit not found"


@pytest.mark.parametrize(
    ("copied", "complaint"),
    [
        ({"text": ""}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "ế" * 257}, "BUTTON_COPY_TEXT_INVALID"),
        ({}, "can't parse inline keyboard button: Can't find field \"text\""),
        ("chép", 'can\'t parse inline keyboard button: Field "copy_text" must be of type Object'),
    ],
)
def test_text_to_copy_has_1_to_256_characters(api: Api, copied: object, complaint: str) -> None:
    assert keyboard_refused(api, keyboard({"text": "Chép", "copy_text": copied})) == f"400 Bad Request: {complaint}"
    markup = keyboard({"text": "Chép", "copy_text": {"text": "ế" * 256}})
    assert api.ok("sendMessage", chat_id=1001, text="chọn", reply_markup=markup)["reply_markup"] == markup


def test_row_shows_eight_buttons(api: Api) -> None:
    row = [{"text": str(n), "callback_data": str(n)} for n in range(9)]
    assert "shows 8 buttons in a row" in keyboard_refused(api, {"inline_keyboard": [row]})
    assert api.ok("sendMessage", chat_id=1001, text="a", reply_markup={"inline_keyboard": [row[1:]]})


def test_web_app_opens_from_private_chats_only(double: TelegramDouble, api: Api, group: int) -> None:
    markup = keyboard({"text": "Mở", "web_app": {"url": "https://hanoi.gov.vn"}})
    sent = api.ok("sendMessage", chat_id=1001, text="a", reply_markup=markup)
    assert api.ok("editMessageText", chat_id=1001, message_id=sent["message_id"], text="b", reply_markup=markup)
    refused = api.refused("sendMessage", chat_id=group, text="a", reply_markup=markup)
    assert refused == "400 Bad Request: BUTTON_TYPE_INVALID"
