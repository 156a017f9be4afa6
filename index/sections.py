"""Blocks → sentences that know where they stand: heading path, paragraph, number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.records import Block, BlockKind, Sentence
from index.sentences import split

_TABLE = (BlockKind.HEADER, BlockKind.ROW)
_WHOLE = (
    BlockKind.HEADING,
    BlockKind.CAPTION,
    BlockKind.HEADER,
    BlockKind.ROW,
    BlockKind.FRAME,
)  # blocks that are one sentence each


def sentences_of(text: str, blocks: Sequence[Block], *, title: frozenset[int]) -> tuple[Sentence, ...]:
    """All sentences of a report, in order; `title` names the blocks that head no section."""
    return tuple(_walk(text, blocks, title))


def _walk(text: str, blocks: Sequence[Block], title: frozenset[int]) -> Iterator[Sentence]:
    path: list[tuple[int, str]] = []
    paragraph = row = 0
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.FRAME:
            path, row = [], 0  # what follows a signature is of no section above it
            yield from _sentences(text, block, (), 0)
            continue
        if block.kind is BlockKind.HEADING and i not in title:
            path = [(level, heading) for level, heading in path if level < block.level]
            yield from _sentences(text, block, tuple(heading for _, heading in path), 0)
            path.append((block.level, " ".join(text[block.start : block.end].split())))
            paragraph = row = 0
            continue
        row = row + 1 if block.kind in _TABLE else 0
        paragraph += block.kind is not BlockKind.HEADING and row <= 1  # a table is one paragraph, a row its sentence
        yield from _sentences(text, block, tuple(heading for _, heading in path), paragraph, first=row or 1)


def _sentences(
    text: str, block: Block, section: tuple[str, ...], paragraph: int, *, first: int = 1
) -> Iterator[Sentence]:
    whole = block.kind in _WHOLE
    slices = [(block.start, block.end)] if whole else split(text, block.start, block.end)
    for number, (start, end) in enumerate(slices, start=first):
        yield Sentence(start, end, block.kind, section, paragraph, number)
