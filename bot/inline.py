"""A query that is being typed → cited sentences to choose from, each of which posts itself with its place."""

from __future__ import annotations

from collections.abc import Iterator

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode

from bot import texts
from bot.answering import Answering
from bot.markup import CUT, Marked, quoted
from bot.render import LEAST_NEAR, place_text, refusal_text, render_abstention, render_answer
from bot.render_passage import render_sentence
from bot.report_label import report_label
from index.errors import QuestionError
from index.normalize import fold, nfc
from index.records import Abstention, Answer, Candidate
from index.sentences import is_syllable
from index.tokens import tokens

MOST = 10
LEAST = 3  # characters, below which nothing is searched
NEAR = 40  # characters: words as far apart are seen at once
LONGEST_STUMP = 3  # letters: "ngh" may begin a word and is none
REFUSED = "n"  # the id of what says that the report does not hold it
LONGEST_TITLE = 80
LONGEST_DESCRIPTION = 160


class Inline:
    """Finds results; takes milliseconds, so it is called in a thread."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    def results(self, query: str) -> list[InlineQueryResultArticle]:
        """At most ten sentences, the answer first; of an empty query the example questions with their answers."""
        text = nfc(query.strip())
        try:
            return list(self._examples() if not text else self._sentences(text))
        except QuestionError:
            return []

    def _examples(self) -> Iterator[InlineQueryResultArticle]:
        for number, question in enumerate(self._answering.examples):
            reply = self._answering.library.ask(question)
            if isinstance(reply, Answer):
                html = render_answer(reply, (None, None), several=self._answering.several, asked=True, short=True)
                place = place_text(reply.best, self._answering.several)
                yield _article(f"e{number}", quoted(question).cut(LONGEST_TITLE).text, place, html)

    def _sentences(self, text: str) -> list[InlineQueryResultArticle]:
        """What is found for the text with its last word completed, or where that carries nothing, without it."""
        if len(text) < LEAST:
            return []
        completed = self._answering.library.complete(text)
        found = list(self._found(completed))
        refused = [one.id for one in found] == [REFUSED]
        finished = _finished(text) if not found or (refused and completed == text) else ""
        return list(self._found(finished)) if len(finished) >= LEAST else found

    def _found(self, question: str) -> Iterator[InlineQueryResultArticle]:
        library, several = self._answering.library, self._answering.several
        reply = library.ask(question)
        best = reply.best if isinstance(reply, Answer) else None
        if isinstance(reply, Abstention) and reply.missing:
            # What it names is not there: a sentence on something else would pass for the answer.
            title = Marked(refusal_text(reply)).cut(LONGEST_TITLE).text
            yield _article(REFUSED, title, "", render_abstention(reply, several=several, short=True))
            return
        if isinstance(reply, Answer):
            html = render_answer(reply, (None, None), several=several, short=True)
            title = _title(reply)
            yield _article("a", title, _described(reply.best, question, title, several), html)
        near = [one for one in library.search(question, MOST) if one.confidence >= LEAST_NEAR]
        others = [one for one in near if best is None or one.sentence != best.sentence or one.report is not best.report]
        for number, one in enumerate(others[: MOST - (best is not None)], start=1):
            title, html = quoted(one.text).cut(LONGEST_TITLE).text, render_sentence(one, several=several)
            yield _article(f"o{number}", title, _described(one, question, title, several), html)


def _finished(text: str) -> str:
    """The text without a last word that is only begun, letters that are no syllable; nothing where it has none."""
    found = list(tokens(text))
    typed = text[found[-1].start :] if len(found) > 1 else ""
    begun = typed.isalpha() and len(typed) <= LONGEST_STUMP and not is_syllable(found[-1].text)
    if not begun or (len(typed) > 1 and typed.isupper()):  # an abbreviation
        return ""
    return text[: found[-1].start].rstrip()


def guest_result(question: str, html: str) -> InlineQueryResultArticle:
    """What answers a guest query: one message."""
    return _article("g", quoted(question or texts.NO_QUESTION).cut(LONGEST_TITLE).text, "", html)


def _title(answer: Answer) -> str:
    """The bold words, or the sentence where there are none."""
    words = "; ".join(answer.best.report.quote(span) for span in answer.spans)
    return quoted(words or answer.best.text).cut(LONGEST_TITLE).text


def _described(candidate: Candidate, question: str, title: str, several: bool) -> str:
    """Where a sentence stands; where its title does not show what it says of the question, that too."""
    place, shown = _matched(candidate.text, question), title.rstrip(CUT)
    section = candidate.sentence.section[-1:] or (place_text(candidate, several),)
    above = f"{report_label(candidate.report)} › {section[0]}" if several and candidate.sentence.section else section[0]
    lines = [quoted(above).cut(LONGEST_DESCRIPTION // 2).text]
    if not (quoted(candidate.text).text.startswith(shown) and place[1] <= len(shown)):
        lines.append(quoted(candidate.text, [place]).cut(LONGEST_DESCRIPTION // 2).text)
    return "\n".join(lines)


def _matched(text: str, question: str) -> tuple[int, int]:
    """Where most of the question's words stand near each other, the first such place; (0, 0) where none does."""
    asked = {fold(token.text) for token in tokens(question)}
    hits = [one for one in tokens(text) if fold(one.text) in asked]
    near = [[other for other in hits if one.start <= other.start < one.start + NEAR] for one in hits]
    best = max(near, key=lambda found: len({fold(one.text) for one in found}), default=[])
    return (best[0].start, best[-1].end) if best else (0, 0)


def _article(id: str, title: str, description: str, html: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=id,
        title=title,
        description=Marked(description).cut(LONGEST_DESCRIPTION).text or None,
        input_message_content=InputTextMessageContent(
            html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
    )
