"""A question that leans and the one before it → the ways in which the two may be one, the least change first.

What is asked anew takes the place of what is of its type: a year of a year, a yardstick of a yardstick, a person of a
person, a rival of its rival, words that ask of words that ask. All that is not replaced is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from index.asks import FIGURES, Kind
from index.carried import Carried, Edit
from index.constraints import OPPOSITES
from index.elliptical import chooses, complete
from index.followup_words import FollowupWords, Stands
from index.newparts import new_edits
from index.tokens import tokens
from index.turns import Turn

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

    def looser(self) -> list[str]:
        """The same without what the earlier question was held against, or "cuối năm", which may be meant no more."""
        if self.later.pronoun:
            return []
        found = self._loosened()
        return list(dict.fromkeys(_sentence(one) for one in found if one.strip()))

    def _loosened(self) -> Iterator[str]:
        later = self.later
        edits = [*new_edits(self._carried, later)]
        if later.asks or chooses(later) or complete(later):
            return
        if self._subject and not self._attribute:
            start, end = self._carried.asked
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
                yield self._carried.edited(edits)  # "chỉ tiêu cuối năm": that of the end of the year

    def _plain(self) -> Iterator[str]:
        later = self.later
        edits = [*new_edits(self._carried, later)]
        if complete(later):
            yield from self._dated(later.words(later.core))
        elif later.details:
            yield self._carried.edited(edits, later.words(later.core))
        elif later.asks or (chooses(later) and (later.verbs | later.qualities).issuperset(later.rest[:1])):
            yield from self._asking(self._predicate, edits)
        elif self._attribute:
            yield from self._of(self._subject, edits)
        elif self._subject:
            yield from self._replacing(self._subject, edits)
        elif later.yardsticks:
            yield self._measured(later.words(later.yardsticks[0]), edits)
        elif edits:
            yield self._carried.edited(edits)
            if later.names and self.earlier.kind in FIGURES:
                yield self._carried.edited([*edits, *self._carried.unlinked])  # a table does not say "còn"

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
        """What is asked anew, its times and places left out; with the "còn" of "còn mấy hộ"."""
        named = (part for what, part in self.later.names if what is Stands.PLACE)
        places = {i for part in named for i in range(*self.later.with_links(part))}
        said = self._said(i for i in range(*self.later.core) if i not in self._dates | places)
        return f"còn {said}" if self.later.remains else said

    @cached_property
    def _attribute(self) -> bool:
        """Whether all that is said anew is an attribute: "tỷ lệ?"."""
        left = [i for i in range(*self.later.core) if i not in self._dates | self.later.named]
        says = [i for i in left if i not in self.later.light]
        return bool(left) and self.later.attributes.issuperset(says or left)

    @property
    def _measure(self) -> bool:
        """Whether another measure of what the earlier measures is asked for: "diện tích bao nhiêu"."""
        both = self.later.kind is Kind.FIGURE is self.earlier.kind and bool(self.later.rest)
        other = self._carried.about[0] < self._carried.heart[0]
        return both and other and self.later.attributes.issuperset(self.later.rest)

    @cached_property
    def _held(self) -> frozenset[int]:
        """The tokens of the later question that are a yardstick."""
        return frozenset(i for part in self.later.yardsticks for i in range(*part))

    @cached_property
    def _subject(self) -> str:
        """What takes the place of what the earlier question is about; empty where that is a name or a time alone."""
        left = [i for i in range(*self.later.core) if i not in self._dates | self.later.named | self._held]
        says = any(i in self.later.rest for i in left) or (len(left) == 1 and self.later.bare[left[0]] in OPPOSITES)
        measures = bool(left) and FollowupWords.load().head([self.later.spelled[i] for i in left]) == len(left)
        return self._said(left) if says or measures or self._attribute else ""  # "còn tỷ lệ?"

    def _said(self, places: Iterable[int]) -> str:
        return " ".join(self.later.words((i, i + 1)) for i in places)

    def _dated(self, question: str) -> Iterator[str]:
        """A question with words of its own for all but its time."""
        if self._time and not self.later.times:
            yield f"{self._time} {_uncapitalised(question)}"

    def _asking(self, predicate: str, edits: list[Edit]) -> Iterator[str]:
        """The earlier question's matter, with what is asked anew of it."""
        only_asks = self.later.query.asking.words.issuperset(range(*self.later.core))
        of_one_named = self.earlier.kind is Kind.PERSON and not self._carried.leads
        if only_asks and (self.later.more or (self.later.kind in _OF_NOTHING and not of_one_named)):
            return  # "còn gì nữa", "còn ai nữa", "đúng không"; not "làm gì" of one who is named
        if self.person and self.later.kind is Kind.OFFICE:
            yield from self._of_person(self.person, predicate)
            return
        carried, ending = self._carried, self._ended(predicate)
        if self._measure:
            yield from self._of(self._said(self.later.rest), edits)
        if (side := self.later.side) is not None:
            new = self.later.spelled[side]
            yield from (carried.edited([*edits, (*part, new)]) for part in carried.of_its_type(new))
        if edits and not self.later.rest and self.later.named and self.later.kind is self.earlier.kind:
            yield carried.edited(edits)  # "Bãi Lau bao nhiêu"
        if self.later.kind is self.earlier.kind:
            said = self._said(self.later.rest)
            yield from (carried.edited([*edits, (*part, said)]) for part in carried.rivalling(self.later))
        held = [(*part, "") for part in self.earlier.yardsticks if self.later.yardsticks]
        which = self.later.narrowing and self.later.kind is Kind.PLACE
        held += [(*part, "") for what, part in self.earlier.names if which and what is Stands.PLACE]
        whole: list[Edit] = [*edits, *carried.others, *held, (*carried.asked, "")]
        again = {self.later.bare[i] for i in self.later.rest} >= {self.earlier.bare[i] for i in carried.deed}
        without = [*whole, *((i, i + 1, "") for i in carried.deed)]
        both = [carried.edited(way, ending) for way in ([without] if again else [whole, without])]
        does = any(i not in self.later.named for i in self.later.rest)  # then a deed of its own replaces the other
        yield from reversed(both) if does else both
        if carried.behind:
            yield carried.edited([*whole, *((i, i + 1, "") for i in carried.behind)], ending)  # "bao giờ xong", "hết …"
        start, head = carried.about[0], carried.heart[0]
        if self.later.kind is not self.earlier.kind and start < head:
            yield carried.edited([*whole, (start, head, "")], ending)  # "tỷ lệ", where a sum is asked for

    def _of_person(self, person: str, predicate: str) -> Iterator[str]:
        """What is asked of who did what the earlier question asks of."""
        asks, start = self.earlier.asks, self.earlier.core[0]
        if asks and asks[0] == start and asks[1] == start + 1:
            yield f"{self._carried.edited([(*asks, person)])} {predicate}"
        yield f"{person} {predicate}"

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

    def _of(self, attribute: str, edits: list[Edit]) -> Iterator[str]:
        """An attribute of what the earlier question is about, in place of its own where it has one."""
        carried = self._carried
        start, begin = carried.about[0], carried.heart[0]
        figures = self.later.measures and self.earlier.kind in FIGURES
        asked = carried.plainly if figures else [(*carried.asked, "")]
        counted = carried.counted if figures else []
        others = carried.others if not figures else []
        yield carried.edited([*edits, *counted, *others, *asked, (start, begin, attribute)])
        if start < begin:
            yield carried.edited([*edits, *counted, *others, *asked, (start, start, attribute)])

    def _replacing(self, subject: str, edits: list[Edit]) -> Iterator[str]:
        """What it is about replaced: of its type alone where there is such, by words that both share, or all of it."""
        carried = self._carried
        (start, end), (begin, stop) = carried.about, carried.heart
        rivals = [part for part in carried.rivalling(self.later) if part in self.earlier.pairs]
        alike = [*carried.of_its_type(subject), *rivals, *carried.alike(subject)]
        if alike:
            yield from (carried.edited([*edits, (*part, subject)]) for part in alike)
            return
        shared = [*carried.sharing(subject)]
        behind = (part for part in shared if part[0] >= end)
        yield from (carried.edited([*edits, (*part, subject)]) for part in behind)
        edits = [*edits, *carried.counted]
        own = FollowupWords.load().head([token.text for token in tokens(subject)])
        if not own and begin < stop:
            yield carried.edited([*edits, (begin, stop, subject)])
        yield from (carried.edited([*edits, (*part, subject)]) for part in shared if part[1] <= end)
        yield from (carried.edited([*edits, (*part, subject)]) for part in carried.ends)
        if start < end:
            yield carried.edited([*edits, (start, end, subject)])

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
