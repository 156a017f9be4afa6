import pytest
from telegram import BotCommandScopeChat

from bot import texts
from bot.client import connect
from bot.menu import publish, withdraw
from tests.telegram_double import TelegramDouble


async def test_each_kind_of_chat_gets_its_menu(telegram: TelegramDouble) -> None:
    telegram.send_text("/start", chat_id=7)
    async with connect(telegram.token, telegram.url) as client:
        await publish(client, {7})
    menus = {call.params["scope"]["type"]: call for call in telegram.calls("setMyCommands")}
    assert {kind: [one["command"] for one in call.params["commands"]] for kind, call in menus.items()} == {
        "default": [name for name, _ in texts.COMMANDS],
        "all_group_chats": [name for name, _ in texts.GROUP_COMMANDS],
        "chat": [name for name, _ in texts.ADMIN_COMMANDS],
    }
    assert menus["chat"].params["scope"]["chat_id"] == 7
    assert all(call.status == 200 for call in menus.values())


async def test_an_admin_who_has_not_written_yet_keeps_nobody_from_their_menu(
    telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.send_text("/start", chat_id=8)
    async with connect(telegram.token, telegram.url) as client:
        await publish(client, {7, 8})
    assert [call.status for call in telegram.calls("setMyCommands")] == [200, 200, 400, 200]
    assert len(telegram.calls("setMyShortDescription")) == 1
    assert "7" not in caplog.text


async def test_who_is_no_admin_any_more_has_the_menu_of_all_again(telegram: TelegramDouble) -> None:
    telegram.send_text("/start", chat_id=7)
    async with connect(telegram.token, telegram.url) as client:
        await publish(client, {7})
        scope = BotCommandScopeChat(7)
        assert await client.get_my_commands(scope=scope)
        await withdraw(client, 7)
        assert await client.get_my_commands(scope=scope) == ()


async def test_a_menu_that_telegram_refuses_is_logged_and_no_more(
    telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fail("setMyDescription", 400)
    async with connect(telegram.token, telegram.url) as client:
        await publish(client, ())
    assert "the menu could not be set (telegram.error.BadRequest)" in caplog.text
