"""What stands for a person, a chat or an answer where it is kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Literal

KEY_LENGTH = 24  # hexadecimal digits: 96 bits
ID_LENGTH = 12  # characters of six bits each


class Keys:
    """Turns Telegram's ids into keys that only the holder of the secret can make, and nobody can turn back."""

    def __init__(self, secret: bytes) -> None:
        # The secret is the bot's token, which also makes other things; what is stored has a key of its own.
        self._key = hmac.digest(secret, b"hoi-bao-cao storage keys", hashlib.sha256)

    def of(self, kind: Literal["chat", "person", "refused"], number: int) -> str:
        """The key of a chat, a person, a refused person: 24 hexadecimal digits. One number has another in each."""
        digest = hmac.digest(self._key, f"{kind} {number}".encode(), hashlib.sha256)
        return digest.hex()[:KEY_LENGTH]


def new_id() -> str:
    """An id for something new: 12 random characters of A-Z, a-z, 0-9, _ and -."""
    return secrets.token_urlsafe(ID_LENGTH * 6 // 8)
