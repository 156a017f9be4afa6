"""The admins' commands over a real connection: who may, what comes back, and what becomes of trouble."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Any

import pytest

from bot import texts
from bot.access import Access
from bot.callbacks import Action, Press
from bot.storage import Asked, Statistics, StorageBusy, Store
from tests.bot.conftest import Served, serving
from tests.telegram_double import TelegramDouble
from tests.telegram_double.errors import Json

ADMIN, OTHER, GROUP = 7, 8, -1001
COMMANDS = ("/thongke", "/chuatraloi", "/chuatraloi csv", "/viettat", "/viettat NSNN = ngân sách nhà nước")


def running(telegram: TelegramDouble, **options: Any) -> AbstractAsyncContextManager[Served]:
    """The bot, with one admin."""
    return serving(telegram, access=Access(admins=frozenset({ADMIN})), **options)


async def see(telegram: TelegramDouble, condition: Callable[[TelegramDouble], Any]) -> Any:
    """`wait_for` beside the bot's own event loop; a chart takes its time on a busy machine."""
    return await asyncio.to_thread(telegram.wait_for, condition, 30)


async def said(telegram: TelegramDouble, text: str, person: int = ADMIN, chat: int | None = None) -> Json:
    """What the bot says to a message."""
    where = person if chat is None else chat
    before = len(telegram.sent(where))
    telegram.send_text(text, chat_id=where, user_id=person)
    await see(telegram, lambda t: len(t.sent(where)) > before and not t.pending())
    (answer,) = telegram.sent(where)[before:]
    return answer


def ask(store: Store, text: str | None = "vườn thú ở đâu", outcome: Any = "abstained") -> None:
    """A question that was asked just now."""
    why = "not-in-report" if outcome == "abstained" else None
    store.asked.add(Asked(datetime.now(UTC), "p" * 24, "c" * 24, text, outcome, why, 2.5, "private"))


@pytest.mark.parametrize("command", COMMANDS)
async def test_who_is_no_admin_learns_nothing(telegram: TelegramDouble, command: str) -> None:
    async with running(telegram) as bot:
        ask(bot.store)
        assert (await said(telegram, command, OTHER))["text"] == texts.ONLY_ADMINS
        (withdrawn,) = await asyncio.to_thread(telegram.wait_for, lambda t: t.calls("deleteMyCommands"))
        assert withdrawn.params["scope"]["chat_id"] == OTHER
        assert await bot.store.abbreviations.all() == {}


@pytest.mark.parametrize("command", COMMANDS)
async def test_in_a_group_an_admin_too_is_sent_to_the_private_chat(telegram: TelegramDouble, command: str) -> None:
    telegram.add_group(GROUP, members=(ADMIN, OTHER))
    word, _, rest = command.partition(" ")
    named = f"{word}@{telegram.bot_username} {rest}".rstrip()  # without a name it may be another bot's
    async with running(telegram) as bot:
        ask(bot.store)
        for person in (ADMIN, OTHER):
            answer = await said(telegram, named, person, GROUP)
            assert answer["text"] == texts.ADMINS_IN_PRIVATE
            assert "reply_to_message_id" in answer
        assert await bot.store.abbreviations.all() == {}


async def test_statistics_come_as_one_picture_with_the_figures_below_it(telegram: TelegramDouble) -> None:
    async with running(telegram) as bot:
        for outcome in ("answered", "answered", "unsure", "abstained"):
            ask(bot.store, None, outcome)
        answer = await said(telegram, "/thongke 30 ngày")
    assert answer["caption"].startswith("Thống kê 30 ngày (")
    assert "Trả lời được: 2 (50%)\nChưa chắc: 1 (25%)\nChưa trả lời được: 1 (25%)" in answer["caption"]
    (photo,) = answer["photo"]
    assert (photo["width"], photo["height"]) == (1080, 1350)
    assert telegram.file(photo["file_id"]).startswith(b"\x89PNG")
    assert "reply_to_message_id" in answer


async def test_without_a_chart_the_figures_come_alone(
    telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(self: object, statistics: Statistics) -> None:
        """No chart can be drawn."""

    monkeypatch.setattr("bot.charting.Charts.draw", none)
    async with running(telegram) as bot:
        ask(bot.store)
        assert (await said(telegram, "/thongke"))["text"].startswith("Thống kê 7 ngày (")


async def test_a_chart_that_telegram_refuses_is_left_out(
    telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fail("sendPhoto", 400)
    async with running(telegram) as bot:
        ask(bot.store)
        assert (await said(telegram, "/thongke"))["text"].startswith("Thống kê 7 ngày (")
    assert "Telegram refused the chart" in caplog.text


async def test_a_week_without_questions_has_no_chart(telegram: TelegramDouble) -> None:
    async with running(telegram):
        assert (await said(telegram, "/thongke"))["text"] == "Không có câu hỏi nào trong 7 ngày qua."


@pytest.mark.parametrize(
    ("command", "most"),
    [("/thongke 91", 90), ("/thongke tuần này", 90), ("/chuatraloi 366", 365), ("/chuatraloi csv x", 365)],
)
async def test_days_that_are_none_are_asked_for_again(telegram: TelegramDouble, command: str, most: int) -> None:
    async with running(telegram):
        text = (await said(telegram, command))["text"]
    assert text == texts.HOW_MANY_DAYS.format(most=most, command=command.split()[0])


async def test_unanswered_questions_come_with_a_button_for_the_table(telegram: TelegramDouble) -> None:
    async with running(telegram) as bot:
        ask(bot.store)
        answer = await said(telegram, "/chuatraloi")
        assert "1. vườn thú ở đâu\n1 lần" in answer["text"]
        (((button,),)) = answer["reply_markup"]["inline_keyboard"]
        telegram.press(answer, button["callback_data"])
        document = (await see(telegram, lambda t: t.sent(ADMIN)[1:]))[0]
    assert document["document"]["file_name"].endswith(".csv")
    assert "vườn thú ở đâu,1," in telegram.file(document["document"]["file_id"]).decode("utf-8-sig")
    assert document["caption"] == "Chưa trả lời được trong 30 ngày qua: 1 câu, 1 nhóm"


async def test_the_table_may_be_asked_for_by_its_name(telegram: TelegramDouble) -> None:
    async with running(telegram) as bot:
        ask(bot.store)
        answer = await said(telegram, "/chuatraloi 7 ngày CSV")
    assert answer["caption"] == "Chưa trả lời được trong 7 ngày qua: 1 câu, 1 nhóm"
    assert "document" in answer


async def test_where_no_questions_are_kept_there_are_none_to_show(telegram: TelegramDouble) -> None:
    async with running(telegram, keep_days=0) as bot:
        ask(bot.store)
        for command in ("/chuatraloi", "/chuatraloi csv"):
            assert (await said(telegram, command))["text"] == texts.QUESTIONS_NOT_KEPT


async def test_pages_are_turned_in_the_same_message(telegram: TelegramDouble) -> None:
    async with running(telegram) as bot:
        for number in range(60):
            ask(bot.store, f"vườn thú số {number} ở đâu")
        answer = await said(telegram, "/chuatraloi")
        telegram.press(answer, answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
        (now,) = await see(telegram, lambda t: [one for one in t.sent(ADMIN) if "· 2/" in one["text"]])
    assert now["message_id"] == answer["message_id"]


async def test_a_button_is_for_admins_whoever_presses_it(telegram: TelegramDouble) -> None:
    async with running(telegram) as bot:
        ask(bot.store)
        telegram.send_text("/help", chat_id=OTHER)
        message = (await see(telegram, lambda t: t.sent(OTHER)))[0]
        for action in (Action.UNANSWERED, Action.TABLE, Action.ABBREVIATIONS):
            telegram.press(message, bot.service.signer.sign(Press(action, "", 30), OTHER))
        calls = await see(telegram, lambda t: c if len(c := t.calls("answerCallbackQuery")) == 3 else None)
        await see(telegram, lambda t: not t.pending())
    assert {call.params["text"] for call in calls} == {texts.ONLY_ADMINS}
    assert telegram.sent(OTHER) == [message]


async def test_a_page_that_is_no_longer_there_is_an_old_button(telegram: TelegramDouble) -> None:
    async with running(telegram) as bot:
        message = await said(telegram, "/viettat")
        telegram.press(message, bot.service.signer.sign(Press(Action.ABBREVIATIONS, "", 0, 5), ADMIN))
        (call,) = await see(telegram, lambda t: t.calls("answerCallbackQuery"))
    assert call.params["text"] == texts.STALE_BUTTON


async def test_an_abbreviation_is_added_listed_and_removed(telegram: TelegramDouble) -> None:
    async with running(telegram):
        put = await said(telegram, "/viettat NSNN = ngân sách & tài chính")
        assert put["text"] == "Đã có hiệu lực: NSNN = ngân sách & tài chính"
        assert "NSNN = ngân sách & tài chính\n" in (await said(telegram, "/viettat"))["text"]
        assert (await said(telegram, "/viettat xóa NSNN"))["text"] == "Đã bỏ NSNN khỏi danh sách của đơn vị."
        assert (await said(telegram, "/viettat -NSNN"))["text"] == "Danh sách của đơn vị không có NSNN."


async def test_one_that_stood_for_something_else_is_told_so_and_how_to_bring_that_back(
    telegram: TelegramDouble,
) -> None:
    async with running(telegram):
        text = (await said(telegram, "/viettat ubnd = ủy ban nhà đất"))["text"]
        assert text.splitlines() == [
            "Đã có hiệu lực: ubnd = ủy ban nhà đất",
            texts.ABBREVIATION_REPLACES.format(short="ubnd", words="ủy ban nhân dân"),
        ]
        text = (await said(telegram, "/viettat xóa UBND"))["text"]
        assert text.splitlines()[1:] == [texts.ABBREVIATION_BACK.format(short="UBND", words="ủy ban nhân dân")]


@pytest.mark.parametrize("meant", ["Ủy ban nhân dân", "uy ban nhan dan"])
async def test_one_that_stood_for_the_same_before_is_not(telegram: TelegramDouble, meant: str) -> None:
    async with running(telegram):
        assert (await said(telegram, f"/viettat UBND = {meant}"))["text"] == f"Đã có hiệu lực: UBND = {meant}"


async def test_an_abbreviation_that_is_a_syllable_counts_in_capitals_only(telegram: TelegramDouble) -> None:
    async with running(telegram):
        text = (await said(telegram, "/viettat LA = Long An"))["text"]
    assert text == f"Đã có hiệu lực: LA = Long An\n{texts.ABBREVIATION_IN_CAPITALS}"


async def test_what_is_no_abbreviation_is_told_how_to_write_one(telegram: TelegramDouble) -> None:
    async with running(telegram) as bot:
        text = (await said(telegram, "/viettat ngân sách = NSNN"))["text"]
        assert await bot.store.abbreviations.all() == {}
    assert text == f"{texts.WRONG_SHORT.format(most=20)}\n\n{texts.HOW_TO_ABBREVIATE}"


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("/thongke", texts.DATABASE_BUSY),
        ("/chuatraloi", texts.DATABASE_BUSY),
        ("/chuatraloi csv", texts.DATABASE_BUSY),
        ("/viettat", texts.DATABASE_BUSY),
        ("/viettat NSNN = ngân sách nhà nước", texts.ABBREVIATIONS_UNCHANGED),
    ],
)
async def test_a_database_that_is_away_is_said_to_be_busy(
    telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch, command: str, line: str
) -> None:
    async def busy(*_: object) -> None:
        raise StorageBusy("away")

    async with running(telegram) as bot:
        with monkeypatch.context() as patch:
            patch.setattr(Store, "statistics", busy)
            patch.setattr(Store, "unanswered", busy)
            patch.setattr(bot.store.abbreviations, "all", busy)
            assert (await said(telegram, command))["text"] == line
        assert await bot.store.abbreviations.all() == {}


async def test_a_button_pressed_while_the_database_is_away_says_so(
    telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> None:
        raise StorageBusy("away")

    async with running(telegram) as bot:
        ask(bot.store)
        answer = await said(telegram, "/chuatraloi")
        monkeypatch.setattr(Store, "unanswered", busy)
        telegram.press(answer, bot.service.signer.sign(Press(Action.UNANSWERED, "", 30), ADMIN))
        (call,) = await see(telegram, lambda t: t.calls("answerCallbackQuery"))
        telegram.press(answer, bot.service.signer.sign(Press(Action.TABLE, "", 30), ADMIN))
        line = (await see(telegram, lambda t: t.sent(ADMIN)[1:]))[0]
    assert call.params["text"] == line["text"] == texts.DATABASE_BUSY
