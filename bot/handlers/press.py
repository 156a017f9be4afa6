"""A pressed button: answered at once, then carried out; an old, foreign or forged one changes nothing."""

from __future__ import annotations

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot import texts, turns
from bot.addressing import addressed
from bot.answering import Found
from bot.callbacks import Action, Press
from bot.handlers.admin_press import OF_ADMINS, AdminPresses
from bot.handlers.guard import Guard
from bot.handlers.question import typing
from bot.handlers.replies import acknowledge, edit, send
from bot.handlers.report import topic_of
from bot.handlers.votes import VOTES, Votes
from bot.remembering import FIGURES, FOLLOWED, QUESTIONS, SMALL_TALK, place_of
from bot.service import Service
from bot.storage import Reply, StorageBusy
from bot.views import View

_OF_THE_REPORT = (Action.OUTLINE, Action.SECTION, Action.SUMMARY)


class Presses:
    """Carries out what buttons say."""

    def __init__(self, service: Service, guard: Guard) -> None:
        self._service = service
        self._guard = guard
        self._admin = AdminPresses(service)
        self._votes = Votes(service)

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Read the button, then do what it says."""
        query = update.callback_query
        if query is None:
            return
        chat = query.message.chat.id if query.message else None
        press = self._service.signer.read(query.data or "", chat) if chat is not None else None
        if press is None or chat is None:
            await acknowledge(query, texts.STALE_BUTTON)
        elif (why_not := await self._refusal(query, chat)) is not None:
            await acknowledge(query, why_not)
            if chat < 0:
                await self._guard.stays(chat)
        elif press.action in VOTES:
            await self._votes.vote(query, chat, press)
            if press.action is Action.REASON:
                await self._turn(query, chat, Press(Action.ANSWER, press.target), acknowledged=True)
        elif press.action is Action.EXAMPLE:
            await self._example(query, chat, press)
        elif press.action in OF_ADMINS:
            await self._admin.press(query, chat, press)
        else:
            await self._turn(query, chat, press)

    async def _refusal(self, query: CallbackQuery, chat: int) -> str | None:
        """What is said to who is not served; None for who is."""
        person = query.from_user
        try:
            return None if await self._guard.admits_press(person, chat) else texts.NOT_SERVED.format(id=person.id)
        except StorageBusy:
            return texts.TRY_AGAIN

    async def _example(self, query: CallbackQuery, chat: int, press: Press) -> None:
        """Send the answer to an example question, with the question."""
        service = self._service
        examples = service.answering.examples
        if press.target != service.answering.fingerprint or press.number >= len(examples):
            await acknowledge(query, texts.OTHER_REPORT)
            return
        person = query.from_user.id
        over = await self._guard.over_quota(person, chat)
        await acknowledge(query, over or None)
        message = query.message if isinstance(query.message, Message) else None
        if message is None or over is not None:
            return
        async with typing(message):
            founds = (await service.answering.find(examples[press.number]),)
            seconds = turns.elapsed()
        kept = service.remembering.reply(QUESTIONS, [founds[0].question], chat, person)
        topic = message.message_thread_id if message.is_topic_message else None
        sent = await send(service.client, chat, service.views.replies(kept.id, founds, chat, asked=True), topic=topic)
        if sent is not None:
            service.store.replies.sent(kept.id, sent.message_id)
        service.remembering.asked(founds, chat, person, place_of(message), seconds)

    async def _turn(self, query: CallbackQuery, chat: int, press: Press, *, acknowledged: bool = False) -> None:
        """Show something else in the same message."""
        view, toast = await self._view(query, chat, press)
        if not acknowledged:
            await acknowledge(query, toast)
        if view is not None and query.message is not None:
            await turns.come()
            await edit(self._service.client, chat, query.message.message_id, view)

    async def _view(self, query: CallbackQuery, chat: int, press: Press) -> tuple[View | None, str | None]:
        """What a press shows, or the line that says why it shows nothing."""
        service, pages = self._service, self._service.pages
        fingerprint = service.answering.fingerprint
        about_topic = press.action is Action.FIGURES and press.part > 0
        if press.action in _OF_THE_REPORT or (press.action is Action.FIGURES and not about_topic):
            if press.target != fingerprint:
                return None, texts.OTHER_REPORT
            if press.action is Action.OUTLINE:
                view = pages.outline(chat, press.number)
            elif press.action is Action.SECTION:
                view = pages.section(chat, press.part, press.number)
            elif press.action is Action.SUMMARY:
                view = await pages.summary(chat, press.number)
            else:
                view = await pages.figures(chat, None, press.number)
            return view, None if view else texts.STALE_BUTTON
        try:
            reply = await service.store.replies.by_id(press.target)
        except StorageBusy:
            return None, texts.TRY_AGAIN
        questions = await self._asked(reply, query)
        if not questions:
            return None, texts.STALE_BUTTON
        if reply is not None and reply.fingerprint != fingerprint:
            return None, texts.OTHER_REPORT
        if about_topic:
            view = await pages.figures(chat, questions[0], press.number, reply=press.target)
        else:
            carried = reply is not None and reply.kind == FOLLOWED
            view = await self._answer(press, questions, carried, chat)
        return view, None if view else texts.STALE_BUTTON

    async def _answer(self, press: Press, questions: tuple[str, ...], carried: bool, chat: int) -> View | None:
        """An answer again, its passage, or the next best."""
        service, views = self._service, self._service.views
        if press.part > len(questions):
            return None
        if press.action is Action.ANSWER and press.part == 0:
            founds = await service.answering.find_all([(one, carried) for one in questions])
            return views.replies(press.target, founds, chat)
        found: Found = await service.answering.find(questions[max(press.part - 1, 0)], carried)
        if press.action is Action.ANSWER:
            return views.answer(press.target, found, chat, press.part)
        if press.action is Action.CONTEXT:
            return views.context(press.target, found, chat, press.part, press.number)
        return views.other(press.target, found, chat, press.part, press.number)

    async def _asked(self, reply: Reply | None, query: CallbackQuery) -> tuple[str, ...]:
        """The questions an answer is of: as kept, or where no texts are, as they stand in the message it replies to."""
        if reply is None or reply.questions:
            return reply.questions if reply else ()
        original = query.message.reply_to_message if isinstance(query.message, Message) else None
        if original is None or reply.kind in (FOLLOWED, SMALL_TALK):  # what it leaned on is not kept; it asks nothing
            return ()
        if reply.kind == FIGURES:
            return tuple(filter(None, [topic_of(original.text or "")]))
        said = addressed(original, self._service.client.bot)
        text = said.text if said else original.text or original.caption or ""
        asked = await self._service.conversation.questions(text) if text else None
        return tuple(question for question, _ in asked.questions) if asked else ()
