"""The bot's commands, name and descriptions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from .chats import Chat
from .errors import Json, bad_request
from .parameters import string_field
from .world import World

MAX_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_PLAIN_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}


def _language(params: Json) -> str:
    code: str = params.get("language_code", "")
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("Invalid language code specified")
    return code


def _scope(world: World, params: Json) -> str:
    """The scope as a key. Raises ApiError for a kind or a chat Telegram does not know."""
    scope: Json = params.get("scope") or {"type": "default"}
    try:
        kind = string_field(scope, "type", required=True)
        if kind not in _PLAIN_SCOPES | _CHAT_SCOPES:
            raise ValueError("Unsupported type specified")
        if kind in _CHAT_SCOPES and not string_field(scope, "chat_id", required=True):
            raise ValueError("Empty chat_id specified")
        if kind == "chat_member":
            _check_user(scope)
    except ValueError as error:
        raise bad_request(f"Can't parse BotCommandScope: {error}") from None
    if kind in _CHAT_SCOPES:
        chat_id = str(scope["chat_id"])
        _check_chat(world.joined_chat(int(chat_id) if chat_id.lstrip("-").isdigit() else chat_id), kind)
    return json.dumps(scope, sort_keys=True)


def _check_user(scope: Json) -> None:
    user_id = string_field(scope, "user_id", required=True)
    if not user_id.lstrip("-").isdigit():
        raise ValueError('Field "user_id" must be a valid Number')
    if int(user_id) <= 0:
        raise ValueError("Invalid user_id specified")


def _check_chat(chat: Chat, kind: str) -> None:
    if chat.kind == "channel":
        raise bad_request("Can't change commands in channel chats")
    if chat.kind == "private" and kind != "chat":
        raise bad_request("Can't use specified scope in private chats")


def _command(value: object) -> Json:
    """A BotCommand as Telegram keeps it: trimmed, without a leading slash."""
    try:
        if not isinstance(value, dict):
            raise ValueError("expected an Object")
        command = string_field(value, "command", required=True).strip().removeprefix("/")
        description = string_field(value, "description", required=True).strip()
    except ValueError as error:
        raise bad_request(f"Can't parse BotCommand: {error}") from None
    if not command:
        raise bad_request("Command must be non-empty")
    if len(command) > 32:
        raise bad_request("Command length must not exceed 32")
    if not description:
        raise bad_request("Command description must be non-empty")
    if len(description) > 256:
        raise bad_request("Command description length must not exceed 256")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def set_my_commands(world: World, params: Json) -> bool:
    """Sets the commands of a scope and language. Raises ApiError."""
    commands = [_command(value) for value in params.get("commands") or []]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[_scope(world, params), _language(params)] = commands
    return True


def get_my_commands(world: World, params: Json) -> list[Json]:
    """The commands of exactly this scope and language."""
    return world.profile.commands.get((_scope(world, params), _language(params)), [])


def delete_my_commands(world: World, params: Json) -> bool:
    """Deletes the commands of exactly this scope and language."""
    world.profile.commands.pop((_scope(world, params), _language(params)), None)
    return True


def _texts(world: World, field: str) -> dict[str, str]:
    texts: dict[str, str] = getattr(world.profile, field)
    return texts


def setter(field: str, limit: int) -> Callable[[World, Json], bool]:
    """Sets one of the bot's texts, at most `limit` characters; an empty text deletes it."""

    def set_text(world: World, params: Json) -> bool:
        text: str = params.get(field, "").strip()
        language = _language(params)
        if len(text) > limit:
            raise bad_request(f"BOT_{field.upper()}_TOO_LONG")
        if text:
            _texts(world, field)[language] = text
        else:
            _texts(world, field).pop(language, None)
        return True

    return set_text


def getter(field: str) -> Callable[[World, Json], Json]:
    """Gives one of the bot's texts, in the language asked for or else the one set for all."""

    def get_text(world: World, params: Json) -> Json:
        texts = _texts(world, field)
        return {field: texts.get(_language(params), texts.get("", ""))}

    return get_text
