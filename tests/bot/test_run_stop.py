"""Starting late, ending early: nothing asked is lost, nothing is answered twice that need not be."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.bot.conftest import Start
from tests.bot.process import QUESTION
from tests.telegram_double import TelegramDouble

SOON = 5.0  # seconds within which SIGTERM must end the bot
START = 30.0  # seconds a start may take on a busy machine


def test_an_idle_bot_ends_at_once_although_its_poll_hangs(telegram: TelegramDouble, start: Start) -> None:
    bot = start()
    telegram.send_text(QUESTION, chat_id=1)
    telegram.wait_for(lambda t: t.sent(1) and not t.pending(), timeout=START)  # confirmed by the poll that hangs
    assert bot.terminate() < 2


def test_a_question_asked_while_the_bot_was_down_is_answered_when_it_is_up(
    telegram: TelegramDouble, start: Start
) -> None:
    telegram.send_text(QUESTION, chat_id=1)
    bot = start()
    telegram.wait_for(lambda t: t.sent(1), timeout=START)
    assert bot.terminate() < SOON
    assert not telegram.pending()


def test_a_question_in_a_flood_wait_is_left_to_the_next_start_and_the_answered_one_is_not(
    telegram: TelegramDouble, start: Start
) -> None:
    bot = start()
    telegram.send_text(QUESTION, chat_id=1)
    telegram.wait_for(lambda t: t.sent(1), timeout=START)
    telegram.fail("sendMessage", 429, retry_after=600, chat_id=2)
    telegram.send_text(QUESTION, chat_id=2)
    telegram.wait_for(lambda t: [c for c in t.calls("sendMessage") if c.status == 429])
    assert bot.terminate() < SOON
    assert len(telegram.pending()) == 1
    start()
    telegram.wait_for(lambda t: t.sent(2), timeout=START)
    telegram.wait_for(lambda t: not t.pending())
    assert [len(telegram.sent(chat)) for chat in (1, 2)] == [1, 1]


def test_a_hanging_answer_does_not_hold_up_the_end(telegram: TelegramDouble, start: Start) -> None:
    bot = start()
    telegram.delay("sendMessage", 60, chat_id=1)
    telegram.send_text(QUESTION, chat_id=1)
    telegram.wait_for(lambda t: t.calls("sendMessage"), timeout=START)
    assert bot.terminate() < SOON


def test_a_short_flood_wait_is_still_sat_out_at_the_end(telegram: TelegramDouble, start: Start) -> None:
    bot = start()
    telegram.fail("sendMessage", 429, retry_after=1, chat_id=1)
    telegram.send_text(QUESTION, chat_id=1)
    telegram.wait_for(lambda t: t.calls("sendMessage"), timeout=START)
    assert bot.terminate() < SOON
    assert len(telegram.sent(1)) == 1
    assert not telegram.pending()


def test_a_killed_bot_loses_no_question(telegram: TelegramDouble, start: Start) -> None:
    bot = start()
    telegram.fail("sendMessage", 429, retry_after=600, chat_id=1)
    telegram.send_text(QUESTION, chat_id=1)
    telegram.wait_for(lambda t: t.calls("sendMessage"), timeout=START)
    bot.kill()
    start()
    telegram.wait_for(lambda t: t.sent(1), timeout=START)


def test_it_starts_before_telegram_is_there_and_ends_without_it(telegram: TelegramDouble, start: Start) -> None:
    telegram.down()
    telegram.send_text(QUESTION, chat_id=1)
    bot, other = start(), start(TELEGRAM_API_URL="http://127.0.0.1:9")
    other.wait_for_line("Telegram did not take a request method=getMe")
    assert other.terminate() < SOON
    telegram.up()
    telegram.wait_for(lambda t: t.sent(1), timeout=START)
    telegram.down()
    assert bot.terminate() < SOON


def test_it_ends_soon_also_while_a_large_report_is_indexed(
    telegram: TelegramDouble, start: Start, tmp_path: Path
) -> None:
    report = tmp_path / "large.txt"
    lines = (
        f"Phường số {i} thu {i % 977}.{i % 1000:03} triệu đồng từ khoản {i * 7919 % 9973}.\n" for i in range(16_000)
    )
    report.write_text("BÁO CÁO THU\n" + "".join(lines))
    assert report.stat().st_size > 1_000_000
    bot = start(REPORTS=str(report))
    wait_for_tables(tmp_path / "bot.db")  # they are made before anything is indexed
    assert bot.terminate() < SOON
    assert not telegram.calls()


def wait_for_tables(file: Path) -> None:
    """Wait until a bot has made its database."""
    until = time.monotonic() + START
    while True:
        assert time.monotonic() < until
        if file.exists():
            with closing(sqlite3.connect(file)) as database:
                if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'replies'").fetchone():
                    return
        time.sleep(0.02)


def test_a_refused_token_is_one_line_and_status_2(telegram: TelegramDouble, start: Start) -> None:
    telegram.fail("getMe", 401)
    bot = start(LOG_LEVEL="WARNING")
    assert bot.wait() == 2
    (line,) = bot.log.splitlines()
    assert line.startswith("TELEGRAM_BOT_TOKEN was refused by Telegram")


def test_bad_settings_and_reports_are_one_line_and_status_2(telegram: TelegramDouble, start: Start) -> None:
    bots = [
        (start(PORT="eighty"), "PORT is 'eighty'; it must be a number from 1 to 65535"),
        (start(REPORTS="missing.md"), "missing.md: "),
        (start(DATABASE_URL="postgresql://u:pa[ss@h/db"), "DATABASE_URL "),
        (start(DATABASE_URL="sqlite:///x.db?timeout=abc"), "DATABASE_URL: "),
    ]
    for bot, line in bots:
        assert bot.wait() == 2
        assert bot.log.startswith(line)
        assert bot.log.count("\n") == 1
        assert "pa[ss" not in bot.log
    assert not telegram.calls()
