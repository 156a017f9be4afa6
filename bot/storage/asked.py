"""What was asked and what came of it: what statistics are made of."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.storage.database import Database
from bot.storage.ids import new_id
from bot.storage.tables import asked, upsert

Outcome = Literal["answered", "unsure", "abstained"]
Place = Literal["private", "group", "guest"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `person` and `chat` are keys; `why` is an abstention's reason; `ms` the time to the answer."""

    at: datetime
    person: str
    chat: str
    text: str | None
    outcome: Outcome
    why: str | None
    ms: float
    place: Place


class AskedLog:
    """Every question, with its text and who asked it only where texts are kept."""

    def __init__(self, database: Database, texts: bool) -> None:
        """`texts`: whether the database may hold the text, the person and the chat."""
        self._database = database
        self._texts = texts

    def add(self, one: Asked) -> asyncio.Future[None]:
        """Keep a question."""
        row = {name: getattr(one, name) for name in Asked.__slots__} | {"id": new_id()}
        if not self._texts:
            # A private chat tells the person as surely as the person does.
            row |= {"text": None, "person": None, "chat": None}
        return self._database.submit(lambda connection: upsert(connection, asked, row))
