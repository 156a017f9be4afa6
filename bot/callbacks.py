"""What a button says when it is pressed: within 64 bytes, versioned, and signed for the chat it was shown in.

2c.kT3_x9Qw-a1B.0.17.Zk3-x_8Q
│││            │ │  └ the signature of all before it and of the chat
│││            │ └ a number: of a page, a passage, a candidate
│││            └ which question of the message, or which heading
││└ which answer it stands under, or of which reports it is
│└ what is to be done
└ the version
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from enum import StrEnum

VERSION = "2"
_SIGNATURE = 6  # bytes


class Action(StrEnum):
    """What a press asks for."""

    ANSWER = "a"
    CONTEXT = "c"
    OTHER = "o"
    UP = "u"
    DOWN = "d"
    REASON = "r"
    EXAMPLE = "e"
    OUTLINE = "l"
    SECTION = "h"
    SUMMARY = "s"
    FIGURES = "f"
    UNANSWERED = "n"
    TABLE = "t"
    ABBREVIATIONS = "b"


# No other letters: what a newer version signed may come to an older one.
_DATA = re.compile(
    rf"2([{''.join(Action)}])\.([A-Za-z0-9_-]{{0,16}})\.([0-9]{{1,6}})\.([0-9]{{1,6}})\.([A-Za-z0-9_-]{{8}})"
)


@dataclass(frozen=True, slots=True)
class Press:
    """A button's meaning; `target` is an answer's id or the reports' fingerprint."""

    action: Action
    target: str
    part: int = 0
    number: int = 0


class Signer:
    """Writes and reads callback data; `key` is secret."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def sign(self, press: Press, chat: int) -> str:
        """The callback data of a button shown in a chat."""
        body = f"{VERSION}{press.action}.{press.target}.{press.part}.{press.number}"
        return f"{body}.{self._signature(body, chat)}"

    def read(self, data: str, chat: int) -> Press | None:
        """The press; None where it was not signed by this bot, for this chat, in this version."""
        match = _DATA.fullmatch(data)
        if match is None:
            return None
        body, signature = data.rsplit(".", 1)
        if not hmac.compare_digest(signature, self._signature(body, chat)):
            return None
        return Press(Action(match[1]), match[2], int(match[3]), int(match[4]))

    def _signature(self, body: str, chat: int) -> str:
        digest = hmac.digest(self._key, f"{chat} {body}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:_SIGNATURE]).decode()
