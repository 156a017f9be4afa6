from typing import Any

import pytest

from .client import Api
from .double import TelegramDouble


def send(api: Api, text: str, **params: Any) -> Any:
    return api.ok("sendMessage", chat_id=1001, text=text, **params)


def refused(api: Api, text: str = "trả lời", **params: Any) -> str:
    return api.refused("sendMessage", **{"chat_id": 1001, "text": text, **params})


def test_message_comes_back_as_telegram_gives_it(double: TelegramDouble, api: Api) -> None:
    message = send(api, "<b>Hà Nội</b> có 30 phường.", parse_mode="HTML")
    assert message["message_id"] == 2
    assert message["chat"] == {"id": 1001, "type": "private", "first_name": "Người 1001"}
    assert message["from"]["username"] == double.bot_username
    assert message["text"] == "Hà Nội có 30 phường."
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 6}]
    assert isinstance(message["date"], int)
    assert double.sent() == [message] == double.sent(1001)
    assert double.sent(2002) == []


def test_message_ids_rise_in_each_chat(double: TelegramDouble, api: Api) -> None:
    assert double.send_text("một", chat_id=2002) == 1
    assert [send(api, "a")["message_id"], send(api, "b")["message_id"]] == [2, 3]
    assert api.ok("sendMessage", chat_id=2002, text="c")["message_id"] == 2


def test_chat_id_absent_or_empty_is_refused(api: Api) -> None:
    assert api.refused("sendMessage", text="a") == "400 Bad Request: chat_id is empty"
    assert refused(api, chat_id="") == "400 Bad Request: chat_id is empty"


@pytest.mark.parametrize("chat_id", [2002, "@ai_do", "abc"])
def test_chat_nobody_wrote_from_is_not_found(api: Api, chat_id: object) -> None:
    assert refused(api, chat_id=chat_id) == "400 Bad Request: chat not found"


def test_blocked_bot_is_forbidden_until_the_person_writes_again(double: TelegramDouble, api: Api) -> None:
    double.block(1001)
    assert refused(api) == "403 Forbidden: bot was blocked by the user"
    action = api.refused("sendChatAction", chat_id=1001, action="typing")
    assert action == "403 Forbidden: bot was blocked by the user"
    double.send_text("/start")
    assert send(api, "chào")["text"] == "chào"


def test_text_absent_or_empty_is_refused(api: Api) -> None:
    assert api.refused("sendMessage", chat_id=1001) == "400 Bad Request: message text is empty"
    assert refused(api, "") == "400 Bad Request: message text is empty"


@pytest.mark.parametrize("text", [" ", "\n\n", "\t\r", "\u200b", "\u00a0", "<b></b>", "<i> </i>"])
def test_text_with_nothing_to_see_is_refused(api: Api, text: str) -> None:
    assert refused(api, text, parse_mode="HTML") == "400 Bad Request: text must be non-empty"


def test_text_is_trimmed_and_its_entities_move_along(api: Api) -> None:
    message = send(api, " \n a <b>b \n</b>\n ", parse_mode="HTML")
    assert message["text"] == "a b"
    assert message["entities"] == [{"type": "bold", "offset": 2, "length": 1}]


def test_control_characters_are_cleaned_as_telegram_does(api: Api) -> None:
    assert send(api, "a\tb\r\nc\x07d\u202ee")["text"] == "a b\nc de"


def test_text_of_4096_utf16_units_after_parsing_is_sent(api: Api) -> None:
    assert len(send(api, f"<b>{'ế' * 4096}</b>", parse_mode="HTML")["text"]) == 4096
    assert len(send(api, "😀" * 2048)["text"]) == 2048


@pytest.mark.parametrize("text", ["ế" * 4097, "😀" * 2048 + "a"])
def test_text_over_4096_utf16_units_is_refused(api: Api, text: str) -> None:
    assert refused(api, text) == "400 Bad Request: message is too long"


def test_text_over_32768_bytes_is_refused_before_parsing(api: Api) -> None:
    assert refused(api, "a" * 32769) == "400 Bad Request: text is too long"


def test_unknown_parse_mode_is_refused(api: Api) -> None:
    assert refused(api, parse_mode="HTLM") == "400 Bad Request: unsupported parse_mode"


def test_markdown_is_refused_rather_than_shown_raw(api: Api) -> None:
    assert "does not parse Markdown" in refused(api, parse_mode="MarkdownV2")


def test_entities_given_apart_are_kept(api: Api) -> None:
    entities = [{"type": "italic", "offset": 2, "length": 2}, {"type": "url", "offset": 0, "length": 1}]
    assert send(api, "😀 a", entities=entities[:1])["entities"] == entities[:1]


@pytest.mark.parametrize(
    ("entity", "complaint"),
    [
        ({"type": "block_quote", "offset": 0, "length": 1}, "Unsupported type specified"),
        ({"type": "bold", "length": 1}, 'Can\'t find field "offset"'),
        ({"type": "bold", "offset": "0", "length": 1}, 'Field "offset" must be of type Number'),
        ({"offset": 0, "length": 1}, 'Can\'t find field "type"'),
        ({"type": "text_link", "url": "http://localhost", "offset": 0, "length": 1}, "Entity Wrong HTTP URL"),
        ({"type": "text_mention", "offset": 0, "length": 1}, 'Can\'t find field "user"'),
        ("bold", "expected an Object"),
    ],
)
def test_entity_telegram_cannot_read_is_refused(api: Api, entity: object, complaint: str) -> None:
    assert refused(api, "abc", entities=[entity]) == f"400 Bad Request: can't parse MessageEntity: {complaint}"


@pytest.mark.parametrize(
    ("offset", "length", "complaint"),
    [
        (9, 1, "entity begins after the end of the text at UTF-16 offset 9"),
        (2, 9, "entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 11"),
        (1, 2, "entity begins in a middle of a UTF-16 symbol at byte offset 4"),
        (0, 1, "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4"),
    ],
)
def test_entity_outside_the_text_is_refused(api: Api, offset: int, length: int, complaint: str) -> None:
    entities = [{"type": "bold", "offset": offset, "length": length}]
    assert refused(api, "😀 a", entities=entities) == f"400 Bad Request: {complaint}"


@pytest.mark.parametrize("thread", [1, 77])
def test_topic_is_not_found_in_a_private_chat_nor_general_by_number(api: Api, thread: int) -> None:
    assert refused(api, message_thread_id=thread) == "400 Bad Request: message thread not found"
    action = api.refused("sendChatAction", chat_id=1001, action="typing", message_thread_id=thread)
    assert action == "400 Bad Request: message thread not found"


def test_unknown_chat_action_is_refused(api: Api) -> None:
    assert api.ok("sendChatAction", chat_id=1001, action="typing") is True
    answer = api.refused("sendChatAction", chat_id=1001, action="thinking")
    assert answer == "400 Bad Request: wrong parameter action in request"


def test_get_chat_tells_of_a_chat_that_exists(api: Api) -> None:
    assert api.ok("getChat", chat_id=1001)["type"] == "private"
    assert api.refused("getChat", chat_id=3003) == "400 Bad Request: chat not found"
