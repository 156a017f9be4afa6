"""What the words that lead to an amount say of it: what it is of, and how it is given.

"Về thu ngân sách, năm 2020 trên địa bàn quận thu được tổng số" → "thu ngân sách": the verb is taken off the end, what
only connects and when and where it was off the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from index.amounts import Amount
from index.clausewords import ClauseWords
from index.places import SYLLABLE, Place, at_end, begun, parted, syllables, unspaced

_SHORT = 6  # syllables of a time or place that has no other word with it: "6 tháng đầu năm"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_AGAINST = re.compile(r"so (?:với|sánh)(?![^\W\d_])", re.IGNORECASE)  # what follows is another time's
# Their years say nothing of a figure's.
_PAPER = re.compile(
    r"nghị quyết|nghị định|quyết định|chỉ thị|thông tư|luật|công văn|kế hoạch số|chương trình", re.IGNORECASE
)
_SPELL = re.compile(r"\d+\s(?:tháng|năm|quý|ngày)(?![^\W\d_])")
_MIDDLE = frozenset({"và", "hoặc", "của", "là", "các", "những", "như"})
_BOUND = re.compile(r"(?<![^\W\d_])trở\s+$", re.IGNORECASE)  # "trở lên" is said of what is counted
_LISTED = 3  # syllables of a name at most that a comma parts from the next one of a list: "thu phí, lệ phí"
_PURPOSE = re.compile(r"\snhằm\s", re.IGNORECASE)


@dataclass(slots=True)
class Lead:
    """What leads to an amount: `what` it is of, if that is said, and its `manner`, how it is given.

    `figure` is where the figure begins with the words that belong to it, `verb` where its verb does. `dropped`: it
    can't be told what the words say of it.
    """

    figure: int
    verb: int
    what: Place | None = None
    manner: str = ""
    dropped: bool = False


@dataclass(slots=True)
class Leads:
    """The leads of one sentence, in order; `years` are the report's own.

    `clause` is where the clause began, before any of its amounts. `listing`: nothing was told of the amount before, so
    that what a comma parts from it may be counted by it too. `elsewhen`: the sentence begins with another year.
    """

    text: str
    years: Collection[int]
    words: ClauseWords = field(default_factory=ClauseWords.load)
    clause: int = 0
    listing: bool = False
    elsewhen: bool = False

    def lead(self, begin: int, amount: Amount) -> Lead:
        """What the words from `begin` to an amount say of it: its verb is taken off them, and what goes with that."""
        text, words = self.text, self.words
        lead = Lead(amount.start, amount.start)
        end = unspaced(text, begin, amount.start)
        while (match := at_end(words.about, text, begin, end)) and not at_end(words.grows, text, begin, end):
            lead.figure = lead.verb = match.start()
            end = unspaced(text, begin, match.start())
        if at_end(words.parts, text, begin, end):
            lead.dropped = True
            return lead
        if text[begin:end].endswith(":"):
            lead.manner, end = "gives", unspaced(text, begin, end - 1)
        verbs = {"has": words.has} if amount.counts else {}
        verbs |= {"gives": words.gives, "grows": words.grows, "sums": words.sums, "fill": words.fill}
        while found := [
            (m.start(), name)
            for name, verb in verbs.items()
            if (m := at_end(verb, text, begin, end)) and not _BOUND.search(text, begin, m.start())
        ]:
            lead.verb, name = min(found, key=lambda one: one[0])
            if name == "grows" and not lead.manner:
                lead.figure = lead.verb
            if name != "fill":
                lead.manner = lead.manner or name
            end = unspaced(text, begin, lead.verb)
        self._name(lead, begin, end)
        lead.dropped |= self.elsewhen and lead.what is not None and not _YEAR.search(text, *lead.what)
        return lead

    def _name(self, lead: Lead, begin: int, end: int) -> None:
        """Finds what the words before a verb name: less what only connects them, and less where and when it was."""
        parts = [self._headless(part) for part in parted(self.text, begin, end)]
        parts = [part for part in parts if SYLLABLE.search(self.text, *part)]
        if any(_AGAINST.match(self.text, *part) for part in parts):
            lead.dropped = True
            return
        while len(parts) > 1 and self._is_circumstance(parts[0]):
            if self._of_another_year(parts[0]):
                self.elsewhen = True
                lead.what = Place(parts[0].start, parts[-1].end)
                return
            del parts[0]
        while len(parts) > 1 and self._is_circumstance(parts[-1]) and not self._quantity_in(parts[-1]):
            del parts[-1]
        if not parts:
            return
        last = parts[-1]
        if self._is_circumstance(last):
            found = self._quantity_in(last)
            short = lead.manner == "has" or syllables(self.text, last) <= _SHORT
            lead.what = Place(found, last.end) if found is not None else None if short else last
            return
        named = [part for part in parts if self.words.quantity.match(self.text, part.start)]
        lead.what = Place(self._listed(parts, named[-1]).start if named else parts[0].start, last.end)
        # Behind another amount, words that commas part may still be said of that one.
        lead.dropped = (len(parts) > 1 or self.listing) and not named and begin > self.clause

    def _listed(self, parts: list[Place], named: Place) -> Place:
        """The first of a list of short names that commas part, of which one is the last."""
        at = parts.index(named)
        short = at and syllables(self.text, parts[at - 1]) <= _LISTED
        listed = short and self.words.quantity.match(self.text, parts[at - 1].start)
        return self._listed(parts[:at], parts[at - 1]) if listed else named

    def _headless(self, part: Place) -> Place:
        """A part of a clause without the words that connect it to the one before."""
        start, end = part
        while match := self.words.connective.match(self.text, start, end):
            start = begun(self.text, match.end(), end)
        return Place(start, end)

    def _is_circumstance(self, part: Place) -> bool:
        return bool(self.words.circumstance.match(self.text, *part) or _SPELL.match(self.text, *part))

    def _of_another_year(self, part: Place) -> bool:
        if _PAPER.search(self.text, *part):
            return False
        years = {int(year) for year in _YEAR.findall(self.text, *part)}
        return bool(years) and years.isdisjoint(self.years)

    def _quantity_in(self, part: Place) -> int | None:
        found = self.words.quantity.search(self.text, *part)
        return found.start() if found else None

    def is_told(self, what: Place, most: int) -> bool:
        """Whether words are a name: neither too few nor too many, and not cut off in the middle."""
        said = SYLLABLE.findall(self.text, *what)
        whole = said[-1] not in _MIDDLE and not _PURPOSE.search(self.text, *what)
        return 2 <= len(said) <= most and whole and not self.is_aim(what.start)

    def is_aim(self, start: int) -> bool:
        """Whether the sentence calls an aim what it says from `start` on."""
        return bool(self.words.aim.search(self.text, 0, start))
