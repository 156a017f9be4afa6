"""How an official letter ends: its last words, to whom copies go, who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.readers.formal import LINE, ORGAN, PLACE, cells, is_stamp, said
from index.records import Block, BlockKind

_LONGEST = 900  # characters of the last words
_ENDS = re.compile(r"Trên đây(?: là|,)\s")
_COPIES = re.compile(r"Nơi nhận\b|Lưu\s*:?\s*(?:VT|VP)\b|Như (?:trên|kính gửi)\b", re.IGNORECASE)
_FOR = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ)[.\s]\s*\w")  # on behalf of
_OFFICE = re.compile(
    r"(?:QUYỀN |Q\. ?|PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH|CHỦ NHIỆM|(?:HIỆU |THỦ |ĐỘI |TỔ )?TRƯỞNG)\b"
    r"|NGƯỜI (?:LẬP|VIẾT|BÁO CÁO)\b"
)
_SIGNED = re.compile(r"(?:đã ký|ký tên|ký, ghi rõ|đóng dấu)\b[^.;]{0,40}$", re.IGNORECASE)
_ANNEX = re.compile(r"PHỤ LỤC|BIỂU|BẢNG|DANH SÁCH", re.IGNORECASE)
_TITLED = re.compile(r"(?:[^\W\d_]{1,4}\.)+\s*")  # ThS., BS.CKI.


def closed(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that close a letter as its frame, wherever they stand: an annex may follow them."""
    out: list[Block] = []
    i = 0
    while i < len(blocks):
        end = _end(text, blocks, i)
        if end > i:
            _last_words(text, out)
            out += _signature(text, blocks[i:end])
        else:
            out.append(blocks[i])
        i = max(end, i + 1)
    _last_words(text, out)
    return out


def _last_words(text: str, out: list[Block]) -> None:
    """Makes the last block the frame's where it says that a report ends here."""
    line = said(text, out[-1]) if out else ""
    if out and out[-1].kind is not BlockKind.HEADING and len(line) <= _LONGEST and _ENDS.match(line):
        out[-1] = replace(out[-1], kind=BlockKind.FRAME)


def _end(text: str, blocks: Sequence[Block], first: int) -> int:
    """Behind the closing lines that begin at a block; `first` where none do."""
    if blocks[first].end - blocks[first].start > LINE:
        return first
    lines = cells(said(text, blocks[first]))
    surely = any(re.match(r"Nơi nhận\b", one) or (_FOR.match(one) and one.isupper()) for one in lines)
    if not surely and not any(map(_is_office, lines)):
        return first
    end, listed, signing, signed = first, False, False, False
    for block in blocks[first:]:
        line = said(text, block)
        parts = cells(line)
        copies = any(map(_COPIES.match, parts))
        office = any(_is_office(part) or (_FOR.match(part) and part.isupper()) for part in parts)
        item = listed and (block.kind is BlockKind.ITEM or line.endswith(";"))
        stamped = bool(_SIGNED.search(parts[-1]))
        name = signing and not item and _is_person(parts[-1])
        place = signing and line.isupper() and PLACE.match(line) is not None
        if not (copies or office or item or stamped or name or place or is_stamp(line)) or len(line) > 2 * LINE:
            break
        listed, signing = listed or copies, (signing or office) and not name
        signed = signed or stamped or name
        end += 1
    last = end == len(blocks) or _ANNEX.match(said(text, blocks[end])) is not None
    return end if surely or (signed and last) else first


def _is_office(cell: str) -> bool:
    return len(cell) <= LINE and cell.isupper() and _OFFICE.match(cell) is not None


def _is_person(cell: str) -> bool:
    words = _TITLED.sub("", cell).split()
    named = all(word.isalpha() and word[0].isupper() for word in words)
    other = any(mark.match(cell) for mark in (_FOR, _ANNEX, ORGAN, PLACE)) or _is_office(cell)
    return 2 <= len(words) <= 6 and named and not other


def _signature(text: str, lines: Sequence[Block]) -> list[Block]:
    """Closing lines; those from who signs to the name are one block, for together they say who holds the office."""
    out: list[Block] = []
    open_ = False
    for block in lines:
        parts = cells(said(text, block))
        if open_ and block.kind is not BlockKind.ITEM and not any(map(_COPIES.match, parts)):
            out[-1] = replace(out[-1], end=block.end)
            open_ = not _is_person(parts[-1])
            continue
        out.append(Block(BlockKind.FRAME, block.start, block.end))
        open_ = any(_is_office(part) or _FOR.match(part) for part in parts)
    return out
