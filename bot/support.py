"""What an answer's sentence leans on → the short text that is shown before it: "Câu trước: …", a lead-in, a header."""

from __future__ import annotations

from bot import texts
from bot.markup import ending, quoted, units
from index.records import Answer, BlockKind, Report, Sentence

LEAST = 60  # units, below which what is left of it says nothing

_OF_TABLES = (BlockKind.CAPTION, BlockKind.HEADER)


def support_text(answer: Answer, room: int) -> tuple[str, tuple[Sentence, ...]]:
    """At most `room` units, and the sentences that are whole in it; nothing where there is none, or too little room.

    Where not all fit, the farthest go first; the one directly before the answer's is cut at its front.
    """
    support = answer.support
    if not support or room < LEAST:
        return "", ()
    name = texts.BEFORE_IT if _needs_name(answer) else "{}"
    room -= units(name.format(""))
    while len(support) > 1 and units(_joined(answer, support)) > room:
        support = support[1:]
    text = _joined(answer, support)
    return name.format(ending(text, room)), support if units(text) <= room else ()


def header_of(report: Report, sentence: Sentence) -> Sentence | None:
    """The names of a table's columns above one of its rows; None for what is no row, or where there are none."""
    if sentence.kind is not BlockKind.ROW:
        return None
    at = report.sentences.index(sentence)
    while at > 0 and report.sentences[at].kind is BlockKind.ROW:
        at -= 1
    above = report.sentences[at]
    return above if above.kind is BlockKind.HEADER else None


def header_text(report: Report, sentence: Sentence) -> str | None:
    """The same as it is shown."""
    header = header_of(report, sentence)
    return quoted(report.quote(header)).text if header else None


def _needs_name(answer: Answer) -> bool:
    """Whether it must be said what it is; the lead-in above an item and the header above a row speak for themselves."""
    nearest = answer.support[-1]
    leads = nearest.kind is BlockKind.PARAGRAPH and answer.best.sentence.kind is BlockKind.ITEM
    return not (leads or nearest.kind in _OF_TABLES or answer.best.report.quote(nearest).endswith(":"))


def _joined(answer: Answer, support: tuple[Sentence, ...]) -> str:
    """The sentences in a row, each of another paragraph on its own line."""
    text, last = "", None
    for one in support:
        gap = "" if last is None else " " if last.paragraph == one.paragraph and one.kind not in _OF_TABLES else "\n"
        text += gap + quoted(answer.best.report.quote(one)).text
        last = one
    return text
