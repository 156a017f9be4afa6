from typing import Any

import pytest
from hypothesis import given
from telegram import InlineKeyboardMarkup

from bot import texts
from bot.callbacks import Action, Press, Signer
from bot.keyboards import LONGEST_LABEL, Keyboards, Markup, copy_button
from bot.markup import units
from tests.bot.hostile import sentences

SIGNER = Signer(b"a key")
CHAT = 7
KEYBOARDS = Keyboards(SIGNER, CHAT)
REPLY = "kT3_x9Qw-a1B"


def pressed(markup: Markup) -> list[list[tuple[str, Press | None]]]:
    """What each button is called and says when pressed; None where Telegram copies a text."""
    assert isinstance(markup, InlineKeyboardMarkup)
    return [
        [(one.text, SIGNER.read(str(one.callback_data), CHAT) if one.callback_data else None) for one in row]
        for row in markup.inline_keyboard
    ]


VOTES: list[tuple[str, Press | None]] = [("👍", Press(Action.UP, REPLY)), ("👎", Press(Action.DOWN, REPLY))]


def test_each_example_is_a_button_of_its_own_row() -> None:
    assert pressed(KEYBOARDS.examples(("Thu?", "Chi?"), "f00d")) == [
        [("Thu?", Press(Action.EXAMPLE, "f00d", 0, 0))],
        [("Chi?", Press(Action.EXAMPLE, "f00d", 0, 1))],
    ]


def test_without_examples_there_is_no_keyboard() -> None:
    assert KEYBOARDS.examples((), "f00d") is None


def test_under_an_answer_are_its_passage_the_next_best_the_votes_and_the_text_to_copy() -> None:
    markup = KEYBOARDS.answer(REPLY, 0, passage=17, others=True, copied=("Thu.",))
    assert pressed(markup) == [
        [("Ngữ cảnh", Press(Action.CONTEXT, REPLY, 0, 17)), ("Kết quả khác", Press(Action.OTHER, REPLY, 0, 1))],
        [*VOTES, ("Chép", None)],
    ]
    assert isinstance(markup, InlineKeyboardMarkup)
    copied = markup.inline_keyboard[1][2].copy_text
    assert copied is not None
    assert copied.text == "Thu."


def test_a_button_that_would_show_nothing_is_left_out() -> None:
    assert pressed(KEYBOARDS.answer(REPLY, 0, passage=None, others=False, copied=())) == [VOTES]


def test_under_one_answer_of_several_is_the_way_back_to_all() -> None:
    rows = pressed(KEYBOARDS.answer(REPLY, 2, passage=0, others=True, copied=()))
    assert [press for _, press in rows[0] if press] == [
        Press(Action.CONTEXT, REPLY, 2, 0),
        Press(Action.OTHER, REPLY, 2, 1),
    ]
    assert rows[-1] == [(texts.ALL_ANSWERS, Press(Action.ANSWER, REPLY))]


def test_under_several_answers_is_a_button_for_each() -> None:
    assert pressed(KEYBOARDS.several(REPLY, 2)) == [
        [("Câu 1", Press(Action.ANSWER, REPLY, 1)), ("Câu 2", Press(Action.ANSWER, REPLY, 2))],
        VOTES,
    ]


@pytest.mark.parametrize(
    ("before", "after", "turns"),
    [(None, None, []), (0, None, [("◀", 0)]), (None, 1, [("▶", 1)]), (3, 5, [("◀", 3), ("▶", 5)])],
)
def test_under_a_passage_are_the_ones_around_it_and_the_way_back(
    before: int | None, after: int | None, turns: list[tuple[str, int]]
) -> None:
    rows = pressed(KEYBOARDS.passage(REPLY, 1, before=before, after=after))
    assert rows[-1] == [(texts.BACK, Press(Action.ANSWER, REPLY, 1))]
    assert [one for row in rows[:-1] for one in row] == [
        (label, Press(Action.CONTEXT, REPLY, 1, number)) for label, number in turns
    ]


def test_under_the_next_best_is_the_one_after_it_until_the_last() -> None:
    back = (texts.BACK, Press(Action.ANSWER, REPLY, 1))
    assert pressed(KEYBOARDS.other(REPLY, 1, 2, ("Thu.",))) == [
        [("Kết quả khác", Press(Action.OTHER, REPLY, 1, 2))],
        [back, ("Chép", None)],
    ]
    assert pressed(KEYBOARDS.other(REPLY, 1, None, ())) == [[back]]


def test_a_vote_against_a_refusal_says_that_it_is_one() -> None:
    (votes,) = pressed(KEYBOARDS.answer(REPLY, 0, passage=None, others=False, copied=(), refused=True))
    assert votes == [VOTES[0], ("👎", Press(Action.DOWN, REPLY, 1))]


@pytest.mark.parametrize(("refused", "labels"), [(False, texts.REASONS), (True, texts.REASONS_OF_REFUSAL)])
def test_every_reason_is_one_tap_away_and_so_is_the_way_back(refused: bool, labels: tuple[str, ...]) -> None:
    rows = pressed(KEYBOARDS.reasons(REPLY, refused))
    reasons = {(label, Press(Action.REASON, REPLY, int(refused), number)) for number, label in enumerate(labels)}
    assert {one for row in rows[:-1] for one in row} == reasons
    assert sum(len(row) for row in rows[:-1]) == len(reasons)
    assert rows[-1] == [(texts.BACK, Press(Action.ANSWER, REPLY))]


@pytest.mark.parametrize(("refused", "labels"), [(False, texts.REASONS), (True, texts.REASONS_OF_REFUSAL)])
def test_the_longest_reason_has_a_row_of_its_own(refused: bool, labels: tuple[str, ...]) -> None:
    (row,) = [row for row in pressed(KEYBOARDS.reasons(REPLY, refused)) if max(labels, key=len) in dict(row)]
    assert len(row) == 1


@pytest.mark.parametrize(
    ("page", "count", "turns"), [(0, 1, []), (0, 3, [1]), (1, 3, [0, 2]), (2, 3, [1]), (0, 2, [1]), (1, 2, [0])]
)
def test_a_page_turns_to_those_around_it_and_no_further(page: int, count: int, turns: list[int]) -> None:
    up = Press(Action.OUTLINE, "f00d", 0, 1)
    rows = pressed(KEYBOARDS.pages(Action.SECTION, "f00d", page, count, 4, [(texts.OUTLINE_BUTTON, up)]))
    assert rows[-1] == [(texts.OUTLINE_BUTTON, up)]
    assert [one[1] for row in rows[:-1] for one in row] == [Press(Action.SECTION, "f00d", 4, to) for to in turns]


def test_a_single_page_with_nothing_beside_it_has_no_keyboard() -> None:
    assert KEYBOARDS.pages(Action.SUMMARY, "f00d", 0, 1) is None


def test_the_outline_has_a_row_for_each_heading_and_one_to_turn_the_page() -> None:
    rows = pressed(KEYBOARDS.headings([(8, "I. Thu"), (9, "1. Thuế")], "f00d", 1, 3))
    assert rows == [
        [("I. Thu", Press(Action.SECTION, "f00d", 8))],
        [("1. Thuế", Press(Action.SECTION, "f00d", 9))],
        [
            (texts.PAGE_BEFORE, Press(Action.OUTLINE, "f00d", 0, 0)),
            (texts.PAGE_AFTER, Press(Action.OUTLINE, "f00d", 0, 2)),
        ],
    ]
    assert len(pressed(KEYBOARDS.headings([(0, "I. Thu")], "f00d", 0, 1))) == 1


@given(sentences)
def test_a_label_is_one_line_and_short(label: str) -> None:
    shown = KEYBOARDS.button(label, Press(Action.SUMMARY, "f00d")).text
    assert units(shown) <= LONGEST_LABEL
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("offered", "copied"),
    [
        (("Thu. 📍", "Thu."), "Thu. 📍"),
        (("x" * 257, "Thu."), "Thu."),
        (("🏯" * 129, "🏯" * 128), "🏯" * 128),
        (("x" * 257, "x" * 300), None),
        (("",), None),
        ((), None),
    ],
)
def test_the_first_text_that_telegram_lets_be_copied_is_offered(offered: tuple[str, ...], copied: str | None) -> None:
    buttons: list[Any] = copy_button(offered)
    assert [one.copy_text.text for one in buttons] == ([copied] if copied else [])
