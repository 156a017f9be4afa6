"""The table of methods: each one's parameters, their types, and what answers it.

To add a method, write its handler and one entry here. A handler gets the world, locked, and the typed
parameters; it gives the result, perhaps Described, or raises ApiError. An async handler locks the world
itself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from . import messages, profile, updates
from .errors import Json
from .parameters import Spec, boolean, chat_id, integer, json_value, string
from .world import World

Handler = Callable[[World, Json], object] | Callable[[World, Json], Awaitable[object]]


@dataclass(frozen=True)
class Method:
    """A method of the Bot API."""

    name: str
    spec: Spec
    handler: Handler


def get_me(world: World, params: Json) -> Json:
    """The bot itself."""
    lacks = ["can_read_all_group_messages", "supports_inline_queries", "can_connect_to_business"]
    return {**world.bot, "can_join_groups": True, **dict.fromkeys([*lacks, "has_main_web_app"], False)}


def log_out(world: World, params: Json) -> bool:
    """Ends the bot's session on this server: every later call is refused."""
    world.logged_out = True
    return True


def close(world: World, params: Json) -> bool:
    """Lets the bot move to another server; nothing to do here."""
    return True


_REPLY_MARKUP = json_value("reply keyboard markup", dict, "Object expected as reply markup")
_PREVIEW = json_value("link preview options", dict, "Object expected as link preview options")
_REPLY = json_value("reply parameters", dict, "Object expected as reply parameters")
_ENTITIES = json_value("entities", list, "Expected an Array of MessageEntity")
_SCOPE = json_value("BotCommandScope", dict, "Can't parse BotCommandScope: BotCommandScope must be an Object")
_COMMANDS = json_value("commands", list, "Expected an Array of BotCommand")
_ALLOWED = json_value("allowed updates", list, "Expected an Array of String")

_TEXT: Spec = {
    "chat_id": chat_id,
    "text": string,
    "parse_mode": string,
    "entities": _ENTITIES,
    "link_preview_options": _PREVIEW,
    "reply_markup": _REPLY_MARKUP,
    "business_connection_id": string,
}
_SEND: Spec = {
    "message_thread_id": integer,
    "disable_notification": boolean,
    "protect_content": boolean,
    "reply_parameters": _REPLY,
    "reply_to_message_id": integer,
    "allow_sending_without_reply": boolean,
    "message_effect_id": string,
}
_COMMAND_SCOPE: Spec = {"scope": _SCOPE, "language_code": string}
_LANGUAGE: Spec = {"language_code": string}
_WEBHOOK: Spec = {
    "url": string,
    "ip_address": string,
    "max_connections": integer,
    "allowed_updates": _ALLOWED,
    "drop_pending_updates": boolean,
    "secret_token": string,
}
_POLL: Spec = {"offset": integer, "limit": integer, "timeout": integer, "allowed_updates": _ALLOWED}
_EDIT: Spec = {**_TEXT, "message_id": integer, "inline_message_id": string}
_ACTION: Spec = {"chat_id": chat_id, "action": string, "message_thread_id": integer}
_ANSWER: Spec = {
    "callback_query_id": string,
    "text": string,
    "show_alert": boolean,
    "url": string,
    "cache_time": integer,
}

_ALL = [
    Method("getMe", {}, get_me),
    Method("logOut", {}, log_out),
    Method("close", {}, close),
    Method("getUpdates", _POLL, updates.get_updates),
    Method("setWebhook", _WEBHOOK, updates.set_webhook),
    Method("deleteWebhook", {"drop_pending_updates": boolean}, updates.delete_webhook),
    Method("getWebhookInfo", {}, updates.get_webhook_info),
    Method("sendMessage", {**_TEXT, **_SEND}, messages.send_message),
    Method("editMessageText", _EDIT, messages.edit_message_text),
    Method("sendChatAction", _ACTION, messages.send_chat_action),
    Method("answerCallbackQuery", _ANSWER, messages.answer_callback_query),
    Method("getChat", {"chat_id": chat_id}, messages.get_chat),
    Method("setMyCommands", {**_COMMAND_SCOPE, "commands": _COMMANDS}, profile.set_my_commands),
    Method("getMyCommands", _COMMAND_SCOPE, profile.get_my_commands),
    Method("deleteMyCommands", _COMMAND_SCOPE, profile.delete_my_commands),
    Method("setMyName", {**_LANGUAGE, "name": string}, profile.setter("name", 64)),
    Method("getMyName", _LANGUAGE, profile.getter("name")),
    Method("setMyDescription", {**_LANGUAGE, "description": string}, profile.setter("description", 512)),
    Method("getMyDescription", _LANGUAGE, profile.getter("description")),
    Method(
        "setMyShortDescription",
        {**_LANGUAGE, "short_description": string},
        profile.setter("short_description", 120),
    ),
    Method("getMyShortDescription", _LANGUAGE, profile.getter("short_description")),
]

# Telegram does not mind the case of a method's name.
METHODS = {method.name.lower(): method for method in _ALL}
