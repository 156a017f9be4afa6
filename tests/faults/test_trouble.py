"""Telegram in trouble and a database that is away: every question is answered, and none needlessly twice."""

from __future__ import annotations

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bot.conftest import Start
from tests.bot.process import QUESTION
from tests.postgres import running
from tests.telegram_double import TelegramDouble

PATIENCE = 90.0  # seconds for all answers, pauses included
AWAY = 10.0  # seconds without a database


def ask(telegram: TelegramDouble, chats: range, times: int = 1) -> set[tuple[int, int]]:
    """Each chat asks so often; the questions by chat and message."""
    return {(chat, telegram.send_text(QUESTION, chat_id=chat)) for _ in range(times) for chat in chats}


def answered(telegram: TelegramDouble) -> Counter[tuple[int, int]]:
    """How often each question was answered."""
    return Counter((m["chat"]["id"], m["reply_to_message_id"]) for m in telegram.sent() if "reply_to_message_id" in m)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_slow_silent_refusing_and_hanging_up_in_bursts_telegram_still_gets_every_answer(
    telegram: TelegramDouble, start: Start, seed: int
) -> None:
    chance = random.Random(seed)
    start()
    telegram.wait_for(lambda t: t.polled, timeout=PATIENCE)
    lost_replies = 0
    asked: set[tuple[int, int]] = set()
    for _ in range(6):
        method = chance.choice(["sendMessage", "sendMessage", "getUpdates"])
        times = chance.randint(1, 8 if method == "sendMessage" else 3)
        match chance.choice(["slow", "silent", "cut", "flood", "broken"]):
            case "slow":
                telegram.delay(method, chance.uniform(0.1, 1.0), times=times)
            case "silent":  # it took effect, and nobody was told
                telegram.drop(method, times=times, after_effect=True)
                lost_replies += times if method == "sendMessage" else 0
            case "cut":
                telegram.drop(method, times=times)
            case "flood":
                telegram.fail(method, 429, retry_after=1, times=times)
            case "broken":
                telegram.fail(method, chance.choice([500, 502, 504]), times=times)
        asked |= ask(telegram, range(1, 6))
        time.sleep(chance.uniform(0, 0.5))
    telegram.wait_for(lambda t: not t.pending(), timeout=PATIENCE)
    times_answered = answered(telegram)
    assert set(times_answered) == asked
    assert sum(times_answered.values()) - len(asked) <= lost_replies


def test_twenty_people_are_answered_once_each_while_eighty_connections_are_cut(
    telegram: TelegramDouble, start: Start
) -> None:
    start()
    telegram.wait_for(lambda t: t.polled, timeout=PATIENCE)
    telegram.drop("sendMessage", times=80)
    asked = ask(telegram, range(1, 21))
    telegram.wait_for(lambda t: not t.pending(), timeout=PATIENCE)
    assert answered(telegram) == Counter(asked)


def test_an_edit_reaches_its_answer_however_often_the_connection_is_cut(telegram: TelegramDouble, start: Start) -> None:
    start()
    question = telegram.send_text(QUESTION, chat_id=1)
    (answer,) = telegram.wait_for(lambda t: t.sent(1), timeout=PATIENCE)
    telegram.wait_for(lambda t: not t.pending(), timeout=PATIENCE)
    telegram.drop("editMessageText", times=3)
    telegram.drop("editMessageText", times=2, after_effect=True)
    telegram.edit(1, question, text="Thuế ngoài quốc doanh đạt bao nhiêu?")
    telegram.wait_for(lambda t: not t.pending(), timeout=PATIENCE)
    (edited,) = telegram.sent(1)
    assert edited["message_id"] == answer["message_id"]
    assert edited["text"] != answer["text"]


def test_while_telegram_says_nothing_at_all_a_message_is_sent_once_and_when_it_speaks_again_once_more(
    telegram: TelegramDouble, start: Start
) -> None:
    start()
    telegram.wait_for(lambda t: t.polled, timeout=PATIENCE)
    telegram.drop("sendMessage", times=1, after_effect=True)  # all that is sent arrives, and no reply comes back
    telegram.drop("getMe", times=3, after_effect=True)
    asked = ask(telegram, range(1, 2))
    telegram.wait_for(lambda t: not t.pending(), timeout=PATIENCE)
    assert set(answered(telegram)) == asked
    assert [call.status for call in telegram.calls("sendMessage")] == [0, 200]
    methods = [call.method for call in telegram.calls() if call.method in ("sendMessage", "getMe")]
    assert methods[-6:] == ["sendMessage", *["getMe"] * 4, "sendMessage"]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Nobody else can write to the database."""
    connection = sqlite3.connect(file, isolation_level=None, timeout=PATIENCE)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("COMMIT")
        connection.close()


def test_questions_asked_while_the_database_is_locked_are_answered_once_also_after_a_restart(
    telegram: TelegramDouble, start: Start, tmp_path: Path
) -> None:
    bot = start(DATABASE_URL=f"sqlite:///{tmp_path}/bot.db")
    asked = ask(telegram, range(1, 4))
    telegram.wait_for(lambda t: len(answered(t)) == len(asked), timeout=PATIENCE)
    began = time.monotonic()
    with locked(tmp_path / "bot.db"):
        asked |= ask(telegram, range(1, 6), times=2)
        telegram.wait_for(lambda t: len(answered(t)) == len(asked), timeout=AWAY)
        time.sleep(max(0.0, began + AWAY - time.monotonic()))
    asked |= ask(telegram, range(1, 3))
    telegram.wait_for(lambda t: len(answered(t)) == len(asked) and not t.pending(), timeout=PATIENCE)
    bot.terminate()
    start(DATABASE_URL=f"sqlite:///{tmp_path}/bot.db")
    asked |= ask(telegram, range(1, 3))
    telegram.wait_for(lambda t: len(answered(t)) == len(asked) and not t.pending(), timeout=PATIENCE)
    assert set(answered(telegram).values()) == {1}
    with sqlite3.connect(tmp_path / "bot.db") as database:
        (handled,) = database.execute("SELECT count(*) FROM handled_updates").fetchone()
    assert handled == len(asked)


def test_questions_asked_while_postgresql_is_gone_are_answered_once_also_after_a_restart(
    telegram: TelegramDouble, start: Start
) -> None:
    with running() as server:
        address = server.new_database()
        bot = start(DATABASE_URL=address)
        asked = ask(telegram, range(1, 4))
        telegram.wait_for(lambda t: len(answered(t)) == len(asked), timeout=PATIENCE)
        began = time.monotonic()
        server.stop()
        asked |= ask(telegram, range(1, 6), times=2)
        telegram.wait_for(lambda t: len(answered(t)) == len(asked), timeout=PATIENCE)
        time.sleep(max(0.0, began + AWAY - time.monotonic()))
        server.start()
        asked |= ask(telegram, range(1, 3))
        telegram.wait_for(lambda t: len(answered(t)) == len(asked) and not t.pending(), timeout=PATIENCE)
        bot.wait_for_line("the database takes writes")
        bot.terminate()
        start(DATABASE_URL=address)
        asked |= ask(telegram, range(1, 3))
        telegram.wait_for(lambda t: len(answered(t)) == len(asked) and not t.pending(), timeout=PATIENCE)
    assert set(answered(telegram).values()) == {1}
