"""The exception tree of `index`; a caller that catches `IndexingError` has caught them all.

    IndexingError
    ├── ReportError          a report file can't become a report; `path` and `why` say which and why
    │   ├── UnreadableReport     missing, a directory, no permission, too large, binary, unknown encoding
    │   └── EmptyReport          readable, but without a sentence to answer from
    ├── TooFewArticles       too little to cross-validate a fit
    ├── NothingToLearn       questions that teach neither the reader nor the confidence anything
    ├── DataError            a data file (config/, a benchmark, a saved run) has not the form it must have
    ├── UnknownSignal        no field or signal of that name can be switched off
    ├── UnknownPlace         no report or passage has that number
    ├── AbbreviationError    an abbreviation of the operator is empty or stands for nothing
    └── QuestionError        a question that no text can be: it holds lone surrogates

Messages are one line, name the thing and the reason, and never hold a question's text.
"""

from __future__ import annotations

from pathlib import Path


def _line(message: str) -> str:
    """A message on one line, whatever characters a path may hold."""
    return " ".join(message.splitlines())


class IndexingError(Exception):
    """Base of every error this package raises on purpose."""


class ReportError(IndexingError):
    """A report file can't become a report."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(_line(f"{path}: {why}"))
        self.path = path
        self.why = why


class UnreadableReport(ReportError):
    """The file can't be read as text."""


class EmptyReport(ReportError):
    """The file is text, but holds no sentence to answer from."""


class DataError(IndexingError):
    """A data file (weights, abbreviations, benchmark) has not the form it must have."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(_line(f"{path}: {why}"))
        self.path = path
        self.why = why


class TooFewArticles(IndexingError):
    """A fit can't be cross-validated by article."""


class NothingToLearn(IndexingError):
    """Nothing can be learned from the questions, or fitted to what they came to."""


class UnknownSignal(IndexingError):
    """No field or signal has the name that was given."""


class UnknownPlace(IndexingError):
    """There is no such report, or no such passage in it; `what` says which of them."""

    def __init__(self, what: str, number: int, count: int) -> None:
        super().__init__(f"{what} {number} is not there; there are {count}, counted from 0")
        self.what = what
        self.number = number


class AbbreviationError(IndexingError):
    """An abbreviation of the operator can't be one."""


class QuestionError(IndexingError):
    """The question is not Unicode text; `why` says what is wrong with it."""

    def __init__(self, why: str) -> None:
        super().__init__(f"question refused: {why}")
        self.why = why
