"""What every reader does with its blocks at the end: no white space at their ends, none without a letter or digit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from index.records import Block


def trimmed(text: str, blocks: Iterable[Block]) -> list[Block]:
    """The blocks that hold a letter or digit, without white space at their ends."""
    return [_trimmed(text, block) for block in blocks if any(c.isalnum() for c in text[block.start : block.end])]


def _trimmed(text: str, block: Block) -> Block:
    content = text[block.start : block.end]
    start = block.start + len(content) - len(content.lstrip())
    return replace(block, start=start, end=start + len(content.strip()))
