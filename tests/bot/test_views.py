from dataclasses import replace

import pytest

from bot import texts
from bot.answering import Answering, Found
from bot.callbacks import Action, Press, Signer
from bot.render import LEAST_NEAR
from bot.views import View, Views
from index.records import Abstention, Passage, Report, Sentence, Why
from tests.bot.samples import (
    ABOVE,
    AFTER,
    BEFORE,
    BEST,
    CHAPTERS,
    FIGURE,
    REPORT,
    TITLE,
    SmallLibrary,
    answer_of,
    candidate_of,
    chaptered,
    report_of,
    table_of,
)

SIGNER = Signer(b"a key")
REPLY = "kT3_x9Qw-a1B"
PRIVATE, GROUP = 7, -100


def views(library: SmallLibrary | None = None) -> Views:
    return Views(Answering(library or SmallLibrary()), SIGNER)


async def found(question: str, library: SmallLibrary | None = None) -> Found:
    return await Answering(library or SmallLibrary()).find(question)


def presses(view: View | None, chat: int = PRIVATE) -> list[Press]:
    """What the buttons of a view say in a chat."""
    assert view is not None
    rows = view.keyboard.inline_keyboard if view.keyboard else ()
    data = [str(one.callback_data) for row in rows for one in row if one.callback_data]
    read = [press for press in (SIGNER.read(one, chat) for one in data) if press]
    assert len(read) == len(data)
    return read


def copied(view: View | None) -> str | None:
    assert view is not None
    rows = view.keyboard.inline_keyboard if view.keyboard else ()
    return next((one.copy_text.text for row in rows for one in row if one.copy_text), None)


async def test_an_answer_has_its_passage_the_next_best_the_votes_and_the_way_to_copy_it() -> None:
    view = views().replies(REPLY, [await found("Tổng thu?")], PRIVATE)
    assert view.html.startswith(f"<b>{FIGURE}</b>")
    assert presses(view) == [
        Press(Action.CONTEXT, REPLY, 0, 0),
        Press(Action.OTHER, REPLY, 0, 1),
        Press(Action.UP, REPLY),
        Press(Action.DOWN, REPLY),
    ]
    assert copied(view) == f"{BEST}\n📍 {ABOVE} · đoạn 2, câu 2"


async def test_what_is_copied_is_what_telegram_lets_be_copied() -> None:
    long = report_of(BEFORE, "Tổng thu " * 40 + FIGURE)
    answer = answer_of(long, 1, FIGURE)
    view = views(SmallLibrary(long)).answer(REPLY, Found("Thu?", answer), PRIVATE)
    assert copied(view) == f"{FIGURE}\n📍 {ABOVE} · đoạn 2, câu 2"


async def test_in_a_group_an_answer_is_folded_and_its_buttons_are_the_groups() -> None:
    doubtful = Found("Thu?", answer_of(REPORT, 1, FIGURE, sure=False, runners_up=(candidate_of(REPORT, 0),)))
    group, private = (views().answer(REPLY, doubtful, chat) for chat in (GROUP, PRIVATE))
    assert group.html.endswith("</blockquote>")
    assert not private.html.endswith("</blockquote>")
    assert presses(group, GROUP) == presses(private)


async def test_a_question_that_was_pressed_is_shown_above_its_answer() -> None:
    view = views().replies(REPLY, [await found("Tổng thu?")], PRIVATE, asked=True)
    assert view.html.startswith("❓ Tổng thu?\n\n")


async def test_what_the_report_does_not_hold_has_the_nearest_and_the_votes_and_nothing_to_copy() -> None:
    view = views().replies(REPLY, [await found("Chi?")], PRIVATE)
    assert view.html.startswith(texts.NOT_IN_REPORT)
    assert presses(view) == [Press(Action.UP, REPLY), Press(Action.DOWN, REPLY, 1)]
    assert copied(view) is None


@pytest.mark.parametrize(("count", "offered"), [(0, []), (1, []), (2, [1]), (3, [1])])
def test_the_next_best_of_an_abstention_are_offered_where_there_is_more_than_the_one_it_shows(
    count: int, offered: list[int]
) -> None:
    nearest = tuple(candidate_of(REPORT, number) for number in range(count))
    view = views().answer(REPLY, Found("Chi?", Abstention("Chi?", Why.TOPIC, (), nearest, ())), PRIVATE)
    assert [press.number for press in presses(view) if press.action is Action.OTHER] == offered


async def test_sentences_near_to_nothing_are_not_offered() -> None:
    far = replace(candidate_of(REPORT, 0), confidence=LEAST_NEAR / 2)
    abstained = Found("Chi?", Abstention("Chi?", Why.TOPIC, (), (far,), ()))
    assert presses(views().answer(REPLY, abstained, PRIVATE)) == [Press(Action.UP, REPLY), Press(Action.DOWN, REPLY, 1)]
    assert views().other(REPLY, abstained, PRIVATE, 0, 1) is None


@pytest.mark.parametrize(("question", "line"), [(" ", texts.EMPTY_QUESTION), ("thu \ud800", texts.UNREADABLE_QUESTION)])
async def test_what_is_no_question_has_no_buttons(question: str, line: str) -> None:
    assert views().replies(REPLY, [await found(question)], PRIVATE) == View(line)


async def test_several_questions_are_answered_in_one_message_each_behind_a_button() -> None:
    view = views().replies(REPLY, [await found("Tổng thu?"), await found("Chi?")], PRIVATE, more=1)
    assert view.html.startswith("1. Tổng thu?\n")
    assert "\n\n2. Chi?\n" in view.html
    assert view.html.endswith(texts.ONLY_SO_MANY.format(count=2))
    assert presses(view)[:2] == [Press(Action.ANSWER, REPLY, 1), Press(Action.ANSWER, REPLY, 2)]


async def test_one_of_several_answers_shows_its_question_and_the_way_back_to_all() -> None:
    view = views().answer(REPLY, await found("Tổng thu?"), PRIVATE, 2)
    assert view.html.startswith("❓ Tổng thu?\n\n")
    assert presses(view)[0] == Press(Action.CONTEXT, REPLY, 2, 0)
    assert presses(view)[-1] == Press(Action.ANSWER, REPLY)


async def test_the_report_is_named_where_there_are_several() -> None:
    library = SmallLibrary(report_of("Chi."), REPORT)
    shown = views(library)
    answer = await found("Tổng thu?", library)
    assert all(
        TITLE in view.html
        for view in (
            shown.answer(REPLY, answer, PRIVATE),
            shown.replies(REPLY, [answer, answer], PRIVATE),
            shown.context(REPLY, answer, PRIVATE, 0, 0),
            shown.other(REPLY, answer, PRIVATE, 0, 1),
        )
        if view
    )


async def test_the_passages_around_an_answer_can_be_turned_over_from_the_first_to_the_last() -> None:
    library = SmallLibrary(chaptered(CHAPTERS))
    shown, answer = views(library), await found("Tổng thu?", library)
    pages = [shown.context(REPLY, answer, PRIVATE, 0, number) for number in (-1, 0, 1, 2, 3)]
    assert (pages[0], pages[4]) == (None, None)
    assert [page.html.split("\n")[0] for page in pages if page] == ["📖 phần 1/3", "📖 phần 2/3", "📖 phần 3/3"]
    back = Press(Action.ANSWER, REPLY)
    turns = [[press.number for press in presses(page) if press != back] for page in pages[1:4]]
    assert turns == [[1], [0, 2], [1]]
    assert all(presses(page)[-1] == back for page in pages[1:4])


async def test_only_the_passage_of_the_answer_sets_its_sentence_off() -> None:
    library = SmallLibrary(chaptered(CHAPTERS))
    shown, answer = views(library), await found("Tổng thu?", library)
    own, other = (shown.context(REPLY, answer, PRIVATE, 0, number) for number in (0, 1))
    assert own is not None
    assert other is not None
    assert f"<blockquote>{BEST.replace(FIGURE, f'<b>{FIGURE}</b>')}</blockquote>" in own.html
    assert "<blockquote>" not in other.html


async def test_a_passage_in_the_midst_of_a_table_shows_the_tables_header() -> None:
    header = "Chỉ tiêu | Kết quả năm 2020"
    library = Tabled(table_of(header, "Tổng thu | 10.530 tỷ đồng", "Thuế | 6.601 tỷ đồng"))
    answer = Found("Thuế?", answer_of(library.reports[0], 2, "6.601 tỷ đồng"))
    view = views(library).context(REPLY, answer, PRIVATE, 0, 1)
    assert view is not None
    assert header in view.html
    assert "Tổng thu" not in view.html


class Tabled(SmallLibrary):
    """Holds a table of three rows in two passages; the second one is read with the first row, the header, before it."""

    def __init__(self, table: Report) -> None:
        cut = table.sentences[2].start
        passages = (Passage(0, cut, 0, 1), Passage(cut, table.sentences[2].end, 2, 2))
        super().__init__(replace(table, passages=passages))

    def context(self, report: int, passage: int) -> tuple[Sentence, ...]:
        header, first, second = self.reports[report].sentences
        return (header, second) if passage else (header, first)


async def test_without_an_answer_there_is_no_passage() -> None:
    assert views().context(REPLY, await found("Chi?"), PRIVATE, 0, 0) is None


async def test_the_next_best_come_one_by_one_after_the_answer_until_the_last() -> None:
    shown, answer = views(), await found("Tổng thu?")
    pages = [shown.other(REPLY, answer, PRIVATE, 0, number) for number in (0, 1, 2, 3)]
    assert (pages[0], pages[3]) == (None, None)
    _, first, last, _ = pages
    assert first is not None
    assert last is not None
    assert first.html.startswith(f"Kết quả 2/3:\n\n{BEFORE}\n")
    assert last.html.startswith(f"Kết quả 3/3:\n\n{AFTER}\n")
    assert presses(first) == [Press(Action.OTHER, REPLY, 0, 2), Press(Action.ANSWER, REPLY)]
    assert presses(last) == [Press(Action.ANSWER, REPLY)]
    assert copied(first) == f"{BEFORE}\n📍 {ABOVE} · đoạn 2, câu 1"


async def test_of_what_is_not_in_the_report_the_nearest_is_the_first() -> None:
    view = views().other(REPLY, await found("Chi?"), PRIVATE, 0, 1)
    assert view is not None
    assert view.html.startswith("Kết quả 1/1:")
