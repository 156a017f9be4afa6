import codecs
import random
import unicodedata
from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.readers.decode import decode

PATH = Path("bao-cao.txt")
TEXT = "Tổng thu ngân sách huyện Sơn Hà đạt 1.200,5 tỷ đồng.\nXã Tân Lập đã xây nhà văn hóa mới, được dân khen.\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """The text as Windows wrote Vietnamese: letters with their marks, tones as characters of their own."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in parts if c in TONES)
        out.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES)) + tone)
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="UTF-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="UTF-16 LE with mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="UTF-16 BE with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 LE"),
        pytest.param(TEXT.encode("utf-16-be"), id="UTF-16 BE"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), id="UTF-32 LE with mark"),
        pytest.param(codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), id="UTF-32 BE with mark"),
        pytest.param(windows_1258(TEXT), id="Windows-1258"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), id="NFD"),
    ],
)
def test_every_encoding_of_a_text_gives_the_text(data: bytes) -> None:
    assert decode(data, PATH) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_english_in_utf_16_without_its_mark_is_read(encoding: str) -> None:
    assert decode(b"All is well here.".decode().encode(encoding), PATH) == "All is well here."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 20, id="every byte"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, id="a picture"),
        pytest.param(random.Random(1).randbytes(5_000), id="noise"),
        pytest.param(b"\x1f\x8b\x08" + random.Random(2).randbytes(500), id="an archive"),
        pytest.param(("xin chào\0" * 50).encode(), id="zero bytes in UTF-8"),
        pytest.param("déjà vu\0 là".encode("cp1252") * 9, id="zero bytes in a legacy encoding"),
        pytest.param("xin\x01 chào\x7f".encode(), id="control characters"),
        pytest.param("xin chào \ufffd các bạn".encode(), id="replacement characters"),
        pytest.param(codecs.BOM_UTF16_LE + b"abc", id="half a character of UTF-16"),
        pytest.param(codecs.BOM_UTF8 + b"xin \xff", id="a false UTF-8 mark"),
        pytest.param("xin chào".encode("utf-16-le") + b"\x00\xd8", id="half a surrogate pair"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableReport, match=r"^bao-cao\.txt: "):
        decode(data, PATH)


def test_utf_8_cut_within_a_character_is_refused_not_guessed_at() -> None:
    # a legacy encoding would read it too, as nonsense
    with pytest.raises(UnreadableReport):
        decode(TEXT.encode()[:-1] + "ế".encode()[:-1], PATH)


def test_a_utf_8_report_with_one_broken_byte_is_not_read_as_nonsense() -> None:
    broken = bytearray(TEXT.encode() * 5)
    broken[TEXT.encode().index("ổ".encode())] = 0xFF
    try:
        text = decode(bytes(broken), PATH)
    except UnreadableReport:
        text = "ngân sách"
    assert "ngân sách" in text
