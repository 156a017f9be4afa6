import pytest

from index.errors import UnknownPlace
from index.library import Library
from index.records import Candidate
from tests.index.builders import HEAD, answered, library

TEXT = f"{HEAD}I. KINH TẾ\nSản lượng cà phê đạt 15 tấn. Giá chè giữ vững.\nII. XÃ HỘI\nDân số tăng nhẹ hơn trước.\n"


def around(lib: Library, candidate: Candidate) -> list[str | None]:
    return [None if s is None else candidate.report.quote(s) for s in lib.neighbours(candidate)]


@pytest.mark.parametrize(
    ("question", "before", "after"),
    [
        ("Sản lượng cà phê bao nhiêu?", None, "Giá chè giữ vững."),
        ("Giá chè giữ vững thế nào?", "Sản lượng cà phê đạt 15 tấn.", None),
        ("Dân số tăng nhẹ thế nào?", None, None),
    ],
)
def test_neighbours_are_those_of_the_same_section(question: str, before: str | None, after: str | None) -> None:
    lib = library(TEXT)
    assert around(lib, answered(lib, question).best) == [before, after]


def test_before_a_tables_row_stands_its_header(small: Library) -> None:
    found = around(small, answered(small, "Lao động có việc làm mới theo kế hoạch là bao nhiêu?").best)
    assert found == ["Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện", None]


def test_every_number_of_a_passage_leads_to_sentences_that_lead_back_to_it(small: Library) -> None:
    for number in range(len(small.passages(0))):
        assert number in {small.passage_at(0, sentence) for sentence in small.context(0, number)}


@pytest.mark.parametrize("number", [-1, 1])
def test_a_report_that_is_not_there_is_named_however_often_it_is_asked_for(small: Library, number: int) -> None:
    for _ in range(2):
        for asked in (small.outline, small.passages, small.summary, lambda one: small.context(one, 0)):
            with pytest.raises(UnknownPlace, match=f"report {number} "):
                asked(number)
