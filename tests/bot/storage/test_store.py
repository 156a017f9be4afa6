import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.storage import StorageBusy, StorageError, Store
from tests.bot.storage.conftest import Open
from tests.bot.storage.samples import NOON, question, reply
from tests.postgres import Postgres

TELEGRAM_ID = 7_111_222_333


async def test_keys_are_those_of_the_secret(open_store: Open) -> None:
    first, again, other = await open_store(), await open_store(), await open_store(secret=b"another")
    assert first.key("person", 7) == again.key("person", 7) != other.key("person", 7)


async def test_no_id_of_a_person_or_a_chat_is_in_the_file(tmp_path: Path) -> None:
    store = await Store.open(f"sqlite:///{tmp_path}/bot.db", b"a token", 90)
    person, chat = store.key("person", TELEGRAM_ID), store.key("chat", TELEGRAM_ID)
    one = reply(person=person, chat=chat)
    store.replies.put(one)
    store.feedback.vote(one.id, person, 1)
    store.asked.add(question(person=person, chat=chat))
    store.chats.set(chat, greeted=True)
    await store.quotas.take(person, 1, NOON)
    await store.close(patience=5)
    with sqlite3.connect(f"{tmp_path}/bot.db") as file:
        dump = "\n".join(file.iterdump())
    file.close()
    assert person in dump
    assert str(TELEGRAM_ID) not in dump


async def test_a_server_that_is_not_there_yet_is_used_when_it_comes(server: Postgres) -> None:
    url = server.new_database()
    server.stop()
    try:
        store = await Store.open(url, b"a token", 90)
        one = reply(answer_message=7)
        written = store.replies.put(one)
        assert await store.replies.by_id(one.id) == one  # from memory
        with pytest.raises(StorageBusy):
            await store.replies.by_id("another")
        assert store.failing
        assert store.unwritten == 1
    finally:
        server.start()
    await written
    assert await store.handled.known([1]) == set()
    assert not store.failing
    await store.close(patience=5)
    again = await Store.open(url, b"a token", 90)
    assert await again.replies.by_id(one.id) == one
    await again.close(patience=5)


async def test_a_server_that_never_comes_does_not_hold_up_the_end(server: Postgres) -> None:
    url = server.new_database()
    server.stop()
    try:
        store = await Store.open(url, b"a token", 90)
        store.handled.add(1)
        async with asyncio.timeout(3):
            await store.close(patience=0.1)
    finally:
        server.start()


async def test_a_server_that_says_nothing_does_not_hold_up_the_start_or_the_end() -> None:
    async def say_nothing(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.close()

    over = asyncio.Event()
    silent = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    async with asyncio.timeout(10):
        store = await Store.open(f"postgresql://bot@127.0.0.1:{port}/bot", b"a token", 90)
        store.handled.add(1)
        with pytest.raises(StorageBusy):
            await store.handled.known([1])
        await store.close(patience=0.1)
    over.set()
    silent.close()
    await silent.wait_closed()


@pytest.mark.parametrize(
    "url",
    ["postgresql://u:pa[ss@h/db", "postgresql://u:pass@h:port/db", "postgresql://u:pass@h/db?sslmode=maybe"],
)
async def test_an_address_of_a_server_that_cannot_be_read_is_one_line_without_the_password(url: str) -> None:
    with pytest.raises(StorageError, match=r"^DATABASE_URL[^\n]*$") as raised:
        await Store.open(url, b"a token", 90)
    assert "pa" not in str(raised.value).replace("DATABASE_URL: the database can't be used", "")
