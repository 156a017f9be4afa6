"""A person in a conversation with the bot, so that a test reads like a script."""

from __future__ import annotations

from typing import Any

from .double import TelegramDouble
from .errors import Json


class Talk:
    """What one person does and sees in one chat, or in one topic of it.

    Whatever waits for the bot raises AssertionError after the double's usual ten seconds. Messages are the
    Bot API's objects; where none is named, the last one is meant: said, for what the person does to their own,
    and heard, for the bot's. What the bot sent before the talk began does not count as heard.
    """

    def __init__(self, telegram: TelegramDouble, chat: int, user: int, topic: int | None) -> None:
        self.telegram = telegram
        self.chat = chat
        self.user = user
        self.topic = topic
        self._known = {message["message_id"]: message for message in self._sent()}
        self._said: Json = {}
        self._heard: Json = {}
        self._query = ""

    def _sent(self) -> list[Json]:
        sent = self.telegram.sent(self.chat)
        return [m for m in sent if (m["message_thread_id"] if m.get("is_topic_message") else None) == self.topic]

    def says(self, text: str, **fields: Any) -> Json:
        """Writes; gives the message."""
        return self.sends(text=text, **fields)

    def sends(self, **fields: Any) -> Json:
        """Sends a message of any kind; gives it."""
        number = self.telegram.send_message(self.chat, self.user, message_thread_id=self.topic, **fields)
        self._said = self.telegram.message(self.chat, number)
        return self._said

    def replies_to(self, message: Json, text: str, **fields: Any) -> Json:
        """Answers a message of anybody's; gives the answer."""
        return self.says(text, reply_to_message=message["message_id"], **fields)

    def edits(self, text: str, message: Json | None = None) -> Json:
        """Corrects what they said; gives the message as it stands then."""
        number = (message or self._said)["message_id"]
        self.telegram.edit(self.chat, number, text=text)
        return self.telegram.message(self.chat, number)

    def deletes(self, message: Json | None = None) -> None:
        """Deletes what they said."""
        self.telegram.delete_message(self.chat, (message or self._said)["message_id"])

    def hears(self) -> Json:
        """The bot's next message here, as soon as it is there."""

        def next_one(_: TelegramDouble) -> Json | None:
            return next((message for message in self._sent() if message["message_id"] not in self._known), None)

        message = self.telegram.wait_for(next_one)
        assert message is not None
        self._heard = self._known[message["message_id"]] = message
        return message

    def hears_nothing(self) -> None:
        """Waits until the bot is done with all it was sent, and fails if it said anything here."""
        self.telegram.wait_for(lambda telegram: not telegram.pending())
        new = [message for message in self._sent() if message["message_id"] not in self._known]
        assert new == [], new

    def sees(self, message: Json | None = None) -> Json:
        """A message of the bot's as it stands now."""
        number = (message or self._heard)["message_id"]
        return next(sent for sent in self._sent() if sent["message_id"] == number)

    def sees_change(self, message: Json | None = None) -> Json:
        """A message of the bot's as soon as it differs from when the person last looked, and as it is then."""
        number = (message or self._heard)["message_id"]

        def changed(_: TelegramDouble) -> Json | None:
            now = self.sees(message)
            return now if now != self._known[number] else None

        now = self.telegram.wait_for(changed)
        assert now is not None
        self._known[number] = now
        return now

    def presses(self, label: str, message: Json | None = None) -> Json:
        """Presses the button with these words on it; gives what the bot acknowledged it with, at once.

        Raises AssertionError unless exactly one button has them and it is one the bot hears of.
        """
        shown = message if message and "inline_message_id" in message else self.sees(message)
        buttons = [b for row in shown.get("reply_markup", {}).get("inline_keyboard", []) for b in row]
        named = [b for b in buttons if label == b["text"]] or [b for b in buttons if label in b["text"]]
        assert len(named) == 1, f"{label!r} among {[button['text'] for button in buttons]}"
        assert "callback_data" in named[0], f"the bot hears nothing of {named[0]}"
        query = self.telegram.press(shown, named[0]["callback_data"], self.user)
        return self.acknowledged(query)

    def acknowledged(self, query: str) -> Json:
        """What a press was acknowledged with: `text` and `show_alert`, where the bot named them."""

        def answered(telegram: TelegramDouble) -> list[Json]:
            calls = [call for call in telegram.calls("answerCallbackQuery") if call.status == 200]
            return [call.params for call in calls if call.params["callback_query_id"] == query]

        return self.telegram.wait_for(answered)[0]

    def types(self, query: str, offset: str = "") -> Json:
        """Types after the bot's name in some chat; gives the answer: `results` and what else it has."""
        self._query = self.telegram.inline(query, self.user, offset)
        answer = self.telegram.wait_for(lambda telegram: telegram.inline_answer(self._query))
        assert answer is not None
        return answer

    def chooses(self, result: Json) -> Json:
        """Chooses one of the results typed for; gives the message it becomes in this chat."""
        return self.telegram.choose(self._query, result["id"], self.chat)


def talk(telegram: TelegramDouble, chat: int = 1001, user: int | None = None, topic: int | None = None) -> Talk:
    """A person's conversation; in a private chat the person is the chat's. Raises ValueError for a group's."""
    if user is None and chat < 0:
        raise ValueError(f"say who talks in chat {chat}: user")
    return Talk(telegram, chat, chat if user is None else user, topic)
