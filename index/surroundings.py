"""What stands around a figure or a person in a sentence, and how much it says about it.

A figure's own words are those between it and the figure before, and those after it up to a comma, a bracket or the
next figure; words further ahead lead its clause. A person's are those of the part of the sentence that names it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from index.asks import FIGURES, Kind
from index.mentions import Mention

OWN = 1.0
LEAD = 0.8  # what a word that leads the clause counts for, against 1 for an own word
ELSEWHERE = 0.1  # and one elsewhere in the sentence, or one that says what another figure is: it only breaks ties
INCLUDED = 0.7  # and an own word ahead of a figure that is only part of another ("…, bao gồm 10% …")
_STOP = re.compile(r"[;)|]|:\s|\.\s")
_CLAUSE = re.compile(r"[;|]|:\s|\.\s")
_AFTER = re.compile(r"[,;()|]|\s(?:và|hoặc|lẫn)\s")
_INCLUDING = re.compile(r"\b(?:bao gồm|gồm cả|gồm|kể cả|trong đó|tính cả)\b", re.IGNORECASE)
_PART = re.compile(r";|(?:,|\bvà)\s*(?=(?:các )?(?:đồng chí|ông|bà)\s)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


class Surroundings:
    """Of one sentence; `mentions` are those that could answer, `label` is where a table row's first cell ends."""

    def __init__(self, text: str, mentions: Sequence[Mention], label: int) -> None:
        self._text = text
        self._label = label
        self._places = sorted({(m.start, m.end) for m in mentions if m.kind in FIGURES})
        self._starts = [start for start, _ in self._places]
        self._rights = [self._right(i) for i in range(len(self._places))]
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
