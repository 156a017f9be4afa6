"""Key figures by topic: found as sentences are, by the fields of what they are of, their column and their headings."""

from __future__ import annotations

from collections.abc import Sequence

from index.constraints import years_in
from index.fields import FOLDED, SYLLABLES, fields
from index.glossary import Glossary
from index.keyfigures import KeyFigure
from index.normalize import fold
from index.question import Query
from index.ranking import Ranking
from index.retriever import FieldIndex
from index.tokens import tokens

_COVERED = 0.6  # of a topic's idf, by what a figure is of with its headings; less is another topic


class FigureSearch:
    """The key figures of a collection, indexed by what they are of."""

    def __init__(self, figures: Sequence[KeyFigure], glossary: Glossary, ranking: Ranking) -> None:
        self._figures = tuple(figures)
        self._glossary = glossary
        bm25 = ranking.bm25
        texts = [fields(_described(one), glossary) for one in self._figures]
        self._index = FieldIndex(texts, ranking.fields, k1=bm25.k1, b=bm25.b_sentences, delta=bm25.delta)

    def about(self, query: Query) -> tuple[KeyFigure, ...]:
        """The figures about a topic, as `Library.understand` takes it: best first, ties in reading order; or ().

        Those that only stand under the topic's heading come behind those that name it, or whose sentence does. A figure
        of another year than the topic's is none.
        """
        if not self._figures:
            return ()
        gains = self._index.gains(query)
        covered = self._index.coverage(query, FOLDED, SYLLABLES)
        found = [
            (-self._naming(query, one), -round(float(gains[i]), 9), i)
            for i, one in enumerate(self._figures)
            if gains[i] > 0 and covered(i).share >= _COVERED and _of_years(one, query.constraints.years)
        ]
        return tuple(self._figures[i] for *_, i in sorted(found))

    def _naming(self, query: Query, one: KeyFigure) -> int:
        """2 where a figure's own words cover the topic, 1 where its sentence does, 0 where its heading has to help."""
        topic = {folded for folded, _ in query.matter[FOLDED]}
        held = (self._syllables(text) for text in (_own(one), one.report.quote(one.sentence)))
        return next((2 - i for i, own in enumerate(held) if len(topic & own) >= _COVERED * len(topic)), 0)

    def _syllables(self, text: str) -> set[str]:
        return {fold(token.text) for token in tokens(self._glossary.expand(text))}


def _described(one: KeyFigure) -> str:
    """What a figure is found by: its own words, and its heading."""
    return ". ".join([_own(one), *one.sentence.section[-1:]])


def _own(one: KeyFigure) -> str:
    """What a figure is of, itself, what compares it, and its column."""
    around = (*one.beside, *([one.column] if one.column else []))
    return ". ".join([one.said, one.value, *map(one.report.quote, around)])


def _of_years(one: KeyFigure, years: Sequence[int]) -> bool:
    """Whether a figure may be of one of the years asked for, of which there may be none."""
    own = years_in(". ".join([one.said, *one.sentence.section[-1:]])) or one.report.years
    return not years or not own.isdisjoint(years)
