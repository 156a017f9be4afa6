"""What stands around a figure or a person in a sentence, and how much it says about it.

A figure's own words are those between it and the figure before, and those after it up to a comma, a bracket or the
next figure; words further ahead lead its clause. A person's are those of the part of the sentence that names it.

What is said ahead of a figure is said of it as well, but for what another counts or is held against; a part, a share
and what stands in brackets go on from there, so that this is said of them too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from index.asks import FIGURES, Kind
from index.mentions import Mention

OWN = 1.0
LEAD = 0.8  # what a word that leads the clause counts for, against 1 for an own word
ELSEWHERE = 0.1  # and one elsewhere in the sentence, or one that says what another figure is: it only breaks ties
INCLUDED = 0.7  # and an own word ahead of a figure that is only part of another ("…, bao gồm 10% …")
_STOP = re.compile(r"[;)|]|:\s|\.\s")
_CLAUSE = re.compile(r"[;|]|:\s|\.\s")
_AFTER = re.compile(r"[,;()|]|:\s|\s(?:và|hoặc|lẫn|(?<!so )với|trị giá)\s")
_INCLUDING = re.compile(r"\b(?:bao gồm|gồm cả|gồm|kể cả|trong đó|tính cả)\b", re.IGNORECASE)
_PART = re.compile(r";|(?:,|\bvà)\s*(?=(?:các )?(?:đồng chí|ông|bà)\s)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SUM = re.compile(r"\b(?:với|kinh phí|số tiền|trị giá)\b", re.IGNORECASE)  # of the figure before
_MONEY = frozenset({"nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng"})  # counts no things
_COUNTED = re.compile(r"\s([^\W\d_]+)")
_BESIDE = re.compile(r",\s(?:[^\W\d_]+\s){0,2}[^\W\d_]+(?=[,;.)])")  # the second of "985 con trâu, bò, đạt …"


class Surroundings:
    """Of one sentence; `mentions` are those that could answer, `label` is where a table row's first cell ends."""

    def __init__(self, text: str, mentions: Sequence[Mention], label: int) -> None:
        self._text = text
        self._label = label
        self._places = sorted({(m.start, m.end) for m in mentions if m.kind in FIGURES})
        self._starts = [start for start, _ in self._places]
        self._rights = [self._right(i) for i in range(len(self._places))]
        self._nouns = [self._noun(i) for i in range(len(self._places))]
        self._stops = [m.end() for m in _STOP.finditer(text)]
        self._clauses = [m.end() for m in _CLAUSE.finditer(text)]
        self._parts = self._parts_of([m for m in mentions if m.kind is Kind.PERSON])

    def share(self, mention: Mention) -> Callable[[int], float]:
        """What a word at an offset counts for beside a mention."""
        if mention.kind is Kind.PERSON:
            begin, end = next((a, b) for a, b in self._parts if a <= mention.start < b)
            return lambda at: OWN if begin <= at < end else ELSEWHERE
        before = bisect_right(self._starts, mention.start - 1)
        left = self._left(before, mention.start)
        own = (
            self._rights[before]
            if before < len(self._places) and self._starts[before] == mention.start
            else mention.end
        )
        clause = _last(self._clauses, mention.start)
        ahead = INCLUDED if _INCLUDING.search(self._text, left, mention.start) else OWN
        bracketed = before and "(" in self._text[self._rights[before - 1] : mention.start]
        carried = (self._left(before - 1, self._starts[before - 1]), self._starts[before - 1]) if bracketed else (0, 0)

        def share(at: int) -> float:
            if mention.end <= at < own:
                return OWN
            if carried[0] <= at < carried[1]:
                return LEAD
            if self._is_of_another(at):
                return ELSEWHERE
            if left <= at < mention.start or at < self._label:
                return ahead
            return LEAD if clause <= at < mention.start else ELSEWHERE

        return share

    def says(self, mention: Mention) -> Callable[[int], bool]:
        """Whether a word at an offset says what a figure is of, by itself or as it goes on from what stands ahead."""
        i = bisect_left(self._starts, mention.start)
        left, right = self.own(mention)
        opened = self.opened(mention.start)
        share = mention.kind is Kind.PERCENT or bool(_SUM.search(self._text, left, mention.start))
        onward = share or bool(opened)
        goes_on = self._goes_on(i, left, share=share)
        noun = self._nouns[i] if i < len(self._places) else ""
        first = self._nouns.index(noun) if noun else None  # what it counts may be told with the first of the kind

        def says(at: int) -> bool:
            if at >= left:
                return at < right
            other = bisect_right(self._starts, at) - 1
            if other >= 0 and at < self._rights[other]:
                again = other == first
                return (again or (onward and (at < opened or at >= goes_on))) and not self._is_share(other)
            return at < opened or at >= goes_on or not opened

        return says

    def own(self, mention: Mention) -> tuple[int, int]:
        """Where the words begin and end that are said of a figure alone."""
        i = bisect_left(self._starts, mention.start)
        return self._left(i, mention.start), self._counted_to(i) if i < len(self._places) else mention.end

    def opened(self, start: int) -> int:
        """Where the list of parts begins that a figure stands in, in brackets or behind "trong đó"; 0 for none."""
        bracket = self._text.rfind("(", 0, start)
        begin = _last(self._stops, start)
        including = [match.end() for match in _INCLUDING.finditer(self._text, begin, start)]
        return max([bracket if bracket > self._text.rfind(")", 0, start) else 0, *including[-1:]])

    def _goes_on(self, i: int, left: int, *, share: bool) -> int:
        """Where the words begin of the figure that one goes on from, as a share or with no words of its own."""
        while i and (share or not any(map(str.isalpha, self._text[left : self._starts[i]]))):
            i -= 1
            left = self._left(i, self._starts[i])
            share = self._is_share(i)
        return left

    def _noun(self, i: int) -> str:
        """The first syllable of what a figure counts: "17/19 tiêu chí nâng cao; 2 tiêu chí chưa đạt" count the same."""
        start, end = self._places[i]
        counted = _COUNTED.search(self._text, start, end) or _COUNTED.match(self._text, end)
        return "" if counted is None or counted[1].lower() in _MONEY else counted[1].lower()

    def _is_share(self, i: int) -> bool:
        return self._text[slice(*self._places[i])].endswith(("%", "trăm"))

    def _counted_to(self, i: int) -> int:
        """Where what a figure counts ends, with a second noun behind a comma."""
        beside = _BESIDE.match(self._text, self._rights[i])
        following = self._places[i + 1][0] if i + 1 < len(self._places) else len(self._text)
        return beside.end() if beside and beside.end() <= following else self._rights[i]

    def is_part(self, mention: Mention) -> bool:
        """Whether a figure is said to be only part of another."""
        return bool(_INCLUDING.search(self._text, _last(self._stops, mention.start), mention.start))

    def year(self, mention: Mention) -> int | None:
        """The year a figure is of: one in the words after it, else the nearest before it; None where none is named."""
        at = bisect_right(self._starts, mention.start) - 1
        own = self._rights[at] if at >= 0 and self._starts[at] == mention.start else mention.end
        after = _YEAR.search(self._text, mention.end, own)
        named = [after] if after else list(_YEAR.finditer(self._text, 0, mention.start))
        return int(named[-1][0]) if named else None

    def _left(self, before: int, start: int) -> int:
        """Where the own words ahead of a figure begin; `before` counts the figures ahead of it."""
        return max(_last(self._stops, start), self._rights[before - 1] if before else 0)

    def _right(self, i: int) -> int:
        end = self._places[i][1]
        closed = _AFTER.search(self._text, end)
        following = self._places[i + 1][0] if i + 1 < len(self._places) else len(self._text)
        return max(end, min(closed.start() if closed else len(self._text), following))

    def _is_of_another(self, at: int) -> bool:
        """Whether a word stands right behind a figure and says what that one is."""
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and self._places[i][1] <= at < self._rights[i]

    def _parts_of(self, persons: Sequence[Mention]) -> list[tuple[int, int]]:
        """The sentence in parts with a person each, where "; " or ", đồng chí …" parts them."""
        cuts = [m.end() for m in _PART.finditer(self._text)]
        out: list[tuple[int, int]] = []
        begin = 0
        for cut in [*cuts, len(self._text)]:
            if any(begin <= person.start < cut for person in persons) or cut == len(self._text):
                out.append((begin, cut))
                begin = cut
        return out


def _last(ends: Sequence[int], at: int) -> int:
    """The last of some ascending offsets that is not behind `at`; 0 where there is none."""
    i = bisect_right(ends, at)
    return ends[i - 1] if i else 0
