"""The whole bot as a process, by polling and by webhook: what is known to people goes on after a restart."""

from __future__ import annotations

import pytest

from bot import texts
from tests.bot.conftest import Start
from tests.bot.e2e.reading import NAME, TAX, TAX_FIGURE, TOTAL, TOTAL_FIGURE, bold
from tests.bot.process import BotProcess
from tests.bot.test_run_webhook import free_port
from tests.bot.test_run_webhook import settings as webhook
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import talk

ADMIN = 700_123_457
ALLOWED = -100_700_555_111


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_after_a_restart_presses_edits_and_conversations_go_on_and_no_word_is_in_the_log(
    telegram: TelegramDouble, start: Start, mode: str
) -> None:
    telegram.privacy = False
    telegram.add_group(ALLOWED)
    settings = {"ADMIN_USERS": str(ADMIN), "ALLOWED_CHATS": str(ALLOWED), "LOG_LEVEL": "DEBUG"}
    settings |= webhook(free_port()) if mode == "webhook" else {}
    an, in_group = talk(telegram, ADMIN), talk(telegram, ALLOWED, user=8)

    bot = start(**settings)
    an.says(TOTAL)
    total = an.hears()
    assert TOTAL_FIGURE in bold(total)
    in_group.says("chuyen rieng cua phong")
    corrected = in_group.says(f"{NAME} tong thu ngan sach nam 2020 bao nhieu")
    in_group.hears()
    in_group.says("chuyen khac cua phong")
    in_group.hears_nothing()
    _menus_are_set(telegram)
    logs = [_ended(bot)]

    telegram.press(total, total["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    in_group.edits(f"{NAME} thue ngoai quoc doanh dat bao nhieu", corrected)
    missed = talk(telegram, 9)
    missed.says(TAX)

    bot = start(**settings)
    assert an.sees_change(total)["text"].startswith("📖")
    assert TAX_FIGURE in bold(in_group.sees_change())
    assert TAX_FIGURE in bold(missed.hears())
    an.says("con nam 2021")
    assert "Hiểu là: Tổng thu" in an.hears()["text"]
    in_group.hears_nothing()
    logs.append(_ended(bot))

    for log in logs:
        assert " ERROR " not in log
        for words in ("chuyen", "tong thu", "thue ngoai", "con nam", str(ADMIN), str(ALLOWED)):
            assert words not in log


def _menus_are_set(telegram: TelegramDouble) -> None:
    """Each kind of chat has its commands, and the bot says what it is."""
    telegram.wait_for(lambda t: t.calls("setMyShortDescription"))
    menus = {
        call.params["scope"]["type"]: [one["command"] for one in call.params["commands"]]
        for call in telegram.calls("setMyCommands")
        if call.status == 200
    }
    assert set(menus) == {"default", "all_group_chats", "chat"}
    assert {"tomtat", "solieu", "mucluc", "baocao", "help"} <= set(menus["default"])
    assert "hoi" in menus["all_group_chats"]
    assert {"thongke", "chuatraloi", "viettat"} <= set(menus["chat"]) - set(menus["default"])
    assert telegram.calls("setMyDescription")[0].params["description"] == texts.DESCRIPTION


def _ended(bot: BotProcess) -> str:
    """Its log, once it was told to end and did."""
    bot.terminate()
    return bot.log
