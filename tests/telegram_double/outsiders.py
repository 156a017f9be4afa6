"""People who use the bot where it is not: inline queries, what they choose, and guests' summons."""

from __future__ import annotations

import time
from copy import deepcopy
from typing import Any

from . import arrivals
from .errors import Json
from .inline_results import message_of
from .queries import InlineQuery
from .side import Side

_ELSEWHERE = -4242  # some group the bot knows nothing of


class Outsiders(Side):
    """Inline mode and guest mode; both must be on, as with @BotFather, or Telegram would ask the bot nothing."""

    def inline(
        self,
        query: str,
        user_id: int = 1001,
        offset: str = "",
        chat_type: str | None = "private",
        language_code: str | None = "vi",
    ) -> str:
        """A person types after the bot's name; gives the query's id. Raises RuntimeError if inline mode is off."""
        with self._world.changed:
            if not self._world.settings.inline_mode:
                raise RuntimeError("inline mode is off: set inline_mode")
            query_id = self._world.queries.new()
            asked: Json = {"id": query_id, "from": self._person(user_id, language_code)}
            asked |= {"query": query, "offset": offset, **({"chat_type": chat_type} if chat_type else {})}
            self._world.queries.inline[query_id] = InlineQuery(asked)
            self._world.queue.add({"inline_query": deepcopy(asked)})
            self._world.touch()
        return query_id

    def inline_answer(self, query_id: str) -> Json | None:
        """What the bot answered: `results` and what else it named, or None so far. Raises KeyError."""
        with self._world.changed:
            return deepcopy(self._world.queries.inline[query_id].answer)

    def choose(self, query_id: str, result_id: str, chat_id: int = _ELSEWHERE) -> Json:
        """The person who asked chooses a result; gives the message it becomes, with its inline_message_id if any.

        The id is there if the result has buttons. A chat the bot is in gets the message too. The bot hears of
        the choice if `inline_feedback` is on. Raises AssertionError unless the bot gave such a result.
        """
        with self._world.changed:
            asked = self._world.queries.inline[query_id]
            results = {result["id"]: result for result in (asked.answer or {"results": []})["results"]}
            assert result_id in results, f"no result {result_id!r} among {sorted(results)}"
            person, content = asked.query["from"], message_of(results[result_id])
            fields = {"from": person, "via_bot": self._world.bot, **content}
            if chat := self._world.chats.get(chat_id):
                message = arrivals.arrive(self._world, chat, fields)
                place = (chat.id, message["message_id"])
            else:
                where = {"message_id": 1, "date": int(time.time()), "chat": {"id": chat_id, "type": "group"}}
                message, place = {**where, **fields}, None
            known = {"inline_message_id": self._world.queries.keep(message, place)} if "reply_markup" in content else {}
            if self._world.settings.inline_feedback:
                chosen = {"result_id": result_id, "from": person, "query": asked.query["query"], **known}
                self._world.queue.add({"chosen_inline_result": chosen})
            self._world.touch()
            return {**message, **known}

    def inline_message(self, inline_message_id: str) -> Json:
        """An inline message as it stands after the bot's edits, with its id. Raises KeyError."""
        with self._world.changed:
            message = self._world.queries.messages[inline_message_id].message
        return {**message, "inline_message_id": inline_message_id}

    def summon(
        self, text: str, user_id: int = 1001, chat_id: int = _ELSEWHERE, title: str = "Nhóm khác", **fields: Any
    ) -> str:
        """A person mentions the bot in a chat it is not in; gives the guest query's id.

        `fields` are merged into the Message: `reply_to_message`, `caption` … Raises RuntimeError if guest mode
        is off.
        """
        with self._world.changed:
            if not self._world.settings.guest_mode:
                raise RuntimeError("guest mode is off: set guest_mode")
            query_id = self._world.queries.new()
            info = {"id": chat_id, "type": "supergroup", "title": title}
            message: Json = {"message_id": 77, "date": int(time.time()), "chat": info}
            message |= {"from": self._person(user_id), "text": text, "guest_query_id": query_id, **fields}
            message = arrivals.with_entities(message)
            self._world.queries.guests[query_id] = message
            self._world.queue.add({"guest_message": deepcopy(message)})
            self._world.touch()
        return query_id

    def guest_answer(self, query_id: str) -> Json | None:
        """The message the bot answered a summons with, as it stands, with its inline_message_id; None so far."""
        with self._world.changed:
            inline_id = self._world.queries.guest_answers.get(query_id)
            return None if inline_id is None else self.inline_message(inline_id)
