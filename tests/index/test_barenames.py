from __future__ import annotations

import pytest

from index.barenames import bare_names
from index.titled import PERSON, Titled
from index.tokens import tokens

KNOWN = [Titled("thon", "tan lap"), Titled("thon", "thong nhat"), Titled("xa", "an khe"), Titled("ban", "an khe")]


def names(text: str) -> list[str]:
    found = list(tokens(text))
    return [one.written for one in bare_names(text, found, [*KNOWN, Titled(PERSON, "le thi hoa")], (0, len(found)))]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Tân Lập", ["thôn Tân Lập"]),
        ("tan lap", ["thôn Tan Lap"]),
        ("hộ nghèo Tân Lập", ["thôn Tân Lập"]),
        ("đã thống nhất", []),
        ("An Khê", ["An Khê"]),
        ("Hàng Đào", ["Hàng Đào"]),
        ("Lê Thị Hoa", []),
        ("Tân Dân", []),
    ],
)
def test_a_known_place_is_one_by_its_capitals_or_where_nothing_else_is_said(text: str, written: list[str]) -> None:
    assert names(text) == written
