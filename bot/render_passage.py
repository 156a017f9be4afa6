"""A sentence in its passage, and the next best sentence → one message each."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.markup import Marked, ending, quoted, units
from bot.render import LIMIT, place_text, section_text
from bot.support import header_text
from index.records import Answer, BlockKind, Candidate, Report, Sentence

LEAST = 20  # units, below which what stands around says nothing


def render_passage(answer: Answer, passage: Sequence[Sentence], *, several: bool, spot: str) -> str:
    """A passage under its headings, the answer's sentence set off in it; `spot` says which of how many it is."""
    report, cited = answer.best.report, answer.best.sentence
    above = section_text(report, passage[0], several)
    head = quoted(f"📖 {above} · {spot}" if above else f"📖 {spot}")
    at = passage.index(cited) if cited in passage else len(passage)
    ranges = [(span.start - cited.start, span.end - cited.start) for span in answer.spans]
    room = LIMIT - head.units - 4
    sentence = quoted(answer.best.text, ranges).cut(room) if at < len(passage) else Marked("")
    before, after = _joined(report, passage[:at]), _joined(report, passage[at + 1 :])
    room = max(room - sentence.units, 0)
    if units(before) > room // 2:
        before = ending(before, max(room // 2, room - units(after))) if room > LEAST else ""
    room -= units(before)
    after = Marked(after).cut(room).text if room > LEAST or units(after) <= room else ""
    parts = [
        Marked(before).html,
        f"<blockquote>{sentence.html}</blockquote>" if sentence.text else "",
        Marked(after).html,
    ]
    return f"{head.html}\n\n" + "\n".join(part for part in parts if part)


def _joined(report: Report, sentences: Sequence[Sentence]) -> str:
    """Sentences in a row, paragraphs and rows each on a line of their own."""
    text = ""
    for before, one in zip([None, *sentences], sentences, strict=False):
        if before is not None:
            text += " " if before.paragraph == one.paragraph and one.kind is not BlockKind.ROW else "\n"
        text += quoted(report.quote(one)).text
    return text


def render_other(candidate: Candidate, number: int, count: int, *, several: bool) -> str:
    """A sentence that may answer as well, "2/5"."""
    head = Marked(texts.OTHER_RESULT.format(number=number, count=count))
    return f"{head.html}\n\n{render_sentence(candidate, several=several, room=LIMIT - head.units - 2)}"


def render_sentence(candidate: Candidate, *, several: bool, room: int = LIMIT) -> str:
    """A sentence with its place, in `room` units; nothing in it is bold. A table's row stands under its header."""
    place = Marked(place_text(candidate, several))
    sentence = quoted(candidate.text).cut(room - place.units - 1)
    left = room - place.units - sentence.units - 2
    header = header_text(candidate.report, candidate.sentence)
    shown = f"<i>{Marked(header).html}</i>" if header and units(header) <= left else ""
    return "\n".join(part for part in (shown, sentence.html, place.html) if part)
