"""What kind of answer a question wants, and which of its words only ask.

Patterns are over canonical syllables (i for y). Where none matches they are tried without accents, so that
`bao nhieu` asks too and `khí nào` is not taken for `khi nào` where it was typed with its accent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.normalize import fold
from index.tokens import Token


class Kind(StrEnum):
    """The kind of answer a question wants."""

    FIGURE = "figure"
    ORDINAL = "ordinal"
    MONEY = "money"
    PERCENT = "percent"
    PERSON = "person"
    DATE = "date"
    PLACE = "place"
    REASON = "reason"
    LIST = "list"
    DEFINITION = "definition"
    OTHER = "other"


FIGURES = (Kind.FIGURE, Kind.ORDINAL, Kind.MONEY, Kind.PERCENT)

_HOW_MANY = (
    r"(?:bao nhiêu|bao nhiu|là mấy|được mấy|đạt mấy|mấy(?= phần trăm| %| tỉ| ngày| năm| tháng| hộ| dự án| phường))"
)
# In order: the first pattern that matches at a place says what is asked there.
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.DATE,
        r"(?:ngày|tháng|năm|quí|thế kỉ|thời gian|lúc|khi|hôm|dịp) nào"
        r"|bao giờ|(?:vào|là|từ) năm bao nhiêu|(?:vào )?ngày mấy|tháng mấy",
    ),
    (Kind.PERCENT, rf"{_HOW_MANY} (?:phần trăm|%)|(?:phần trăm|%) (?:là )?{_HOW_MANY}"),
    (Kind.ORDINAL, r"(?:lần )?thứ mấy|lần (?:mấy|nào)|khóa mấy"),
    (Kind.MONEY, rf"{_HOW_MANY} (?:tiền|tỉ đồng|tỉ|triệu đồng|triệu|nghìn đồng|đồng|kinh phí|vốn)"),
    (Kind.FIGURE, rf"{_HOW_MANY}|bao (?:lâu|xa)|con số nào"),
    (
        Kind.PERSON,
        r"ai|người nào|(?:đồng chí|ông|bà|cán bộ|lãnh đạo|nhân vật) nào|tên (?:là )?gì|tên (?:người|ông|bà)",
    ),
    (
        Kind.PLACE,
        r"(?:ở|tại|đến|từ) (?:đâu|chỗ nào)"
        r"|(?:nơi|địa điểm|địa phương|chỗ|nước|quốc gia|thành phố|tỉnh|quận|huyện|phường|xã|khu vực) nào",
    ),
    (
        Kind.REASON,
        r"(?:tại|vì|do) sao|(?:vì|do) đâu|vì (?:lí do|cái) gì|lí do (?:gì|nào|vì sao)?"
        r"|nguyên nhân (?:gì|nào|là gì)?|nhờ (?:đâu|gì)",
    ),
    (
        Kind.LIST,
        r"(?:gồm|bao gồm) (?:có )?(?:những |các )?(?:gì|ai|nào|cái gì)"
        r"|(?:những|các) \w+(?: \w+)? (?:nào|gì)|có những (?:gì|nào)",
    ),
    (Kind.DEFINITION, r"là gì|nghĩa là gì|là cái gì|là như thế nào"),
    (
        Kind.OTHER,
        r"(?:như )?thế nào|ra sao|sao rồi|làm gì|cái gì|gì|nào|(?:có )?phải không|(?:được|có) không(?=$)|chưa(?=$)",
    ),
)
_PERSON = r"(?:anh chị|anh|chị|bạn|em|cô|chú|bác|đồng chí|sếp|ad|admin|bot|tôi|mình|cháu|các anh chị)"
_POLITE = (
    rf"(?:dạ |vâng )?(?:{_PERSON} )?(?:xin |kính )?chào(?: {_PERSON})?(?: ạ)?"
    rf"|(?:xin |vui lòng |làm ơn )?cho (?:{_PERSON} )?(?:xin |được )?(?:hỏi|biết|xem|xin)"
    r"(?: con số| số liệu| thông tin)?"
    rf"|xin hỏi|xin|hãy cho biết|(?:kính thưa|thưa|kính gửi) {_PERSON}|{_PERSON} ơi|{_PERSON} (?:muốn )?hỏi"
    rf"|(?:giúp|hộ) {_PERSON}(?: với)?|với ạ|dạ|ạ|(?:à|nhỉ|vậy|thế|hả|nhé|ơi|bot|a)(?=$)"
)


def _compiled(form: Callable[[str], str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    asks = "|".join(f"(?P<k{i}>(?<![^ ])(?:{form(pattern)})(?![^ ]))" for i, (_, pattern) in enumerate(_PATTERNS))
    return re.compile(asks), re.compile(f"(?<![^ ])(?:{form(_POLITE)})(?![^ ])")


_ACCENTED, _FOLDED = _compiled(str), _compiled(fold)
_NO_NOUNS = frozenset("so la thi va cua tai o nam trong do dau the vay voi nhu ma khi".split())  # after "bao nhiêu"
_LISTING = frozenset("nhung cac gi nao ai".split())
_UNITS: Mapping[Kind, tuple[str, ...]] = {Kind.DATE: ("ngay", "thang", "nam", "qui"), Kind.ORDINAL: ("khoa",)}


@dataclass(frozen=True, slots=True)
class Asking:
    """The kinds of answer wanted, in the question's order, and the indices of tokens that only ask.

    `nouns`, in step with `kinds`, holds the folded noun that narrows it, or None: the counted one of a figure
    ("bao nhiêu hộ" → ho), the unit of a date or ordinal ("ngày nào" → ngay).
    `asks` is False for bare key words ("thu ngân sách quận").
    """

    kinds: tuple[Kind, ...]
    nouns: tuple[str | None, ...]
    words: frozenset[int]
    asks: bool


def asking(question: Sequence[Token]) -> Asking:
    """Reads what the tokens of a question ask for; a question that asks nothing wants `OTHER`."""
    spelled = [token.text for token in question]
    folded = [fold(syllable) for syllable in spelled]
    line, (asks, polite) = " ".join(spelled), _ACCENTED
    matches = [] if line.isascii() else list(asks.finditer(line))
    if not matches:
        line, (asks, polite) = " ".join(folded), _FOLDED
        matches = list(asks.finditer(line))
    starts = [0]
    for syllable in line.split(" "):
        starts.append(starts[-1] + len(syllable) + 1)
    kinds: list[Kind] = []
    nouns: list[str | None] = []
    words: set[int] = set()
    for match in matches:
        kind = next(_PATTERNS[int(name[1:])][0] for name, value in match.groupdict().items() if value is not None)
        inside = [i for i, start in enumerate(starts[:-1]) if match.start() <= start < match.end()]
        after = inside[-1] + 1 if inside else len(folded)
        if kind is Kind.FIGURE and "ti le" in fold(line[: match.start()]):
            kind = Kind.PERCENT
        kinds.append(kind)
        nouns.append(_noun(kind, fold(match[0]), folded[after : after + 1]))
        words.update(i for i in inside if kind is not Kind.LIST or folded[i] in _LISTING)
    for match in polite.finditer(line):
        words.update(i for i, start in enumerate(starts[:-1]) if match.start() <= start < match.end())
    return Asking(tuple(kinds) or (Kind.OTHER,), tuple(nouns) or (None,), frozenset(words), bool(kinds))


def _noun(kind: Kind, phrase: str, after: list[str]) -> str | None:
    if kind is Kind.FIGURE:
        return after[0] if after and after[0] not in _NO_NOUNS else None
    return next((unit for unit in _UNITS.get(kind, ()) if unit in phrase.split()), None)
