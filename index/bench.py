"""Speed: our scoring and rank_bm25's loop side by side, on the same documents and questions, in one run."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from time import perf_counter

import numpy as np

from index.bm25 import BM25, reference
from index.normalize import nfc
from index.records import Report
from index.squad import SquadQuestion
from index.tokens import tokens

_ASKED = 50  # questions timed; rank_bm25 takes a quarter of a minute for them at 10,000 passages
_SEED = 2020


def compare(reports: Sequence[Report], questions: Sequence[SquadQuestion], *, size: int) -> list[str]:
    """Lines with both medians and their ratio; raises AssertionError where the scores differ by 1e-9.

    Passages are the file's own and, up to `size`, shuffles of their syllables in windows of two: natural lengths and
    frequencies, without any text twice.
    """
    documents = _documents(reports, size)
    queries = [[t.text for t in tokens(nfc(q.text))] for q in questions[:_ASKED]]
    theirs = reference(documents, k1=1.0, b=0.75, delta=1.0)
    ours = BM25(documents, k1=1.0, b=0.75, delta=1.0)
    for query in queries[:5]:
        np.testing.assert_allclose(ours.scores(Counter(query)), theirs.get_scores(query), atol=1e-9, rtol=0)
    slow = _median(theirs.get_scores, queries)
    fast = _median(lambda query: ours.scores(Counter(query)), queries)
    return [
        f"{size} passages, {len(queries)} questions, scoring alone, median",
        f"rank_bm25 {slow:.3f} ms",
        f"postings  {fast:.3f} ms",
        f"ratio     {slow / fast:.0f}",
    ]


def _documents(reports: Sequence[Report], size: int) -> list[list[str]]:
    natural = [[t.text for t in tokens(report.quote(p))] for report in reports for p in report.passages]
    chance = random.Random(_SEED)
    out = natural[:size]
    while len(out) < size:
        words = [word for document in chance.sample(natural, 2) for word in document]
        chance.shuffle(words)
        out.append(words[: len(words) // 2])
    return out


def _median(score: Callable[[list[str]], object], queries: Sequence[list[str]]) -> float:
    """Milliseconds."""
    times = []
    for query in queries:
        begun = perf_counter()
        score(query)
        times.append((perf_counter() - begun) * 1000)
    return float(np.median(times))
