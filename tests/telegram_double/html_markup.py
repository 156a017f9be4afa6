"""Telegram's HTML parse mode: tags to entities, refused where Telegram refuses, in its words.

Follows TDLib, td/telegram/MessageEntity.cpp, parse_html. Byte offsets in the refusals are in UTF-8 bytes of
the text as given; entity offsets are in UTF-16 code units of the text without its tags.
"""

from __future__ import annotations

from dataclasses import dataclass

from .entities import Entity, sort_entities
from .links import check_link, link_user_id

_TYPES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline"}
_TYPES |= {"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough"}
_TYPES |= {"tg-spoiler": "spoiler", "span": "spoiler"}
_TAGS = {*_TYPES, "a", "code", "pre", "blockquote"}
_NAMED = {b"lt": ord("<"), b"gt": ord(">"), b"amp": ord("&"), b"quot": ord('"')}
_SPACE = b" \t\r\n\0\v"
_END = 0  # a text never holds a zero byte, so one stands for its end, as in TDLib


class MarkupError(Exception):
    """What is wrong with the markup, in TDLib's words."""


@dataclass
class _OpenTag:
    name: str
    argument: str
    offset: int
    begin: int


class _Parser:
    def __init__(self, text: str) -> None:
        self.size = len(text.encode())
        self.data = text.encode() + b"\0"
        self.at = 0
        self.out = bytearray()
        self.offset = 0
        self.stack: list[_OpenTag] = []
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        if _END in self.data[: self.size]:
            raise MarkupError("Text must not contain null bytes")
        while self.at < self.size:
            byte = self.data[self.at]
            if byte == ord("&") and (code := self.decode_reference()):
                self.out += chr(code).encode("utf-8", "surrogatepass")
                self.offset += 1 + (code > 0xFFFF)
            elif byte == ord("<"):
                self.tag()
            else:
                self.out.append(byte)
                self.offset += ((byte & 0xC0) != 0x80) + (byte >= 0xF0)
                self.at += 1
        if self.stack:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].name}"')
        try:
            return self.out.decode(), sort_entities(self.entities)
        except UnicodeDecodeError:
            raise MarkupError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ) from None

    def decode_reference(self) -> int:
        """The character of the reference here, stepping over it; 0, in place, if Telegram knows none."""
        end = self.at + 1
        if self.data[end] == ord("#"):
            is_hex = self.data[end + 1] == ord("x")
            base, digits = (16, b"0123456789abcdefABCDEF") if is_hex else (10, b"0123456789")
            begin = end = end + 1 + is_hex
            while self.data[end] in digits:
                end += 1
            code = int(self.data[begin:end] or b"0", base)
            if code >= 0x10FFFF or end - self.at >= 10:
                code = 0
        else:
            while self.data[end : end + 1].isalpha():
                end += 1
            code = _NAMED.get(self.data[self.at + 1 : end], 0)
        if code:
            self.at = end + (self.data[end] == ord(";"))
        return code

    def skip(self, *, space: bool, stop: bytes = b"") -> bytes:
        """Steps over spaces, or over everything up to a space or one of `stop`; gives what was passed."""
        begin = self.at
        while self.at < self.size and (self.data[self.at] in _SPACE) == space:
            if self.data[self.at] in stop:
                break
            self.at += 1
        return self.data[begin : self.at]

    def tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.data[self.at] == ord("/"):
            self.end_tag(begin)
        else:
            self.start_tag(begin)
        self.at += 1

    def start_tag(self, begin: int) -> None:
        name = self.skip(space=False, stop=b">").decode(errors="replace").lower()
        if self.data[self.at] == _END:
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        if name not in _TAGS:
            raise MarkupError(f'Unsupported start tag "{name}" at byte offset {begin}')
        argument = ""
        while self.data[self.at] != ord(">"):
            self.skip(space=True)
            if self.data[self.at] != ord(">"):
                argument = self.attribute(name, begin) or argument
        if name == "span" and argument != "spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        if name == "blockquote" and any(tag.name == name for tag in self.stack):
            # TDLib lets this pass and drops the inner quote; the documentation forbids it, and a quote
            # that silently vanishes is a fault in the bot, so it is refused here.
            raise MarkupError(f'Tag "blockquote" can\'t be nested at byte offset {begin}')
        self.stack.append(_OpenTag(name, argument, self.offset, len(self.out)))

    def attribute(self, tag: str, begin: int) -> str:
        """Reads one attribute; gives the argument it means for the tag, or an empty string."""
        name = self.skip(space=False, stop=b"=>/\"'").decode(errors="replace")
        if not name:
            raise MarkupError(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self.skip(space=True)
        if self.data[self.at] == ord("="):
            self.at += 1
            self.skip(space=True)
            value = self.attribute_value(begin, tag)
        elif self.data[self.at] == _END:
            raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {begin}')
        else:
            value = ""
        if tag == "blockquote" and name == "expandable":
            return "1"
        if tag == "a" and name == "href":
            return value
        prefix = {("code", "class"): "language-", ("span", "class"): "tg-"}.get((tag, name), "")
        return value.removeprefix(prefix) if prefix and value.startswith(prefix) else ""

    def attribute_value(self, begin: int, tag: str) -> str:
        quote = self.data[self.at]
        if quote == _END:
            raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {begin}')
        start = self.at
        value = bytearray()
        if quote not in b"'\"":
            while self.data[self.at : self.at + 1].isalnum() or self.data[self.at] in b".-":
                value.append(self.data[self.at])
                self.at += 1
            if self.data[self.at] not in _SPACE + b">":
                raise MarkupError(f"Unexpected end of name token at byte offset {start}")
            value = value.lower()
        else:
            self.at += 1
            while self.data[self.at] not in (quote, _END):
                if self.data[self.at] == ord("&") and (code := self.decode_reference()):
                    value += chr(code).encode("utf-8", "surrogatepass")
                    continue
                value.append(self.data[self.at])
                self.at += 1
            self.at += self.data[self.at] == quote
        if self.data[self.at] == _END:
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        return value.decode(errors="replace")

    def end_tag(self, begin: int) -> None:
        if not self.stack:
            raise MarkupError(f"Unexpected end tag at byte offset {begin}")
        name = self.skip(space=False, stop=b">").decode(errors="replace").lower().removeprefix("/")
        self.skip(space=True)
        if self.data[self.at] != ord(">"):
            raise MarkupError(f"Unclosed end tag at byte offset {begin}")
        tag = self.stack.pop()
        if name and name != tag.name:
            expected = f'expected "</{tag.name}>", found "</{name}>"'
            raise MarkupError(f"Unmatched end tag at byte offset {begin}, {expected}")
        if self.offset > tag.offset:
            self.close(tag)

    def close(self, tag: _OpenTag) -> None:
        length = self.offset - tag.offset
        last = self.entities[-1] if self.entities else None
        same = last is not None and (last.offset, last.length) == (tag.offset, length)
        if tag.name == "a":
            self.link(tag, length)
        elif tag.name == "pre" and last is not None and same and last.type == "code" and last.extra:
            self.entities[-1] = Entity("pre", tag.offset, length, last.extra)
        elif tag.name == "code" and last is not None and same and last.type == "pre" and tag.argument:
            self.entities[-1] = Entity("pre", tag.offset, length, {"language": tag.argument})
        elif tag.name == "blockquote":
            kind = "expandable_blockquote" if tag.argument else "blockquote"
            self.entities.append(Entity(kind, tag.offset, length))
        else:
            # A language on code outside pre is kept until the end: an enclosing pre may still take it.
            extra = {"language": tag.argument} if tag.name == "code" and tag.argument else {}
            self.entities.append(Entity(_TYPES.get(tag.name, tag.name), tag.offset, length, extra))

    def link(self, tag: _OpenTag, length: int) -> None:
        url = tag.argument or self.out[tag.begin :].decode(errors="replace")
        user_id = link_user_id(url)
        if user_id is not None:
            user = {"id": user_id, "is_bot": False, "first_name": str(user_id)}
            self.entities.append(Entity("text_mention", tag.offset, length, {"user": user}))
            return
        try:
            checked = check_link(url)
        except ValueError:
            return  # Telegram leaves the words and drops the link
        self.entities.append(Entity("text_link", tag.offset, length, {"url": checked}))


def parse_html(text: str) -> tuple[str, list[Entity]]:
    """The text without its tags and the entities they stood for. Raises MarkupError."""
    plain, entities = _Parser(text).run()
    return plain, [Entity(e.type, e.offset, e.length) if e.type == "code" else e for e in entities]
