import pytest

from index.constraints import Constraints, searchable, told_years, years_in
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


@pytest.mark.parametrize(
    ("question", "typed", "years", "figures"),
    [
        ("Thập niên 80 có gì?", ["Thập niên 80"], (), []),
        ("thap nien 80 co gi", ["thap nien 80"], (), []),
        ("Những năm 1980 có gì?", ["Những năm 1980"], (), []),
        ("Thế kỷ 19 có 57 trường không?", ["Thế kỷ 19"], (), ["57"]),
        ("Từ thập niên 80 đến năm 2020 có gì?", ["thập niên 80"], (2020,), []),
        ("Từ thế kỷ XIX đến thập niên 1990 có gì?", ["thế kỷ XIX", "thập niên 1990"], (), []),
        ("Năm 1980 có 80 trường không?", [], (1980,), ["80"]),
    ],
)
def test_decades_and_centuries_are_neither_years_nor_figures(
    question: str, typed: list[str], years: tuple[int, ...], figures: list[str]
) -> None:
    found = constraints_of(question)
    assert [one.typed for one in found.eras] == typed
    assert found.years == years
    assert [form for form, _ in found.figures] == figures


def test_a_century_is_no_name() -> None:
    # "Thế kỷ XV" was looked for as a name of capitals
    assert constraints_of("Vào Thế kỷ XV có gì?").names == ()


@pytest.mark.parametrize(
    ("question", "compared"),
    [
        ("Thu năm 2020 tăng bao nhiêu so với năm 2019?", {2019}),
        ("Thu năm 2020 tăng bao nhiêu so với 2019?", {2019}),
        ("thu nam 2020 tang bao nhieu so voi nam 2019", {2019}),
        ("Thu tăng bao nhiêu so với cùng kỳ năm 2019?", {2019}),
        ("Thu tăng bao nhiêu so với cùng kỳ của năm 2019?", {2019}),
        ("Thu tăng bao nhiêu so cùng kì 2019?", {2019}),
        ("Thu cao hơn năm 2019 bao nhiêu?", {2019}),
        ("Thu thấp hơn cùng kỳ năm 2019 bao nhiêu?", {2019}),
        ("Thu nhiều hơn của năm 2019 bao nhiêu?", {2019}),
        ("Thu ít hơn 2019 bao nhiêu?", {2019}),
        ("Thu tăng hơn năm 2019 bao nhiêu?", {2019}),
        ("thu giam hon nam 2019 bao nhieu", {2019}),
        ("Thu kém năm 2019 bao nhiêu?", {2019}),
        ("Dân số năm 2019 là bao nhiêu?", set()),  # in each a syllable that may compare
        ("dan so nam 2019 la bao nhieu", set()),
        ("Có bao nhiêu hồ sơ năm 2019?", set()),
        ("Có bao nhiêu cơ sở năm 2019?", set()),
        ("Cấp bao nhiêu văn bằng năm 2019?", set()),
        ("Thu bằng năm 2019 không?", set()),
        ("Khá hơn năm 2019 không?", set()),
        ("So với năm 2018, thu năm 2019 và 2020 thế nào?", {2018}),
        ("Thu năm 2019 đạt bao nhiêu?", set()),
        ("So với dự toán năm 2019, thu thế nào?", set()),
        ("Thu so với quý I năm 2019 thế nào?", set()),
        ("Hồ sơ với năm 20190?", set()),
        ("Thu hơn thập niên 1980?", set()),
    ],
)
def test_years_that_something_is_only_compared_with(question: str, compared: set[int]) -> None:
    found = constraints_of(question)
    assert found.compared == compared
    assert found.compared <= set(found.years)


@pytest.mark.parametrize("question", ["Dân số cùng kỳ năm 2019 là bao nhiêu?", "Có bao nhiêu hồ sơ cùng kỳ năm 2019?"])
def test_what_ends_in_a_syllable_like_the_one_that_compares_does_not(question: str) -> None:
    assert constraints_of(question).compared == set()


def test_of_two_years_only_that_which_stands_behind_the_comparison_is_compared_with() -> None:
    assert constraints_of("So với năm 2018, dân số năm 2019 ra sao?").compared == {2018}
    assert constraints_of(f"So với {'rất ' * 50}năm 2019?").compared == set()


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        ("Năm tới huyện làm gì?", ((1, "Năm tới"),)),
        ("nam ngoai huyen lam gi", ((-1, "nam ngoai"),)),
        ("Năm 2020 huyện làm gì?", ()),
    ],
)
def test_years_by_how_far_they_are_from_the_reports(question: str, steps: tuple[tuple[int, str], ...]) -> None:
    found = constraints_of(question)
    assert found.steps == steps
    assert bool(found) is bool(steps or found.years)


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
    assert len(constraints_of("thế kỷ XX; " * 1_000).eras) <= 100


@pytest.mark.parametrize(
    ("question", "any_"),
    [("Trồng rừng thế nào?", False), ("Thu 2020?", True), ("Thu của Sơn Hà?", True), ("Thế kỷ XX?", True)],
)
def test_constraints_are_true_where_there_are_any(question: str, any_: bool) -> None:
    assert bool(constraints_of(question)) is any_


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Thu đạt 12 tỷ đồng, bằng 112% so với cùng kỳ năm 2023.", set()),
        ("Thu đạt 12 tỷ đồng, bằng 112% cùng kỳ năm 2023.", set()),
        ("Trồng 5 ha, tăng 2 ha so với năm 2021", set()),
        ("Năm 2022 thu 12 tỷ đồng, cao hơn năm 2021.", {2022}),
        ("Thu 12 tỷ đồng, trong khi cùng kỳ năm 2023 thu 10 tỷ đồng.", {2023}),
        ("Tăng so với năm 2021; riêng năm 2021 thu 10 tỷ đồng.", {2021}),
        ("Giai đoạn 2019-2021 tăng nhanh.", {2019, 2020, 2021}),
        ("Trồng 5 ha rừng.", set()),
    ],
)
def test_the_years_that_a_text_is_about_are_none_that_it_compares_with(text: str, years: set[int]) -> None:
    assert told_years(text) == years
