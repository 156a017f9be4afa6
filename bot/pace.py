"""Telegram's own limits on messages, kept request by request: a chat that waits never delays another.

| limit                       | how it is kept                                                             |
| ---                         | ---                                                                        |
| one a second in a chat      | never more than three in any three seconds: three may come at once          |
| 20 a minute in a group      | never more in any minute                                                   |
| 30 a second in all          | never more in any second; whichever chat has waited longest for it is next |
| 429 with `retry_after`      | that chat waits as told, then goes on at one a second                      |

python-telegram-bot's AIORateLimiter stops every chat for one chat's 429, knows no limit of a single chat, and lets
nearly twice as many through in some minutes: its leaky bucket drains while it fills.
"""

from __future__ import annotations

import asyncio
from bisect import insort
from collections import OrderedDict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from math import inf
from typing import Any, TypeAlias

SLACK = 0.1  # seconds that one message may be longer on its way than another: Telegram counts what arrives
BURST, BURST_SECONDS = 3, 3.0 + SLACK  # one a second, of which so many may come at once
GROUP_LIMIT, GROUP_SECONDS = 20, 60.0 + SLACK
LIMIT, SECONDS = 30, 1.0
_COUNTED = ("send", "editMessage", "forwardMessage", "copyMessage")

Chat: TypeAlias = int | str


def paced_chat(endpoint: str, data: Mapping[str, Any]) -> Chat | None:
    """The chat in which a request makes or changes a message; None for a request that Telegram does not count."""
    chat = data.get("chat_id")
    if chat is None or not endpoint.startswith(_COUNTED) or endpoint == "sendChatAction":
        return None
    try:
        return int(chat)
    except ValueError:
        return str(chat).lower()  # the @name of a supergroup or a channel


class Window:
    """At most `most` in any `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._times: deque[float] = deque(maxlen=most)

    def due(self) -> float:
        """Loop time from which the next one is allowed."""
        return self._times[0] + self._seconds if len(self._times) == self._most else -inf

    def spend(self, now: float) -> None:
        """Count one."""
        self._times.append(now)

    def hold(self, until: float) -> None:
        """Let none pass before `until`, and from then on one at a time, at even distances."""
        first, step = until - self._seconds, self._seconds / self._most
        known = [*[-inf] * (self._most - len(self._times)), *self._times]
        self._times.extend(max(time, first + number * step) for number, time in enumerate(known))

    def at_rest(self, now: float) -> bool:
        """Whether it is as good as a new one."""
        return not self._times or self._times[-1] + self._seconds <= now


@dataclass(order=True)
class _Waiter:
    place: int
    first: asyncio.Event = field(compare=False, default_factory=asyncio.Event)


class _Lane:
    """One chat: its limits, and who waits for it, first come first."""

    def __init__(self, group: bool) -> None:
        self._short = Window(BURST, BURST_SECONDS)
        self._minute = Window(GROUP_LIMIT, GROUP_SECONDS) if group else None
        self.line: list[_Waiter] = []

    def due(self) -> float:
        short = self._short.due()
        return max(short, self._minute.due()) if self._minute else short

    def spend(self, now: float) -> None:
        self._short.spend(now)
        if self._minute:
            self._minute.spend(now)

    def hold(self, until: float) -> None:
        self._short.hold(until)

    def leave(self, waiter: _Waiter) -> None:
        self.line.remove(waiter)
        if self.line:
            self.line[0].first.set()

    def at_rest(self, now: float) -> bool:
        return not self.line and self._short.at_rest(now) and (self._minute is None or self._minute.at_rest(now))


class Pace:
    """Gives each request its turn. Used from one event loop; a cancelled request leaves its line and spends nothing."""

    def __init__(self) -> None:
        self._lanes: OrderedDict[Chat, _Lane] = OrderedDict()
        self._all = Window(LIMIT, SECONDS)
        self._gate = asyncio.Lock()  # serves in order, and only chats whose own limits allow them a message now
        self._places = 0

    def place(self) -> int:
        """A place in line, behind all given before. A request that was refused keeps it for the next time."""
        self._places += 1
        return self._places

    async def turn(self, chat: Chat, place: int) -> None:
        """Wait until a message to `chat` is allowed and nobody with a lower place waits for that; it then counts."""
        loop = asyncio.get_running_loop()
        lane, waiter = self._lane(chat), _Waiter(place)
        insort(lane.line, waiter)
        try:
            while True:
                if lane.line[0] is not waiter:
                    waiter.first.clear()
                    await waiter.first.wait()
                elif lane.due() > loop.time():
                    await asyncio.sleep(lane.due() - loop.time())
                elif await self._pass(lane, waiter):
                    return
        finally:
            lane.leave(waiter)

    def hold(self, chat: Chat, seconds: float) -> None:
        """Let nothing to `chat` pass for so many seconds: Telegram's `retry_after`."""
        self._lane(chat).hold(asyncio.get_running_loop().time() + seconds)

    def __len__(self) -> int:
        """How many chats are remembered: at most twice those whose limits are touched, none for more than a minute."""
        return len(self._lanes)

    async def _pass(self, lane: _Lane, waiter: _Waiter) -> bool:
        """Wait for the limit of all chats; False where the lane had to wait again meanwhile."""
        loop = asyncio.get_running_loop()
        async with self._gate:
            while self._all.due() > loop.time():
                await asyncio.sleep(self._all.due() - loop.time())
            now = loop.time()
            if lane.line[0] is not waiter or lane.due() > now:
                return False
            lane.spend(now)
            self._all.spend(now)
            return True

    def _lane(self, chat: Chat) -> _Lane:
        # Two old ones are looked at for each that is used, so they go faster than they come.
        now = asyncio.get_running_loop().time()
        for old in list(islice(self._lanes, 2)):
            if self._lanes[old].at_rest(now):
                del self._lanes[old]
            else:
                self._lanes.move_to_end(old)
        if chat not in self._lanes:
            self._lanes[chat] = _Lane(group=isinstance(chat, str) or chat < 0)
        return self._lanes[chat]
