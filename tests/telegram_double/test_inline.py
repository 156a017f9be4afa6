from typing import Any

import pytest

from .client import Api
from .double import TelegramDouble

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
BUTTON = {"inline_keyboard": [[{"text": "Ngữ cảnh", "callback_data": "c"}]]}


@pytest.fixture(autouse=True)
def _inline(double: TelegramDouble) -> None:
    double.inline_mode = True


def article(**fields: Any) -> dict[str, Any]:
    content = {"message_text": "<b>147.000</b> người", "parse_mode": "HTML"}
    return {"type": "article", "id": "1", "title": "Dân số", "input_message_content": content, **fields}


def refused(double: TelegramDouble, api: Api, *results: object, **params: Any) -> str:
    query_id = double.inline("dân số")
    answer = api.refused("answerInlineQuery", inline_query_id=query_id, results=list(results), **params)
    return answer.removeprefix("400 Bad Request: ")


def test_query_comes_as_typed_and_is_answered_once(double: TelegramDouble, api: Api) -> None:
    query_id = double.inline("dân s", user_id=7, offset="10", chat_type="supergroup")
    query = api.updates()[-1]["inline_query"]
    assert (query["id"], query["query"], query["offset"], query["chat_type"]) == (query_id, "dân s", "10", "supergroup")
    assert query["from"]["id"] == 7
    assert double.inline_answer(query_id) is None
    answer = {"inline_query_id": query_id, "results": [article()], "cache_time": 60, "is_personal": True}
    assert api.ok("answerInlineQuery", **answer, next_offset="x" * 64) is True
    assert double.inline_answer(query_id) == {**answer, "next_offset": "x" * 64}
    assert api.refused("answerInlineQuery", **answer) == TOO_OLD
    assert api.refused("answerInlineQuery", inline_query_id="1", results=[]) == TOO_OLD


def test_query_left_too_long_can_not_be_answered(double: TelegramDouble, api: Api) -> None:
    query_id = double.inline("")
    double.expire(query_id)
    assert api.refused("answerInlineQuery", inline_query_id=query_id, results=[]) == TOO_OLD


def test_inline_mode_is_shown_by_get_me_and_must_be_on(double: TelegramDouble, api: Api) -> None:
    assert api.ok("getMe")["supports_inline_queries"] is True
    double.inline_mode = False
    assert api.ok("getMe")["supports_inline_queries"] is False
    with pytest.raises(RuntimeError, match="inline mode is off"):
        double.inline("thu")


@pytest.mark.parametrize(
    ("result", "complaint"),
    [
        ("x", "can't parse inline query result: Inline query result must be an object"),
        ({"id": "1"}, "can't parse inline query result: Can't find field \"type\""),
        ({"type": "article"}, "can't parse inline query result: Can't find field \"id\""),
        (article(title=None), 'can\'t parse inline query result: Field "title" must be of type String'),
        (article(title=" "), "ARTICLE_TITLE_EMPTY"),
        (article(id=""), "RESULT_ID_EMPTY"),
        (article(id="ế" * 22), "RESULT_ID_INVALID"),
        (
            article(input_message_content={}),
            "can't parse inline query result: Input message content is not specified",
        ),
        (
            article(input_message_content=None),
            "can't parse inline query result: Can't find field \"message_text\"",
        ),
        (
            article(input_message_content={"message_text": "<b>a", "parse_mode": "HTML"}),
            "can't parse inline query result: Can't parse entities: Can't find end tag corresponding to "
            'start tag "b"',
        ),
        (article(input_message_content={"message_text": "ế" * 4097}), "message is too long"),
        (
            article(reply_markup={"inline_keyboard": [[{"text": "a"}]]}),
            "can't parse inline query result: Can't parse inline keyboard button: Text buttons are unallowed "
            "in the inline keyboard",
        ),
        (
            article(reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]}),
            "BUTTON_DATA_INVALID",
        ),
        (
            article(reply_markup={"inline_keyboard": [[{"text": "a", "web_app": {"url": "https://x.vn"}}]]}),
            "BUTTON_TYPE_INVALID",
        ),
    ],
)
def test_result_telegram_refuses_is_refused(double: TelegramDouble, api: Api, result: object, complaint: str) -> None:
    assert refused(double, api, result) == complaint


def test_results_are_at_most_50_and_their_ids_differ(double: TelegramDouble, api: Api) -> None:
    many = [article(id=str(number)) for number in range(51)]
    assert refused(double, api, *many) == "too many inline query results specified"
    assert refused(double, api, article(), article()) == "RESULT_ID_DUPLICATE"
    assert api.ok("answerInlineQuery", inline_query_id=double.inline("thu"), results=many[1:]) is True


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": "Hỏi riêng", "start_parameter": "a b"}, "START_PARAM_INVALID"),
        ({"text": "Hỏi riêng", "start_parameter": "a" * 65}, "START_PARAM_INVALID"),
        ({"text": "", "start_parameter": "a"}, "SWITCH_PM_TEXT_EMPTY"),
        (
            {"text": "a"},
            "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
        ),
        ({"start_parameter": "a"}, "can't parse inline query results button: Can't find field \"text\""),
        ([], "can't parse inline query results button: InlineQueryResultsButton must be an Object"),
    ],
)
def test_button_above_the_results_is_checked(double: TelegramDouble, api: Api, button: object, complaint: str) -> None:
    assert refused(double, api, button=button) == complaint


def test_offset_of_the_next_page_has_64_bytes(double: TelegramDouble, api: Api) -> None:
    assert refused(double, api, next_offset="ế" * 22) == "NEXT_OFFSET_INVALID"


def answered(double: TelegramDouble, api: Api, *results: object) -> str:
    query_id = double.inline("dân số", user_id=7)
    api.ok("answerInlineQuery", inline_query_id=query_id, results=list(results))
    return query_id


def test_chosen_result_becomes_a_message_of_the_person(double: TelegramDouble, api: Api, group: int) -> None:
    query_id = answered(double, api, article())
    message = double.choose(query_id, "1", group)
    assert (message["text"], message["from"]["id"], message["via_bot"]["username"]) == (
        "147.000 người",
        7,
        double.bot_username,
    )
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 7}]
    # Without buttons nobody will ever edit it: it has no id of its own, and no feedback was asked for.
    assert "inline_message_id" not in message
    assert api.updates()[-1]["message"]["message_id"] == message["message_id"]
    with pytest.raises(AssertionError, match="no result '2' among"):
        double.choose(query_id, "2")


def test_feedback_and_a_press_name_the_inline_message_which_can_be_edited(double: TelegramDouble, api: Api) -> None:
    double.inline_feedback = True
    message = double.choose(answered(double, api, article(reply_markup=BUTTON)), "1")
    inline_id = message["inline_message_id"]
    chosen = api.updates()[-1]["chosen_inline_result"]
    assert (chosen["result_id"], chosen["query"], chosen["from"]["id"]) == ("1", "dân số", 7)
    assert chosen["inline_message_id"] == inline_id
    double.press(message, "c", user_id=8)
    query = api.updates()[-1]["callback_query"]
    assert (query["inline_message_id"], query["from"]["id"], "message" in query) == (inline_id, 8, False)
    edit = {"inline_message_id": inline_id, "text": "mới", "reply_markup": BUTTON}
    assert api.ok("editMessageText", **edit) is True
    assert double.inline_message(inline_id)["text"] == "mới"
    assert api.refused("editMessageText", **edit).startswith("400 Bad Request: message is not modified")
    assert api.ok("editMessageReplyMarkup", inline_message_id=inline_id) is True
    assert "reply_markup" not in double.inline_message(inline_id)


def test_inline_message_in_a_chat_the_bot_is_in_is_edited_there_too(
    double: TelegramDouble, api: Api, group: int
) -> None:
    message = double.choose(answered(double, api, article(reply_markup=BUTTON)), "1", group)
    by_number = {"chat_id": group, "message_id": message["message_id"], "text": "mới"}
    assert api.refused("editMessageText", **by_number) == "400 Bad Request: message can't be edited"
    api.ok("editMessageText", inline_message_id=message["inline_message_id"], text="mới")
    assert double.message(group, message["message_id"])["text"] == "mới"


def test_inline_message_gets_no_web_app_even_in_a_private_chat(double: TelegramDouble, api: Api) -> None:
    message = double.choose(answered(double, api, article(reply_markup=BUTTON)), "1", 1001)
    markup = {"inline_keyboard": [[{"text": "Mở", "web_app": {"url": "https://hanoi.gov.vn"}}]]}
    named = {"inline_message_id": message["inline_message_id"]}
    refused = api.refused("editMessageReplyMarkup", **named, reply_markup=markup)
    assert refused == "400 Bad Request: BUTTON_TYPE_INVALID"
