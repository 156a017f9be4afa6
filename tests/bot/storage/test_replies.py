from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage import Reply, Store
from bot.storage import replies as module
from bot.storage.database import Database
from tests.bot.storage.conftest import Away, Open
from tests.bot.storage.samples import CHAT, GROUP, NOON, OTHER, reply

KINDS = ("answer", "list")


async def found(store: Store, one: Reply) -> list[Reply | None]:
    """A reply by each way to it."""
    assert one.question_message is not None
    assert one.answer_message is not None
    return [
        await store.replies.by_id(one.id),
        await store.replies.by_question(one.chat, one.question_message),
        await store.replies.by_answer(one.chat, one.answer_message),
        await store.replies.last_of(one.chat, one.person, one.at, before=one.question_message + 1, kinds=KINDS),
    ]


async def test_a_reply_is_found_in_each_way_before_and_after_a_restart(open_store: Open) -> None:
    first = await open_store()
    one = reply()
    first.replies.put(one)
    first.replies.sent(one.id, 101)
    sent = replace(one, answer_message=101)
    assert await found(first, sent) == [sent] * 4
    await first.close(patience=5)
    assert await found(await open_store(), sent) == [sent] * 4


async def test_without_texts_the_questions_live_until_the_restart(open_store: Open) -> None:
    first = await open_store(keep_days=0)
    one = reply(answer_message=101)
    first.replies.put(one)
    assert await found(first, one) == [one] * 4
    await first.close(patience=5)
    assert await found(await open_store(keep_days=0), one) == [replace(one, questions=())] * 4


async def test_any_text_comes_back_as_it_was(open_store: Open) -> None:
    first = await open_store()
    one = reply(questions=("nul \0 và \ud800", "", "Đắk Lắk 🇻🇳"))
    await first.replies.put(one)
    assert await (await open_store()).replies.by_id(one.id) == one


async def test_of_several_the_newest_is_found(open_store: Open) -> None:
    first = await open_store()
    old, new = reply(0, answer_message=7), reply(1, answer_message=7)
    first.replies.put(old)
    await first.replies.put(new)
    expected = [new] * 3
    assert (await found(first, new))[1:] == expected
    assert (await found(await open_store(), new))[1:] == expected


async def test_an_edited_question_replaces_its_reply(open_store: Open) -> None:
    first = await open_store()
    one = reply(answer_message=7)
    first.replies.put(one)
    edited = replace(one, questions=("tổng chi?",), kind="list")
    await first.replies.put(edited)
    assert await first.replies.by_id(one.id) == edited
    assert await (await open_store()).replies.by_id(one.id) == edited


async def test_the_last_reply_is_the_persons_own_in_that_chat_of_such_a_kind_and_not_too_old(open_store: Open) -> None:
    first = await open_store()
    mine = reply(0)
    for one in (mine, reply(1, person=OTHER), reply(2, chat=GROUP), reply(3, kind="outline")):
        await first.replies.put(one)
    for store in (first, await open_store()):
        assert await store.replies.last_of(CHAT, mine.person, NOON, before=200, kinds=KINDS) == mine
        assert (
            await store.replies.last_of(CHAT, mine.person, NOON + timedelta(microseconds=1), before=200, kinds=KINDS)
            is None
        )


async def test_an_edited_question_does_not_lean_on_itself_nor_on_a_later_one(open_store: Open) -> None:
    first = await open_store()
    inline, earlier, later = (reply(number, question_message=message) for number, message in enumerate((None, 10, 20)))
    for one in (inline, earlier, later):
        await first.replies.put(one)
    for store in (first, await open_store()):
        for before, expected in ((21, later), (20, earlier), (10, inline)):
            assert await store.replies.last_of(CHAT, earlier.person, NOON, before=before, kinds=KINDS) == expected


async def test_what_is_not_kept_is_none(store: Store) -> None:
    assert await found(store, reply(answer_message=1)) == [None] * 4


async def test_memory_holds_only_the_newest_and_the_database_has_the_rest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "IN_MEMORY", 3)
    kept = [reply(number, question_message=number) for number in range(10)]
    for one in kept:
        store.replies.put(one)
    assert len(store.replies._newest) == 3
    assert [await store.replies.by_id(one.id) for one in kept] == kept


async def test_what_is_in_memory_needs_no_database(store: Store, away: Away) -> None:
    one = reply(answer_message=7)
    async with away():
        store.replies.put(one)
        assert await found(store, one) == [one] * 4


async def test_who_has_not_asked_before_is_looked_for_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    one = reply()
    assert await store.replies.last_of(one.chat, one.person, NOON, before=200, kinds=KINDS) is None

    async def read(*_: object) -> None:
        raise AssertionError("the database was read")

    monkeypatch.setattr(Database, "read", read)
    assert await store.replies.last_of(one.chat, one.person, NOON, before=200, kinds=KINDS) is None
    store.replies.put(one)
    assert await store.replies.last_of(one.chat, one.person, one.at, before=200, kinds=KINDS) == one
