"""Troubles a test orders in advance: refusals, dropped connections, slow answers."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TypeVar

from .errors import CONFLICT_OTHER_POLLER, FORBIDDEN_BLOCKED, Json

_REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Temporarily Unavailable"}
_REASONS |= {504: "Gateway Time-out"}
_DESCRIPTIONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: FORBIDDEN_BLOCKED,
    404: "Not Found",
    409: CONFLICT_OTHER_POLLER,
    500: "Internal Server Error: restart",
}


@dataclass
class Fault:
    """One order: what befalls the next `times` calls of a method, in every chat or in one.

    The method may be a pattern: `send*`, or `*` for all of them.
    """

    method: str
    times: int
    chat_id: int | None

    def applies(self, method: str, params: Json) -> bool:
        """Whether this call is one of them."""
        here = self.chat_id is None or str(params.get("chat_id")) == str(self.chat_id)
        return self.times > 0 and fnmatchcase(method.lower(), self.method.lower()) and here


@dataclass
class Failure(Fault):
    """Answers with this status; as a web page where `html`, as the gateway before Telegram does."""

    status: int = 500
    retry_after: int | None = None
    description: str | None = None
    html: bool | None = None

    def answers_html(self) -> bool:
        """A gateway's own errors are pages unless the order says otherwise; Telegram's are JSON."""
        return self.status in (502, 503, 504) if self.html is None else self.html

    def page(self) -> str:
        """What nginx answers with."""
        title = f"{self.status} {_REASONS.get(self.status, 'Error')}"
        body = f"<center><h1>{title}</h1></center>\r\n<hr><center>nginx/1.18.0</center>"
        return f"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n{body}\r\n</body>\r\n</html>\r\n"

    def body(self) -> Json:
        """What Telegram answers with."""
        description = self.description or _DESCRIPTIONS.get(self.status, _REASONS.get(self.status, "Error"))
        body: Json = {"ok": False, "error_code": self.status, "description": description}
        if self.status == 429:
            seconds = 1 if self.retry_after is None else self.retry_after
            body["description"] = self.description or f"Too Many Requests: retry after {seconds}"
            body["parameters"] = {"retry_after": seconds}
        return body


@dataclass
class Drop(Fault):
    """Closes the connection without an answer, before the call takes effect or after it."""

    after_effect: bool = False


@dataclass
class Delay(Fault):
    """Answers this many seconds late; the call takes effect at once, as when only the answer is slow."""

    seconds: float = 0.0


F = TypeVar("F", bound=Fault)


class Faults:
    """The orders still to be met; its owner locks it."""

    def __init__(self) -> None:
        self.orders: list[Fault] = []

    def add(self, order: Fault) -> None:
        """Takes an order; orders of one kind for one method are met in the order given."""
        self.orders.append(order)

    def take(self, kind: type[F], method: str, params: Json) -> F | None:
        """The order of this kind that this call meets, counted down."""
        for order in self.orders:
            if isinstance(order, kind) and order.applies(method, params):
                order.times -= 1
                return order
        return None
