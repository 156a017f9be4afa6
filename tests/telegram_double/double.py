"""TelegramDouble: Telegram for a test, as the people who write to the bot and the trouble on the way."""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import deepcopy
from types import TracebackType
from typing import TypeVar

from .errors import Json
from .groups import Groups
from .outsiders import Outsiders
from .people import People
from .server import Server
from .settings import Setting
from .troubles import Troubles
from .world import Call, Webhook, World

T = TypeVar("T")
_TOKEN = "123456:" + "ABCdef-0123_" * 2 + "ABCDEFGHIJK"


class TelegramDouble(People, Groups, Outsiders, Troubles):
    """A server on 127.0.0.1 that answers as Telegram's Bot API does, and refuses what Telegram refuses.

    Everything may be used from any thread. `webhook_timeout` is in seconds. With `limits` it refuses messages
    sent faster than Telegram allows.
    """

    privacy = Setting("privacy")
    inline_mode = Setting("inline_mode")
    inline_feedback = Setting("inline_feedback")
    guest_mode = Setting("guest_mode")

    def __init__(
        self,
        *,
        token: str = _TOKEN,
        bot_username: str = "hoi_bao_cao_bot",
        webhook_timeout: float = 10.0,
        privacy: bool = True,
        limits: bool = False,
    ) -> None:
        self.token = token
        self.bot_username = bot_username
        self._world = World(token, bot_username)
        self._server = Server(self._world, webhook_timeout)
        self.privacy = privacy
        self.limits(limits)

    def __enter__(self) -> TelegramDouble:
        self._server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.stop()
        if error is None and self._world.crashes:
            raise self._world.crashes[0]

    @property
    def url(self) -> str:
        """Where it listens; a bot's base_url is `{url}/bot`."""
        return f"http://127.0.0.1:{self._server.port}"

    def send_update(self, update: Json) -> int:
        """Any update, well-formed or not; gives its id, filled in where absent.

        A message in it can be replied to, and a query in it answered, if they are well-formed.
        """
        with self._world.changed:
            self._world.witness(update)
            update_id = self._world.queue.add(deepcopy(update))
            self._world.touch()
        return update_id

    def calls(self, method: str | None = None) -> list[Call]:
        """The calls the bot made, of one method or all, in the order they were answered."""
        with self._world.changed:
            return [call for call in self._world.calls if method in (None, call.method)]

    def sent(self, chat_id: int | None = None) -> list[Json]:
        """The messages the bot sent, as they stand after its edits.

        As Telegram would give them, and `reply_to_message_id` besides where they reply to something.
        """
        with self._world.changed:
            messages = [m for m in self._world.sent.values() if chat_id in (None, m["chat"]["id"])]
        return [
            {**m, "reply_to_message_id": m["reply_to_message"]["message_id"]} if "reply_to_message" in m else m
            for m in messages
        ]

    def message(self, chat_id: int, message_id: int) -> Json:
        """A message as it stands now. Raises KeyError where it never was or was deleted."""
        with self._world.changed:
            return self._world.chats[chat_id].messages[message_id]

    def messages(self, chat_id: int) -> list[Json]:
        """What stands in a chat now, whoever wrote it, oldest first. Raises KeyError."""
        with self._world.changed:
            return list(self._world.chats[chat_id].messages.values())

    def file(self, file_id: str) -> bytes:
        """The bytes of a picture or a document the bot sent. Raises KeyError."""
        with self._world.changed:
            return self._world.files[file_id]

    def pending(self) -> list[int]:
        """Ids of the updates not confirmed by an offset, or not delivered to the webhook."""
        with self._world.changed:
            return [pending.update_id for pending in self._world.queue.waiting]

    @property
    def polled(self) -> bool:
        """Whether a getUpdates waits for an update right now."""
        with self._world.changed:
            return self._world.end_poll is not None

    @property
    def webhook(self) -> Webhook | None:
        """What setWebhook set, or None."""
        with self._world.changed:
            return deepcopy(self._world.webhook)

    def wait_for(self, condition: Callable[[TelegramDouble], T], timeout: float = 10.0) -> T:
        """Waits until the condition gives something true, and gives it; it is tried at every change.

        Raises AssertionError after `timeout` seconds, with the calls made until then.
        """
        deadline = time.monotonic() + timeout
        while True:
            with self._world.changed:
                version = self._world.version
            # Outside the lock, so that a condition may itself call the bot or the double.
            if value := condition(self):
                return value
            with self._world.changed:
                while self._world.version == version:
                    left = deadline - time.monotonic()
                    if left <= 0:
                        raise AssertionError(f"not so within {timeout} s; {self._summary()}")
                    self._world.changed.wait(left)

    def _summary(self) -> str:
        lines = [f"{len(self._world.calls)} calls, pending updates {self.pending()}"]
        lines += [
            f"  {call.method} {call.params!s:.200} -> {call.status} {call.response!s:.200}"
            for call in self._world.calls[-30:]
        ]
        return "\n".join(lines)
