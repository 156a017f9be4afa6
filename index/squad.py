"""SQuAD-format files (SQuAD, XQuAD, UIT-ViQuAD) → reports and questions with their answers.

Every article is a report, every paragraph one passage of it. Where `sentence_breaks` are given they are the
sentences; else our own splitter finds them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import DataError
from index.normalize import nfc
from index.records import BlockKind, Passage, Report, Sentence
from index.sentences import split


@dataclass(frozen=True, slots=True)
class SquadQuestion:
    """A question with its paragraph and the accepted answers; `sentence` numbers the marked one in the report."""

    text: str
    article: int
    passage: int
    sentence: int
    answers: tuple[str, ...]


def load(path: Path) -> tuple[list[Report], list[SquadQuestion]]:
    """The articles and answerable questions of a file; raises `DataError` where it has not the format."""
    try:
        articles = json.loads(path.read_text(encoding="utf-8"))["data"]
        json.dumps(articles, ensure_ascii=False).encode()  # refuses lone surrogates, which are no text
        reports: list[Report] = []
        questions: list[SquadQuestion] = []
        for article in articles:
            _article(article, path, reports, questions)
    except OSError as error:
        raise DataError(path, f"can't be read: {error.strerror}") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DataError(path, f"is not in SQuAD format: {type(error).__name__} {error}") from None
    if not questions:
        raise DataError(path, "holds no question with an answer")
    return reports, questions


def _article(article: Mapping[str, Any], path: Path, reports: list[Report], questions: list[SquadQuestion]) -> None:
    text = ""
    sentences: list[Sentence] = []
    passages: list[Passage] = []
    for number, paragraph in enumerate(article["paragraphs"], start=1):
        context: str = paragraph["context"]
        breaks: Sequence[tuple[int, int]] = paragraph.get("sentence_breaks") or split(context)
        first = len(sentences)
        for place, (start, end) in enumerate(breaks, start=1):
            begin = len(text)
            text += nfc(context[start:end]) + " "
            sentences.append(Sentence(begin, len(text) - 1, BlockKind.PARAGRAPH, (), number, place))
        passages.append(Passage(sentences[first].start, sentences[-1].end, first, len(sentences) - 1))
        for question in paragraph["qas"]:
            answers = question.get("answers") or []
            if answers:
                at = answers[0]["answer_start"]
                marked = max(i for i, (start, _) in enumerate(breaks) if start <= at or i == 0)
                accepted = tuple(nfc(answer["text"]) for answer in answers)
                questions.append(
                    SquadQuestion(nfc(question["question"]), len(reports), len(passages) - 1, first + marked, accepted)
                )
    title = str(article.get("title", f"article {len(reports) + 1}"))
    reports.append(Report(text, title, path, tuple(sentences), tuple(passages)))
