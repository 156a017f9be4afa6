"""What is told of each figure; the sentences show what real reports do, in other words than theirs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.amounts import amounts
from index.clauses import told
from index.mentions import mentions
from tests.index.hostile import FRAGMENTS

Lines = list[tuple[str, ...]]


def lines(text: str, years: frozenset[int] = frozenset({2020})) -> Lines:
    """What each figure is of, the figure, and what compares it."""
    found = told(text, amounts(text, mentions(text)), years)
    return [tuple(text[slice(*place)] for place in (one.what, one.figure, *one.beside)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng thu NSNN trên địa bàn đạt 15 tỷ đồng, bằng 104,2% dự toán Tỉnh giao và bằng 109% so với cùng kỳ.",
            [
                (
                    "Tổng thu NSNN trên địa bàn",
                    "15 tỷ đồng",
                    "bằng 104,2% dự toán Tỉnh giao",
                    "bằng 109% so với cùng kỳ",
                )
            ],
        ),
        (
            "Về thu ngân sách, năm 2020 trên địa bàn quận thu được tổng số 15 tỷ đồng, 107% mức cùng kỳ.",
            [("thu ngân sách", "15 tỷ đồng", "107% mức cùng kỳ")],
        ),
        (
            "Thu đạt khá (thuế nhà đất đạt 5 tỷ đồng, bằng 90% dự toán); thu phí: 2 tỷ đồng (đạt 111% kế hoạch).",
            [("thuế nhà đất", "5 tỷ đồng", "bằng 90% dự toán"), ("thu phí", "2 tỷ đồng", "đạt 111% kế hoạch")],
        ),
        (
            "Kim ngạch xuất khẩu tăng gần 17% so với năm trước; trong đó khu vực chế biến, chế tạo giảm 8,1%.",
            [
                ("Kim ngạch xuất khẩu", "tăng gần 17% so với năm trước"),
                ("khu vực chế biến, chế tạo", "giảm 8,1%"),
            ],
        ),
        ("Tỷ lệ hộ nghèo giảm xuống còn 3,95%.", [("Tỷ lệ hộ nghèo", "3,95%")]),
        ("Huyện có 12 trường đạt chuẩn quốc gia.", [("trường đạt chuẩn quốc gia", "12 trường")]),
        ("100% hộ dân được dùng nước sạch.", [("hộ dân được dùng nước sạch", "100%")]),
        (
            "Đến nay, quận đã tiêm vắc xin cho 210.616 người từ 18 tuổi trở lên, đạt 98%.",
            [("quận đã tiêm vắc xin cho", "210.616 người", "đạt 98%")],
        ),
        (
            "Tỉnh thu hút 28 dự án đầu tư mới với tổng vốn đăng ký hơn 450 tỷ đồng; thành lập mới 64 hợp tác xã.",
            [
                ("Tỉnh thu hút", "28 dự án đầu tư mới"),
                ("tổng vốn đăng ký", "hơn 450 tỷ đồng"),
                ("thành lập mới", "64 hợp tác xã"),
            ],
        ),
        (
            "Huyện cắt giảm hội nghị, lễ kỷ niệm, với số tiền 3 tỷ đồng.",
            [("Huyện cắt giảm hội nghị, lễ kỷ niệm", "3 tỷ đồng")],
        ),
        ("Đàn gia cầm có khoảng 12,98 triệu con.", [("Đàn gia cầm", "khoảng 12,98 triệu con")]),
        ("Huyện có 4 hộ nghèo và 9 hộ cận nghèo.", [("hộ nghèo", "4 hộ"), ("hộ cận nghèo", "9 hộ")]),
    ],
)
def test_a_figure_is_told_with_its_own_words(text: str, expected: Lines) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ này là 5%.",
        "Bao gồm 10% tiết kiệm chi thường xuyên từ đầu năm.",
        "Cao hơn cùng kỳ (7,65%).",
        "Trong đó đã tính cả mức 10% thực hiện ngay từ đầu năm.",
        "Đạt 15 tỷ đồng.",
        "Toàn tỉnh hiện có 200/264 xã và 1 huyện đạt chuẩn.",
        "Đến nay, 11 huyện, thành phố của tỉnh đã gieo cấy với diện tích 50 ha.",
        "Triển khai đề án nhằm giảm hộ có thu nhập dưới 50 triệu đồng.",
    ],
)
def test_a_figure_of_which_it_can_not_be_told_what_it_is_of_is_left_out(text: str) -> None:
    assert lines(text) == []


def test_an_aim_is_told_as_one_or_not_at_all() -> None:
    assert lines("Phường phấn đấu tổng thu ngân sách đạt 170 tỷ đồng; tỷ lệ gia đình văn hóa là 88%.") == [
        ("Phường phấn đấu tổng thu ngân sách", "170 tỷ đồng")
    ]


def test_another_year_than_the_reports_is_told_with_the_figure_or_it_is_left_out() -> None:
    text = "Năm 2019, thu ngân sách đạt 74 tỷ đồng (đạt 117% kế hoạch), thu phí đạt 58 tỷ đồng."
    assert lines(text) == [("Năm 2019, thu ngân sách", "74 tỷ đồng", "đạt 117% kế hoạch")]
    assert lines(text, frozenset({2019})) == [
        ("thu ngân sách", "74 tỷ đồng", "đạt 117% kế hoạch"),
        ("thu phí", "58 tỷ đồng"),
    ]


def test_what_is_said_of_one_figure_leads_to_no_other() -> None:
    # "chết và" was told as what the injured were of
    assert lines("Toàn tỉnh xảy ra 26 vụ tai nạn, làm 7 người chết và 35 người bị thương.") == [
        ("Toàn tỉnh xảy ra", "26 vụ tai nạn")
    ]
    # … and "cây trồng các loại" as what the share of the plan was of
    assert lines("Diện tích gieo trồng đạt 26,4 ha cây trồng các loại, đạt 99,6% kế hoạch.") == [
        ("Diện tích gieo trồng", "26,4 ha", "đạt 99,6% kế hoạch")
    ]


def test_a_list_that_goes_on_behind_an_amount_is_not_what_the_next_is_of() -> None:
    text = "Hội tặng quà là 35 tấn gạo cho hội viên, hộ cận nghèo, gia đình chính sách với tổng số tiền 2,1 tỷ đồng."
    assert lines(text) == [("Hội tặng quà", "35 tấn")]


def test_an_amount_that_nothing_parts_from_what_is_said_of_another_is_left_out() -> None:
    assert lines("Huyện hỗ trợ giống cho 26 hộ nghèo tại 99,6% số thôn.") == [("Huyện hỗ trợ giống cho", "26 hộ")]


def test_a_comparison_with_another_time_in_brackets_is_no_figure() -> None:
    assert lines("Huyện xảy ra 26 vụ cháy (so với năm 2019, giảm 7 vụ, giảm 4 người chết).") == [
        ("Huyện xảy ra", "26 vụ cháy")
    ]


def test_a_noun_is_not_cut_where_another_goes_on_with_it() -> None:
    assert lines("Công an làm rõ 12 vụ rất nghiêm trọng và đặc biệt nghiêm trọng.") == [("Công an làm rõ", "12 vụ")]
    assert lines("Trong kỳ có 23 ngành sản xuất tăng so với tháng trước.") == []


def test_a_names_last_word_is_not_cut_off() -> None:
    found = lines("Hội phụ nữ tặng 5 suất học bổng Lương Định Của.")
    assert found == [("Hội phụ nữ tặng", "5 suất học bổng Lương Định Của")]


PIECES = [
    *FRAGMENTS,
    "Tổng thu đạt ",
    "bằng 105% dự toán",
    "có 12 trường mới",
    "(",
    "); ",
    ", trong đó ",
    " và ",
    "năm 2019, ",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_all_that_is_told_of_any_text_lies_in_it_and_no_figure_is_told_twice(text: str) -> None:
    figures = []
    for one in told(text, amounts(text, mentions(text)), frozenset({2020})):
        for start, end in (one.what, one.figure, *one.beside):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert any(c.isalpha() for c in text[slice(*one.what)])
        figures += [one.figure, *one.beside]
    assert len(figures) == len(set(figures))


def test_a_line_without_end_is_no_sentence() -> None:
    assert lines("Tổng thu đạt 5 tỷ đồng, " * 2_000) == []


def belongs(text: str) -> list[tuple[str | None, str, str]]:
    """To what each figure belongs, what it is of, and itself."""
    found = told(text, amounts(text, mentions(text)), frozenset({2020}))
    places = [(one.of, one.what, one.figure) for one in found]
    return [(text[slice(*of)] if of else None, text[slice(*what)], text[slice(*figure)]) for of, what, figure in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "năng suất: 48,2 tạ/ha" was listed, and nobody could tell of what
        (
            "Trong đó: lúa 412 ha, năng suất 61,5 tạ/ha; ngô 128 ha, năng suất 48,2 tạ/ha.",
            [("lúa", "năng suất", "61,5 tạ/ha"), ("ngô", "năng suất", "48,2 tạ/ha")],
        ),
        (
            "Lúa mùa: diện tích 320 ha, sản lượng đạt 1.250 tấn.",
            [("Lúa mùa", "diện tích", "320 ha"), ("Lúa mùa", "sản lượng", "1.250 tấn")],
        ),
        (
            "Diện tích chè đạt 320 ha, sản lượng 1.250 tấn.",
            [(None, "Diện tích chè", "320 ha"), ("chè", "sản lượng", "1.250 tấn")],
        ),
        (
            "Gieo cấy 398 ha lúa, năng suất 60 tạ/ha.",
            [(None, "Gieo cấy", "398 ha lúa"), ("lúa", "năng suất", "60 tạ/ha")],
        ),
    ],
)
def test_a_quantity_that_names_nothing_is_of_what_its_clause_is_about(
    text: str, expected: list[tuple[str | None, str, str]]
) -> None:
    assert belongs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Năng suất bình quân đạt 51 tạ/ha.",
        "Thu NSNN đạt khá; kế hoạch cả năm 2020 là 64 triệu đồng.",
        "Diện tích cam 45 ha, diện tích chè 60 ha, năng suất 98 tạ/ha.",  # of the one or the other
    ],
)
def test_a_quantity_of_which_it_cannot_be_told_what_it_is_of_is_not_told(text: str) -> None:
    assert not any(what.lower().startswith(("năng suất", "kế hoạch")) for _, what, _ in belongs(text))


@pytest.mark.parametrize(
    "text",
    ["Trường có 12 giáo viên, nhân viên và 300 học sinh giỏi.", "Tổ chức 3 đợt tuyên truyền tại 12 thôn bản."],
)
def test_what_is_counted_is_not_cut_behind_a_short_name(text: str) -> None:
    # "UBND xã: 21 cán bộ" of "UBND xã có 21 cán bộ, công chức và …", "tổ chức: 2 đợt"
    assert not {figure for _, _, figure in belongs(text)} & {"12 giáo viên", "3 đợt"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu phí, lệ phí đạt 35 triệu đồng.", [("Thu phí, lệ phí", "35 triệu đồng")]),
        ("Số hộ có ba con trở lên là 12 hộ.", [("Số hộ có ba con trở lên", "12 hộ")]),
        ("Xử lý 8 trường hợp lấn chiếm đất đai.", [("Xử lý", "8 trường hợp lấn chiếm đất đai")]),
    ],
)
def test_a_name_is_not_cut(text: str, expected: Lines) -> None:
    assert lines(text) == expected
