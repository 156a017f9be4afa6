"""What a question names that a sentence and what stands around it do not carry."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.asks import FIGURES, Kind
from index.collection import Collection, PassageEntry, SentenceEntry, timespans_in
from index.constraints import other_side, searchable, years_in
from index.eras import Times
from index.fields import FOLDED, SYLLABLES
from index.levels import AskedLevel, Levels
from index.likeness import carries, number_words, says, says_ordinal
from index.near_years import says as says_year
from index.normalize import fold
from index.offices import lacks, offices
from index.outcomes import Outcomes
from index.question import Query
from index.records import BlockKind, Why
from index.rivals import Rival, Rivals
from index.subjects import Missing, Subjects
from index.timespans import Timespan
from index.timing import governs, lacks_time, planned, reported
from index.tokens import tokens
from index.units import ANY
from index.yardsticks import Yardsticks

# "107% so với cùng kỳ": with the year before, unless one is named.
_YEAR_BEFORE = re.compile(
    r"\b(?:cung k[yi]|so voi nam (?:truoc|ngoai))\b(?!(?: cua)?(?: nam)? \d| (?:nhiem k[yi]|qu[yi]|thang|tuan)\b)"
)
_CHANGES = frozenset({"so", "tang", "giam", "hon", "kem"})  # folded; a question with one compares
_HEAD = 400  # characters in which a report without a title says whose it is
_COUNTS = frozenset({*FIGURES, Kind.MANNER})  # asked of a year, a figure or a judgment of its half is no answer


class Mismatch:
    """Holds questions against the sentences of a collection."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._sections: dict[tuple[int, tuple[str, ...]], str] = {}
        self._subjects = Subjects(collection)
        self._outcomes = Outcomes(collection)
        self._levels: dict[int, frozenset[int]] = {}
        self._rivals: frozenset[int] | None = None
        self._eras: dict[int, Times] = {}
        self._times: dict[tuple[int, tuple[str, ...]], tuple[Timespan, ...]] = {}

    def of(self, query: Query) -> Callable[[int], Missing]:
        """What each sentence, by its number, lacks of a question; for the many sentences of that one question."""
        if not query.constraints:
            return lambda number: ()
        carried: dict[tuple[str, str], bool] = {}
        nowhere = self._nowhere(query.constraints.rivals)
        return lambda number: self._missing(query, number, carried, nowhere)

    def _missing(
        self, query: Query, number: int, carried: dict[tuple[str, str], bool], nowhere: Sequence[Rival]
    ) -> Missing:
        """`carried` remembers which section has which name; `nowhere` is what the reports speak of only by rivals."""
        wanted = query.constraints
        entry = self._collection.sentences[number]
        passage = self._collection.passages[entry.passage]
        out: list[tuple[Why, str]] = []
        if wanted.years:
            lacking = [year for year in wanted.years if _lacks_year(year, entry, passage)]
            out += [(Why.YEAR, str(year)) for year in lacking if not _compares(year, query, entry)]
        if wanted.steps and len(entry.report.years) == 1:
            out += [(Why.YEAR, str(year)) for year in _lacking_steps(wanted.steps, entry, passage)]
        if wanted.eras:
            times = self._times_of(entry)
            out += [(Why.PERIOD, one.typed) for one in wanted.eras if not times.within(one)]
        if wanted.timespans:
            around = self._around(number)
            told = query.asking.asks and _COUNTS.isdisjoint(query.asking.kinds)
            lacking_times = [one for one in wanted.timespans if lacks_time(one, entry, around, told=told)]
            planned_for = self._outcomes.is_planned(entry)
            out += [(Why.PERIOD, one.typed) for one in lacking_times if not (one.at_end and planned_for)]
        if wanted.figures:
            near = (*entry.fields[SYLLABLES], *passage.fields[SYLLABLES])
            out += [(Why.FIGURE, typed) for figure, typed in wanted.figures if not _has_figure(near, figure)]
        if wanted.names:
            section = self._section(entry)
            for form, typed in wanted.names:
                if (section, form) not in carried:
                    carried[section, form] = carries(section, form)
                if not carried[section, form]:
                    out.append((Why.NAME, typed))
        if wanted.offices:
            held = offices(" ".join(entry.fields[FOLDED]), " ".join(entry.fields[SYLLABLES]))
            out += [(Why.OFFICE, " ".join(filter(None, one)).strip()) for one in wanted.offices if lacks(one, held)]
        if wanted.sides:
            out += [(Why.SIDE, side) for side in wanted.sides if other_side(side, entry.fields[SYLLABLES])]
        if wanted.bodies:
            out += self._subjects.lacking_bodies(wanted.bodies, number)
        if wanted.titled:
            section, said = self._section(entry), [typed for _, typed in wanted.names]
            out += self._subjects.lacking_titled(wanted.titled, number, section, said)
        if wanted.levels:
            out += [(Why.SUBJECT, one.typed) for one in wanted.levels if self._is_of_another_level(one, entry)]
        if wanted.rivals:
            only = (*nowhere, *self._only_rivals(wanted.rivals, entry))
            out += [(Why.SUBJECT, one.typed) for one in only]
        if wanted.yardstick and self._lacks_own(wanted.yardstick, entry, asks=query.asking.asks):
            out.append((Why.FIGURE, wanted.yardstick))
        if wanted.outcome and self._outcomes.lacks(wanted, number):
            out.append((Why.OUTCOME, ""))
        if wanted.units and entry.measures and ANY not in entry.measures:
            out += [(Why.UNIT, unit.typed) for unit in wanted.units if unit.measure not in entry.measures]
        return tuple(dict.fromkeys(out))

    def _lacks_own(self, yardstick: str, entry: SentenceEntry, *, asks: bool) -> bool:
        """Whether a sentence does not say what a yardstick is; bare key words may be about more than its figure."""
        text = entry.report.quote(entry.sentence)
        if not asks:
            return Yardsticks.load().only_compares(yardstick, text, entry.header)
        planned = Yardsticks.load().plans(yardstick) and self._outcomes.is_plan(entry)
        return not planned and not Yardsticks.load().has(yardstick, text, entry.header)

    def _times_of(self, entry: SentenceEntry) -> Times:
        """The years and eras of a sentence's passage and headings."""
        if entry.passage not in self._eras:
            passage = self._collection.passages[entry.passage]
            self._eras[entry.passage] = Times.of(_with_headings(entry, passage))
        return self._eras[entry.passage]

    def _nowhere(self, asked: Sequence[Rival]) -> Sequence[Rival]:
        """What is asked about while all that the reports speak of are its rivals: a figure near it is another's."""
        if asked and self._rivals is None:
            self._rivals = Rivals.load().said_in(entry.fields[SYLLABLES] for entry in self._collection.sentences)
        return Rivals.load().nowhere(asked, self._rivals) if asked and self._rivals else ()

    def _only_rivals(self, asked: Sequence[Rival], entry: SentenceEntry) -> list[Rival]:
        """What is asked about while a sentence, with its headings, speaks only of its rivals."""
        return Rivals.load().lacking(asked, entry.fields[SYLLABLES], _of_headings(entry))

    def _is_of_another_level(self, asked: AskedLevel, entry: SentenceEntry) -> bool:
        """Whether a report is of another level of the state, and neither a sentence nor its headings speak of it."""
        key = id(entry.report)
        if key not in self._levels:
            self._levels[key] = Levels.load().of(entry.report.title) or Levels.load().of(entry.report.text[:_HEAD])
        if not self._levels[key] or asked.number in self._levels[key]:
            return False
        return not Levels.load().speaks(asked.number, [*entry.fields[SYLLABLES], *_of_headings(entry)])

    def _around(self, number: int) -> tuple[Timespan, ...]:
        """The times that a sentence is of where it names none itself.

        Those named last before it in its passage, and its innermost heading's that names any, else its report's.
        """
        entry = self._collection.sentences[number]
        first = self._collection.passages[entry.passage].first
        sentences = [self._collection.sentences[i] for i in range(number - 1, first - 1, -1)]
        ahead = ([t for t in one.timespans if governs(t)] for one in sentences if not _other_item(one, entry))
        key = (id(entry.report), entry.sentence.section)
        if key not in self._times:
            headings = map(timespans_in, reversed(entry.sentence.section))
            of_plans = planned(entry.report) if self._outcomes.is_planned(entry) else ()
            self._times[key] = next(filter(None, headings), ()) or of_plans or reported(entry.report)
        return (*next(filter(None, ahead), ()), *self._times[key])

    def _section(self, entry: SentenceEntry) -> str:
        """A sentence's whole section and the report's title and issuer, to look for names in."""
        key = (id(entry.report), entry.sentence.section)
        if key not in self._sections:
            report = entry.report
            texts = [report.title, report.issuer or ""]
            folded = [fold(token.text) for text in texts for token in tokens(text)]
            for passage in self._collection.passages:
                first = self._collection.sentences[passage.first].sentence
                if passage.report is report and first.section == entry.sentence.section:
                    folded += passage.fields[FOLDED]
                    texts.append(report.quote(passage.passage))
            self._sections[key] = searchable(folded, " ".join(texts))
        return self._sections[key]


def _other_item(one: SentenceEntry, entry: SentenceEntry) -> bool:
    """Whether a sentence is of another item of a list: what stands in one is not said of the next."""
    both = one.sentence.kind is BlockKind.ITEM is entry.sentence.kind
    return both and one.sentence.paragraph != entry.sentence.paragraph


def _of_headings(entry: SentenceEntry) -> list[str]:
    """The syllables of a sentence's headings."""
    return [token.text for heading in entry.sentence.section for token in tokens(heading)]


def _with_headings(entry: SentenceEntry, passage: PassageEntry) -> str:
    """A sentence's passage and its headings, as text."""
    return "\n".join([entry.report.quote(passage.passage), *entry.sentence.section])


def _lacking_steps(steps: Sequence[tuple[int, str]], entry: SentenceEntry, passage: PassageEntry) -> list[int]:
    """The years so far from the report's own that neither a sentence nor what stands around it names."""
    (own,) = entry.report.years
    lacking = [step for step, _ in steps if _lacks_year(own + step, entry, passage)]
    return [own + step for step in lacking if not says_year(step, _with_headings(entry, passage))]


def _has_figure(near: Sequence[str], figure: str) -> bool:
    """Whether a text's syllables have a figure, in digits or in words."""
    return figure in near or says(near, number_words(figure).split()) or says_ordinal(near, figure)


def _lacks_year(year: int, entry: SentenceEntry, passage: PassageEntry) -> bool:
    """Whether a sentence speaks of other years.

    Its own years decide, or its passage's or headings'; where those name none, the report's reporting year does.
    """
    if year in entry.years or year in passage.years:
        return False
    return bool(entry.years or passage.heading_years) or year not in entry.report.years


def _compares(year: int, query: Query, entry: SentenceEntry) -> bool:
    """Whether a year that is only compared with is one that a sentence compares with.

    So is the one before a sentence's own, where it says "so với cùng kỳ".
    """
    if not _CHANGES.isdisjoint(query.content) and year in years_in(entry.report.quote(entry.sentence)):
        return True
    if year not in query.constraints.compared:
        return False
    of = frozenset(query.constraints.years) - query.constraints.compared | entry.years or entry.report.years
    return year + 1 in of and _YEAR_BEFORE.search(" ".join(entry.fields[FOLDED])) is not None
