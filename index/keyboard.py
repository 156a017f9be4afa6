"""How Vietnamese is typed: Telex and VNI strokes, both ways, the keys of a keyboard, and what slips on it.

Telex writes marks as letters (thuế is `thuees`), VNI as digits (`thue61`); where the input method was off, the
strokes stay in the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from index.normalize import fold, nfc, syllable

_TONES = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")  # acute, grave, hook above, tilde, dot below
_TELEX_TONES = dict(zip("sfrxj", _TONES, strict=True))
_VNI_TONES = dict(zip("12345", _TONES, strict=True))
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_TELEX_MARKS = (
    ("uow", "ươ"),
    ("dd", "đ"),
    ("aa", "â"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("aw", "ă"),
    ("ow", "ơ"),
    ("uw", "ư"),
)
_LATE = re.compile(r"([aeo])([^aeo]+)\1$")  # `ngana`: the second a is struck when the syllable is complete
_VNI_MARKS = {"6": ("aeo", _CIRCUMFLEX), "7": ("uo", _HORN), "8": ("a", _BREVE)}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LIKELY, _LESS, UNLIKELY = 1.0, 0.5, 0.1


def telex(typed: str) -> str:
    """What Telex key strokes spell: `thuees` → thuế, `ngaan` → ngân, `dduowcj` → được."""
    tone = ""
    body = typed
    for at in range(len(typed) - 1, 0, -1):
        if typed[at] in _TELEX_TONES and any(c in "aeiouyw" for c in typed[:at]):
            tone, body = _TELEX_TONES[typed[at]], typed[:at] + typed[at + 1 :]
            break
    body = body.replace("uoww", "uow")
    if body.endswith("w") and "uo" in body:
        body = body[:-1].replace("uo", "ươ")
    body = _LATE.sub(lambda match: nfc(match[1] + _CIRCUMFLEX) + match[2], body)
    for keys, letter in _TELEX_MARKS:
        body = body.replace(keys, letter)
    return _toned(body, tone)


def vni(typed: str) -> str:
    """What VNI key strokes spell: `thue61` → thuế, `nga6n` → ngân; unchanged where a digit can be no mark."""
    tone = ""
    body = ""
    for key in typed:
        if key in _VNI_TONES and not tone and any(fold(c) in "aeiouy" for c in body):
            tone = _VNI_TONES[key]
        elif key == "9" and body.count("d") == 1:
            body = body.replace("d", "đ")
        elif key in _VNI_MARKS:
            vowels, mark = _VNI_MARKS[key]
            at = max(body.rfind(vowel) for vowel in vowels)
            if at < 0:
                return typed
            first = at - 1 if key == "7" and body[at - 1 : at + 1] == "uo" else at
            body = body[:first] + nfc("".join(c + mark for c in body[first : at + 1])) + body[at + 1 :]
        elif key.isdigit():
            return typed
        else:
            body += key
    return _toned(body, tone)


def telex_strokes(spelled: str) -> str:
    """The Telex strokes that spell a syllable, the tone's last: `thuế` → `thuees`, `được` → `dduwowcj`."""
    return _strokes(spelled, {**_turned(_TELEX_TONES), _BREVE: "w", _HORN: "w"}, "d")


def vni_strokes(spelled: str) -> str:
    """The VNI strokes that spell a syllable, the tone's last: `thuế` → `thue61`, `được` → `d9u7o7c5`."""
    return _strokes(spelled, {**_turned(_VNI_TONES), _CIRCUMFLEX: "6", _BREVE: "8", _HORN: "7"}, "9")


@lru_cache(maxsize=64)
def neighbours(letter: str) -> str:
    """The keys beside a letter's on a QWERTY keyboard, in a fixed order; none for what is no such letter."""
    for row, keys in enumerate(_ROWS):
        at = keys.find(letter)
        if letter and at >= 0:
            # Each row stands half a key to the right of the one above it.
            beside = ((row, at - 1), (row, at + 1), (row - 1, at), (row - 1, at + 1), (row + 1, at - 1), (row + 1, at))
            return "".join(_ROWS[r][k] for r, k in beside if 0 <= r < len(_ROWS) and 0 <= k < len(_ROWS[r]))
    return ""


def slip(typed: str, meant: str) -> float:
    """How likely, beside other slips, one slip makes the one of the other; both without accents, and one apart."""
    if len(typed) == len(meant):
        if sorted(typed) == sorted(meant):
            return _LIKELY
        struck, wanted = next((a, b) for a, b in zip(typed, meant, strict=True) if a != b)
        return _LIKELY if struck in neighbours(wanted) else UNLIKELY
    if len(typed) < len(meant):
        return _LESS
    at = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), len(meant))
    doubled = at > 0 and typed[at] == typed[at - 1]
    return _LIKELY if doubled else _LESS if typed[at] in neighbours(meant[max(0, at - 1)]) else UNLIKELY


def _toned(body: str, tone: str) -> str:
    """The syllable of these letters and tone; uơ ends one, ươ never does."""
    body = f"{body[:-2]}uơ" if body.endswith("ươ") else body
    vowels = [i for i, c in enumerate(body) if fold(c) in "aeiouy"]
    if tone and vowels:
        body = body[: vowels[-1] + 1] + tone + body[vowels[-1] + 1 :]
    return syllable(nfc(body))


def _turned(tones: dict[str, str]) -> dict[str, str]:
    return {mark: key for key, mark in tones.items()}


def _strokes(spelled: str, keys: dict[str, str], bar: str) -> str:
    out: list[str] = []
    tone = ""
    for letter in unicodedata.normalize("NFD", spelled):
        if letter in "đĐ":
            out.append(("D" if letter == "Đ" else "d") + bar)
        elif letter in _TONES:
            tone = keys[letter]
        elif letter == _CIRCUMFLEX:
            out.append(keys.get(letter, out[-1].lower() if out else ""))  # Telex doubles the letter
        else:
            out.append(keys.get(letter, letter))
    return "".join(out) + tone
