"""What happens to groups and channels: made, joined, left, restricted, turned into supergroups; topics."""

from __future__ import annotations

import time
from copy import deepcopy
from typing import Any

from . import arrivals
from .chats import GENERAL, Chat, Topic
from .errors import Json
from .members import chat_member, plain
from .membership import change_place
from .side import Side

OWNER = 501  # made every group here unless another is named


class Groups(Side):
    """Groups, supergroups, forums and channels. Every method raises KeyError for a chat nobody made."""

    def add_group(
        self,
        chat_id: int,
        title: str = "Văn phòng",
        kind: str = "supergroup",
        *,
        forum: bool = False,
        members: tuple[int, ...] = (),
        owner: int = OWNER,
        bot: str | None = None,
        discussed_in: int | None = None,
    ) -> int:
        """Makes a group, "supergroup" or "channel", without telling anybody; gives its id.

        The bot is a member, in a channel an administrator, unless `bot` names another status: with "left"
        `add_bot` can bring it in. `discussed_in` is the group that gets a channel's posts.
        """
        info: Json = {"id": chat_id, "title": title, "type": kind, **({"is_forum": True} if forum else {})}
        with self._world.changed:
            # Message 1 tells that the chat was made, so no topic is ever number 1 but "General".
            chat = Chat(chat_id, info, last_message_id=1, discussed_in=discussed_in)
            if forum:
                chat.topics[GENERAL] = Topic(GENERAL)
            for user_id in members:
                chat.members[user_id] = chat_member(self._person(user_id), "member", kind, {})
            chat.members[owner] = chat_member(self._person(owner), "creator", kind, {})
            status = bot or ("administrator" if kind == "channel" else "member")
            chat.members[self._world.bot["id"]] = chat_member(self._world.bot, status, kind, {})
            self._world.chats[chat_id] = chat
        return chat_id

    def add_topic(self, chat_id: int, name: str = "Ngân sách", by: int = OWNER) -> int:
        """Somebody opens a topic in a forum; gives its id, that of the service message about it."""
        with self._world.changed:
            chat = self._world.chats[chat_id]
            topic = Topic(chat.last_message_id + 1)
            chat.topics[topic.id] = topic
            where = {"message_thread_id": topic.id, "is_topic_message": True}
            created = {"name": name, "icon_color": 7322096}
            fields = {"from": self._person(by), **where, "forum_topic_created": created}
            arrivals.deliver(self._world, chat, self._world.add_message(chat, fields))
        return topic.id

    def close_topic(self, chat_id: int, topic: int = GENERAL, by: int = OWNER) -> None:
        """Somebody closes a topic: only who manages topics writes there."""
        self._set_closed(chat_id, topic, by, closed=True)

    def reopen_topic(self, chat_id: int, topic: int = GENERAL, by: int = OWNER) -> None:
        """Somebody opens a closed topic again."""
        self._set_closed(chat_id, topic, by, closed=False)

    def _set_closed(self, chat_id: int, topic: int, by: int, *, closed: bool) -> None:
        with self._world.changed:
            chat = self._world.chats[chat_id]
            chat.topics[topic].closed = closed
            what = "forum_topic_closed" if closed else "forum_topic_reopened"
            arrivals.arrive(self._world, chat, {"from": self._person(by), what: {}}, topic)

    def delete_topic(self, chat_id: int, topic: int) -> None:
        """Somebody deletes a topic and all that was written in it; the bot is not told."""
        with self._world.changed:
            chat = self._world.chats[chat_id]
            del chat.topics[topic]
            chat.messages = {
                number: message
                for number, message in chat.messages.items()
                if not (message.get("is_topic_message") and message["message_thread_id"] == topic)
            }
            self._world.touch()

    def add_bot(self, chat_id: int, by: int = OWNER) -> None:
        """Somebody adds the bot: `my_chat_member`, and in a group the service message."""
        with self._world.changed:
            chat, person = self._world.chats[chat_id], self._person(by)
            change_place(self._world, chat, "administrator" if chat.kind == "channel" else "member", person)
            if chat.is_group:
                arrivals.arrive(self._world, chat, {"from": person, "new_chat_members": [self._world.bot]})

    def remove_bot(self, chat_id: int, by: int = OWNER) -> None:
        """Somebody removes the bot."""
        with self._world.changed:
            chat, person = self._world.chats[chat_id], self._person(by)
            change_place(self._world, chat, "kicked", person)
            if chat.is_group:
                arrivals.arrive(self._world, chat, {"from": person, "left_chat_member": self._world.bot})

    def restrict_bot(self, chat_id: int, by: int = OWNER, **rights: bool) -> None:
        """Somebody restricts the bot in a supergroup to the rights named true: `can_send_messages` …"""
        with self._world.changed:
            change_place(self._world, self._world.chats[chat_id], "restricted", self._person(by), **rights)

    def promote_bot(self, chat_id: int, by: int = OWNER, **rights: bool) -> None:
        """Somebody makes the bot an administrator, with all rights but those named false."""
        with self._world.changed:
            change_place(self._world, self._world.chats[chat_id], "administrator", self._person(by), **rights)

    def demote_bot(self, chat_id: int, by: int = OWNER) -> None:
        """Somebody makes the bot a plain member again."""
        with self._world.changed:
            change_place(self._world, self._world.chats[chat_id], "member", self._person(by))

    def set_member(self, chat_id: int, user_id: int, status: str, **rights: bool) -> None:
        """Gives a person a place in a chat, without telling the bot. Raises ValueError for no such status."""
        with self._world.changed:
            chat = self._world.chats[chat_id]
            chat.members[user_id] = chat_member(self._person(user_id), status, chat.kind, rights)

    def join(self, chat_id: int, user_id: int) -> None:
        """A person joins a group: a service message."""
        with self._world.changed:
            person = self._person(user_id)
            self._come_or_go(chat_id, person, "member", new_chat_members=[person])

    def leave(self, chat_id: int, user_id: int) -> None:
        """A person leaves a group: a service message."""
        with self._world.changed:
            person = self._person(user_id)
            self._come_or_go(chat_id, person, "left", left_chat_member=person)

    def _come_or_go(self, chat_id: int, person: Json, status: str, **fields: Any) -> None:
        chat = self._world.chats[chat_id]
        chat.members[person["id"]] = chat_member(person, status, chat.kind, {})
        arrivals.arrive(self._world, chat, {"from": person, **fields})

    def upgrade(
        self,
        group_id: int,
        new_id: int,
        by: int = OWNER,
        order: tuple[str, ...] = ("joins", "to", "from"),
        pause: float = 0.0,
    ) -> None:
        """A group becomes a supergroup, and calls with the old id are refused.

        The bot is told of a service message in each, and of its joining the new one (tdlib/telegram-bot-api #266),
        in any `order`, with so many seconds in between: Telegram promises nothing.
        """
        with self._world.changed:
            old, person = self._world.chats[group_id], self._person(by)
            new = Chat(new_id, {**old.info, "id": new_id, "type": "supergroup"}, members=deepcopy(old.members))
            self._world.chats[new_id] = new
            status = new.member(self._world.bot)["status"]
        for number, what in enumerate(order):
            time.sleep(pause if number else 0)
            with self._world.changed:
                if what == "to":
                    arrivals.arrive(self._world, old, {"from": person, "migrate_to_chat_id": new_id})
                elif what == "from":
                    arrivals.arrive(self._world, new, {"from": person, "migrate_from_chat_id": group_id})
                else:
                    new.members[self._world.bot["id"]] = plain(self._world.bot, "left")
                    change_place(self._world, new, status, person)
                old.migrated_to = new_id
