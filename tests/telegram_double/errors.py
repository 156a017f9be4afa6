"""How Telegram says no: one exception, carrying the HTTP status and the description it answers with."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

# Texts the servers behind the Bot API answer with in capitals, which the Bot API rewrites for people
# (telegram-bot-api, Client.cpp, fail_query_with_error). Any other capitals pass through as they are.
_REWORDED = {
    "MESSAGE_TOO_LONG": "message is too long",
    "MESSAGE_EMPTY": "message text is empty",
    "MESSAGE_NOT_MODIFIED": (
        "message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    ),
    "QUERY_ID_INVALID": "query is too old and response timeout expired or query ID is invalid",
    "REPLY_MARKUP_TOO_LONG": "reply markup is too long",
}

CONFLICT_OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
CONFLICT_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
CONFLICT_WEBHOOK_SET = "Conflict: terminated by setWebhook request"
FORBIDDEN_BLOCKED = "Forbidden: bot was blocked by the user"


class ApiError(Exception):
    """A refusal.

    `status` is the HTTP status and the `error_code`; `parameters` are ResponseParameters, where there are any.
    """

    def __init__(self, status: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The JSON object Telegram answers with."""
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters is not None:
            body["parameters"] = self.parameters
        return body


def bad_request(message: str) -> ApiError:
    """A 400 from TDLib's own message, its first letter lowered unless an acronym or a code begins there."""
    message = _REWORDED.get(message, message)
    if len(message) < 2 or not (message[1] == "_" or "A" <= message[1] <= "Z"):
        message = message[:1].lower() + message[1:]
    return ApiError(400, f"Bad Request: {message}")


def too_many_requests(retry_after: int) -> ApiError:
    """A 429; `retry_after` in seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def migrated(chat_id: int) -> ApiError:
    """What a group answers once it is a supergroup: the 400 names the new chat."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return ApiError(400, description, {"migrate_to_chat_id": chat_id})
