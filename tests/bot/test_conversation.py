from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Chat, Message, User

from bot.conversation import SOON, Asked, Conversation
from bot.remembering import FIGURES
from bot.service import Service
from bot.storage import Reply, new_id
from tests.bot.test_intake import busy

AN, BINH = User(7, "An", is_bot=False), User(8, "Bình", is_bot=False)
PRIVATE, GROUP = Chat(7, Chat.PRIVATE), Chat(-100, Chat.SUPERGROUP)
NOW = datetime.now(UTC)


@pytest.fixture
def conversation(service: Service) -> Conversation:
    return service.conversation


def said(number: int, chat: Chat = PRIVATE, sender: User = AN) -> Message:
    return Message(number, NOW, chat, sender, text="còn năm 2021?")


def kept(service: Service, message: Message, *questions: str, ago: timedelta = timedelta(), **changes: object) -> Reply:
    """What the bot keeps of a message it answered with the message of the next number."""
    assert message.from_user is not None
    reply = Reply(
        id=new_id(),
        chat=service.store.key("chat", message.chat.id),
        person=service.store.key("person", message.from_user.id),
        question_message=message.message_id,
        answer_message=message.message_id + 1,
        kind="questions",
        questions=questions,
        fingerprint="f00d",
        at=datetime.now(UTC) - ago,
    )
    reply = replace(reply, **changes)  # type: ignore[arg-type]
    service.store.replies.put(reply)
    return reply


async def test_a_question_that_stands_alone_is_asked_as_it_is(conversation: Conversation) -> None:
    assert await conversation.questions("Tổng thu?") == Asked((("Tổng thu?", False),))
    assert await conversation.questions("Tổng thu?", ["Chi?"]) == Asked((("Tổng thu?", False),))


async def test_what_leans_on_the_question_before_takes_its_words(conversation: Conversation) -> None:
    assert await conversation.questions("Còn năm 2021?", ["Tổng thu?"]) == Asked((("Tổng thu năm 2021?", True),))


async def test_without_a_question_before_it_nothing_leans(conversation: Conversation) -> None:
    assert await conversation.questions("Còn năm 2021?") == Asked((("Còn năm 2021?", False),))


async def test_of_several_questions_each_may_lean_on_the_one_before(conversation: Conversation) -> None:
    asked = await conversation.questions("Tổng thu bao nhiêu? Còn năm 2021? Còn quý I?", ["Tổng chi?"])
    assert asked.questions == (
        ("Tổng thu bao nhiêu?", False),
        ("Tổng thu bao nhiêu năm 2021?", True),
        ("Tổng thu bao nhiêu năm 2021 quý I?", True),
    )


async def test_questions_too_many_are_counted(conversation: Conversation) -> None:
    text = "\n".join(f"{number}. Thu quý {number} bao nhiêu?" for number in range(1, 8))
    asked = await conversation.questions(text)
    assert (len(asked.questions), asked.more) == (5, 2)


async def test_a_blank_text_is_asked_as_it_is(conversation: Conversation) -> None:
    assert await conversation.questions(" ", ["Tổng thu?"]) == Asked(((" ", False),))


async def test_in_private_the_last_question_is_the_one_before(conversation: Conversation, service: Service) -> None:
    kept(service, said(1), "Ai?")
    kept(service, said(3), "Chi?", "Thu?")
    assert await conversation.earlier(said(5), None) == ("Thu?", "Chi?", "Ai?")


async def test_no_farther_than_three_questions_back(conversation: Conversation, service: Service) -> None:
    for number in range(1, 9, 2):
        kept(service, said(number), f"Thu quý {number}?")
    assert await conversation.earlier(said(9), None) == ("Thu quý 7?", "Thu quý 5?", "Thu quý 3?")


async def test_of_an_edited_question_only_what_was_asked_before_it_counts(
    conversation: Conversation, service: Service
) -> None:
    kept(service, said(1), "Thu?")
    kept(service, said(3), "Chi?")
    assert await conversation.earlier(said(3), None) == ("Thu?",)


async def test_after_a_while_nothing_leans_on_what_was_asked(conversation: Conversation, service: Service) -> None:
    kept(service, said(1), "Thu?", ago=SOON + timedelta(minutes=1))
    assert await conversation.earlier(said(3), None) == ()


async def test_figures_about_a_topic_are_no_question(conversation: Conversation, service: Service) -> None:
    kept(service, said(1), "Thu?")
    kept(service, said(3), "thuế", kind=FIGURES)
    assert await conversation.earlier(said(5), None) == ("Thu?",)


async def test_in_a_group_only_the_answer_that_is_replied_to_tells_what_was_asked(
    conversation: Conversation, service: Service
) -> None:
    kept(service, said(1, GROUP), "Thu?")
    kept(service, said(3, GROUP, BINH), "Chi?")
    assert await conversation.earlier(said(5, GROUP), None) == ()
    assert await conversation.earlier(said(5, GROUP), said(2, GROUP)) == ("Thu?",)
    assert await conversation.earlier(said(5, GROUP), said(4, GROUP)) == ("Chi?",)


async def test_in_private_the_answer_that_is_replied_to_counts_more_than_the_last_one(
    conversation: Conversation, service: Service
) -> None:
    kept(service, said(1), "Thu?")
    kept(service, said(3), "Chi?")
    assert await conversation.earlier(said(5), said(2)) == ("Thu?",)


async def test_a_reply_to_what_was_no_answer_leans_on_nothing(conversation: Conversation, service: Service) -> None:
    kept(service, said(1), "Thu?")
    kept(service, said(3), "thuế", kind=FIGURES)
    assert await conversation.earlier(said(7), said(6)) == ()
    assert await conversation.earlier(said(7), said(4)) == ()


async def test_another_persons_question_is_not_leant_on(conversation: Conversation, service: Service) -> None:
    kept(service, said(1, Chat(8, Chat.PRIVATE), BINH), "Thu?")
    assert await conversation.earlier(said(3), None) == ()


async def test_where_no_texts_are_kept_nothing_is_leant_on_after_a_restart(
    conversation: Conversation, service: Service
) -> None:
    kept(service, said(1))
    assert await conversation.earlier(said(3), None) == ()


async def test_a_database_that_is_away_makes_every_question_stand_alone(
    conversation: Conversation, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service.store.replies, "_find", busy)
    assert await conversation.earlier(said(3), None) == ()
    assert await conversation.earlier(said(3), said(2)) == ()
