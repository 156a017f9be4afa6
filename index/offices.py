"""Offices a question names: the Secretary is not the Deputy Secretary, nor the Secretary of another committee.

A question for "Bí thư Quận ủy" is not answered by a sentence on "Phó Bí thư Thường trực Quận ủy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.normalize import fold

_HEAD = (
    r"bí thư|chủ tịch|chủ nhiệm|chánh văn phòng|chánh thanh tra|chánh án|trưởng ban|trưởng phòng|trưởng công an"
    r"|chỉ huy trưởng|giám đốc|hiệu trưởng|viện trưởng|thủ tướng|bộ trưởng|tổng bí thư"
)
_BODY = (
    r"(?:quận|huyện|thành|tỉnh|thị|đảng|xã|phường) ủy|ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|mttq"
    r"|mặt trận tổ quốc|hội nông dân|đoàn thanh niên"
)
_OFFICE = re.compile(
    rf"(?<!\w)(?P<deputy>pho )?(?P<head>{fold(_HEAD)})(?: thuong truc)?(?: (?P<body>{fold(_BODY)}))?(?!\w)"
)
# As a sentence names it: with its body, and with what is capitalised after it.
_HELD = re.compile(
    rf"(?i:\b(?:(?:nguyên|quyền) )?(?:phó )?(?:{_HEAD}|tổ trưởng|đội trưởng|trưởng (?:đoàn|khoa|thôn|xóm)|tư lệnh"
    r"|tổng giám đốc|cục trưởng|vụ trưởng|thứ trưởng|tổng thống|thị trưởng|thống đốc|ủy viên|thư ký|kế toán trưởng"
    r"|chuyên viên|thẩm phán|nghị sĩ|giáo sư|đại sứ|quốc vương|hoàng đế|nữ hoàng))(?!\w)"
    rf"(?:\s(?:(?i:thường trực|danh dự|{_BODY})(?!\w)|[A-ZÀ-ỸĐ]\w*)){{0,10}}"
)


def held(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each office that a text names, in order."""
    return (match.span() for match in _HELD.finditer(text))


def offices(folded: str) -> list[tuple[str, str, str]]:
    """The offices in folded syllables joined by spaces: each as (deputy or nothing, head, body or nothing)."""
    return [(m["deputy"] or "", m["head"], m["body"] or "") for m in _OFFICE.finditer(folded)]


def lacks(asked: tuple[str, str, str], held: list[tuple[str, str, str]]) -> bool:
    """Whether none of the offices that a sentence names is the one asked for; an unnamed body may be any."""
    deputy, head, body = asked
    return not any(deputy == one[0] and head == one[1] and (not body or not one[2] or body == one[2]) for one in held)
