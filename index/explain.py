"""Why a sentence stands where it does: what each word gave it, in which field, and what each signal added.

Two candidates side by side show why the wrong one won.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.collection import Collection
from index.question import Query
from index.ranking import Ranking
from index.records import Candidate
from index.retriever import FieldIndex


@dataclass(frozen=True, slots=True)
class Share:
    """What one signal, or one term of it in one field, adds to each candidate's score.

    `field` and `term` are empty for a signal that words have no part in. `values` are in the candidates' order, and
    those of all shares add up to the candidates' scores.
    """

    signal: str
    field: str
    term: str
    values: tuple[float, ...]


def explain(
    query: Query,
    candidates: Sequence[Candidate],
    collection: Collection,
    passages: FieldIndex,
    sentences: FieldIndex,
    ranking: Ranking,
) -> tuple[Share, ...]:
    """The shares of some candidates' scores, what tells them apart or weighs most first."""
    columns = [_column(query, one, collection, passages, sentences, ranking) for one in candidates]
    keys = dict.fromkeys(key for column in columns for key in column)
    shares = [Share(*key, values=tuple(column.get(key, 0.0) for column in columns)) for key in keys]
    return tuple(sorted(shares, key=lambda one: -max(map(abs, one.values))))


def _column(
    query: Query,
    candidate: Candidate,
    collection: Collection,
    passages: FieldIndex,
    sentences: FieldIndex,
    ranking: Ranking,
) -> dict[tuple[str, str, str], float]:
    """What adds up to one candidate's score, by signal, field and term."""
    passage = next(
        i
        for i, entry in enumerate(collection.passages)
        if entry.report is candidate.report and entry.passage == candidate.passage
    )
    entry = collection.passages[passage]
    sentence = next(
        i for i in range(entry.first, entry.last + 1) if collection.sentences[i].sentence == candidate.sentence
    )
    parts: dict[tuple[str, str, str], float] = {}
    for (field, term), value in sentences.parts(query, sentence).items():
        parts["sentence", field, term] = value
    for (field, term), value in passages.parts(query, passage).items():
        parts["passage", field, term] = ranking.rank.passage_share * value
    best = entry.first + int(sentences.gains(query)[entry.first : entry.last + 1].argmax())
    for (field, term), value in sentences.parts(query, best).items():
        parts["its best sentence", field, term] = ranking.rank.passage_share * ranking.rank.sentence_share * value
    for reason in candidate.reasons:
        if reason.signal not in ("sentence", "passage"):
            key = (reason.signal, "", "")
            parts[key] = parts.get(key, 0.0) + reason.value
    return parts
