"""Roles that persons hold in an office or a team, and which of them a sentence says of a person.

"Tổ phó" is no "Tổ trưởng", and "Phó Trưởng ban" no "Trưởng ban": roles are compared in one canonical folded form.
"""

from __future__ import annotations

import re

from index.normalize import fold
from index.places import Place
from index.tokens import folded

_OF_GROUPS = r"(?:tiểu ban|ban|phòng|đoàn|khoa|thôn|xóm|bản|ấp|nhóm|bộ phận|khu phố)"
_HEAD = (
    rf"tổng bí thư|bí thư|chủ tịch|chủ nhiệm|chánh văn phòng|chánh thanh tra|chánh án|trưởng {_OF_GROUPS}"
    r"|trưởng (?:công an|trạm)|(?:tổ|đội|nhóm|trạm|hiệu|viện|chỉ huy|bộ|kế toán) trưởng"
    r"|tổng giám đốc|giám đốc|thủ tướng"
)
_OTHER = (
    rf"phó {_OF_GROUPS}|(?:tổ|đội|nhóm|hiệu|chỉ huy) phó|thư ký|[ủu][ỷy] viên|công chức|chuyên viên|kế toán|thủ quỹ"
    r"|thành viên|cán bộ"
)
_ROLE = rf"(?:(?:nguyên|quyền) )?(?:(?:phó )?(?:{_HEAD})|{_OTHER})"
_FOLDED = re.compile(rf"(?<!\w){fold(_ROLE)}(?!\w)")
OFFICE = re.compile(rf"(?<!\w){_ROLE}(?!\w)", re.IGNORECASE)
_SHORT = re.compile(r"pho (?=(?:tieu ban|ban|phong|doan|khoa|thon|xom|ban|ap|nhom|bo phan|khu pho)$)")
_DEPUTY = re.compile(r"(to|doi|nhom|hieu|chi huy) pho$")

# What ends an office behind a name where no comma does.
_DOES = re.compile(
    r"\s(?:đã|đang|sẽ|vừa|được|bị|làm|ký|dự|tham dự|trình bày|chủ trì|kết luận|phát biểu|cho biết|thông tin|báo cáo"
    r"|đề nghị|yêu cầu|nhấn mạnh|theo dõi|khẳng định|thay mặt|thông qua|khai mạc|bế mạc|tặng|trao|nêu|có|chỉ rõ"
    r"|đánh giá|là|và|cùng)(?=\s|$)"
)
_CHUNK = re.compile(r"[,;()\n]|\.(?:\s|$)|\s[–-]\s(?=[a-zà-ỹđ])")
_APPOSED = re.compile(r"\s*(?:[,(–-]\s*)?(?:(?:hiện )?là\s+)?(?=\w)")
_HOLDS = re.compile(
    r"(?<!\w)(?:làm|là|giữ chức vụ|giữ chức|giữ vai trò|đảm nhiệm|đảm nhận)\s+(?:chức (?:vụ|danh)\s+|vai trò\s+)?",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\s(?:giao|cử|phân công|bổ nhiệm|tặng|cho|trao|khen|ký|đã|mời|yêu cầu|đề nghị|chủ trì|trình bày)(?:\s|$)",
    re.IGNORECASE,
)
_NEAR = 40  # characters before a name in which what links it to its office stands
_DEGREE = re.compile(r"\n\s*(?:[^\W\d_]{1,4}\.\s*)+$")  # under an office, before the name: "ThS."
_LINK = re.compile(r"\s*(?:\s(?:là|do|gồm)\s*|:\s*|\(đã ký\)\s*)?$", re.IGNORECASE)


def roles(text: str) -> list[str]:
    """The roles that a text names, in canonical form, in order."""
    return [_canonical(match[0]) for match in _FOLDED.finditer(folded(text))]


def role_at(folded: str, *, whole: bool = False) -> str | None:
    """The role that folded syllables begin with, or are, in canonical form; None where they do not."""
    match = (_FOLDED.fullmatch if whole else _FOLDED.match)(folded)
    return _canonical(match[0]) if match else None


def _canonical(role: str) -> str:
    role = re.sub(r"^(?:nguyen|quyen) ", "", role)
    if deputy := _DEPUTY.match(role):
        return f"pho {deputy[1]} truong"
    return _SHORT.sub("pho truong ", role)


def is_apposed(text: str) -> bool:
    """Whether all that stands behind a name says who that is: offices, between commas."""
    return all(not part.strip() or OFFICE.match(part.strip()) for part in text.split(","))


def offices_around(text: str, head: Place, tail: Place) -> list[Place]:
    """The offices that the words ahead of a name and behind it say its bearer has, those right behind it first."""
    out: list[Place] = []
    at, end = tail
    while (lead := _APPOSED.match(text, at, end)) and (office := OFFICE.match(text, lead.end(), end)):
        place = _chunk(text, office, end)
        out.append(place)
        at = place.end
    taken = (OFFICE.match(text, holds.end(), end) for holds in _HOLDS.finditer(text, *tail))
    out += [_chunk(text, office, end) for office in taken if office]
    if ahead := _ahead(text, head):
        out.append(ahead)
    return list(dict.fromkeys(out))


def _chunk(text: str, office: re.Match[str], end: int) -> Place:
    """An office from its first word to the comma behind it, or to what its holder does."""
    closed = _CHUNK.search(text, office.end(), end)
    stop = closed.start() if closed else end
    does = _DOES.search(text, office.end(), stop)
    stop = does.start() if does else stop
    return Place(office.start(), office.start() + len(text[office.start() : stop].rstrip(" ,.;–-/")))


def _ahead(text: str, head: Place) -> Place | None:
    """The office before a name: "Chủ tịch UBND xã Lê Văn Tám", "Tổ phó là chị Mai Thị Liên", a signature's."""
    start, end = head
    near = text[max(start, end - _NEAR) : end]
    stop = end - len(near) + len(_LINK.sub("", _DEGREE.sub("", near)))
    begin = max((m.end() for m in re.finditer(r"[,;.]\s+|\n", text[start:stop])), default=0) + start
    office = OFFICE.search(text, begin, stop)
    if office is None or text[:stop].endswith(",") or _GIVES.search(text, office.end(), stop):
        return None
    colon = text.find(":", office.end(), stop)
    return Place(office.start(), stop if colon < 0 else colon)
