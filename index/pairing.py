"""Two questions, the later of which leans on the earlier, and what the later says itself, by what that may replace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from index.asks import Kind
from index.carried import Carried
from index.constraints import OPPOSITES
from index.followup_words import FollowupWords, Stands
from index.replaceable import Replaceable
from index.turns import Turn


@dataclass(frozen=True)
class Pair:
    """The earlier question, the one that leans, and who a pronoun of it stands for if the earlier names no one."""

    earlier: Turn
    later: Turn
    person: str | None = None

    @cached_property
    def carried(self) -> Carried:
        return Carried(self.earlier)

    @cached_property
    def _replaceable(self) -> Replaceable:
        return Replaceable(self.carried)

    @cached_property
    def time(self) -> str:
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
        other = self.carried.about[0] < self.carried.heart[0]
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
