from typing import Any

import pytest

from .client import Api
from .double import TelegramDouble


@pytest.fixture(autouse=True)
def _guests(double: TelegramDouble) -> None:
    double.guest_mode = True


def article(text: str) -> dict[str, Any]:
    return {"type": "article", "id": "1", "title": "Đáp", "input_message_content": {"message_text": text}}


def test_summons_comes_from_a_chat_the_bot_is_not_in(double: TelegramDouble, api: Api) -> None:
    query_id = double.summon("@hoi_bao_cao_bot tổng thu?", user_id=7)
    message = api.updates()[-1]["guest_message"]
    assert (message["guest_query_id"], message["from"]["id"]) == (query_id, 7)
    assert message["entities"] == [{"type": "mention", "offset": 0, "length": 16}]
    chat_id = message["chat"]["id"]
    assert api.refused("sendMessage", chat_id=chat_id, text="a") == "400 Bad Request: chat not found"


def test_answer_is_an_inline_message_of_the_bots_own(double: TelegramDouble, api: Api) -> None:
    query_id = double.summon("@hoi_bao_cao_bot tổng thu?", user_id=7)
    assert double.guest_answer(query_id) is None
    sent = api.ok("answerGuestQuery", guest_query_id=query_id, result=article("10.530 tỷ"))
    message = double.guest_answer(query_id)
    assert message
    assert sent == {"inline_message_id": message["inline_message_id"]}
    assert (message["text"], message["from"]["is_bot"], message["guest_bot_caller_user"]["id"]) == (
        "10.530 tỷ",
        True,
        7,
    )
    assert api.ok("editMessageText", **sent, text="sửa") is True
    assert (double.guest_answer(query_id) or {})["text"] == "sửa"
    too_old = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert api.refused("answerGuestQuery", guest_query_id=query_id, result=article("a")) == too_old


def test_result_is_checked_as_inline_ones_are(double: TelegramDouble, api: Api) -> None:
    query_id = double.summon("@hoi_bao_cao_bot tổng thu?")
    missing = api.refused("answerGuestQuery", guest_query_id=query_id)
    assert missing == "400 Bad Request: result isn't specified"
    empty = api.refused("answerGuestQuery", guest_query_id=query_id, result=article(""))
    assert empty == "400 Bad Request: can't parse inline query result: Input message content is not specified"


def test_guest_mode_is_shown_by_get_me_and_must_be_on(double: TelegramDouble, api: Api) -> None:
    assert api.ok("getMe")["supports_guest_queries"] is True
    double.guest_mode = False
    assert api.ok("getMe")["supports_guest_queries"] is False
    with pytest.raises(RuntimeError, match="guest mode is off"):
        double.summon("@hoi_bao_cao_bot")


def test_raw_summons_can_be_answered(double: TelegramDouble, api: Api) -> None:
    chat, person = {"id": -9, "type": "group", "title": "Khác"}, {"id": 7, "is_bot": False, "first_name": "An"}
    raw = {"message_id": 3, "date": 0, "chat": chat, "from": person, "text": "?", "guest_query_id": "g1"}
    double.send_update({"guest_message": raw})
    assert api.ok("answerGuestQuery", guest_query_id="g1", result=article("đáp"))
    assert (double.guest_answer("g1") or {})["chat"] == chat
