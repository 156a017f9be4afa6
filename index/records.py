"""What flows through the index: reports, their parts, and answers. All frozen, all plain data.

Offsets are half-open `[start, end)` ranges of code points in `Report.text`, which is Unicode NFC:
`report.text[x.start:x.end]` is what is shown, byte for byte, for every record that has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

# A picture's caption may be all there is of a fact, a table's is not.
_OF_TABLE = re.compile(r"(?:Bảng|Biểu)(?! đồ)(?![^\W\d_])", re.IGNORECASE)


class BlockKind(StrEnum):
    """What a block of a report is; a heading or caption is never part of a paragraph's sentence.

    A header is the row that names a table's columns; the frame is what every official letter has around its text:
    letterhead, addressees, signature.
    """

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    HEADER = "header"
    ROW = "row"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, caption or table row; `level` is a heading's depth, from 1."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """An exact slice of one block, with its place.

    `section` is the path of headings above it, outermost first, the report's title left out.
    `paragraph` counts the blocks of its section from 1 (a heading has 0, as the frame has, which is in no section),
    `number` the sentences of its block; a table is one block, its rows are its sentences.
    """

    start: int
    end: int
    kind: BlockKind
    section: tuple[str, ...]
    paragraph: int
    number: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of one section, what BM25 ranks; `first` and `last` index `Report.sentences`."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read: everything else points into `text`.

    `years` holds the years the report as a whole speaks of (its reporting period), never guessed from one
    sentence; `number`, `issuer`, `date` and `period`, a part of the year, are as its head states them, or None.
    """

    text: str
    title: str
    source: Path
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    years: frozenset[int] = frozenset()
    period: str | None = None

    def quote(self, part: Sentence | Passage | Span) -> str:
        """The part's text, byte for byte."""
        return self.text[part.start : part.end]


def only_leads(report: Report, sentence: Sentence) -> bool:
    """Whether a sentence only leads to others: a heading, the header or caption of a table, "… gồm:"."""
    if sentence.kind is BlockKind.CAPTION and _OF_TABLE.match(report.text, sentence.start):
        return True
    return sentence.kind in (BlockKind.HEADING, BlockKind.HEADER) or report.text.endswith(
        ":", sentence.start, sentence.end
    )


@dataclass(frozen=True, slots=True)
class Span:
    """Words to set in bold."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One signal's share in a candidate's score."""

    signal: str
    value: float


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells an answer from a near miss, each in [0, 1].

    Of the sentence: `share`, how likely it is, of all sentences that were read, the one that answers, as a logarithm;
    `height`, the logarithm of its score, in rarest words; `carried`, less than 1 where it lacks what the question names
    (years, figures, persons, places, units …).
    Of the passages: `margin`, how far the best other is behind the sentence's own, as a share of its score; `first`,
    the first one's score, as a share of some perfect matches of sentences; `apart`, by how many standard deviations it
    is above those behind it; `widest`, `pairs`, the best coverage of syllables and of pairs among the first;
    `contrast`, the idf of the rarest syllable that one of these lacks.
    Of the question: `reading`, the best that was read in any sentence; `form`, whether what it asks for is known by its
    form, as figures, dates and persons are.
    """

    margin: float
    share: float
    height: float
    widest: float
    contrast: float
    pairs: float
    reading: float
    carried: float
    first: float
    apart: float
    form: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, with its passage and why it ranks where it does."""

    report: Report
    sentence: Sentence
    passage: Passage
    score: float
    confidence: float
    reasons: tuple[Reason, ...]
    signs: Signs

    @property
    def text(self) -> str:
        """The sentence, byte for byte."""
        return self.report.quote(self.sentence)

    @property
    def only_leads(self) -> bool:
        """See `only_leads`."""
        return only_leads(self.report, self.sentence)


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage with its score, for those who want the retrieval and not the answer."""

    report: Report
    passage: Passage
    score: float


class Why(StrEnum):
    """Why a question was not answered; `SIDE`: revenue where spending was asked for, or the reverse."""

    EMPTY = "empty-question"
    TOPIC = "not-in-report"
    YEAR = "year-not-in-report"
    PERIOD = "period-not-in-report"  # quý I, 6 tháng đầu năm
    UNIT = "unit-not-in-report"
    FIGURE = "figure-not-in-report"
    DATE = "date-not-in-report"
    NAME = "name-not-in-report"
    SUBJECT = "subject-not-in-report"  # the organisation, place or person asked about
    OFFICE = "office-not-in-report"
    SIDE = "other-side-not-in-report"
    OUTCOME = "outcome-not-in-report"  # a plan, or how the year began; said with the answer, never the reason for none


@dataclass(frozen=True, slots=True)
class Answer:
    """The cited sentence (`best`), its bold spans, and the runners-up, best first.

    `sure`: the confidence is high enough to give it without "perhaps".
    `missing`: persons, places, organisations and other names of the question that the sentence and its section do not
    carry, though it is about no other; they are to be said with the answer, not passed over. `understood`: the question
    as it was taken, where that is more than its accents and abbreviations; None where it is not. `support`: the
    sentences that `best` leans on, in reading order, to be shown with it. `outcome` is False where a figure of the
    report's period may be what was asked for, and the sentence gives that of a plan, or of how the year began.
    """

    question: str
    best: Candidate
    spans: tuple[Span, ...]
    sure: bool
    missing: tuple[str, ...]
    runners_up: tuple[Candidate, ...]
    passages: tuple[RankedPassage, ...]
    understood: str | None = None
    support: tuple[Sentence, ...] = ()
    outcome: bool = True

    @property
    def second(self) -> Candidate | None:
        """What the answer may be in place of `best`; None where it is sure, or where nothing says otherwise."""
        said = [self.best.report.quote(span) for span in self.spans]
        others = (one for one in self.runners_up if not one.only_leads)
        differing = (one for one in others if not said or any(words not in one.text for words in said))
        return None if self.sure else next(differing, None)


@dataclass(frozen=True, slots=True)
class Abstention:
    """No answer: why, what the question names and is `missing`, and the nearest sentences, offered as such.

    `FIGURE` or `DATE` with nothing missing: a figure or date was asked for, and the sentence that fits holds none.
    `understood` is as in `Answer`.
    """

    question: str
    why: Why
    missing: tuple[str, ...]
    nearest: tuple[Candidate, ...]
    passages: tuple[RankedPassage, ...]
    understood: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence stands, as a person would look it up; `section` is the heading path or None."""

    report: str
    section: str | None
    paragraph: int
    sentence: int
    page: int | None = None


def cite(candidate: Candidate) -> Citation:
    """The citation of a candidate's sentence."""
    return cite_sentence(candidate.report, candidate.sentence)


def cite_sentence(report: Report, sentence: Sentence) -> Citation:
    """The citation of a sentence of a report."""
    return Citation(
        report=report.title,
        section=" › ".join(sentence.section) or None,
        paragraph=sentence.paragraph,
        sentence=sentence.number,
    )
