import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.aliases import aliases
from tests.index.builders import HEAD, answered, library


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Hồ Gươm, còn gọi là hồ Hoàn Kiếm, rộng 12 ha.", ("Hồ Gươm", "hồ Hoàn Kiếm")),
        ("Chợ Đồng Xuân (còn được gọi là chợ Lớn) mở cửa.", ("Chợ Đồng Xuân", "chợ Lớn")),
        ("Chợ Đồng Xuân hay còn gọi là chợ Lớn.", ("Chợ Đồng Xuân", "chợ Lớn")),
        ("Chợ Đồng Xuân, thường gọi là “chợ Lớn” từ lâu", ("Chợ Đồng Xuân", "chợ Lớn")),
        (
            "thực hiện Đề án phát triển dữ liệu dân cư (sau đây gọi tắt là Đề án 06) đã xong",
            ("Đề án phát triển dữ liệu dân cư", "Đề án 06"),
        ),
    ],
)
def test_a_report_shows_another_name(text: str, pair: tuple[str, str]) -> None:
    assert aliases(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Điều này thường được gọi là hiệu ứng nhà kính.",  # says what it is, and names nothing
        "các thầy ở Tây Tạng, thường được gọi là Lạt-ma.",  # of whom?
        "giá trị thông thường (còn gọi là số vô hạn)",  # where the first name begins can't be told
        "Hồ Gươm, còn gọi là " + "rất " * 20 + "dài.",
        "Hồ Gươm rộng 12 ha.",
        "còn gọi là hồ",
        "",
    ],
)
def test_what_is_no_name_or_has_no_bounds_is_left_alone(text: str) -> None:
    assert aliases(text) == []


def test_a_question_with_the_other_name_finds_the_sentence() -> None:
    of = library(
        HEAD + "I. DU LỊCH\nHồ Gươm, còn gọi là hồ Lục Thủy, là thắng cảnh.\nHồ Gươm đón 8.400 lượt khách.\n"
        "II. KHÁC\nHuyện trồng 320 ha rừng.\nHồ Núi Cốc đón 950 lượt khách.\n"
    )
    assert "Lục Thủy" in answered(of, "Hồ Lục Thủy là gì?").best.text
    assert any("luc thuy" in terms for terms in of.understand("Hồ Gươm đón bao nhiêu khách?").expansions.values())


PIECES = [*"HồG ,(“”).\n", " còn gọi là ", " gọi tắt là ", "Hồ Gươm, ", "đề án ", "Đề án 06"]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_both_names_stand_in_the_text(text: str) -> None:
    assert all(a in text and b in text and a and b for a, b in aliases(text))
