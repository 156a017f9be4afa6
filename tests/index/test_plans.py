from pathlib import Path

import pytest

from index.errors import DataError
from index.normalize import has_accents
from index.plans import DEFAULT, Plans
from index.tokens import tokens


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("thu ngân sách bao nhiêu", False),
        ("kế hoạch thu ngân sách bao nhiêu", True),
        ("ke hoach thu ngan sach", True),
        ("phấn đấu thu cả năm bao nhiêu", True),
        ("sẽ trồng bao nhiêu ha rừng", True),
        ("se trong bao nhieu ha rung", False),  # sẻ, sẽ, sê
        ("huyện giao thu bao nhiêu", True),
        ("giao quân bao nhiêu thanh niên", False),
    ],
)
def test_a_question_on_a_plan_says_so(question: str, plan: bool) -> None:
    assert Plans.load().asked(list(tokens(question)), accented=has_accents(question)) is plan


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("Phấn đấu thu ngân sách đạt 12 tỷ đồng.", True),
        ("Dự toán thu năm 2023 huyện giao là 9 tỷ đồng.", True),
        ("- Chỉ tiêu giảm nghèo là 12 hộ.", True),
        ("Chỉ tiêu giảm nghèo đã hoàn thành với 12 hộ.", False),
        ("Phấn đấu, nỗ lực vươn lên, xã đã thu 12 tỷ đồng.", False),
        ("Thu ngân sách đạt 12 tỷ đồng, bằng 60% dự toán.", False),
        ("Trồng 5 ha rừng, phấn đấu cả năm 9 ha.", False),
    ],
)
def test_a_sentence_is_one_on_a_plan_by_what_stands_before_its_first_figure(text: str, plan: bool) -> None:
    figure = next(i for i, c in enumerate(text) if c.isdigit() and text[i : i + 4] != "2023")
    assert Plans.load().says(text, figure) is plan


@pytest.mark.parametrize(
    ("section", "plan"),
    [
        ((), False),
        (("II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",), True),
        (("B. NHIỆM VỤ TRỌNG TÂM", "1. Kinh tế"), True),
        (("A. KẾT QUẢ", "I. Chỉ tiêu kinh tế"), False),
        (("Phần thứ hai", "I. CHỈ TIÊU CHỦ YẾU"), True),
        (("I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ",), False),
        (("II. PHƯƠNG HƯỚNG", "1. Đánh giá tình hình"), False),
        (("I. VĂN HÓA",), False),
    ],
)
def test_headings_stand_over_plans_as_the_innermost_that_tells_says(section: tuple[str, ...], plan: bool) -> None:
    assert Plans.load().heads(section) is plan


@pytest.mark.parametrize(("old", "new"), [("asked = [", "ask = ["), ('reached = ["đã"', "reached = [1")])
def test_a_broken_list_is_named(tmp_path: Path, old: str, new: str) -> None:
    text = DEFAULT.read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "plans.toml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"plans\.toml"):
        Plans.load(broken)
