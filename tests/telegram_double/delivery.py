"""Delivers updates to the webhook: in order within a chat, several chats at once, again until a 2xx."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPError

from .update_queue import Pending
from .updates import LOCAL_HOSTS
from .world import Webhook, World

_FIRST_RETRY_SECONDS = 0.05  # Telegram's own delays grow from a second or two; tests cannot wait for that
_LAST_RETRY_SECONDS = 1.0


class Delivery:
    """Runs on the server's loop until stopped; `timeout` in seconds is how long an answer may take."""

    def __init__(self, world: World, timeout: float) -> None:
        self.world = world
        self.timeout = timeout
        self.changed = asyncio.Event()
        self.under_way: dict[int, asyncio.Task[None]] = {}  # by identity: update ids may repeat in tests
        self.client = AsyncHTTPClient(force_instance=True, max_clients=100)

    async def run(self) -> None:
        """Sends whatever is due, then waits for a change or for the next retry."""
        loop = asyncio.get_running_loop()

        def listen() -> None:
            loop.call_soon_threadsafe(self.changed.set)

        with self.world.changed:
            self.world.listeners.append(listen)
        try:
            while True:
                self.changed.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.changed.wait(), self.start_due())
        finally:
            with self.world.changed:
                self.world.listeners.remove(listen)
            for task in self.under_way.values():
                task.cancel()
            await asyncio.gather(*self.under_way.values(), return_exceptions=True)
            self.client.close()

    def start_due(self) -> float | None:
        """Starts the deliveries that may start now; gives the seconds until the next retry, if any waits."""
        with self.world.changed:
            hook = self.world.webhook
            # Nothing is ever sent beyond this machine: updates for a public address just wait.
            if hook is None or urlsplit(hook.url).hostname not in LOCAL_HOSTS:
                return None
            now = time.monotonic()
            busy: set[str] = set()
            waits: list[float] = []
            for pending in self.world.queue.waiting:
                if len(self.under_way) >= hook.max_connections:
                    break
                chat = pending.chat_key()
                if id(pending) not in self.under_way and chat not in busy:
                    if pending.retry_at > now:
                        waits.append(pending.retry_at - now)
                    else:
                        self.start(hook, pending)
                busy.add(chat)
            return min(waits, default=None)

    def start(self, hook: Webhook, pending: Pending) -> None:
        """Starts one delivery."""
        task = asyncio.create_task(self.deliver(hook, pending))
        self.under_way[id(pending)] = task

    async def deliver(self, hook: Webhook, pending: Pending) -> None:
        """Posts one update; keeps it for later unless the answer is 2xx."""
        try:
            complaint = await self.post(hook, pending)
        except Exception as error:
            self.world.crashes.append(error)  # a fault of the double or of the test, not of the webhook
            raise
        with self.world.changed:
            del self.under_way[id(pending)]
            if complaint is None:
                self.world.queue.waiting = [p for p in self.world.queue.waiting if p is not pending]
            else:
                hook.last_error_date, hook.last_error_message = int(time.time()), complaint
                delay = min(_FIRST_RETRY_SECONDS * 2**pending.failures, _LAST_RETRY_SECONDS)
                pending.failures += 1
                pending.retry_at = time.monotonic() + delay
            self.world.touch()

    async def post(self, hook: Webhook, pending: Pending) -> str | None:
        """One attempt; what went wrong, in the words of getWebhookInfo, or None."""
        headers = {"Content-Type": "application/json"}
        if hook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret_token
        try:
            await self.client.fetch(
                hook.url,
                method="POST",
                headers=headers,
                body=json.dumps(pending.body).encode(),
                request_timeout=self.timeout,
                follow_redirects=False,
                validate_cert=False,
            )
        except HTTPError as error:
            if error.code == 599:
                return "Read timeout expired" if "imeout" in str(error) else "Connection closed"
            return f"Wrong response from the webhook: {error.code} {error.message}"
        except OSError as error:
            return f"Connection failed: {error.strerror}"
        return None
