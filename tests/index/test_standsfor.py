from __future__ import annotations

import pytest

from index.library import Library
from index.pairing import Pair
from index.standsfor import uncapitalised, with_pronoun
from index.turns import turn


@pytest.mark.parametrize(
    ("earlier", "later", "meant"),
    [
        ("Sản lượng lúa năm 2020 là bao nhiêu?", "nó tăng bao nhiêu?", ["sản lượng lúa năm 2020 tăng bao nhiêu"]),
        ("Lễ hội tổ chức tại xã Tân Lập ngày nào?", "có gì ở đó?", ["có gì ở xã Tân Lập"]),
        ("Sản lượng lúa là bao nhiêu?", "có gì ở đó?", []),
        ("Sản lượng lúa là bao nhiêu?", "còn ngô?", []),
    ],
)
def test_a_pronoun_is_what_the_earlier_question_is_about(
    small: Library, earlier: str, later: str, meant: list[str]
) -> None:
    pair = Pair(turn(earlier, small.understand), turn(later, small.understand))
    assert [one.rstrip("?") for one in with_pronoun(pair)] == meant


def test_a_name_and_an_acronym_keep_their_capitals() -> None:
    assert uncapitalised("Lễ hội đền") == "lễ hội đền"
    assert uncapitalised("Bãi Lau") == "Bãi Lau"
    assert uncapitalised("NSNN") == "NSNN"
