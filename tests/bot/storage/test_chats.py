from dataclasses import replace
from typing import Any

import pytest

from bot.storage import ChatState, StorageBusy, Store, Verdict
from bot.storage.database import Database
from tests.bot.storage.conftest import Open
from tests.bot.storage.samples import CHAT, GROUP, NOON, PERSON, reply

OLD, NEW, NEWEST = CHAT, GROUP, "e" * 24


async def test_nothing_is_known_of_a_new_chat(store: Store) -> None:
    assert await store.chats.get(GROUP) == ChatState(greeted=None, refused=False, origin=None)


async def test_what_is_set_is_known_at_once_and_after_a_restart(open_store: Open) -> None:
    first = await open_store()
    first.chats.set(GROUP, greeted=True)
    first.chats.set(GROUP, refused=True)
    assert await first.chats.get(GROUP) == ChatState(greeted=True, refused=True)
    first.chats.set(GROUP, refused=False)
    assert await first.chats.get(GROUP) == ChatState(greeted=True)
    await first.close(patience=5)
    assert await (await open_store()).chats.get(GROUP) == ChatState(greeted=True)


async def test_setting_nothing_changes_nothing(store: Store) -> None:
    store.chats.set(GROUP, greeted=True)
    await store.chats.set(GROUP)
    assert await store.chats.get(GROUP) == ChatState(greeted=True)


async def test_a_supergroup_takes_over_what_was_its_groups(open_store: Open) -> None:
    first = await open_store()
    one = reply(chat=OLD, answer_message=7)
    first.replies.put(one)
    first.chats.set(OLD, greeted=True)
    await first.quotas.take(OLD, 1, NOON)
    first.chats.migrate(OLD, NEW)
    moved = replace(one, chat=NEW)

    async def check(store: Store) -> None:
        assert await store.chats.get(NEW) == ChatState(greeted=True, origin=OLD)
        assert await store.chats.get(OLD) == ChatState()
        assert await store.replies.by_answer(NEW, 7) == moved
        assert await store.replies.by_answer(OLD, 7) is None
        assert await store.replies.last_of(NEW, PERSON, NOON, before=200, kinds=["answer"]) == moved

    await check(first)
    assert await first.quotas.take(NEW, 1, NOON) is Verdict.REFUSED_FIRST
    await first.close(patience=5)
    second = await open_store()
    await check(second)
    assert await second.quotas.take(NEW, 1, NOON) is Verdict.REFUSED


async def test_the_second_message_of_a_migration_takes_only_what_came_in_between(store: Store) -> None:
    store.chats.set(OLD, greeted=True)
    store.chats.migrate(OLD, NEW)
    late = reply(chat=OLD, answer_message=9)
    store.replies.put(late)
    await store.quotas.take(OLD, 5, NOON)
    await store.quotas.take(NEW, 5, NOON)
    store.chats.migrate(OLD, NEW)
    assert await store.chats.get(NEW) == ChatState(greeted=True, origin=OLD)
    assert await store.replies.by_answer(NEW, 9) == replace(late, chat=NEW)


async def test_the_origin_is_the_first_of_all(store: Store) -> None:
    store.chats.migrate(OLD, NEW)
    for _ in range(2):
        store.chats.migrate(NEW, NEWEST)
    assert (await store.chats.get(NEWEST)).origin == store.chats.origin(NEWEST) == OLD


async def test_a_group_of_which_nothing_is_known_needs_no_greeting_when_it_is_upgraded(store: Store) -> None:
    store.chats.migrate(OLD, NEW)
    assert await store.chats.get(NEW) == ChatState(greeted=True, origin=OLD)


@pytest.mark.parametrize("kept_of", [OLD, NEW])
async def test_a_greeting_that_is_owed_is_owed_to_the_supergroup(store: Store, kept_of: str) -> None:
    store.chats.set(kept_of, greeted=False)
    for _ in range(2):
        store.chats.migrate(OLD, NEW)
    assert await store.chats.get(NEW) == ChatState(greeted=False, origin=OLD)


async def test_the_origin_is_known_at_once_and_after_a_restart_as_soon_as_it_is_recalled(open_store: Open) -> None:
    first = await open_store()
    first.chats.set(CHAT, greeted=True)
    first.chats.migrate(OLD, NEW)
    assert first.chats.origin(NEW) == OLD
    assert first.chats.origin(OLD) is None
    await first.close(patience=5)
    second = await open_store()
    assert second.chats.origin(NEW) is None
    second.chats.migrate(NEW, NEWEST)  # before it is recalled
    await second.chats.recall()
    assert second.chats.origin(NEWEST) == OLD


async def test_origins_are_recalled_however_long_the_database_is_away(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = 0
    read = Database.read

    async def at_the_third(self: Database, *query: Any) -> Any:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise StorageBusy("away")
        return await read(self, *query)

    monkeypatch.setattr("bot.storage.chats.RECALL", 0.0)
    monkeypatch.setattr(Database, "read", at_the_third)
    await store.chats.recall()
    assert tries == 3
