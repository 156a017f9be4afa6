"""A sentence in its passage, and the next best sentence → one message each."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.markup import Marked, quoted
from bot.render import LIMIT, LONGEST_PLACE, place_text
from index.records import BlockKind, Candidate, Report, Sentence


def render_passage(
    report: Report, passage: Sequence[Sentence], sentence: Sentence | None, *, several: bool, spot: str
) -> str:
    """A passage under its headings, `sentence` bold in it; `spot` says which of how many it is."""
    path = [*((report.title,) if several else ()), *passage[0].section]
    head = quoted(f"📖 {' › '.join(path)} · {spot}" if path else f"📖 {spot}").cut(LONGEST_PLACE)
    text, bold = "", []
    for before, one in zip([None, *passage], passage, strict=False):
        if before is not None:
            text += " " if before.paragraph == one.paragraph and one.kind is not BlockKind.ROW else "\n"
        shown = quoted(report.quote(one)).text
        if one == sentence:
            bold.append((len(text), len(text) + len(shown)))
        text += shown
    return f"{head.html}\n\n{Marked(text, tuple(bold)).cut(LIMIT - head.units - 2).html}"


def render_other(candidate: Candidate, number: int, count: int, *, several: bool) -> str:
    """A sentence that may answer as well, "2/5"; nothing in it is bold."""
    head = Marked(texts.OTHER_RESULT.format(number=number, count=count))
    place = Marked(place_text(candidate, several))
    sentence = quoted(candidate.text).cut(LIMIT - head.units - place.units - 3)
    return f"{head.html}\n\n{sentence.html}\n{place.html}"
