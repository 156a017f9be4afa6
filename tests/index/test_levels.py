from pathlib import Path

import pytest

from index.errors import DataError
from index.levels import Levels
from index.library import Library
from index.normalize import has_accents
from index.records import Why
from index.tokens import tokens
from tests.index.builders import HEAD, TOTAL, bold, library, refused

TEXT = f"""{HEAD}I. THU
Tổng thu NSNN trên địa bàn huyện đạt {TOTAL}, bằng 104,2% dự toán tỉnh giao.
Toàn tỉnh trồng 900 ha rừng.
"""


@pytest.fixture(scope="module")
def district() -> Library:
    return library(TEXT)


def asked(question: str, *, figure: bool = True) -> list[str]:
    found = list(tokens(question))
    return [one.typed for one in Levels.load().asked(question, found, accented=has_accents(question), figure=figure)]


@pytest.mark.parametrize(
    ("question", "levels"),
    [
        ("Thu ngân sách toàn tỉnh bao nhiêu?", ["toàn tỉnh"]),
        ("thu ngan sach cua thanh pho bao nhieu", ["cua thanh pho"]),
        ("Thu của thành phố Cao Bằng bao nhiêu?", []),  # a place by name
        ("Bằng bao nhiêu % dự toán thành phố giao?", []),
        ("Thu trên địa bàn bao nhiêu?", []),
    ],
)
def test_a_level_is_asked_about_as_a_whole(question: str, levels: list[str]) -> None:
    assert asked(question) == levels


@pytest.mark.parametrize(
    ("question", "levels"),
    [
        ("thuế do phường thực hiện", ["phường thực hiện"]),
        ("tong thu ngan sach thanh pho", ["ngan sach thanh pho"]),
        ("dự toán thành phố giao", []),
        ("chống dịch của thành phố", []),
    ],
)
def test_bare_key_words_ask_about_a_levels_money_alone(question: str, levels: list[str]) -> None:
    assert asked(question, figure=False) == levels


@pytest.mark.parametrize("question", ["Vốn của xã hội bao nhiêu?", "Vốn của tỉnh ủy bao nhiêu?"])
def test_a_word_that_begins_as_a_level_is_none(question: str) -> None:
    assert asked(question) == []


def test_a_head_that_speaks_of_society_is_no_communes() -> None:
    assert Levels.load().of("Phát triển kinh tế - xã hội quận Hà Đông") == Levels.load().of("quận Hà Đông")


@pytest.mark.parametrize(
    "question", ["tổng thu NSNN ngân sách xã", "tong thu ngan sach tinh bao nhieu", "thu do thành phố thực hiện"]
)
def test_a_districts_money_is_no_other_levels(district: Library, question: str) -> None:
    assert refused(district, question).why is Why.SUBJECT


@pytest.mark.parametrize("question", ["Tổng thu NSNN toàn tỉnh bao nhiêu?", "tong thu nsnn cua thanh pho bao nhieu"])
def test_a_districts_figure_is_not_the_provinces_nor_the_citys(district: Library, question: str) -> None:
    assert refused(district, question).why is Why.SUBJECT


@pytest.mark.parametrize("question", ["Tổng thu NSNN của huyện bao nhiêu?", "tong thu nsnn toan huyen bao nhieu"])
def test_the_reports_own_level_is_its_own(district: Library, question: str) -> None:
    assert bold(district, question) == [TOTAL]


def test_a_sentence_that_speaks_of_the_level_answers(district: Library) -> None:
    assert bold(district, "Toàn tỉnh trồng bao nhiêu ha rừng?") == ["900 ha"]


def test_du_toan_thanh_pho_is_no_whole_city() -> None:
    assert not Levels.load().speaks(1, "bằng 105% dự toán thành phố giao".split())
    assert Levels.load().speaks(1, "chung của cả thành phố".split())


def test_a_report_of_no_known_level_is_left_alone() -> None:
    of_a_company, of_a_district = (
        library(
            f"BÁO CÁO\nKết quả năm 2020 của {whose} Sơn Hà\n\nI. THU\nTổng thu từ bán hàng đạt 12 tỷ đồng.\n"
            "Dân số tăng.\nII. CHI\nLương tăng nhẹ.\nTổng chi đạt 9 tỷ đồng.\nIII. KHÁC\nKho hàng mở rộng ở cảng.\n"
        )
        for whose in ("Công ty", "huyện")
    )
    question = "Tổng thu bán hàng của thành phố đạt bao nhiêu?"
    assert bold(of_a_company, question) == ["12 tỷ đồng"]
    reply = refused(of_a_district, question)
    assert (reply.why, reply.missing) == (Why.SUBJECT, ("của thành phố",))


@pytest.mark.parametrize(
    ("content", "message"),
    [("[[levels]]\nnoun = 'xã'\n", r"levels\.0\.phrases: .*required"), ("[[levels", "no list of levels")],
)
def test_a_broken_file_is_named_with_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "levels.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        Levels.load(path)
