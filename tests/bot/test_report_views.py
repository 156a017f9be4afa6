import pytest

from bot import texts
from bot.answering import Answering
from bot.callbacks import Action, Press, Signer
from bot.paging import PAGE
from bot.report_views import HEADINGS, ReportViews
from bot.views import View
from index.records import Report
from tests.bot.chat import shown
from tests.bot.samples import AFTER, BEFORE, BEST, CHAPTERS, FIGURE, REPORT, TITLE, SmallLibrary, chaptered
from tests.bot.test_views import presses
from tests.index.builders import report as read_report

CHAT = 7
SIGNER = Signer(b"a key")  # the one that `presses` reads
MANY = {f"{number}. Việc": (BEST,) for number in range(1, 2 * HEADINGS + 2)}


def of(*reports: Report) -> tuple[ReportViews, str]:
    """The views of these reports, and the reports' fingerprint."""
    answering = Answering(SmallLibrary(*reports))
    return ReportViews(answering, SIGNER), answering.fingerprint


def labels(view: View | None) -> list[str]:
    assert view is not None
    return [one.text for row in (view.keyboard.inline_keyboard if view.keyboard else ()) for one in row]


def test_every_heading_of_the_outline_is_a_button_to_its_text() -> None:
    pages, fingerprint = of(chaptered(CHAPTERS))
    view = pages.outline(CHAT)
    assert view is not None
    assert view.html == texts.OUTLINE
    assert labels(view) == list(CHAPTERS)
    assert presses(view) == [Press(Action.SECTION, fingerprint, number) for number in range(3)]


def test_a_long_outline_is_turned_over_page_by_page() -> None:
    pages, fingerprint = of(chaptered(MANY))
    found = [pages.outline(CHAT, page) for page in range(3)]
    assert [label for view in found for label in labels(view) if "Việc" in label] == list(MANY)
    sections = [press for view in found for press in presses(view) if press.action is Action.SECTION]
    assert sections == [Press(Action.SECTION, fingerprint, number) for number in range(len(MANY))]
    turns = [[press.number for press in presses(view) if press.action is Action.OUTLINE] for view in found]
    assert turns == [[1], [0, 2], [1]]


@pytest.mark.parametrize("page", [-1, 3])
def test_a_page_of_the_outline_that_is_not_there_is_none(page: int) -> None:
    assert of(chaptered(MANY))[0].outline(CHAT, page) is None


def test_a_report_without_headings_is_its_opening_alone() -> None:
    pages, _ = of(REPORT)
    assert labels(pages.outline(CHAT)) == [texts.OPENING]
    view = pages.section(CHAT, 0)
    assert view is not None
    assert view.html == f"<b>{texts.OPENING}</b>\n\n{BEFORE} {BEST} {AFTER}"
    assert presses(view)[-1].action is Action.OUTLINE
    assert pages.section(CHAT, 1) is None


def test_a_report_of_a_title_alone_has_no_outline_and_says_so() -> None:
    assert of(chaptered({TITLE: ()}))[0].outline(CHAT) == View(texts.NO_OUTLINE)


def test_what_stands_before_the_first_heading_comes_first() -> None:
    pages, fingerprint = of(chaptered({TITLE: ("Kính gửi quận.",), **CHAPTERS}))
    outline = pages.outline(CHAT)
    assert labels(outline) == [texts.OPENING, *CHAPTERS]
    assert presses(outline) == [Press(Action.SECTION, fingerprint, number) for number in range(4)]
    opening, first = pages.section(CHAT, 0), pages.section(CHAT, 1)
    assert opening is not None
    assert first is not None
    assert opening.html == f"<b>{texts.OPENING}</b>\n\n<b>{TITLE}</b>\nKính gửi quận."
    assert presses(opening)[0] == Press(Action.SECTION, fingerprint, 1)
    assert first.html.startswith("<b>I. Thu</b>")


def test_a_section_leads_to_the_next_one_and_back_to_its_page_of_the_outline() -> None:
    pages, fingerprint = of(chaptered(MANY))
    view = pages.section(CHAT, HEADINGS)
    assert view is not None
    assert view.html == f"<b>{HEADINGS + 1}. Việc</b>\n\n{BEST}"
    following, up = Press(Action.SECTION, fingerprint, HEADINGS + 1), Press(Action.OUTLINE, fingerprint, 0, 1)
    assert presses(view) == [following, up]
    assert presses(pages.section(CHAT, len(MANY) - 1)) == [Press(Action.OUTLINE, fingerprint, 0, 2)]


@pytest.mark.parametrize(("number", "page"), [(-1, 0), (3, 0), (0, -1), (0, 1)])
def test_a_section_or_a_page_of_it_that_is_not_there_is_none(number: int, page: int) -> None:
    assert of(chaptered(CHAPTERS))[0].section(CHAT, number, page) is None


def test_a_long_section_is_turned_over_page_by_page() -> None:
    pages, fingerprint = of(chaptered({"I. Thu": (BEST,) * 60, "II. Chi": (BEST,)}))
    first, second = pages.section(CHAT, 0), pages.section(CHAT, 0, 1)
    assert first is not None
    assert "</b> · 1/" in first.html
    assert len(shown(first.html)) <= 2 * PAGE
    assert presses(first)[0] == Press(Action.SECTION, fingerprint, 0, 1)
    assert presses(second)[:2] == [Press(Action.SECTION, fingerprint, 0, 0), Press(Action.SECTION, fingerprint, 0, 2)]


def test_headings_of_several_reports_are_numbered_through() -> None:
    other = chaptered({"A. Chi": ("Chi tăng.",)}, "Báo cáo khác")
    pages, _ = of(other, chaptered(MANY), chaptered(CHAPTERS))
    outlines = [pages.outline(CHAT, page) for page in range(5)]
    headings = ["A. Chi", *MANY, *CHAPTERS]
    turns = (texts.PAGE_BEFORE, texts.PAGE_AFTER)
    assert [label for view in outlines for label in labels(view) if label not in turns] == headings
    assert pages.outline(CHAT, 5) is None


def test_of_several_reports_a_page_of_the_outline_is_of_one_that_it_names() -> None:
    other = chaptered({"A. Chi": ("Chi tăng.",)}, "Báo cáo khác")
    pages, fingerprint = of(other, chaptered(MANY), chaptered(CHAPTERS))
    for page, title in enumerate(("Báo cáo khác", TITLE, TITLE, TITLE, TITLE)):
        view = pages.outline(CHAT, page)
        assert view is not None
        assert view.html == texts.OUTLINE_OF.format(report=title)
        for press in presses(view):
            if press.action is Action.SECTION:
                section = pages.section(CHAT, press.part)
                assert section is not None
                assert section.html.startswith(f"<b>{title} › ")
                assert presses(section)[-1] == Press(Action.OUTLINE, fingerprint, 0, page)


async def test_the_summary_is_of_each_report_in_its_turn() -> None:
    pages, fingerprint = of(chaptered({"A. Chi": ("Chi tăng.",)}, "Báo cáo khác"), chaptered(CHAPTERS))
    first, second = await pages.summary(CHAT), await pages.summary(CHAT, 1)
    assert first is not None
    assert second is not None
    assert first.html.startswith("<b>Tóm tắt: Báo cáo khác</b>")
    assert second.html.startswith(f"<b>Tóm tắt: {TITLE}</b>")
    assert "Chi tăng." in first.html
    assert BEST in second.html
    assert presses(first) == [Press(Action.SUMMARY, fingerprint, 0, 1)]
    assert presses(second) == [Press(Action.SUMMARY, fingerprint, 0, 0)]
    assert await pages.summary(CHAT, 2) is None


async def test_of_one_report_the_summary_names_none() -> None:
    view = await of(REPORT)[0].summary(CHAT)
    assert view is not None
    assert view.html.startswith(f"<b>{texts.SUMMARY}</b>")
    assert BEST in view.html
    assert presses(view) == []


async def test_the_key_figures_are_shown_or_those_about_a_topic() -> None:
    pages, _ = of(REPORT)
    whole, about, none = [await pages.figures(CHAT, topic) for topic in (None, "thu", "y tế")]
    assert whole is not None
    assert whole.html.startswith(f"<b>{texts.FIGURES}</b>")
    assert FIGURE in whole.html
    assert about is not None
    assert about.html.startswith("<b>Số liệu về thu</b>")
    assert none == View(texts.NO_FIGURES_ABOUT.format(topic="y tế"))


async def test_the_pages_of_figures_about_a_topic_lead_to_the_reply_that_knows_it() -> None:
    library = SmallLibrary()
    library.key_figures = lambda topic=None: SmallLibrary.key_figures(library) * 50  # type: ignore[method-assign]
    answering = Answering(library)
    pages = ReportViews(answering, SIGNER)
    about = await pages.figures(CHAT, "thu", reply="kT3_x9Qw-a1B")
    assert presses(about) == [Press(Action.FIGURES, "kT3_x9Qw-a1B", 1, 1)]
    assert presses(await pages.figures(CHAT, None)) == [Press(Action.FIGURES, answering.fingerprint, 0, 1)]
    assert await pages.figures(CHAT, "thu", 99, reply="kT3_x9Qw-a1B") is None


async def test_a_topic_that_is_no_text_is_said_to_be_none() -> None:
    assert await of(REPORT)[0].figures(CHAT, "thu \ud800") == View(texts.UNREADABLE_QUESTION)


LETTER = "UBND XÃ TÂN LẬP\nSố: 9/BC-UBND\nTân Lập, ngày 5 tháng 7 năm 2023\nBÁO CÁO\nKết quả năm 2023\n"


def test_the_outline_of_a_letter_begins_with_its_first_heading() -> None:
    # the letterhead's lines were buttons, and under no heading of the report stood a page of them
    text = f"{LETTER}I. THU\nThu đạt khá.\nII. CHI\nChi đúng chế độ.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An\n"
    pages, _ = of(read_report(text))
    assert labels(pages.outline(CHAT)) == ["I. THU", "II. CHI"]
    view = pages.section(CHAT, 1)
    assert view is not None
    assert view.html.endswith("Chi đúng chế độ.")


def test_what_a_letter_says_before_its_first_heading_is_its_opening_with_the_letterhead_in_lines() -> None:
    pages, _ = of(read_report(f"{LETTER}Xã báo cáo như sau.\nI. THU\nThu đạt khá.\n"))
    assert labels(pages.outline(CHAT)) == [texts.OPENING, "I. THU"]
    view = pages.section(CHAT, 0)
    assert view is not None
    assert "UBND XÃ TÂN LẬP\nSố: 9/BC-UBND\nTân Lập, ngày 5 tháng 7 năm 2023" in view.html
