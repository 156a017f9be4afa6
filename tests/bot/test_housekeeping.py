import asyncio
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest

from bot.housekeeping import FOLLOW, PRUNE, keep_house
from tests.bot.clock import skipping


class House:
    """A store and abbreviations that note when something is done for them; `broken`: what fails."""

    def __init__(self, broken: str = "") -> None:
        self.broken = broken
        self.pruned: list[float] = []
        self.followed: list[float] = []

    def prune(self, now: datetime) -> None:
        assert now.tzinfo is not None
        self._note("prune", self.pruned)

    async def follow(self) -> None:
        self._note("follow", self.followed)

    def _note(self, name: str, times: list[float]) -> None:
        times.append(asyncio.get_running_loop().time())
        if name == self.broken:
            raise ValueError("bímật")


async def keep_for(seconds: float, house: Any) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(seconds):
            await keep_house(house, house)


def gaps(times: list[float]) -> list[float]:
    return [round(after - before) for before, after in pairwise(times)]


@skipping
async def test_old_rows_go_and_abbreviations_come_again_and_again() -> None:
    house = House()
    await keep_for(2 * PRUNE + 1, house)
    assert gaps(house.pruned) == [PRUNE] * 2
    assert gaps(house.followed) == [FOLLOW] * round(2 * PRUNE / FOLLOW)


@skipping
async def test_both_are_done_at_the_start() -> None:
    house = House()
    await keep_for(1, house)
    assert (len(house.pruned), len(house.followed)) == (1, 1)


@pytest.mark.parametrize("broken", ["prune", "follow"])
def test_a_chore_that_fails_is_tried_again_and_holds_up_no_other(broken: str, caplog: pytest.LogCaptureFixture) -> None:
    house = House(broken)
    skipping(keep_for)(PRUNE + 1, house)
    assert len(house.pruned) == 2
    assert len(house.followed) == PRUNE / FOLLOW + 1
    assert {record.getMessage() for record in caplog.records} == {"a chore failed"}
