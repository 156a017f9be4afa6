from pathlib import Path

import pytest

from index.errors import (
    AbbreviationError,
    DataError,
    EmptyReport,
    IndexingError,
    NothingToLearn,
    QuestionError,
    ReportError,
    UnknownPlace,
    UnknownSignal,
    UnreadableReport,
)
from index.library import Library


@pytest.mark.parametrize("error", [UnreadableReport, EmptyReport, DataError])
def test_a_message_names_the_file_and_the_reason(error: type[ReportError | DataError]) -> None:
    raised = error(Path("bao-cao.txt"), "is empty")
    assert str(raised) == "bao-cao.txt: is empty"
    assert (raised.path, raised.why) == (Path("bao-cao.txt"), "is empty")


@pytest.mark.parametrize(
    "error",
    [
        *(ReportError, EmptyReport, DataError, UnknownSignal, NothingToLearn, QuestionError),
        *(UnknownPlace, AbbreviationError),
    ],
)
def test_one_base_catches_all(error: type[Exception]) -> None:
    assert issubclass(error, IndexingError)


@pytest.mark.parametrize("error", [UnreadableReport, EmptyReport])
def test_what_is_wrong_with_a_report_is_a_report_error(error: type[Exception]) -> None:
    assert issubclass(error, ReportError)


@pytest.mark.parametrize("surrogate", ["\ud800", "\udc00\ud800"])
def test_a_refused_question_is_not_in_the_message(small: Library, surrogate: str) -> None:
    with pytest.raises(QuestionError) as raised:
        small.ask(f"Bí mật quốc gia {surrogate} ở đâu?")
    assert "Bí mật" not in str(raised.value)
    assert "surrogate" in raised.value.why
    assert raised.value.__suppress_context__, "the codec's own error quotes the question"


def test_every_message_is_one_line_even_where_the_path_is_not(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as raised:
        Library.load([tmp_path / "hai\ndòng.txt"])
    assert len(str(raised.value).splitlines()) == 1
