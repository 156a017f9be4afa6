"""Proper names: runs of capitalised words, without the titles and offices that stand before or after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.tokens import Token

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Capitalised for courtesy, or the first word of an office; a name does not begin with one.
_OFFICE = frozenset(
    "phó chánh bí chủ trưởng giám ủy uỷ tổng thủ bộ thứ đại trung thiếu thượng đồng ông bà anh chị hội ban đảng nhà "
    "quận huyện phường xã tỉnh thành thị sở phòng mặt báo năm văn".split()
)
# Capitalised because they begin a sentence.
_STARTING = frozenset(
    "tại theo trong ngày về với từ đến do để khi sau trước các những một nhân qua trên dưới ngoài bên riêng".split()
)
ENDING = frozenset("phó chánh bí chủ trưởng giám tổng ủy uỷ".split())  # of these none stands within a name either


def runs(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each run of capitalised words that may be a name, in order."""
    held: tuple[int, int] | None = None
    for word in _WORD.finditer(text):
        start, end = word.span()
        lowered = word[0].lower()
        if not text[start].isupper() or lowered in (ENDING if held else _OFFICE | _STARTING):
            if held:
                yield held
            held = None
        elif held and text[held[1] : start] == " ":
            held = (held[0], end)
        else:
            if held:
                yield held
            held = (start, end)
    if held:
        yield held


def starts_sentence(text: str, start: int) -> bool:
    """Whether a capital at this offset is owed to its place, not to a name."""
    before = text[:start].rstrip(' "“«(-–|')
    return not before or before[-1] in ".!?:…"


def named(question: str, found: Sequence[Token]) -> frozenset[int]:
    """The tokens of a question that capitals make a name: the first only before another, or in capitals alone.

    In a question typed in capitals there are none.
    """
    letters = [c for c in question if c.isalpha()]
    if sum(c.isupper() for c in letters) * 2 > len(letters):
        return frozenset()
    typed = [question[token.start : token.end] for token in found]
    capital = [one[0].isupper() for one in typed]
    if capital[:2] == [True, False] and not (len(typed[0]) > 1 and typed[0].isupper()):
        capital[0] = False
    return frozenset(i for i, one in enumerate(capital) if one)
