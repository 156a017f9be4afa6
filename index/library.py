"""Reports, indexed and ready for questions: the one object a chat, a script or a notebook needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from index.accents import Accents
from index.aliases import aliases
from index.alike import read_in_part
from index.answer import decide
from index.asks import Forms, Kind
from index.cellasked import cell_asked
from index.collection import Collection, collect
from index.completion import Completion
from index.considered import Considered
from index.constraints import searchable
from index.contents import Contents
from index.examples import examples
from index.explain import Share, explain
from index.fields import FOLDED, SYLLABLES
from index.figure_of import figure_of
from index.figuresearch import FigureSearch
from index.followup import follow
from index.given import given_names, in_full
from index.glossary import Glossary, definitions
from index.keyfigures import KeyFigure, key_figures
from index.language import Language
from index.likeness import carries
from index.marking import marked
from index.near_years import near_years
from index.places import Place
from index.question import Query, function_words, understand
from index.rank import Ranked, Ranker
from index.ranking import Ranking
from index.reader import Idf, Reader, Sight
from index.readers import read
from index.readerweights import Weights
from index.records import (
    Abstention,
    Answer,
    Candidate,
    RankedPassage,
    Report,
    Span,
)
from index.retriever import EmbeddedRetriever, FieldIndex, Retriever
from index.rivals import Rivals
from index.spans import mark
from index.spelling import Spelling
from index.synonyms import Synonyms
from index.timing import common_period, of_the_times
from index.titled import Titled
from index.who import no_person, who
from index.wording import Wording
from index.wordtable import WordTable
from index.writtenout import written_out
from index.yardsticks import Yardsticks

ABBREVIATIONS = Path(__file__).resolve().parent.parent / "config" / "abbreviations.toml"
NO_MORE: Mapping[str, str] = MappingProxyType({})
_PASSAGES_SHOWN = 10
_FEW = 5  # reports, of each of which the best sentences are looked at


class Library(Contents):
    """Answers questions from reports. Immutable once built; safe to ask from several threads."""

    def __init__(
        self,
        collection: Collection,
        glossary: Glossary,
        ranking: Ranking,
        *,
        indexes: tuple[FieldIndex, FieldIndex] | None = None,
        synonyms: Synonyms | None = None,
        reader: Reader | None = None,
    ) -> None:
        """`indexes`, of the passages and of the sentences, `synonyms` and `reader` spare making them again."""
        super().__init__(collection)
        self.glossary = glossary
        self.ranking = ranking
        self._forms = Forms.load()
        self._synonyms = synonyms or _synonyms(collection)
        self._passages, self._sentences = indexes or _indexes(collection, ranking)
        self._retriever: Retriever = EmbeddedRetriever(
            self._passages, self._sentences, [p.first for p in collection.passages], ranking.rank.sentence_share
        )
        self.reader = reader or _reader(collection, self._passages, glossary, ranking)
        self._ranker = Ranker(collection, self._passages, self._sentences, ranking, self.reader)
        language = Language([s.fields for s in collection.sentences])
        self._spelling, self._accents = Spelling(language), Accents(language)
        self._completion = Completion(language)
        self._wording = Wording(one for entry in collection.sentences for one in entry.timespans)
        self._titled = frozenset[Titled]().union(*(entry.titled for entry in collection.sentences))
        self._given = given_names(collection.sentences)
        self._period = common_period(collection.reports)
        self._names = searchable(
            (s for p in collection.passages for s in p.fields[FOLDED]), " ".join(r.text for r in collection.reports)
        )

    @classmethod
    def load(cls, paths: Sequence[Path], abbreviations: Mapping[str, str] = NO_MORE) -> Library:
        """Reads and indexes report files; `abbreviations` as in `of`.

        Raises `ReportError` for a file that can't become a report, `DataError` for a broken file of config/.
        """
        return cls.of([read(path) for path in paths], abbreviations)

    @classmethod
    def of(cls, reports: Sequence[Report], abbreviations: Mapping[str, str] = NO_MORE) -> Library:
        """Indexes reports that are read already, with the shipped weights and abbreviations.

        `abbreviations`, each with what it stands for, go before those that the reports define, and these before the
        shipped ones. Raises `AbbreviationError` for one that is empty or stands for nothing.
        """
        defined = {short: words for report in reports for short, words in definitions(report.text).items()}
        glossary = Glossary.load(ABBREVIATIONS, defined, abbreviations)
        return cls(collect(reports, glossary), glossary, Ranking.load())

    def without(self, number: int) -> Library:
        """The same library as if one passage, by its number in the collection, had never been indexed."""
        gone = self.collection.passages[number]
        indexes = (
            self._passages.without(range(number, number + 1)),
            self._sentences.without(range(gone.first, gone.last + 1)),
        )
        return Library(
            self.collection.without(number),
            self.glossary,
            self.ranking,
            indexes=indexes,
            synonyms=self._synonyms,
            reader=self.reader.without(range(gone.first, gone.last + 1), *_idfs(indexes[0])),
        )

    def under(self, ranking: Ranking | None = None, reader: Weights | None = None) -> Library:
        """The same reports under other weights, for the ranking, the reader or both."""
        weighed = ranking or self.ranking
        scored_alike = (weighed.bm25, weighed.fields) == (self.ranking.bm25, self.ranking.fields)
        return Library(
            self.collection,
            self.glossary,
            weighed,
            indexes=(self._passages, self._sentences) if scored_alike else None,
            synonyms=self._synonyms,
            reader=self.reader.weighing(reader) if reader else self.reader,
        )

    def understand(self, question: str) -> Query:
        """What a question is taken to ask; raises `QuestionError` for what is not Unicode text."""
        query = understand(
            in_full(question, self._given),
            forms=self._forms,
            synonyms=self._synonyms,
            glossary=self.glossary,
            spelling=self._spelling,
            accents=self._accents,
            wording=self._wording,
            ranking=self.ranking,
            known=self._passages.bm25[SYLLABLES].__contains__,
            own=self._names.__contains__,
            titled=self._titled,
            period=self._period,
        )
        return replace(query, question=question)

    def ask(self, question: str) -> Answer | Abstention:
        """The cited sentence, or why there is none; raises `QuestionError` for what is not Unicode text."""
        query = self.understand(question)
        found = self._retriever.retrieve(query, self.ranking.rank.passages_kept)
        entries = self.collection.passages
        count = self.ranking.rank.runners_up + 1
        reports = len(self.collection.reports)
        ranked = self._ranker.rank(query, found, count * reports if reports <= _FEW else count)
        return decide(
            query,
            ranked[:count],
            tuple(
                RankedPassage(entries[f.passage].report, entries[f.passage].passage, f.score)
                for f in found[:_PASSAGES_SHOWN]
            ),
            bars=self.ranking.confidence,
            mark=lambda best: self._mark(query, best),
            support=lambda best: self.collection.support(best.entry),
            in_report=lambda name: carries(self._names, name),
            beyond=ranked[count:],
        )

    def search(self, text: str, count: int) -> tuple[Candidate, ...]:
        """The sentences nearest to a text, best first, no lead-ins and headings; raises as `ask` does."""
        query = self.understand(text)
        if not any(query.terms.values()):
            return ()
        found = self._retriever.retrieve(query, self.ranking.rank.passages_kept)
        ranked = [one.candidate for one in self._ranker.rank(query, found, 2 * count)]
        return tuple([one for one in ranked if not one.only_leads][:count])

    def sight(self, question: str) -> tuple[Considered, Sight] | None:
        """What is considered for a question and what the reader sees of it; None where no passage was found."""
        query = self.understand(question)
        found = self._retriever.retrieve(query, self.ranking.rank.passages_kept)
        return self._ranker.sight(query, found) if found else None

    def explain(self, question: str, candidates: Sequence[Candidate]) -> tuple[Share, ...]:
        """What each word and each signal added to the scores of candidates that came back for this very question."""
        query = self.understand(question)
        return explain(query, candidates, self.collection, self._passages, self._sentences, self.ranking)

    def _mark(self, query: Query, best: Ranked) -> tuple[Span, ...]:
        start = best.candidate.sentence.start
        if (full := written_out(query, best.candidate.text, self.glossary.expand)) is not None:
            return tuple(Span(start + a, start + b) for a, b in full)
        if (cell := cell_asked(query, best.entry)) is not None:
            return tuple(Span(start + a, start + b) for a, b in cell)
        entry = of_the_times(best.entry, query.constraints.timespans)
        if rivals := query.constraints.rivals:
            entry = replace(entry, mentions=Rivals.load().mentions_of(rivals, best.candidate.text, entry.mentions))
        if (persons := who(query, best.entry, self._passages.bm25[FOLDED].idf, self.glossary.expand)) is not None:
            return tuple(Span(start + a, start + b) for a, b in persons)
        if (what := figure_of(query, best.entry)) is not None:
            return tuple(Span(start + a, start + b) for a, b in what)
        if yardstick := query.constraints.yardstick:
            own = Yardsticks.load().mentions_of(yardstick, best.candidate.text, entry.mentions)
            entry = replace(entry, mentions=own)
        elif query.constraints.outcome and not Yardsticks.load().phrases.find(query.spelled, bare=False):
            entry = replace(entry, mentions=Yardsticks.load().others(best.candidate.text, entry.mentions))
        by_rule = mark(query, entry, self._passages.bm25[FOLDED].idf, self.glossary.expand)
        read = read_in_part(query, best.candidate.text, best.spans()) if best.spans else None
        found = marked(query, best.entry, by_rule, read, self.ranking.bold)
        if query.asking.kinds[0] is Kind.PERSON:
            found = [place for place in found if not no_person(best.candidate.text, Place(*place))]
        return tuple(Span(start + a, start + b) for a, b in found)

    def examples(self, count: int) -> tuple[str, ...]:
        """At most `count` short questions that these reports do answer."""
        return examples(self.collection, self.ask, count)

    def key_figures(self, topic: str | None = None) -> tuple[KeyFigure, ...]:
        """The reports' key figures in reading order, or those about a topic, best first; () where there is none.

        Raises `QuestionError` for a topic that is not Unicode text.
        """
        return self._key_figures if topic is None else self._figure_search.about(self.understand(topic))

    def complete(self, text: str) -> str:
        """A question that is being typed, its unfinished last word completed as the reports would; else as it is."""
        return self._completion.complete(text)

    @cached_property
    def _key_figures(self) -> tuple[KeyFigure, ...]:
        return key_figures(self.collection, self.glossary)

    @cached_property
    def _figure_search(self) -> FigureSearch:
        return FigureSearch(self._key_figures, self.glossary, self.ranking)

    def follow(
        self, earlier: str, question: str, answered: str | None = None, *, older: Sequence[str] = ()
    ) -> str | None:
        """The question as it stands alone, with what it takes from an earlier one; None where it stands alone.

        `answered` is the sentence that answered `earlier`, where it is known; `older` are questions before it, the
        newest first, for one that can't be joined to `earlier`. Raises as `ask` does.
        """
        return follow(
            earlier,
            question,
            understand=self.understand,
            ask=self.ask,
            expand=self.glossary.expand,
            known=self._titled,
            answered=answered,
            older=older,
        )


def _indexes(collection: Collection, ranking: Ranking) -> tuple[FieldIndex, FieldIndex]:
    """The fields of the passages, and of the sentences, indexed."""
    bm25, sets = ranking.bm25, ranking.fields
    return (
        FieldIndex([p.fields for p in collection.passages], sets, k1=bm25.k1, b=bm25.b_passages, delta=bm25.delta),
        FieldIndex([s.fields for s in collection.sentences], sets, k1=bm25.k1, b=bm25.b_sentences, delta=bm25.delta),
    )


def _reader(collection: Collection, passages: FieldIndex, glossary: Glossary, ranking: Ranking) -> Reader:
    """A reader of the collection's sentences, with the shipped weights."""
    table = WordTable(collection.sentences, function_words(ranking.question, True), glossary.expand)
    return Reader(table, *_idfs(passages), Weights.load())


def _idfs(passages: FieldIndex) -> tuple[Idf, Idf]:
    """How rare a syllable is with accents, and without."""
    return passages.bm25[SYLLABLES].idf, passages.bm25[FOLDED].idf


def _synonyms(collection: Collection) -> Synonyms:
    """The shipped synonyms, and those that the reports show: their aliases, and which years are near theirs."""
    shown = [pair for report in collection.reports for pair in aliases(report.text)]
    return Synonyms.load().with_groups([*shown, *near_years(report.years for report in collection.reports)])
