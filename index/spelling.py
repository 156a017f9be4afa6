"""Slips of the finger in a question, mended against the reports' own words, and only where that is safe.

Strokes of Telex and VNI that were left as struck are read, a space left out is put back, and a syllable that neither
the reports nor Vietnamese know is taken for one of the reports' at one slip from it: which one, `index.accents`
decides by its neighbours. A name is not touched. A syllable that is Vietnamese stays unless no report has it and
another, one slip away, stands in a report between the same two neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import OSA

from index.keyboard import UNLIKELY, slip, telex, vni
from index.language import Language
from index.names import named
from index.normalize import fold, marks, syllable
from index.spaces import halves, parted
from index.tokens import Token

_SHORTEST = 3  # letters; a shorter word is one slip away from too many others
_LONGEST = 40
_ALONE = 4  # letters from which what is no syllable is mended though a report has the mending beside no neighbour
_OTHER_ACCENT = 1.0  # beside a slip: an accent that makes no syllable, on letters that do
_VNI = re.compile(r"(?<!\w)(?=[^\W\d_]{2}|d9)[^\W\d_]+[1-9][^\W_]*(?!\w)")
_CLEAR_VNI = re.compile(r"\d\d|\d[^\W\d_]")

_CAPITAL = re.compile(r"(?<=[^\W\d_A-Z]{2})(?=[A-ZĐ])")

Slips = Mapping[int, Mapping[str, float]]


class Mended(NamedTuple):
    """A question with its slips mended; `slips` holds, by offset, what else a word may be, folded, and how likely."""

    text: str
    slips: Slips


class Spelling:
    """Mends questions by one collection's language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def from_vni(self, question: str, *, accented: bool) -> str:
        """The question with VNI strokes read.

        A single digit at a word's end is one only beside other accents, or clear strokes: "quy1" is a quarter.
        """
        found = [(match, read) for match in _VNI.finditer(question) if (read := self._from_vni(match[0]))]
        if not accented and not any(_CLEAR_VNI.search(match[0]) for match, _ in found):
            return question
        for match, read in reversed(found):
            question = question[: match.start()] + read + question[match.end() :]
        return question

    def mend(self, question: str, found: Sequence[Token], *, accented: bool) -> Mended:
        """The question, of which `found` are the tokens, with its slips mended; every other character stays.

        `accented` says whether the person typed any accents.
        """
        unknown = [i for i, token in enumerate(found) if not self._is_reports(token.text) and token.text.isalpha()]
        if not unknown:
            return Mended(question, {})
        names = named(question, found)
        spelled = [token.text for token in found]
        slips: dict[int, Mapping[str, float]] = {}
        out: list[str] = []
        done = moved = 0
        for i in unknown:
            token = found[i]
            before, after = spelled[i - 1 : i] if i else [], spelled[i + 1 : i + 2]
            whole = self._language.knows(token.text) or len(token.text) < _SHORTEST
            read = ""
            if not 1 < len(token.text) <= _LONGEST:
                continue
            if i in names:
                read = self._name(token.text, before, after)
            elif whole or not (read := self._read(question[token.start : token.end])):
                least = self._least(i, spelled, accented)
                near = {} if least is None else self._near(token.text, before, after, least)
                if near:
                    slips[token.start + moved] = near
                elif not whole:
                    read = halves(token.text, self._language)
            if read:
                out += [question[done : token.start], read]
                done = token.end
                moved += len(read) - (token.end - token.start)
                spelled[i] = syllable(read)
        return Mended("".join([*out, question[done:]]), slips)

    def _is_reports(self, text: str) -> bool:
        """Whether the reports have a syllable; one without accents, with any."""
        return text in self._language.spelled or text in self._language.folded

    def _from_vni(self, typed: str) -> str:
        """What a word's VNI strokes spell, nothing where they are none; one digit at the end may be just a number."""
        read = "" if typed.isupper() else vni(typed.lower())
        known = read in self._language.spelled
        if not known and _CLEAR_VNI.search(typed):
            known = any(marks(read) <= marks(one) for one in self._language.readings(fold(read)))
        if not known:
            return ""
        return read.capitalize() if typed[0].isupper() else read

    def _name(self, text: str, before: Sequence[str], after: Sequence[str]) -> str:
        """What a name's Telex strokes spell where a report has that name beside the same neighbour; else nothing."""
        read = telex(text)
        fits = self._fits(fold(read), [*map(telex, before)], [*map(telex, after)])
        return read.capitalize() if fits and read in self._language.spelled else ""

    def _read(self, typed: str) -> str:
        """A word that is no syllable, as its Telex strokes or without its missing spaces; else nothing."""
        text = typed.lower()
        read = telex(text)
        if read != text and read in self._language.spelled:
            return read
        parts = _CAPITAL.split(typed, maxsplit=1)
        if len(parts) > 1 and self._language.knows(syllable(parts[0])):
            return " ".join(parts)
        return parted(typed, self._language) or (read if read != fold(read) and read in self._language else "")

    def _least(self, i: int, spelled: Sequence[str], accented: bool) -> int | None:
        """How many neighbours a word's mending must fit: the surer it is a slip, the fewer; None where it is none."""
        text = spelled[i]
        if len(text) < _SHORTEST:
            return 2
        if not self._language.knows(text):
            return 1 if len(text) < _ALONE else 0
        if any(self._language.makes_word(*spelled[a : a + 2]) for a in (i - 1, i) if 0 <= a < len(spelled) - 1):
            return None
        return 1 if accented and text not in self._language else 2

    def _fits(self, folded: str, before: Sequence[str], after: Sequence[str]) -> int:
        """Beside how many of its neighbours (one on each side or none) a report has a syllable; to ask is enough."""
        pairs = [(one, folded) for one in before] + [(folded, one) for one in after]
        return sum(2 if self._language.asks(folded, *pair) else self._language.beside(*pair) for pair in pairs)

    def _near(self, text: str, before: Sequence[str], after: Sequence[str], least: int) -> dict[str, float]:
        """The reports' syllables at one slip from a word that fit `least` neighbours; and itself with other accents.

        An unlikely slip must fit one more.
        """
        folded = fold(text)
        near = {one: slip(folded, one) for one in self._one_slip_from(folded)}
        near = {
            one: likely
            for one, likely in near.items()
            if self._fits(one, before, after) >= (least if likely > UNLIKELY else least + 1)
        }
        if folded in self._language.folded and text not in self._language:
            near[folded] = _OTHER_ACCENT
        return near

    def _one_slip_from(self, folded: str) -> list[str]:
        """The reports' syllables at one slip from a word, in the alphabet's order."""
        found = {one for key in (folded, *_shortened(folded)) for one in self._by_shortened.get(key, ())}
        return sorted(one for one in found if OSA.distance(folded, one, score_cutoff=1) == 1)

    @cached_property
    def _by_shortened(self) -> Mapping[str, Sequence[str]]:
        """The reports' syllables by themselves and by themselves without one letter: what is one slip apart meets."""
        out: dict[str, list[str]] = {}
        for one in sorted(self._language.folded):
            if one.isalpha() and len(one) <= _LONGEST:
                for key in (one, *_shortened(one)):
                    out.setdefault(key, []).append(one)
        return out


def _shortened(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]
