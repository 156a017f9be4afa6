"""A question as it is typed: its unfinished last word, completed as the reports' language goes on from the one before.

A word that may be whole is left alone. It is completed where it is no syllable of Vietnamese and begins some that the
reports, or the ways of asking, have; and where it is one, but none that they have, and makes no word with the one
before, while they have its completion beside that. Which completion, the chance of following the word before decides
(`index.language`), and where none is likely enough the text stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from index.language import Language
from index.normalize import fold, has_accents, marks, nfc
from index.question import LONGEST
from index.tokens import tokens

# The seen questions on the default report, cut inside each word (tests.completion_measures), 2,859 cuts: without, 1,943
# get the answer that they get with the word whole; with, 2,407 at 0.2, 2,403 at 0.3, 2,383 at 0.5. With no word that is
# a syllable completed 2,274; with those too that the reports have, 2,457, but five more whole words are bent.
_SURE = 0.3  # of all that may complete it
_ALONE = 0.05  # what the chance of a syllable anywhere counts beside that after the word before
_LAST = "\U0010ffff"


class Completion:
    """Completes by one collection's language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._words = sorted(one for one in language.folded if one.isalpha())

    def complete(self, text: str) -> str:
        """The text with its last word completed, if it is unfinished and one completion is likely; else as it is.

        All before the last word stays; the completed one begins with what was typed, though for accents, and has
        accents only if the text has some.
        """
        found = [*tokens(text)] if len(text) <= LONGEST and text == nfc(text) else []
        if not found or found[-1].end != len(text):
            return text
        last = found[-1]
        before = found[-2].text if len(found) > 1 and text[found[-2].end : last.start].isspace() else None
        if not self._is_unfinished(last.text, text[last.start :], before):
            return text
        accented = has_accents(text)
        chances = dict(self._chances(last.text, before))
        if not chances:
            return text
        best = max(chances, key=lambda one: (chances[one], one))
        if chances[best] < _SURE * sum(chances.values()):
            return text
        word = best if accented else fold(best)
        return text[: last.start] + (word.capitalize() if text[last.start].isupper() else word)

    def _is_unfinished(self, word: str, typed: str, before: str | None) -> bool:
        if not word.isalpha() or (len(typed) > 1 and typed.isupper()):  # an abbreviation
            return False
        language = self._language
        if not language.knows(word):
            return True
        if before is None or word in language.spelled or word in language.folded or language.makes_word(before, word):
            return False
        return any(language.beside(before, other) for other, _ in self._chances(word, before))

    def _chances(self, typed: str, before: str | None) -> Iterator[tuple[str, float]]:
        """The syllables that a beginning may be of, each with how likely it is there."""
        bare, struck = fold(typed), marks(typed)
        start = bisect_left(self._words, bare)
        for folded in self._words[start : bisect_left(self._words, bare + _LAST)]:
            following = self._language.following(fold(before), folded) if before else ()
            for spelled in self._language.readings(folded):
                if spelled not in self._language.spelled or not struck <= marks(spelled):
                    continue
                after = max(
                    (chance for a, b, chance in following if b == spelled and before in (a, fold(a))), default=0.0
                )
                yield spelled, after + _ALONE * self._language.shares(spelled)[0]
