"""getChatMember, getChatAdministrators, getChatMemberCount and leaveChat."""

from __future__ import annotations

import time
from copy import deepcopy

from . import arrivals
from .chats import Chat
from .errors import Json, bad_request
from .members import chat_member
from .world import World


def change_place(world: World, chat: Chat, status: str, by: Json, **rights: bool) -> None:
    """Gives the bot another place in a chat, and tells it so. Raises ValueError for no such status or right."""
    old, new = chat.member(world.bot), chat_member(world.bot, status, chat.kind, rights)
    chat.members[world.bot["id"]] = new
    change: Json = {"chat": chat.info, "from": by, "date": int(time.time())}
    world.queue.add({"my_chat_member": deepcopy({**change, "old_chat_member": old, "new_chat_member": new})})
    world.touch()


def get_chat_member(world: World, params: Json) -> Json:
    """Somebody's place in a chat; who never was there has left. Raises ApiError for a person nobody knows."""
    user_id = params.get("user_id", 0)
    if user_id <= 0:
        raise bad_request("Invalid user_id specified")
    if user_id == world.bot["id"]:
        return world.readable_chat(params.get("chat_id")).member(world.bot)
    chat = world.joined_chat(params.get("chat_id"))
    if user_id not in world.people:
        raise bad_request("User not found")
    if chat.kind == "private":
        return chat_member(world.people[user_id], "member" if user_id == chat.id else "left", chat.kind, {})
    return chat.member(world.people[user_id])


def get_chat_administrators(world: World, params: Json) -> list[Json]:
    """The owner and the administrators of a group or channel, of bots this one only. Raises ApiError."""
    chat = world.joined_chat(params.get("chat_id"))
    if chat.kind == "private":
        raise bad_request("There are no administrators in the private chat")
    return [member for member in chat.members.values() if member["status"] in ("creator", "administrator")]


def get_chat_member_count(world: World, params: Json) -> int:
    """How many are in a chat."""
    chat = world.joined_chat(params.get("chat_id"))
    gone = ("left", "kicked")
    return 2 if chat.kind == "private" else sum(m["status"] not in gone for m in chat.members.values())


def leave_chat(world: World, params: Json) -> bool:
    """The bot goes; it is told so as when somebody removes it. Raises ApiError."""
    chat = world.joined_chat(params.get("chat_id"))
    if chat.kind == "private":
        raise bad_request("Chat member status can't be changed in private chats")
    change_place(world, chat, "left", world.bot)
    if chat.is_group:
        arrivals.arrive(world, chat, {"from": world.bot, "left_chat_member": world.bot})
    return True
