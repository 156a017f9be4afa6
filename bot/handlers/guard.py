"""Who is served: the persons and groups that the operator named, within the hour's quota, and nobody's other bots."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from html import escape

from telegram import Message, User
from telegram.error import TelegramError

from bot import texts
from bot.addressing import from_person, is_private, sender_id
from bot.handlers.replies import reply, send
from bot.service import Service
from bot.storage import StorageBusy, Verdict
from bot.views import View

REFUSALS = 1  # an hour: a refused person is told, then not again and again


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
        """Whether the bot may be in a group; where not, it says so once and leaves."""
        service = self._service
        if not service.access.chats:
            return True
        key = service.store.key("chat", chat)
        try:
            state = await service.store.chats.get(key)
        except StorageBusy:
            # Whether it was another group before can't be told now; who was named is served all the same.
            return chat in service.access.chats

        def was(named: int) -> bool:
            return state.origin == service.store.key("chat", named)

        if service.access.stays_in(chat, was):
            return True
        if not state.refused:
            service.store.chats.set(key, refused=True)
            await send(service.client, chat, View(texts.GROUP_REFUSED.format(id=chat, whom=self._whom())))
        with suppress(TelegramError):  # it is out already
            await service.client.leave_chat(chat)
        return False

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
        """Whether a person who presses a button is served. A refused group is left."""
        if chat > 0:
            return self.admits_user(user)
        return await self.stays(chat) and (bool(self._service.access.chats) or self.admits_user(user))

    def refusal(self, person: int) -> str:
        """What a refused person is told, as HTML."""
        return texts.PERSON_REFUSED.format(id=person, whom=self._whom())

    async def _admits_person(self, message: Message) -> bool:
        return self._service.access.serves_person(sender_id(message)) or await self._refuse(message)

    async def _refuse(self, message: Message) -> bool:
        person = sender_id(message)
        key = self._service.store.key("refused", person)
        if await self._service.store.quotas.take(key, REFUSALS, datetime.now(UTC)) is Verdict.OK:
            await reply(self._service.client, message, View(self.refusal(person)))
        return False

    def _whom(self) -> str:
        """Whom to ask: the first admin, by a link, where there is one."""
        admins = sorted(self._service.access.admins)
        name = escape(texts.WHOM_TO_ASK)
        return f'<a href="tg://user?id={admins[0]}">{name}</a>' if admins else name
