"""Keys derived from the token: every process of one bot has the same, and none needs to be kept anywhere."""

from __future__ import annotations

import hashlib
import hmac


def derive(token: str, purpose: str) -> bytes:
    """32 bytes that tell nothing of the token, nor of the key of another purpose."""
    return hmac.digest(token.encode(), f"hoi-bao-cao {purpose}".encode(), hashlib.sha256)
