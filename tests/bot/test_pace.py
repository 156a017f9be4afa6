import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate, cycle
from math import inf
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pace import BURST, BURST_SECONDS, GROUP_LIMIT, GROUP_SECONDS, LIMIT, SECONDS, SLACK, Chat, Pace, paced_chat
from tests.bot.clock import run, skipping
from tests.telegram_double.floods import Floods

SOON = 0.01  # seconds: what the fake clock's ticks may add up to
ROUNDING = 1e-9  # seconds


def now() -> float:
    return asyncio.get_running_loop().time()


@dataclass
class Request:
    """Comes `after` so many seconds; is refused (429) for each of `refusals`; gives up after `patience` seconds."""

    after: float
    chat: Chat
    refusals: list[float] = field(default_factory=list)
    patience: float | None = None


@dataclass
class Schedule:
    """Sends requests, and checks at each that it was its turn. `prompt`: also that it did not wait for nothing."""

    prompt: bool
    pace: Pace = field(default_factory=Pace)
    passed: list[tuple[float, Chat]] = field(default_factory=list)
    waiting: dict[Chat, set[int]] = field(default_factory=lambda: defaultdict(set))
    held: dict[Chat, float] = field(default_factory=lambda: defaultdict(lambda: -inf))

    async def play(self, requests: list[Request]) -> None:
        await asyncio.gather(*(self._send(one) for one in requests))

    async def _send(self, request: Request) -> None:
        await asyncio.sleep(request.after)
        place = self.pace.place()
        try:
            async with asyncio.timeout(request.patience):
                await self._turn(request.chat, place)
                for told in request.refusals:
                    self.pace.hold(request.chat, told)
                    self.held[request.chat] = max(self.held[request.chat], now() + told)
                    await self._turn(request.chat, place)
        except TimeoutError:
            pass

    async def _turn(self, chat: Chat, place: int) -> None:
        came = now()
        self.waiting[chat].add(place)
        try:
            await self.pace.turn(chat, place)
            assert place == min(self.waiting[chat]), "another of this chat came first"
            allowed = max(self._due(chat), self.held[chat])
            assert now() >= allowed - ROUNDING, "a limit is broken"
            if self.prompt:
                line = max((time for time, one in self.passed if one == chat), default=-inf)
                assert now() <= max(allowed, came, line) + SOON, "it waited for nothing"
            self.passed.append((now(), chat))
        finally:
            self.waiting[chat].remove(place)

    def _due(self, chat: Chat) -> float:
        """When the limits allow a next message, counted anew from all that passed."""
        here = [time for time, one in self.passed if one == chat]
        due = max(window_due(here, BURST, BURST_SECONDS), window_due([time for time, _ in self.passed], LIMIT, SECONDS))
        group = isinstance(chat, str) or chat < 0
        return max(due, window_due(here, GROUP_LIMIT, GROUP_SECONDS)) if group else due


def window_due(times: list[float], most: int, seconds: float) -> float:
    return times[-most] + seconds if len(times) >= most else -inf


MOMENTS = st.sampled_from([0.0, 0.0, 0.0, 0.3, 1.0, 7.5, 61.0])
# Few chats, so that each gets many, and enough of them for the limit of all.
CHATS = st.sampled_from([-3, -2, -1, "@kenh", *range(1, 13)])


@given(st.lists(st.builds(Request, MOMENTS, CHATS), max_size=120))
@settings(max_examples=50, deadline=None)
def test_in_any_schedule_limits_hold_lines_are_kept_and_nobody_waits_for_nothing(requests: list[Request]) -> None:
    schedule = Schedule(prompt=True)
    run(schedule.play(requests))
    assert len(schedule.passed) == len(requests)


TROUBLED = st.builds(
    Request,
    MOMENTS,
    st.sampled_from([-1, 1, 2]),
    st.lists(st.sampled_from([0.5, 3.0, 30.0]), max_size=2),
    st.sampled_from([None, None, 0.0, 0.7, 2.5, 20.0]),
)


@given(st.lists(TROUBLED, max_size=60))
@settings(max_examples=50, deadline=None)
def test_refused_and_cancelled_requests_break_no_limit_and_leave_nobody_waiting(requests: list[Request]) -> None:
    schedule = Schedule(prompt=False)
    run(schedule.play(requests))
    assert len(schedule.passed) >= sum(1 + len(one.refusals) for one in requests if one.patience is None)


async def times(pace: Pace, chat: Chat, count: int) -> list[float]:
    """Seconds from now at which so many messages pass, all asked for at once."""
    began = now()

    async def one() -> float:
        await pace.turn(chat, pace.place())
        return round(now() - began, 2)

    return list(await asyncio.gather(*(one() for _ in range(count))))


@skipping
async def test_a_chat_gets_three_at_once_and_never_more_in_three_seconds() -> None:
    assert await times(Pace(), 1, 7) == [0, 0, 0, 3.1, 3.1, 3.1, 6.2]


@given(st.lists(st.sampled_from([0.0, 0.4, 1.0, 2.5, 7.0]), min_size=1, max_size=40), st.sampled_from([1, -1]))
@settings(deadline=None)
def test_telegrams_double_refuses_nothing_that_is_sent_at_this_pace(pauses: list[float], chat: int) -> None:
    pace, floods, ways = Pace(), Floods(enabled=True), cycle([SLACK, 0.0, SLACK / 2])

    async def send(after: float) -> None:
        await asyncio.sleep(after)
        await pace.turn(chat, pace.place())
        await asyncio.sleep(next(ways))
        floods.take(chat, chat < 0, now() + ROUNDING)

    async def all_of_them() -> None:
        await asyncio.gather(*(send(after) for after in accumulate(pauses)))

    run(all_of_them())


@skipping
async def test_a_group_gets_twenty_in_a_minute() -> None:
    passed = await times(Pace(), -1, 42)
    assert passed[19:23] == [18.6, 60.1, 60.1, 60.1]
    assert passed[40] == 120.2


@skipping
async def test_all_chats_together_get_thirty_in_a_second_in_the_order_they_came() -> None:
    pace = Pace()
    passed = await asyncio.gather(*(times(pace, chat, 1) for chat in range(1, 76)))
    assert [time for (time,) in passed] == [0] * 30 + [1] * 30 + [2] * 15


@skipping
async def test_a_flood_wait_holds_its_chat_whoever_asks_and_no_other_chat() -> None:
    pace = Pace()
    pace.hold(1, 90)
    # After it one a second: Telegram has just said that this chat is too fast.
    held, other = await asyncio.gather(times(pace, 1, 3), times(pace, 2, 3))
    assert (held, other) == ([90, 91.03, 92.07], [0, 0, 0])


@skipping
async def test_a_longer_flood_wait_reaches_those_who_wait_already() -> None:
    pace = Pace()
    pace.hold(1, 5)
    waiting = asyncio.create_task(times(pace, 1, 1))
    await asyncio.sleep(2)
    pace.hold(1, 60)
    pace.hold(1, 1)  # a shorter one takes nothing back
    assert await waiting == [62]


@skipping
async def test_who_was_refused_is_first_again() -> None:
    pace = Pace()
    refused = pace.place()
    await pace.turn(1, refused)
    pace.hold(1, 10)
    others = asyncio.create_task(times(pace, 1, 2))
    await asyncio.sleep(5)
    began = now()
    await pace.turn(1, refused)
    assert round(now() - began, 2) == 5
    assert await others == [11.03, 12.07]


@skipping
async def test_a_cancelled_request_spends_nothing_and_the_next_one_takes_its_place() -> None:
    pace = Pace()
    await times(pace, 1, 3)
    first, second = asyncio.create_task(times(pace, 1, 1)), asyncio.create_task(times(pace, 1, 1))
    await asyncio.sleep(0.5)
    first.cancel()
    assert await second == [3.1]


@skipping
async def test_what_is_cancelled_while_all_chats_wait_leaves_the_gate_open() -> None:
    pace = Pace()
    await asyncio.gather(*(times(pace, chat, 1) for chat in range(1, 31)))
    late = [asyncio.create_task(times(pace, chat, 1)) for chat in (31, 32, 33)]
    await asyncio.sleep(0.5)
    late[0].cancel()
    late[1].cancel()
    assert await late[2] == [1]


async def fill(pace: Pace) -> None:
    """Thirty other chats take what all may send in this second."""
    await asyncio.gather(*(times(pace, chat, 1) for chat in range(101, 131)))


@skipping
async def test_a_flood_wait_reaches_a_chat_that_waits_for_all_the_others() -> None:
    pace = Pace()
    await fill(pace)
    waiting = asyncio.create_task(times(pace, 1, 1))
    await asyncio.sleep(0.5)
    pace.hold(1, 10)
    assert await waiting == [10.5]


@skipping
async def test_who_was_refused_is_first_again_also_before_one_who_waits_for_all_the_others() -> None:
    pace = Pace()
    refused = pace.place()
    await fill(pace)
    passed: list[str] = []

    async def pass_as(name: str, place: int) -> None:
        await pace.turn(1, place)
        passed.append(name)

    later = asyncio.create_task(pass_as("later", pace.place()))
    await asyncio.sleep(0.5)
    await asyncio.gather(later, pass_as("refused", refused))
    assert passed == ["refused", "later"]


@skipping
async def test_a_chat_that_waits_for_all_the_others_is_not_forgotten() -> None:
    pace = Pace()
    await fill(pace)
    waiting = asyncio.create_task(times(pace, 1, 3))
    await asyncio.sleep(0.5)
    for chat in range(101, 201):
        pace.hold(chat, 0)
    assert await times(pace, 1, 2) == [3.6, 3.6]
    assert await waiting == [1, 1, 1]


@skipping
async def test_chats_are_forgotten_when_they_are_at_rest() -> None:
    pace = Pace()
    most = 0
    for chat in range(1, 5_001):
        await pace.turn(chat if chat % 10 else -chat, pace.place())
        most = max(most, len(pace))
    # Each private chat for three seconds, each group for a minute.
    awake = LIMIT * BURST_SECONDS + LIMIT / 10 * GROUP_SECONDS
    assert most < 2 * awake
    await asyncio.sleep(GROUP_SECONDS)
    for _ in range(most):
        await pace.turn(1, pace.place())
    assert len(pace) == 1


@pytest.mark.parametrize(
    ("endpoint", "data", "chat"),
    [
        ("sendMessage", {"chat_id": 7}, 7),
        ("sendPhoto", {"chat_id": "-1001"}, -1001),
        ("sendMessage", {"chat_id": "@Kenh"}, "@kenh"),
        ("editMessageText", {"chat_id": -7}, -7),
        ("editMessageReplyMarkup", {"chat_id": 7}, 7),
        ("forwardMessage", {"chat_id": 7}, 7),
        ("copyMessage", {"chat_id": 7}, 7),
        ("editMessageText", {"inline_message_id": "x"}, None),
        ("sendChatAction", {"chat_id": 7}, None),
        ("getChatMember", {"chat_id": 7}, None),
        ("setMyCommands", {}, None),
        ("answerCallbackQuery", {}, None),
        ("answerInlineQuery", {}, None),
        ("getMe", {}, None),
    ],
)
def test_messages_and_changes_to_them_are_paced_and_nothing_else(
    endpoint: str, data: dict[str, Any], chat: Chat | None
) -> None:
    assert paced_chat(endpoint, data) == chat
