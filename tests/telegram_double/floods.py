"""Telegram's limits on sending, for tests that switch them on.

The figures are those of core.telegram.org/bots/faq: about one message a second in a chat, where short bursts
pass, 20 a minute in a group, 30 a second in all. Telegram does not say how it counts; here no span of so many
seconds holds more messages than that, and a refused one does not count.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

from .errors import too_many_requests

_CHAT = (3, 3.0)  # messages in so many seconds: one a second, three at once
_GROUP = (20, 60.0)
_ALL = (30, 1.0)


@dataclass
class Floods:
    """When the last messages were sent, by limit and chat; their owner locks them. Off until `enabled`."""

    enabled: bool = False
    sent: dict[object, deque[float]] = field(default_factory=dict)

    def take(self, chat_id: int, is_group: bool, now: float) -> None:
        """Counts a message sent at `now`, in seconds of any clock. Raises ApiError 429 for one too many."""
        if not self.enabled:
            return
        limits: dict[object, tuple[int, float]] = {
            "all": _ALL,
            chat_id: _CHAT,
            **({("group", chat_id): _GROUP} if is_group else {}),
        }
        ends = []
        for key, (count, seconds) in limits.items():
            times = self.sent.setdefault(key, deque(maxlen=count))
            if len(times) == count:
                ends.append(times[0] + seconds)
        wait = math.ceil(max(ends, default=now) - now)
        if wait > 0:
            raise too_many_requests(wait)
        for key in limits:
            self.sent[key].append(now)
