"""A report, an answer and a library made by hand: what the bot's tests need of `index`, and nothing of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path

from index.errors import QuestionError
from index.keyfigures import KeyFigure
from index.outline import Heading, outline
from index.records import (
    Abstention,
    Answer,
    BlockKind,
    Candidate,
    Passage,
    Report,
    Sentence,
    Signs,
    Span,
    Why,
)

SECTION = ("II. Thu, chi ngân sách", "1. Thu")
ABOVE = "II › 1. Thu"  # how a place names that section: the outer heading by its number
TITLE = "Báo cáo kinh tế - xã hội năm 2020"
BEFORE = "Thành phố giao dự toán từ đầu năm."
BEST = "Tổng thu ngân sách nhà nước là 10.530,819 tỷ đồng, đạt 105,1% dự toán."
AFTER = "Thuế ngoài quốc doanh đạt 6.601,357 tỷ đồng."
FIGURE = "10.530,819 tỷ đồng"


def report_of(*sentences: str, title: str = TITLE, section: tuple[str, ...] = SECTION) -> Report:
    """A report of one paragraph, its sentences in a row."""
    text, found = "", []
    for number, sentence in enumerate(sentences, start=1):
        found.append(Sentence(len(text), len(text) + len(sentence), BlockKind.PARAGRAPH, section, 2, number))
        text += sentence + " "
    passages = (Passage(0, len(text), 0, len(found) - 1),)
    return Report(text, title, Path("report.md"), tuple(found), passages)


def table_of(header: str, *rows: str, title: str = TITLE, section: tuple[str, ...] = SECTION) -> Report:
    """A report of one table."""
    report = report_of(header, *rows, title=title, section=section)
    first, *others = report.sentences
    below = (replace(one, kind=BlockKind.ROW) for one in others)
    return replace(report, sentences=(replace(first, kind=BlockKind.HEADER), *below))


def candidate_of(report: Report, number: int) -> Candidate:
    """The sentence of that number, from 0, as a candidate."""
    signs = Signs(**{field.name: 0.5 for field in fields(Signs)})
    return Candidate(report, report.sentences[number], report.passages[0], 1.0, 0.9, (), signs)


def answer_of(
    report: Report,
    number: int,
    *bold: str,
    question: str = "Tổng thu bao nhiêu?",
    sure: bool = True,
    runners_up: tuple[Candidate, ...] = (),
) -> Answer:
    """An answer that cites that sentence and marks those words of it."""
    best = candidate_of(report, number)
    spans = tuple(_span(report, best.sentence, words) for words in bold)
    return Answer(question, best, spans, sure, (), runners_up, ())


def around(report: Report, number: int) -> tuple[Sentence | None, Sentence | None]:
    """That sentence's neighbours."""
    sentences: Sequence[Sentence] = report.sentences
    before = sentences[number - 1] if number else None
    return before, sentences[number + 1] if number + 1 < len(sentences) else None


REPORT = report_of(BEFORE, BEST, AFTER)
WHAT = "Tổng thu ngân sách nhà nước"
# Headings, each with its sentences; every heading begins a passage.
CHAPTERS = {"I. Thu": (BEFORE, BEST), "II. Chi": ("Chi thường xuyên tăng.",), "III. Việc khác": (AFTER,)}


def chaptered(chapters: Mapping[str, Sequence[str]], title: str = TITLE) -> Report:
    """A report of chapters, each with its sentences in one paragraph and in one passage."""
    text = ""
    found: list[Sentence] = []
    passages: list[Passage] = []
    for heading, sentences in chapters.items():
        first, begin = len(found), len(text)
        for number, shown in enumerate([heading, *sentences]):
            kind, section = (BlockKind.PARAGRAPH, (heading,)) if number else (BlockKind.HEADING, ())
            found.append(Sentence(len(text), len(text) + len(shown), kind, section, min(number, 1), max(number, 1)))
            text += shown + "\n"
        passages.append(Passage(begin, len(text), first, len(found) - 1))
    return Report(text, title, Path("report.md"), tuple(found), tuple(passages))


def figure_of(report: Report, number: int, what: str, figure: str) -> KeyFigure:
    """What the sentence of that number says of it."""
    sentence = report.sentences[number]
    return KeyFigure(report, sentence, _span(report, sentence, what), _span(report, sentence, figure))


def _span(report: Report, sentence: Sentence, words: str) -> Span:
    start = report.text.index(words, sentence.start, sentence.end)
    return Span(start, start + len(words))


class SmallLibrary:
    """Answers every question alike: with the sentence above if it names "thu", else not.

    Of several reports it cites the last one that has that sentence. A question that begins with "còn" leans on the
    one before; "th" may become "thu".
    """

    def __init__(self, *reports: Report) -> None:
        self.reports: tuple[Report, ...] = reports or (REPORT,)

    @property
    def _cited(self) -> tuple[Report, int]:
        return next(
            (report, number)
            for report in reversed(self.reports)
            for number, one in enumerate(report.sentences)
            if report.quote(one) == BEST
        )

    def ask(self, question: str) -> Answer | Abstention:
        _check(question)
        report, number = self._cited
        if "nổ" in question:
            raise ValueError(question)
        if not question.strip():
            return Abstention(question, Why.EMPTY, (), (), ())
        others = tuple(candidate_of(report, i) for i in (number - 1, number + 1) if i < len(report.sentences))
        if "thu" in question.lower():
            return answer_of(report, number, FIGURE, question=question, runners_up=others)
        return Abstention(question, Why.TOPIC, (), others[:1], ())

    def search(self, text: str, count: int) -> tuple[Candidate, ...]:
        _check(text)
        report, _ = self._cited
        found = (candidate_of(report, number) for number in range(len(report.sentences)))
        return tuple(one for one in found if not one.only_leads)[:count]

    def follow(self, earlier: str, question: str, *, older: Sequence[str] = ()) -> str | None:
        _check(question)
        return f"{earlier.rstrip('?')} {question[4:]}" if question.lower().startswith("còn ") else None

    def examples(self, count: int) -> tuple[str, ...]:
        return (
            "Tổng thu ngân sách là bao nhiêu?",
            "Thu thuế đạt bao nhiêu?",
            "Thu đạt bao nhiêu phần trăm?",
        )[:count]

    def neighbours(self, candidate: Candidate) -> tuple[Sentence | None, Sentence | None]:
        return around(candidate.report, candidate.report.sentences.index(candidate.sentence))

    def outline(self, report: int) -> tuple[Heading, ...]:
        return outline(self.reports[report])

    def passages(self, report: int) -> tuple[Passage, ...]:
        return self.reports[report].passages

    def context(self, report: int, passage: int) -> tuple[Sentence, ...]:
        found = self.passages(report)[passage]
        return self.reports[report].sentences[found.first : found.last + 1]

    def place(self, candidate: Candidate) -> tuple[int, int]:
        report = next(number for number, one in enumerate(self.reports) if one is candidate.report)
        at = candidate.report.sentences.index(candidate.sentence)
        return report, next(number for number, one in enumerate(self.passages(report)) if one.first <= at <= one.last)

    def summary(self, report: int, count: int = 10) -> tuple[Sentence, ...]:
        found = self.reports[report].sentences
        return tuple(one for one in found if one.kind is BlockKind.PARAGRAPH)[:count]

    def key_figures(self, topic: str | None = None) -> tuple[KeyFigure, ...]:
        _check(topic or "")
        return (figure_of(*self._cited, WHAT, FIGURE),) if topic is None or "thu" in topic else ()

    def complete(self, text: str) -> str:
        return f"{text}u" if text.endswith("th") else text


def _check(text: str) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise QuestionError("lone surrogates")
