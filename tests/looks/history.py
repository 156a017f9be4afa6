"""A week of an office's questions, put into a new database: what /thongke and /chuatraloi tell of."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from bot import texts
from bot.answering import HANOI
from bot.storage import Asked, Reply, Store, new_id
from bot.storage.asked import Outcome, Place

_A_DAY = (34, 41, 4, 2, 38, 46)  # questions, a weekend among them; today none yet
_HOURS = (8, 8, 9, 9, 9, 10, 10, 11, 14, 14, 15, 15, 16, 16, 20)  # of the day in Hà Nội, as often as asked in
_UNANSWERED = (
    "Dân số quận là bao nhiêu?",
    "Dân số của quận bao nhiêu người?",
    "dan so quan hoan kiem",
    "Bao nhiêu trường đạt chuẩn quốc gia?",
    "Có mấy trường đạt chuẩn quốc gia?",
    "Biên chế của quận là bao nhiêu?",
)
_REASONS = (None, *texts.REASONS)


async def remember(url: str) -> None:
    """Fills the database of a bot that is not started yet."""
    chance = Random(2020)
    today = datetime.now(HANOI)
    store = await Store.open(url, b"of the week before", keep_days=90)
    for ago, count in enumerate(reversed(_A_DAY), start=1):
        for _ in range(count):
            at = (today - timedelta(days=ago)).replace(hour=chance.choice(_HOURS), minute=chance.randrange(60))
            _ask(store, chance, at)
    await store.close(patience=10)


def _ask(store: Store, chance: Random, at: datetime) -> None:
    outcome: Outcome = chance.choices(("answered", "unsure", "abstained"), (70, 18, 12))[0]
    text = chance.choice(_UNANSWERED) if outcome == "abstained" else "Tổng thu ngân sách là bao nhiêu?"
    person, chat = store.key("person", chance.randrange(20)), store.key("chat", chance.randrange(20))
    why = "not-in-report" if outcome == "abstained" else None
    place: Place = chance.choices(("private", "group", "guest"), (60, 30, 10))[0]
    store.asked.add(Asked(at, person, chat, text, outcome, why, chance.lognormvariate(1, 0.4), place))
    if chance.random() < 0.2:
        reply = Reply(new_id(), chat, person, None, None, "questions", (text,), "", at)
        store.replies.put(reply)
        up = chance.random() < 0.8
        store.feedback.vote(reply.id, person, 1 if up else -1, None if up else chance.choice(_REASONS))
