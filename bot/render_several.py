"""Several questions of one message → one message: each with its answer, its sentence and its place, numbered."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.answering import Found
from bot.markup import Marked, quoted
from bot.render import LIMIT, bold_words, place_text, refusal_text
from index.records import Answer

LONGEST_QUESTION = 120
LONGEST_PLACE = 160
LEAST_SENTENCE = 60


def render_several(founds: Sequence[Found], *, several: bool, unanswered: int = 0) -> str:
    """All of them in one message; `several`: name the reports too, `unanswered`: so many more were asked."""
    rest = [Marked(texts.ONLY_SO_MANY.format(count=len(founds)))] if unanswered else []
    room = (LIMIT - sum(part.units + 2 for part in rest)) // len(founds)
    parts = [_entry(number, found, several, room) for number, found in enumerate(founds, start=1)]
    return "\n\n".join([*parts, *(part.html for part in rest)])


def _entry(number: int, found: Found, several: bool, room: int) -> str:
    """One question and its answer in `room` units, the blank line after it included."""
    lines = [quoted(texts.NUMBERED.format(number=number, text=found.question)).cut(LONGEST_QUESTION)]
    if not isinstance(found.reply, Answer):
        refusal = texts.UNREADABLE_QUESTION if found.reply is None else refusal_text(found.reply)
        return "\n".join(line.html for line in [*lines, Marked(refusal)])
    best = found.reply.best
    if not found.reply.sure:
        lines.append(Marked(texts.PERHAPS))
    if words := bold_words(found.reply):
        lines.append(words)
    place = Marked(place_text(best, several)).cut(LONGEST_PLACE)
    left = room - sum(line.units + 1 for line in lines) - place.units - 3
    ranges = [(one.start - best.sentence.start, one.end - best.sentence.start) for one in found.reply.spans]
    lines.append(quoted(best.text, ranges).cut(max(left, LEAST_SENTENCE)))
    return "\n".join(line.html for line in [*lines, place])
