"""Telegram and the bots as processes, as the bot's own tests have them."""

from tests.bot.conftest import start, telegram

__all__ = ["start", "telegram"]
