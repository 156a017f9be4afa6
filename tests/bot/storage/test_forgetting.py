from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.storage import Store
from tests.bot.storage.conftest import Open
from tests.bot.storage.rows import votes
from tests.bot.storage.samples import NOON, OTHER, PERSON, question, reply


async def fill(store: Store) -> tuple[str, str]:
    """Two questions of PERSON and one of OTHER, a reply and a vote on each; gives the replies' ids."""
    mine, theirs = reply(answer_message=1), reply(person=OTHER, answer_message=2)
    for one in (mine, theirs):
        store.replies.put(one)
        for person in (PERSON, OTHER):
            store.feedback.vote(one.id, person, 1)
    for person in (PERSON, PERSON, OTHER):
        await store.asked.add(question(person=person, text=f"của {person}", outcome="abstained"))
    return mine.id, theirs.id


async def test_all_of_a_person_goes_and_nothing_of_another(open_store: Open, url: str) -> None:
    first = await open_store()
    mine, theirs = await fill(first)
    assert await first.forget(PERSON) == 2
    for store in (first, await open_store()):
        assert await store.replies.by_id(mine) is None
        assert await store.replies.by_id(theirs) is not None
        assert [one.text for one in await store.unanswered(NOON)] == [f"của {OTHER}"]
    # With an answer go the votes on it, whoever gave them.
    assert await votes(url) == [(theirs, OTHER, 1, None)]


async def test_what_was_asked_a_moment_before_is_forgotten_too(store: Store) -> None:
    one = reply()
    store.replies.put(one)
    store.asked.add(question())
    assert await store.forget(PERSON) == 1
    assert await store.replies.by_id(one.id) is None


async def test_nothing_that_was_forgotten_is_left_in_the_files(open_store: Open, url: str) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("a PostgreSQL server's files are its own")
    store = await open_store()
    await store.asked.add(question(text="câu hỏi bí mật"))
    path = Path(make_url(url).database or "")
    secret = "bí mật".encode()

    def held() -> int:
        return sum(one.read_bytes().count(secret) for one in path.parent.glob(f"{path.name}*"))

    assert held()
    assert await store.forget(PERSON) == 1
    assert not held()


async def test_forgetting_a_stranger_forgets_nothing(store: Store) -> None:
    assert await store.forget(PERSON) == 0
