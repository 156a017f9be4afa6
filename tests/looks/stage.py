"""From a conversation with the bot to the scene on the person's screen."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

from bot import texts
from tests.bot.process import BotProcess
from tests.looks.history import remember
from tests.looks.scene import Bubble, Item, Scene
from tests.telegram_double import Talk, TelegramDouble
from tests.telegram_double.errors import Json

BOT = "Hỏi Báo Cáo"
LAN, MINH = 1001, 1002
_NAMES = {MINH: "Minh"}  # all others are Lan, whatever chat she has for a conversation


@contextmanager
def served(**settings: str) -> Iterator[TelegramDouble]:
    """Telegram with the bot as it runs, on the shipped report, ready to be asked, a week's questions kept."""
    with tempfile.TemporaryDirectory() as folder, TelegramDouble() as telegram:
        telegram.inline_mode = True
        url = f"sqlite:///{folder}/kept/bot.db"
        asyncio.run(remember(url))
        bot = BotProcess(telegram, Path(folder), DATABASE_URL=url, **settings)
        try:
            telegram.wait_for(lambda t: t.calls("setMyShortDescription"), timeout=60)
            yield telegram
            bot.terminate()
        finally:
            bot.kill()


def private(talk: Talk, *more: Item) -> Scene:
    """What the person sees in the private chat: all messages of it, and `more` at the end."""
    return Scene(BOT, "bot", talk.user, (*_bubbles(talk), *more))


def group(talk: Talk, title: str, subtitle: str, *more: Item) -> Scene:
    """What the person sees in the group, or in the topic they talk in."""
    return Scene(title, subtitle, talk.user, (*_bubbles(talk), *more))


def _bubbles(talk: Talk) -> list[Item]:
    """The messages there. Raises RuntimeError where the bot failed: its apology is none of the pictures."""
    here = [m for m in talk.telegram.messages(talk.chat) if talk.topic in (None, m.get("message_thread_id"))]
    if any(message.get("text") == texts.APOLOGY for message in here):
        raise RuntimeError(f"the bot failed in chat {talk.chat}")
    return [Bubble(_named(message), _photo(talk.telegram, message)) for message in here]


def _named(message: Json) -> Json:
    """The message with the names of our people in it; the double calls them by their numbers."""
    message = deepcopy(message)
    for one in (message, message.get("reply_to_message", {})):
        person = one.get("from", {})
        if person and not person["is_bot"]:
            person["first_name"] = _NAMES.get(person["id"], "Lan")
    return message


def _photo(telegram: TelegramDouble, message: Json) -> bytes:
    sizes = message.get("photo")
    return telegram.file(sizes[-1]["file_id"]) if sizes else b""
