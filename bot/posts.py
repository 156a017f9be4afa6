"""The bot's own posts in channels: Telegram says of no post who wrote it, and forwards each to the channel's group."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, defaultdict
from collections.abc import Awaitable

from telegram import Message
from telegram.constants import ChatType

REMEMBERED = 2_000  # posts
WRITING = 10.0  # seconds that a post of which Telegram tells sooner than it replies is waited for


class Posts:
    """The newest posts. Used from one event loop."""

    def __init__(self) -> None:
        self._own: OrderedDict[tuple[int, int], None] = OrderedDict()  # chat and message
        # By chat, each with the loop time until which it is waited for.
        self._being_written: defaultdict[int, dict[asyncio.Future[None], float]] = defaultdict(dict)

    async def keep(self, chat: int, request: Awaitable[Message]) -> Message:
        """The message that a request makes in a chat. Raises as the request does."""
        loop = asyncio.get_running_loop()
        written: asyncio.Future[None] = loop.create_future()
        self._being_written[chat][written] = loop.time() + WRITING
        try:
            sent = await request
            if sent.chat.type == ChatType.CHANNEL:
                self._own[sent.chat.id, sent.message_id] = None
                if len(self._own) > REMEMBERED:
                    self._own.popitem(last=False)
            return sent
        finally:
            written.set_result(None)
            del self._being_written[chat][written]
            if not self._being_written[chat]:
                del self._being_written[chat]

    async def hold(self, chat: int, message: int) -> bool:
        """Whether the bot wrote a post."""
        if (writing := self._being_written.get(chat)) is not None:
            left = max(writing.values()) - asyncio.get_running_loop().time()
            await asyncio.wait(writing, timeout=max(0.0, left))
        return (chat, message) in self._own
