"""What messages show to whoever runs the bot, page by page: questions without an answer, abbreviations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import InlineKeyboardMarkup

from bot import texts
from bot.answering import HANOI, Answering
from bot.callbacks import Action, Press, Signer
from bot.grouping import Group, grouped, own_names
from bot.keyboards import Keyboards, Markup
from bot.markup import Marked, quoted
from bot.numerals import counted
from bot.periods import Period
from bot.render_pages import with_head
from bot.storage import Store
from bot.unanswered_table import table
from bot.views import View
from bot.waiting import detached

LONGEST_WAY = 200  # UTF-16 units of a question


@dataclass(frozen=True, slots=True)
class File:
    """A document to be sent, and what stands below it, in HTML."""

    name: str
    content: bytes
    html: str


class AdminViews:
    """Pages of what the store holds; all raise StorageBusy, and a page that is not there is None."""

    def __init__(self, store: Store, signer: Signer, answering: Answering) -> None:
        self._store = store
        self._answering = answering
        self._signer = signer

    async def unanswered(self, chat: int, days: int, page: int = 0) -> View | None:
        """The groups of questions that found no answer in the last days, most asked first."""
        groups = await self._groups(days)
        if not groups:
            return View(self._nothing(days))
        entries = [_entry(number, group) for number, group in enumerate(groups, start=1)]
        shown = with_head(_counts(groups, days), entries)
        if not 0 <= page < len(shown):
            return None
        keyboards = Keyboards(self._signer, chat)
        turns = keyboards.pages(Action.UNANSWERED, "", page, len(shown), days)
        rows = [*(turns.inline_keyboard if turns else ()), (keyboards.button(texts.CSV_BUTTON, _table_of(days)),)]
        return View(shown[page], InlineKeyboardMarkup(rows))

    async def unanswered_table(self, days: int) -> File | View:
        """The same groups as a CSV file; a message where there are none."""
        groups = await self._groups(days)
        if not groups:
            return View(self._nothing(days))
        content = await detached(lambda: table(groups))
        name = texts.CSV_NAME.format(last=Period(days, datetime.now(UTC)).last)
        return File(name, content, _counts(groups, days))

    async def abbreviations(self, chat: int, page: int = 0) -> View | None:
        """The operator's own abbreviations, and how to change them."""
        held = await self._store.abbreviations.all()
        entries = [_line(texts.ABBREVIATION.format(short=short, words=words)) for short, words in held.items()]
        head = texts.ABBREVIATIONS.format(count=len(held)) if held else texts.NO_ABBREVIATIONS
        shown = with_head(head, [*entries, Marked(texts.HOW_TO_ABBREVIATE)])
        if not 0 <= page < len(shown):
            return None
        keyboard: Markup = Keyboards(self._signer, chat).pages(Action.ABBREVIATIONS, "", page, len(shown))
        return View(shown[page], keyboard)

    async def _groups(self, days: int) -> tuple[Group, ...]:
        found = await self._store.unanswered(Period(days, datetime.now(UTC)).since)
        own = own_names(self._answering.library.reports)
        return await detached(lambda: grouped(found, own))

    def _nothing(self, days: int) -> str:
        return texts.NO_UNANSWERED.format(days=days) if self._store.keep_days else texts.QUESTIONS_NOT_KEPT


def _table_of(days: int) -> Press:
    return Press(Action.TABLE, "", days)


def _counts(groups: Sequence[Group], days: int) -> str:
    count = sum(group.count for group in groups)
    return texts.UNANSWERED.format(days=days, count=counted(count), groups=counted(len(groups)))


def _entry(number: int, group: Group) -> Marked:
    way = quoted(group.ways[0]).cut(LONGEST_WAY).text
    last = f"{group.last.astimezone(HANOI):%d/%m}"
    return Marked(texts.UNANSWERED_GROUP.format(number=number, way=way, count=counted(group.count), last=last))


def _line(text: str) -> Marked:
    return quoted(text)
