"""Text with some of it bold, measured and cut as Telegram does, written as Telegram HTML.

Lengths are UTF-16 units, as Telegram counts a message after its entities are parsed; offsets are code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

CUT = "…"
# Line breaks would tear a quotation apart; Telegram shows other control characters as spaces, and refuses 0.
_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+"
)  # and halves of letters, which no encoding holds


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the half-open ranges of it that are bold, in order and apart."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()

    @property
    def units(self) -> int:
        """Its length in UTF-16 units."""
        return units(self.text)

    @property
    def html(self) -> str:
        """Telegram HTML; everything that is not our own tag is escaped."""
        parts, done = [], 0
        for start, end in self.bold:
            parts += [_escape(self.text[done:start]), "<b>", _escape(self.text[start:end]), "</b>"]
            done = end
        return "".join(parts) + _escape(self.text[done:])

    def cut(self, limit: int) -> Marked:
        """At most `limit` units (at least 4) of it, at words where it can be, with "…" where something went.

        What is kept begins at the start if the first bold words then still show, else shortly before them.
        """
        if self.units <= limit:
            return self
        mark, mark_end = self.bold[0] if self.bold else (0, 0)
        start = 0
        if units(self.text[:mark_end]) >= limit:
            # A quarter for what leads to them, and whatever the words after them leave free.
            lead = max(limit // 4, limit - 2 * len(CUT) - units(self.text[mark:]))
            start = _word_start(self.text, mark - fit(self.text[:mark][::-1], lead), mark)
        marks = len(CUT) if start == 0 else 2 * len(CUT)
        end = start + fit(self.text[start:], limit - marks)
        if end < len(self.text):
            end = _word_end(self.text, max(start + (end - start) // 2, min(mark_end, end)), end)
        before, after = CUT if start else "", CUT if end < len(self.text) else ""
        move = len(before) - start
        kept = [(max(a, start) + move, min(b, end) + move) for a, b in self.bold if a < end and b > start]
        return Marked(before + self.text[start:end] + after, tuple(kept))


def quoted(text: str, ranges: Iterable[tuple[int, int]] = ()) -> Marked:
    """A quotation for a chat: each run of line breaks and other control characters becomes one space.

    `ranges` of `text` are bold.
    """
    shown, bold, done = "", [], 0
    for start, end in sorted(ranges):
        start = max(start, done)  # two ranges that overlap become two that touch
        if end <= start:
            continue
        shown += _flat(text[done:start])
        marked = _flat(text[start:end])
        bold.append((len(shown), len(shown) + len(marked)))
        shown += marked
        done = end
    return Marked(shown + _flat(text[done:]), tuple(bold))


def units(text: str) -> int:
    """UTF-16 units of a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def fit(text: str, limit: int) -> int:
    """How many of its first code points take at most `limit` units."""
    whole = text[:limit].encode("utf-16-le", "surrogatepass")[: 2 * limit]
    return len(whole.decode("utf-16-le", "ignore"))


def ending(text: str, limit: int) -> str:
    """At most `limit` units (at least 4) of the text's end, from a word on where it can be, after a "…"."""
    if units(text) <= limit:
        return text
    kept = fit(text[::-1], limit - len(CUT))
    return CUT + text[_word_start(text, len(text) - kept, len(text)) :]


def _flat(text: str) -> str:
    return _CONTROLS.sub(" ", text)


def _escape(text: str) -> str:
    return escape(text, quote=False)


def _word_end(text: str, least: int, most: int) -> int:
    """The end of the last whole word in `text[:most]`, if not before `least`; else of a whole letter."""
    for end in range(most, least - 1, -1):
        if text[end].isspace() and end and not text[end - 1].isspace():
            return end
    end = most
    while end > least and _belongs_to_the_letter_before(text[end]):
        end -= 1
    return end


def _word_start(text: str, first: int, last: int) -> int:
    """The start of the first whole word in `text[first:last]`; else of a whole letter."""
    for start in range(max(first, 1), last):
        if text[start - 1].isspace() and not text[start].isspace():
            return start
    start = first
    while start < last and _belongs_to_the_letter_before(text[start]):
        start += 1
    return start


def _belongs_to_the_letter_before(character: str) -> bool:
    return bool(unicodedata.combining(character)) or character in "\u200d\ufe0f"
