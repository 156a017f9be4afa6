"""Chats as the double keeps them: their messages, topics and members, and what the bot may do there."""

from __future__ import annotations

from dataclasses import dataclass, field

from .errors import FORBIDDEN_BLOCKED, ApiError, Json, bad_request, migrated
from .members import plain

GENERAL = 1  # the topic every forum has; no message carries its number


@dataclass
class Topic:
    """A topic of a forum; its id is that of the service message that opened it."""

    id: int
    closed: bool = False


@dataclass
class Chat:
    """A chat of any kind. Members are by user id, as the Bot API's ChatMember objects; unknown is not there."""

    id: int
    info: Json
    messages: dict[int, Json] = field(default_factory=dict)
    last_message_id: int = 0
    blocked: bool = False
    members: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    migrated_to: int | None = None
    discussed_in: int | None = None  # a channel's group, which gets its posts

    @property
    def kind(self) -> str:
        """private, group, supergroup or channel; a raw update's chat may lack it."""
        return str(self.info.get("type", "private"))

    @property
    def is_group(self) -> bool:
        """Whether several people write here."""
        return self.kind in ("group", "supergroup")

    @property
    def is_forum(self) -> bool:
        """Whether it has topics."""
        return bool(self.info.get("is_forum"))

    def member(self, user: Json) -> Json:
        """Somebody's ChatMember object. A bot nothing is known of is a member, for chats of raw updates."""
        return self.members.get(user["id"]) or plain(user, "member" if user["is_bot"] else "left")

    def check_access(self, bot: Json, *, reads_only: bool = False) -> None:
        """Refuses a bot that was removed, left or was blocked, and a group that became another."""
        if self.migrated_to is not None and not reads_only:
            raise migrated(self.migrated_to)
        if self.blocked and not reads_only:
            raise ApiError(403, FORBIDDEN_BLOCKED)
        status = self.member(bot)["status"]
        if self.kind == "private" or (reads_only and self.kind == "group"):
            return
        if status == "kicked":
            raise ApiError(403, f"Forbidden: bot was kicked from the {self.kind} chat")
        if status == "left":
            raise ApiError(403, f"Forbidden: bot is not a member of the {self.kind} chat")

    def check_right(self, bot: Json, right: str, what: str) -> None:
        """Refuses a bot that was restricted; `what` as Telegram names what it wanted to send."""
        member = self.member(bot)
        if self.kind == "channel" and not member.get("can_post_messages"):
            raise bad_request("Need administrator rights in the channel chat")
        if member["status"] == "restricted" and not member.get(right):
            raise bad_request(f"Not enough rights to send {what} to the chat")

    def check_topic(self, bot: Json, topic: int | None) -> None:
        """Refuses a topic there is none of, and a closed one unless the bot manages topics; None is "General"."""
        if topic is None and not self.is_forum:
            return
        if topic == GENERAL or (topic or GENERAL) not in self.topics:
            raise bad_request("Message thread not found")
        if self.topics[topic or GENERAL].closed and not self.member(bot).get("can_manage_topics"):
            raise bad_request("TOPIC_CLOSED")
