"""The core of a question, between the words that link it to the one before and those that end it; what asks there."""

from __future__ import annotations

from functools import cached_property

from index.asks import FIGURES, Kind
from index.dated import Dated
from index.followup_words import FollowupWords
from index.said import Part
from index.several_words import SeveralWords

_THEN = "thi"
_MORE = "nua"
_REMAINS = "con"


class Cored(Dated):
    """A question whose core is known: "thu phí" of "thế còn thu phí thì sao ạ"."""

    @cached_property
    def core(self) -> Part:
        """What stands between the marker and the tail, words of courtesy left out at its end."""
        end = len(self.found)
        while end and end - 1 in self.query.asking.words and end - 1 not in self._asking:
            end -= 1
        return self.marker, FollowupWords.load().tail(self._typed, self.marker, end)

    @cached_property
    def trails(self) -> bool:
        """Whether it leans by its tail alone: "tổng chi thì sao"."""
        end = self.core[1]
        return not self.marker and self.bare[end : end + 1] == (_THEN,)

    @cached_property
    def more(self) -> bool:
        """Whether its tail wants more of the same: "còn ai nữa"."""
        end = self.core[1]
        return self.bare[end : end + 1] == (_MORE,)

    @cached_property
    def remains(self) -> bool:
        """Whether the "còn" before it says what is left: "còn mấy hộ"."""
        begin = self.core[0]
        first = self.asks is not None and self.asks[0] == begin
        return first and self.kind in FIGURES and self.bare[:begin][-1:] == (_REMAINS,)

    @cached_property
    def command(self) -> Part:
        """The words that want something done, behind courtesy alone: "anh tóm tắt …"; empty where it has none."""
        begin, end = self.core
        polite = (i for i in range(begin, end) if SeveralWords.load().only_polite(self.spelled[begin:i]))
        found = ((i, FollowupWords.load().command(self.spelled, i)) for i in polite)
        return next(((start, stop) for start, stop in found if start < stop), (begin, begin))

    @cached_property
    def asks(self) -> Part | None:
        """The first words that ask, within the core."""
        begin, end = self.core
        return next((place for place in self.query.asking.places if begin <= place[0] < place[1] <= end), None)

    @cached_property
    def kind(self) -> Kind:
        """What these ask for."""
        places = zip(self.query.asking.kinds, self.query.asking.places, strict=True)
        return next((kind for kind, place in places if place == self.asks), Kind.OTHER)
