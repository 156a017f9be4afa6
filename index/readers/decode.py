"""Bytes → text in Unicode NFC, whatever the encoding, or an error that says what to do."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from index.errors import UnreadableReport
from index.normalize import nfc

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.001  # share of control characters above which a file is not text
# Encodings a Vietnamese report may be in; the guesser is not asked about the others.
_LEGACY = ["cp1258", "cp1252", "utf_16_le", "utf_16_be", "mac_roman", "latin_1"]
_UNKNOWN = "its encoding is unknown; save it as UTF-8"
_BINARY = "is not a text file"


def decode(data: bytes, path: Path) -> str:
    """The text in NFC; raises `UnreadableReport` for binary data and unknown encodings."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, path), path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _checked(_guessed(data, path), path)
    if data.count(0) > len(data) // 4:
        text = _strict(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be", path)
    return _checked(text, path)


def _strict(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableReport(path, f"begins like {encoding.upper()} but is not; save it as UTF-8") from None


def _guessed(data: bytes, path: Path) -> str:
    if data.count(0) > len(data) // 4:  # UTF-16 without its mark: Latin letters have a zero byte each
        return _strict(data, "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be", path)
    if data.count(0):
        raise UnreadableReport(path, _BINARY)
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise UnreadableReport(path, _UNKNOWN)
    return str(best)


def _checked(text: str, path: Path) -> str:
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableReport(path, _BINARY)
    return nfc(text)
