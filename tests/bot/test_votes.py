import asyncio
from types import SimpleNamespace
from typing import Any

from bot.callbacks import Action, Press
from bot.handlers.votes import Votes


async def test_the_last_vote_counts_however_long_the_database_takes_for_the_first() -> None:
    kept: list[int] = []
    first = asyncio.Event()

    class Replies:
        async def by_id(self, id: str) -> object:
            if not first.is_set():
                first.set()
                await asyncio.sleep(0.05)
            return object()

    async def answer(*_: Any, **__: Any) -> bool:
        return True

    feedback = SimpleNamespace(vote=lambda reply, person, vote, reason: kept.append(vote))
    store = SimpleNamespace(replies=Replies(), feedback=feedback, key=lambda kind, of: f"{kind}{of}")
    service: Any = SimpleNamespace(store=store)
    query: Any = SimpleNamespace(from_user=SimpleNamespace(id=1), message=None, answer=answer)
    votes = Votes(service)
    await asyncio.gather(*(votes.vote(query, -1, Press(action, "r")) for action in (Action.UP, Action.DOWN)))
    assert kept == [1, -1]
