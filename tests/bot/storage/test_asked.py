from datetime import timedelta

import pytest

from bot.storage import Store
from bot.storage.connections import Connections
from bot.storage.tables import asked
from tests.bot.storage.conftest import Open
from tests.bot.storage.samples import CHAT, NOON, PERSON, question


async def rows(url: str) -> list[dict[str, object]]:
    """What stands in the database."""
    connections = Connections(url)
    async with connections.reading() as connection:
        held = [dict(row) for row in (await connection.execute(asked.select())).mappings()]
    await connections.close()
    return held


async def test_a_question_is_kept_as_it_was(store: Store, url: str) -> None:
    await store.asked.add(question(outcome="abstained", why="not in the report"))
    [row] = await rows(url)
    del row["id"]
    assert row == {
        "at": NOON,
        "person": PERSON,
        "chat": CHAT,
        "text": "tổng thu?",
        "outcome": "abstained",
        "why": "not in the report",
        "ms": 2.5,
        "place": "private",
    }


async def test_without_texts_nothing_tells_what_was_asked_or_by_whom(open_store: Open, url: str) -> None:
    await (await open_store(keep_days=0)).asked.add(question())
    [row] = await rows(url)
    assert (row["text"], row["person"], row["chat"]) == (None, None, None)
    assert (row["at"], row["outcome"], row["ms"]) == (NOON, "answered", 2.5)


@pytest.mark.parametrize(("said", "kept"), [("a\0b", "ab"), ("a\ud800b", "a?b"), ("🇻🇳 Đ", "🇻🇳 Đ"), ("", "")])
async def test_any_text_can_be_kept(store: Store, said: str, kept: str) -> None:
    await store.asked.add(question(text=said, outcome="abstained"))
    assert [one.text for one in await store.unanswered(NOON - timedelta(days=1))] == [kept]
