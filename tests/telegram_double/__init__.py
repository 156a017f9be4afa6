"""A double of Telegram's Bot API for tests: a real HTTP server that refuses what Telegram refuses."""

from .double import TelegramDouble
from .talk import Talk, talk
from .world import Call, Webhook

__all__ = ["Call", "Talk", "TelegramDouble", "Webhook", "talk"]
