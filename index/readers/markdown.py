"""Markdown → blocks: ATX headings, paragraphs over several lines, list items, tables, captions of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.readers.blocks import trimmed
from index.readers.plain import CAPTION
from index.records import Block, BlockKind

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+")
_CLOSING = re.compile(r"(?<=\s)#+$")
_ITEM = re.compile(r"[-*+]\s+|(?=\d{1,3}[.)]\s|[a-zđ]\)\s)")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_RULE = re.compile(r"(?:[-*_]\s*){3,}$|(?:```|~~~)[a-z]*$|\|?\s*:?-{3,}[\s:|-]*$")
_COLUMNS = re.compile(r"\|?\s*:?-{3,}")  # the rule under a table's header
_PICTURE = re.compile(r"!\[(?P<text>[^\]]*)\]\([^)]*\)$")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown: it has an ATX heading. Bars and rules of a table stand in plain texts too."""
    return bool(re.search(r"^#{1,6} +\S", text, re.MULTILINE))


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown text, in order; markup at a block's edges is not part of it."""
    found: list[Block] = []
    open_text: Block | None = None  # the paragraph or item that the next line may go on with
    for start, line in _lines(text):
        block = _of_line(start, line)
        if block is None:
            if _COLUMNS.match(line.strip()) and found and found[-1].kind is BlockKind.ROW:
                found[-1] = Block(BlockKind.HEADER, found[-1].start, found[-1].end)
            open_text = None
            continue
        if block.kind is BlockKind.PARAGRAPH and open_text is not None:
            found[-1] = open_text = Block(open_text.kind, open_text.start, block.end)
            continue
        found.append(block)
        open_text = block if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) else None
    return trimmed(text, found)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in _LINE.finditer(text):
        line = match[0].rstrip("\r\n")
        quote = _QUOTE.match(line)
        offset = quote.end() if quote else 0
        yield match.start() + offset, line[offset:]


def _of_line(start: int, padded: str) -> Block | None:
    """The block that one line begins, or None where it ends one (empty lines, rules, fences)."""
    line = padded.strip()
    start += len(padded) - len(padded.lstrip())
    end = start + len(line)
    if not line or _RULE.match(line):
        return None
    if heading := _HEADING.match(line):
        closing = _CLOSING.search(line, heading.end())
        last = start + closing.start() if closing else end
        return Block(BlockKind.HEADING, start + heading.end(), last, level=len(heading["marks"]))
    if line.startswith("|"):
        return Block(BlockKind.ROW, start + 1, end - 1 if line.endswith("|") and len(line) > 1 else end)
    if picture := _PICTURE.match(line):
        return Block(BlockKind.CAPTION, start + picture.start("text"), start + picture.end("text"))
    if item := _ITEM.match(line):
        return Block(BlockKind.ITEM, start + item.end(), end)
    return Block(BlockKind.CAPTION if CAPTION.match(line) else BlockKind.PARAGRAPH, start, end)
