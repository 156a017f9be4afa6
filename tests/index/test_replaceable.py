from __future__ import annotations

from index.carried import Carried
from index.library import Library
from index.replaceable import Replaceable
from index.turns import turn


def replaceable(small: Library, question: str) -> Replaceable:
    return Replaceable(Carried(turn(question, small.understand)))


def test_the_other_side_of_the_budget_and_rivals_are_of_one_type(small: Library) -> None:
    found = replaceable(small, "Tổng thu ngân sách là bao nhiêu?")
    assert [found.turn.words(part) for part in found.of_its_type("chi")] == ["thu"]
    found = replaceable(small, "Khách quốc tế là bao nhiêu?")
    assert [found.turn.words(part) for part in found.of_its_type("khách nội địa")] == ["Khách quốc tế"]
    assert [*found.of_its_type("hộ nghèo")] == []


def test_a_word_that_begins_as_a_new_one_gives_way(small: Library) -> None:
    found = replaceable(small, "Ai làm tổ trưởng tổ công tác?")
    later = turn("còn tổ phó", small.understand)
    assert "tổ trưởng" in [found.turn.words(part) for part in found.rivalling(later)]
    assert [*found.rivalling(turn("còn kế toán", small.understand))] == []
