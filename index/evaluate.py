"""Figures on a SQuAD-format file, as `../shared/DESIGN.md` defines them; every one from the product's own path."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np

from index.collection import Collection, PassageEntry, SentenceEntry
from index.library import Library
from index.noise import Noise, disturbed
from index.normalize import fold
from index.records import Answer, Candidate, Report
from index.squad import SquadQuestion

_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question came to.

    `rank` is that of its own paragraph from 1, 0 beyond the tenth; `f1` the bold words' against the accepted
    answers; `confidence` with its paragraph in the collection, `without` when that was taken out.
    """

    question: SquadQuestion
    rank: int
    sentence: bool
    answer: bool
    f1: float
    answered: bool
    ms: float
    best: Candidate | None
    without: Candidate | None = None
    answered_without: bool = False


def evaluate(
    library: Library,
    questions: Sequence[SquadQuestion],
    *,
    strip_accents: bool = False,
    noise: Noise = Noise.NONE,
    progress: Callable[[], None] = lambda: None,
) -> list[Outcome]:
    """Asks every question twice, once with its paragraph and once without; `progress` is called once a question."""
    texts = [disturbed(q.text, noise) for q in questions]
    asked = [fold(text) if strip_accents else text for text in texts]
    outcomes = [_outcome(library, question, text) for question, text in zip(questions, asked, strict=True)]
    by_paragraph: dict[tuple[int, int], list[int]] = {}
    for i, question in enumerate(questions):
        by_paragraph.setdefault((question.article, question.passage), []).append(i)
    for (article, passage), members in by_paragraph.items():
        bereft = _without(library, library.reports[article], passage)
        for i in members:
            best, answered = _best(bereft, asked[i])
            outcomes[i] = replace(outcomes[i], without=best, answered_without=answered)
            progress()
    return outcomes


def figures(outcomes: Sequence[Outcome]) -> dict[str, float | int]:
    """The figures of the outcomes, each a mean over the questions unless its name says otherwise."""
    ranks = np.array([o.rank for o in outcomes])
    found = ranks > 0
    times = np.array([o.ms for o in outcomes])
    positive = [o.best.confidence if o.best else 0.0 for o in outcomes]
    negative = [o.without.confidence if o.without else 0.0 for o in outcomes]
    return {
        "questions": len(outcomes),
        "passage R@1": float(np.mean(ranks == 1)),
        "passage MRR@10": float(np.mean(np.where(found, 1 / np.maximum(ranks, 1), 0.0))),
        "passage nDCG@10": float(np.mean(np.where(found, 1 / np.log2(np.maximum(ranks, 1) + 1), 0.0))),
        "sentence acc@1": float(np.mean([o.sentence for o in outcomes])),
        "answer@1": float(np.mean([o.answer for o in outcomes])),
        "span F1": float(np.mean([o.f1 for o in outcomes])),
        "abstention AUC": auc(positive, negative),
        "answered share": float(np.mean([o.answered for o in outcomes])),
        "wrong-answer rate": float(np.mean([o.answered_without for o in outcomes])),
        "ms p50": float(np.percentile(times, 50)),
        "ms p95": float(np.percentile(times, 95)),
    }


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """The chance that a positive stands above a negative, ties counting half (Mann-Whitney U / n·m)."""
    below = np.sort(np.array(negative))
    least = np.searchsorted(below, positive, side="left")
    most = np.searchsorted(below, positive, side="right")
    return float(np.mean((least + most) / 2) / len(negative))


def token_f1(said: str, accepted: Sequence[str]) -> float:
    """SQuAD's token F1 of what was said against the best accepted answer (Rajpurkar et al. 2016)."""
    return max((_f1(_bare(said), _bare(answer)) for answer in accepted), default=0.0)


def _f1(said: list[str], accepted: list[str]) -> float:
    common = sum((Counter(said) & Counter(accepted)).values())
    if not common:
        return 0.0
    precision, recall = common / len(said), common / len(accepted)
    return 2 * precision * recall / (precision + recall)


def _bare(text: str) -> list[str]:
    return re.sub(f"[{re.escape(string.punctuation)}]", " ", text.lower()).split()


def _outcome(library: Library, question: SquadQuestion, text: str) -> Outcome:
    begun = perf_counter()
    reply = library.ask(text)
    ms = (perf_counter() - begun) * 1000
    report = library.reports[question.article]
    paragraph = report.passages[question.passage]
    places = [i for i, p in enumerate(reply.passages, 1) if p.report is report and p.passage == paragraph]
    nearest = (reply.best,) if isinstance(reply, Answer) else reply.nearest[:1]
    best = nearest[0] if nearest else None
    at_home = best is not None and best.report is report and best.passage == paragraph
    bold = " ".join(report.quote(span) for span in reply.spans) if isinstance(reply, Answer) and at_home else ""
    return Outcome(
        question=question,
        rank=places[0] if places and places[0] <= _DEEPEST else 0,
        sentence=bool(best and at_home and best.sentence == report.sentences[question.sentence]),
        answer=bool(best and at_home and any(answer in best.text for answer in question.answers)),
        f1=token_f1(bold, question.answers),
        answered=isinstance(reply, Answer),
        ms=ms,
        best=best,
    )


def _best(library: Library, text: str) -> tuple[Candidate | None, bool]:
    reply = library.ask(text)
    if isinstance(reply, Answer):
        return reply.best, True
    return (reply.nearest[0] if reply.nearest else None), False


def _without(library: Library, report: Report, passage: int) -> Library:
    """The same library, indexed anew without one passage."""
    gone = report.passages[passage]
    sentences: list[SentenceEntry] = []
    passages: list[PassageEntry] = []
    for entry in library.collection.passages:
        if entry.report is report and entry.passage == gone:
            continue
        first = len(sentences)
        kept = library.collection.sentences[entry.first : entry.last + 1]
        sentences += [replace(sentence, passage=len(passages)) for sentence in kept]
        passages.append(replace(entry, first=first, last=len(sentences) - 1))
    collection = Collection(library.reports, tuple(sentences), tuple(passages))
    return Library(collection, library.glossary, library.ranking)
