"""What people do in a chat with the bot: write, answer, edit, delete, press buttons, block."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from . import arrivals
from .chats import Chat
from .errors import Json
from .members import chat_member
from .membership import change_place
from .side import Side

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}


class People(Side):
    """The people who use the bot. A person there was none of comes to be by acting."""

    def send_text(
        self,
        text: str,
        chat_id: int = 1001,
        user_id: int | None = None,
        language_code: str | None = "vi",
        **fields: Any,
    ) -> int:
        """A person writes to the bot; gives the message's id. The person is the chat's unless named."""
        return self.send_message(chat_id, user_id, language_code, text=text, **fields)

    def send_message(
        self,
        chat_id: int = 1001,
        user_id: int | None = None,
        language_code: str | None = "vi",
        *,
        message_thread_id: int | None = None,
        reply_to_message: int | Json | None = None,
        **fields: Any,
    ) -> int:
        """A person sends a message of any kind, its fields merged into the Message; gives its id.

        Mentions and commands are marked unless entities are given. `reply_to_message` is an id in the chat,
        which is looked up, or what the bot is to see. Raises KeyError for an id there is none of, and for a
        group nobody made; ValueError unless it is said who writes in a group.
        """
        with self._world.changed:
            person = self._person(self._who(chat_id, user_id), language_code)
            chat = self._joined(chat_id, person)
            if isinstance(reply_to_message, dict):
                fields["reply_to_message"] = reply_to_message
            reply_to = reply_to_message if isinstance(reply_to_message, int) else None
            message = arrivals.arrive(self._world, chat, {"from": person, **fields}, message_thread_id, reply_to)
            return int(message["message_id"])

    def _joined(self, chat_id: int, person: Json) -> Chat:
        """The chat, the person in it. Writing to a bot one has blocked unblocks it."""
        if chat_id > 0:
            info: Json = {"id": chat_id, "type": "private", "first_name": person["first_name"]}
            chat = self._world.chats.setdefault(chat_id, Chat(chat_id, info))
            if chat.blocked:
                chat.blocked = False
                change_place(self._world, chat, "member", person)
            return chat
        chat = self._world.chats[chat_id]
        if chat.member(person)["status"] in ("left", "kicked"):
            chat.members[person["id"]] = chat_member(person, "member", chat.kind, {})
        return chat

    def send_as_chat(
        self,
        text: str,
        chat_id: int,
        sender_chat: int | None = None,
        *,
        message_thread_id: int | None = None,
        reply_to_message: int | None = None,
        **fields: Any,
    ) -> int:
        """An anonymous administrator writes as the group, or somebody as their channel; gives the message's id."""
        with self._world.changed:
            chat = self._world.chats[chat_id]
            sender = self._world.chats[chat_id if sender_chat is None else sender_chat]
            who = {"from": ANONYMOUS if sender is chat else CHANNEL, "sender_chat": sender.info}
            message = arrivals.arrive(
                self._world, chat, {**who, "text": text, **fields}, message_thread_id, reply_to_message
            )
            return int(message["message_id"])

    def send_by_bot(self, text: str, chat_id: int, user_id: int = 90_001, **fields: Any) -> int:
        """Another bot writes in the group, which this one never sees; gives the message's id."""
        with self._world.changed:
            other = {"id": user_id, "is_bot": True, "first_name": f"Bot {user_id}", "username": f"bot_{user_id}_bot"}
            chat = self._world.chats[chat_id]
            return int(arrivals.arrive(self._world, chat, {"from": other, "text": text, **fields})["message_id"])

    def post(self, text: str, chat_id: int, *, reply_to_message: int | None = None, **fields: Any) -> int:
        """Somebody posts in a channel, and Telegram forwards it to the channel's group; gives the post's id."""
        with self._world.changed:
            channel = self._world.chats[chat_id]
            post = arrivals.arrive(
                self._world, channel, {"sender_chat": channel.info, "text": text, **fields}, reply_to=reply_to_message
            )
            arrivals.discuss(self._world, channel, post)
            return int(post["message_id"])

    def edit(self, chat_id: int, message_id: int, **fields: Any) -> None:
        """A person edits a message of theirs, or somebody a post: new `text`, `caption` … Raises KeyError."""
        with self._world.changed:
            arrivals.change(self._world, self._world.chats[chat_id], message_id, fields)

    def press(
        self,
        message: Json,
        data: str,
        user_id: int | None = None,
        language_code: str | None = "vi",
    ) -> str:
        """A person presses a button of a message the bot sent; gives the callback query's id.

        An inline message is one with an `inline_message_id`, as `choose` and `guest_answer` give it; the bot is
        told that id instead of the message. Raises ValueError unless it is said who presses in a group.
        """
        with self._world.changed:
            query_id = self._world.queries.new()
            query: Json = {"id": query_id, "data": data}
            if inline_id := message.get("inline_message_id"):
                chat_id = message["chat"]["id"]
                query["inline_message_id"] = inline_id
            else:
                chat = self._world.chats[message["chat"]["id"]]
                chat_id = chat.id
                gone = {"chat": chat.info, "message_id": message["message_id"], "date": 0}
                query["message"] = deepcopy(chat.messages.get(message["message_id"], gone))
            query["from"] = self._person(self._who(chat_id, user_id), language_code)
            query["chat_instance"] = str(-chat_id)
            self._world.queue.add({"callback_query": query})
            self._world.touch()
        return query_id

    def expire(self, query_id: str) -> None:
        """A query the bot has not answered gets too old to be: a press, an inline or a guest query."""
        with self._world.changed:
            self._world.queries.open.discard(query_id)

    def delete_message(self, chat_id: int, message_id: int) -> None:
        """A person deletes a message: it can no longer be replied to or edited. Raises KeyError."""
        with self._world.changed:
            del self._world.chats[chat_id].messages[message_id]
            self._world.touch()

    def block(self, chat_id: int) -> None:
        """The person blocks the bot, until they write to it again. Raises KeyError."""
        with self._world.changed:
            chat = self._world.chats[chat_id]
            chat.blocked = True
            change_place(self._world, chat, "kicked", self._person(chat_id))
