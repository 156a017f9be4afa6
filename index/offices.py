"""Offices a question names: the Secretary is not the Deputy Secretary, nor the Secretary of another committee.

A question for "Bí thư Quận ủy" is not answered by a sentence on "Phó Bí thư Thường trực Quận ủy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

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
    r"(?: (?P<level>xa(?! hoi)|phuong|thi tran|quan|huyen|thi xa|thanh pho|tinh)(?!\w))?"
)
_SPELLINGS = {fold(head): head for head in _HEAD.split("|")}
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


class Office(NamedTuple):
    """An office in folded syllables, "" for what is not named of it: "pho ", "chu tich", "ubnd", "xa"."""

    deputy: str
    head: str
    body: str = ""
    level: str = ""


def offices(folded: str, spelled: str = "") -> list[Office]:
    """The offices in folded syllables joined by spaces.

    `spelled` are the same syllables with their accents, where these were typed: "bị thu hồi" is no secretary.
    """
    aligned = spelled if len(spelled) == len(folded) else folded
    found = (m for m in _OFFICE.finditer(folded) if _is_head(m["head"], aligned[m.start("head") : m.end("head")]))
    return [Office(m["deputy"] or "", m["head"], m["body"] or "", m["level"] or "") for m in found]


def _is_head(folded: str, spelled: str) -> bool:
    """Whether a head's syllables have no other accents than its own; some may have been left out."""
    return all(a in (b, fold(b)) for a, b in zip(spelled.split(), _SPELLINGS[folded].split(), strict=True))


def lacks(asked: Office, held: list[Office]) -> bool:
    """Whether none of the offices that a sentence names is the one asked for; what is not named of one may be any."""
    return not any(_is(asked, one) for one in held)


def _is(asked: Office, one: Office) -> bool:
    same = (asked.deputy, asked.head) == (one.deputy, one.head)
    return same and all(not a or not b or a == b for a, b in zip(asked[2:], one[2:], strict=True))
