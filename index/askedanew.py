"""Words that ask, or an attribute, of a later question, with what the earlier one is about."""

from __future__ import annotations

from collections.abc import Iterator

from index.asks import FIGURES, Kind
from index.carried import Edit
from index.followup_words import Stands
from index.pairing import Pair

_OF_NOTHING = (Kind.OTHER, Kind.YES_NO)  # by themselves these ask nothing of the question before


class AskedAnew(Pair):
    """Two questions of which the later asks something else of the same: "bao giờ xong?", "tỷ lệ?"."""

    def _asking(self, predicate: str, edits: list[Edit]) -> Iterator[str]:
        """The earlier question's matter, with what is asked anew of it."""
        only_asks = self.later.query.asking.words.issuperset(range(*self.later.core))
        of_one_named = self.earlier.kind is Kind.PERSON and not self.carried.leads
        if only_asks and (self.later.more or (self.later.kind in _OF_NOTHING and not of_one_named)):
            return  # "còn gì nữa", "còn ai nữa", "đúng không"; not "làm gì" of one who is named
        if self.person and self.later.kind is Kind.OFFICE:
            yield from self._of_person(self.person, predicate)
            return
        carried, ending = self.carried, self._ended(predicate)
        if self._measure:
            yield from self._of(self._said(self.later.rest), edits)
            return
        if (side := self.later.side) is not None:
            new = self.later.spelled[side]
            yield from (carried.edited([*edits, (*part, new)]) for part in self._replaceable.of_its_type(new))
        if edits and not self.later.rest and self.later.named and self.later.kind is self.earlier.kind:
            yield carried.edited(edits)  # "Bãi Lau bao nhiêu"
        if self.later.kind is self.earlier.kind:
            said = self._said(self.later.rest)
            yield from (carried.edited([*edits, (*part, said)]) for part in self._replaceable.rivalling(self.later))
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
            yield f"{self.carried.edited([(*asks, person)])} {predicate}"
        yield f"{person} {predicate}"

    def _ended(self, predicate: str) -> str:
        """What is asked anew, with the earlier question's yardstick where both ask for a share and it names none."""
        asks = self.earlier.asks
        shares = self.later.kind is Kind.PERCENT is self.earlier.kind
        kept = asks and shares and not self.later.yardsticks
        return f"{predicate} {self.earlier.words((asks[1], self.carried.asked[1]))}" if asks and kept else predicate

    def _of(self, attribute: str, edits: list[Edit]) -> Iterator[str]:
        """An attribute of what the earlier question is about, in place of its own where it has one."""
        carried = self.carried
        start, begin = carried.about[0], carried.heart[0]
        figures = self.later.measures and self.earlier.kind in FIGURES
        asked = carried.plainly if figures else [(*carried.asked, "")]
        counted = carried.counted if figures else []
        others = carried.others if not figures else []
        yield carried.edited([*edits, *counted, *others, *asked, (start, begin, attribute)])
        if start < begin and not self.earlier.attributes.issuperset(range(start, begin)):
            yield carried.edited([*edits, *counted, *others, *asked, (start, start, attribute)])
