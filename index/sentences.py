"""Block → sentences, as exact slices: where one ends and the next begins in real Vietnamese reports.

A full stop ends a sentence, except in figures, dates, addresses, abbreviations, initials and item numbers.
Where scraping has glued sentences ("phát sinh.Hệ thống", "đề raTại Hội nghị"), the seam ends one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.normalize import fold, has_accents

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,6}\b"
)
_STOP = re.compile(r"(?:\.{2,}|…|[.!?])+[\"'”’»)\]]*")
_SEAM = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_][^\W\d_])|(?<=[\d)”»])(?=[^\W\d_][^\W\d_])")
_ITEM_NUMBER = re.compile(r"\s*(?:[IVXLC]+|\d{1,3}|[a-zđ]|[A-Z])(?:\.\d{1,3})*[.)](?=\s|\D)")
# Words that a point shortens; compared in lower case, without the point.
_SHORTENED = frozenset(
    "tp tx tt q p h x ths ts gs pgs bs ths.bs cn ks kts ls nsnd nsưt ngưt ngnd đ/c đc ô ông mr mrs ms dr prof st "
    "no vs tr sđt đt fax nxb k đh cđ vd cf".split()
)
_INNER_ITEM = re.compile(r"[:;,]\s*\d{1,2}$")  # "gồm: 1. Thu thuế; 2. Chi lương"
# Words that a letter numbers, so that it is no initial: "sơ kết quý I. Tổ công tác …", "đạt loại A. Toàn xã …".
_NUMBERS = re.compile(
    r"\b(?:quý|khóa|khoá|kỳ|đoạn|lớp|loại|hạng|nhóm|cấp|bậc|đợt|thứ|khu vực|vụ|mức|vùng|tuyến)\s+$", re.IGNORECASE
)
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+(?:[./][^\W\d_]+)*$")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
    r"[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_LONGEST_BRACKET = 400  # a bracket not closed within this many characters is a slip of the pen, not a bracket


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as `[start, end)` offsets into `text`, in order, without gaps of letters.

    Only white space lies between two sentences. A block without a letter or digit yields nothing.
    """
    end = len(text) if end is None else end
    block = text[start:end]
    found = []
    begin = previous = 0
    holds = False  # a letter or digit since `begin`; marks alone wait for the sentence after them
    for cut in [*_cuts(block), len(block)]:
        holds = holds or any(c.isalnum() for c in block[previous:cut])
        previous = cut
        if holds:
            piece = block[begin:cut]
            left = begin + len(piece) - len(piece.lstrip())
            found.append((start + left, start + left + len(piece.strip())))
            begin, holds = cut, False
    if found and any(not c.isspace() for c in block[begin:]):
        found[-1] = (found[-1][0], start + len(block.rstrip()))
    return found


def first_seam(text: str) -> int | None:
    """Where a headline without a full stop is glued to the sentence after it, if a seam comes before any stop."""
    stop = next(_stops(text), len(text))
    seam = next(_seams(text), None)
    return seam if seam is not None and seam < stop else None


def _cuts(block: str) -> list[int]:
    return sorted({*_stops(block), *_seams(block)})


def _stops(block: str) -> Iterator[int]:
    """Offsets after each mark that ends a sentence."""
    closed = _protected(block)
    number = _ITEM_NUMBER.match(block)
    first = number.end() if number else 0
    span = 0
    for mark in _STOP.finditer(block):
        if mark.start() < first:
            continue
        while span < len(closed) and closed[span][1] <= mark.start():
            span += 1
        # A bracket or quotation that ends with its own full stop may end the sentence around it.
        if span < len(closed) and closed[span][0] <= mark.start() and mark.end() < closed[span][1]:
            continue
        if _ends(block, mark):
            yield mark.end()


def _ends(block: str, mark: re.Match[str]) -> bool:
    rest = block[mark.end() : mark.end() + 40]
    following = rest.lstrip()
    if not following:
        return False
    upcoming = following[0]
    spaced = rest[0].isspace()
    if upcoming.islower() or upcoming in ",;:.)]”»":
        return False
    if mark[0] == "." and _is_shortened(block, mark.start()):
        return False
    if spaced:
        return True
    # Glued to what follows: only a capitalised word after something that can end a sentence.
    before = block[mark.start() - 1] if mark.start() else ""
    glued_word = upcoming.isupper() and following[1:2].islower()
    if before.isupper():
        return glued_word and block[mark.start() - 3 : mark.start()].isupper()  # an acronym, not an initial
    return glued_word and (before.islower() or before.isdigit() or before in ')%”»"')


def _is_shortened(block: str, point: int) -> bool:
    """Whether the point at this offset belongs to an abbreviation, an initial or a figure."""
    word = _LETTERS_BEFORE.search(block[max(0, point - 24) : point])
    if word is None:
        before, after = block[point - 1 : point], block[point + 1 : point + 2]
        return (before.isdigit() and after.isdigit()) or bool(_INNER_ITEM.search(block[max(0, point - 8) : point]))
    if len(word[0]) == 1 and word[0].isupper() and _NUMBERS.search(block[max(0, point - 24) : point - 1]):
        return False
    letters = word[0].lower()
    if letters in ("v.v", "vv", "v"):
        # "v.v." ends a sentence where a capital follows, and not where its own second letter does.
        return not block[point + 1 : point + 3].strip()[:1].isupper()
    if letters in _SHORTENED or _SHORTENED.issuperset(letters.split(".")):
        return True
    return len(letters) == 1 and word[0].isupper()


def _seams(block: str) -> Iterator[int]:
    """Offsets where a word in small letters runs into a capitalised one: both must be Vietnamese syllables."""
    for match in _SEAM.finditer(block):
        at = match.start()
        if not (block[at].isupper() and block[at + 1].islower()) or block[at - 1].isupper():
            continue
        left = _LETTERS_BEFORE.search(block[max(0, at - 12) : at])
        right = re.match(r"[^\W\d_]+", block[at : at + 12])
        if right is None or not is_syllable(right[0]):
            continue
        if left is None:
            if has_accents(right[0]):
                yield at
        elif is_syllable(left[0]) and len(left[0]) > 1 and (left[0].islower() or has_accents(left[0] + right[0])):
            yield at


def is_syllable(word: str) -> bool:
    """Whether a word has the shape of a Vietnamese syllable, accents aside."""
    return bool(_SYLLABLE.fullmatch(fold(word.lower())))


def _protected(block: str) -> list[tuple[int, int]]:
    """Spans in which a mark ends nothing: addresses, and brackets and quotations that close soon enough."""
    spans = [match.span() for match in _ADDRESS.finditer(block)]
    pairs = {"(": ")", "[": "]", "“": "”", "«": "»"}
    opened: list[tuple[str, int]] = []
    for at, char in enumerate(block):
        if char in pairs or (char == '"' and (not opened or opened[-1][0] != '"')):
            opened.append((pairs.get(char, char), at))
        elif opened and char == opened[-1][0]:
            _, begin = opened.pop()
            if not opened and at - begin <= _LONGEST_BRACKET:
                spans.append((begin, at + 1))
        elif opened and at - opened[0][1] > _LONGEST_BRACKET:
            opened.clear()
    return _merged(spans)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if out and begin < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out
