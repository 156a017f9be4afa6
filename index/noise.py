"""Questions disturbed as people disturb them: with half the accents, with a slip of the finger.

Every function is pure: the same text and seed give the same text, on any machine and in any order of questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from random import Random

from index.keyboard import neighbours, telex_strokes, vni_strokes
from index.normalize import fold, has_accents, nfc

SEED = 2020
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")


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


def _half(text: str, chance: Random) -> str:
    """Half of the syllables that have accents lose them, the odd one with the chance of a coin."""
    marked = [word for word in _WORD.finditer(text) if has_accents(word[0])]
    lost = (len(marked) + chance.randint(0, 1)) // 2
    # From the end: what folds may grow longer or shorter.
    for word in sorted(chance.sample(marked, lost), key=lambda one: -one.start()):
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
