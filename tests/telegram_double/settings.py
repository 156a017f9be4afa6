"""What the bot's owner sets with @BotFather, as attributes of the double."""

from __future__ import annotations

from .side import Side


class Setting:
    """One of them; it may be set at any time."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, side: Side, kind: type[Side]) -> bool:
        with side._world.changed:
            return bool(getattr(side._world.settings, self.name))

    def __set__(self, side: Side, value: bool) -> None:
        with side._world.changed:
            setattr(side._world.settings, self.name, value)
