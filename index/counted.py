"""What stands behind an amount: the noun that it counts, and what it is held against."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.amounts import Amount
from index.clausewords import ClauseWords
from index.places import SYLLABLE, Place, at_end, begun, stripped, syllables

_FEWEST = 3  # syllables of a noun that is no known unit: "mũi tiêm cho người lao động"
_MOST = 25  # of what a percentage is of
_MOST_COUNTED = 12  # of a noun with what is said of it; a longer one is cut before a preposition
_PAUSE = re.compile(r"[,;:().…]")
_NOUN_ENDS = re.compile(r"[,;:().…]|\svà\s")
_DIGIT = re.compile(r"\d")
_BASE_ENDS = re.compile(r"[,;().…]|\s(?:và|trong đó|nhưng)\s")


@dataclass(frozen=True, slots=True)
class Counted:
    """Of the amounts of one sentence; `following` is where the next amount begins."""

    text: str
    words: ClauseWords = field(default_factory=ClauseWords.load)

    def noun(self, amount: Amount, following: int) -> Place | None:
        """What an amount counts, where more is said of it than its unit."""
        end = self.noun_end(amount, following)
        if end is None or (amount.named and end <= amount.end):
            return None
        start = begun(self.text, amount.counted, end)
        noun = Place(start, end)
        return noun if amount.named or syllables(self.text, noun) >= _FEWEST else None

    def shared(self, amount: Amount) -> Place | None:
        """Of what a percentage is that begins a clause: "100% hộ dân được dùng nước sạch"."""
        pause = _PAUSE.search(self.text, amount.end)
        end = stripped(self.text, amount.end, pause.start() if pause else len(self.text))
        noun = Place(begun(self.text, amount.end, end), end)
        told = _FEWEST <= syllables(self.text, noun) <= _MOST and not _DIGIT.search(self.text, *noun)
        return noun if told else None

    def noun_end(self, amount: Amount, following: int) -> int | None:
        """Where the noun that an amount counts ends, with what is said of it; None where that can't be told."""
        text = self.text
        stop = self.words.end.search(text, amount.end)
        end = stripped(text, amount.end, stop.start() if stop else len(text))
        if following < end or _DIGIT.search(text, amount.end, end) or (stop and self._goes_on(stop)):
            return None
        while loose := at_end(self.words.loose, text, amount.end, end):
            end = stripped(text, amount.end, loose.start())
        most = [*SYLLABLE.finditer(text, amount.number, end)][_MOST_COUNTED - 1 : _MOST_COUNTED + 1]
        if len(most) < 2:
            return end
        cut = [one.start() for one in self.words.preposition.finditer(text, amount.end, most[1].start())]
        return stripped(text, amount.end, cut[-1]) if cut else None

    def _goes_on(self, stop: re.Match[str]) -> bool:
        """Whether more may be said of a noun behind what ends it: its verb, or another noun or verb beside it."""
        if stop[0] not in (",", "và"):
            return bool(self.words.gives_on.fullmatch(stop[0]))
        pause = _NOUN_ENDS.search(self.text, stop.end())
        end = pause.start() if pause else len(self.text)
        part = Place(begun(self.text, stop.end(), end), end)
        words = [self.words.quantity, self.words.gives_on]
        words += [self.words.connective, self.words.circumstance] if stop[0] == "," else []
        return not _DIGIT.search(self.text, *part) and not any(one.match(self.text, *part) for one in words)

    def base_end(self, amount: Amount) -> int:
        """Where an amount ends with what it is held against: "105,1% dự toán Thành phố giao"."""
        start = begun(self.text, amount.end, len(self.text))
        if start == amount.end or not self.words.compared.match(self.text, start):
            return amount.end
        stop = _BASE_ENDS.search(self.text, amount.end)
        end = stripped(self.text, amount.end, stop.start() if stop else len(self.text))
        return end if syllables(self.text, Place(amount.end, end)) <= _MOST_COUNTED else amount.end
