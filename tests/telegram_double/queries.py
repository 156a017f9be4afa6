"""Queries that wait for the bot's answer, and the messages it has no chat for: inline ones."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from .errors import Json, bad_request

_UPDATES = ("callback_query", "inline_query")


@dataclass
class InlineMessage:
    """A message known by its inline_message_id; `place` is its chat and id where the bot is there too."""

    message: Json
    place: tuple[int, int] | None = None


@dataclass
class InlineQuery:
    """What somebody typed after the bot's name: the update's object, and the answer once there is one."""

    query: Json
    answer: Json | None = None


@dataclass
class Queries:
    """All of them, by id; their owner locks them."""

    open: set[str] = field(default_factory=set)
    inline: dict[str, InlineQuery] = field(default_factory=dict)
    guests: dict[str, Json] = field(default_factory=dict)  # the messages that summoned the bot
    guest_answers: dict[str, str] = field(default_factory=dict)  # to their inline_message_id
    messages: dict[str, InlineMessage] = field(default_factory=dict)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(4_000_000_000_000_001))

    def new(self) -> str:
        """The id of a query just begun."""
        query_id = str(next(self._ids))
        self.open.add(query_id)
        return query_id

    def witness(self, update: Json) -> None:
        """Lets the queries of a raw update be answered."""
        for name in _UPDATES:
            query = update.get(name)
            if isinstance(query, dict) and isinstance(query.get("id"), str):
                self.open.add(query["id"])
        summons = update.get("guest_message")
        if isinstance(summons, dict) and isinstance(summons.get("guest_query_id"), str):
            self.open.add(summons["guest_query_id"])
            self.guests[summons["guest_query_id"]] = summons

    def close(self, query_id: str) -> None:
        """Takes the answer to a query, once. Raises ApiError for one answered, too old, or never there."""
        if query_id not in self.open:
            raise bad_request("QUERY_ID_INVALID")
        self.open.remove(query_id)

    def keep(self, message: Json, place: tuple[int, int] | None = None) -> str:
        """Keeps an inline message; gives its inline_message_id."""
        inline_id = f"BAAAA{next(self._ids)}"
        self.messages[inline_id] = InlineMessage(message, place)
        return inline_id
