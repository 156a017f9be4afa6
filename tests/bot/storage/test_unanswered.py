from datetime import timedelta

from bot.storage import Store, Unanswered
from tests.bot.storage.conftest import Open
from tests.bot.storage.samples import NOON, question


async def test_questions_without_an_answer_come_newest_first(store: Store) -> None:
    store.asked.add(question(0, text="cũ", outcome="abstained", why="year"))
    store.asked.add(question(5, text="mới", outcome="abstained"))
    store.asked.add(question(6, text="đã trả lời"))
    store.asked.add(question(7, text="chưa chắc", outcome="unsure"))
    assert await store.unanswered(NOON) == [
        Unanswered("mới", NOON + timedelta(minutes=5), None),
        Unanswered("cũ", NOON, "year"),
    ]


async def test_older_ones_are_left_out(store: Store) -> None:
    store.asked.add(question(0, outcome="abstained"))
    assert await store.unanswered(NOON + timedelta(microseconds=1)) == []


async def test_where_texts_are_not_kept_there_is_nothing_to_show(open_store: Open) -> None:
    store = await open_store(keep_days=0)
    store.asked.add(question(0, outcome="abstained"))
    assert await store.unanswered(NOON) == []
