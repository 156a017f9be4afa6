"""Figures, dates, periods, persons, offices and places in a text, as spans: what a question may ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from index.asks import Kind
from index.names import runs, starts_sentence
from index.normalize import has_accents
from index.offices import held
from index.periods import periods

_NUMBER_WORD = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|triệu|tỷ)"
_COUNTED = r"(?:hai|ba|bốn|sáu|bảy|tám|chín|mười|hàng (?:chục|trăm|nghìn|ngàn|triệu)|vài|một nửa|nửa)"  # needs no unit
_NUMBER = r"\d+(?:[.,]\d+)*(?:/\d+(?:[.,]\d+)*)?(?:½|¼|¾)?"
# Words that only begin as a unit does: "tỷ lệ" is no billion, "đồng chí" no money, "xã hội" no commune.
_NO_UNIT = (
    r"(?!(?:(?:tỷ|tỉ)\s(?:lệ|trọng|suất|giá)|triệu\s(?:tập|phú)|đồng\s(?:chí|bào|đội|nghiệp|phạm|thời)|xã\s(?:hội|viên)"
    r"|(?:xã|phường|quận|huyện|tỉnh)\s(?:ủy|uỷ|đội)|nhà\s(?:nước|trường))(?![^\W\d_]))"
)
_MONEY_UNIT = (
    _NO_UNIT + r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\s+(?:tỷ|tỉ))?(?:\s+(?:đồng|đô la|USD|euro|bảng))?|đồng|USD|VNĐ|VND)"
)
_COUNTED_UNIT = _NO_UNIT + (
    r"(?:km2|km²|m2|m²|km|kg|ha|héc-?ta|m3|m³|m|tấn|tạ|mét|giờ|phút|giây|ngày|tuần|tháng|năm|tuổi|lần|lượt|người|hộ|vụ|"
    r"dự án|công trình|trường hợp|phường|xã|quận|huyện|điểm|đơn vị|cơ sở|doanh nghiệp|học sinh|nhiệm vụ|chỉ tiêu|"
    r"tổ chức|chi bộ|đảng viên|đại biểu|hồ sơ|cuộc|đợt|căn|nhà|trường|lớp|thửa|nghìn|ngàn|triệu|tỷ|tỉ)(?![^\W\d_])"
)
_FIGURE = re.compile(
    rf"(?P<percent>{_NUMBER}\s?(?:%|‰|phần trăm))"
    rf"|(?P<money>[$€£]\s?{_NUMBER}(?:\s?(?:triệu|tỷ|tỉ|nghìn))?|{_NUMBER}\s{_MONEY_UNIT}(?![^\W\d_]))"
    rf"|(?P<date>{_NUMBER}(?=[/.-]\d{{1,2}}[/.-]\d{{4}}))"
    rf"|(?P<number>{_NUMBER}(?:\s{_COUNTED_UNIT})?)"
    rf"|(?P<word>\b{_NUMBER_WORD}(?:\s{_NUMBER_WORD}){{0,6}}\s{_COUNTED_UNIT}"
    rf"|(?<!thứ )\b{_COUNTED}(?:\s{_NUMBER_WORD}){{0,6}}(?=\s\w))",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:lần\s+)?thứ\s+(?:\d+|[IVXLC]+|nhất|nhì|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![^\W\d_])|khó?a\s+(?:\d+|[IVXLC]+)(?!\w)",
)
_IN_MONTH = r"(?:/\d{1,2}(?:/\d{4})?|\s+tháng\s+\d{1,2}(?:[,\s]+năm\s+\d{4})?)"
_UP_TO = r"(?:\s*[-–]\s*|\s+(?:đến|tới)\s+(?:hết\s+)?)"
# From day to day, or month to month: its end alone would be another date.
_RANGE = (
    rf"(?:\btừ\s+)?\bngày\s+\d{{1,2}}{_IN_MONTH}?{_UP_TO}(?:ngày\s+)?\d{{1,2}}{_IN_MONTH}"
    rf"|(?:\btừ\s+)?(?<![\d.,/])\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?)?{_UP_TO}\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    rf"|\btừ\s+\d{{1,2}}(?:/\d{{1,2}})?{_UP_TO}(?:ngày\s+)?\d{{1,2}}/(?:0?[1-9]|1[0-2])(?![\d./]|\s(?:số|tổng|hộ|người))"
    rf"|(?:\btừ\s+)?\btháng\s+\d{{1,2}}(?:/\d{{4}})?{_UP_TO}tháng\s+\d{{1,2}}(?:[,/\s]+(?:năm\s+)?\d{{4}})?"
)
_DATE = re.compile(
    rf"{_RANGE}"
    r"|(?:ngày|sáng|chiều|tối|hôm)\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|\s+tháng\s+\d{1,2}(?:[,\s]+năm\s+\d{4}|[,/\s]+\d{4})?)"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}(?:[,\s]+(?:năm\s+)?\d{4})?"
    r"|(?:đầu\s+|cuối\s+|giữa\s+)?(?:tháng|quý)\s+(?:\d{1,2}|[IV]+)(?:[,/\s]+(?:năm\s+)?\d{4})?"
    r"|(?:đầu\s+|cuối\s+|giữa\s+)?(?:năm|mùa \w+ năm|từ)\s+\d{3,4}(?:\s*[-–]\s*\d{4}|\s+đến\s+(?:năm\s+)?\d{3,4})?"
    r"|thế kỷ\s+(?:thứ\s+)?(?:\d{1,2}|[XVI]+)|thập niên\s+\d{2,4}|(?<![\d.,])(?:1[0-9]|20)\d{2}(?![\d.,]*\d|\s*%)"
    r"(?!\s(?:khách|người|hộ|lượt|học sinh|trường hợp|đồng|tấn|ha|km|m2)(?!\w))",
    re.IGNORECASE,
)
_ITEM_NUMBER = re.compile(r"(?:Bảng |Biểu |Hình )?(?:[IVXLC]+\.)?\d{1,3}(?:\.\d{1,2})*[.)](?=\s)")
_REFERENCE = re.compile(
    r"\b(?:bảng|biểu|hình|mục|phần|chương|điều|khoản|điểm|phụ lục|công văn số|quyết định số|nghị quyết số)"
    r"\s(?:số\s)?(?:\d+(?:, | và ))*$",
    re.IGNORECASE,
)
# A year's number, with its day and month, and what stands around one: it counts nothing that follows.
_YEAR = re.compile(r"(?:\d{1,2}[/.-]){0,2}(?:1\d|20)\d{2}(?![\d.,/]*\d|\s?%)")
_OF_YEAR = re.compile(
    r"(?:\bnăm|\bquý\s(?:[IVX]+|\d),?|\btháng\s\d{1,2},?|(?<!\d)(?:19|20)\d{2}\s?(?:[-–,]|đến|tới|và))\s*$|\d[/.-]$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"(?:19|20)\d{2}\s(?:xã|phường|thị trấn|quận|huyện|tỉnh|thành phố)(?![^\W\d_])"
)  # "2024 huyện giao"
_GLUED = re.compile(r"[^\W\d_]-?$")  # the 19 of Covid-19 counts nothing
_TITLE = re.compile(
    r"(?:đồng chí|ông|bà|anh|chị|ngài|nhà \w+|giáo sư|tiến sĩ|bác sĩ|vua|hoàng đế|tướng|TS\.?|GS\.?|ThS\.?)\s+$",
    re.IGNORECASE,
)
TITLED = re.compile(r"\b(?i:đồng chí|ông|bà)\s+[A-ZĐ]")  # a person for certain
AREA = re.compile(
    r"(?:thành phố|thị xã|thị trấn|quận|huyện|phường|xã|tỉnh|thủ đô|nước|vùng|khu vực|đường|phố|sông|đảo|tp\.?)\s+$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(r"(?:ở|tại|trên địa bàn|trong|đến|từ|thuộc|gần)\s+$", re.IGNORECASE)


# The kinds of mention that answer each kind of question.
GIVES: Mapping[Kind, frozenset[Kind]] = {
    Kind.FIGURE: frozenset({Kind.FIGURE, Kind.MONEY, Kind.PERCENT}),
    Kind.ORDINAL: frozenset({Kind.ORDINAL}),
    Kind.MONEY: frozenset({Kind.MONEY}),
    Kind.PERCENT: frozenset({Kind.PERCENT}),
    Kind.PERSON: frozenset({Kind.PERSON}),
    Kind.DATE: frozenset({Kind.DATE}),
    Kind.PLACE: frozenset({Kind.PLACE}),
    Kind.OFFICE: frozenset({Kind.OFFICE}),
    Kind.PERIOD: frozenset({Kind.PERIOD}),
}
_UNIT = {
    "ngay": r"ngày|sáng|chiều|tối|\d+[/.-]\d+",
    "thang": r"tháng|\d+[/.-]\d+",
    "qui": r"quý",
    "nam": r"\d{4}|năm",
    "khoa": r"^kh[óo]",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text that could be an answer of this kind; offsets are into that text."""

    kind: Kind
    start: int
    end: int


def mentions(text: str) -> list[Mention]:
    """All that a text mentions of the kinds in `GIVES`, in order of their place; kinds may overlap."""
    dates = [Mention(Kind.DATE, *match.span()) for match in _DATE.finditer(text)]
    ordinals = [Mention(Kind.ORDINAL, *match.span()) for match in _ORDINAL.finditer(text)]
    others = [Mention(Kind.PERIOD, *place) for place in periods(text)]
    others += [Mention(Kind.OFFICE, *place) for place in held(text)]
    found = [*dates, *ordinals, *_figures(text, [*dates, *ordinals]), *_names(text), *others]
    return sorted(found, key=lambda mention: (mention.start, mention.end, mention.kind))


def of_unit(text: str, mention: Mention, unit: str) -> bool:
    """Whether a date or ordinal says the unit asked for: a day for `ngay`, a month for `thang`, a term for `khoa`, …"""
    said = text[mention.start : mention.end]
    return mention.kind in (Kind.DATE, Kind.ORDINAL) and bool(re.search(_UNIT[unit], said, re.IGNORECASE))


def _figures(text: str, taken: list[Mention]) -> list[Mention]:
    kinds = {"percent": Kind.PERCENT, "money": Kind.MONEY, "number": Kind.FIGURE, "word": Kind.FIGURE}
    item = _ITEM_NUMBER.match(text)
    numbered = item.end() if item else 0
    ends = sorted((one.start, one.end) for one in taken)
    done = 0  # of the taken places, those that end before the figure
    out = []
    for match in _FIGURE.finditer(text):
        while done < len(ends) and ends[done][1] <= match.start():
            done += 1
        inside = done < len(ends) and ends[done][0] <= match.start() and match.end() <= ends[done][1]
        glued = bool(_GLUED.search(text[max(0, match.start() - 2) : match.start()]))
        refers = _is_year(text, match.start()) or bool(
            _REFERENCE.search(text[max(0, match.start() - 30) : match.start()])
        )
        if match.lastgroup in kinds and not refers and not inside and not glued and match.end() > numbered:
            out.append(Mention(kinds[match.lastgroup], *match.span()))
    return out


def _is_year(text: str, start: int) -> bool:
    """Whether the number at `start` is a year's: "năm 2024 huyện giao", "3/2024 xã", "2021-2025 tỷ lệ"."""
    found = _YEAR.match(text, start)
    if found is None:
        return False
    dated = not found[0].isdecimal() or _OF_YEAR.search(text[max(0, start - 20) : start])
    return bool(dated or _OF_BODY.match(text, start))


def _names(text: str) -> list[Mention]:
    out = []
    for start, end in runs(text):
        before = text[max(0, start - 24) : start]
        name = text[start:end]
        several = " " in name
        bare = name.isupper() or has_accents(name) or not name.isalpha()  # of one word: an acronym, an office, Covid-19
        area = bool(AREA.search(before))
        if area or _PLACE_BEFORE.search(before):
            out.append(Mention(Kind.PLACE, start, end))
        if area:
            continue
        if (
            _TITLE.search(before)
            or (several and not name.isupper())
            or not (several or bare or starts_sentence(text, start))
        ):
            out.append(Mention(Kind.PERSON, start, end))
    return out
