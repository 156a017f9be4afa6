"""Buttons and their callback data, which must stay within 64 bytes and may come back from anywhere.

ex1:<fingerprint>:<number>     the example question of that number, of the reports with that fingerprint
"""

from __future__ import annotations

import re

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering import FINGERPRINT
from bot.markup import quoted

LONGEST_LABEL = 60  # UTF-16 units; a phone shows fewer
_EXAMPLE = re.compile(rf"ex1:([0-9a-f]{{{FINGERPRINT}}}):([0-9])", re.ASCII)


def example_buttons(examples: tuple[str, ...], fingerprint: str) -> InlineKeyboardMarkup | None:
    """A button a question, one below the other; None without questions."""
    rows = [
        [InlineKeyboardButton(quoted(example).cut(LONGEST_LABEL).text, callback_data=f"ex1:{fingerprint}:{number}")]
        for number, example in enumerate(examples)
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def pressed_example(data: str, examples: tuple[str, ...], fingerprint: str) -> str | None:
    """The question of a pressed button; None where it is of other reports, or never was a button of ours."""
    match = _EXAMPLE.fullmatch(data)
    if match is None or match[1] != fingerprint or int(match[2]) >= len(examples):
        return None
    return examples[int(match[2])]
