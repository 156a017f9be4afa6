"""A question that leans and the one before it → the ways in which the two may be one, the least change first.

What is asked anew takes the place of what is of its type: a year of a year, a yardstick of a yardstick, a person of a
person, a rival of its rival, words that ask of words that ask. All that is not replaced is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from index.asks import Kind
from index.carried import Carried, Edit
from index.constraints import YEAR
from index.elliptical import chooses, complete
from index.followup_words import FollowupWords, Stands
from index.normalize import fold
from index.tokens import tokens
from index.turns import Turn

_STEPS = {"nam truoc do": -1, "nam sau do": 1}
_OF_NOTHING = (Kind.OTHER, Kind.YES_NO)  # by themselves these ask nothing of the question before


@dataclass(frozen=True)
class Joining:
    """The earlier question, the one that leans, and who a pronoun of it stands for if the earlier names no one."""

    earlier: Turn
    later: Turn
    person: str | None = None

    def ways(self) -> list[str]:
        """The questions that the two may make, the least change first; none where they can't be joined."""
        found = self._pronoun() if self.later.pronoun else self._plain()
        return list(dict.fromkeys(_sentence(one) for one in found if one.strip()))

    def _plain(self) -> Iterator[str]:
        later = self.later
        edits = [*self._times(), *self._names()]
        if complete(later):
            yield from self._dated(later.words(later.core))
        elif later.asks or (chooses(later) and not later.rest):
            yield from self._asking(self._predicate, edits)
        elif self._subject:
            yield from self._replacing(self._subject, edits)
        elif later.yardsticks:
            yield self._measured(later.words(later.yardsticks[0]), edits)
        elif edits:
            yield self._carried.edited(edits)

    @cached_property
    def _carried(self) -> Carried:
        return Carried(self.earlier)

    @cached_property
    def _time(self) -> str:
        """When the earlier question asks of; empty where it does not say."""
        return self.earlier.words(self.earlier.times[0]) if self.earlier.times else ""

    @cached_property
    def _dates(self) -> frozenset[int]:
        """The tokens of the later question that are a time."""
        return frozenset(i for part in self.later.times for i in range(*part))

    @cached_property
    def _predicate(self) -> str:
        """What is asked anew, its times left out."""
        return self._said(i for i in range(*self.later.core) if i not in self._dates)

    @cached_property
    def _subject(self) -> str:
        """What takes the place of what the earlier question is about; empty where that is a name or a time alone."""
        left = [i for i in range(*self.later.core) if i not in self._dates | self.later.named]
        says = any(i in self.later.rest for i in left)
        measures = bool(left) and FollowupWords.load().head([self.later.spelled[i] for i in left]) == len(left)
        return self._said(left) if says or measures else ""  # "còn tỷ lệ?"

    def _said(self, places: Iterable[int]) -> str:
        return " ".join(self.later.words((i, i + 1)) for i in places)

    def _dated(self, question: str) -> Iterator[str]:
        """A question with words of its own for all but its time."""
        if self._time and not self.later.times:
            yield f"{self._time} {_uncapitalised(question)}"

    def _asking(self, predicate: str, edits: list[Edit]) -> Iterator[str]:
        """The earlier question's matter, with what is asked anew of it."""
        only_asks = self.later.query.asking.words.issuperset(range(*self.later.core))
        if only_asks and (self.later.kind in _OF_NOTHING or self.later.more):
            return  # "còn gì nữa", "còn ai nữa", "đúng không"
        if self.person and self.later.kind is Kind.OFFICE:
            yield f"{self.person} {predicate}"
            return
        carried, ending = self._carried, self._ended(predicate)
        held = [(*part, "") for part in self.earlier.yardsticks if self.later.yardsticks]
        whole: list[Edit] = [*edits, *carried.others, *held, (*carried.asked, "")]
        both = [carried.edited(way, ending) for way in (whole, [*whole, *((i, i + 1, "") for i in carried.deed)])]
        does = any(i not in self.later.named for i in self.later.rest)  # then a deed of its own replaces the other
        yield from reversed(both) if does else both
        start, head = carried.about[0], carried.heart[0]
        if self.later.kind is not self.earlier.kind and start < head:
            yield carried.edited([*whole, (start, head, "")], ending)  # "tỷ lệ", where a sum is asked for

    def _ended(self, predicate: str) -> str:
        """What is asked anew, with the earlier question's yardstick where both ask for a share and it names none."""
        asks = self.earlier.asks
        shares = self.later.kind is Kind.PERCENT is self.earlier.kind
        kept = asks and shares and not self.later.yardsticks
        return f"{predicate} {self.earlier.words((asks[1], self._carried.asked[1]))}" if asks and kept else predicate

    def _measured(self, yardstick: str, edits: list[Edit]) -> str:
        """Another yardstick in the place of the earlier question's, or one where it had none."""
        if self.earlier.yardsticks:
            return self._carried.edited([*edits, (*self.earlier.yardsticks[-1], yardstick)])
        return self._carried.edited([*edits, (*self._carried.asked, "")], f"{yardstick} là bao nhiêu")

    def _replacing(self, subject: str, edits: list[Edit]) -> Iterator[str]:
        """What it is about replaced: of its type where there is such, by words that both share, or all of it."""
        carried = self._carried
        (start, end), (begin, stop) = carried.about, carried.heart
        shared = [*carried.sharing(subject)]
        behind = (part for part in shared if part[0] >= end)
        yield from (carried.edited([*edits, (*part, subject)]) for part in (*carried.of_its_type(subject), *behind))
        edits = [*edits, *carried.counted]
        spelled = [token.text for token in tokens(subject)]
        own = FollowupWords.load().head(spelled)
        if own == len(spelled) and begin > start:
            yield carried.edited([*edits, *carried.plainly, (start, begin, subject)])  # "còn tỷ lệ?"
        elif not own and begin < stop:
            yield carried.edited([*edits, (begin, stop, subject)])
        yield from (carried.edited([*edits, (*part, subject)]) for part in shared if part[1] <= end)
        if start < end:
            yield carried.edited([*edits, (start, end, subject)])

    def _times(self) -> Iterator[Edit]:
        """The new time in the place of the old, or where what it is about ends."""
        if not self.later.times:
            return
        time = self.later.words(self.later.times[0])
        time = self._counted_from(time) or (f"năm {time}" if YEAR.fullmatch(time) else time)
        at = self.earlier.core[1] if self._carried.leads else self._carried.asked[0]
        yield (*self.earlier.times[0], time) if self.earlier.times else (at, at, time)

    def _counted_from(self, time: str) -> str | None:
        """The year that "năm trước đó" is, where the earlier question names one; None for any other time."""
        years = YEAR.findall(self._time)
        step = next((step for said, step in _STEPS.items() if fold(time) == said), None)
        return f"năm {int(years[0]) + step}" if step and len(years) == 1 else None

    def _names(self) -> Iterator[Edit]:
        """The new persons and places in the place of the old; a place that is new behind what it is about."""
        for what, part in self.later.names:
            name = self.later.words(part)
            old = next((place for other, place in self.earlier.names if other is what), None)
            end = self._carried.about[1]
            if old or what is Stands.PLACE:
                yield (*old, name) if old else (end, end, f"của {name}")

    def _pronoun(self) -> Iterator[str]:
        """What the pronoun stands for in its place."""
        if self.later.pronoun is None:
            return
        (start, end), stands = self.later.pronoun
        meant = self._meant(stands, self.later.bare[start : end - 1])
        if not meant:
            return
        time = "" if stands is Stands.PERSON or self.later.times else self._time
        before, after = self.later.words((self.later.core[0], start)), self.later.words((end, self.later.core[1]))
        yield " ".join(one for one in (before, meant, time, after) if one)

    def _meant(self, stands: Stands, noun: tuple[str, ...]) -> str | None:
        """Who or what a pronoun stands for; `noun` are its syllables but the last."""
        if stands is Stands.NAMED and noun not in {
            self.earlier.bare[i : i + len(noun)] for i in range(len(self.earlier.bare))
        }:
            return None
        if stands in (Stands.THING, Stands.NAMED):
            return _uncapitalised(self.earlier.words(self._carried.thing(noun)))
        named = next((self.earlier.words(part) for what, part in self.earlier.names if what is stands), None)
        if stands is Stands.PLACE:
            return f"ở {_uncapitalised(named)}" if named else None
        return named or self.person


def _uncapitalised(words: str) -> str:
    """Without the capital that begins a sentence; a name of several words and an acronym keep it."""
    first, _, rest = words.partition(" ")
    return words if not first[1:].islower() or rest[:1].isupper() else f"{words[:1].lower()}{words[1:]}"


def _sentence(text: str) -> str:
    """A question as one writes it: a capital first, a question mark last."""
    joined = " ".join(text.split()).strip(" ,;:.?!-")
    return f"{joined[:1].upper()}{joined[1:]}?"
