"""Several questions of one message → one message: each with its answer, its sentence and its place, numbered."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.answering import Found
from bot.markup import Marked, quoted
from bot.render import LIMIT, bold_words, place_text, refusal_text
from bot.support import header_text
from index.records import Answer, Sentence

LONGEST_QUESTION = 120
LONGEST_PLACE = 160
LEAST_SENTENCE = 60


def render_several(founds: Sequence[Found], *, several: bool, unanswered: int = 0) -> str:
    """All of them in one message; `several`: name the reports too, `unanswered`: so many more were asked."""
    rest = [Marked(texts.ONLY_SO_MANY.format(count=len(founds)))] if unanswered else []
    room = (LIMIT - sum(part.units + 2 for part in rest)) // len(founds)
    parts = []
    for number, found in enumerate(founds, start=1):
        cited = _cited(found)
        before = [i for i, other in enumerate(founds[: number - 1], start=1) if cited and _cited(other) == cited]
        parts.append(_entry(number, found, several, room, before[0] if before else None))
    return "\n\n".join([*parts, *(part.html for part in rest)])


def _cited(found: Found) -> tuple[str, Sentence] | None:
    """What tells one sentence from all others."""
    best = found.reply.best if isinstance(found.reply, Answer) else None
    return (best.report.title, best.sentence) if best else None


def _entry(number: int, found: Found, several: bool, room: int, same: int | None) -> str:
    """One question and its answer in `room` units, the blank line after it included; `same`: whose sentence it is."""
    lines = [quoted(texts.NUMBERED.format(number=number, text=found.question)).cut(LONGEST_QUESTION)]
    if not isinstance(found.reply, Answer):
        refusal = texts.UNREADABLE_QUESTION if found.reply is None else refusal_text(found.reply)
        return "\n".join(line.html for line in [*lines, Marked(refusal)])
    best = found.reply.best
    if not found.reply.outcome:
        lines.append(Marked(texts.NOT_OUTCOME))
    if not found.reply.sure:
        lines.append(Marked(texts.PERHAPS))
    if words := bold_words(found.reply):
        lines.append(words)
        if same is not None:
            return "\n".join(line.html for line in [*lines, Marked(texts.SAME_SENTENCE.format(number=same))])
    place = Marked(place_text(best, several)).cut(LONGEST_PLACE)
    left = room - sum(line.units + 1 for line in lines) - place.units - 3
    ranges = [(one.start - best.sentence.start, one.end - best.sentence.start) for one in found.reply.spans]
    if header := header_text(best.report, best.sentence):
        lines.append(Marked(header).cut(LEAST_SENTENCE * 2))
        left -= lines[-1].units + 1
    lines.append(quoted(best.text, ranges).cut(max(left, LEAST_SENTENCE)))
    return "\n".join(line.html for line in [*lines, place])
