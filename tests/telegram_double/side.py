"""What the parts of TelegramDouble share: the world, and who acts in it."""

from __future__ import annotations

from .errors import Json
from .world import World


class Side:
    """A part of TelegramDouble. Its methods take the world's lock themselves; those with a `_` need it held."""

    _world: World

    def _who(self, chat_id: int, user_id: int | None) -> int:
        """The person who acts. Raises ValueError where only a private chat would tell."""
        if user_id is None and chat_id < 0:
            raise ValueError(f"say who acts in chat {chat_id}: user_id")
        return chat_id if user_id is None else user_id

    def _person(self, user_id: int, language_code: str | None = "vi") -> Json:
        person: Json = {"id": user_id, "is_bot": False, "first_name": f"Người {user_id}"}
        self._world.people[user_id] = person
        return person | ({"language_code": language_code} if language_code else {})
