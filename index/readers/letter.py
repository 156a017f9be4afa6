"""The frame of an official letter, set apart from what it says: letterhead, title, addressees.

Their order is that of decree 30/2020/NĐ-CP, and of the Party's papers, which differ in a few words. What is taken for
the frame stands in lines as short as its lines are: a paragraph is none. `closing` knows how a letter ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.readers.closing import closed
from index.readers.formal import LINE, NUMBERED, ORGAN, is_formal, is_stamp, said
from index.records import Block, BlockKind

HEAD = 3_000  # characters in which a head's lines are looked for
TITLE = re.compile(r"BÁO CÁO\b")
_TO = re.compile(r"Kính (?:gửi|trình)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*\)$")


def framed(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those of the frame as `BlockKind.FRAME`, a signature as one of them, a title's lines as headings."""
    first = _letterhead(text, blocks)
    title = title_end(text, blocks, first)
    begin = _addressees(text, blocks, title)
    return [
        *(replace(block, kind=BlockKind.FRAME, level=0) for block in blocks[:first]),
        *(replace(block, kind=BlockKind.HEADING, level=blocks[first].level) for block in blocks[first:title]),
        *(replace(block, kind=BlockKind.FRAME, level=0) for block in blocks[title:begin]),
        *closed(text, blocks[begin:]),
    ]


def title_end(text: str, blocks: Sequence[Block], first: int) -> int:
    """Behind the lines of a title that begins with BÁO CÁO at a block; `first` where none does."""
    heading = first < len(blocks) and blocks[first].kind is BlockKind.HEADING
    if not heading or not TITLE.match(said(text, blocks[first])):
        return first
    end = first + 1
    while end < len(blocks) and _goes_on(text, blocks, first, end):
        end += 1
    return end


def _letterhead(text: str, blocks: Sequence[Block]) -> int:
    """How many blocks stand before a report's title, or before its text, and are the letterhead's."""
    lines = [said(text, block) for block in blocks if block.start <= HEAD]
    formal = [is_formal(line) for line in lines]
    for i, line in enumerate(lines):
        if TITLE.match(line):
            return i if any(formal[:i]) else 0
        if len(line) > LINE or NUMBERED.match(line) or (line.endswith(".") and not formal[i]):
            break
    last = 0
    while last < len(lines) and not NUMBERED.match(lines[last]):
        organ = last > 0 and lines[last].isupper() and ORGAN.match(lines[last - 1])  # its place is on the next line
        if not formal[last] and not organ:
            break
        last += 1
    return last if any(map(is_stamp, lines[:last])) else 0


def _goes_on(text: str, blocks: Sequence[Block], first: int, at: int) -> bool:
    """Whether a block is the next line of a title: set as the one before it is, and no further below that."""
    line, before = said(text, blocks[at]), said(text, blocks[at - 1])
    plain = blocks[at].kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
    plain = plain and blocks[at].level in (0, blocks[first].level) and line[:1].isupper()
    if not plain or len(line) > 2 * LINE or NUMBERED.match(line) or _TO.match(line) or is_stamp(line):
        return False
    if line.endswith((".", ":", "!", "?")):
        return False
    if before.endswith((";", ",")) or (at == first + 1 and TITLE.fullmatch(before)):
        return True
    if line.isupper() != before.isupper() or blocks[at].kind is not BlockKind.HEADING:
        return False
    gaps = [text.count("\n", blocks[i - 1].end, blocks[i].start) for i in range(first + 1, at + 1)]
    return gaps[-1] <= max(gaps[:-1], default=1)


def _addressees(text: str, blocks: Sequence[Block], first: int) -> int:
    """Behind the lines between a title and the text: to whom a report goes, where and when it was written."""
    end, listed = first, False
    while end < len(blocks):
        line = said(text, blocks[end])
        to = _TO.match(line) is not None and len(line) <= 2 * LINE
        item = listed and (blocks[end].kind is BlockKind.ITEM or line.endswith(";"))
        if not (to or item or is_stamp(line) or (end > 0 and _BRACKETED.match(line))):
            break
        listed = to or listed
        end += 1
    return end
