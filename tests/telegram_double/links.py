"""Which links Telegram accepts in a message or on a button, and what it makes of them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_USER_LINK = re.compile(r"(?i)tg:(?://)?user\?id=(\d+)$")
_HOST = re.compile(r"[^\s/?#\\]+\.[^\s/?#\\.]{2,}|\d{1,3}(?:\.\d{1,3}){3}")


def link_user_id(url: str) -> int | None:
    """The person a `tg://user?id=…` link mentions."""
    found = _USER_LINK.match(url)
    return int(found[1]) if found else None


def check_link(url: str) -> str:
    """The link as Telegram keeps it: a scheme added, a path of at least `/`.

    Raises ValueError with TDLib's reason: a host without a dot (`http://localhost`) is no link to Telegram.
    """
    url = url.strip()
    if "://" not in url:
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError:
        raise ValueError("Wrong HTTP URL") from None
    scheme = parts.scheme.lower()
    if scheme in ("tg", "ton", "tonsite"):
        return url
    if scheme not in ("http", "https"):
        raise ValueError("Unsupported URL protocol")
    if not port_is_good or not parts.hostname or not _HOST.fullmatch(parts.hostname):
        raise ValueError("Wrong HTTP URL")
    return urlunsplit((scheme, parts.netloc.lower(), parts.path or "/", parts.query, parts.fragment))
