"""The amounts in a sentence: figures with what they count or measure, and none of the numbers that only name something.

Years, dates, spans of time, ages, numbers of papers and parts ("Nghị định số 100/2019", "mục 2", "khóa 15"), ordinals
and telephone numbers are no amounts, nor is a number without a unit or a noun behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.asks import Kind
from index.mentions import Mention
from index.units import Units

_FIGURE = (Kind.FIGURE, Kind.MONEY, Kind.PERCENT)
_NUMBER = re.compile(r"[$€£]?\s?\d[\d.,/]*\d|\d")
_SHORT = 2  # digits of a number that only names
_TIME = re.compile(r"\s(?:ngày|tuần|tháng|quý|năm|giờ|phút|giây|tuổi|lần|kỳ|thế kỷ)(?![^\W\d_])", re.IGNORECASE)
# What numbers name: papers, their parts, and what is told apart by number.
_NAMES = re.compile(
    r"\b(?:nghị quyết|nghị định|quyết định|chỉ thị|thông tư|thông báo|thông tri|hướng dẫn|kết luận|công văn|công điện|"
    r"tờ trình|luật|điều|khoản|điểm|chương|mục|phần|phụ lục|bảng|biểu|hình|trang|bước|số hiệu|lần thứ|thứ|khóa|khoá|"
    r"kỳ họp|phiên|lớp|khối|cấp|mức độ|hạng|loại|nhóm|tổ|tổ dân phố|đội|khu|khu phố|khu vực|lô|tầng|"
    r"số nhà|quốc lộ|tỉnh lộ|đường|tuyến|thôn|xóm|ấp|ngõ|ngách|hẻm|điện thoại|đường dây nóng|fax|"
    r"tài khoản|mã|mã số|từ khóa|chương trình|đề án|kế hoạch|dự thảo)"
    r"\s*(?:số)?\s*:?\s*$|(?<!tổng )\bsố\s*:?\s*$|[^\W\d_]-$",
    re.IGNORECASE,
)
# The lower end of a span is told with its upper one.
_LOWER = re.compile(
    r"(?:\b(?:từ|giữa)\s)?(?<![\w.,/])\d+(?:[.,]\d+)*(?:\s?%|(?:\s[^\W\d_]+){1,2})?(?:\s?[-–—]\s?|\s(?:đến|lên|tới)\s)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*[-–—]\s*\d|\.\d|\s+(?:đến|lên|tới)\s+\d")  # the lower end of a span
_NAME_GOES_ON = re.compile(r"[-–—/]\s*[^\W\d_]")  # 03-CTr, 30/KH
_NOUN = re.compile(r"\s([^\W\d_]+)")
# Behind a number without a unit: no noun that it could count.
_NO_NOUN = frozenset(
    "của và với về tại ở trên trong là đã được thì mà để do vì bởi theo cho từ đến tới so bằng đạt tăng giảm hoặc hay "
    "như này đó kia ấy nói còn có không chưa nội mặt vấn nhóm bước ý câu đoạn".split()
)
_COMPOUND = re.compile(r"\snhà\s(?!ở|tạm|cho|bị|được|đại|tình|dột)[^\W\d_]", re.IGNORECASE)  # "nhà đầu tư": no houses
_PER = re.compile(r"(?:\s?/\s?[^\W\d_]+)+")
_BARE_MONEY = re.compile(r"\s(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\s(?:tỷ|tỉ))?(?![^\W\d_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at `[start, end)` of a sentence, its unit included; `counts`: things, one by one or by a measure.

    `number` is where its digits end, `counted` where what it counts begins, with the white space before it; `named`:
    its unit is known.
    """

    start: int
    number: int
    end: int
    counts: bool
    named: bool
    counted: int


def amounts(text: str, mentions: Sequence[Mention]) -> list[Amount]:
    """The amounts of a sentence, in order, none within another; `mentions` are the sentence's."""
    out: list[Amount] = []
    dates = [one for one in mentions if one.kind is Kind.DATE]
    begins = [one.start for one in dates]
    reaches = [0, *accumulate((one.end for one in dates), max)]  # how far those before each reach
    for one in mentions:
        if one.kind not in _FIGURE or (out and one.start < out[-1].end):
            continue
        if reaches[bisect_left(begins, one.end)] > one.start:
            continue
        found = _amount(text, one)
        if found is not None:
            out.append(found)
    return out


def only_names(text: str, mention: Mention) -> bool:
    """Whether a number only tells something apart, and has no unit: "đợt 1", "mức độ 2"."""
    short = mention.end - mention.start <= _SHORT and text[mention.start : mention.end].isdecimal()
    counts = short and Units.load().behind(text, mention.end)[1] > mention.end
    return short and not counts and _NAMES.search(text, max(0, mention.start - 30), mention.start) is not None


def _amount(text: str, mention: Mention) -> Amount | None:
    number = _NUMBER.match(text, mention.start)
    before = text[max(0, mention.start - 30) : mention.start]
    if number is None or _NAME_GOES_ON.match(text, number.end()):
        return None
    if any(_GOES_ON.match(text, at) for at in (number.end(), mention.end)):
        return None
    lower = _LOWER.search(before)
    start = mention.start - len(before) + lower.start() if lower else mention.start
    if mention.kind in (Kind.MONEY, Kind.PERCENT):
        end = mention.end
        if mention.kind is Kind.PERCENT or not _BARE_MONEY.fullmatch(text, number.end(), end):
            return Amount(start, number.end(), _per(text, end), False, True, end)
    elif _NAMES.search(before) or _TIME.match(text, number.end()):
        return None
    counted, end = Units.load().behind(text, number.end())
    times = _BARE_MONEY.match(text, number.end())
    bare = times.end() if times else number.end()  # where the figure ends without a unit: "12,98 triệu con"
    if max(end, mention.end) > bare and not _COMPOUND.match(text, bare):
        return Amount(start, number.end(), _per(text, max(end, mention.end)), True, True, counted)
    noun = _NOUN.match(text, bare)
    if noun and noun[1].islower() and noun[1] not in _NO_NOUN:
        return Amount(start, number.end(), bare, True, False, bare)
    return Amount(start, number.end(), bare, False, True, bare) if times else None


def _per(text: str, end: int) -> int:
    """Where a unit ends that goes on with "/người/tháng"."""
    more = _PER.match(text, end)
    return more.end() if more else end
