"""Plain text → blocks: one a line, as office programs and scrapers save it.

A line that goes on in small letters on the next was wrapped, and is one block with it. A heading is known by
its number or capitals and its missing full stop; a caption by the " |" that scraping leaves behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.readers.blocks import trimmed
from index.readers.formal import CELLS
from index.records import Block, BlockKind
from index.sentences import first_seam

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BULLET = re.compile(r"[-–—+*•●▪◦·]+\s+(?=\S)")
_ITEM = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ][.)]|\(\w{1,3}\))\s*(?=\S)")
_NUMBERED = (
    re.compile(r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ\s+|thứ\s+)?\w+"),
    re.compile(r"[A-HĐ][.)]\s"),
    re.compile(r"[IVXLC]+\s*[.)/\-–]\s*(?!\d)"),
    re.compile(r"(?:[IVXLC]+\.)?\d{1,2}[.)]?\s*[.)]\s*(?!\d)"),
    re.compile(r"(?:[IVXLC]+\.)?\d{1,2}\.\d{1,2}[.)]?\s"),
    re.compile(r"(?:[IVXLC]+\.)?\d{1,2}(?:\.\d{1,2}){2,}[.)]?\s"),
    re.compile(r"[a-zđ][.)]\s"),
)
_PART = re.compile(r"(?:phần|chương)\s+(?:thứ\s+)?\w+\s*[.:]?", re.IGNORECASE)
CAPTION = re.compile(
    r"(?:Bảng|Biểu|Biểu đồ|Hình|Ảnh|Sơ đồ)\s+(?:số\s+)?\d+(?:\.\d+)*\s*[.:–-](?!.*[.!?]$)", re.IGNORECASE
)
_FORMAL = re.compile(r"Kính gửi|Nơi nhận|Số:|CỘNG HÒA XÃ HỘI|Độc lập", re.IGNORECASE)  # of every letter's head
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_UNNUMBERED = len(_NUMBERED) + 1
_ENDS = (".", "!", "?", ";", ",", "…", ":")
_LONGEST_HEADING = 160  # characters
_FIGURES = re.compile(r"[-+]?\d[\d.,\s]*%?")
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?$")  # under a table's header


def blocks(text: str) -> list[Block]:
    """The blocks of a plain text, in order."""
    lines = list(_lines(text))
    found: list[Block] = []
    for i, (start, end) in enumerate(lines):
        if _RULE.match(text, start, end):
            if found and found[-1].kind is BlockKind.ROW:
                found[-1] = Block(BlockKind.HEADER, found[-1].start, found[-1].end)
            continue
        found += _of_line(text, (start, end), has_body=i + 1 < len(lines))
    found = _with_titles(text, trimmed(text, found))
    return [_header(text, found, i) for i in range(len(found))]


def _with_titles(text: str, found: list[Block]) -> list[Block]:
    """The blocks, "Phần thứ nhất" and its title in capitals on the next line as one heading."""
    out: list[Block] = []
    for block in found:
        part = out and out[-1].kind is BlockKind.HEADING and _PART.fullmatch(text, out[-1].start, out[-1].end)
        if part and block.level == _UNNUMBERED and text[block.start : block.end].isupper():
            out[-1] = Block(BlockKind.HEADING, out[-1].start, block.end, out[-1].level)
        else:
            out.append(block)
    return out


def _header(text: str, found: list[Block], i: int) -> Block:
    """A block, as a table's header if it is a row without figures that others follow and none precedes.

    A year, or what a column is of ("6 tháng"), is no figure; beside rows with cells of nothing but figures.
    """
    block = found[i]
    rows = [0 <= j < len(found) and found[j].kind is BlockKind.ROW for j in (i - 1, i, i + 1)]
    if rows != [False, True, True]:
        return block
    content, following = text[block.start : block.end], text[found[i + 1].start : found[i + 1].end]
    bare = not re.search(r"\d", _YEAR.sub("", content))
    if not bare and (_has_figures(content) or not _has_figures(following)):
        return block
    return Block(BlockKind.HEADER, block.start, block.end)


def _has_figures(row: str) -> bool:
    """Whether a cell of a row is nothing but a figure, and no year."""
    return any(_FIGURES.fullmatch(cell.strip()) and not _YEAR.fullmatch(cell.strip()) for cell in CELLS.split(row))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of logical lines: stripped, empty ones left out, wrapped ones joined."""
    held: tuple[int, int] | None = None
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if not line:
            continue
        start = match.start() + match[0].index(line[0])
        end = start + len(line)
        if held and _goes_on(text, held, start):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _goes_on(text: str, held: tuple[int, int], start: int) -> bool:
    """Whether a line was wrapped: no end mark before, a small letter after, no empty line or item between."""
    between = text[held[1] : start]
    apart = between.count("\n") > 1 or text[held[1] - 1] in ".!?…:;" or "|" in text[held[0] : held[1]]
    return not apart and text[start].islower() and not _ITEM.match(text, start)


def _of_line(text: str, line: tuple[int, int], *, has_body: bool) -> Iterator[Block]:
    start, end = line
    content = text[start:end].rstrip("| \t")
    piped = len(content) < end - start
    end = start + len(content)
    bullet = _BULLET.match(text, start, end)
    if not content:
        return
    if _is_row(content, barred=content.startswith("|") and piped):
        yield Block(BlockKind.ROW, start + len(content) - len(content.lstrip("| \t")), end)
    elif (piped and not content.endswith((".", "!", "?", "…", ")"))) or CAPTION.match(content):
        yield Block(BlockKind.CAPTION, start, end)
    elif bullet:
        yield Block(BlockKind.ITEM, bullet.end(), end)
    elif level := heading_level(content, has_body=has_body):
        yield Block(BlockKind.HEADING, start, end, level)
    elif _ITEM.match(content):
        yield Block(BlockKind.ITEM, start, end)
    else:
        seam = first_seam(content)
        if seam is not None and heading_level(content[:seam], has_body=True):
            yield Block(BlockKind.HEADING, start, start + seam, _UNNUMBERED)
            start += seam
        yield Block(BlockKind.PARAGRAPH, start, end)


def _is_row(content: str, *, barred: bool) -> bool:
    """A table's row: three cells or more, parted by tabs or bars; two do where it is `barred` at both ends."""
    return sum(1 for cell in CELLS.split(content) if cell.strip()) >= 3 - barred and len(content) < 2000


def heading_level(line: str, *, has_body: bool) -> int:
    """A heading's depth from 1, or 0 for a line that is none.

    `has_body`: whether anything follows; the last line of a text heads nothing.
    """
    if len(line) > _LONGEST_HEADING or (line.endswith(_ENDS) and not line.isupper()):
        return 0
    if not any(c.isalpha() for c in line) or _FORMAL.match(line):
        return 0
    for level, pattern in enumerate(_NUMBERED, start=1):
        if pattern.match(line):
            return level
    capital = line[:1].isupper()
    return _UNNUMBERED if capital and (has_body or line.isupper()) and " " in line else 0
