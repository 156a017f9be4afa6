import pytest

from index.constraints import Constraints, searchable, years_in
from index.constraints import constraints_of as of_tokens
from index.timespans import Timespans
from index.tokens import tokens


def constraints_of(question: str) -> Constraints:
    found = list(tokens(question))
    return of_tokens(question, found, Timespans.load().find(question, found), accented=True)


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("Thu năm 2017 đạt bao nhiêu?", (2017,)),
        ("Năm 2020 so với 2019 ra sao?", (2019, 2020)),
        ("Đến 31/12/2020 thu bao nhiêu?", (2020,)),
        ("Thu 2017 tỷ và 12020 hộ?", (2017,)),
        ("Thu bao nhiêu?", ()),
        ("Năm 1899 và 2100?", ()),
    ],
)
def test_the_years_of_a_question(question: str, years: tuple[int, ...]) -> None:
    assert constraints_of(question).years == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("giai đoạn 2016-2019", {2016, 2017, 2018, 2019}),
        ("giai đoạn 2016 – 2018", {2016, 2017, 2018}),
        ("số 2020-2016", {2016, 2020}),
        ("1900-2020", {1900, 2020}),
        ("ngày 5/6/2020", {2020}),
        ("không năm nào", set()),
    ],
)
def test_the_years_of_a_text_with_every_year_of_a_span(text: str, years: set[int]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Vì sao giảm 22,8%?", ["22,8"]),
        ("Ai nhận 1.200 tỷ?", ["1200"]),
        ("Có 57 trường không?", ["57"]),
        ("Có 2 việc gì?", []),
        ("Khóa 3 và quý 2 thế nào?", ["3"]),
        ("Thu 11 tháng đạt bao nhiêu?", []),
        ("Ngày 15/6 thế nào?", ["15"]),
        ("Năm 2020 thu 15 tỷ?", ["15"]),
    ],
)
def test_the_figures_of_a_question_that_are_facts(question: str, figures: list[str]) -> None:
    assert [form for form, _ in constraints_of(question).figures] == figures


@pytest.mark.parametrize("question", ["²", "Rộng 10² bao nhiêu?", "Mục ① nói gì?", "Điều ٣ nói gì?", "Ⅻ và ½?"])
def test_digits_that_are_no_decimals_break_nothing(question: str) -> None:
    # "²".isdigit() is true, and int("²") raises
    assert constraints_of(question).years == ()


def test_a_figure_is_kept_as_typed_too() -> None:
    assert constraints_of("Ai nhận 1.200 tỷ?").figures == (("1200", "1.200"),)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Ông Trần Văn Nam làm gì?", ["Trần Văn Nam"]),
        ("Bà Lê Thị Hạnh làm gì?", ["Lê Thị Hạnh"]),
        ("Xã Tân Lập thu bao nhiêu?", ["Tân Lập"]),
        ("Thu của Sơn Hà và Ba Vì?", ["Sơn Hà", "Ba Vì"]),
        ("Nguyễn Nam là ai?", ["Nguyễn Nam"]),
        ("Thu ngân sách bao nhiêu?", []),
        ("Có ai dự không? Thu thế nào?", []),
        ("THU NGÂN SÁCH SƠN HÀ BAO NHIÊU?", []),
        ("Ủy ban nhân dân huyện làm gì?", []),
        ("tran van nam la ai", []),
        ("Thu Quý I và QII thế nào?", []),
    ],
)
def test_the_proper_names_of_a_question(question: str, names: list[str]) -> None:
    assert [typed for _, typed in constraints_of(question).names] == names


def test_a_name_is_looked_for_as_whole_folded_syllables() -> None:
    (form, _), *_ = constraints_of("Thu của Tân Lập?").names
    assert form in searchable(["xa", "tan", "lap", "thu"])
    assert form not in searchable(["tan", "lapp"])


def test_a_question_of_a_thousand_figures_is_not_all_looked_at() -> None:
    assert len(constraints_of(" ".join(map(str, range(1_000)))).figures) <= 100


@pytest.mark.parametrize(
    ("question", "any_"), [("Trồng rừng thế nào?", False), ("Thu 2020?", True), ("Thu của Sơn Hà?", True)]
)
def test_constraints_are_true_where_there_are_any(question: str, any_: bool) -> None:
    assert bool(constraints_of(question)) is any_
