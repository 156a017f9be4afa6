import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Chat, Message, User

from bot.answering import Found
from bot.remembering import QUESTIONS, SMALL_TALK, Remembering, place_of
from bot.service import Service
from index.records import Abstention, Why
from tests.bot.samples import FIGURE, REPORT, answer_of
from tests.bot.test_metrics import values

AN = User(7, "An", is_bot=False)
PRIVATE, GROUP = Chat(7, Chat.PRIVATE), Chat(-100, Chat.SUPERGROUP)
NOW = datetime.now(UTC)
FOUNDS = (
    Found("Tổng thu bímật?", answer_of(REPORT, 1, FIGURE)),
    Found("Chi bímật?", Abstention("Chi bímật?", Why.YEAR, ("2017",), (), ())),
)


@pytest.fixture
def remembering(service: Service) -> Remembering:
    return Remembering(service.store, service.answering, service.metrics)


def said(number: int, chat: Chat = PRIVATE, **fields: Any) -> Message:
    return Message(number, NOW, chat, AN, text="Tổng thu?", **fields)


async def test_a_reply_is_found_by_the_question_and_by_its_id(remembering: Remembering, service: Service) -> None:
    kept = remembering.reply_to(said(5), QUESTIONS, ["Tổng thu?"])
    chat = service.store.key("chat", 7)
    assert await service.store.replies.by_id(kept.id) == kept
    assert await service.store.replies.by_question(chat, 5) == kept
    assert (kept.chat, kept.person, kept.answer_message) == (chat, service.store.key("person", 7), None)
    assert kept.fingerprint == service.answering.fingerprint


async def test_the_reply_to_an_edited_message_takes_the_place_of_the_one_before(
    remembering: Remembering, service: Service
) -> None:
    first = remembering.reply_to(said(5), QUESTIONS, ["Tổng thu?"])
    service.store.replies.sent(first.id, 6)
    before = await service.store.replies.by_id(first.id)
    second = remembering.reply_to(said(5), SMALL_TALK, (), before)
    assert (second.id, second.answer_message, second.kind, second.questions) == (first.id, 6, SMALL_TALK, ())
    assert await service.store.replies.by_question(first.chat, 5) == second


async def test_each_question_counts_with_its_outcome_and_its_share_of_the_time(
    remembering: Remembering, service: Service
) -> None:
    remembering.asked(FOUNDS, -100, 7, "group", 0.5)
    found = await service.store.statistics(NOW - timedelta(days=1), NOW + timedelta(days=1), UTC)
    assert (found.answered, found.unsure, found.abstained) == (1, 0, 1)
    assert found.places == {"group": 2}
    assert found.p50 == 250
    (unanswered,) = await service.store.unanswered(NOW - timedelta(days=1))
    assert (unanswered.text, unanswered.why) == ("Chi bímật?", Why.YEAR.value)
    counted = values(service.metrics, "questions_total")
    assert counted == {("answered", "group"): 1.0, ("abstained", "group"): 1.0}
    assert values(service.metrics, "answer_seconds_sum") == {(): 0.5}


async def test_the_log_tells_how_it_went_and_neither_what_was_asked_nor_by_whom(
    remembering: Remembering, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    remembering.asked(FOUNDS, -1001234, 765432, "group", 0.5)
    lines = [f"{one.getMessage()} {vars(one)['fields']}" for one in caplog.records if hasattr(one, "fields")]
    assert [("'outcome': 'answered'" in line, "'outcome': 'abstained'" in line) for line in lines] == [
        (True, False),
        (False, True),
    ]
    assert not any(words in line for line in lines for words in ("bímật", "1234", "765432"))


def test_a_message_of_a_group_or_a_channel_counts_as_the_groups() -> None:
    chats = (PRIVATE, GROUP, Chat(-200, Chat.CHANNEL))
    assert [place_of(said(1, chat)) for chat in chats] == ["private", "group", "group"]
