"""👍 and 👎: one vote a person and answer, the last one; 👎 asks in one tap what was wrong."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary

from telegram import CallbackQuery

from bot import texts, turns
from bot.callbacks import Action, Press
from bot.handlers.replies import acknowledge, edit_keyboard
from bot.service import Service
from bot.storage import StorageBusy

VOTES = (Action.UP, Action.DOWN, Action.REASON)


class Votes:
    """Keeps votes."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._orders: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def vote(self, query: CallbackQuery, chat: int, press: Press) -> None:
        """Keep a vote, say so, and where one was against, show the reasons."""
        # Of several votes the last one counts, however long the database takes for each.
        async with self._orders.setdefault(press.target, asyncio.Lock()):
            known = await self._is_known(press.target)
            if known:
                self._keep(query.from_user.id, press)
        if not known:
            await acknowledge(query, texts.STALE_BUTTON)
            return
        said = {Action.UP: texts.THANKS_UP, Action.DOWN: texts.WHAT_WAS_WRONG}
        await acknowledge(query, said.get(press.action, texts.THANKS_DOWN))
        if press.action is Action.DOWN and query.message is not None:
            await turns.come()
            reasons = self._service.views.keyboards(chat).reasons(press.target, bool(press.part))
            await edit_keyboard(self._service.client, chat, query.message.message_id, reasons)

    async def _is_known(self, reply: str) -> bool:
        """Whether there is still an answer to vote on. A database that is away takes the vote later."""
        try:
            return await self._service.store.replies.by_id(reply) is not None
        except StorageBusy:
            return True

    def _keep(self, user: int, press: Press) -> None:
        labels = texts.REASONS_OF_REFUSAL if press.part else texts.REASONS
        reason = labels[press.number] if press.action is Action.REASON and press.number < len(labels) else None
        person = self._service.store.key("person", user)
        self._service.store.feedback.vote(press.target, person, 1 if press.action is Action.UP else -1, reason)
