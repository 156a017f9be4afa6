"""What stands in reports, for whoever turns their pages: no question is asked here."""

from __future__ import annotations

from functools import lru_cache

from index.collection import Collection
from index.context import passage_of, sentences_of, text_passages
from index.errors import UnknownPlace
from index.outline import Heading, outline
from index.records import BlockKind, Candidate, Passage, Report, Sentence
from index.summary import summary

_REMEMBERED = 64  # reports' passages, outlines and summaries


class Contents:
    """Outlines, passages and summaries. Immutable; safe to use from several threads."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._outline = lru_cache(_REMEMBERED)(lambda number: outline(self._report(number)))
        self._pages = lru_cache(_REMEMBERED)(lambda number: text_passages(self._report(number)))
        self._summary = lru_cache(_REMEMBERED)(lambda number, count: summary(collection, self._report(number), count))

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, in the order they were given."""
        return self.collection.reports

    def outline(self, report: int) -> tuple[Heading, ...]:
        """The headings of a report, by its number in `reports`; () where it has none. Raises `UnknownPlace`."""
        return self._outline(report)

    def passages(self, report: int) -> tuple[Passage, ...]:
        """The passages of a report to be turned over, in order: those that hold more than a heading.

        Raises `UnknownPlace`, as all that take a report's number.
        """
        return self._pages(report)

    def passage_at(self, report: int, sentence: Sentence) -> int:
        """The number, in `passages`, of the one that holds a sentence of the report; a heading's is the next."""
        return passage_of(self.passages(report), sentence)

    def place(self, candidate: Candidate) -> tuple[int, int]:
        """Where a candidate's sentence stands: the number of its report, and in `passages` that of its passage."""
        report = next(i for i, one in enumerate(self.reports) if one is candidate.report)
        return report, self.passage_at(report, candidate.sentence)

    def context(self, report: int, passage: int) -> tuple[Sentence, ...]:
        """The sentences of a passage, by the report's number and its own in `passages`; raises `UnknownPlace`.

        Before the rows of a table that was parted stands its header.
        """
        passages = self.passages(report)
        if not 0 <= passage < len(passages):
            raise UnknownPlace("passage", passage, len(passages))
        return sentences_of(self.reports[report], passages[passage])

    def summary(self, report: int, count: int = 10) -> tuple[Sentence, ...]:
        """At most `count` sentences that say the most of a report, in reading order. Raises `UnknownPlace`."""
        return self._summary(report, count)

    def neighbours(self, candidate: Candidate) -> tuple[Sentence | None, Sentence | None]:
        """The sentences before and after a candidate's, within its section; None where there is none.

        Before a table's row stands its header, for without it the figures say nothing.
        """
        sentences = candidate.report.sentences
        section = candidate.sentence.section
        at = sentences.index(candidate.sentence)
        before = at - 1
        if candidate.sentence.kind is BlockKind.ROW:
            while before > 0 and sentences[before].kind is BlockKind.ROW:
                before -= 1
        return (
            sentences[before] if before >= 0 and sentences[before].section == section else None,
            sentences[at + 1] if at + 1 < len(sentences) and sentences[at + 1].section == section else None,
        )

    def _report(self, number: int) -> Report:
        if not 0 <= number < len(self.reports):
            raise UnknownPlace("report", number, len(self.reports))
        return self.reports[number]
