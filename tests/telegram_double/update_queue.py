"""Updates waiting for the bot, in order, until a getUpdates offset or a webhook's 2xx confirms them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .errors import Json

# What Telegram sends only to a bot that asks for it by name.
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
UPDATE_TYPES = {
    *("message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "poll"),
    *("chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query", "poll_answer"),
    *("my_chat_member", "chat_member", "chat_join_request", "message_reaction", "message_reaction_count"),
    *("chat_boost", "removed_chat_boost", "business_connection", "business_message"),
    *("edited_business_message", "deleted_business_messages", "purchased_paid_media"),
    *("guest_message", "managed_bot"),
}


@dataclass
class Pending:
    """An update not confirmed yet: its place in the queue, the object, and its failed webhook deliveries."""

    update_id: int
    body: Json
    failures: int = 0
    retry_at: float = 0.0

    def chat_key(self) -> str:
        """What Telegram's webhook keeps in order: updates of one chat wait for each other, others do not."""
        for value in self.body.values():
            if isinstance(value, dict):
                inner = value.get("message") if isinstance(value.get("message"), dict) else value
                chat = inner.get("chat") if isinstance(inner, dict) else None
                if isinstance(chat, dict):
                    return f"chat {chat.get('id')}"
                sender = value.get("from")
                if isinstance(sender, dict):
                    return f"from {sender.get('id')}"
        return f"update {self.update_id}"


class UpdateQueue:
    """The queue; its owner locks it."""

    def __init__(self) -> None:
        self.waiting: list[Pending] = []
        self.next_id = 500_000_001
        self.allowed: frozenset[str] | None = None  # None: everything but what is sent on request

    def allow(self, names: Collection[object] | None) -> None:
        """Remembers `allowed_updates`: absent keeps the last, empty or all unknown means the default."""
        if names is None:
            return
        known = frozenset(str(name).lower() for name in names) & UPDATE_TYPES
        self.allowed = known or None

    def _is_wanted(self, body: Json) -> bool:
        kinds = UPDATE_TYPES.intersection(body)
        wanted = UPDATE_TYPES - _ON_REQUEST if self.allowed is None else self.allowed
        return not kinds or not kinds.isdisjoint(wanted)  # a hostile update of no known kind always passes

    def add(self, body: Json) -> int:
        """Queues an update and gives its id; as in Telegram, one not allowed at this moment is lost."""
        given = body.get("update_id")
        if isinstance(given, int):
            update_id = given
        else:
            update_id = self.next_id
            body = {"update_id": update_id, **body}
        self.next_id = max(self.next_id, update_id + 1)
        if self._is_wanted(body):
            self.waiting.append(Pending(update_id, body))
        return update_id

    def confirm(self, offset: int) -> None:
        """Forgets updates below the offset; a negative one keeps that many from the end."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset > 0:
            self.waiting = [pending for pending in self.waiting if pending.update_id >= offset]

    def batch(self, limit: int) -> list[Json]:
        """The first updates, at most `limit`."""
        return [pending.body for pending in self.waiting[:limit]]
