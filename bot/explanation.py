"""Why this sentence, as a table for an engineer: `python -m bot ask --explain`."""

from __future__ import annotations

from collections.abc import Sequence

from index import Abstention, Answer
from index.explain import Share
from index.records import Candidate
from index.tables import plain

_SHOWN = 100  # characters of a sentence


def best_two(reply: Answer | Abstention) -> tuple[Candidate, ...]:
    """The sentence cited and the next best; of an abstention the two nearest."""
    candidates = (reply.best, *reply.runners_up) if isinstance(reply, Answer) else reply.nearest
    return candidates[:2]


def explanation(candidates: Sequence[Candidate], shares: Sequence[Share]) -> list[str]:
    """Lines: the sentences by number, and a column of shares for each, which add up to its score."""
    lines = [f"[{number}] {_short(one.text)}" for number, one in enumerate(candidates, start=1)]
    header = ["signal", "field", "term", *(f"[{number}]" for number in range(1, len(candidates) + 1))]
    rows = [[one.signal, one.field, one.term, *(f"{value:.2f}" for value in one.values)] for one in shares]
    totals = ["score", "", "", *(f"{one.score:.2f}" for one in candidates)]
    sure = ["confidence", "", "", *(f"{one.confidence:.2f}" for one in candidates)]
    return [*lines, *plain([header, *rows, totals, sure])] if candidates else []


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(None, 1)[0]} …"
