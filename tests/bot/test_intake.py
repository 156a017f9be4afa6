import asyncio
import logging
from typing import Any

import pytest
from telegram import Update

from bot import intake as intake_module
from bot.answering import Answering
from bot.app import build
from bot.client import App, connect
from bot.intake import Intake
from bot.operator import Operator
from tests.bot.samples import SmallLibrary


@pytest.fixture
def app() -> App:
    client = connect("123456:" + "A" * 35, "http://127.0.0.1:9")
    return build(client, Answering(SmallLibrary()), Operator(client, None))


class Desk:
    """Handles updates when told to, and notes which."""

    def __init__(self, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.go = asyncio.Event()
        monkeypatch.setattr(app, "process_update", self.handle)

    async def handle(self, update: Update) -> None:
        self.begun.append(update.update_id)
        await self.go.wait()
        self.ended.append(update.update_id)


def raw(update_id: int, chat_id: int = 1) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private"}
    return {"update_id": update_id, "message": {"message_id": 1, "date": 1, "chat": chat, "text": "?"}}


@pytest.fixture
def desk(app: App, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(app, monkeypatch)


async def settle() -> None:
    """Lets everything happen that can."""
    for _ in range(10):
        await asyncio.tasks.sleep(0)


async def test_an_update_is_handled_once_however_often_it_comes(app: App, desk: Desk) -> None:
    intake = Intake(app)
    first = intake.accept(raw(1))
    assert intake.accept(raw(1)) is first
    assert intake.knows(1)
    desk.go.set()
    await first
    again = intake.accept(raw(1))
    assert again.done()
    assert desk.ended == [1]
    assert not intake.in_work


async def test_one_chat_keeps_its_order_while_another_goes_on(app: App, desk: Desk) -> None:
    intake = Intake(app)
    tasks = [intake.accept(raw(1, 1)), intake.accept(raw(2, 1)), intake.accept(raw(3, 2))]
    await settle()
    assert desk.begun == [1, 3]
    desk.go.set()
    await asyncio.gather(*tasks)
    assert [one for one in desk.ended if one != 3] == [1, 2]


async def test_an_update_of_no_chat_is_handled_too(app: App, desk: Desk) -> None:
    desk.go.set()
    await Intake(app).accept({"update_id": 1})
    assert desk.ended == [1]


async def test_a_malformed_update_counts_as_handled_and_is_logged_by_its_id(
    app: App, caplog: pytest.LogCaptureFixture
) -> None:
    intake = Intake(app)
    assert intake.accept({"update_id": 7, "message": {"text": "bímật"}}).done()
    assert intake.knows(7)
    assert "update 7 is malformed" in caplog.text


async def test_an_error_beyond_the_error_handlers_counts_as_handled(
    app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def explode(update: Update) -> None:
        raise RuntimeError

    monkeypatch.setattr(app, "process_update", explode)
    intake = Intake(app)
    await intake.accept(raw(8))
    assert intake.knows(8)
    assert "update 8 could not be handled" in caplog.text


async def test_closing_lets_finish_what_can_and_breaks_off_the_rest(
    app: App, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    intake = Intake(app)
    first, second = intake.accept(raw(1, 1)), intake.accept(raw(2, 1))
    await intake.close(0.01)
    assert first.cancelled()
    assert second.cancelled()
    # Still counted as unanswered, so that no source tells Telegram otherwise.
    assert sorted(intake.in_work) == [1, 2]
    assert intake.closed
    with pytest.raises(RuntimeError):
        intake.accept(raw(3))


async def test_closing_an_idle_intake_takes_no_time(app: App) -> None:
    async with asyncio.timeout(1):
        await Intake(app).close(60)


async def test_only_so_many_ids_are_remembered(app: App, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake_module, "REMEMBERED", 2)
    desk.go.set()
    intake = Intake(app)
    for update_id in (1, 2, 3):
        await intake.accept(raw(update_id))
    assert [intake.knows(update_id) for update_id in (1, 2, 3)] == [False, True, True]
