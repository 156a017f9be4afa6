"""What each amount of a sentence is of, in the sentence's own words: "Tổng thu … đạt" – "10.530,819 tỷ đồng".

An amount belongs to the words that lead up to it in its clause, less the verb that gives it; one that counts what
stands behind it ("có 12 trường đạt chuẩn quốc gia") to those. What compares it ("bằng 105,1% dự toán") goes with it.
Where neither can be told nothing is said of it, nor of what compares it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from index.amounts import Amount
from index.clausesubject import ClauseSubject
from index.clausewords import ClauseWords
from index.counted import Counted
from index.heads import NUMBERING
from index.leads import Lead, Leads
from index.places import Place, syllables

_MOST = 25  # syllables of what a figure is of; more is a sentence, not a name
_MOST_SUMMED = 40  # of what cost or saved a sum, which is often a list of works
_ENOUGH = 4  # syllables of a name from which it need not be told in full what is counted: "21 cán bộ, công chức"
_LONGEST = 2_000  # characters; a longer sentence is none, and nothing is told of it
_MARK = re.compile(r"[();:]")


@dataclass(frozen=True, slots=True)
class Told:
    """An amount as it is told: what it is of, itself with its unit, and what compares it.

    `of` stands elsewhere in the sentence, where `what` does not say it: rice, of which the yield is.
    """

    what: Place
    figure: Place
    beside: tuple[Place, ...] = ()
    of: Place | None = None


@dataclass(slots=True)
class _Scope:
    """A clause, or what stands in brackets: where the words begin that lead to its next amount.

    `last` is the amount that a comparison would compare, by its number among those told; `counted` whether that one is
    told by what it counts; `held` whether the brackets hold an amount.
    """

    begin: int
    last: int | None = None
    counted: bool = True
    held: bool = False


def told(text: str, amounts: Sequence[Amount], years: Collection[int]) -> list[Told]:
    """The amounts of a sentence of which it can be told what they are of, in order.

    `years` are the report's own, which need not be said with them; any other must be.
    """
    if not amounts or len(text) > _LONGEST:
        return []
    return _Telling(Leads(text, years), Counted(text), ClauseSubject(text, ClauseWords.load())).all(amounts)


@dataclass(slots=True)
class _Telling:
    """One sentence, read from its start."""

    leads: Leads
    counted: Counted
    subject: ClauseSubject
    out: list[Told] = field(default_factory=list)
    scopes: list[_Scope] = field(default_factory=list)
    start: int = 0  # behind the sentence's number
    joined: bool = False  # nothing parts the next amount from the words of the one before

    @property
    def text(self) -> str:
        return self.leads.text

    def all(self, amounts: Sequence[Amount]) -> list[Told]:
        numbering = NUMBERING.match(self.text)
        at = self.start = self.leads.clause = numbering.end() if numbering else 0
        self.scopes.append(_Scope(at))
        for i, amount in enumerate(amounts):
            if amount.start < at:
                continue
            self._leave(at, amount.start)
            self._move(at, amount.start)
            at = self._tell(amount, amounts[i + 1].start if i + 1 < len(amounts) else len(self.text))
            for scope in self.scopes[1:]:
                scope.held = True
        return self.out

    def _leave(self, start: int, end: int) -> None:
        """Passes over what is still said of the amount before: the next one's own words begin behind it."""
        if start > self.start:
            behind = self.leads.words.parting.search(self.text, start, end)
            self.scopes[-1].begin = behind.start() if behind else end
            self.joined = behind is None

    def _move(self, start: int, end: int) -> None:
        """Passes over brackets and stops on the way to the next amount."""
        for mark in _MARK.finditer(self.text, start, end):
            scope = self.scopes[-1]
            if mark[0] == "(":
                close = not self.text[start : mark.start()].strip()  # what stands in them is said of the amount before
                self.scopes.append(_Scope(mark.end(), scope.last if close else None, False))
            elif mark[0] == ")":
                if len(self.scopes) > 1:
                    self.scopes.pop()
                    if scope.held:
                        self._leave(mark.end(), end)
            elif mark[0] != ":" or self.text[mark.end() : end].strip():
                if mark[0] == ";":
                    self.subject.next_clause()
                else:
                    self.subject.colon(scope.begin, mark.start())
                scope.begin, scope.last, scope.counted = mark.end(), None, True
                self.leads.clause, self.joined = mark.end(), False

    def _tell(self, amount: Amount, following: int) -> int:
        """Tells of an amount what can be told, and says where its own words end."""
        scope = self.scopes[-1]
        lead = self.leads.lead(scope.begin, amount)
        lead.dropped = lead.dropped or self.joined
        based = self.counted.base_end(amount)
        noun = self.counted.noun(amount, following) if amount.counts and lead.manner in ("", "has") else None
        if lead.what is None and not lead.dropped:
            if scope.last is not None and lead.manner in ("gives", "grows", "") and self._compares(lead, amount, based):
                one = self.out[scope.last]
                self.out[scope.last] = replace(one, beside=(*one.beside, Place(lead.verb, based)))
                return based
            if noun is None and lead.manner == "" and scope.counted and not amount.counts:
                noun = self.counted.shared(amount)
            counting = (scope.counted or lead.manner == "has") and not self.leads.elsewhen
            if noun and counting and not self.leads.is_aim(noun.start):
                return self._add(scope, noun, Place(lead.figure, amount.end), noun.end, counted=True)
        elif lead.what is not None and not lead.dropped:
            if noun and lead.manner == "has" and not self.leads.is_aim(noun.start):
                return self._add(scope, noun, Place(lead.figure, amount.end), noun.end, counted=True)
            most = _MOST_SUMMED if lead.manner == "sums" else _MOST
            if self.leads.is_told(lead.what, most):
                end = self._figure_end(lead, amount, based, following)
                if end is not None:
                    behind = Place(amount.end, end) if end not in (amount.end, based) else None
                    return self._add(scope, lead.what, Place(lead.figure, end), end, noun=behind)
        self.subject.tell(lead.what, None)
        scope.last, scope.counted = None, False
        self.leads.listing = lead.what is None and amount.counts
        return amount.end

    def _compares(self, lead: Lead, amount: Amount, based: int) -> bool:
        """Whether an amount that nothing of its own leads to compares the one before it."""
        return based > amount.end or lead.manner == "grows" or (lead.manner == "gives" and not amount.counts)

    def _figure_end(self, lead: Lead, amount: Amount, based: int, following: int) -> int | None:
        """Where a figure ends that words lead to; None where it can't be told what it counts."""
        if not amount.counts or based > amount.end or (amount.named and lead.manner == "gives"):
            return based
        if lead.manner == "has" and "/" in self.text[amount.start : amount.number]:
            return None  # "200/264 xã": so many of all, of which something is said
        if (end := self.counted.noun_end(amount, following)) is not None:
            return end
        # More is said of what it counts than can be told: a name of some length says enough without.
        long = lead.what is not None and syllables(self.text, lead.what) >= _ENOUGH
        return amount.end if amount.named and long else None

    def _add(
        self, scope: _Scope, what: Place, figure: Place, end: int, *, counted: bool = False, noun: Place | None = None
    ) -> int:
        """Tells a figure, of which `noun` is counted if `what` is not; says where its own words end."""
        bare = self.subject.is_bare(what)
        of = self.subject.known if bare else None
        if not bare:
            self.subject.tell(what, noun)
        if self.leads.words.point.search(self.text, *what) or (bare and of is None):
            scope.last = None
            return figure.end
        self.out.append(Told(what, figure, of=of))
        scope.last, scope.counted = len(self.out) - 1, counted
        self.leads.listing = False
        return end
