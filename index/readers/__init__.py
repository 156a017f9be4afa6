"""Report files → reports, one reader a format, chosen by what the file holds and not by its name.

Plain text and Markdown are read. Word and PDF have their place in `_FOREIGN`, and are refused by name
until they have a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from index.errors import EmptyReport, UnreadableReport
from index.passages import passages_of
from index.readers import markdown, plain
from index.readers.decode import decode
from index.readers.head import head_of
from index.readers.letter import framed
from index.records import Block, BlockKind, Report
from index.sections import sentences_of

LARGEST = 5_000_000  # bytes; a thousand printed pages are half of it
_FEWEST_WORDS = 3  # a block with fewer words can't answer anything
_FOREIGN = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "Word, Excel or ZIP",
    b"\xd0\xcf\x11\xe0": "Word 97 or Excel 97",
    b"{\\rtf": "RTF",
}


def read(path: Path) -> Report:
    """The report in a file.

    Raises `UnreadableReport` where the file can't be read as text, `EmptyReport` where it holds no sentence.
    """
    text = decode(_bytes(path), path)
    parse: Callable[[str], list[Block]] = markdown.blocks if markdown.is_markdown(text) else plain.blocks
    return assemble(path, text, parse(text))


def assemble(path: Path, text: str, blocks: Sequence[Block]) -> Report:
    """A report from its text and blocks; raises `EmptyReport` as `read` does."""
    if not any(_could_answer(text, block) for block in blocks):
        raise EmptyReport(path, "holds no sentence to answer from (only headings or single words)")
    blocks = framed(text, blocks)
    head = head_of(text, blocks, path)
    sentences = sentences_of(text, blocks, title=head.title_blocks)
    return Report(
        text=text,
        title=head.title,
        source=path,
        sentences=sentences,
        passages=passages_of(sentences),
        number=head.number,
        issuer=head.issuer,
        date=head.date,
        years=head.years,
        period=head.period,
    )


def _could_answer(text: str, block: Block) -> bool:
    words = [word for word in text[block.start : block.end].split() if any(c.isalnum() for c in word)]
    return block.kind is not BlockKind.HEADING and len(words) >= _FEWEST_WORDS


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise UnreadableReport(path, "no such file")
        if not path.is_file():
            raise UnreadableReport(path, "is not a file")
        size = path.stat().st_size
        if size > LARGEST:
            raise UnreadableReport(path, f"is {size / 1e6:.0f} MB; the largest report read is {LARGEST / 1e6:.0f} MB")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "not a valid path"
        raise UnreadableReport(path, f"can't be read: {why}") from None
    if not data.strip():
        raise EmptyReport(path, "is empty")
    for magic, name in _FOREIGN.items():
        if data.startswith(magic):
            raise UnreadableReport(path, f"is a {name} file; save it as plain text (.txt, UTF-8) or Markdown first")
    return data
