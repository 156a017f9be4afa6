"""Whether a sentence's words lean on what stands before it: "Do vậy, …", "Ông …", "Kỷ lục này …", "Chín tháng sau, …".

Told by its first words alone, as config/leaning.toml lists them. What it leans on is for `index.leaning` to say.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from index.heads import Head, Phrases
from index.leaning_words import DEFAULT, LeaningWords

_TAIL = 40  # characters of a lead-in's end


class Anaphora:
    """The words with which sentences lean on others."""

    def __init__(self, data: LeaningWords) -> None:
        self._data = data
        self._connectives = Phrases(data.connectives.always)
        self._before_comma = Phrases(data.connectives.before_comma)
        self._no_connectives = Phrases(data.connectives.never)
        self._personal = Phrases(data.pronouns.personal)
        self._titles = Phrases(data.pronouns.titles)
        self._pointing = Phrases(data.pronouns.pointing)
        self._no_pronouns = Phrases(data.pronouns.never)
        self._leading = Phrases(data.pronouns.leading, least=1)
        self._circumstances = Phrases(data.pronouns.circumstances, least=1)
        pointers = data.demonstratives
        self._said_above = Phrases(pointers.anywhere)
        self._this = Phrases(pointers.always)
        self._bare_this = Phrases(pointers.unaccented, least=1)
        self._that = Phrases(pointers.that)
        self._not_that = Phrases(pointers.that_not_after)
        self._clauses = Phrases(pointers.clauses)
        self._above = Phrases(pointers.above)
        self._above_before = Phrases(pointers.above_before)
        self._not_above = Phrases(pointers.above_not_after)
        self._not_this = Phrases(pointers.never)
        self._of = Phrases(data.possessives.of, least=1)
        self._many = Phrases(data.others.begin)
        self._other = Phrases(data.others.other)
        self._not_other = Phrases(data.others.never)
        self._later = Phrases(data.later.ends)
        self._announcing = Phrases(data.lists.announced_by)

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Anaphora:
        """From a TOML file, read once; raises `DataError` that names what is wrong."""
        return cls(LeaningWords.load(path))

    def leans(self, text: str) -> bool:
        """Whether a sentence leans on what stands before it, whatever that is."""
        head = Head(text)
        if not head.parts:
            return False
        return (
            self._connects(head)
            or self._speaks_of_one(head)
            or any(self._points(head, *part) for part in self._spoken_of(head))
            or self._belongs(head)
            or self._is_another(head)
            or self._is_later(head)
            or self._is_said_above(head)
        )

    def announces(self, text: str) -> bool:
        """Whether a sentence leads to the list after it: "… gồm:", "… như sau."."""
        if text.rstrip().endswith(":"):
            return True
        end = Head(text[-_TAIL:])
        return bool(self._announcing.before(end, len(end.syllables)))

    def _connects(self, head: Head) -> bool:
        length = self._connectives.at(head, 0)
        pausing = self._before_comma.at(head, 0)
        if self._no_connectives.at(head, 0) > length:
            return False
        return length > 0 or (len(head.parts) > 1 and pausing == head.parts[0][1])

    def _speaks_of_one(self, head: Head) -> bool:
        """Whether its subject is a pronoun: at once, or after what may stand before it."""
        leading = self._leading.at(head, 0)
        return any(self._is_pronoun(head, start, pointing=True) for start, _ in self._spoken_of(head, names=False)) or (
            leading > 0 and self._is_pronoun(head, leading, pointing=False)
        )

    def _is_pronoun(self, head: Head, place: int, *, pointing: bool) -> bool:
        length = max(self._personal.at(head, place), self._pointing.at(head, place) if pointing else 0)
        titled = self._titles.at(head, place)
        if self._no_pronouns.at(head, place) > max(length, titled):
            return False
        end = place + titled
        return length > 0 or (titled > 0 and (head.pauses(end) or not head.names(end, end + 1)))

    def _spoken_of(self, head: Head, *, names: bool = True) -> list[tuple[int, int]]:
        """The parts that may hold the subject: the first, and the one after a circumstance (`names`: even of names)."""
        first, *rest = head.parts
        adds = rest and first[1] <= self._data.pronouns.within and self._circumstances.at(head, 0)
        return [first, rest[0]] if adds and (names or not head.names(*first)) else [first]

    def _points(self, head: Head, start: int, end: int) -> bool:
        """Whether a demonstrative stands in a part, behind a noun."""
        this = self._bare_this if head.bare else self._this
        if not any(words.may_be_in(head) for words in (this, self._that, self._above)):
            return False
        for place in range(start + 1, min(end, start + self._data.demonstratives.within)):
            after = place + 1
            if self._clauses.at(head, place):
                return False
            if self._not_this.before(head, after):
                continue
            if (length := this.at(head, place)) and place + length <= end:
                return True
            if self._that.at(head, place) and not self._not_that.before(head, place):
                return True
            goes_on = after == end or self._above_before.at(head, after)
            if self._above.at(head, place) and goes_on and not self._not_above.before(head, place):
                return True
        return False

    def _belongs(self, head: Head) -> bool:
        """Whether what it speaks of is someone's who is not named in it."""
        if not self._of.may_be_in(head):
            return False
        places = range(1, min(head.parts[0][1], self._data.possessives.within))
        return any(
            self._of.at(head, place) and not head.names(0, place) and self._is_pronoun(head, place + 1, pointing=False)
            for place in places
        )

    def _is_another(self, head: Head) -> bool:
        if not self._many.at(head, 0):
            return False
        places = range(1, min(head.parts[0][1], self._data.others.within))
        return any(self._other.at(head, place) and not self._not_other.at(head, place) for place in places)

    def _is_later(self, head: Head) -> bool:
        end = head.parts[0][1]
        return len(head.parts) > 1 and end <= self._data.later.within and self._later.before(head, end) > 0

    def _is_said_above(self, head: Head) -> bool:
        return self._said_above.may_be_in(head) and any(
            self._said_above.at(head, place) for place in range(1, len(head.syllables))
        )
