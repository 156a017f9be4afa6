"""A double of Telegram's Bot API for tests: a real HTTP server that refuses what Telegram refuses."""

from .double import TelegramDouble
from .world import Call, Webhook

__all__ = ["Call", "TelegramDouble", "Webhook"]
