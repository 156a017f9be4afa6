"""A report, an answer and a library made by hand: what the bot's tests need of `index`, and nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from index.errors import QuestionError
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
    starts = [best.sentence.start + best.text.index(words) for words in bold]
    spans = tuple(Span(start, start + len(words)) for start, words in zip(starts, bold, strict=True))
    return Answer(question, best, spans, sure, (), runners_up, ())


def around(report: Report, number: int) -> tuple[Sentence | None, Sentence | None]:
    """That sentence's neighbours."""
    sentences: Sequence[Sentence] = report.sentences
    before = sentences[number - 1] if number else None
    return before, sentences[number + 1] if number + 1 < len(sentences) else None


REPORT = report_of(BEFORE, BEST, AFTER)


class SmallLibrary:
    """Answers every question alike: with the sentence above if it names "thu", else not."""

    def __init__(self) -> None:
        self.reports: tuple[Report, ...] = (REPORT,)

    def ask(self, question: str) -> Answer | Abstention:
        if any("\ud800" <= letter <= "\udfff" for letter in question):
            raise QuestionError("lone surrogates")
        if "nổ" in question:
            raise ValueError(question)
        if not question.strip():
            return Abstention(question, Why.EMPTY, (), (), ())
        if "thu" in question.lower():
            return answer_of(REPORT, 1, FIGURE, question=question)
        return Abstention(question, Why.TOPIC, (), (candidate_of(REPORT, 0),), ())

    def examples(self, count: int) -> tuple[str, ...]:
        return (
            "Tổng thu ngân sách là bao nhiêu?",
            "Thu thuế đạt bao nhiêu?",
            "Thu đạt bao nhiêu phần trăm?",
        )[:count]

    def neighbours(self, candidate: Candidate) -> tuple[Sentence | None, Sentence | None]:
        return around(candidate.report, candidate.report.sentences.index(candidate.sentence))
