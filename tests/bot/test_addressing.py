from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Chat, ForumTopicCreated, Message, MessageEntity, TextQuote, User
from telegram.constants import ChatID

from bot.addressing import Addressed, addressed, from_person, is_private, sender_id
from bot.calling import only_calls
from tests.telegram_double.detected import detect_entities

ME = User(42, "Hỏi báo cáo", is_bot=True, username="hoi_bao_cao_bot")
AN = User(7, "An", is_bot=False)
OTHER_BOT = User(43, "Khác", is_bot=True, username="khac_bot")
GROUP = Chat(-100, Chat.SUPERGROUP)
PRIVATE = Chat(7, Chat.PRIVATE)
NOW = datetime(2026, 3, 10, tzinfo=UTC)
NAME = "@hoi_bao_cao_bot"


def said(text: str | None = None, chat: Chat = GROUP, sender: User | None = AN, **fields: Any) -> Message:
    """A message as Telegram gives it: commands and mentions are marked."""
    for name, words in (("entities", text), ("caption_entities", fields.get("caption"))):
        found = [MessageEntity(e["type"], e["offset"], e["length"]) for e in detect_entities(words or "")]
        fields.setdefault(name, found)
    return Message(1, NOW, chat, sender, text=text, **fields)


def asked(message: Message) -> str | None:
    found = addressed(message, ME)
    return found.text if found else None


def test_in_private_every_message_is_for_the_bot_and_stays_as_it_is() -> None:
    assert addressed(said(" - thu bao nhiêu? ", PRIVATE), ME) == Addressed(" - thu bao nhiêu? ")
    assert addressed(said(None, PRIVATE), ME) == Addressed("")


def test_in_a_group_what_names_nobody_is_none_of_its_business() -> None:
    assert asked(said("thu bao nhiêu?")) is None
    assert asked(said(None)) is None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (f"{NAME} thu bao nhiêu?", "thu bao nhiêu?"),
        (f"{NAME}, thu bao nhiêu?", "thu bao nhiêu?"),
        (f"{NAME}: thu bao nhiêu?", "thu bao nhiêu?"),
        (f"thu bao nhiêu? {NAME}", "thu bao nhiêu?"),
        (f"thu bao nhiêu, {NAME}", "thu bao nhiêu"),
        (f"Nhờ {NAME} thu bao nhiêu?", "Nhờ thu bao nhiêu?"),
        ("@HOI_Bao_Cao_Bot thu?", "thu?"),
        (f"🏯🏯 {NAME} thu 🏯 {NAME} năm 2020?", "🏯🏯 thu 🏯 năm 2020?"),
        (f"{NAME}\n1. thu?\n2. chi?", "1. thu?\n2. chi?"),
        (NAME, ""),
        (f"{NAME} @khac_bot thu?", "@khac_bot thu?"),
    ],
)
def test_a_mention_anywhere_calls_it_and_is_no_part_of_the_question(text: str, question: str) -> None:
    assert asked(said(text)) == question


@pytest.mark.parametrize("text", ["@hoi_bao_cao_bot2 thu?", "@khac_bot thu?", "an@hoi_bao_cao_bot thu?", "@hoi thu?"])
def test_another_name_does_not_call_it(text: str) -> None:
    assert asked(said(text)) is None


def test_the_name_without_an_entity_does_not_call_it() -> None:
    assert asked(said(f"{NAME} thu?", entities=[MessageEntity(MessageEntity.CODE, 0, len(NAME))])) is None


def test_a_mention_in_a_caption_calls_it() -> None:
    assert asked(said(caption=f"🏯 thu? {NAME}")) == "🏯 thu?"


def test_a_mention_without_a_user_name_calls_whom_it_is_of() -> None:
    of_me = MessageEntity(MessageEntity.TEXT_MENTION, 3, 11, user=ME)
    assert asked(said("🏯 Hỏi báo cáo thu?", entities=[of_me])) == "🏯 thu?"
    of_an = MessageEntity(MessageEntity.TEXT_MENTION, 0, 2, user=AN)
    assert asked(said("An thu?", entities=[of_an])) is None


words = st.text(st.characters(codec="utf-8", exclude_characters="@/"), max_size=20)


@given(words, words)
def test_wherever_the_mention_stands_the_words_around_it_are_kept(before: str, after: str) -> None:
    start = len(before.encode("utf-16-le")) // 2
    found = asked(said(f"{before}{NAME}{after}", entities=[MessageEntity(MessageEntity.MENTION, start, len(NAME))]))
    assert found is not None
    around = f"{before} {after}"
    kept = [] if only_calls(around) else [one for one in around if one.isalnum()]
    assert [one for one in found if one.isalnum()] == kept


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("/hoi thu bao nhiêu?", "thu bao nhiêu?"),
        (f"/hoi{NAME} thu bao nhiêu?", "thu bao nhiêu?"),
        ("/HOI@Hoi_Bao_Cao_Bot thu?", "thu?"),
        (f"/hoi {NAME} thu?", "thu?"),
        ("/hoi", ""),
        ("/hoi@khac_bot thu?", None),
        ("/hoidap thu?", None),
        ("hay /hoi thu?", None),
    ],
)
def test_the_command_that_asks_calls_it_at_the_beginning(text: str, question: str | None) -> None:
    assert asked(said(text)) == question


def test_the_command_is_no_part_of_the_question_in_private_either() -> None:
    assert asked(said("/hoi thu?", PRIVATE)) == "thu?"


def test_a_reply_to_its_own_message_calls_it() -> None:
    mine = said("Báo cáo không nêu.", sender=ME)
    assert addressed(said("còn chi?", reply_to_message=mine), ME) == Addressed("còn chi?", mine)
    assert addressed(said(f"{NAME} còn chi?", reply_to_message=mine), ME) == Addressed("còn chi?", mine)


def test_a_reply_to_anybody_else_does_not() -> None:
    for sender in (AN, OTHER_BOT, None):
        assert asked(said("còn chi?", reply_to_message=said("thu?", sender=sender))) is None


def test_its_name_alone_asks_what_the_message_replied_to_says() -> None:
    original = said("thu bao nhiêu?")
    assert addressed(said(NAME, reply_to_message=original), ME) == Addressed("thu bao nhiêu?")
    assert asked(said("/hoi", reply_to_message=said(caption="thu?"))) == "thu?"
    assert asked(said(f"{NAME} chi?", reply_to_message=original)) == "chi?"


@pytest.mark.parametrize("call", ["/hoi", NAME, f"{NAME} trả lời giúp", f"{NAME} câu này?", "/hoi giúp anh với"])
@pytest.mark.parametrize(
    ("original", "question"),
    [
        ("thu bao nhiêu?", "thu bao nhiêu?"),
        (f"{NAME} thu bao nhiêu?", "thu bao nhiêu?"),
        (f"thu bao nhiêu? {NAME}", "thu bao nhiêu?"),
        ("/hoi thu bao nhiêu?", "thu bao nhiêu?"),
        ("/hoi@khac_bot thu bao nhiêu?", "thu bao nhiêu?"),
        (f"🏯 {NAME} thu 🏯 bao nhiêu?", "🏯 thu 🏯 bao nhiêu?"),
        ("@an_nguyen thu bao nhiêu?", "@an_nguyen thu bao nhiêu?"),
    ],
)
def test_words_that_call_ask_what_the_message_replied_to_says_without_what_called_there(
    call: str, original: str, question: str
) -> None:
    for asked_before in (said(original), said(caption=original)):
        assert asked(said(call, reply_to_message=asked_before)) == question


@pytest.mark.parametrize("call", [NAME, f"{NAME} trả lời đi", "/hoi giúp với"])
def test_words_that_call_with_nothing_to_point_at_ask_nothing(call: str) -> None:
    assert asked(said(call)) == ""
    assert asked(said(call, reply_to_message=said(photo=[]))) == ""


@pytest.mark.parametrize("quoted", ["thu bao nhiêu?", f"{NAME} thu bao nhiêu?", f"/hoi{NAME} thu bao nhiêu?"])
def test_what_was_quoted_is_the_question_also_from_another_chat(quoted: str) -> None:
    quote = TextQuote(quoted, 11)
    original = said(f"Sáng họp. {quoted} Chiều nghỉ.")
    assert asked(said("/hoi", reply_to_message=original, quote=quote)) == "thu bao nhiêu?"
    assert asked(said(f"{NAME} giúp với", quote=quote)) == "thu bao nhiêu?"
    assert asked(said(f"{NAME} chi?", reply_to_message=original, quote=quote)) == "chi?"


def test_its_name_alone_under_its_own_answer_asks_nothing() -> None:
    mine = said("Báo cáo không nêu.", sender=ME)
    assert addressed(said(NAME, reply_to_message=mine), ME) == Addressed("", mine)


def test_in_a_topic_that_it_made_not_every_message_is_a_reply_to_it() -> None:
    made = said(sender=ME, forum_topic_created=ForumTopicCreated("Hỏi đáp", 1))
    assert asked(said("thu?", reply_to_message=made, message_thread_id=1, is_topic_message=True)) is None
    assert addressed(said(f"{NAME} thu?", reply_to_message=made), ME) == Addressed("thu?")
    assert addressed(said(NAME, reply_to_message=made), ME) == Addressed("")


def test_people_are_told_from_other_bots_and_from_what_was_chosen_inline() -> None:
    assert from_person(said("thu?"))
    assert not from_person(said("thu?", sender=OTHER_BOT))
    assert not from_person(said("thu?", via_bot=ME))
    assert not from_person(said("thu?", PRIVATE, via_bot=OTHER_BOT))


def test_anonymous_admins_and_channels_are_people() -> None:
    admin = User(ChatID.ANONYMOUS_ADMIN, "Group", is_bot=True)
    channel = User(ChatID.FAKE_CHANNEL, "Channel", is_bot=True)
    assert from_person(said("thu?", sender=admin, sender_chat=GROUP))
    assert from_person(said("thu?", sender=channel, sender_chat=Chat(-200, Chat.CHANNEL)))
    assert from_person(said("thu?", Chat(-200, Chat.CHANNEL), sender=None))


def test_who_asked_is_the_person_or_the_group_or_channel_in_whose_name_it_was() -> None:
    assert sender_id(said("thu?")) == AN.id
    admin = User(ChatID.ANONYMOUS_ADMIN, "Group", is_bot=True)
    assert sender_id(said("thu?", sender=admin, sender_chat=GROUP)) == GROUP.id
    assert sender_id(said("thu?", Chat(-200, Chat.CHANNEL), sender=None)) == -200


def test_only_a_private_chat_is_private() -> None:
    assert is_private(said("thu?", PRIVATE))
    assert not any(is_private(said("thu?", chat)) for chat in (GROUP, Chat(-5, Chat.GROUP), Chat(-6, Chat.CHANNEL)))
