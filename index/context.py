"""The passages of a report as a person turns them over: by number, those that are only a heading left out."""

from __future__ import annotations

from bisect import bisect_left

from index.records import BlockKind, Passage, Report, Sentence


def text_passages(report: Report) -> tuple[Passage, ...]:
    """The passages that hold more than headings, in order; all of them where none does."""
    found = tuple(one for one in report.passages if report.sentences[one.first].kind is not BlockKind.HEADING)
    return found or report.passages


def passage_of(passages: tuple[Passage, ...], sentence: Sentence) -> int:
    """The number of the passage that a sentence stands in; a heading's is the next one, or the last.

    `passages` are those of `text_passages`.
    """
    return min(bisect_left(passages, sentence.end, key=lambda one: one.end), len(passages) - 1)


def sentences_of(report: Report, passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage, and before rows that a long table has been parted at, its header."""
    found = report.sentences[passage.first : passage.last + 1]
    if found[0].kind is not BlockKind.ROW:
        return found
    before = passage.first - 1
    while before > 0 and report.sentences[before].kind is BlockKind.ROW:
        before -= 1
    header = report.sentences[max(before, 0)]
    return (header, *found) if header.kind is BlockKind.HEADER else found
