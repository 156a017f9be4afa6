import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grouping import Group, grouped, own_names
from bot.storage import Unanswered
from tests.bot.samples import report_of

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def asked(*questions: str, why: str | None = "not-in-report") -> list[Unanswered]:
    """The questions, a minute apart."""
    return [Unanswered(text, NOON + timedelta(minutes=i), why) for i, text in enumerate(questions)]


def ways(*questions: str) -> list[set[str]]:
    """The groups, each as the ways it is put."""
    return [set(group.ways) for group in grouped(asked(*questions))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tổng thu ngân sách năm 2019 là bao nhiêu?", "tong thu ngan sach nam 2019 bao nhieu"),
        ("chủ tịch nước là ai", "Ai là chủ tịch nước"),
        ("giá vé sân vận động", "cho tôi hỏi giá vé sân vận động ạ"),
        ("dự án vườn hoa của quận", "dự án vườn hoa quận"),
        ("giá vé vào cổng sân vận động", "giá vé vào sân vận động"),  # a word more in a long one
        ("tổng thu ngân sách năm 2019", "tohng thu ngân sách năm 2019"),  # a slip
        ("dân số quận bao nhiêu", "dân số quận bao nhiêu người"),  # a unit more
        ("tổng chi quý I bao nhiêu tỷ", "tong chi quy I"),
        ("dự án vườn hoa Lý Thái Tổ", "dự án vườnhoa Lý Thái Tổ"),  # a space left out
        ("hoà bình ở đâu", "hòa bình ở đâu"),
    ],
)
def test_questions_that_ask_alike_are_one_group(one: str, other: str) -> None:
    assert ways(one, other) == ways(other, one) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tổng thu ngân sách năm 2019", "tổng chi ngân sách năm 2019"),
        ("tổng thu ngân sách năm 2018", "tổng thu ngân sách năm 2019"),
        ("tổng thu ngân sách quận", "tổng thu ngân sách quận 2019"),  # which year counts
        ("số hộ nghèo", "số hộ cận nghèo"),
        ("xử phạt bao nhiêu vụ", "xử phạt bao nhiêu người"),  # in two units
        ("bao nhiêu", "là ai"),
    ],
)
def test_questions_that_ask_something_else_are_two(one: str, other: str) -> None:
    assert len(ways(one, other)) == 2


def test_the_name_of_the_place_whose_report_it_is_makes_no_other_question() -> None:
    own = own_names([report_of("Thu tăng.", title="BÁO CÁO kết quả năm 2020 của Đảng bộ quận Hoàn Kiếm")])
    assert own == {"hoan", "kiem"}
    questions = asked(
        "dân số quận là bao nhiêu?", "dan so quan hoan kiem", "Dân số của quận bao nhiêu người?", "Hoàn Kiếm"
    )
    assert [set(group.ways) for group in grouped(questions, own)] == [
        {"dân số quận là bao nhiêu?", "dan so quan hoan kiem", "Dân số của quận bao nhiêu người?"},
        {"Hoàn Kiếm"},
    ]


def test_the_most_asked_comes_first_and_is_named_by_its_most_frequent_way() -> None:
    found = grouped(asked("dân số?", "ten lua bay xa", "tên  lửa bay xa", "tên lửa bay xa", "tên lửa bay xa bao nhiêu"))
    assert [group.count for group in found] == [4, 1]
    assert found[0].ways == ("tên lửa bay xa", "tên lửa bay xa bao nhiêu", "ten lua bay xa")
    assert found[0].last == NOON + timedelta(minutes=4)


def test_of_ways_alike_in_number_the_one_with_accents_names_the_group() -> None:
    assert grouped(asked("bao tang o dau", "bảo tàng ở đâu"))[0].ways[0] == "bảo tàng ở đâu"


def test_the_reasons_come_most_frequent_first() -> None:
    questions = [*asked("tên lửa", why="not-in-report"), *asked("ten lua", "tên lửa", why="year-not-in-report")]
    questions += asked("tên lửa?", why=None)
    assert grouped(questions)[0].whys == ("year-not-in-report", "not-in-report")


def test_nothing_asked_is_no_group() -> None:
    assert grouped([]) == ()


_WORDS = st.sampled_from(
    "thu chi ngân sach quận ngna tohng 2019 2020 hộ nghèo tênlửa tên lửa ? là bao nhiêu \u0301".split()
)
_TEXTS = st.lists(st.lists(_WORDS, max_size=7).map(" ".join) | st.text(max_size=12), max_size=12)


@given(texts=_TEXTS, seed=st.integers(0, 99))
def test_every_question_is_in_one_group_whatever_the_order(texts: list[str], seed: int) -> None:
    questions = asked(*texts)
    found = grouped(questions)
    assert sum(group.count for group in found) == len(questions)
    all_ways = [way for group in found for way in group.ways]
    assert len(all_ways) == len(set(all_ways))
    assert all(group.ways for group in found)
    shuffled = random.Random(seed).sample(questions, len(questions))
    assert grouped(shuffled) == found


def test_a_group_of_one_says_when() -> None:
    assert grouped(asked("tên lửa")) == (Group(("tên lửa",), 1, NOON, ("not-in-report",)),)
