"""Questions that found no answer → groups of those that ask alike, the most asked first.

Alike are questions of the same words, accents, order and the words that only ask aside; longer ones also where one of
them has a word more, all where that word is the unit asked for, or names the place whose report it is. A word that is
no Vietnamese syllable may be a slip, or two words typed as one. A figure is never passed over: the same of another year
is another question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, product
from typing import TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.storage import Unanswered
from index.asks import Forms, asking
from index.normalize import fold, has_accents, nfc, syllable
from index.ranking import Ranking
from index.records import Report
from index.sentences import is_syllable
from index.titled import PERSON, Titles
from index.tokens import tokens
from index.units import Units

Words: TypeAlias = frozenset[str]
_NOTHING: Words = frozenset()
MOST_SHARED = 30  # words; of more, "one word less" would be as many sets of as many words
LEAST_SHARED = 4  # words from which one more makes no other question: "hộ nghèo" is not "hộ cận nghèo"
LEAST_COUNTED = 2  # and those from which a unit more makes none
SHORTEST_SLIP = 4  # letters; "bn", "sxh" and the like are abbreviations
MOST_READINGS = 64  # of one question's slips


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask alike: the ways they were put and the reasons of their abstentions, most frequent first."""

    ways: tuple[str, ...]
    count: int
    last: datetime
    whys: tuple[str, ...]


def own_names(reports: Iterable[Report]) -> Words:
    """The syllables, without accents, of the places that the reports are of: "hoan kiem"."""
    heads = (f"{report.title}\n{report.issuer or ''}" for report in reports)
    places = (one.name for head in heads for one in Titles.load().find(head) if one.of != PERSON)
    return frozenset(syllable for name in places for syllable in name.split())


def grouped(questions: Iterable[Unanswered], own: Words = _NOTHING) -> tuple[Group, ...]:
    """The groups; which they are does not depend on the order of the questions. `own`: see `own_names`."""
    function = frozenset(fold(syllable(one)) for one in Ranking.load().question.function_words.split())
    of_words: defaultdict[Words, list[Unanswered]] = defaultdict(list)
    units: defaultdict[Words, set[str]] = defaultdict(set)
    for one in questions:
        words, asked_in = _words(one.text, function)
        words = words - own or words
        of_words[words].append(one)
        units[words] |= asked_in
    slips = {word for words in of_words for word in words if _may_be_slip(word)}
    leaders = _Leaders(units, {word for words in of_words for word in words if is_syllable(word)}, slips)
    groups: defaultdict[Words, list[Unanswered]] = defaultdict(list)
    # What is well spelled comes first: a slip may lead to it, not the other way round.
    for words in sorted(of_words, key=lambda one: (not slips.isdisjoint(one), -len(of_words[one]), sorted(one))):
        groups[leaders.of(words)] += of_words[words]
    found = map(_group, groups.values())
    return tuple(sorted(found, key=lambda one: (-one.count, -one.last.timestamp(), one.ways)))


def _group(questions: Sequence[Unanswered]) -> Group:
    ways = Counter(" ".join(nfc(one.text).split()) for one in questions)
    whys = Counter(one.why for one in questions if one.why)
    return Group(
        ways=tuple(sorted(ways, key=lambda one: (-ways[one], not has_accents(one), len(one), one))),
        count=len(questions),
        last=max(one.at for one in questions),
        whys=tuple(sorted(whys, key=lambda one: (-whys[one], one))),
    )


def _words(text: str, function: Words) -> tuple[Words, Words]:
    """What a question is about; where it only asks, all its words. And which of them are the unit it asks for."""
    found = list(tokens(nfc(text)))
    asked = asking(found, Forms.load())
    said = [fold(token.text) for token in found]
    about = frozenset(word for i, word in enumerate(said) if i not in asked.words and word not in function)
    asked_in = {fold(word) for unit in Units.load().asked(nfc(text), found, asked) for word in unit.typed.split()}
    return about or frozenset(said) or frozenset([text.strip()]), about & asked_in


def _may_be_slip(word: str) -> bool:
    return len(word) >= SHORTEST_SLIP and word.isalpha() and not is_syllable(word)


class _Leaders:
    """The questions that groups stand for, found by their words, by these less one, and past slips."""

    def __init__(self, units: Mapping[Words, Set[str]], syllables: set[str], slips: set[str]) -> None:
        """`units`: which of a question's words are its unit."""
        self._units = units
        self._by_words: dict[Words, Words] = {}
        self._by_fewer: dict[Words, Words] = {}
        self._syllables = sorted(syllables)
        self._readings = {slip: self._readings_of(slip) for slip in slips}

    def of(self, words: Words) -> Words:
        """The leader whose group these words belong to; they themselves where there is none yet."""
        for reading in islice(self._read(words), MOST_READINGS):
            if (leader := self._near(reading)) is not None:
                return leader
        self._by_words[words] = words
        for fewer in self._fewer(words):
            self._by_fewer.setdefault(fewer, words)
        return words

    def _near(self, words: Words) -> Words | None:
        if leader := self._by_words.get(words) or self._by_fewer.get(words):
            return leader
        return next((self._by_words[fewer] for fewer in self._fewer(words) if fewer in self._by_words), None)

    def _read(self, words: Words) -> Iterator[Words]:
        """The words as they stand, then with their slips mended, the likelier first."""
        slips = sorted(words & self._readings.keys())
        rest = words.difference(slips)
        for readings in product(*(self._readings[slip] for slip in slips)):
            yield rest.union(*readings)

    def _readings_of(self, slip: str) -> list[Words]:
        near = process.extract(slip, self._syllables, scorer=OSA.distance, score_cutoff=1, limit=None)
        parted = [(slip[:i], slip[i:]) for i in range(1, len(slip)) if slip[:i].isalpha()]
        known = set(self._syllables)
        two = [frozenset(parts) for parts in parted if known.issuperset(parts)]
        return [frozenset([slip]), *(frozenset([word]) for word, _, _ in near), *two]

    def _fewer(self, words: Words) -> Iterator[Words]:
        """The words less one that is no figure, or less the unit, where enough are left; in a fixed order."""
        if len(words) > MOST_SHARED:
            return
        units = self._units.get(words, frozenset())
        if len(words - units) >= LEAST_COUNTED and units:
            yield words - units
        if len(words) > LEAST_SHARED:
            for word in sorted(words):
                if word.isalpha():
                    yield words - {word}
