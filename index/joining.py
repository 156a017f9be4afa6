"""A question that leans and the one before it → the ways in which the two may be one, the least change first.

What is asked anew takes the place of what is of its type: a year of a year, a yardstick of a yardstick, a person of a
person, a rival of its rival, words that ask of words that ask. All that is not replaced is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.askedanew import AskedAnew
from index.asks import FIGURES
from index.carried import Edit
from index.elliptical import chooses, complete
from index.followup_words import FollowupWords
from index.newparts import new_edits
from index.standsfor import uncapitalised, with_pronoun
from index.tokens import tokens


class Joining(AskedAnew):
    """Two questions, and the ways in which they may be one."""

    def ways(self) -> list[str]:
        """The questions that the two may make, the least change first; none where they can't be joined."""
        found = with_pronoun(self) if self.later.pronoun else self._plain()
        return list(dict.fromkeys(_sentence(one) for one in found if one.strip()))

    def looser(self) -> list[str]:
        """The same without what the earlier question was held against, or "cuối năm", which may be meant no more."""
        if self.later.pronoun:
            return []
        found = self._loosened()
        return list(dict.fromkeys(_sentence(one) for one in found if one.strip()))

    def _loosened(self) -> Iterator[str]:
        later = self.later
        edits = [*new_edits(self.carried, later)]
        if later.asks or chooses(later) or complete(later):
            return
        if self._subject and not self._attribute:
            start, end = self.carried.asked
            if any(start <= begin < end for begin, _ in self.earlier.yardsticks):
                freed = [*edits, (start, end, "là bao nhiêu" if self.earlier.asks else "")]
            else:
                freed = [*edits, *((*part, "") for part in self.earlier.yardsticks)]
            vague = [] if later.times else [(*part, "") for part in self.earlier.times if self.earlier.vague(part)]
            if len(freed) + len(vague) > len(edits):
                yield from self._replacing(self._subject, [*freed, *vague])
        elif later.yardsticks and not self.earlier.yardsticks and not later.compares:
            yield self._measured(f"so với {later.words(later.yardsticks[0])}", edits)  # its own figure may not be said
            if later.times:
                yield self.carried.edited(edits)  # "chỉ tiêu cuối năm": that of the end of the year

    def _plain(self) -> Iterator[str]:
        later = self.later
        edits = [*new_edits(self.carried, later)]
        if complete(later):
            yield from self._dated(later.words(later.core))
        elif later.details:
            yield self.carried.edited(edits, later.words(later.core))
        elif later.asks or (chooses(later) and (later.verbs | later.qualities).issuperset(later.rest[:1])):
            yield from self._asking(self._predicate, edits)
        elif self._attribute:
            yield from self._of(self._subject, edits)
        elif self._subject:
            yield from self._replacing(self._subject, edits)
        elif later.yardsticks:
            yield self._measured(later.words(later.yardsticks[0]), edits)
        elif edits:
            yield self.carried.edited(edits)
            if later.names and self.earlier.kind in FIGURES:
                yield self.carried.edited([*edits, *self.carried.unlinked])  # a table does not say "còn"

    def _dated(self, question: str) -> Iterator[str]:
        """A question with words of its own for all but its time."""
        if self.time and not self.later.times:
            yield f"{self.time} {uncapitalised(question)}"

    def _measured(self, yardstick: str, edits: list[Edit]) -> str:
        """Another yardstick in the place of the earlier question's, or one where it had none."""
        if self.earlier.yardsticks:
            return self.carried.edited([*edits, (*self.earlier.yardsticks[-1], yardstick)])
        return self.carried.edited([*edits, (*self.carried.asked, "")], f"{yardstick} là bao nhiêu")

    def _replacing(self, subject: str, edits: list[Edit]) -> Iterator[str]:
        """What it is about replaced: of its type alone where there is such, by words that both share, or all of it."""
        carried = self.carried
        (start, end), (begin, stop) = carried.about, carried.heart
        rivals = [part for part in self._replaceable.rivalling(self.later) if part in self.earlier.pairs]
        alike = [*self._replaceable.of_its_type(subject), *rivals, *self._replaceable.alike(subject)]
        if alike:
            yield from (carried.edited([*edits, (*part, subject)]) for part in alike)
            return
        shared = [*self._replaceable.sharing(subject)]
        behind = (part for part in shared if part[0] >= end)
        yield from (carried.edited([*edits, (*part, subject)]) for part in behind)
        edits = [*edits, *carried.counted]
        own = FollowupWords.load().head([token.text for token in tokens(subject)])
        if not own and begin < stop:
            yield carried.edited([*edits, (begin, stop, subject)])
        yield from (carried.edited([*edits, (*part, subject)]) for part in shared if part[1] <= end)
        yield from (carried.edited([*edits, (*part, subject)]) for part in self._replaceable.ends)
        if start < end:
            yield carried.edited([*edits, (start, end, subject)])


def _sentence(text: str) -> str:
    """A question as one writes it: a capital first, a question mark last."""
    joined = " ".join(text.split()).strip(" ,;:.?!-")
    return f"{joined[:1].upper()}{joined[1:]}?"
