import pytest

from bot.client import connect
from bot.menu import publish
from tests.telegram_double import TelegramDouble


async def test_a_menu_that_telegram_refuses_is_logged_and_no_more(
    telegram: TelegramDouble, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.fail("setMyDescription", 400)
    client = connect(telegram.token, telegram.url)
    async with client:
        await publish(client)
    assert "the menu could not be set (telegram.error.BadRequest)" in caplog.text
