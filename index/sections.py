"""Blocks → sentences that know where they stand: heading path, paragraph, number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.records import Block, BlockKind, Sentence
from index.sentences import split

_WHOLE = (
    BlockKind.HEADING,
    BlockKind.CAPTION,
    BlockKind.HEADER,
    BlockKind.ROW,
)  # blocks that are one sentence each


def sentences_of(text: str, blocks: Sequence[Block], *, title: frozenset[int]) -> tuple[Sentence, ...]:
    """All sentences of a report, in order; `title` names the blocks that head no section."""
    return tuple(_walk(text, blocks, title))


def _walk(text: str, blocks: Sequence[Block], title: frozenset[int]) -> Iterator[Sentence]:
    path: list[tuple[int, str]] = []
    paragraph = 0
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and i not in title:
            path = [(level, heading) for level, heading in path if level < block.level]
            yield from _sentences(text, block, tuple(heading for _, heading in path), 0)
            path.append((block.level, " ".join(text[block.start : block.end].split())))
            paragraph = 0
            continue
        paragraph += block.kind is not BlockKind.HEADING
        yield from _sentences(text, block, tuple(heading for _, heading in path), paragraph)


def _sentences(text: str, block: Block, section: tuple[str, ...], paragraph: int) -> Iterator[Sentence]:
    whole = block.kind in _WHOLE
    slices = [(block.start, block.end)] if whole else split(text, block.start, block.end)
    for number, (start, end) in enumerate(slices, start=1):
        yield Sentence(start, end, block.kind, section, paragraph, number)
