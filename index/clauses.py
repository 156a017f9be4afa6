"""What each amount of a sentence is of, in the sentence's own words: "Tổng thu … đạt" – "10.530,819 tỷ đồng".

An amount belongs to the words that lead up to it in its clause, less the verb that gives it; one that counts what
stands behind it ("có 12 trường đạt chuẩn quốc gia") to those. What compares it ("bằng 105,1% dự toán") goes with it.
Where neither can be told nothing is said of it, nor of what compares it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.amounts import Amount
from index.clausewords import ClauseWords

_MOST = 25  # syllables of what a figure is of; more is a sentence, not a name
_MOST_SUMMED = 40  # of what cost or saved a sum, which is often a list of works
_MOST_COUNTED = 12  # of a noun and what is said of it, behind a figure
_FEWEST = 3  # of a noun that is no known unit: "mũi tiêm cho người lao động"
_SHORT = 6  # of a time or place that has no other word with it: "6 tháng đầu năm"
_BEFORE = 60  # characters before a figure in which its verb stands
_LONGEST = 2_000  # characters; a longer sentence is none, and nothing is told of it
_MARK = re.compile(r"[();:]")
_COMMA = re.compile(r",\s+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_AGAINST = re.compile(r"so (?:với|sánh)(?![^\W\d_])", re.IGNORECASE)  # what follows is another time's
_PAPER = re.compile(
    r"nghị quyết|nghị định|quyết định|chỉ thị|thông tư|luật|công văn|kế hoạch số|chương trình", re.IGNORECASE
)
_SPELL = re.compile(r"\d+\s(?:tháng|năm|quý|ngày)(?![^\W\d_])")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_MIDDLE = frozenset({"và", "hoặc", "của", "là", "các", "những", "như"})
_PURPOSE = re.compile(r"\snhằm\s", re.IGNORECASE)
_PAUSE = re.compile(r"[,;:().…]")
_DIGIT = re.compile(r"\d")
_BASE_ENDS = re.compile(r"[,;().…]|\s(?:và|trong đó|nhưng)\s")
_NUMBERING = re.compile(r"[^\w(]*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVXLC]{1,5})[.)](?=\D)\s*)?[^\w(]*")


class Place(NamedTuple):
    """`[start, end)` in the sentence."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """An amount as it is told: what it is of, itself with its unit, and what compares it."""

    what: Place
    figure: Place
    beside: tuple[Place, ...] = ()


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


@dataclass(slots=True)
class _Lead:
    """What leads to an amount: `what` it is of, if that is said, where its figure begins, and how it is given."""

    figure: int
    verb: int
    what: Place | None = None
    manner: str = ""
    dropped: bool = False


def told(text: str, amounts: Sequence[Amount], years: Collection[int]) -> list[Told]:
    """The amounts of a sentence of which it can be told what they are of, in order.

    `years` are the report's own, which need not be said with them; any other must be.
    """
    return _Telling(text, years).all(amounts) if amounts and len(text) <= _LONGEST else []


@dataclass(slots=True)
class _Telling:
    """One sentence, read from its start."""

    text: str
    years: Collection[int]
    words: ClauseWords = field(default_factory=ClauseWords.load)
    out: list[Told] = field(default_factory=list)
    scopes: list[_Scope] = field(default_factory=list)
    start: int = 0  # behind the sentence's number
    clause: int = 0  # where the clause began, before any of its amounts
    joined: bool = False  # nothing parts the next amount from the words of the one before
    elsewhen: bool = False  # the sentence begins with another year than the report's

    def all(self, amounts: Sequence[Amount]) -> list[Told]:
        numbering = _NUMBERING.match(self.text)
        at = self.start = self.clause = numbering.end() if numbering else 0
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
            behind = self.words.parting.search(self.text, start, end)
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
                scope.begin, scope.last, scope.counted = mark.end(), None, True
                self.clause, self.joined = mark.end(), False

    def _tell(self, amount: Amount, following: int) -> int:
        """Tells of an amount what can be told, and says where its own words end."""
        scope = self.scopes[-1]
        lead = self._lead(scope.begin, amount)
        lead.dropped = lead.dropped or self.joined
        based = self._base_end(amount)
        noun = self._noun(amount, following) if amount.counts and lead.manner in ("", "has") else None
        if lead.what is None and not lead.dropped:
            if scope.last is not None and lead.manner in ("gives", "grows", "") and self._compares(lead, amount, based):
                one = self.out[scope.last]
                self.out[scope.last] = Told(one.what, one.figure, (*one.beside, Place(lead.verb, based)))
                return based
            if noun is None and lead.manner == "" and scope.counted and not amount.counts:
                noun = self._shared(amount)
            counting = (scope.counted or lead.manner == "has") and not self.elsewhen
            if noun and counting and not self._is_aim(noun.start):
                return self._add(scope, noun, Place(lead.figure, amount.end), noun.end, counted=True)
        elif lead.what is not None and not lead.dropped:
            if noun and lead.manner == "has" and not self._is_aim(noun.start):
                return self._add(scope, noun, Place(lead.figure, amount.end), noun.end, counted=True)
            most = _MOST_SUMMED if lead.manner == "sums" else _MOST
            if self._is_told(lead.what, most):
                end = self._figure_end(lead, amount, based, following)
                if end is not None:
                    return self._add(scope, lead.what, Place(lead.figure, end), end)
        scope.last, scope.counted = None, False
        return amount.end

    def _compares(self, lead: _Lead, amount: Amount, based: int) -> bool:
        """Whether an amount that nothing of its own leads to compares the one before it."""
        return based > amount.end or lead.manner == "grows" or (lead.manner == "gives" and not amount.counts)

    def _figure_end(self, lead: _Lead, amount: Amount, based: int, following: int) -> int | None:
        """Where a figure ends that words lead to; None where it can't be told what it counts."""
        if not amount.counts or based > amount.end or (amount.named and lead.manner == "gives"):
            return based
        return self._noun_end(amount, following) or (amount.end if amount.named else None)

    def _add(self, scope: _Scope, what: Place, figure: Place, end: int, *, counted: bool = False) -> int:
        if self.words.point.search(self.text, *what):
            scope.last = None
            return figure.end
        self.out.append(Told(what, figure))
        scope.last, scope.counted = len(self.out) - 1, counted
        return end

    def _lead(self, begin: int, amount: Amount) -> _Lead:
        """What the words from `begin` to an amount say of it: its verb is taken off them, and what goes with that."""
        text, words = self.text, self.words
        lead = _Lead(amount.start, amount.start)
        end = _unspaced(text, begin, amount.start)
        while (match := _at_end(words.about, text, begin, end)) and not _at_end(words.grows, text, begin, end):
            lead.figure = lead.verb = match.start()
            end = _unspaced(text, begin, match.start())
        if _at_end(words.parts, text, begin, end):
            lead.dropped = True
            return lead
        if text[begin:end].endswith(":"):
            lead.manner, end = "gives", _unspaced(text, begin, end - 1)
        verbs = {"has": words.has} if amount.counts else {}
        verbs |= {"gives": words.gives, "grows": words.grows, "sums": words.sums, "fill": words.fill}
        while found := [(m.start(), name) for name, verb in verbs.items() if (m := _at_end(verb, text, begin, end))]:
            lead.verb, name = min(found, key=lambda one: one[0])
            if name == "grows" and not lead.manner:
                lead.figure = lead.verb
            if name != "fill":
                lead.manner = lead.manner or name
            end = _unspaced(text, begin, lead.verb)
        self._name(lead, begin, end)
        lead.dropped |= self.elsewhen and lead.what is not None and not _YEAR.search(text, *lead.what)
        return lead

    def _name(self, lead: _Lead, begin: int, end: int) -> None:
        """Finds what the words before a verb name: less what only connects them, and less where and when it was."""
        parts = [self._headless(part) for part in _parts(self.text, begin, end)]
        parts = [part for part in parts if _SYLLABLE.search(self.text, *part)]
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
            short = lead.manner == "has" or len(_SYLLABLE.findall(self.text, *last)) <= _SHORT
            lead.what = Place(found, last.end) if found is not None else None if short else last
            return
        named = [part.start for part in parts if self.words.quantity.match(self.text, part.start)]
        lead.what = Place(named[-1] if named else parts[0].start, last.end)
        # Behind another amount, words that commas part may still be said of that one.
        lead.dropped = len(parts) > 1 and not named and begin > self.clause

    def _headless(self, part: Place) -> Place:
        """A part of a clause without the words that connect it to the one before."""
        start, end = part
        while match := self.words.connective.match(self.text, start, end):
            start = match.end() + len(self.text[match.end() : end]) - len(self.text[match.end() : end].lstrip())
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

    def _is_told(self, what: Place, most: int) -> bool:
        """Whether words are a name: neither too few nor too many, and not cut off in the middle."""
        said = _SYLLABLE.findall(self.text, *what)
        whole = said[-1] not in _MIDDLE and not _PURPOSE.search(self.text, *what)
        return 2 <= len(said) <= most and whole and not self._is_aim(what.start)

    def _is_aim(self, start: int) -> bool:
        """Whether the sentence calls an aim what it says from `start` on."""
        return bool(self.words.aim.search(self.text, 0, start))

    def _noun(self, amount: Amount, following: int) -> Place | None:
        """What an amount counts, where more is said of it than its unit."""
        end = self._noun_end(amount, following)
        if end is None or (amount.named and end <= amount.end):
            return None
        start = end - len(self.text[amount.counted : end].lstrip())
        return Place(start, end) if amount.named or len(_SYLLABLE.findall(self.text, start, end)) >= _FEWEST else None

    def _shared(self, amount: Amount) -> Place | None:
        """Of what a percentage is that begins a clause: "100% hộ dân được dùng nước sạch"."""
        pause = _PAUSE.search(self.text, amount.end)
        end = _stripped(self.text, amount.end, pause.start() if pause else len(self.text))
        start = end - len(self.text[amount.end : end].lstrip())
        said = len(_SYLLABLE.findall(self.text, start, end))
        return Place(start, end) if _FEWEST <= said <= _MOST and not _DIGIT.search(self.text, start, end) else None

    def _noun_end(self, amount: Amount, following: int) -> int | None:
        """Where the noun that an amount counts ends, with what is said of it; None where that can't be told."""
        text = self.text
        stop = self.words.end.search(text, amount.end)
        end = _stripped(text, amount.end, stop.start() if stop else len(text))
        if following < end or _DIGIT.search(text, amount.end, end) or (stop and self._goes_on(stop)):
            return None
        while loose := _at_end(self.words.loose, text, amount.end, end):
            end = _stripped(text, amount.end, loose.start())
        most = [*_SYLLABLE.finditer(text, amount.number, end)][_MOST_COUNTED - 1 : _MOST_COUNTED + 1]
        if len(most) < 2:
            return end
        cut = [one.start() for one in self.words.preposition.finditer(text, amount.end, most[1].start())]
        return _stripped(text, amount.end, cut[-1]) if cut else None

    def _goes_on(self, stop: re.Match[str]) -> bool:
        """Whether more may be said of a noun behind what ends it: its verb, or another noun or verb beside it."""
        if stop[0] not in (",", "và"):
            return bool(self.words.gives_on.fullmatch(stop[0]))
        pause = _PAUSE.search(self.text, stop.end())
        start = stop.end() + len(self.text[stop.end() :]) - len(self.text[stop.end() :].lstrip())
        part = Place(start, pause.start() if pause else len(self.text))
        words = [self.words.quantity, self.words.gives_on]
        words += [self.words.connective, self.words.circumstance] if stop[0] == "," else []
        return not _DIGIT.search(self.text, *part) and not any(one.match(self.text, *part) for one in words)

    def _base_end(self, amount: Amount) -> int:
        """Where an amount ends with what it is held against: "105,1% dự toán Thành phố giao"."""
        spaces = len(self.text[amount.end :]) - len(self.text[amount.end :].lstrip(" "))
        if not spaces or not self.words.compared.match(self.text, amount.end + spaces):
            return amount.end
        stop = _BASE_ENDS.search(self.text, amount.end)
        end = _stripped(self.text, amount.end, stop.start() if stop else len(self.text))
        return end if len(_SYLLABLE.findall(self.text, amount.end, end)) <= _MOST_COUNTED else amount.end


def _parts(text: str, start: int, end: int) -> list[Place]:
    """What stands between the commas of a clause."""
    start = end - len(text[start:end].lstrip())
    marks = [Place(*mark.span()) for mark in _COMMA.finditer(text, start, end)]
    starts = [start, *(mark.end for mark in marks)]
    return [
        Place(a, _stripped(text, a, b)) for a, b in zip(starts, [*(mark.start for mark in marks), end], strict=True)
    ]


def _stripped(text: str, start: int, end: int) -> int:
    """The end of a part without the white space and commas there."""
    part = text[start:end].rstrip()
    while part.endswith(","):
        part = part[:-1].rstrip()
    return start + len(part)


def _unspaced(text: str, start: int, end: int) -> int:
    """The end of a part without the white space there."""
    return start + len(text[start:end].rstrip())


def _at_end(pattern: re.Pattern[str], text: str, begin: int, end: int) -> re.Match[str] | None:
    """What a pattern finds at the end of a part."""
    return pattern.search(text, max(begin, end - _BEFORE), end)
