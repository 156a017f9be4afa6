"""answerInlineQuery and answerGuestQuery."""

from __future__ import annotations

import re
import time

from .errors import Json, bad_request
from .inline_results import message_of
from .parameters import string_field
from .world import World

MAX_RESULTS = 50
_MAX_OFFSET_BYTES = 64
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


def _check_button(button: Json | None) -> None:
    """Refuses the button above the results. Raises ApiError."""
    if button is None:
        return
    try:
        text = string_field(button, "text", required=True)
        if "start_parameter" not in button and "web_app" not in button:
            raise ValueError("InlineQueryResultsButton must have exactly one optional field")
        parameter = string_field(button, "start_parameter")
    except ValueError as error:
        raise bad_request(f"Can't parse inline query results button: {error}") from None
    if not text:
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if "start_parameter" in button and not _START_PARAMETER.fullmatch(parameter):
        raise bad_request("START_PARAM_INVALID")


def answer_inline_query(world: World, params: Json) -> bool:
    """Answers an inline query, once. Raises ApiError for results Telegram refuses, and for a query too old."""
    results: list[Json] = params.get("results") or []
    if len(results) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    for result in results:
        message_of(result)
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(params.get("next_offset", "").encode()) > _MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    _check_button(params.get("button"))
    query_id = params.get("inline_query_id", "")
    world.queries.close(query_id)
    if query_id in world.queries.inline:
        world.queries.inline[query_id].answer = {"results": [], **params}
    return True


def answer_guest_query(world: World, params: Json) -> Json:
    """Answers the message that summoned the bot into a chat it is not in. Raises ApiError."""
    if not params.get("result"):
        raise bad_request("Result isn't specified")
    content = message_of(params["result"])
    query_id = params.get("guest_query_id", "")
    world.queries.close(query_id)
    asked = world.queries.guests[query_id]
    message = {
        "message_id": asked["message_id"] + 1,
        "date": int(time.time()),
        "chat": asked["chat"],
        "from": world.bot,
        "guest_bot_caller_user": asked["from"],
        **content,
    }
    inline_id = world.queries.keep(message)
    world.queries.guest_answers[query_id] = inline_id
    return {"inline_message_id": inline_id}
