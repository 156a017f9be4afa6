"""Who may use the bot: the groups and persons that the operator named, or everybody where none are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """Ids as Telegram gives them; an empty set is no limit, and nobody is an admin by default."""

    chats: frozenset[int] = frozenset()
    users: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()

    @property
    def is_limited(self) -> bool:
        """Whether some persons are not served: what one may see must not be cached for another."""
        return bool(self.users)

    def is_admin(self, user: int) -> bool:
        """Whether a person may see statistics and change abbreviations."""
        return user in self.admins

    def serves_person(self, user: int) -> bool:
        """Whether a person is served wherever they ask."""
        return not self.users or user in self.users or user in self.admins

    def stays_in(self, chat: int, was: Callable[[int], bool] = lambda _: False) -> bool:
        """Whether the bot may be in a group; `was` tells whether it had an id before it became a supergroup."""
        return not self.chats or chat in self.chats or any(was(named) for named in self.chats)
