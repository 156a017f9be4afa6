"""What a message shows of the report itself, page by page: the outline, a section, the summary, the key figures."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.answering import Answering
from bot.callbacks import Action, Press, Signer
from bot.keyboards import Keyboards
from bot.markup import Marked
from bot.paging import chunks
from bot.render_pages import figure_pages, section_pages, summary_pages
from bot.report_label import report_label
from bot.views import View
from index.errors import QuestionError
from index.outline import Heading
from index.records import BlockKind, Report

HEADINGS = 8  # buttons a page: about what a phone shows at once


class ReportViews:
    """Pages of one library's reports; a page that is not there is None."""

    def __init__(self, answering: Answering, signer: Signer) -> None:
        self._answering = answering
        self._signer = signer

    def outline(self, chat: int, page: int = 0) -> View | None:
        """The headings, each a button to its text; of several reports one after the other."""
        pages = self._outline(self._headings())
        if not pages:
            return View(texts.NO_OUTLINE)
        if not 0 <= page < len(pages):
            return None
        report, shown = pages[page]
        label = report_label(self._answering.library.reports[report])
        head = texts.OUTLINE_OF.format(report=label) if self._answering.several else texts.OUTLINE
        keyboards = Keyboards(self._signer, chat)
        return View(Marked(head).html, keyboards.headings(shown, self._answering.fingerprint, page, len(pages)))

    def section(self, chat: int, number: int, page: int = 0) -> View | None:
        """The text below a heading, by its number in the outline."""
        headings = self._headings()
        if not 0 <= number < len(headings):
            return None
        number_of_report, heading = headings[number]
        report = self._answering.library.reports[number_of_report]
        pages = self._outline(headings)
        above = next(i for i, (_, shown) in enumerate(pages) if any(one == number for one, _ in shown))
        more = [(texts.OUTLINE_BUTTON, Press(Action.OUTLINE, self._answering.fingerprint, 0, above))]
        if number + 1 < len(headings):
            more.insert(0, (texts.NEXT_SECTION, Press(Action.SECTION, self._answering.fingerprint, number + 1)))
        shown = section_pages(report, heading, several=self._answering.several)
        return self._page(shown, chat, page, Action.SECTION, self._answering.fingerprint, number, more)

    async def summary(self, chat: int, page: int = 0) -> View | None:
        """Ten sentences of each report."""
        shown = await self._answering.threads.run(self._summary)
        return self._page(shown, chat, page, Action.SUMMARY, self._answering.fingerprint)

    async def figures(self, chat: int, topic: str | None, page: int = 0, *, reply: str = "") -> View | None:
        """The key figures, or those about a topic, which `reply` then remembers for the next pages."""
        shown = await self._answering.threads.run(lambda: self._figures(topic))
        target = reply if topic else self._answering.fingerprint
        return self._page(shown, chat, page, Action.FIGURES, target, int(bool(topic)))

    def _page(
        self,
        shown: tuple[str, ...],
        chat: int,
        page: int,
        action: Action,
        target: str,
        part: int = 0,
        more: Sequence[tuple[str, Press]] = (),
    ) -> View | None:
        if not 0 <= page < len(shown):
            return None
        keyboard = Keyboards(self._signer, chat).pages(action, target, page, len(shown), part, more)
        return View(shown[page], keyboard)

    def _headings(self) -> list[tuple[int, Heading]]:
        library = self._answering.library
        found: list[tuple[int, Heading]] = []
        for number, report in enumerate(library.reports):
            headings = library.outline(number)
            found += [(number, one) for one in (*_opening(report, headings), *headings)]
        return found

    def _outline(self, headings: Sequence[tuple[int, Heading]]) -> list[tuple[int, tuple[tuple[int, str], ...]]]:
        """The pages of the outline, each of one report: its number, and the headings by theirs."""
        of: dict[int, list[tuple[int, str]]] = {}
        for number, (report, heading) in enumerate(headings):
            of.setdefault(report, []).append((number, heading.title))
        return [(report, page) for report, found in of.items() for page in chunks(found, HEADINGS)]

    def _summary(self) -> tuple[str, ...]:
        library, several = self._answering.library, self._answering.several
        return tuple(
            page
            for number, report in enumerate(library.reports)
            for page in summary_pages(report, library.summary(number), several=several)
        )

    def _figures(self, topic: str | None) -> tuple[str, ...]:
        try:
            found = self._answering.library.key_figures(topic)
        except QuestionError:
            return (Marked(texts.UNREADABLE_QUESTION).html,)
        return figure_pages(found, topic, several=self._answering.several)


def _opening(report: Report, headings: Sequence[Heading]) -> list[Heading]:
    """What stands before the first heading, or all of a report without any, under a heading of ours."""
    end = headings[0].below.start - 1 if headings else len(report.sentences)
    count = sum(one.kind not in (BlockKind.HEADING, BlockKind.FRAME) for one in report.sentences[:end])
    return [Heading(-1, 1, texts.OPENING, 0, 0, range(end), count)] if count else []
