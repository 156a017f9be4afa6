"""Questions disturbed as people disturb them: with half the accents, with a slip of the finger.

Every function is pure: the same text and seed give the same text, on any machine and in any order of questions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from random import Random

from index.normalize import fold, has_accents, nfc

SEED = 2020
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j", "\u0306": "w", "\u031b": "w"}
_VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5", "\u0306": "8", "\u031b": "7"}
_CIRCUMFLEX = "\u0302"  # Telex doubles the letter, VNI writes 6
_TONES = frozenset("\u0301\u0300\u0309\u0303\u0323")


class Noise(StrEnum):
    """What is done to a question: half its syllables lose their accents, or there is one slip, of any kind or of one.

    A slip is a key beside the right one, two letters swapped, one left out or doubled, a space left out, or a
    syllable's Telex or VNI strokes left as they were struck.
    """

    NONE = "none"
    HALF = "half"
    TYPO = "typo"
    NEIGHBOUR = "neighbour"
    SWAPPED = "swapped"
    MISSING = "missing"
    DOUBLED = "doubled"
    JOINED = "joined"
    STROKES = "strokes"


def disturbed(text: str, noise: Noise, seed: int = SEED) -> str:
    """The text with that noise; unchanged where there is nothing to disturb."""
    text = nfc(text)
    chance = Random(f"{seed} {noise} {text}")
    if noise is Noise.TYPO:
        kinds = list(_SLIPS)
        chance.shuffle(kinds)
        return next((slipped for kind in kinds if (slipped := _SLIPS[kind](text, chance)) != text), text)
    if noise is Noise.HALF:
        return _half(text, chance)
    return _SLIPS[noise](text, chance) if noise in _SLIPS else text


def telex_strokes(syllable: str) -> str:
    """The Telex key strokes that spell a syllable, the tone's last: `thuế` → `thuees`, `được` → `dduwowcj`."""
    return _strokes(syllable, _TELEX, lambda letter: letter, "d")


def vni_strokes(syllable: str) -> str:
    """The VNI key strokes that spell a syllable, the tone's last: `thuế` → `thue61`, `được` → `d9u7o7c5`."""
    return _strokes(syllable, _VNI, lambda letter: "6", "9")


@lru_cache(maxsize=64)
def neighbours(letter: str) -> str:
    """The keys beside a letter's on a QWERTY keyboard, in a fixed order; none for what is no such letter."""
    for row, keys in enumerate(_ROWS):
        at = keys.find(letter)
        if at >= 0:
            # Each row stands half a key to the right of the one above it.
            beside = ((row, at - 1), (row, at + 1), (row - 1, at), (row - 1, at + 1), (row + 1, at - 1), (row + 1, at))
            return "".join(_ROWS[r][k] for r, k in beside if 0 <= r < len(_ROWS) and 0 <= k < len(_ROWS[r]))
    return ""


def _half(text: str, chance: Random) -> str:
    """Half of the syllables that have accents lose them, the odd one with the chance of a coin."""
    marked = [word for word in _WORD.finditer(text) if has_accents(word[0])]
    lost = (len(marked) + chance.randint(0, 1)) // 2
    for word in chance.sample(marked, lost):
        text = text[: word.start()] + fold(word[0]) + text[word.end() :]
    return text


def _neighbour(text: str, chance: Random) -> str:
    places = [i for i in _letters(text) if neighbours(text[i].lower())]
    if not places:
        return text
    at = chance.choice(places)
    struck = chance.choice(neighbours(text[at].lower()))
    return text[:at] + (struck.upper() if text[at].isupper() else struck) + text[at + 1 :]


def _swapped(text: str, chance: Random) -> str:
    inside = set(_letters(text))
    places = [i for i in sorted(inside) if i + 1 in inside and text[i].lower() != text[i + 1].lower()]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _missing(text: str, chance: Random) -> str:
    places = _letters(text)
    at = chance.choice(places) if places else len(text)
    return text[:at] + text[at + 1 :]


def _doubled(text: str, chance: Random) -> str:
    places = _letters(text)
    at = chance.choice(places) if places else len(text)
    return text[: at + 1] + text[at : at + 1].lower() + text[at + 1 :]


def _joined(text: str, chance: Random) -> str:
    places = [space.start() for space in _SPACE.finditer(text)]
    at = chance.choice(places) if places else len(text)
    return text[:at] + text[at + 1 :]


def _left_over(text: str, chance: Random) -> str:
    """One syllable as its key strokes, as when the input method was off for it."""
    marked = [word for word in _WORD.finditer(text) if has_accents(word[0])]
    if not marked:
        return text
    word = chance.choice(marked)
    return text[: word.start()] + chance.choice((telex_strokes, vni_strokes))(word[0]) + text[word.end() :]


_SLIPS: Mapping[Noise, Callable[[str, Random], str]] = {
    Noise.NEIGHBOUR: _neighbour,
    Noise.SWAPPED: _swapped,
    Noise.MISSING: _missing,
    Noise.DOUBLED: _doubled,
    Noise.JOINED: _joined,
    Noise.STROKES: _left_over,
}


def _letters(text: str) -> list[int]:
    """Where the letters of words of two and more letters stand."""
    return [i for word in _WORD.finditer(text) if len(word[0]) > 1 for i in range(*word.span())]


def _strokes(syllable: str, keys: Mapping[str, str], circumflex: Callable[[str], str], bar: str) -> str:
    out: list[str] = []
    tone = ""
    for letter in unicodedata.normalize("NFD", syllable):
        if letter in "đĐ":
            out.append(("D" if letter == "Đ" else "d") + bar)
        elif letter == _CIRCUMFLEX:
            out.append(circumflex(out[-1].lower()))
        elif letter in _TONES:
            tone = keys[letter]
        else:
            out.append(keys.get(letter, letter))
    return "".join(out) + tone
