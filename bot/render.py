"""Answer or abstention → one message in Telegram HTML, within Telegram's length whatever is quoted.

Hiểu là: tổng thu bao nhiêu              how the question was taken, where a slip was mended
10.530,819 tỷ đồng                       the bold spans

_Câu trước: Năm 2020 …_                 what the sentence leans on, where it leans
Tổng thu ngân sách … **10.530,819 tỷ đồng** …   the sentence
📍 II. Thu, chi › 1. Thu · đoạn 2, câu 1
│ what stands around it, collapsed

Where it is not sure, "Có thể là:" stands before it and "Hoặc:" with the second best sentence after it. In a group it
is shorter: what the sentence leans on and the second best are collapsed too.
"""

from __future__ import annotations

import re

from bot import texts
from bot.markup import Marked, ending, quoted, units
from bot.report_label import report_label
from bot.support import header_of, header_text, support_text
from index.records import Abstention, Answer, BlockKind, Candidate, Report, Sentence, Why, cite_sentence

LIMIT = 4096  # UTF-16 units of a message after its entities are parsed
LONGEST_QUESTION = 256
LONGEST_BOLD = 300
LONGEST_SUPPORT = 300
LONGEST_PLACE = 400
LONGEST_NEAREST = 200
LONGEST_MISSING = 100
GAP = "[…]"  # where the sentence stands
LEAST_CONTEXT = 60  # units on each side, below which the context says nothing
MOST_NEAREST = 3
LEAST_NEAR = 0.05  # confidence below which a sentence is near to nothing

# "II" of "II. KẾT QUẢ", "Phần thứ nhất" of "Phần thứ nhất KẾT QUẢ"
_NUMBER = re.compile(
    r"\s*((?:Phần|Chương|Mục)\s(?:thứ\s\w+|[IVXLC\d]+)(?=[\s.:)])|(?:[IVXLC]+|\d+(?:\.\d+)*|\w)(?=\s?[.:)]\s))",
    re.IGNORECASE,
)

Neighbours = tuple[Sentence | None, Sentence | None]

_ABSTENTIONS = {
    Why.YEAR: texts.NO_FIGURES_OF_YEAR,
    Why.PERIOD: texts.NO_FIGURES_OF_PERIOD,
    Why.FIGURE: texts.NO_SUCH_FIGURE,
    Why.NAME: texts.NO_SUCH_NAME,
    Why.SUBJECT: texts.NOT_OF_SUBJECT,
    Why.UNIT: texts.NO_SUCH_UNIT,
}
_PLACES = {
    BlockKind.HEADING: texts.PLACE_OF_HEADING,
    BlockKind.HEADER: texts.PLACE_OF_ROW,
    BlockKind.ROW: texts.PLACE_OF_ROW,
}
_UNANSWERED = {
    Why.FIGURE: texts.NO_FIGURE,
    Why.DATE: texts.NO_DATE,
    Why.OFFICE: texts.NO_OFFICE,
    Why.SIDE: texts.NO_FIGURE,
}


def render_answer(
    answer: Answer, around: Neighbours, *, several: bool, asked: bool = False, short: bool = False
) -> str:
    """The message for an answer; `several`: name the report too, `asked`: show the question first."""
    best = answer.best
    origin = best.sentence.start
    head = _asked(answer, asked)
    if answer.missing:
        head.append(Marked(texts.NOT_IN_SENTENCE.format(missing=_list(answer.missing))))
    if not answer.outcome:
        head.append(Marked(texts.NOT_OUTCOME))
    if not answer.sure:
        head.append(Marked(texts.PERHAPS))
    words = bold_words(answer)
    if words is not None:
        head.append(words)
    place = Marked(place_text(best, several))
    second = [Marked(texts.OR_ELSE), _offered(answer.second, several)] if answer.second else []
    # Between the parts: a blank line after each of the head and before the second, line breaks around the place.
    left = LIMIT - sum(part.units + 2 for part in (*head, *second)) - place.units - 2
    ranges = [(span.start - origin, span.end - origin) for span in answer.spans]
    sentence = quoted(best.text, ranges).cut(left)
    message = "".join(f"{part.html}\n\n" for part in head)
    left -= sentence.units
    support, whole = _support(answer, min(left - 1, LONGEST_SUPPORT), short)
    if support:
        message += f"<i>{Marked(support).html}</i>\n"
        left -= units(support) + 1
    message += f"{sentence.html}\n{place.html}"
    before, after = around
    context = _context(best, (None if before in whole else before, after), left)
    folded = [context] if context else []
    if short:
        folded, second = [*folded, *second], []
    if folded:
        message += f"\n<blockquote expandable>{_paragraphs(folded)}</blockquote>"
    return "\n\n".join([message, *(part.html for part in second)])


def _support(answer: Answer, room: int, short: bool) -> tuple[str, tuple[Sentence, ...]]:
    """What stands before the sentence: all it leans on, or where it is to be short the header of a table alone."""
    if not short:
        return support_text(answer, room)
    report = answer.best.report
    header = header_of(report, answer.best.sentence)
    if header is None or room < LEAST_CONTEXT:
        return "", ()
    text = quoted(report.quote(header)).text
    return ending(text, room), (header,) if units(text) <= room else ()


def render_abstention(abstention: Abstention, *, several: bool, asked: bool = False, short: bool = False) -> str:
    """The message that says what the report does not hold, and what stands nearest; nothing in it is bold."""
    parts = _asked(abstention, asked)
    parts.append(Marked(refusal_text(abstention)))
    nearest = near(abstention)[: 1 if short else MOST_NEAREST]
    if nearest:
        parts.append(Marked(texts.NEAREST))
    for candidate in nearest:
        parts.append(_offered(candidate, several))
    return _paragraphs(parts)


def near(abstention: Abstention) -> list[Candidate]:
    """The sentences near enough to be offered, best first."""
    return [one for one in abstention.nearest if one.confidence >= LEAST_NEAR]


def refusal_text(abstention: Abstention) -> str:
    """What the report does not say, in one plain sentence."""
    if abstention.why is Why.EMPTY:
        return texts.EMPTY_QUESTION
    if abstention.missing:
        return _ABSTENTIONS.get(abstention.why, texts.NOT_IN_REPORT).format(missing=_list(abstention.missing))
    return _UNANSWERED.get(abstention.why, texts.NOT_IN_REPORT)


def understood_text(reply: Answer | Abstention) -> str | None:
    """How the question was taken, in one line; None where that goes without saying."""
    if reply.understood is None:
        return None
    return quoted(texts.UNDERSTOOD.format(question=reply.understood)).cut(LONGEST_QUESTION).text


def _asked(reply: Answer | Abstention, asked: bool) -> list[Marked]:
    """The question, if it is to be shown, and how it was taken, where that is worth a line."""
    out = [quoted(texts.ASKED.format(question=reply.question)).cut(LONGEST_QUESTION)] if asked else []
    understood = understood_text(reply)
    return [*out, Marked(understood)] if understood else out


def _paragraphs(parts: list[Marked]) -> str:
    return "\n\n".join(part.html for part in parts)


def _offered(candidate: Candidate, several: bool) -> Marked:
    """A sentence that may be looked at, with its place; nothing in it is bold."""
    sentence = quoted(candidate.text).cut(LONGEST_NEAREST)
    header = header_text(candidate.report, candidate.sentence)
    above = f"{Marked(header).cut(LONGEST_NEAREST).text}\n" if header else ""
    return Marked(f"{above}• {sentence.text}\n{place_text(candidate, several)}")


def _list(missing: tuple[str, ...]) -> str:
    return quoted(", ".join(missing)).cut(LONGEST_MISSING).text


def bold_words(answer: Answer) -> Marked | None:
    """The line above the sentence, or None where the sentence itself is all there is to say."""
    report = answer.best.report
    words = list(dict.fromkeys(quoted(report.quote(span)).text.strip() for span in answer.spans))
    line = "; ".join(word for word in words if word)
    if not line or line == quoted(answer.best.text).text.strip().rstrip("."):
        return None
    cut = Marked(line).cut(LONGEST_BOLD)
    return Marked(cut.text, ((0, len(cut.text)),))


def place_text(candidate: Candidate, several: bool) -> str:
    """Where a candidate stands, in one line; `several`: in which report, too."""
    return sentence_place(candidate.report, candidate.sentence, several)


def sentence_place(report: Report, sentence: Sentence, several: bool) -> str:
    """Where a sentence stands, in one line; `several`: in which report, too."""
    citation = cite_sentence(report, sentence)
    spot = spot_text(sentence) if sentence.kind is not BlockKind.FRAME else _frame_text(report, sentence)
    if citation.page is not None:
        spot = f"{texts.PAGE.format(page=citation.page)}, {spot}"
    above = section_text(report, sentence, several)
    return f"📍 {above} · {spot}" if above else f"📍 {spot}"


def section_text(report: Report, sentence: Sentence, several: bool) -> str:
    """The headings above a sentence, the outer ones by their number where they have one: a phone's line is short."""
    outer = [_NUMBER.match(one) for one in sentence.section[:-1]]
    path = [found[1] if found else one for found, one in zip(outer, sentence.section, strict=False)]
    path += sentence.section[-1:]
    if several:
        path.insert(0, report_label(report))
    return quoted(" › ".join(path)).cut(LONGEST_PLACE).text


def _frame_text(report: Report, sentence: Sentence) -> str:
    """Where a line of a letter's frame stands: ahead of the text or behind it, for no paragraph is counted there."""
    text = next((one.start for one in report.sentences if one.paragraph), 0)
    return texts.PLACE_OF_LETTERHEAD if sentence.start < text else texts.PLACE_OF_SIGNATURE


def spot_text(sentence: Sentence) -> str:
    """Where in its section a sentence stands."""
    template = _PLACES.get(sentence.kind, texts.PLACE)
    return template.format(paragraph=sentence.paragraph, sentence=sentence.number)


def _context(best: Candidate, around: Neighbours, left: int) -> Marked | None:
    """What stands around the sentence, which itself stands above, in `left` units; None where there is no room."""
    before, after = ((quoted(best.report.quote(one)) if one else None) for one in around)
    sides = [side for side in (before, after) if side is not None]
    room = left - 1 - units(GAP) - len(sides)
    if not sides or room < LEAST_CONTEXT * len(sides):
        return None
    share = room // len(sides)
    parts = [GAP]
    if before is not None:
        # Cut at its front: the end of what comes before is what leads to the sentence.
        parts.insert(0, ending(before.text, share) + _gap(best.sentence, around[0]))
    if after is not None:
        parts.append(_gap(best.sentence, around[1]) + after.cut(share).text)
    return Marked("".join(parts))


def _gap(sentence: Sentence, neighbour: Sentence | None) -> str:
    """What stands between two sentences: a line break where one block ends and another begins, as every row does."""
    same = neighbour is not None and neighbour.paragraph == sentence.paragraph and sentence.kind is not BlockKind.ROW
    return " " if same else "\n"
