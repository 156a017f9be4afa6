"""TelegramDouble: Telegram for a test, as the people who write to the bot and the trouble on the way."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from copy import deepcopy
from types import TracebackType
from typing import Any, TypeVar

from .errors import Json
from .faults import Delay, Drop, Failure, Fault
from .server import Server
from .world import Call, Webhook, World

T = TypeVar("T")
_TOKEN = "123456:" + "ABCdef-0123_" * 2 + "ABCDEFGHIJK"


class TelegramDouble:
    """A server on 127.0.0.1 that answers as Telegram's Bot API does, and refuses what Telegram refuses.

    Everything may be used from any thread. `webhook_timeout` is in seconds.
    """

    def __init__(
        self,
        *,
        token: str = _TOKEN,
        bot_username: str = "hoi_bao_cao_bot",
        webhook_timeout: float = 10.0,
    ) -> None:
        self.token = token
        self.bot_username = bot_username
        self._world = World(token, bot_username)
        self._server = Server(self._world, webhook_timeout)
        self._callback_ids = itertools.count(4_000_000_000_000_001)

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

    def send_text(
        self,
        text: str,
        chat_id: int = 1001,
        user_id: int | None = None,
        language_code: str | None = "vi",
        **fields: Any,
    ) -> int:
        """A person writes to the bot; gives the message's id. The person is the chat's unless named."""
        return self.send_message(chat_id, user_id, language_code, text=text, **fields)

    def send_message(
        self,
        chat_id: int = 1001,
        user_id: int | None = None,
        language_code: str | None = "vi",
        **fields: Any,
    ) -> int:
        """A person sends a message of any kind, its fields merged into the Message; gives its id."""
        with self._world.changed:
            return self._world.arrive(chat_id, self._person(user_id or chat_id, language_code), fields)

    def press(
        self,
        message: Json,
        data: str,
        user_id: int | None = None,
        language_code: str | None = "vi",
    ) -> str:
        """A person presses a button of a message the bot sent; gives the callback query's id."""
        query_id = str(next(self._callback_ids))
        with self._world.changed:
            chat = self._world.chats[message["chat"]["id"]]
            gone = {"chat": chat.info, "message_id": message["message_id"], "date": 0}
            query: Json = {
                "id": query_id,
                "from": self._person(user_id or chat.id, language_code),
                "message": deepcopy(chat.messages.get(message["message_id"], gone)),
                "chat_instance": str(-chat.id),
                "data": data,
            }
            self._world.open_callbacks.add(query_id)
            self._world.queue.add({"callback_query": query})
            self._world.touch()
        return query_id

    def _person(self, user_id: int, language_code: str | None) -> Json:
        person: Json = {"id": user_id, "is_bot": False, "first_name": f"Người {user_id}"}
        return person | ({"language_code": language_code} if language_code else {})

    def send_update(self, update: Json) -> int:
        """Any update, well-formed or not; gives its id, filled in where absent.

        A message in it can be replied to, and a callback query in it answered, if they are well-formed.
        """
        with self._world.changed:
            self._world.witness(update)
            update_id = self._world.queue.add(deepcopy(update))
            self._world.touch()
        return update_id

    def delete_message(self, chat_id: int, message_id: int) -> None:
        """A person deletes a message: it can no longer be replied to or edited. Raises KeyError."""
        with self._world.changed:
            del self._world.chats[chat_id].messages[message_id]
            self._world.touch()

    def block(self, chat_id: int) -> None:
        """The person blocks the bot, until they write to it again. Raises KeyError."""
        with self._world.changed:
            self._world.chats[chat_id].blocked = True
            self._world.touch()

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

    def fail(
        self,
        method: str,
        status: int,
        retry_after: int | None = None,
        times: int = 1,
        chat_id: int | None = None,
        description: str | None = None,
        html: bool | None = None,
    ) -> None:
        """The next calls are refused; 502, 503 and 504 with a web page, others with JSON, unless told."""
        self._order(Failure(method, times, chat_id, status, retry_after, description, html))

    def drop(self, method: str, times: int = 1, after_effect: bool = False, chat_id: int | None = None) -> None:
        """The next calls get no answer: the connection closes, before they take effect or after."""
        self._order(Drop(method, times, chat_id, after_effect))

    def delay(self, method: str, seconds: float, times: int = 1, chat_id: int | None = None) -> None:
        """The next calls are answered late; they take effect, and are recorded, at once."""
        self._order(Delay(method, times, chat_id, seconds))

    def _order(self, order: Fault) -> None:
        with self._world.changed:
            self._world.faults.add(order)

    def down(self) -> None:
        """Stops listening: connections break, new ones are refused. Webhook deliveries go on."""
        self._server.hush()

    def up(self) -> None:
        """Listens again on the same port, everything kept."""
        self._server.listen()
