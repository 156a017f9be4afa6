"""A message → its bubble, with what it answers above it and its buttons under it."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from tests.looks.marked import marked_html
from tests.looks.scene import Bubble
from tests.telegram_double.errors import Json

CLOCK = "9:41"  # of every message: pictures made anew differ only where the bot does
_COLOURS = ("#c9544d", "#3c8f4b", "#8a5bb5", "#b8741a", "#27859c")


def bubble_html(bubble: Bubble, viewer: int, *, group: bool) -> str:
    """One message; the viewer's own stand at the right. In a group the others' have a name and a picture."""
    message = bubble.message
    if notice := _notice(message):
        return f'<p class="notice"><span>{escape(notice)}</span></p>'
    own = message["from"]["id"] == viewer and "via_bot" not in message
    named = group and not own
    parts = [f'<div class="name" style="color:{_colour(message)}">{escape(_name(message))}</div>'] if named else []
    if via := message.get("via_bot"):
        parts.append(f'<div class="via">qua <b>@{escape(via["username"])}</b></div>')
    parts.append(_answered(message))
    if bubble.photo:
        parts.append(f'<img alt="" src="data:image/png;base64,{b64encode(bubble.photo).decode()}">')
    if attached := _attached(message):
        parts.append(f'<div class="file">{escape(attached)}</div>')
    text, entities = message.get("text", ""), message.get("entities", ())
    if caption := message.get("caption"):
        text, entities = caption, message.get("caption_entities", ())
    edited = "đã sửa " if own and "edit_date" in message else ""
    time = f'<span class="time">{edited}{CLOCK}{" ✓✓" if own else ""}</span>'
    parts.append(f'<div class="text">{marked_html(text, entities)}{time}</div>')
    side = "own" if own or via else "other"
    face = f'<div class="face" style="background:{_colour(message)}">{escape(_name(message)[:1])}</div>'
    return (
        f'<div class="row {side}">{face if named and not via else ""}<div class="stack">'
        f'<div class="bubble">{"".join(parts)}</div>{keyboard_html(message)}</div></div>'
    )


def keyboard_html(message: Json) -> str:
    """The rows of buttons; nothing without."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return "".join(f'<div class="buttons">{"".join(map(_button, row))}</div>' for row in rows)


def _button(button: Json) -> str:
    kind = "copies" if "copy_text" in button else "leads" if "url" in button else ""
    return f'<div class="button {kind}"><span>{escape(button["text"])}</span></div>'


def _answered(message: Json) -> str:
    """The strip that quotes the message answered; the one that opened the topic is none."""
    original = message.get("reply_to_message")
    if original is None or "forum_topic_created" in original:
        return ""
    said = original.get("text") or original.get("caption") or _attached(original)
    return f'<div class="answered"><b>{escape(_name(original))}</b><div>{escape(" ".join(said.split()))}</div></div>'


def _attached(message: Json) -> str:
    """The line that stands for a file; empty without."""
    if document := message.get("document"):
        return str(document["file_name"])
    return "▶ Tin nhắn thoại" if "voice" in message else ""


def _notice(message: Json) -> str:
    """What Telegram itself says in the middle of a chat; empty for what people and bots write."""
    if joined := message.get("new_chat_members"):
        return f"{_name(message)} đã thêm {joined[0]['first_name']}"
    if topic := message.get("forum_topic_created"):
        return f"{_name(message)} đã tạo chủ đề “{topic['name']}”"
    return ""


def _name(message: Json) -> str:
    return str(message["from"]["first_name"])


def _colour(message: Json) -> str:
    return _COLOURS[message["from"]["id"] % len(_COLOURS)]
