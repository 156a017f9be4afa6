"""What the double knows: chats and their messages, updates, calls. One lock for all of it.

Tests change it from their thread and the server from its own; whoever changes it calls `touch`.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from .chats import Chat
from .errors import Json, bad_request
from .faults import Faults
from .floods import Floods
from .queries import Queries
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
class Profile:
    """The bot's own texts, by language code; commands by scope and language code."""

    name: dict[str, str] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)


@dataclass
class Settings:
    """What the bot's owner sets with @BotFather."""

    privacy: bool = True
    inline_mode: bool = False
    inline_feedback: bool = False
    guest_mode: bool = False


class World:
    """Everything above. Hold `changed` to read or change it."""

    def __init__(self, token: str, bot_username: str) -> None:
        self.changed = threading.Condition(threading.RLock())
        self.version = 0
        self.token = token
        self.bot: Json = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Hỏi Báo Cáo"}
        self.bot["username"] = bot_username
        self.settings = Settings()
        self.people: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.sent: dict[tuple[int, int], Json] = {}  # by chat and message id, in order; never changed in place
        self.calls: list[Call] = []
        self.queries = Queries()
        self.queue = UpdateQueue()
        self.faults = Faults()
        self.floods = Floods()
        self.files: dict[str, bytes] = {}
        self.file_ids = (f"file-{number}" for number in itertools.count(1))
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
        """The chat of a `chat_id` parameter, whatever the bot may do there. Raises ApiError if it knows none."""
        if chat_id in (None, ""):
            raise bad_request("Chat_id is empty")
        if isinstance(chat_id, int) and chat_id in self.chats:
            return self.chats[chat_id]
        raise bad_request("Chat not found")

    def readable_chat(self, chat_id: object) -> Chat:
        """The chat, if the bot may look at it. Raises ApiError."""
        chat = self.chat(chat_id)
        chat.check_access(self.bot, reads_only=True)
        return chat

    def joined_chat(self, chat_id: object) -> Chat:
        """The chat, if the bot is there. Raises ApiError."""
        chat = self.chat(chat_id)
        chat.check_access(self.bot)
        return chat

    def add_message(self, chat: Chat, fields: Json) -> Json:
        """Puts a message into the chat under the next id."""
        chat.last_message_id += 1
        message = {"message_id": chat.last_message_id, "date": int(time.time()), "chat": chat.info, **fields}
        chat.messages[message["message_id"]] = message
        return message

    def witness(self, update: Json) -> None:
        """Notes the chat and the message of a raw update, and its queries, as far as it has them."""
        self.queries.witness(update)
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
