"""What sentences lack of a question, each asked by itself."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from index.library import Library
from index.mismatch import Mismatch
from index.normalize import fold
from index.records import Why
from index.subjects import Missing
from tests.index.builders import HEAD, library


def missing(of: Library, question: str) -> Mapping[str, Missing]:
    """What each sentence lacks, by its text."""
    lacks = Mismatch(of.collection).of(of.understand(question))
    entries = enumerate(of.collection.sentences)
    return {entry.report.quote(entry.sentence): lacks(number) for number, entry in entries}


def lacked(of: Library, question: str, beginning: str) -> Missing:
    """What the sentence lacks that begins so."""
    return next(lacks for text, lacks in missing(of, question).items() if text.startswith(beginning))


def test_of_a_question_that_names_nothing_nothing_is_lacking(small: Library) -> None:
    assert set(missing(small, "Trồng rừng thế nào?").values()) == {()}


# Decades and centuries.


@pytest.fixture(scope="module")
def eras() -> Library:
    return library(
        f"""{HEAD}I. LỊCH SỬ
Nhà máy giấy được xây năm 1985.
Nhà máy đường có 80 công nhân.
Nhà máy gạch mở rộng trong những năm 1980.
Nhà máy thép đóng cửa ở thế kỷ XXI. Ai cũng biết.
Nhà máy điện ra đời năm 1983. Nhà máy điện nay vẫn chạy.
II. NHỮNG NĂM 80
Nhà máy dệt hoạt động tốt.
"""
    )


@pytest.mark.parametrize("typed", ["thập niên 80", "thap nien 1980", "những năm 80"])
@pytest.mark.parametrize(
    ("beginning", "held"),
    [
        ("Nhà máy giấy", True),
        ("Nhà máy đường", False),  # that figure is none of years
        ("Nhà máy gạch", True),
        ("Nhà máy thép", False),
        ("Ai cũng", False),
        ("Nhà máy điện nay", True),  # by its passage
        ("Nhà máy dệt", True),  # by its heading
    ],
)
def test_a_decade_is_lacking_unless_a_year_or_an_era_of_its_stands_in_the_passage_or_a_heading(
    eras: Library, typed: str, beginning: str, held: bool
) -> None:
    found = lacked(eras, f"Nhà máy hoạt động ra sao trong {typed}?", beginning)
    assert [(why, fold(what)) for why, what in found] == ([] if held else [(Why.PERIOD, fold(typed))])


def test_a_century_is_of_all_its_years_and_decades(eras: Library) -> None:
    asked = "Nhà máy hoạt động ra sao ở thế kỷ XX?"
    of_another = ("Nhà máy đường", "Nhà máy thép", "Ai cũng")
    for text, lacks in missing(eras, asked).items():
        if text.startswith(("Nhà máy", "Ai cũng")):
            assert lacks == (((Why.PERIOD, "thế kỷ XX"),) if text.startswith(of_another) else ()), text


def test_of_two_eras_each_is_lacking_by_itself(eras: Library) -> None:
    asked = "Nhà máy thập niên 80 và thế kỷ XXI ra sao?"
    assert lacked(eras, asked, "Nhà máy giấy") == ((Why.PERIOD, "thế kỷ XXI"),)
    assert lacked(eras, asked, "Nhà máy thép") == ((Why.PERIOD, "thập niên 80"),)
    assert lacked(eras, asked, "Nhà máy đường") == ((Why.PERIOD, "thập niên 80"), (Why.PERIOD, "thế kỷ XXI"))


# Years that something is compared with.


@pytest.fixture(scope="module")
def compared() -> Library:
    return library(
        f"""{HEAD}I. THU
Năm 2020 thu ngân sách đạt 15 tỷ đồng, bằng 107% so với cùng kỳ.
Thu phí đạt 5 tỷ đồng, tăng 7% so với cùng kỳ.
Thu thuế đạt 5 tỷ đồng, tăng 7% so với năm trước.
Thu nợ đạt 5 tỷ đồng, tăng 7% so với năm ngoái.
Thu cước đạt 5 tỷ đồng, bằng cùng kì.
Thu lệ phí đạt 5 tỷ đồng, tăng 7% so với cùng kỳ năm 2018.
Thu đất đạt 5 tỷ đồng, tăng 7% so với cùng kỳ 2018.
Thu tiền phạt đạt 5 tỷ đồng, tăng 7% so với dự toán.
Năm 2018 thu khác đạt 5 tỷ đồng, tăng 7% so với cùng kỳ.
"""
    )


@pytest.mark.parametrize(
    "question",
    ["Thu năm 2020 tăng bao nhiêu so với năm 2019?", "thu tang bao nhieu so voi 2019", "Thu có bằng cùng kỳ 2019?"],
)
@pytest.mark.parametrize(
    ("beginning", "held"),
    [
        ("Năm 2020 thu", True),
        ("Thu phí", True),  # of the year that is reported on
        ("Thu thuế", True),
        ("Thu nợ", True),
        ("Thu cước", True),
        ("Thu lệ phí", False),
        ("Thu đất", False),
        ("Thu tiền phạt", False),
    ],
)
def test_a_year_that_is_compared_with_is_that_before_a_sentences_which_says_the_same_time_and_names_no_other(
    compared: Library, question: str, beginning: str, held: bool
) -> None:
    assert ((Why.YEAR, "2019") in lacked(compared, question, beginning)) is not held


def test_a_year_that_is_not_compared_with_is_lacking_there(compared: Library) -> None:
    for beginning in ("Năm 2020 thu", "Thu phí", "Thu thuế"):
        assert lacked(compared, "Thu năm 2019 đạt bao nhiêu?", beginning) == ((Why.YEAR, "2019"),)


def test_the_same_time_is_a_year_before_and_not_two(compared: Library) -> None:
    question = "Thu tăng bao nhiêu so với năm 2018?"
    assert lacked(compared, question, "Thu phí") == ((Why.YEAR, "2018"),)
    assert lacked(compared, question, "Năm 2020 thu") == ((Why.YEAR, "2018"),)
    assert lacked(compared, question, "Thu lệ phí") == ()  # it names it


def test_a_sentence_of_another_year_compares_with_another(compared: Library) -> None:
    assert lacked(compared, "Thu tăng bao nhiêu so với năm 2017?", "Năm 2018 thu") == ()
    assert lacked(compared, "Thu tăng bao nhiêu so với năm 2019?", "Năm 2018 thu") == ((Why.YEAR, "2019"),)
    question = "Thu năm 2020 tăng bao nhiêu so với năm 2019?"
    assert (Why.YEAR, "2020") in lacked(compared, question, "Năm 2018 thu")


# A few of the other guards.


@pytest.fixture(scope="module")
def several() -> Library:
    return library(
        f"""{HEAD}I. KINH TẾ
Huyện trồng mới 320 ha rừng, kinh phí 4,5 tỷ đồng.
Sản lượng lúa tăng 3,2%.
Dân số tăng nhẹ.
Tổng thu ngân sách đạt 15 tỷ đồng.
Tổng chi ngân sách đạt 12 tỷ đồng.
Chi được tiết kiệm 10% ngân sách.
II. HỘI NGHỊ
Đồng chí Trần Văn Nam, Phó Bí thư Thường trực Huyện ủy kết luận.
Đồng chí Lê Thị Hạnh, Bí thư Huyện ủy dự.
Có mười hai trường dự Hội nghị.
"""
    )


@pytest.mark.parametrize(
    ("question", "beginning", "lacks"),
    [
        ("Huyện trồng mới bao nhiêu ha rừng?", "Huyện trồng", ()),
        ("Huyện trồng mới bao nhiêu m2 rừng?", "Huyện trồng", ()),
        ("Huyện trồng mới bao nhiêu tấn?", "Huyện trồng", ((Why.UNIT, "tấn"),)),
        ("Sản lượng lúa bao nhiêu tấn?", "Sản lượng", ((Why.UNIT, "tấn"),)),
        ("Sản lượng lúa tăng bao nhiêu phần trăm?", "Sản lượng", ()),
        ("Dân số tăng bao nhiêu phần trăm?", "Dân số", ()),  # no figure, of no unit
    ],
)
def test_figures_of_another_measure_lack_the_unit(
    several: Library, question: str, beginning: str, lacks: Missing
) -> None:
    assert lacked(several, question, beginning) == lacks


@pytest.mark.parametrize(
    ("question", "beginning", "lacks"),
    [
        ("Bí thư Huyện ủy là ai?", "Đồng chí Trần", [Why.OFFICE]),
        ("Phó Bí thư Huyện ủy là ai?", "Đồng chí Lê", [Why.OFFICE]),
        ("Bí thư Huyện ủy là ai?", "Đồng chí Lê", []),
        ("Phó Bí thư Huyện ủy là ai?", "Đồng chí Trần", []),
        ("Chủ tịch huyện là ai?", "Dân số", [Why.OFFICE]),
    ],
)
def test_who_holds_another_office_lacks_the_one_asked_for(
    several: Library, question: str, beginning: str, lacks: list[Why]
) -> None:
    assert [why for why, _ in lacked(several, question, beginning)] == lacks


@pytest.mark.parametrize(
    ("question", "beginning", "lacks"),
    [
        ("Tổng thu đạt bao nhiêu?", "Tổng thu", ()),
        ("Tổng thu đạt bao nhiêu?", "Tổng chi", ((Why.SIDE, "thu"),)),
        ("Tổng chi đạt bao nhiêu?", "Tổng chi", ()),
        ("Tổng chi đạt bao nhiêu?", "Tổng thu", ((Why.SIDE, "chi"),)),
        ("Tổng chi đạt bao nhiêu?", "Chi được", ((Why.SIDE, "chi"),)),  # saved is not spent
        ("Tổng thu và tổng chi đạt bao nhiêu?", "Tổng chi", ()),
    ],
)
def test_the_other_side_of_the_budget_lacks_the_one_asked_for(
    several: Library, question: str, beginning: str, lacks: Missing
) -> None:
    assert lacked(several, question, beginning) == lacks


def test_a_figure_is_had_in_digits_or_in_words_by_the_sentence_or_its_passage(several: Library) -> None:
    assert lacked(several, "12 trường dự gì?", "Có mười hai") == ()
    assert lacked(several, "57 trường dự gì?", "Có mười hai") == ((Why.FIGURE, "57"),)


def test_a_name_is_had_by_the_whole_section_and_the_title(several: Library) -> None:
    assert lacked(several, "Trần Văn Nam dự gì?", "Có mười hai") == ()
    assert lacked(several, "Trần Văn Nam dự gì?", "Dân số") == ((Why.NAME, "Trần Văn Nam"),)
    assert lacked(several, "Sơn Hà có gì?", "Dân số") == ()


def test_all_that_is_lacking_is_told_once(several: Library) -> None:
    question = "Năm 2017, thế kỷ XV, thế kỷ XV, ông Trần Văn Tèo có 57 trường và 57 trường?"
    found = lacked(several, question, "Dân số")
    assert found == (
        (Why.YEAR, "2017"),
        (Why.PERIOD, "thế kỷ XV"),
        (Why.FIGURE, "57"),
        (Why.NAME, "Trần Văn Tèo"),
    )
