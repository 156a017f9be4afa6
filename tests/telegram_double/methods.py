"""The table of methods: each one's parameters, their types, and what answers it.

To add a method, write its handler and one entry here. A handler gets the world, locked, and the typed
parameters; it gives the result, perhaps Described, or raises ApiError. An async handler locks the world
itself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from . import editing, inline, media, membership, messages, profile, updates
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
    can = {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.settings.privacy,
        "supports_inline_queries": world.settings.inline_mode,
        "supports_guest_queries": world.settings.guest_mode,
    }
    return {**world.bot, **can, "can_connect_to_business": False, "has_main_web_app": False}


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
_NAMED: Spec = {"chat_id": chat_id, "message_id": integer, "inline_message_id": string}
_CAPTION: Spec = {"caption": string, "parse_mode": string, "caption_entities": _ENTITIES}
_KEYBOARD: Spec = {"reply_markup": _REPLY_MARKUP}
_MEDIA: Spec = {"chat_id": chat_id, **_CAPTION, **_KEYBOARD}
_MEMBER: Spec = {"chat_id": chat_id, "user_id": integer}
_RESULTS = json_value("JSON encoded inline query results", list, "Expected an Array of inline query results")
_RESULT = json_value(
    "JSON encoded web view query results",
    dict,
    "Can't parse inline query result: Inline query result must be an object",
)
_BUTTON = json_value(
    "inline query results button",
    dict,
    "Can't parse inline query results button: InlineQueryResultsButton must be an Object",
)
_INLINE: Spec = {
    "inline_query_id": string,
    "results": _RESULTS,
    "cache_time": integer,
    "is_personal": boolean,
    "next_offset": string,
    "button": _BUTTON,
}
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
    Method("sendPhoto", {**_MEDIA, **_SEND, "photo": string}, media.send_photo),
    Method("sendDocument", {**_MEDIA, **_SEND, "document": string}, media.send_document),
    Method("editMessageText", {**_TEXT, **_NAMED}, editing.edit_message_text),
    Method("editMessageCaption", {**_NAMED, **_CAPTION, **_KEYBOARD}, editing.edit_message_caption),
    Method("editMessageReplyMarkup", {**_NAMED, **_KEYBOARD}, editing.edit_message_reply_markup),
    Method("deleteMessage", _NAMED, editing.delete_message),
    Method("sendChatAction", _ACTION, messages.send_chat_action),
    Method("answerCallbackQuery", _ANSWER, messages.answer_callback_query),
    Method("answerInlineQuery", _INLINE, inline.answer_inline_query),
    Method("answerGuestQuery", {"guest_query_id": string, "result": _RESULT}, inline.answer_guest_query),
    Method("getChat", {"chat_id": chat_id}, messages.get_chat),
    Method("getChatMember", _MEMBER, membership.get_chat_member),
    Method("getChatMemberCount", {"chat_id": chat_id}, membership.get_chat_member_count),
    Method("getChatAdministrators", {"chat_id": chat_id}, membership.get_chat_administrators),
    Method("leaveChat", {"chat_id": chat_id}, membership.leave_chat),
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
