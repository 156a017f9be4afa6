"""What a message of the bot shows, with its buttons: the answer, its passage, the next best, all answers of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import texts
from bot.answering import Answering, Found
from bot.callbacks import Signer
from bot.keyboards import Keyboards, Markup
from bot.markup import quoted
from bot.render import bold_words, near, place_text, render_abstention, render_answer
from bot.render_passage import render_other, render_passage
from bot.render_several import render_several
from index.records import Abstention, Answer, Candidate, Why


@dataclass(frozen=True, slots=True)
class View:
    """A message's text, in Telegram HTML, and its keyboard."""

    html: str
    keyboard: Markup = None


class Views:
    """Makes views of what one library holds."""

    def __init__(self, answering: Answering, signer: Signer) -> None:
        self._answering = answering
        self._signer = signer

    def keyboards(self, chat: int) -> Keyboards:
        """The keyboards of one chat."""
        return Keyboards(self._signer, chat)

    def replies(self, reply: str, founds: Sequence[Found], chat: int, *, asked: bool = False, more: int = 0) -> View:
        """What a message of one or of several questions is answered with; `more`: so many were left out."""
        if len(founds) == 1:
            return self.answer(reply, founds[0], chat, asked=asked)
        html = render_several(founds, several=self._answering.several, unanswered=more)
        return View(html, self.keyboards(chat).several(reply, len(founds)))

    def answer(self, reply: str, found: Found, chat: int, part: int = 0, *, asked: bool = False) -> View:
        """One answer, or what the report does not say; `part`: which of several it is, from 1."""
        keyboards, several = self.keyboards(chat), self._answering.several
        short, asked = chat < 0, asked or part > 0  # groups and channels have ids below 0
        if isinstance(found.reply, Answer):
            html = render_answer(found.reply, found.around, several=several, asked=asked, short=short)
            best, words = found.reply.best, bold_words(found.reply)
            return View(
                html,
                keyboards.answer(
                    reply,
                    part,
                    passage=self._answering.library.place(best)[1],
                    others=bool(found.others),
                    copied=self._copied(best, words.text if words else ""),
                ),
            )
        if found.reply is None:
            return View(texts.UNREADABLE_QUESTION)
        html = render_abstention(found.reply, several=several, asked=asked, short=short)
        if found.reply.why is Why.EMPTY:
            return View(html)
        others = len(_shown_others(found)) > 1
        return View(html, keyboards.answer(reply, part, passage=None, others=others, copied=(), refused=True))

    def context(self, reply: str, found: Found, chat: int, part: int, number: int) -> View | None:
        """A passage of the report that the answer stands in; None where there is no such."""
        if not isinstance(found.reply, Answer):
            return None
        library, best = self._answering.library, found.reply.best
        report, _ = library.place(best)
        passages = library.passages(report)
        if not 0 <= number < len(passages):
            return None
        html = render_passage(
            found.reply,
            library.context(report, number),
            several=self._answering.several,
            spot=texts.PASSAGE.format(number=number + 1, count=len(passages)),
        )
        before = number - 1 if number else None
        after = number + 1 if number + 1 < len(passages) else None
        return View(html, self.keyboards(chat).passage(reply, part, before=before, after=after))

    def other(self, reply: str, found: Found, chat: int, part: int, number: int) -> View | None:
        """The next best sentence of that number, from 1; None where there is no such."""
        others = _shown_others(found)
        if not 1 <= number <= len(others):
            return None
        first = isinstance(found.reply, Answer)  # the answer itself is the first
        other, several = others[number - 1], self._answering.several
        html = render_other(other, number + first, len(others) + first, several=several)
        following = number + 1 if number < len(others) else None
        return View(html, self.keyboards(chat).other(reply, part, following, self._copied(other)))

    def _copied(self, candidate: Candidate, words: str = "") -> tuple[str, ...]:
        """What the copy button may copy, best first: the sentence with its place, the sentence, the bold words."""
        sentence, place = quoted(candidate.text).text, place_text(candidate, self._answering.several)
        return f"{sentence}\n{place}", sentence, *((f"{words}\n{place}", words) if words else ())


def _shown_others(found: Found) -> tuple[Candidate, ...]:
    """The next best; of an abstention those that are near enough to be offered at all."""
    if isinstance(found.reply, Abstention):
        offered = near(found.reply)
        return tuple(one for one in found.others if one in offered)
    return found.others
