"""A question that leans and the one before it → the ways in which the two may be one, the least change first.

What is asked anew takes the place of what is of its type: a year of a year, a yardstick of a yardstick, a person of a
person, a rival of its rival, words that ask of words that ask. All that is not replaced is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from index.asks import Kind
from index.constraints import OPPOSITES, YEAR
from index.followup_words import FollowupWords, Stands
from index.normalize import fold
from index.rivals import Rivals
from index.tokens import tokens
from index.turns import Part, Turn

Edit: TypeAlias = tuple[int, int, str]  # the tokens [start, end) of the earlier question, and what stands there instead
_DEEDS = frozenset({Kind.DATE, Kind.PLACE, Kind.REASON, Kind.MANNER, Kind.PERIOD})  # of what was done, not of a thing
_WHY = Kind.REASON


@dataclass(frozen=True)
class Joining:
    """The earlier question, the one that leans, and who or what a pronoun of it may stand for besides."""

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
        if later.complete:
            yield from self._dated(later.words(later.core))
        elif later.asks:
            yield from self._asking(self._predicate, edits)
        elif self._subject:
            yield from self._replacing(edits)
        elif later.yardsticks:
            yield from self._measured(later.words(later.yardsticks[0]), edits)
        elif edits:
            yield self._edited(edits)

    # What of the question that leans is what.

    @cached_property
    def _taken(self) -> frozenset[int]:
        """The tokens of the later question that are a time, or the name of a person or place."""
        parts = [*self.later.times, *(part for _, part in self.later.names)]
        return frozenset(i for part in parts for i in range(*part))

    @cached_property
    def _predicate(self) -> str:
        """What is asked or said anew, its times left out."""
        return self._said(i for i in range(*self.later.core) if not _inside(i, self.later.times))

    @cached_property
    def _subject(self) -> str:
        """What takes the place of what the earlier question is about; empty where that is a name or a time alone."""
        about = [i for i in self.later.rest if i not in self._taken]
        if not about:
            return ""
        start, end = about[0], about[-1] + 1
        return self._said(i for i in range(start, end) if i not in self._taken)

    def _said(self, places: Iterable[int]) -> str:
        return " ".join(self.later.words((i, i + 1)) for i in places)

    # The earlier question's parts.

    @cached_property
    def _asked(self) -> Part:
        """The words that ask, with the links before them and the yardstick behind; empty, at the end, where none ask."""
        earlier = self.earlier
        if earlier.asks is None:
            return (earlier.core[1], earlier.core[1])
        start, end = earlier.asks
        start = FollowupWords.load().links(earlier.spelled, start)
        return start, next((stop for begin, stop in earlier.yardsticks if begin == end), end)

    @cached_property
    def _leads(self) -> bool:
        """Whether it asks first: "Ai kết luận Hội nghị?"."""
        return not any(i < self._asked[0] for i in self.earlier.rest)

    @cached_property
    def _about(self) -> Part:
        """What the earlier question is about: what stands before the words that ask, or behind where these lead."""
        start, end = (self._asked[1], self.earlier.core[1]) if self._leads else (0, self._asked[0])
        for begin, stop in (*self.earlier.times, *self.earlier.yardsticks):
            if begin <= start < stop:
                start = stop
            elif start < begin < end:
                end = begin
        return start, max(start, end)

    @cached_property
    def _heart(self) -> Part:
        """The same without a head ("tình hình") and the place at its end."""
        start, end = self._about
        spelled = self.earlier.spelled[start:end]
        words = FollowupWords.load()
        return start + words.head(spelled), start + words.place(spelled)

    # Ways to join.

    def _dated(self, question: str) -> Iterator[str]:
        """A question with words of its own for all but its time."""
        if self.earlier.times and not self.later.times:
            yield f"{question} {self.earlier.words(self.earlier.times[0])}"
        elif self.later.marker:
            yield question

    def _asking(self, predicate: str, edits: list[Edit]) -> Iterator[str]:
        """The earlier question's matter, with what is asked anew of it."""
        whole = [*edits, (*self._asked, "")]
        thing = [*whole, *((i, i + 1, "") for i in self._deed)]
        second = [self._edited(way, self._ended(predicate)) for way in (whole, thing)]
        says = any(i not in self._taken for i in self.later.rest)
        yield from reversed(second) if says or self.later.kind not in _DEEDS else second

    @cached_property
    def _deed(self) -> Sequence[int]:
        """The verbs beside the words that ask: of "tổ chức ở đâu", "kết luận Hội nghị" what is said, not of what."""
        start, end = self._about
        verbs = self.earlier.verbs((start, end))
        side = range(start, end) if self._leads else range(end - 1, start - 1, -1)
        out: list[int] = []
        for i in side:
            if i not in verbs:
                break
            out.append(i)
        return out if len(out) < end - start else ()

    def _ended(self, predicate: str) -> str:
        """What is asked anew, with the earlier question's yardstick where it asks for a share and names none."""
        kept = self._asked[1] > self._asked[0] and self.later.kind is Kind.PERCENT and not self.later.yardsticks
        if kept and self.earlier.kind is Kind.PERCENT and self.earlier.asks:
            return f"{predicate} {self.earlier.words((self.earlier.asks[1], self._asked[1]))}".strip()
        return predicate

    def _measured(self, yardstick: str, edits: list[Edit]) -> Iterator[str]:
        """Another yardstick in the place of the earlier question's, or one where it had none."""
        if self.earlier.yardsticks:
            yield self._edited([*edits, (*self.earlier.yardsticks[-1], yardstick)])
        else:
            yield self._edited([*edits, (*self._asked, "")], f"{yardstick} là bao nhiêu")

    def _replacing(self, edits: list[Edit]) -> Iterator[str]:
        """What it is about replaced: of its type where there is such, by words that both share, or all of it."""
        subject, earlier = self._subject, self.earlier
        yield from (self._edited([*edits, (*part, subject)]) for part in self._of_its_type(subject))
        begin, end = self._heart
        own = FollowupWords.load().head([token.text for token in tokens(subject)])
        syllables = len(list(tokens(subject)))
        if own == syllables and begin > self._about[0]:
            yield self._edited([*edits, (self._about[0], begin, subject)])  # "còn tỷ lệ?"
        elif not own and begin < end:
            yield self._edited([*edits, (begin, end, subject)])
        yield from (self._edited([*edits, (*part, subject)]) for part in self._sharing(subject))
        start = self._about[0]
        if start < end:
            yield self._edited([*edits, (start, end, subject)])
        elif not earlier.asks:
            return

    def _of_its_type(self, subject: str) -> Iterator[Part]:
        """The parts of the earlier question that the new subject is a rival of."""
        found = list(tokens(subject))
        spelled = [token.text for token in found]
        if len(spelled) == 1 and (other := OPPOSITES.get(spelled[0])):
            yield from ((i, i + 1) for i, one in enumerate(self.earlier.spelled) if one == other)
        groups = {one.group for one in Rivals.load().asked(subject, found, accented=True)}
        for one in Rivals.load().asked(self.earlier.text, self.earlier.found, accented=True):
            places = [i for i, token in enumerate(self.earlier.found) if one.typed.startswith(self.earlier.words((i, i + 1)))]
            size = len(list(tokens(one.typed)))
            if one.group in groups:
                yield from ((i, i + size) for i in places if self.earlier.words((i, i + size)) == one.typed)

    def _sharing(self, subject: str) -> Iterator[Part]:
        """The shortest part that has all syllables which the earlier question shares with the new subject."""
        new = {fold(token.text) for token in tokens(subject)}
        shared = [i for i in self.earlier.rest if self.earlier.bare[i] in new]
        if shared and shared[-1] - shared[0] < len(new):
            yield shared[0], shared[-1] + 1

    def _times(self) -> Iterator[Edit]:
        """The new time in the place of the old, or where what it is about ends."""
        if not self.later.times:
            return
        time = self.later.words(self.later.times[0])
        time = f"năm {time}" if YEAR.fullmatch(time) else time
        if self.earlier.times:
            yield (*self.earlier.times[0], time)
        else:
            at = self._asked[0] if not self._leads else self.earlier.core[1]
            yield at, at, time

    def _names(self) -> Iterator[Edit]:
        """The new persons and places in the place of the old; a place that is new behind what it is about."""
        for of, part in self.later.names:
            name = self.later.words(part)
            old = next((place for other, place in self.earlier.names if other == of), None)
            if old:
                yield (*old, name)
            elif of == "place":
                end = self._about[1]
                yield end, end, f"của {name}"

    def _pronoun(self) -> Iterator[str]:
        """What the pronoun stands for in its place."""
        later = self.later
        if later.pronoun is None:
            return
        (start, end), stands = later.pronoun
        meant = self._meant(stands)
        if not meant:
            return
        time = "" if later.times or stands is Stands.PERSON or not self.earlier.times else self.earlier.words(self.earlier.times[0])
        before, after = later.words((later.core[0], start)), later.words((end, later.core[1]))
        named = f"ở {meant}" if stands is Stands.PLACE else meant
        yield " ".join(one for one in (before, named, time, after) if one)

    def _meant(self, stands: Stands) -> str | None:
        if stands is Stands.THING:
            return self.earlier.words(self._about) or None
        of = "person" if stands is Stands.PERSON else "place"
        named = next((self.earlier.words(part) for other, part in self.earlier.names if other == of), None)
        return named or (self.person if stands is Stands.PERSON else None)

    def _edited(self, edits: Sequence[Edit], ending: str = "") -> str:
        """The earlier question with its edits, none over another, and an ending."""
        out: list[str] = []
        done = 0
        for start, end, new in sorted(edits, key=lambda one: (one[0], one[1])):
            if start < done:
                continue
            out += [self.earlier.words((done, start)), new]
            done = max(done, end)
        last = self.earlier.core[1]
        return " ".join(one for one in (*out, self.earlier.words((done, max(done, last))), ending) if one)


def _inside(i: int, parts: Sequence[Part]) -> bool:
    return any(start <= i < end for start, end in parts)


def _sentence(text: str) -> str:
    """A question as one writes it: a capital first, a question mark last."""
    joined = " ".join(text.split()).strip(" ,;:.?!-")
    return f"{joined[:1].upper()}{joined[1:]}?"
