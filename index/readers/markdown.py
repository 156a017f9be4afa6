"""Markdown → blocks: ATX headings, paragraphs over several lines, list items, tables, captions of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.readers.plain import CAPTION
from index.records import Block, BlockKind

_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?\s*$")
_ITEM = re.compile(r"\s*(?:[-*+]\s+|(?=\d{1,3}[.)]\s|[a-zđ]\)\s))(?P<text>\S.*?)\s*$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$|\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$|\s*(?:```|~~~).*$")
_COLUMNS = re.compile(r"\s*\|?\s*:?-{3,}")  # the rule under a table's header
_ROW = re.compile(r"\s*\|(?P<text>.*?)\|?\s*$")
_PICTURE = re.compile(r"\s*!\[(?P<text>[^\]]*)\]\([^)]*\)\s*$")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown: it has an ATX heading or the rule under a table's header."""
    return bool(re.search(r"^#{1,6} +\S|^\|? *:?-{3,}:? *\|", text, re.MULTILINE))


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown text, in order; markup at a block's edges is not part of it."""
    found: list[Block] = []
    open_text: Block | None = None  # the paragraph or item that the next line may go on with
    for start, line in _lines(text):
        block = _of_line(start, line)
        if block is None:
            if _COLUMNS.match(line) and found and found[-1].kind is BlockKind.ROW:
                found[-1] = Block(BlockKind.HEADER, found[-1].start, found[-1].end)
            open_text = None
            continue
        if block.kind is BlockKind.PARAGRAPH and open_text is not None:
            found[-1] = open_text = Block(open_text.kind, open_text.start, block.end)
            continue
        found.append(block)
        open_text = block if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) else None
    return [block for block in found if any(c.isalnum() for c in text[block.start : block.end])]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in _LINE.finditer(text):
        line = match[0].rstrip("\r\n")
        quote = _QUOTE.match(line)
        offset = quote.end() if quote else 0
        yield match.start() + offset, line[offset:]


def _of_line(start: int, line: str) -> Block | None:
    """The block that one line begins, or None where it ends one (empty lines, rules, fences)."""
    if not line.strip() or _RULE.match(line):
        return None
    if heading := _HEADING.match(line):
        return Block(BlockKind.HEADING, *_place(heading, start), level=len(heading["marks"]))
    if row := _ROW.match(line):
        return Block(BlockKind.ROW, *_place(row, start))
    if picture := _PICTURE.match(line):
        return Block(BlockKind.CAPTION, *_place(picture, start))
    if item := _ITEM.match(line):
        return Block(BlockKind.ITEM, *_place(item, start))
    kind = BlockKind.CAPTION if CAPTION.match(line.strip()) else BlockKind.PARAGRAPH
    return Block(kind, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _place(match: re.Match[str], start: int) -> tuple[int, int]:
    """Offsets of the match's text, without white space at its ends."""
    content = match["text"]
    left = match.start("text") + len(content) - len(content.lstrip())
    return start + left, start + left + len(content.strip())
