"""The first syllables of a sentence, in parts, and phrases found at one place in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TypeAlias

from index.normalize import fold
from index.tokens import tokens

_LENGTH = 160  # characters
_ACCENTED = re.compile(r"[^\x00-\x7f\W]")
NUMBERING = re.compile(r"[^\w(]*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVXLC]{1,5})[.)](?=\D)\s*)?[^\w(]*")
_PAUSE = re.compile(r"[,;:.!?()\[\]…|]|\s[-–—]\s")  # between two syllables another part of the sentence begins


class Head:
    """How a sentence begins, its number or bullet left out; without accents it is `bare`.

    `parts` are the `[start, end)` of what stands between its commas and the like.
    """

    def __init__(self, text: str) -> None:
        numbering = NUMBERING.match(text)
        start = numbering.end() if numbering else 0
        shown = text[start : start + _LENGTH]
        found = [*tokens(shown)]
        self.syllables = tuple(token.text for token in found)
        self.bare = not _ACCENTED.search(shown)
        self._capital = [shown[token.start].isupper() for token in found]
        pauses = [i for i, (a, b) in enumerate(pairwise(found), start=1) if _PAUSE.search(shown, a.end, b.start)]
        self.parts = [*pairwise([0, *pauses, len(found)])] if found else []

    def pauses(self, place: int) -> bool:
        """Whether a part of it ends at a place."""
        return any(end == place for _, end in self.parts)

    def names(self, start: int, end: int) -> bool:
        """Whether a name may stand there; the capital that begins the sentence makes none."""
        return any(self._capital[max(start, 1) : end])


class Phrases:
    """Phrases as they are typed; where a head is without accents, only those of `least` syllables and more."""

    def __init__(self, phrases: Iterable[str], *, least: int = 2) -> None:
        forms = {tuple(token.text for token in tokens(phrase)) for phrase in phrases}
        self._forms = _by_end(forms)
        self._bare = _by_end({tuple(map(fold, form)) for form in forms if len(form) >= least})

    def may_be_in(self, head: Head) -> bool:
        """Whether one of them may stand anywhere: a look that costs little."""
        first, _ = self._bare if head.bare else self._forms
        return not first.keys().isdisjoint(head.syllables)

    def at(self, head: Head, place: int) -> int:
        """How many syllables the longest of them that stands at a place has; 0 where none does."""
        if place >= len(head.syllables):
            return 0
        first, _ = self._bare if head.bare else self._forms
        found = first.get(head.syllables[place], ())
        return next((len(form) for form in found if head.syllables[place : place + len(form)] == form), 0)

    def before(self, head: Head, place: int) -> int:
        """The same of the longest that ends at a place."""
        if not place:
            return 0
        _, last = self._bare if head.bare else self._forms
        found = last.get(head.syllables[place - 1], ())
        return next((len(form) for form in found if head.syllables[max(0, place - len(form)) : place] == form), 0)


_Forms: TypeAlias = dict[str, list[tuple[str, ...]]]


def _by_end(forms: Iterable[tuple[str, ...]]) -> tuple[_Forms, _Forms]:
    """Forms by their first and by their last syllable, the longest first."""
    first: _Forms = {}
    last: _Forms = {}
    for form in sorted(forms, key=len, reverse=True):
        first.setdefault(form[0], []).append(form)
        last.setdefault(form[-1], []).append(form)
    return first, last
