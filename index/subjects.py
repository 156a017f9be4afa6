"""Whom a sentence is about: whether that is the organisation, person or place that a question names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.bodies import Body
from index.collection import Collection, SentenceEntry, bodies_in
from index.constraints import name_form
from index.fields import FOLDED, FOLDED_PAIRS
from index.records import BlockKind, Why
from index.titled import PERSON, Asked, Titled, Titles
from index.tokens import folded, tokens

Missing = tuple[tuple[Why, str], ...]  # which kind of constraint is not met, and what it is about, as typed
_of_heading = lru_cache(maxsize=1024)(folded)


class Subjects:
    """Whom the sentences of a collection are about."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._headed: dict[tuple[int, tuple[str, ...]], frozenset[Body]] = {}
        self._all: frozenset[Body] | None = None

    def lacking_bodies(self, asked: Sequence[tuple[Body, str]], number: int) -> Missing:
        """The bodies that neither a sentence nor its headings name.

        As `SUBJECT` where none in the reports does, or where the sentence is about another: one that it names itself,
        or that is named last before it in its passage.
        """
        entry = self._collection.sentences[number]
        above = self._above(entry)
        first = self._collection.passages[entry.passage].first
        ahead = (self._collection.sentences[i].bodies for i in range(number, first - 1, -1))
        about = next(filter(None, ahead), frozenset[Body]())
        met = any(_among(one, about) for one, _ in asked)
        out = []
        for one, typed in asked:
            if not _among(one, about | above):
                another = not met and any(one.own is other.own for other in about)
                nowhere = not one.own and not _among(one, self._bodies())
                out.append((Why.SUBJECT if another or nowhere else Why.NAME, typed))
        return tuple(out)

    def lacking_titled(self, asked: Sequence[Asked], number: int, section: str, said: Sequence[str]) -> Missing:
        """The persons and places that a sentence does not name: as `SUBJECT` where it is about others.

        Those `said` apart are looked for as names anyway. Of places it is about the last that are named of that rank in
        its passage up to it, of persons those that it names itself.
        """
        entry = self._collection.sentences[number]
        first = self._collection.passages[entry.passage].first
        out: list[tuple[Why, str]] = []
        for one in asked:
            of, name = one.titled.of, one.titled.name
            if self._numbers(entry, one.titled) if name.isdecimal() else self._names(entry, name):
                continue
            reach = number if of == PERSON else first
            ahead = (
                {t.name for t in self._collection.sentences[i].titled if t.of == of}
                for i in range(number, reach - 1, -1)
            )
            about = next(filter(None, ahead), set[str]())
            if not any(_may_be(name, held) for held in about):
                if about:
                    out.append((Why.SUBJECT, one.typed))
                elif name.isdecimal() or (
                    name_form(name) not in section and not any(one.typed.endswith(typed) for typed in said)
                ):
                    out.append((Why.NAME, one.typed))
        return tuple(out)

    def _numbers(self, entry: SentenceEntry, place: Titled) -> bool:
        """Whether a sentence or one of its headings names a place by its number, or a table's row may."""
        if place in entry.titled or any(place in Titles.load().find(one) for one in entry.sentence.section):
            return True
        return entry.sentence.kind is BlockKind.ROW and place.name in entry.fields[FOLDED]

    def _names(self, entry: SentenceEntry, name: str) -> bool:
        """Whether a sentence or one of its headings names a person or place."""
        # Pairs first: a lookup in them costs less than to join a sentence again.
        pair = " ".join(name.split()[:2])
        named = f" {name} "
        if (" " not in name or pair in entry.fields[FOLDED_PAIRS]) and named in f" {' '.join(entry.fields[FOLDED])} ":
            return True
        return any(named in f" {_of_heading(heading)} " for heading in entry.sentence.section)

    def _above(self, entry: SentenceEntry) -> frozenset[Body]:
        """The bodies that a sentence's headings and its report's title name."""
        key = (id(entry.report), entry.sentence.section)
        if key not in self._headed:
            texts = (*entry.sentence.section, entry.report.title)
            self._headed[key] = frozenset[Body]().union(*(bodies_in([t.text for t in tokens(one)]) for one in texts))
        return self._headed[key]

    def _bodies(self) -> frozenset[Body]:
        """All that are named."""
        if self._all is None:
            self._all = frozenset[Body]().union(*(entry.bodies for entry in self._collection.sentences))
        return self._all


def _may_be(name: str, held: str) -> bool:
    """Whether a name may be of whom another names: "ông Phan" may be any Phan, "tổ 18" is not "tổ 8"."""
    return name == held or (not name.isdecimal() and name.endswith(held))


def _among(asked: Body, held: Iterable[Body]) -> bool:
    return any(asked.is_(one) for one in held)
