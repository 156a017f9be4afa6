"""What "năm tới" and "năm ngoái" mean to reports of one year: as synonyms, for reports write "năm 2021"."""

from __future__ import annotations

from collections.abc import Iterable

_BEHIND = ("năm tới", "năm sau", "sang năm")
_BEFORE = ("năm ngoái", "năm trước")


def near_years(reported: Iterable[frozenset[int]]) -> list[tuple[str, ...]]:
    """Groups of phrases that say the same; none where the reports' years, a set each, are not all one and the same."""
    years = set(reported)
    if len(years) != 1 or len(only := next(iter(years))) != 1:
        return []
    year = next(iter(only))
    return [(*_BEHIND, f"năm {year + 1}"), (*_BEFORE, f"năm {year - 1}")]
