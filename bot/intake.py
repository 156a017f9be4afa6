"""The one door for updates, whether polled or posted: each is handled once, in order within its chat.

What `accept` returns ends when the update was answered, and only then may Telegram be told so. Thus nothing
is lost when this process ends, however it ends: Telegram gives what was not acknowledged to the next one, and what
was answered and not acknowledged is known there from the database.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from functools import partial
from typing import Any

from telegram import Update

from bot import turns
from bot.client import App
from bot.metrics import Metrics
from bot.parsing import parse
from bot.storage import StorageBusy, Store

FINISH = 2.0  # seconds that answers in work get at the end; SIGTERM leaves five for everything
RECORD = 1.0  # seconds an answered update waits for the database to know it
RESUME = 2.0  # seconds between attempts to learn what was set aside
REMEMBERED = 10_000  # ids of answered updates, against Telegram sending one again

log = logging.getLogger("bot.intake")


def _queue(update: Update) -> Hashable:
    """What an update waits behind: the messages of its chat, the presses under one message, a person's inline queries,
    the bot's own comings and goings in a chat.

    A press must not wait for answers that wait for Telegram, nor an answer for a greeting.
    """
    query = update.callback_query
    if query is not None and query.message is not None:
        return "press", query.message.chat.id, query.message.message_id
    if update.inline_query is not None:
        return "inline", update.inline_query.from_user.id
    if update.my_chat_member is not None:
        return "member", update.my_chat_member.chat.id
    chat = update.effective_chat or update.effective_user
    return "chat", chat.id if chat else 0


class Intake:
    """Hands raw updates to the application. Used from one event loop.

    How many are in work at once is bounded by who brings them: `bot.polling`, and Telegram's max_connections.
    """

    def __init__(self, app: App, store: Store, metrics: Metrics) -> None:
        self._app = app
        self._store = store
        self._metrics = metrics
        self._in_work: dict[int, asyncio.Future[None]] = {}
        self._last_of_queue: dict[Hashable, asyncio.Future[None]] = {}
        self._done: OrderedDict[int, None] = OrderedDict()
        self._aside: set[int] = set()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether `close` was called: nothing more is taken in."""
        return self._closed

    @property
    def in_work(self) -> dict[int, asyncio.Future[None]]:
        """What is accepted and not answered, by update id; after `close` also what was broken off."""
        return dict(self._in_work)

    @property
    def aside(self) -> frozenset[int]:
        """What is accepted, not answered, and kept by the database, so that Telegram need not keep it."""
        return frozenset(self._aside)

    async def set_aside(self, updates: Iterable[dict[str, Any]]) -> None:
        """Let the database keep those of these updates that are in work. One that is away keeps none."""
        waiting = {raw["update_id"]: raw for raw in updates if raw["update_id"] in self._in_work}
        kept = [self._store.waiting.put(number, raw) for number, raw in waiting.items()]
        for number, written in zip(waiting, kept, strict=True):
            # However late it is written, somebody must see to it that it goes again.
            written.add_done_callback(partial(self._kept, number))
        if kept:
            await asyncio.wait(kept, timeout=RECORD)

    async def resume(self) -> None:
        """Take in what the last process had set aside, as soon as the database tells."""
        while True:
            try:
                updates = await self._store.waiting.all()
                break
            except StorageBusy:
                await asyncio.sleep(RESUME)
        for raw in updates:
            update_id = raw["update_id"]
            self._aside.add(update_id)
            if update_id in self._done:
                self._forget([update_id])
            elif update_id not in self._in_work and not self._closed:
                self.accept(raw)

    def knows(self, update_id: int) -> bool:
        """Whether the update was accepted before."""
        return update_id in self._in_work or update_id in self._done

    def accept(self, raw: dict[str, Any]) -> asyncio.Future[None]:
        """Start answering an update; the future is done when that is done, cancelled when it was broken off.

        `raw` is the update's JSON object, `raw["update_id"]` an integer. One that was accepted before is not
        answered again. Raises RuntimeError after `close`.
        """
        if self._closed:
            raise RuntimeError("the intake is closed")
        update_id: int = raw["update_id"]
        self._metrics.came(raw)
        if update_id in self._in_work:
            return self._in_work[update_id]
        update = None if update_id in self._done else parse(raw, self._app.bot)
        if update is None:
            self._remember(update_id)
            nothing_to_do: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            nothing_to_do.set_result(None)
            return nothing_to_do
        return self._start(update)

    async def close(self, patience: float) -> None:
        """Take in nothing more; what is in work gets `patience` seconds, then it is broken off."""
        self._closed = True
        if not self._in_work:
            return
        _, late = await asyncio.wait(self._in_work.values(), timeout=patience)
        for task in late:
            task.cancel()
        if late:
            log.info("%d unanswered updates are left to the next start", len(late))
            await asyncio.wait(late)

    def _start(self, update: Update) -> asyncio.Future[None]:
        key = _queue(update)
        task = asyncio.create_task(self._handle(update, self._last_of_queue.get(key)))
        self._in_work[update.update_id] = self._last_of_queue[key] = task

        def finish(ended: asyncio.Future[None]) -> None:
            if ended.cancelled() and self._closed:
                return  # still unanswered, and Telegram must not be told otherwise
            if ended.cancelled():
                log.error("update %d was broken off", update.update_id)
            del self._in_work[update.update_id]
            if self._last_of_queue.get(key) is ended:
                del self._last_of_queue[key]
            self._remember(update.update_id)
            self._forget([update.update_id])

        task.add_done_callback(finish)
        return task

    async def _handle(self, update: Update, earlier: asyncio.Future[None] | None) -> None:
        if update.callback_query is not None:
            turns.begin(earlier)
        else:
            if earlier is not None:
                await asyncio.wait([earlier])
            turns.begin()
        if not await self._was_handled(update.update_id):
            try:
                await self._app.process_update(update)
            except Exception as error:
                # The error handlers have seen what a handler raised; this is what even they can't.
                log.error("update %d could not be handled", update.update_id, exc_info=error)
            await self._record(update.update_id)
        # A press that changed nothing may be done before those ahead of it: the next one is not to pass them.
        await turns.come()

    async def _was_handled(self, update_id: int) -> bool:
        """Whether this or another process answered the update before. An answer too many is better than one too few."""
        try:
            return bool(await self._store.handled.known([update_id]))
        except StorageBusy:
            return False
        except Exception as error:
            log.error("whether update %d was answered could not be read", update_id, exc_info=error)
            return False

    async def _record(self, update_id: int) -> None:
        """Keep it from being answered again; a database that is away gets to know it later."""
        written = self._store.handled.add(update_id)
        if not self._store.failing:
            await asyncio.wait([written], timeout=RECORD)

    def _kept(self, update_id: int, written: asyncio.Future[None]) -> None:
        """The database has the update; Telegram need not keep it, and where it was answered nobody need."""
        if written.cancelled() or written.exception():
            return
        self._aside.add(update_id)
        if update_id not in self._in_work:
            self._forget([update_id])

    def _forget(self, answered: Iterable[int]) -> None:
        """The database need not keep them any more."""
        for update_id in self._aside.intersection(answered):
            self._store.waiting.remove(update_id)
            self._aside.discard(update_id)

    def _remember(self, update_id: int) -> None:
        self._done[update_id] = None
        while len(self._done) > REMEMBERED:
            self._done.popitem(last=False)
