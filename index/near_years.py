"""What "năm tới" and "năm ngoái" mean to a report of a year: reports write "năm 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.normalize import fold

NEXT = ("năm tới", "năm sau", "sang năm")
LAST = ("năm ngoái", "năm trước")
# "ba năm trước", "những năm sau", "so với năm ngoái": no one year that is asked about.
_COUNTED = ("mot", "hai", "ba", "bon", "nam", "muoi", "may", "vai", "nhung", "cac", "ky")
_COMPARED = ("so voi", "so", "hon", "kem")
_NOT_AFTER = r"(?<!\d )(?<!(?<!bao )nhieu )" + "".join(f"(?<!{one} )" for one in (*_COUNTED, *_COMPARED))
_ASKED = tuple(
    (re.compile(rf"\b{_NOT_AFTER}(?:{'|'.join(map(fold, phrases))})\b(?! \d)", re.IGNORECASE), step)
    for phrases, step in ((NEXT, 1), (LAST, -1))
)


def steps_asked(question: str) -> tuple[tuple[int, str], ...]:
    """How far from a report's own year a question's is, as (1 or -1, as typed); what it compares with is left out."""
    bare = fold(question)
    found = [(step, form.search(bare)) for form, step in _ASKED] if len(bare) == len(question) else []
    return tuple((step, question[slice(*match.span())]) for step, match in found if match)


def says(step: int, text: str) -> bool:
    """Whether a text says it in these words."""
    return next(form for form, one in _ASKED if one == step).search(fold(text)) is not None


def near_years(reported: Iterable[frozenset[int]]) -> list[tuple[str, ...]]:
    """Phrases that say the year behind the reports', for synonyms; none where their years, a set each, differ."""
    years = set(reported)
    if len(years) != 1 or len(only := next(iter(years))) != 1:
        return []
    return [(*NEXT, f"năm {next(iter(only)) + 1}")]
