"""Periods in a text: how long ("15 ngày"), from when to when, and named spans of years ("giai đoạn 2016-2020")."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)*(?:\s*[-–]\s*\d+)?"
    r"|(?:hàng|nhiều|vài)(?:\s(?:chục|trăm|nghìn|ngàn|triệu))?"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)"
    r"(?:\s(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ)){0,4})"
)
_UNIT = r"(?:giây|phút|giờ|tiếng|ngày|đêm|tuần|tháng|quý|năm|thập niên|thập kỷ|thế kỷ|thiên niên kỷ|nhiệm kỳ|mùa)"
_POINT = (
    r"(?:(?:hết|đầu|giữa|cuối|khoảng|sáng|chiều|tối|ngày|tháng|quý|năm|thế kỷ|thứ|lúc)\s+){0,4}"
    r"[\dIVX](?:[\d/.:\-IVX]*[\dIVX])?(?:\s*(?:giờ|tháng|năm|,)\s*\d+){0,3}"
)
_PERIOD = re.compile(
    rf"\b(?:từ|giữa)\s+{_POINT}\s+(?:(?:cho\s+)?(?:đến|tới)|và)\s+(?:nay(?!\w)|{_POINT})"
    r"|(?:\b(?:giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|năm học|các năm|năm)\s+)?(?<![\d.,/])\d{4}\s*[-–]\s*\d{4}(?!\d)"
    # Not the "15 tháng 3" of a date.
    rf"|(?<!ngày )(?<!tháng )(?<!quý )(?<!thứ )(?<![\d.,/])\b{_NUMBER}\s+{_UNIT}(?!\w)(?!\s+\d)"
    r"(?:\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?|\s+rưỡi)?",
    re.IGNORECASE,
)


def periods(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each period, in order."""
    return (match.span() for match in _PERIOD.finditer(text))
