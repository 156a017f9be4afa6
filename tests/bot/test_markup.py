from hypothesis import given
from hypothesis import strategies as st

from bot.markup import Marked, ending, fit, quoted, units
from tests.telegram_double.html_markup import parse_html

# Whatever a report can hold: anything that UTF-8 can.
hostile = st.text(st.characters(codec="utf-8"))
LONG = "một hai ba bốn năm sáu bảy tám chín mười " * 5


def test_length_is_counted_in_utf16_units() -> None:
    assert units("a🏯") == 3


def test_fit_never_parts_a_surrogate_pair() -> None:
    assert [fit("a🏯b", limit) for limit in range(5)] == [0, 1, 1, 2, 3]


def test_a_short_text_is_not_cut() -> None:
    text = Marked("thu và chi", ((0, 3),))
    assert text.cut(10) is text


def test_a_cut_falls_between_words_and_is_marked() -> None:
    assert Marked(LONG).cut(20).text == "một hai ba bốn năm…"


def test_the_bold_words_stay_in_sight_when_they_stand_late() -> None:
    start = LONG.rindex("bảy")
    cut = Marked(LONG, ((start, start + 3),)).cut(40)
    assert cut.text.startswith("…")
    assert "<b>bảy</b>" in cut.html


def test_bold_words_longer_than_the_room_are_cut_themselves() -> None:
    cut = Marked("x" * 100, ((10, 90),)).cut(30)
    assert cut.units <= 30
    assert "<b>xxx" in cut.html


def test_a_letter_keeps_its_combining_marks() -> None:
    assert not Marked("e\u0301" * 50).cut(10).text.endswith("e…")
    assert ending("e\u0301" * 50, 10).startswith("…e")


def test_an_ending_begins_with_a_whole_word() -> None:
    assert ending("một hai ba bốn", 9) == "…ba bốn"
    assert ending("một", 9) == "một"


def test_line_breaks_of_a_quotation_become_one_space_and_the_bold_moves_along() -> None:
    text = "tổng\r\nthu là\n\n5 tỷ\u2028đồng\0"
    start = text.index("5")
    shown = quoted(text, [(start, start + 4)])
    assert shown.text == "tổng thu là 5 tỷ đồng "
    assert shown.html == "tổng thu là <b>5 tỷ</b> đồng "


def test_overlapping_ranges_are_bold_once() -> None:
    assert quoted("abcdef", [(1, 4), (2, 5), (2, 3)]).html == "a<b>bcd</b><b>e</b>f"


def test_what_no_message_can_hold_is_shown_as_a_space() -> None:
    assert quoted("a\n\tb\x00c\u2028d\ud800e🏯", [(0, 3)]).html == "<b>a </b>b c d e🏯"


def test_markup_in_a_text_is_shown_as_it_stands() -> None:
    assert Marked("<b>&amp;</b>").html == "&lt;b&gt;&amp;amp;&lt;/b&gt;"


@given(hostile, st.integers(4, 60), st.data())
def test_any_text_cut_anywhere_fits_and_parses(text: str, limit: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cut = quoted(text, [(start, end)]).cut(limit)
    assert cut.units <= limit
    shown, _ = parse_html(cut.html)
    assert shown == cut.text


@given(hostile, st.integers(4, 60))
def test_any_ending_fits_and_is_an_ending(text: str, limit: int) -> None:
    end = ending(text, limit)
    assert units(end) <= limit
    assert text.endswith((end, end.removeprefix("…")))
