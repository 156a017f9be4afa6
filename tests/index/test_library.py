from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.library import Library
from tests.index.builders import HEAD, SMALL, answered, library, refused
from tests.index.conftest import Write

TEXT = f"{HEAD}I. KINH TẾ\nSản lượng cà phê đạt 15 tấn. Giá chè giữ vững.\nII. XÃ HỘI\nDân số tăng nhẹ hơn trước.\n"


def test_an_answer_comes_with_what_its_sentence_leans_on(small: Library) -> None:
    lib = library(f"{HEAD}I. KINH TẾ\nQuận khởi công dự án cầu Long Biên. Kinh phí của dự án này là 5 tỷ đồng.\n")
    answer = answered(lib, "Kinh phí dự án là bao nhiêu?")
    assert [answer.best.report.quote(one) for one in answer.support] == ["Quận khởi công dự án cầu Long Biên."]
    assert answered(small, "Sản lượng lúa năm 2020 đạt bao nhiêu?").support == ()


def test_reports_are_loaded_from_their_files_in_order(write: Write, tmp_path: Path) -> None:
    other = tmp_path / "khac.txt"
    other.write_text(TEXT, encoding="utf-8")
    lib = Library.load([write(SMALL), other])
    assert [report.source.name for report in lib.reports] == ["bao-cao.txt", "khac.txt"]
    assert answered(lib, "Sản lượng cà phê bao nhiêu?").best.report is lib.reports[1]


def test_one_report_that_can_not_be_read_fails_the_load(write: Write, tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match="thieu"):
        Library.load([write(SMALL), tmp_path / "thieu.txt"])


def test_a_library_without_reports_abstains() -> None:
    assert refused(Library.of([]), "Thu bao nhiêu?").nearest == ()


def test_the_years_of_one_report_are_not_anothers() -> None:
    old = TEXT.replace("2020", "2017").replace("15 tấn", "12 tấn")
    lib = library(TEXT, old)
    assert "12 tấn" in answered(lib, "Sản lượng cà phê năm 2017 đạt bao nhiêu?").best.text
    assert "15 tấn" in answered(lib, "Sản lượng cà phê năm 2020 đạt bao nhiêu?").best.text


def test_without_a_passage_it_answers_as_a_library_that_was_indexed_without_it() -> None:
    whole = library(SMALL, TEXT)
    questions = ["Giá chè thế nào?", "tong thu nsnn bao nhieu", "Huyện trồng mới bao nhiêu ha rừng?", "lễ hội ngày nào"]
    for number in range(len(whole.collection.passages)):
        fewer = whole.without(number)
        anew = Library(whole.collection.without(number), whole.glossary, whole.ranking)
        assert [fewer.ask(question) for question in questions] == [anew.ask(question) for question in questions]


def test_without_a_passage_nothing_is_quoted_from_it() -> None:
    whole = library(TEXT)
    gone = next(i for i, p in enumerate(whole.collection.passages) if "cà phê" in p.report.quote(p.passage))
    reply = refused(whole.without(gone), "Sản lượng cà phê bao nhiêu?")
    assert not any("cà phê" in candidate.text for candidate in reply.nearest)
