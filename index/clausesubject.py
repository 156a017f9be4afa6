"""What a clause is about, for the figures in it that do not say it: "lúa 412,3 ha, năng suất 61,5 tạ/ha" – "lúa"."""

from __future__ import annotations

from dataclasses import dataclass

from index.clausewords import ClauseWords
from index.places import SYLLABLE, Place, begun, parted, stripped, syllables

_MOST = 8  # syllables of a subject; more is a sentence, not a name


@dataclass(slots=True)
class ClauseSubject:
    """Of one sentence, as its figures are told in order: what a colon leads in, or its clause's first figure is of."""

    text: str
    words: ClauseWords
    clause: Place | None = None  # of the clause that is being read
    led_in: Place | None = None  # what the colon was behind
    first: bool = True  # no amount was met in the clause yet
    several: bool = False  # figures of more than one thing were

    def next_clause(self) -> None:
        """Goes on behind a semicolon: what its first clause was about need not be what the next is."""
        self.clause, self.first, self.several = None, True, False

    def colon(self, start: int, end: int) -> None:
        """Takes the words before a colon, if they name something; what was before is left."""
        self.next_clause()
        parts = parted(self.text, start, end) if end > start else []
        self.led_in = self._named(parts[-1]) if len(parts) == 1 else None

    def tell(self, what: Place | None, counted: Place | None) -> None:
        """Takes what the clause's first amount is of, or the noun that it counts; with a second one it is not known."""
        if self.first:
            self.clause = (self._named(counted) if counted else None) or (self._named(what) if what else None)
        elif what is not None:
            self.clause, self.several = None, True
        self.first = False

    @property
    def known(self) -> Place | None:
        """What a figure may be of that does not say it itself."""
        return None if self.several else self.clause or self.led_in

    def is_bare(self, what: Place) -> bool:
        """Whether words say how much there is, and not of what."""
        return self.words.bare.fullmatch(self.text, *what) is not None

    def _named(self, place: Place) -> Place | None:
        """The words without the quantity that begins them: "diện tích lúa" is of "lúa"."""
        start, end = begun(self.text, *place), stripped(self.text, *place)
        words = self.words
        while found := words.connective.match(self.text, start, end) or words.bare.match(self.text, start, end):
            start = begun(self.text, found.end(), end)
        named = Place(start, end)
        return named if SYLLABLE.search(self.text, *named) and syllables(self.text, named) <= _MOST else None
