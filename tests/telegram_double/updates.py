"""getUpdates and the webhook's own methods."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from .errors import (
    CONFLICT_OTHER_POLLER,
    CONFLICT_WEBHOOK_ACTIVE,
    CONFLICT_WEBHOOK_SET,
    ApiError,
    Json,
    bad_request,
)
from .world import Webhook, World

_MAX_POLL_SECONDS = 50
_PORTS = (80, 88, 443, 8443)
LOCAL_HOSTS = ("127.0.0.1", "localhost")


async def get_updates(world: World, params: Json) -> list[Json]:
    """Long polling; a second poll ends the first. Raises ApiError 409 where a webhook is set or comes."""
    limit = min(max(params.get("limit", 100), 1), 100)
    timeout = min(max(params.get("timeout", 0), 0), _MAX_POLL_SECONDS)
    with world.changed:
        if world.webhook:
            raise ApiError(409, CONFLICT_WEBHOOK_ACTIVE)
        world.queue.allow(params.get("allowed_updates"))
        _end_poll(world, CONFLICT_OTHER_POLLER)
        world.queue.confirm(params.get("offset", 0))
        world.touch()
        if world.queue.waiting or not timeout:
            return world.queue.batch(limit)
        arrived = _wait_for_update(world)
    try:
        await asyncio.wait_for(arrived, timeout)
    except TimeoutError:
        return []
    with world.changed:
        return world.queue.batch(limit)


def _end_poll(world: World, description: str) -> None:
    if world.end_poll:
        world.end_poll(description)


def _wait_for_update(world: World) -> asyncio.Future[None]:
    """A future that ends with the next update, or in the conflict that ends this poll."""
    loop = asyncio.get_running_loop()
    arrived: asyncio.Future[None] = loop.create_future()

    def end(description: str) -> None:
        if not arrived.done():
            arrived.set_exception(ApiError(409, description))

    def look() -> None:
        with world.changed:
            if world.queue.waiting and not arrived.done():
                arrived.set_result(None)

    def listen() -> None:
        loop.call_soon_threadsafe(look)

    def forget(_: asyncio.Future[None]) -> None:
        with world.changed:
            world.listeners.remove(listen)
            if world.end_poll is end:
                world.end_poll = None
            world.touch()

    world.end_poll = end
    world.listeners.append(listen)
    arrived.add_done_callback(forget)
    return arrived


def _check_url(url: str) -> None:
    """Refuses what Telegram does not deliver to; a local address may be plain http, for the double only."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        port = parts.port
    except ValueError:
        raise bad_request("Invalid webhook URL specified") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", url):
        raise bad_request("Invalid webhook URL specified")
    if parts.hostname in LOCAL_HOSTS:
        return
    if parts.scheme == "http":
        raise ApiError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if port is not None and port not in _PORTS:
        message = "Webhook can be set up only on ports 80, 88, 443 or 8443"
        raise ApiError(400, f"Bad Request: bad webhook: {message}")


@dataclass(frozen=True)
class Described:
    """A result Telegram puts a description to."""

    result: object
    description: str


def set_webhook(world: World, params: Json) -> Described:
    """Delivers updates to a URL from now on; an empty URL deletes the webhook."""
    url: str = params.get("url", "")
    if not url:
        return delete_webhook(world, params)
    _check_url(url)
    secret: str = params.get("secret_token", "")
    if len(secret) > 256:
        raise bad_request("Secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("Secret token contains unallowed characters")
    if params.get("drop_pending_updates"):
        world.queue.waiting.clear()
    _end_poll(world, CONFLICT_WEBHOOK_SET)
    world.queue.allow(params.get("allowed_updates"))
    allowed = sorted(world.queue.allowed) if world.queue.allowed else None
    connections = min(max(params.get("max_connections", 40), 1), 100)
    hook = Webhook(url, secret, allowed, connections, bool(params.get("certificate")))
    is_same = world.webhook == hook
    world.webhook = hook
    return Described(True, "Webhook is already set" if is_same else "Webhook was set")


def delete_webhook(world: World, params: Json) -> Described:
    """Ends the webhook; updates wait for getUpdates again."""
    was_set = world.webhook is not None
    world.webhook = None
    if params.get("drop_pending_updates"):
        world.queue.waiting.clear()
    for pending in world.queue.waiting:
        pending.failures, pending.retry_at = 0, 0.0
    return Described(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


def get_webhook_info(world: World, params: Json) -> Json:
    """WebhookInfo; the url is empty where none is set."""
    hook = world.webhook
    info: Json = {"url": hook.url if hook else "", "pending_update_count": len(world.queue.waiting)}
    info["has_custom_certificate"] = bool(hook and hook.has_custom_certificate)
    if hook:
        info["max_connections"] = hook.max_connections
        names = ("allowed_updates", "last_error_date", "last_error_message")
        info |= {name: getattr(hook, name) for name in names if getattr(hook, name) is not None}
    return info
