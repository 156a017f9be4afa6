"""Typing errors in a question, mended against the reports' own words, and only where that is safe.

A syllable that the reports or Vietnamese know is never touched, nor a capitalised one (a name). What is left is
read as Telex that was typed but not converted, as two syllables without the space, or as one slip of the finger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from index.normalize import fold, nfc, syllable
from index.tokens import Token

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
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
_SHORTEST = 3  # letters; a shorter word is one slip away from too many others


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
    for keys, letter in _TELEX_MARKS:
        body = body.replace(keys, letter)
    vowels = [i for i, c in enumerate(body) if fold(c) in "aeiouy"]
    if tone and vowels:
        body = body[: vowels[-1] + 1] + tone + body[vowels[-1] + 1 :]
    return syllable(nfc(body))


@lru_cache(maxsize=1)
def _folded(known: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, known))


class Spelling:
    """Mends questions; `folded` are the syllables of each sentence of the reports, `known` those of the language."""

    def __init__(self, folded: Iterable[list[str]], known: frozenset[str]) -> None:
        self._counts: Counter[str] = Counter()
        self._pairs: set[tuple[str, str]] = set()
        for sentence in folded:
            self._counts.update(sentence)
            self._pairs.update(pairwise(sentence))
        self._candidates = sorted(word for word in self._counts if word.isalpha())
        self._known = known
        self._known_folded = _folded(known)

    def mend(self, question: str, found: Sequence[Token]) -> str:
        """The question, of which `found` are the tokens, with its slips mended; every other character stays."""
        if all(fold(token.text) in self._counts or token.text in self._known for token in found):
            return question
        out: list[str] = []
        done = 0
        before = ""
        for i, token in enumerate(found):
            raw = question[token.start : token.end]
            after = fold(found[i + 1].text) if i + 1 < len(found) else ""
            mended = raw if raw[:1].isupper() and i else self._mended(raw.lower(), before, after)
            out += [question[done : token.start], mended if mended != raw.lower() else raw]
            done = token.end
            before = fold(mended.lower()).split(" ")[-1]
        return "".join([*out, question[done:]])

    def _mended(self, raw: str, before: str, after: str) -> str:
        if len(raw) < _SHORTEST or not raw.isalpha() or len(raw) > 20 or self._is_word(raw):
            return raw
        if (spelled := telex(raw)) != raw and self._is_word(spelled):
            return spelled
        return self._split(raw) or self._nearest(fold(raw), before, after) or raw

    def _is_word(self, word: str) -> bool:
        if fold(word) in self._counts or syllable(word) in self._known:
            return True
        return fold(word) == word and word in self._known_folded

    def _split(self, raw: str) -> str | None:
        """Two syllables that stand side by side in a report, typed without the space between them."""
        for at in range(2, len(raw) - 1):
            if (fold(raw[:at]), fold(raw[at:])) in self._pairs:
                return f"{raw[:at]} {raw[at:]}"
        return None

    def _nearest(self, word: str, before: str, after: str) -> str | None:
        """The reports' syllable at one slip from the word, one that fits its neighbours before any other."""
        near = [c for c in self._candidates if OSA.distance(word, c, score_cutoff=1) == 1]

        def fitness(candidate: str) -> tuple[int, int, int]:
            fits = ((before, candidate) in self._pairs) + ((candidate, after) in self._pairs)
            return fits, int(sorted(candidate) == sorted(word)), self._counts[candidate]

        return max(near, key=fitness, default=None)
