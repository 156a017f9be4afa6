"""What people ask in these conversations, and how they read what the bot shows."""

from __future__ import annotations

import re
from typing import Any

from tests.bot.chat import part

NAME = "@hoi_bao_cao_bot"
TOTAL = "Tổng thu ngân sách nhà nước năm 2020 là bao nhiêu?"
TOTAL_FIGURE = "10.530,819 tỷ đồng"
TAX = "Thuế ngoài quốc doanh đạt bao nhiêu?"
TAX_FIGURE = "6.601,357 tỷ đồng"
LEANING = TAX  # a row of a table, which leans on the table's title and header
UNSURE = "Tổng thu ngân sách năm 2020 là bao nhiêu?"
NOT_THERE = "Giá vàng hôm nay bao nhiêu?"
PLACE = "📍"


def said(template: str, **filled: object) -> str:
    """One of the bot's lines as it is read: filled in, its marks gone."""
    return re.sub("<[^>]+>", "", template).format(**filled)


def labels(message: dict[str, Any]) -> list[str]:
    """The words on a message's buttons."""
    return [button["text"] for row in _rows(message) for button in row]


def button(message: dict[str, Any], label: str) -> dict[str, Any]:
    """The button with these words on it."""
    (found,) = [one for row in _rows(message) for one in row if one["text"] == label]
    return found


def bold(message: dict[str, Any]) -> list[str]:
    """The words in bold."""
    return part(message, "bold")


def folded(message: dict[str, Any]) -> str:
    """What is behind a tap: the collapsed part."""
    return "\n".join(part(message, "expandable_blockquote"))


def unfolded(message: dict[str, Any]) -> str:
    """What is seen at once."""
    shown: str = message["text"]
    for words in part(message, "expandable_blockquote"):
        shown = shown.replace(words, "")
    return shown.strip()


def _rows(message: dict[str, Any]) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return rows
