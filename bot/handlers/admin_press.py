"""A button below an admin's page: another page, or the table; for admins only, whoever else finds it."""

from __future__ import annotations

from telegram import CallbackQuery, Message

from bot import texts, turns
from bot.admin_views import AdminViews
from bot.callbacks import Action, Press
from bot.handlers.admin import show
from bot.handlers.replies import acknowledge, edit
from bot.service import Service
from bot.storage import StorageBusy
from bot.views import View

OF_ADMINS = (Action.UNANSWERED, Action.TABLE, Action.ABBREVIATIONS)


class AdminPresses:
    """Carries out what such buttons say."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._views = AdminViews(service.store, service.signer, service.answering)

    async def press(self, query: CallbackQuery, chat: int, press: Press) -> None:
        """Turn the page, or send the table below it."""
        message = query.message if isinstance(query.message, Message) else None
        if not self._service.access.is_admin(query.from_user.id):
            await acknowledge(query, texts.ONLY_ADMINS)
        elif message is None:
            await acknowledge(query, texts.STALE_BUTTON)
        elif press.action is Action.TABLE:
            await acknowledge(query)
            await self._table(message, press.part)
        else:
            try:
                view = await self._page(chat, press)
                toast = None if view else texts.STALE_BUTTON
            except StorageBusy:
                view, toast = None, texts.DATABASE_BUSY
            await acknowledge(query, toast)
            if view is not None:
                await turns.come()
                await edit(self._service.client, chat, message.message_id, view)

    async def _page(self, chat: int, press: Press) -> View | None:
        if press.action is Action.ABBREVIATIONS:
            return await self._views.abbreviations(chat, press.number)
        return await self._views.unanswered(chat, press.part, press.number)

    async def _table(self, message: Message, days: int) -> None:
        try:
            await show(self._service, message, await self._views.unanswered_table(days))
        except StorageBusy:
            await show(self._service, message, View(texts.DATABASE_BUSY))
