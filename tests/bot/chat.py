"""Reading what the bot sent, and writing what people send beyond plain text."""

from __future__ import annotations

from typing import Any

from tests.telegram_double import TelegramDouble
from tests.telegram_double.text import finish_text, parse_text


def answers(telegram: TelegramDouble, chat_id: int, count: int = 1) -> list[dict[str, Any]]:
    """The messages sent to a chat, as soon as there are so many."""
    return telegram.wait_for(lambda t: sent if len(sent := t.sent(chat_id)) >= count else [])


def acknowledgement(telegram: TelegramDouble, query: str) -> dict[str, Any]:
    """What a press was acknowledged with, as soon as it was."""
    calls = telegram.wait_for(
        lambda t: [c for c in t.calls("answerCallbackQuery") if c.params["callback_query_id"] == query]
    )
    return calls[0].params


def command(name: str) -> dict[str, Any]:
    return {"text": name, "entities": [{"type": "bot_command", "offset": 0, "length": len(name)}]}


def shown(html: str) -> str:
    """What Telegram shows of it. Raises what Telegram would refuse it with."""
    text: str = finish_text(*parse_text({"text": html, "parse_mode": "HTML"}))["text"]
    return text


def part(message: dict[str, Any], kind: str) -> list[str]:
    """The texts of a message's entities of one kind."""
    units = message["text"].encode("utf-16-le")
    found = [e for e in message.get("entities", []) if e["type"] == kind]
    return [units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in found]
