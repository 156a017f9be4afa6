"""An organisation's name as a letterhead sets it, in capitals → as a sentence does: "Ủy ban nhân dân xã Đông Phú"."""

from __future__ import annotations

import re

# Of these it is known which words are a name; "SỞ GIÁO DỤC VÀ ĐÀO TẠO" has capitals of its own.
_KNOWN = re.compile(
    r"(?P<organ>(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN CHẤP HÀNH ĐẢNG BỘ|ĐẢNG (?:ỦY|UỶ|BỘ)"
    r"|(?:QUẬN|HUYỆN|THỊ|THÀNH|TỈNH) (?:ỦY|UỶ))(?: (?P<of>XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THÀNH PHỐ|TỈNH|THỊ XÃ))?"
    r"(?: (?P<name>[^\W\d_]+(?: [^\W\d_]+){0,4}|\d{1,2}))?"
)


def in_sentence(organisation: str) -> str:
    """The name with a sentence's capitals where it is known which these are, else as it is."""
    found = _KNOWN.fullmatch(organisation)
    if not found:
        return organisation
    parts = [found["organ"].capitalize(), (found["of"] or "").lower(), (found["name"] or "").title()]
    return " ".join(part for part in parts if part)
