"""python-telegram-bot itself against the double."""

from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    ChatMemberAdministrator,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    ReplyParameters,
)
from telegram.constants import ChatAction, MessageEntityType, ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from .double import TelegramDouble
from .receiver import Receiver


@pytest.fixture
async def bot(double: TelegramDouble) -> AsyncIterator[Bot]:
    async with Bot(double.token, base_url=f"{double.url}/bot") as bot:
        yield bot


async def test_ptb_converses_with_the_double(double: TelegramDouble, bot: Bot) -> None:
    assert (await bot.get_me()).username == double.bot_username
    mid = double.send_text("/start dân số?")
    update = (await bot.get_updates(timeout=5))[0]
    assert update.message
    assert update.message.message_id == mid
    assert update.message.parse_entities() == {update.message.entities[0]: "/start"}
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Nguồn", callback_data="s:1")]])
    sent = await bot.send_message(
        1001,
        "<b>147.000</b> người 😀 <blockquote expandable>Dân số</blockquote>",
        parse_mode=ParseMode.HTML,
        reply_parameters=ReplyParameters(mid),
        reply_markup=keyboard,
    )
    marked = {entity.type: words for entity, words in sent.parse_entities().items()}
    assert marked == {MessageEntityType.BOLD: "147.000", MessageEntityType.EXPANDABLE_BLOCKQUOTE: "Dân số"}
    assert sent.reply_markup == keyboard
    assert sent.reply_to_message
    assert await bot.send_chat_action(1001, ChatAction.TYPING)
    query_id = double.press(double.sent()[-1], data="s:1")
    pressed = (await bot.get_updates(offset=update.update_id + 1))[0].callback_query
    assert pressed
    assert (pressed.id, pressed.data) == (query_id, "s:1")
    assert await pressed.answer("đã xem")
    assert await sent.edit_text("sửa")
    assert (await bot.get_chat(1001)).type == "private"
    assert await bot.set_my_commands([BotCommand("hoi", "Hỏi")], language_code="vi")
    assert await bot.get_my_commands(language_code="vi") == (BotCommand("hoi", "Hỏi"),)
    assert await bot.set_my_description("Hỏi báo cáo")
    assert (await bot.get_my_description()).description == "Hỏi báo cáo"


async def test_ptb_sets_a_webhook_and_updates_come(double: TelegramDouble, bot: Bot) -> None:
    with Receiver() as receiver:
        assert await bot.set_webhook(receiver.url, secret_token="s3cret", allowed_updates=["message"])
        double.send_text("qua webhook")
        double.wait_for(lambda t: not t.pending())
        assert (receiver.texts(), receiver.secrets) == (["qua webhook"], ["s3cret"])
        info = await bot.get_webhook_info()
        assert (info.url, info.allowed_updates) == (receiver.url, ("message",))
        with pytest.raises(Conflict):
            await bot.get_updates()
        assert await bot.delete_webhook()


async def test_refusals_reach_ptb_as_its_own_errors(
    double: TelegramDouble, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without it every RetryAfter warns that its seconds will become a timedelta, and warnings are errors.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1001, "a")
    double.send_text("hỏi")
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(1001, "a", reply_parameters=ReplyParameters(99))
    double.fail("sendMessage", status=429, retry_after=3)
    with pytest.raises(RetryAfter, match="Retry in 0:00:03"):
        await bot.send_message(1001, "a")
    double.fail("sendMessage", status=502)
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "a")
    double.drop("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "a")
    double.block(1001)
    with pytest.raises(Forbidden):
        await bot.send_message(1001, "a")
    double.fail("getMe", status=401)
    with pytest.raises(InvalidToken):
        await bot.get_me()
    assert double.sent() == []


async def test_ptb_understands_groups_members_and_migrations(double: TelegramDouble, bot: Bot) -> None:
    double.add_group(-5, "Tổ", kind="group", bot="left", members=(7,))
    double.add_bot(-5)
    double.promote_bot(-5)
    double.send_text("thu @hoi_bao_cao_bot", chat_id=-5, user_id=7)
    added, came, promoted, asked = await bot.get_updates(timeout=5)
    assert added.my_chat_member
    assert added.my_chat_member.new_chat_member.status == "member"
    assert came.message
    assert came.message.new_chat_members[0].id == bot.id
    assert promoted.my_chat_member
    assert isinstance(promoted.my_chat_member.new_chat_member, ChatMemberAdministrator)
    assert asked.message
    assert asked.message.parse_entities(["mention"]).popitem()[1] == "@hoi_bao_cao_bot"
    assert [member.user.id for member in await bot.get_chat_administrators(-5)] == [501, bot.id]
    assert (await bot.get_chat_member(-5, 7)).status == "member"
    double.upgrade(-5, -1005)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(-5, "a")
    assert caught.value.new_chat_id == -1005
    assert (await bot.get_chat(-1005)).title == "Tổ"
    double.restrict_bot(-1005)
    assert (await bot.get_chat_member(-1005, bot.id)).status == "restricted"
    double.remove_bot(-1005)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(-1005, "a")


async def test_ptb_answers_inline_and_guest_queries(double: TelegramDouble, bot: Bot) -> None:
    double.inline_mode = double.guest_mode = True
    me = await bot.get_me()
    assert me.supports_inline_queries
    assert me.supports_guest_queries
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Nguồn", callback_data="s:1")]])
    content = InputTextMessageContent("<b>10.530</b> tỷ", parse_mode=ParseMode.HTML)
    result = InlineQueryResultArticle("1", "Thu", content, reply_markup=keyboard)
    typed = double.inline("thu")
    (update,) = await bot.get_updates(timeout=5)
    assert update.inline_query
    assert await update.inline_query.answer([result], cache_time=10, is_personal=True)
    chosen = double.choose(typed, "1")
    assert await bot.edit_message_text("mới", inline_message_id=chosen["inline_message_id"]) is True
    summons = double.summon("@hoi_bao_cao_bot thu?")
    update = (await bot.get_updates(timeout=5))[-1]
    assert update.guest_message
    sent = await update.guest_message.answer_guest_query(result)
    answer = double.guest_answer(summons)
    assert answer
    assert sent.inline_message_id == answer["inline_message_id"]
