"""Results made by hand, for tests of what is computed from them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from index.results import Result

MISS = Result(
    key="0",
    text="Gì?",
    article="a 0",
    kind="other",
    rank=0,
    sentence=False,
    answer=False,
    f1=0.0,
    ms=4.0,
    answered=False,
    sure=False,
    confidence=0.0,
    bar=0.0,
    answered_without=False,
    sure_without=False,
    confidence_without=0.0,
    bar_without=0.0,
)
HIT = replace(
    MISS,
    rank=1,
    sentence=True,
    answer=True,
    f1=1.0,
    ms=1.0,
    answered=True,
    sure=True,
    confidence=0.9,
    bar=0.9,
)


def many(count: int, result: Result = HIT, **changes: Any) -> list[Result]:
    """So many alike, each of an article of its own, with its own key and question."""
    same = replace(result, **changes)
    return [replace(same, key=str(i), text=f"Câu {i}?", article=f"a {i}") for i in range(count)]
