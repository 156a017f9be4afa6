import asyncio
import logging
from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from telegram import Update

from bot import intake as intake_module
from bot import turns
from bot.app import build
from bot.client import App
from bot.intake import Intake
from bot.operator import Operator
from bot.service import Service
from bot.storage import StorageBusy

Begin = Callable[[], Intake]


@pytest.fixture
def app(service: Service) -> App:
    return build(service, Operator(service.client, None))


@pytest.fixture
def begin(app: App, service: Service) -> Begin:
    """Makes intakes of one database, as each start of the bot does."""
    return lambda: Intake(app, service.store, service.metrics)


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

    async def has_begun(self, *update_ids: int) -> None:
        """Waits until these are being handled. Raises TimeoutError where they are not soon."""
        async with asyncio.timeout(5):
            while not {*update_ids} <= {*self.begun}:
                await asyncio.tasks.sleep(0)


def raw(update_id: int, chat_id: int = 1) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private"}
    return {"update_id": update_id, "message": {"message_id": 1, "date": 1, "chat": chat, "text": "?"}}


@pytest.fixture
def desk(app: App, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(app, monkeypatch)


async def test_an_update_is_handled_once_however_often_it_comes(begin: Begin, desk: Desk) -> None:
    intake = begin()
    first = intake.accept(raw(1))
    assert intake.accept(raw(1)) is first
    assert intake.knows(1)
    desk.go.set()
    await first
    again = intake.accept(raw(1))
    assert again.done()
    assert desk.ended == [1]
    assert not intake.in_work


async def test_one_chat_keeps_its_order_while_another_goes_on(begin: Begin, desk: Desk) -> None:
    intake = begin()
    tasks = [intake.accept(raw(1, 1)), intake.accept(raw(2, 1)), intake.accept(raw(3, 2))]
    await desk.has_begun(1, 3)
    assert 2 not in desk.begun
    desk.go.set()
    await asyncio.gather(*tasks)
    assert [one for one in desk.ended if one != 3] == [1, 2]


def press(update_id: int, message_id: int = 1) -> dict[str, Any]:
    person = {"id": 1, "is_bot": False, "first_name": "An"}
    message = raw(0)["message"] | {"message_id": message_id}
    query = {"id": str(update_id), "from": person, "chat_instance": "1", "message": message}
    return {"update_id": update_id, "callback_query": query}


async def test_a_press_waits_for_nothing_but_its_turn_to_change_the_message(
    begin: Begin, desk: Desk, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes: list[int] = []

    async def handle(update: Update) -> None:
        desk.begun.append(update.update_id)
        if update.update_id == 3:  # a vote, say, which changes nothing
            return
        if update.update_id == 2:
            await desk.go.wait()
        await turns.come()
        changes.append(update.update_id)

    monkeypatch.setattr(app, "process_update", handle)
    intake = begin()
    tasks = [intake.accept(press(number)) for number in (2, 3)]
    await desk.has_begun(2, 3)
    await asyncio.wait([tasks[1]], timeout=0.2)
    tasks += [intake.accept(press(number)) for number in (4, 5)]
    await desk.has_begun(4, 5)
    await asyncio.wait(tasks, timeout=0.2)
    assert changes == []
    desk.go.set()
    await asyncio.gather(*tasks)
    assert changes == [2, 4, 5]


async def test_presses_wait_for_no_answer_of_their_chat(begin: Begin, desk: Desk) -> None:
    intake = begin()
    tasks = [intake.accept(one) for one in (raw(1), press(2), press(3, message_id=2))]
    await desk.has_begun(1, 2, 3)
    desk.go.set()
    await asyncio.gather(*tasks)


async def test_what_is_written_in_a_chat_does_not_wait_for_the_bots_own_joining(begin: Begin, desk: Desk) -> None:
    intake = begin()
    member = {"user": {"id": 2, "is_bot": True, "first_name": "Hỏi"}, "status": "member"}
    change = {
        "chat": {"id": 1, "type": "group", "title": "Tổ"},
        "from": {"id": 1, "is_bot": False, "first_name": "An"},
        "date": 1,
        "old_chat_member": {**member, "status": "left"},
        "new_chat_member": member,
    }
    tasks = [
        intake.accept({"update_id": 1, "my_chat_member": change}),
        intake.accept(raw(2)),
        intake.accept({"update_id": 3, "my_chat_member": change}),
    ]
    await desk.has_begun(1, 2)
    assert 3 not in desk.begun
    desk.go.set()
    await asyncio.gather(*tasks)


async def test_an_inline_query_waits_for_the_one_before_it_and_not_for_the_persons_messages(
    begin: Begin, desk: Desk
) -> None:
    intake = begin()
    person = {"id": 1, "is_bot": False, "first_name": "An"}
    queries = [
        {"update_id": number, "inline_query": {"id": str(number), "from": person, "query": "thu", "offset": ""}}
        for number in (2, 3)
    ]
    tasks = [intake.accept(one) for one in (raw(1, chat_id=1), *queries)]
    await desk.has_begun(1, 2)
    assert 3 not in desk.begun
    desk.go.set()
    await asyncio.gather(*tasks)
    assert [one for one in desk.ended if one != 1] == [2, 3]


async def test_an_update_of_no_chat_is_handled_too(begin: Begin, desk: Desk) -> None:
    desk.go.set()
    await begin().accept({"update_id": 1})
    assert desk.ended == [1]


async def test_a_malformed_update_counts_as_handled_and_is_logged_by_its_id(
    begin: Begin, caplog: pytest.LogCaptureFixture
) -> None:
    intake = begin()
    assert intake.accept({"update_id": 7, "message": {"text": "bímật"}}).done()
    assert intake.knows(7)
    assert "update 7 is malformed" in caplog.text


async def test_an_error_beyond_the_error_handlers_counts_as_handled(
    app: App, begin: Begin, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def explode(update: Update) -> None:
        raise RuntimeError

    monkeypatch.setattr(app, "process_update", explode)
    intake = begin()
    await intake.accept(raw(8))
    assert intake.knows(8)
    assert "update 8 could not be handled" in caplog.text


async def test_one_that_something_else_broke_off_is_no_longer_in_work(
    app: App, begin: Begin, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(update: Update) -> None:
        raise asyncio.CancelledError

    monkeypatch.setattr(app, "process_update", broken)
    intake = begin()
    with pytest.raises(asyncio.CancelledError):
        await intake.accept(raw(8))
    assert not intake.in_work
    assert intake.knows(8)
    assert "update 8 was broken off" in caplog.text


async def test_closing_lets_finish_what_can_and_breaks_off_the_rest(
    begin: Begin, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    intake = begin()
    first, second = intake.accept(raw(1, 1)), intake.accept(raw(2, 1))
    await desk.has_begun(1)
    await intake.close(0.01)
    assert first.cancelled()
    assert second.cancelled()
    # Still counted as unanswered, so that no source tells Telegram otherwise.
    assert sorted(intake.in_work) == [1, 2]
    assert intake.closed
    with pytest.raises(RuntimeError):
        intake.accept(raw(3))


async def test_closing_an_idle_intake_takes_no_time(begin: Begin) -> None:
    async with asyncio.timeout(1):
        await begin().close(60)


async def test_only_so_many_ids_are_remembered(begin: Begin, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake_module, "REMEMBERED", 2)
    desk.go.set()
    intake = begin()
    for update_id in (1, 2, 3):
        await intake.accept(raw(update_id))
    assert [intake.knows(update_id) for update_id in (1, 2, 3)] == [False, True, True]


async def test_what_one_process_has_answered_no_other_answers_again(begin: Begin, desk: Desk) -> None:
    desk.go.set()
    await begin().accept(raw(1))
    other = begin()
    await other.accept(raw(1))
    await other.accept(raw(2))
    assert desk.ended == [1, 2]


def busy(*_: Any) -> NoReturn:
    raise StorageBusy


async def test_a_database_that_does_not_know_what_was_answered_holds_up_no_answer(
    begin: Begin, desk: Desk, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service.store.handled, "known", busy)
    desk.go.set()
    await begin().accept(raw(1))
    assert desk.ended == [1]


async def test_an_unexpected_error_while_it_asks_what_was_answered_holds_up_no_answer(
    begin: Begin, desk: Desk, service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def explode(_: Any) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(service.store.handled, "known", explode)
    desk.go.set()
    intake = begin()
    await intake.accept(raw(9))
    assert desk.ended == [9]
    assert not intake.in_work
    assert "update 9" in caplog.text


async def test_a_database_that_takes_no_writes_is_waited_for_once_and_then_no_more(
    begin: Begin, desk: Desk, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "RECORD", 0.01)
    never: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    monkeypatch.setattr(service.store.handled, "add", lambda _: never)
    desk.go.set()
    intake = begin()
    await intake.accept(raw(1))
    monkeypatch.setattr(intake_module, "RECORD", 60)
    monkeypatch.setattr(type(service.store), "failing", True)
    async with asyncio.timeout(5):
        await intake.accept(raw(2))
    assert desk.ended == [1, 2]


async def test_what_was_set_aside_is_answered_by_the_next_start_and_then_kept_no_more(
    begin: Begin, desk: Desk, service: Service
) -> None:
    intake = begin()
    intake.accept(raw(1))
    await intake.set_aside([raw(1), raw(2)])
    assert intake.aside == {1}
    assert await service.store.waiting.all() == [raw(1)]
    await desk.has_begun(1)
    await intake.close(0.01)
    desk.begun.clear()
    following = begin()
    await following.resume()
    assert following.aside == {1}
    desk.go.set()
    await following.in_work[1]
    assert (desk.begun, desk.ended) == ([1], [1])
    assert not following.aside
    assert await service.store.waiting.all() == []


async def test_what_is_answered_while_it_is_set_aside_is_not_kept(begin: Begin, desk: Desk, service: Service) -> None:
    intake = begin()
    answered = intake.accept(raw(1))
    setting_aside = asyncio.create_task(intake.set_aside([raw(1)]))
    desk.go.set()
    await answered
    await setting_aside
    assert not intake.aside
    assert await service.store.waiting.all() == []


async def test_what_the_database_takes_only_after_the_answer_is_removed_from_it_all_the_same(
    begin: Begin, desk: Desk, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "RECORD", 0.01)
    back = asyncio.Event()
    put = service.store.waiting.put

    async def late(number: int, update: dict[str, Any]) -> None:
        await back.wait()
        await put(number, update)

    with monkeypatch.context() as patch:
        patch.setattr(service.store.waiting, "put", lambda *row: asyncio.ensure_future(late(*row)))
        intake = begin()
        answered = intake.accept(raw(1))
        await intake.set_aside([raw(1)])
    desk.go.set()
    await answered
    back.set()
    async with asyncio.timeout(5):
        while service.store.unwritten or not await service.store.handled.known([1]):
            await asyncio.sleep(0)
        await put(2, raw(2))  # behind all of it
        assert await service.store.waiting.all() == [raw(2)]
    assert intake.aside == frozenset()
    following = begin()
    await following.resume()
    await following.in_work[2]
    assert desk.ended == [1, 2]


async def test_a_database_that_is_away_sets_nothing_aside(
    begin: Begin, desk: Desk, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "RECORD", 0.01)
    never: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    monkeypatch.setattr(service.store.waiting, "put", lambda *_: never)
    intake = begin()
    intake.accept(raw(1))
    await intake.set_aside([raw(1)])
    assert not intake.aside
    await desk.has_begun(1)
    await intake.close(0)


async def test_what_was_set_aside_is_taken_in_as_soon_as_the_database_tells(
    begin: Begin, desk: Desk, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "RESUME", 0)
    await service.store.waiting.put(1, raw(1))
    replies: list[Callable[[], Any]] = [busy, busy, service.store.waiting.all]
    monkeypatch.setattr(service.store.waiting, "all", lambda: replies.pop(0)())
    intake = begin()
    await intake.resume()
    desk.go.set()
    await intake.in_work[1]
    assert desk.ended == [1]


async def test_what_was_answered_meanwhile_is_not_resumed(begin: Begin, desk: Desk, service: Service) -> None:
    await service.store.waiting.put(1, raw(1))
    desk.go.set()
    intake = begin()
    await intake.accept(raw(1))
    await intake.resume()
    assert desk.ended == [1]
    assert not intake.aside


async def test_what_is_in_work_is_not_resumed_beside(begin: Begin, desk: Desk, service: Service) -> None:
    intake = begin()
    answered = intake.accept(raw(1))
    await intake.set_aside([raw(1)])
    await intake.resume()
    desk.go.set()
    await answered
    assert desk.begun == [1]


async def test_what_telegram_gives_again_before_it_is_resumed_leaves_the_database_once_it_is_answered(
    begin: Begin, desk: Desk, service: Service
) -> None:
    for number in (1, 2):
        await service.store.waiting.put(number, raw(number, chat_id=number))
    intake = begin()
    answered = intake.accept(raw(1, chat_id=1))
    await intake.resume()
    assert intake.aside == {1, 2}
    desk.go.set()
    await asyncio.gather(answered, intake.in_work[2])
    assert sorted(desk.ended) == [1, 2]
    assert await service.store.waiting.all() == []
    assert intake.aside == frozenset()


@pytest.mark.parametrize("by", ["this process", "the one before"])
async def test_what_was_answered_already_is_only_removed(begin: Begin, desk: Desk, service: Service, by: str) -> None:
    desk.go.set()
    intake = begin()
    await intake.accept(raw(1))
    await service.store.waiting.put(1, raw(1))
    resuming = intake if by == "this process" else begin()
    await resuming.resume()
    await asyncio.gather(*resuming.in_work.values())
    assert desk.begun == [1]
    assert await service.store.waiting.all() == []


async def test_an_intake_that_is_closed_leaves_what_waits_to_the_next(
    begin: Begin, desk: Desk, service: Service
) -> None:
    await service.store.waiting.put(1, raw(1))
    intake = begin()
    await intake.close(0)
    await intake.resume()
    assert not desk.begun
    assert await service.store.waiting.all() == [raw(1)]
