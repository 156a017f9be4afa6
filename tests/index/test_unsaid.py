"""A question's nouns that a sentence does not say, in three reports."""

from pathlib import Path

import pytest

from index.errors import DataError
from index.library import Library
from index.unsaid import DEFAULT, general
from tests.index.builders import HEAD, answered, library


@pytest.fixture(scope="module")
def homes() -> Library:
    return library(
        f"""{HEAD}I. ĐỜI SỐNG
Tỷ lệ hộ có nhà kiên cố là 81,5%, tỷ lệ hộ có xe máy là 92,3%.
Trường học được sơn sửa. Các hộ dân đồng thuận.
II. NÔNG NGHIỆP
Tổng diện tích gieo trồng đạt 900 ha. Trong đó: lạc 120 ha, đậu tương 80 ha, sắn 300 ha.
Diện tích nuôi cá là 40 ha.
III. ĐOÀN THỂ
Đoàn Thanh niên xã kết nạp 45 đoàn viên. Đoàn tổ chức 3 buổi tọa đàm.
"""
    )


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("tỷ lệ hộ có ô tô", "ô tô"),
        ("tỷ lệ hộ có tủ lạnh bao nhiêu", "tủ lạnh"),
        ("diện tích nuôi tôm bao nhiêu", "tôm"),
        ("diện tích nuôi ốc", "ốc"),
    ],
)
def test_what_the_sentence_does_not_speak_of_is_said_and_its_figures_are_not_bold(
    homes: Library, question: str, noun: str
) -> None:
    answer = answered(homes, question)
    assert noun in answer.missing
    assert (answer.sure, answer.spans) == (False, ())


@pytest.mark.parametrize(
    "question",
    [
        "tỷ lệ hộ có nhà kiên cố bao nhiêu",
        "diện tích nuôi cá",
        "số lượng đoàn viên kết nạp",  # what only asks how many
        "tổng diện tích gieo trồng trên địa bàn",
        "Đoàn Thanh niên tổ chức mấy buổi tọa đàm?",  # a body is looked for apart
        "Vì sao ô tô bị cấm?",  # asks for no figure
    ],
)
def test_what_it_speaks_of_or_need_not_is_not(homes: Library, question: str) -> None:
    reply = homes.ask(question)
    assert not getattr(reply, "missing", ())


def test_a_sentence_that_has_the_noun_goes_before_one_that_has_the_other_words(homes: Library) -> None:
    assert "sắn 300 ha" in answered(homes, "diện tích sắn").best.text


def test_what_the_passage_speaks_of_may_be_bold_but_is_never_sure() -> None:
    of = library(
        f"{HEAD}I. HÀNG HẢI\nCảng cá Sơn Trà mở từ năm 1990. Mỗi năm đón 820 lượt tàu cập bến.\nDân số tăng nhẹ.\n"
        "II. VĂN HÓA\nLễ hội thu hút đông du khách. Đội văn nghệ đi hội diễn.\n"
    )
    answer = answered(of, "cảng cá mỗi năm đón bao nhiêu lượt tàu")
    assert answer.missing == ("cảng",)
    assert not answer.sure
    assert [answer.best.report.quote(span) for span in answer.spans] == ["820 lượt"]


def test_a_broken_list_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "unsaid.toml"
    broken.write_text(DEFAULT.read_text(encoding="utf-8").replace("general = [", "general = [1, ", 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"unsaid\.toml"):
        general(broken)
