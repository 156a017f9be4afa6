"""Names and numbers that are the same though they are written otherwise: one slip apart, or in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from index.sentences import is_syllable

_LONG = 5  # letters of a foreign name, from which one slip makes no other
_ONES = "không một hai ba bốn năm sáu bảy tám chín".split()
_ORDINALS = {str(number): (one,) for number, one in enumerate(_ONES)} | {
    "1": ("nhất", "một"), "2": ("nhì", "hai"), "4": ("tư", "bốn"),
}  # fmt: skip
# Beside a number in words they make it another.
_NUMERALS = frozenset([*_ONES[1:], *"mười mươi mốt tư lăm linh lẻ trăm nghìn ngàn triệu tỷ".split()])


def carries(text: str, name: str) -> bool:
    """Whether a text has a name, both in the form of `index.constraints.searchable`.

    A foreign name may have one slip a word, for each language spells it its own way, and its words may stand apart; a
    Vietnamese one is another person's or place's if a letter is.
    """
    if name in text:
        return True
    words = dict.fromkeys(name.split())
    return not all(map(_vietnamese, words)) and all(_has(text, word) for word in words)


def number_words(figure: str) -> str:
    """A whole number from 10 to 999 as it is said, with accents; nothing for another."""
    if not (figure.isdecimal() and 10 <= int(figure) <= 999):
        return ""
    hundreds, rest = divmod(int(figure), 100)
    tens, ones = divmod(rest, 10)
    out = [_ONES[hundreds], "trăm"] if hundreds else []
    if tens == 0 and ones:
        out += ["linh"]
    if tens:
        out += ["mười"] if tens == 1 else [_ONES[tens], "mươi"]
    if ones:
        out.append("lăm" if ones == 5 and tens else "mốt" if ones == 1 and tens > 1 else _ONES[ones])
    return " ".join(out)


def says_ordinal(syllables: Sequence[str], figure: str) -> bool:
    """Whether a text, as its syllables, has a number below ten as what is counted off by it: "thứ ba" for 3."""
    words = _ORDINALS.get(figure, ())
    return any(a == "thứ" and b in words for a, b in pairwise(syllables))


def says(syllables: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a text, as its syllables, has a number in these words, and not as part of a larger one."""
    size = len(words)
    for i in range(len(syllables) - size + 1 if words else 0):
        if list(syllables[i : i + size]) == list(words):
            before, after = syllables[max(0, i - 1) : i], syllables[i + size : i + size + 2]
            years = [*after[:1]] == ["năm"] and _NUMERALS.isdisjoint(after[1:])  # "một trăm năm": a hundred years
            if _NUMERALS.isdisjoint(before) and (years or _NUMERALS.isdisjoint(after[:1])):
                return True
    return False


def _vietnamese(word: str) -> bool:
    return is_syllable(word.removeprefix("^"))


def _has(text: str, word: str) -> bool:
    held = _words(text)
    size = len(word)
    if word in held.get(size, ()):
        return True
    near = () if _vietnamese(word) or size < _LONG else range(size - 1, size + 2)
    return any(OSA.distance(one, word, score_cutoff=1) <= 1 for length in near for one in held.get(length, ()))


@lru_cache(maxsize=256)
def _words(text: str) -> Mapping[int, frozenset[str]]:
    """A text's words by their length."""
    by_length: dict[int, set[str]] = {}
    for word in text.split():
        by_length.setdefault(len(word), set()).add(word)
    return {length: frozenset(words) for length, words in by_length.items()}
