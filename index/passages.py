"""Sentences → passages: a paragraph, or a lead-in with its list, or a table; long ones in windows."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import BlockKind, Passage, Sentence

LONGEST = 1_200  # characters; the paragraphs of the benchmark that retrieval was measured on have 780 in the mean
_JOINS = (BlockKind.ITEM, BlockKind.HEADER, BlockKind.ROW)  # blocks that lean on the one before


def passages_of(sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """The passages of a report: every sentence is in exactly one, none crosses a section."""
    out: list[Passage] = []
    first = 0
    for i in range(1, len(sentences) + 1):
        if i == len(sentences) or not _together(sentences[first], sentences[i - 1], sentences[i]):
            out.append(Passage(sentences[first].start, sentences[i - 1].end, first, i - 1))
            first = i
    return tuple(out)


def _together(first: Sentence, last: Sentence, following: Sentence) -> bool:
    """Whether a sentence still belongs to the passage that runs from `first` to `last`."""
    if following.section != last.section or BlockKind.HEADING in (following.kind, last.kind):
        return False
    if following.end - first.start > LONGEST:
        return False
    return following.paragraph == last.paragraph or following.kind in _JOINS
