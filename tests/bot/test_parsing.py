import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot

from bot.parsing import parse

BOT = Bot("1:token")
WHO = {"id": 5, "is_bot": False, "first_name": "An"}
# A poll without the fields that python-telegram-bot requires.
UNREADABLE: dict[str, Any] = {"poll": {"id": "1", "question": "bímật"}}


def update(kind: str = "message", **more: Any) -> dict[str, Any]:
    chat = {"id": -7, "type": "supergroup", "title": "Phòng"}
    message = {"message_id": 3, "date": 1, "chat": chat, "from": WHO, "text": "@bot tổng thu?"}
    return {"update_id": 9, kind: message | more}


def test_what_is_beside_the_text_does_not_keep_it_from_being_read(caplog: pytest.LogCaptureFixture) -> None:
    mention = {"type": "mention", "offset": 0, "length": 4}
    found = parse(update(**UNREADABLE, entities=[mention], message_thread_id=4, is_topic_message=True), BOT)
    assert found is not None
    message = found.message
    assert message is not None
    assert message.from_user is not None
    assert (message.text, message.from_user.id, message.message_thread_id) == ("@bot tổng thu?", 5, 4)
    assert [one.offset for one in message.entities] == [0]
    assert message.poll is None
    assert "update 9 was read without its attachments" in caplog.text


@pytest.mark.parametrize("kind", ["edited_message", "channel_post", "edited_channel_post", "guest_message"])
def test_every_kind_of_message_is(kind: str) -> None:
    found = parse(update(kind, **UNREADABLE), BOT)
    assert found is not None
    assert getattr(found, kind).text == "@bot tổng thu?"


def test_the_message_replied_to_keeps_who_wrote_it() -> None:
    replied = update(**UNREADABLE)["message"] | {"message_id": 2, "from": WHO | {"is_bot": True}}
    found = parse(update(reply_to_message=replied), BOT)
    assert found is not None
    assert found.message is not None
    told = found.message.reply_to_message
    assert told is not None
    assert told.from_user is not None
    assert (told.message_id, told.from_user.is_bot) == (2, True)


def test_a_press_under_a_message_that_can_not_be_read_is_a_press() -> None:
    press = {"id": "1", "from": WHO, "chat_instance": "1", "data": "1x", "message": update(**UNREADABLE)["message"]}
    found = parse({"update_id": 9, "callback_query": press}, BOT)
    assert found is not None
    assert found.callback_query is not None
    assert found.callback_query.message is not None
    assert (found.callback_query.data, found.callback_query.message.message_id) == ("1x", 3)


def test_what_can_be_read_is_read_whole(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    found = parse(update(location={"latitude": 1.0, "longitude": 2.0}), BOT)
    assert found is not None
    assert found.message is not None
    assert found.message.location is not None
    assert caplog.text == ""


Json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["message", "callback_query", "chat", "from", "text", "reply_to_message", "entities", "id", "date", "poll"]
)


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, Json, max_size=5) | Json, max_size=3))
def test_nothing_that_arrives_raises(junk: dict[str, Any]) -> None:
    parse({**junk, "update_id": 1}, BOT)
