"""Asks the questions of a SQuAD-format file, on the product's own path, and holds the replies against the file."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate
from time import perf_counter

from index.library import Library
from index.noise import Noise, disturbed
from index.normalize import fold
from index.records import Abstention, Answer, Candidate, Why
from index.results import Result
from index.squad import SquadQuestion

_DEEPEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Result):
    """A result with what it was read from.

    `best` is the sentence cited or nearest, `right` the marked one where it is among the candidates, `without` the
    one cited or nearest when the question's paragraph was taken out.
    """

    question: SquadQuestion
    best: Candidate | None
    right: Candidate | None
    without: Candidate | None = None


def evaluate(
    library: Library,
    questions: Sequence[SquadQuestion],
    *,
    strip_accents: bool = False,
    noise: Noise = Noise.NONE,
    absent: bool = True,
    progress: Callable[[], None] = lambda: None,
) -> list[Outcome]:
    """Asks every question once with its paragraph in the collection and, if `absent`, once without.

    `library` is that of the questions' reports. `progress` is called once a question.
    """
    texts = [disturbed(q.text, noise) for q in questions]
    asked = [fold(text) if strip_accents else text for text in texts]
    outcomes = []
    for question, text in zip(questions, asked, strict=True):
        outcomes.append(_outcome(library, question, text))
        if not absent:
            progress()
    if absent:
        first = [0, *accumulate(len(report.passages) for report in library.reports)]  # passage of each report
        by_passage: dict[int, list[int]] = {}
        for i, question in enumerate(questions):
            by_passage.setdefault(first[question.article] + question.passage, []).append(i)
        for number, members in by_passage.items():
            bereft = library.without(number)
            for i in members:
                outcomes[i] = _asked_without(outcomes[i], bereft, asked[i])
                progress()
    return outcomes


def key(question: SquadQuestion) -> str:
    """What tells a question from others, in any run of any file: its text's and its answers' hash."""
    return sha256("\n".join([question.text, *question.answers]).encode()).hexdigest()[:16]


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
    paragraph, marked = report.passages[question.passage], report.sentences[question.sentence]
    places = [i for i, p in enumerate(reply.passages, 1) if p.report is report and p.passage == paragraph]
    candidates = _candidates(reply)
    best = candidates[0] if candidates else None
    at_home = best is not None and best.report is report and best.passage == paragraph
    bold = " ".join(report.quote(span) for span in reply.spans) if isinstance(reply, Answer) and at_home else ""
    return Outcome(
        key=key(question),
        text=question.text,
        article=f"{report.source.name} {question.article}",
        kind=library.understand(question.text).asking.kinds[0].value,
        rank=places[0] if places and places[0] <= _DEEPEST else 0,
        sentence=bool(best and at_home and best.sentence == marked),
        answer=bool(best and at_home and any(answer in best.text for answer in question.answers)),
        f1=token_f1(bold, question.answers),
        ms=ms,
        answered=isinstance(reply, Answer),
        sure=isinstance(reply, Answer) and reply.sure,
        confidence=best.confidence if best else 0.0,
        bar=_bar(reply, library.ranking.confidence.threshold),
        question=question,
        best=best,
        right=next((one for one in candidates if one.report is report and one.sentence == marked), None),
    )


def _asked_without(outcome: Outcome, bereft: Library, text: str) -> Outcome:
    reply = bereft.ask(text)
    nearest = next(iter(_candidates(reply)), None)
    return replace(
        outcome,
        without=nearest,
        answered_without=isinstance(reply, Answer),
        sure_without=isinstance(reply, Answer) and reply.sure,
        confidence_without=nearest.confidence if nearest else 0.0,
        bar_without=_bar(reply, bereft.ranking.confidence.threshold),
    )


def _candidates(reply: Answer | Abstention) -> tuple[Candidate, ...]:
    """The sentences that were considered, the one cited or nearest first."""
    return (reply.best, *reply.runners_up) if isinstance(reply, Answer) else reply.nearest


def _bar(reply: Answer | Abstention, threshold: float) -> float:
    """The highest threshold at which a reply would be an answer; 0 where not the confidence alone forbids it."""
    if isinstance(reply, Answer):
        return reply.best.confidence
    nearest = reply.nearest[0].confidence if reply.nearest else 0.0
    return nearest if reply.why is Why.TOPIC and nearest < threshold else 0.0
