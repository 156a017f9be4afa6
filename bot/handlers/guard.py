"""Who is served: the persons and groups that the operator named, within the hour's quota, and nobody's other bots."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from html import escape

from telegram import Message, User
from telegram.error import TelegramError

from bot import texts
from bot.addressing import from_person, is_private, sender_id
from bot.handlers.replies import reply, send
from bot.service import Service
from bot.storage import ChatState, StorageBusy, Verdict
from bot.views import View

REFUSALS = 1  # an hour: a refused person is told, then not again and again
AGAIN = 1.0  # seconds between attempts to learn what only the database knows


class Guard:
    """Asked before anything is answered; it says itself what there is to say."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def admits(self, message: Message) -> bool:
        """Whether a message is served. A refused person is told whom to ask; a refused group is left."""
        if not from_person(message):
            return False
        service, chat = self._service, message.chat.id
        if is_private(message):
            return await self._admits_person(message)
        if not await self.stays(chat):
            return False
        named = bool(service.access.chats)  # all who are in a group that was named may ask there
        return named or service.access.serves_person(sender_id(message)) or await self._refuse(message)

    async def stays(self, chat: int) -> bool:
        """Whether the bot may be in a group; where not, it says so once and leaves.

        Where only the database can tell, it waits for that: a group that was named must not be left.
        """
        if self._is_named(chat):
            return True
        return self._is_named(chat, state := await self.state(chat)) or await self._leave(chat, state)

    async def state(self, chat: int) -> ChatState:
        """What is known of a chat, as soon as the database tells."""
        while True:
            try:
                return await self._service.store.chats.get(self._service.store.key("chat", chat))
            except StorageBusy:
                await asyncio.sleep(AGAIN)

    async def within_quota(self, message: Message) -> bool:
        """Whether a question may be answered now; the first one that may not is told when it may again."""
        line = await self.over_quota(sender_id(message), message.chat.id)
        if line:
            await reply(self._service.client, message, View(line))
        return line is None

    async def over_quota(self, person: int, chat: int) -> str | None:
        """Count a question; None if it may be answered, else what is to be said, nothing where it was said before."""
        store, quotas = self._service.store, self._service.quotas
        now = datetime.now(UTC)
        limits = [(store.key("person", person), quotas.person, texts.QUOTA_OF_PERSON)]
        if chat < 0:
            limits.append((store.key("chat", chat), quotas.chat, texts.QUOTA_OF_CHAT))
        for key, limit, text in limits:
            verdict = await store.quotas.take(key, limit, now) if limit else Verdict.OK
            if verdict is not Verdict.OK:
                return text.format(minutes=60 - now.minute) if verdict is Verdict.REFUSED_FIRST else ""
        return None

    def admits_user(self, user: User) -> bool:
        """Whether a person who asks inline or as a guest is served."""
        return self._service.access.serves_person(user.id)

    async def admits_press(self, user: User, chat: int) -> bool:
        """Whether a person who presses a button is served; a refused group is not left here.

        Raises StorageBusy where only the database can tell: a press must not wait.
        """
        if chat > 0:
            return self.admits_user(user)
        if not self._is_named(chat):
            state = await self._service.store.chats.get(self._service.store.key("chat", chat))
            if not self._is_named(chat, state):
                return False
        return bool(self._service.access.chats) or self.admits_user(user)

    def refusal(self, person: int) -> str:
        """What a refused person is told, as HTML."""
        return texts.PERSON_REFUSED.format(id=person, whom=self._whom())

    def _is_named(self, chat: int, state: ChatState | None = None) -> bool:
        """Whether a group may be stayed in, by all that is known here and by `state`."""
        store = self._service.store
        origin = state.origin if state else store.chats.origin(store.key("chat", chat))
        return self._service.access.stays_in(chat, lambda named: origin == store.key("chat", named))

    async def _leave(self, chat: int, state: ChatState) -> bool:
        """Say once that the group is not served, and leave it; False."""
        service = self._service
        if not state.refused:
            refusal = View(texts.GROUP_REFUSED.format(id=chat, whom=self._whom()))
            if await send(service.client, chat, refusal) is not None:
                service.store.chats.set(service.store.key("chat", chat), refused=True)
        with suppress(TelegramError):  # it is out already
            await service.client.leave_chat(chat)
        return False

    async def _admits_person(self, message: Message) -> bool:
        return self._service.access.serves_person(sender_id(message)) or await self._refuse(message)

    async def _refuse(self, message: Message) -> bool:
        person = sender_id(message)
        key = self._service.store.key("refused", person)
        verdict = await self._service.store.quotas.take(key, REFUSALS, datetime.now(UTC))
        # The button above refused inline results leads to /start, to be told whom to ask.
        if verdict is Verdict.OK or (message.text or "").startswith("/start"):
            await reply(self._service.client, message, View(self.refusal(person)))
        return False

    def _whom(self) -> str:
        """Whom to ask: the first admin, by a link, where there is one."""
        admins = sorted(self._service.access.admins)
        name = escape(texts.WHOM_TO_ASK)
        return f'<a href="tg://user?id={admins[0]}">{name}</a>' if admins else name
