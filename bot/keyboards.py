"""The buttons under a message. What they say when pressed is `bot.callbacks`' matter."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import InlineKeyboardButtonLimit

from bot import texts
from bot.callbacks import Action, Press, Signer
from bot.markup import quoted, units

LONGEST_LABEL = 40  # UTF-16 units: about what a phone shows
Row = list[InlineKeyboardButton]
Markup = InlineKeyboardMarkup | None


class Keyboards:
    """Makes keyboards for one chat."""

    def __init__(self, signer: Signer, chat: int) -> None:
        self._signer = signer
        self._chat = chat

    def button(self, label: str, press: Press) -> InlineKeyboardButton:
        """One button."""
        return InlineKeyboardButton(
            quoted(label).cut(LONGEST_LABEL).text, callback_data=self._signer.sign(press, self._chat)
        )

    def examples(self, questions: Sequence[str], fingerprint: str) -> Markup:
        """A question a button, one below the other; None without questions."""
        rows = [[self.button(q, Press(Action.EXAMPLE, fingerprint, 0, i))] for i, q in enumerate(questions)]
        return _markup(*rows)

    def answer(
        self, reply: str, part: int, *, passage: int | None, others: bool, copied: Sequence[str], refused: bool = False
    ) -> Markup:
        """Under an answer: its passage and the next best where there are such, the two votes, the text to copy.

        `part` is 0 for the only answer; of several it is the number, and the way back to all is a button too.
        `refused`: what is answered is that the report does not say.
        """
        first: Row = []
        if passage is not None:
            first.append(self.button(texts.CONTEXT, Press(Action.CONTEXT, reply, part, passage)))
        if others:
            first.append(self.button(texts.OTHERS, Press(Action.OTHER, reply, part, 1)))
        back = [self.button(texts.ALL_ANSWERS, Press(Action.ANSWER, reply))] if part else []
        return _markup(first, [*self._votes(reply, refused), *copy_button(copied)], back)

    def several(self, reply: str, count: int) -> Markup:
        """Under several answers: each by its number, and the two votes."""
        numbers = [
            self.button(texts.QUESTION_BUTTON.format(number=part), Press(Action.ANSWER, reply, part))
            for part in range(1, count + 1)
        ]
        return _markup(numbers, self._votes(reply))

    def passage(self, reply: str, part: int, *, before: int | None, after: int | None) -> Markup:
        """Under a passage: the ones around it, and the way back."""
        turns = [
            self.button(label, Press(Action.CONTEXT, reply, part, number))
            for label, number in ((texts.BACKWARD, before), (texts.FORWARD, after))
            if number is not None
        ]
        return _markup(turns, [self._back(reply, part)])

    def other(self, reply: str, part: int, following: int | None, copied: Sequence[str]) -> Markup:
        """Under the next best sentence: the one after it, the way back, the text to copy."""
        more = [self.button(texts.OTHERS, Press(Action.OTHER, reply, part, following))] if following else []
        return _markup(more, [self._back(reply, part), *copy_button(copied)])

    def reasons(self, reply: str, refused: bool) -> Markup:
        """What was wrong, one tap each, and the way back; of an answer, or of having said that there is none."""
        labels = texts.REASONS_OF_REFUSAL if refused else texts.REASONS
        found = [self.button(one, Press(Action.REASON, reply, int(refused), i)) for i, one in enumerate(labels)]
        longest = max(range(len(found)), key=lambda i: len(labels[i]))  # a third of a phone would cut it
        return _markup([*found[:longest], *found[longest + 1 :]], [found[longest]], [self._back(reply, 0)])

    def pages(
        self, action: Action, target: str, page: int, count: int, part: int = 0, more: Sequence[tuple[str, Press]] = ()
    ) -> Markup:
        """Under a page, numbered from 0: the ones around it, and below them what else there is."""
        turns = [
            self.button(label, Press(action, target, part, number))
            for label, number in ((texts.PAGE_BEFORE, page - 1), (texts.PAGE_AFTER, page + 1))
            if 0 <= number < count
        ]
        return _markup(turns, *([self.button(label, press)] for label, press in more))

    def headings(self, titles: Sequence[tuple[int, str]], target: str, page: int, count: int) -> Markup:
        """The outline: each heading, by its number, a button to its text; the pages around."""
        rows = [[self.button(title, Press(Action.SECTION, target, number))] for number, title in titles]
        turns = self.pages(Action.OUTLINE, target, page, count)
        return _markup(*rows, *(list(row) for row in (turns.inline_keyboard if turns else ())))

    def _votes(self, reply: str, refused: bool = False) -> Row:
        down = Press(Action.DOWN, reply, int(refused))
        return [self.button(texts.UP, Press(Action.UP, reply)), self.button(texts.DOWN, down)]

    def _back(self, reply: str, part: int) -> InlineKeyboardButton:
        return self.button(texts.BACK, Press(Action.ANSWER, reply, part))


def copy_button(offered: Sequence[str]) -> Row:
    """The button that copies the first of these texts that Telegram takes; none where it takes none."""
    fitting = (one for one in offered if 0 < units(one) <= InlineKeyboardButtonLimit.MAX_COPY_TEXT)
    return [InlineKeyboardButton(texts.COPY, copy_text=CopyTextButton(one)) for one in fitting][:1]


def _markup(*rows: Row) -> Markup:
    kept = [row for row in rows if row]
    return InlineKeyboardMarkup(kept) if kept else None
