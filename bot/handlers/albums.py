"""An album is several messages to the bot and one to its sender: it is answered once."""

from __future__ import annotations

from collections import OrderedDict

from telegram import Message

REMEMBERED = 1_000  # albums; the parts of one come within seconds


class Albums:
    """Knows the albums of which a part was answered."""

    def __init__(self) -> None:
        self._answered: OrderedDict[str, None] = OrderedDict()

    def is_answered(self, message: Message) -> bool:
        """Whether the message belongs to such an album."""
        return message.media_group_id in self._answered

    def answer(self, message: Message) -> None:
        """The message is being answered, and with it its album, if it belongs to one."""
        if message.media_group_id is None:
            return
        self._answered[message.media_group_id] = None
        if len(self._answered) > REMEMBERED:
            self._answered.popitem(last=False)
