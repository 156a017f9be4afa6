"""What the double knows: chats and their messages, updates, calls. One lock for all of it.

Tests change it from their thread and the server from its own; whoever changes it calls `touch`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from .errors import FORBIDDEN_BLOCKED, ApiError, Json, bad_request
from .faults import Faults
from .text import command_entities
from .update_queue import UpdateQueue


@dataclass(frozen=True)
class Call:
    """One call the bot made. `status` is 0 where no answer was sent; `at` is when it came, monotonic."""

    method: str
    params: Json
    status: int
    response: Json
    at: float


@dataclass
class Webhook:
    """What setWebhook set, and how its last delivery failed."""

    url: str
    secret_token: str = ""
    allowed_updates: list[str] | None = None
    max_connections: int = 40
    has_custom_certificate: bool = False
    last_error_date: int | None = field(default=None, compare=False)
    last_error_message: str | None = field(default=None, compare=False)


@dataclass
class Chat:
    """A chat the bot can see, its messages by id."""

    id: int
    info: Json
    messages: dict[int, Json] = field(default_factory=dict)
    last_message_id: int = 0
    blocked: bool = False


@dataclass
class Profile:
    """The bot's own texts, by language code; commands by scope and language code."""

    name: dict[str, str] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)


class World:
    """Everything above. Hold `changed` to read or change it."""

    def __init__(self, token: str, bot_username: str) -> None:
        self.changed = threading.Condition(threading.RLock())
        self.version = 0
        self.token = token
        self.bot: Json = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Hỏi Báo Cáo"}
        self.bot["username"] = bot_username
        self.chats: dict[int, Chat] = {}
        self.sent: dict[tuple[int, int], Json] = {}  # by chat and message id, in order; never changed in place
        self.calls: list[Call] = []
        self.open_callbacks: set[str] = set()
        self.queue = UpdateQueue()
        self.faults = Faults()
        self.profile = Profile()
        self.webhook: Webhook | None = None
        self.logged_out = False
        self.crashes: list[BaseException] = []
        self.listeners: list[Callable[[], None]] = []
        self.end_poll: Callable[[str], None] | None = None  # ends the poll that waits now in a conflict

    def touch(self) -> None:
        """Tells everyone who waits that something changed; the lock is held."""
        self.version += 1
        self.changed.notify_all()
        for listener in self.listeners:
            listener()

    def chat(self, chat_id: object) -> Chat:
        """The chat of a `chat_id` parameter. Raises ApiError unless somebody wrote from it."""
        if chat_id in (None, ""):
            raise bad_request("Chat_id is empty")
        if isinstance(chat_id, int) and chat_id in self.chats:
            return self.chats[chat_id]
        raise bad_request("Chat not found")

    def writable_chat(self, chat_id: object) -> Chat:
        """The chat, if the bot may write there. Raises ApiError."""
        chat = self.chat(chat_id)
        if chat.blocked:
            raise ApiError(403, FORBIDDEN_BLOCKED)
        return chat

    def add_message(self, chat: Chat, fields: Json) -> Json:
        """Puts a message into the chat under the next id."""
        chat.last_message_id += 1
        message = {"message_id": chat.last_message_id, "date": int(time.time()), "chat": chat.info, **fields}
        chat.messages[message["message_id"]] = message
        return message

    def arrive(self, chat_id: int, user: Json, fields: Json) -> int:
        """A person's message comes in; gives its id. Writing to a bot one has blocked unblocks it."""
        if chat_id not in self.chats:
            info: Json = {"id": chat_id, "type": "private", "first_name": user["first_name"]}
            self.chats[chat_id] = Chat(chat_id, info)
        chat = self.chats[chat_id]
        chat.blocked = False
        if isinstance(fields.get("text"), str) and "entities" not in fields:
            found = command_entities(fields["text"])
            fields = {**fields, **({"entities": found} if found else {})}
        message = self.add_message(chat, {"from": user, **fields})
        self.queue.add({"message": deepcopy(message)})
        self.touch()
        return int(message["message_id"])

    def witness(self, update: Json) -> None:
        """Notes the chat and the message of a raw update, and its callback query, as far as it has them."""
        query = update.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            self.open_callbacks.add(query["id"])
        message = update.get("message")
        if not isinstance(message, dict) or not isinstance(message.get("chat"), dict):
            return
        chat_id, message_id = message["chat"].get("id"), message.get("message_id")
        if isinstance(chat_id, int) and isinstance(message_id, int):
            chat = self.chats.setdefault(chat_id, Chat(chat_id, deepcopy(message["chat"])))
            chat.messages[message_id] = deepcopy(message)
            chat.last_message_id = max(chat.last_message_id, message_id)

    def record(self, call: Call) -> None:
        """Notes a call, answered or not."""
        self.calls.append(call)
        self.touch()
