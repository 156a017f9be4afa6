"""Spelling: what must count as the same is made the same. Every function is pure, `str → str`.

These forms are for matching only; what is shown is always the report's own text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # grave, acute, tilde, hook above, dot below
_VOWELS = frozenset("aăâeêioôơuưy")
_MODIFIED = frozenset("ăâêôơư")
_I_ONSETS = frozenset({"h", "k", "l", "m", "s", "t", "qu"})  # where i and y are two spellings of one sound
_SYLLABLE = 16  # characters; longer texts are not worth remembering
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def nfc(text: str) -> str:
    """Unicode NFC, the form every report and question is held in."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Without accents, and đ as d: `Hoàn Kiếm` → `Hoan Kiem`. Lengthens nothing that is Vietnamese."""
    return _fold(text) if len(text) <= _SYLLABLE else _fold.__wrapped__(text)


@lru_cache(maxsize=65536)
def _fold(text: str) -> str:
    if text.isascii():
        return text
    stripped = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(stripped).replace("đ", "d").replace("Đ", "D")


def has_accents(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark."""
    return fold(text) != unicodedata.normalize("NFD", text)


def marks(text: str) -> frozenset[str]:
    """The marks that its letters carry, as combining characters; that of đ as the letter itself."""
    return frozenset(c for c in unicodedata.normalize("NFD", text) if unicodedata.combining(c) or c == "đ")


@lru_cache(maxsize=65536)
def syllable(text: str) -> str:
    """One syllable or word in its canonical spelling: lower case, tone mark in the classic place, i for y.

    `hoá` and `hóa`, `Uỷ` and `ủy`, `quí` and `quý`, `kĩ` and `kỹ` become one. Rule of placement: on the last
    modified vowel (ê, ơ, …); else on the second of two vowels before a final consonant and the first without
    one; else on the middle one of three. Whatever is not of Vietnamese shape is only lower-cased.
    """
    lowered = nfc(text.lower())
    if lowered.isascii():
        return _one_i(lowered)
    tones = [c for c in unicodedata.normalize("NFD", lowered) if c in _TONES]
    if len(tones) != 1:
        return _one_i(lowered)
    bare = _without_tone(lowered)
    at = _tone_place(bare)
    if at is None:
        return lowered
    return _one_i(nfc(bare[: at + 1] + tones[0] + bare[at + 1 :]))


def number(text: str) -> str:
    """A figure in its canonical form: no points between thousands, no leading zeros in a whole number.

    `10.530,819` → `10530,819`, `01` → `1`; `3.5` and `105,1` stay, for a point before three digits only is
    Vietnamese for a thousand.
    """
    if _THOUSANDS.fullmatch(text):
        return text.replace(".", "")
    return text.lstrip("0") or "0" if text.isdecimal() else text


def _without_tone(text: str) -> str:
    return nfc("".join(c for c in unicodedata.normalize("NFD", text) if c not in _TONES))


def _nucleus(bare: str) -> tuple[int, int] | None:
    """The vowels that may carry the tone, as [start, end) in a toneless syllable."""
    start = 0
    while start < len(bare) and bare[start] not in _VOWELS:
        start += 1
    end = start
    while end < len(bare) and bare[end] in _VOWELS:
        end += 1
    if start == end or any(c in _VOWELS for c in bare[end:]):
        return None
    glide = bare[start - 1 : start + 1] in ("qu", "gi") if start else False
    return (start + 1, end) if glide and end - start > 1 else (start, end)


def _tone_place(bare: str) -> int | None:
    nucleus = _nucleus(bare)
    if nucleus is None:
        return None
    start, end = nucleus
    modified = [i for i in range(start, end) if bare[i] in _MODIFIED]
    if modified:
        return modified[-1]
    if end - start == 2:
        return start + 1 if end < len(bare) else start
    return start + (end - start) // 2


def _one_i(lowered: str) -> str:
    """`y` alone after an onset that takes both becomes `i`: kỹ → kĩ, quý → quí; y tế and thúy stay."""
    last = unicodedata.normalize("NFD", lowered[-1:])
    if last[:1] == "y" and fold(lowered[:-1]) in _I_ONSETS:
        return lowered[:-1] + nfc("i" + last[1:])
    return lowered
