"""The persons of a sentence, and which of its words are said of each: "do ông A làm tổ trưởng, bà B làm tổ phó".

A person is known by a title ("đồng chí Lê Văn Tám") or by a Vietnamese surname before other capitals; words are cut
between two of them at "; ", at a sentence's end, at the comma before the second, or before what leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.frame import is_signature, signer
from index.names import runs
from index.places import Place
from index.roles import OFFICE, is_apposed, offices_around
from index.titled import Titles

_AHEAD = 24  # characters before a name in which its title stands, the word for a place, or what parts it from others
_OFFICE_AHEAD = 60  # and in which an office with its body does
_MOST = 3_000  # characters; in a longer sentence any choice is a guess
_TITLE = re.compile(
    r"(?<!\w)(?:đồng chí|đ/c|ông|bà|anh|chị|cô|thầy|em|cháu|bác sĩ|tiến sĩ|thạc sĩ|TS\.?|ThS\.?|BS\.?)\s+$",
    re.IGNORECASE,
)
_DEGREED = re.compile(r"(?:bác sĩ|tiến sĩ|thạc sĩ)\s", re.IGNORECASE)  # "bác sĩ Mỹ" is nobody's name
_OWN_TITLE = re.compile(r"(?:Ông|Bà|Anh|Chị|Cô|Thầy|Em|Cháu)\s+")  # capitalised, it is taken for the name's first word
_ACRONYMS = re.compile(r"(?:[A-ZĐ]{2,}\s+)+(?=\w+\s\w)")
_NAMED_AFTER = (
    r"đường|phố|trường|tiểu học|mầm non|thcs|thpt|cơ sở|phổ thông|bệnh viện|công ty|chợ|đình|đền|chùa|hồ|sông|cầu|khu"
    r"|công viên|tượng đài|mang tên|giải thưởng|giải|tncs|tư tưởng"
)
_NAMED = re.compile(rf"(?<!\w)(?:{_NAMED_AFTER})\s+$", re.IGNORECASE)
_AREA = re.compile(
    rf"(?<!\w)(?:thành phố|thị xã|thị trấn|quận|huyện|phường|xã|tỉnh|thôn|xóm|bản|ấp|{_NAMED_AFTER})\s+$", re.IGNORECASE
)
_OF_BODY = re.compile(
    r"(?:UBND|HĐND|MTTQ|nhân dân|tổ quốc|đảng ủy|nông dân|phụ nữ|công an)"
    r"\s+(?:xã|phường|thị trấn|quận|huyện|thị xã|thành phố|tỉnh)\s+$",
    re.IGNORECASE,
)  # behind which a whole name is that of its head: "Chủ tịch UBND xã Lê Văn Tám"
_BEGINS = re.compile(r"(?:^|[,;:.–-]|(?<!\w)và)\s*$")  # before a name of two words, which may else be a place's
_END = re.compile(r";\s*|(?<!\bTS)(?<!\bThS)(?<!\bBS)[.!?…]\s+(?=[A-ZÀ-ỸĐ])")
_SENTENCE = re.compile(r"[.!?…]\s*$")
_NEXT = re.compile(r"(?:,?\s+(?:và|cùng|với)|,)\s*$")  # "…, đồng chí B", "… và ông B"
_LEADS = re.compile(r"(?:,?\s+(?:và|còn)\s|,\s*)(?=(?:(?!,|\svà\s).)*?(?:\s(?:là|do|gồm|có|cho|của|giao|cử)|:)\s*$)")
_SHARED = re.compile(r"(?:^|\s)(?:do|gồm|gồm có|giao|cử|phân công)\s*$|:\s*$", re.IGNORECASE)
_WHEN = re.compile(r"\s*(?:tại|trong|ngày|sáng|chiều|tối|sau|trước|theo|năm|tháng)\s", re.IGNORECASE)
_BY = re.compile(r"(?<!\w)do\s*\Z", re.IGNORECASE)
_SUFFERS = re.compile(r"\s(?:được|bị|đã được|vừa được)\s")


@dataclass(frozen=True, slots=True)
class Person:
    """One that a sentence names: the offsets of the name, and of the words around it that are said of this person.

    `head` stands before the name with its title, `tail` behind it; `shared` are the parts of the sentence that go for
    all those after them, too. `joined` says that what is done behind the name of the next is said of this one as well
    ("ông A và bà B được khen").
    """

    name: Place
    head: Place
    tail: Place
    shared: tuple[Place, ...]
    joined: bool

    def offices(self, text: str) -> list[Place]:
        """What the sentence says this person is, as its own words, those right behind the name first."""
        return offices_around(text, self.head, self.tail)


def persons(text: str) -> list[Person]:
    """The persons that a sentence names for certain, in order; none in a sentence that is no sentence, but a page."""
    names = list(_names(text)) if len(text) <= _MOST else []
    ends = [one.end() for one in _END.finditer(text)] if names else []
    out: list[Person] = []
    shared: tuple[Place, ...] = ()
    begin = 0
    for i, (title, name) in enumerate(names):
        last = i + 1 == len(names)
        cut, joined = (len(text), False) if last else _cut(text, ends, name.end, names[i + 1][0])
        head = Place(max([begin, *(one for one in ends if one <= title)]), title)
        inside = [one for one in ends if name.end < one <= cut]
        end = inside[0] if inside else cut
        if _BY.search(text, max(head.start, title - _AHEAD), title) and (
            suffers := _SUFFERS.search(text, name.end, end)
        ):
            end = suffers.start()  # that is said of what this one leads
        out.append(Person(name, head, Place(name.end, end), shared, joined))
        lead = text[head.start : title]
        if _SHARED.search(lead[-_AHEAD:]) or _WHEN.match(lead):
            shared = (*shared, head)
        if any(_SENTENCE.search(text[max(name.end, at - _AHEAD) : at]) for at in inside):
            shared = ()
        begin = cut
    return out


def is_area_before(text: str, start: int) -> bool:
    """Whether the word for a place, or for what is called by a person's name, stands right before an offset."""
    return _AREA.search(text[max(0, start - _AHEAD) : start]) is not None


def is_namesake(text: str, start: int) -> bool:
    """Whether the word for what is called by a person's name stands right before an offset: a street, a school."""
    return _NAMED.search(text[max(0, start - _AHEAD) : start]) is not None


def _names(text: str) -> list[tuple[int, Place]]:
    """Where the title and the name of each begins, and where it ends; what may be another's name only beside others."""
    if is_signature(text) and (signed := signer(text)):
        return [(signed[0], Place(*signed))]
    titles = Titles.load()
    found: list[tuple[int, Place]] = []
    doubtful: list[tuple[int, Place]] = []
    for begin, end in runs(text):
        before = max(0, begin - _AHEAD)
        if own := _OWN_TITLE.match(text, begin, end):
            found += [(begin, Place(own.end(), end))] if titles.is_vietnamese(text[own.end() : end]) else []
        elif title := _TITLE.search(text[before:begin]):
            told = titles.is_vietnamese(text[begin:end]) and (" " in text[begin:end] or not _DEGREED.match(title[0]))
            found += [(before + title.start(), Place(begin, end))] if told else []
        elif _heads_body(text, begin, end) or not is_area_before(text, begin):
            acronyms = _ACRONYMS.match(text, begin, end)
            start = acronyms.end() if acronyms else begin
            begins = _BEGINS.search(text[before:begin]) is not None
            whole = titles.is_person(text[start:end])
            if whole and (begins or titles.has_middle(text[start:end])):
                found.append((start, Place(start, end)))
            elif whole or (begins and titles.is_person(text[begin:end], least=2)):
                doubtful.append((start, Place(start, end)))
    return sorted([*found, *doubtful]) if found else []


def _heads_body(text: str, begin: int, end: int) -> bool:
    """Whether a name with its middle name stands behind an office and the body it is of."""
    before = text[max(0, begin - _OFFICE_AHEAD) : begin]
    return bool(_OF_BODY.search(before) and OFFICE.search(before)) and Titles.load().has_middle(text[begin:end])


def _cut(text: str, ends: Sequence[int], start: int, end: int) -> tuple[int, bool]:
    """Where the words behind one person's name end and the next one's begin, and whether both do the same."""
    hard = [one for one in ends if start < one <= end]
    if hard:
        return hard[-1], False
    if following := _NEXT.search(text, max(start, end - _AHEAD), end):
        said = text[start : following.start()].strip(" ,-–()")
        return following.start(), not said or is_apposed(said)
    led = [one.end() for one in _LEADS.finditer(text, start, end)]
    return (led[-1] if led else end), False
