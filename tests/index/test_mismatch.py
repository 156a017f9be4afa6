"""What sentences lack of a question, each asked by itself."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from index.library import Library
from index.mismatch import Mismatch
from index.normalize import fold
from index.records import Why
from index.subjects import Missing
from tests.index.builders import HEAD, answered, library, refused


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
Năm 1982 nhà máy kem mở cửa.
Nhà máy bia có 1985 công nhân.
II. NHỮNG NĂM 80
Nhà máy dệt hoạt động tốt.
III. TÌNH HÌNH NĂM 1985
1. Việc làm
Nhà máy vải hoạt động tốt.
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
        ("Năm 1982", True),  # where it begins a sentence
        ("Nhà máy bia", False),  # a count
        ("Nhà máy vải", True),  # by the outer heading, which ends in a year
    ],
)
def test_a_decade_is_lacking_unless_a_year_or_an_era_of_its_stands_in_the_passage_or_a_heading(
    eras: Library, typed: str, beginning: str, held: bool
) -> None:
    found = lacked(eras, f"Nhà máy hoạt động ra sao trong {typed}?", beginning)
    assert [(why, fold(what)) for why, what in found] == ([] if held else [(Why.PERIOD, fold(typed))])


def test_a_century_is_of_all_its_years_and_decades(eras: Library) -> None:
    asked = "Nhà máy hoạt động ra sao ở thế kỷ XX?"
    of_another = ("Nhà máy đường", "Nhà máy thép", "Nhà máy bia", "Ai cũng")
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
Thu nhà đạt 5 tỷ đồng, tăng 7% so với cùng kỳ nhiệm kỳ trước.
Thu chợ đạt 5 tỷ đồng, tăng 7% so với cùng kỳ quý trước.
Thu bến đạt 5 tỷ đồng, tăng 7% so với cùng kỳ tháng trước.
Thu đò đạt 5 tỷ đồng, tăng 7% so với cùng kỳ năm trước.
Năm 2018 thu khác đạt 5 tỷ đồng, tăng 7% so với cùng kỳ.
"""
    )


@pytest.mark.parametrize(
    "question",
    ["Thu năm 2020 tăng bao nhiêu so với năm 2019?", "thu tang bao nhieu so voi 2019", "Thu cao hơn cùng kỳ 2019?"],
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
        ("Thu nhà", False),  # that is a term before
        ("Thu chợ", False),
        ("Thu bến", False),
        ("Thu đò", True),
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


@pytest.fixture(scope="module")
def counted() -> Library:
    return library(
        f"""{HEAD}I. DÂN SỐ
Dân số của huyện đạt 97.500 người, tăng 1,2% so với cùng kỳ.
Huyện tiếp nhận 5.400 hồ sơ, tăng 7% so với cùng kỳ.
Huyện có 340 cơ sở sản xuất, tăng 3% so với cùng kỳ.
Huyện cấp 120 văn bằng, giảm 2% so với cùng kỳ.
"""
    )


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Dân số của huyện {} đạt bao nhiêu người?", "97.500 người"),
        ("Huyện tiếp nhận bao nhiêu hồ sơ {}?", "5.400 hồ sơ"),
        ("Huyện có bao nhiêu cơ sở {}?", "340 cơ sở"),
        ("Huyện cấp bao nhiêu văn bằng {}?", "120 văn bằng"),
    ],
)
def test_what_ends_in_so_or_bang_compares_with_no_year_behind_it(counted: Library, question: str, figure: str) -> None:
    # "hồ sơ năm 2019" was taken for "so năm 2019"
    assert figure in answered(counted, question.format("năm 2020")).best.text
    reply = refused(counted, question.format("năm 2019"))
    assert (reply.why, reply.missing) == (Why.YEAR, ("2019",))


# The year behind a report's own, and the one before.


@pytest.fixture(scope="module")
def near() -> Library:
    return library(
        f"""{HEAD}I. KINH TẾ
Huyện trồng mới 320 ha rừng.
Huyện xây 12 trường học.
II. NHIỆM VỤ NĂM 2021
Huyện sửa 5 cây cầu.
III. NHIỆM VỤ NĂM TỚI
Huyện đào 7 cái ao.
IV. GIAO THÔNG
Năm ngoái huyện làm 9 km đường. Huyện mở 2 bến xe.
V. Y TẾ
Năm 2021 huyện mở 3 trạm y tế. Các trạm y tế đều mới.
VI. VĂN HÓA
Năm 2019 huyện mở 4 nhà văn hóa.
VII. THỂ THAO
Huyện xây 6 sân bóng, tăng 2 sân so với năm ngoái.
"""
    )


@pytest.mark.parametrize("typed", ["năm tới", "năm sau", "sang năm", "nam toi"])
@pytest.mark.parametrize(
    ("beginning", "held"),
    [
        ("Huyện trồng", False),
        ("Huyện xây 12", False),
        ("Huyện sửa", True),  # by its heading's year
        ("Huyện đào", True),  # by its heading's words
        ("Năm ngoái", False),
        ("Năm 2021 huyện", True),
        ("Các trạm", True),  # by its passage
        ("Năm 2019 huyện", False),
    ],
)
def test_asked_of_the_next_year_what_neither_names_it_nor_says_so_lacks_it(
    near: Library, typed: str, beginning: str, held: bool
) -> None:
    assert lacked(near, f"Huyện có gì mới trong {typed}?", beginning) == (() if held else ((Why.YEAR, "2021"),))


@pytest.mark.parametrize("typed", ["năm ngoái", "năm trước", "nam truoc"])
@pytest.mark.parametrize(
    ("beginning", "held"),
    [
        ("Huyện trồng", False),
        ("Huyện sửa", False),
        ("Năm ngoái", True),
        ("Huyện mở 2", True),  # by its passage
        ("Năm 2021 huyện", False),
        ("Năm 2019 huyện", True),
        ("Huyện xây 6", False),  # it only compares with it
    ],
)
def test_asked_of_last_year_what_neither_names_it_nor_says_so_lacks_it(
    near: Library, typed: str, beginning: str, held: bool
) -> None:
    assert lacked(near, f"Huyện có gì mới trong {typed}?", beginning) == (() if held else ((Why.YEAR, "2019"),))


def test_of_both_years_each_is_lacking_by_itself(near: Library) -> None:
    question = "Năm tới và năm ngoái huyện có gì mới?"
    assert lacked(near, question, "Huyện trồng") == ((Why.YEAR, "2021"), (Why.YEAR, "2019"))
    assert lacked(near, question, "Huyện đào") == ((Why.YEAR, "2019"),)
    assert lacked(near, question, "Năm 2019 huyện") == ((Why.YEAR, "2021"),)


@pytest.mark.parametrize("question", ["3 năm trước huyện có gì?", "Huyện có gì mới so với năm ngoái?"])
def test_what_is_no_one_year_or_compares_is_not_lacking(near: Library, question: str) -> None:
    assert not any(why is Why.YEAR for lacks in missing(near, question).values() for why, _ in lacks)


def test_in_a_report_of_several_years_or_none_the_next_is_not_known() -> None:
    for title in ("Kết quả nhiệm vụ giai đoạn 2019-2020 của huyện", "Kết quả nhiệm vụ của huyện"):
        of = library(f"BÁO CÁO\n{title}\n\nI. KINH TẾ\nHuyện trồng mới 320 ha rừng.\n")
        assert len(of.reports[0].years) != 1
        assert lacked(of, "Năm tới huyện trồng bao nhiêu ha rừng?", "Huyện trồng") == ()


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Năm tới huyện trồng mới bao nhiêu ha rừng?", "2021"),
        ("sang nam huyen trong moi bao nhieu ha rung", "2021"),
        ("Năm sau huyện xây bao nhiêu trường học?", "2021"),
        ("Huyện trồng mới bao nhiêu ha rừng năm ngoái?", "2019"),
        ("huyen xay bao nhieu truong hoc nam truoc", "2019"),
    ],
)
def test_this_years_figure_is_no_answer_to_a_question_for_another_years(
    near: Library, question: str, year: str
) -> None:
    reply = refused(near, question)
    assert (reply.why, reply.missing) == (Why.YEAR, (year,))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Huyện trồng mới bao nhiêu ha rừng?", "Huyện trồng mới 320 ha rừng."),
        ("Năm tới huyện sửa bao nhiêu cây cầu?", "Huyện sửa 5 cây cầu."),
        ("Năm sau huyện đào bao nhiêu cái ao?", "Huyện đào 7 cái ao."),
        ("Sang năm huyện mở bao nhiêu trạm y tế?", "Năm 2021 huyện mở 3 trạm y tế."),
        ("Huyện mở bao nhiêu nhà văn hóa năm ngoái?", "Năm 2019 huyện mở 4 nhà văn hóa."),
        ("Huyện xây bao nhiêu sân bóng so với năm ngoái?", "Huyện xây 6 sân bóng, tăng 2 sân so với năm ngoái."),
    ],
)
def test_what_is_said_of_the_year_that_is_asked_for_is_an_answer(near: Library, question: str, text: str) -> None:
    assert answered(near, question).best.text == text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Năm ngoái huyện mở bao nhiêu nhà văn hóa?", "Năm 2019 huyện mở 4 nhà văn hóa."),
        ("Năm trước huyện làm bao nhiêu km đường?", "Năm ngoái huyện làm 9 km đường."),
    ],
)
def test_last_years_own_figure_is_one_however_the_sentence_names_that_year(
    near: Library, question: str, text: str
) -> None:
    assert answered(near, question).best.text == text


def test_a_question_that_names_the_reports_year_is_not_of_the_next(near: Library) -> None:
    best = answered(near, "Bước sang năm 2020, huyện trồng mới bao nhiêu ha rừng?").best
    assert best.text == "Huyện trồng mới 320 ha rừng."


def test_more_than_last_year_is_answered_by_what_is_compared_with_it(near: Library) -> None:
    best = answered(near, "Huyện xây sân bóng nhiều hơn năm ngoái bao nhiêu sân?").best
    assert best.text == "Huyện xây 6 sân bóng, tăng 2 sân so với năm ngoái."


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
