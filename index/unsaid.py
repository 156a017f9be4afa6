"""What a question for a figure is about and a sentence does not say: "tỷ lệ hộ dùng internet" of a sentence on water.

Much of such a question stands in any sentence that gives a share of households; its rarest noun tells them apart.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.about import said, wanted
from index.asks import FIGURES
from index.constraints import OPPOSITES, Constraints
from index.datafiles import named
from index.normalize import fold
from index.question import Query
from index.rank import Ranked
from index.records import Sentence
from index.tokens import folded, tokens
from index.words import tagged

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "unsaid.toml"
_NOUN = "N"  # pyvi's tag; names ("Np") are looked for by `index.mismatch`


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    general: Annotated[tuple[str, ...], Field(min_length=1)]


@lru_cache(maxsize=4)
def general(path: Path = DEFAULT) -> frozenset[str]:
    """The nouns that say nothing of a subject, folded; raises `DataError` that names what is wrong."""
    with named(path, "list of general nouns"):
        data = _Data.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        return frozenset(folded(word) for word in data.general)


def covered(query: Query, one: Ranked, support: Sequence[Sentence]) -> set[str]:
    """The question's words, folded, that a sentence has, or its headings, its report's title or what it leans on."""
    report = one.candidate.report
    around = (report.title, report.issuer or "", *one.candidate.sentence.section, *map(report.quote, support))
    return said(query, one) | (wanted(query) & _syllables(around))


def unsaid(query: Query, one: Ranked, support: Sequence[Sentence]) -> tuple[str, ...]:
    """The nouns of a question for a figure that neither a sentence, nor its headings, nor what it leans on says.

    As they stand in the question; nothing for a question that asks for something else.
    """
    if query.asking.asks and frozenset(FIGURES).isdisjoint(query.asking.kinds):
        return ()
    comparing = {fold(query.spelled[i]) for i in query.comparison.words}
    lacking = wanted(query) - covered(query, one, support) - comparing - _syllables(_checked_apart(query.constraints))
    if not lacking:
        return ()
    nouns = [query.text[word.start : word.end] for word in tagged(query.text) if word.tag == _NOUN]
    passed_over = general() | {noun for noun in query.asking.nouns if noun} | OPPOSITES.keys()
    return tuple(
        dict.fromkeys(
            noun for noun in nouns if folded(noun) not in passed_over and lacking.issuperset(folded(noun).split())
        )
    )


def stand_near(nouns: Iterable[str], one: Ranked) -> bool:
    """Whether all nouns stand in a sentence's passage, which may be about them though the sentence does not say so."""
    near = _syllables([one.candidate.report.quote(one.candidate.passage)])
    return all(near.issuperset(folded(noun).split()) for noun in nouns)


def _checked_apart(asked: Constraints) -> Iterator[str]:
    """What `index.mismatch` looks for: names, organisations, and persons and places with their titles, as typed."""
    yield from (typed for _, typed in (*asked.names, *asked.bodies))
    yield from (one.typed for one in asked.titled)


def _syllables(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(token.text) for text in texts for token in tokens(text))
