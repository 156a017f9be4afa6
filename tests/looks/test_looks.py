"""Pages opened in a real Chromium: nothing is wider than the phone, bold is bold, and no text is run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.looks.chromium import Chromium, chromium_path
from tests.looks.marked import marked_html
from tests.looks.page import WIDTH, page_html
from tests.looks.pictures import shrunk
from tests.looks.plays import LIMITED, LIMITS, OPEN, SETTINGS, Play, name_of
from tests.looks.scene import Bubble, Item, Results, Scene, Toast
from tests.looks.stage import LAN, served
from tests.telegram_double import TelegramDouble
from tests.telegram_double.errors import Json
from tests.telegram_double.text import finish_text, parse_formatted

LONG = "ngân" * 300
HOSTILE = "<script>document.title='chạy'</script><img src=x onerror=\"document.title='chạy'\"></div></main><b>&lt;"
TEXTS = {
    "plain": LONG,
    "bold": f"<b>{LONG}</b>",
    "code": f"<code>{LONG}</code>",
    "pre": f"<pre>{LONG}</pre>",
    "quotation": f"<blockquote>{LONG}</blockquote>",
    "folded quotation": f"<blockquote expandable>{LONG}</blockquote>",
    "spoiler": f"<tg-spoiler>{LONG}</tg-spoiler>",
    "link": f'<a href="https://example.vn/">{LONG}</a>',
    "nested": f"<blockquote><b>đậm <i>nghiêng {LONG}</i></b> <u>gạch <s>{LONG}</s></u></blockquote>",
}


def message(html: str, chat: int = LAN, name: str = "Hỏi Báo Cáo", **fields: object) -> Json:
    """A message of the bot's, as Telegram holds it."""
    who = {"id": 9, "is_bot": True, "first_name": name}
    return {"chat": {"id": chat}, "from": who, **finish_text(*parse_formatted(html, "html", None)), **fields}


def scene(*items: Item, title: str = "Hỏi Báo Cáo") -> Scene:
    return Scene(title, title, LAN, items)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if chromium_path() is None and os.environ.get("CI") != "true":
        pytest.skip("chromium is not installed")
    with Chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def telegram(browser: Chromium) -> Iterator[TelegramDouble]:
    with served(**SETTINGS) as telegram:
        yield telegram


@pytest.fixture(scope="module")
def limited(browser: Chromium) -> Iterator[TelegramDouble]:
    with served(**LIMITS) as telegram:
        yield telegram


def check_widths(browser: Chromium) -> None:
    """All that is drawn stands between the screen's edges."""
    assert browser.run("document.documentElement.scrollWidth") <= WIDTH
    boxes = browser.run(
        "[...document.querySelectorAll('header, main *')].map(one => one.getBoundingClientRect())"
        ".map(box => [box.left, box.right])"
    )
    assert boxes
    assert all(0 <= left <= right <= WIDTH for left, right in boxes), boxes


@pytest.mark.parametrize("chat", [LAN, -1], ids=["private", "group"])
@pytest.mark.parametrize("html", TEXTS.values(), ids=list(TEXTS))
def test_text_of_one_endless_word_stays_on_the_screen(browser: Chromium, html: str, chat: int) -> None:
    browser.open(page_html(scene(Bubble(message(html, chat)))))
    check_widths(browser)


def test_names_buttons_and_lists_of_endless_words_stay_on_the_screen(browser: Chromium) -> None:
    row = [{"text": LONG}, {"text": LONG, "url": "https://x.vn"}, {"text": LONG, "copy_text": {"text": LONG}}]
    keyboard = {"inline_keyboard": [[{"text": LONG}], row * 2]}
    original = message(LONG, name=LONG)
    result = {"title": LONG, "description": LONG}
    items = (
        Bubble(message("ngắn", name=LONG, chat=-1, reply_markup=keyboard, reply_to_message=original)),
        Bubble(message("ngắn", chat=-1, via_bot={"username": LONG}, document={"file_name": LONG})),
        Bubble(message("x", chat=-1, name=LONG, new_chat_members=[{"first_name": LONG}])),
        Toast(LONG),
        Results(LONG, {"button": {"text": LONG}, "results": [result]}),
    )
    browser.open(page_html(scene(*items, title=LONG)))
    check_widths(browser)


@pytest.mark.parametrize("play", OPEN, ids=name_of)
def test_what_the_bot_sent_stays_on_the_screen(browser: Chromium, telegram: TelegramDouble, play: Play) -> None:
    browser.open(page_html(play(telegram)))
    check_widths(browser)


@pytest.mark.parametrize("play", LIMITED, ids=name_of)
def test_what_a_limited_bot_sent_stays_on_the_screen(browser: Chromium, limited: TelegramDouble, play: Play) -> None:
    browser.open(page_html(play(limited)))
    check_widths(browser)


def test_words_in_bold_are_drawn_bold_and_no_others(browser: Chromium) -> None:
    # Beyond the first plane an offset counts twice, so bold behind an emoji slips where code points are counted.
    html = "😀 thường <b>đậm</b> <i>nghiêng <b>cả hai</b></i>\n<blockquote expandable>trích <b>đậm nữa</b></blockquote>"
    browser.open(page_html(scene(Bubble(message(html)))))
    drawn = browser.run(
        """(() => {
            const walk = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT), found = [];
            while (walk.nextNode())
                if (+getComputedStyle(walk.currentNode.parentElement).fontWeight >= 700)
                    found.push(walk.currentNode.data);
            return found;
        })()"""
    )
    assert drawn == ["đậm", "cả hai", "đậm nữa"]


def test_text_is_never_taken_for_markup(browser: Chromium) -> None:
    plain = {"text": HOSTILE, "entities": []}
    who = {"id": 9, "is_bot": True, "first_name": HOSTILE}
    told = {"chat": {"id": -1}, "from": who, **plain}
    keyboard = {"inline_keyboard": [[{"text": HOSTILE}]]}
    items = (
        Bubble({**told, "reply_to_message": told, "reply_markup": keyboard, "via_bot": {"username": HOSTILE}}),
        Bubble({**told, "document": {"file_name": HOSTILE}}),
        Bubble({**told, "new_chat_members": [{"first_name": HOSTILE}]}),
        Toast(HOSTILE),
        Results(HOSTILE, {"button": {"text": HOSTILE}, "results": [{"title": HOSTILE, "description": HOSTILE}]}),
    )
    browser.open(page_html(scene(*items, title=HOSTILE)))
    assert browser.run("document.title") == HOSTILE
    assert browser.run("document.querySelectorAll('script, img, main main').length") == 0
    assert browser.run("document.querySelectorAll('.text')[0].firstChild.data") == HOSTILE
    assert browser.run("document.querySelector('.toast').textContent") == HOSTILE


def test_a_script_that_got_through_would_not_run(browser: Chromium) -> None:
    browser.open(page_html(scene()).replace("<main>", "<main><script>document.title='chạy'</script>"))
    assert browser.run("document.querySelectorAll('script').length") == 1
    assert browser.run("document.title") == "Hỏi Báo Cáo"


def test_long_quotation_is_folded_to_three_lines_and_a_short_one_shows_no_arrow(browser: Chromium) -> None:
    long = message("<blockquote expandable>" + "một hai ba " * 40 + "</blockquote>")
    short = message("<blockquote expandable>một hai ba</blockquote>")
    browser.open(page_html(scene(Bubble(long), Bubble(short))))
    inside = "document.querySelectorAll('.folded > div')"
    lines = f"[...{inside}].map(one => one.clientHeight / parseFloat(getComputedStyle(one).lineHeight))"
    assert browser.run(lines) == pytest.approx([3, 1], abs=0.1)
    arrows = "[...document.querySelectorAll('.folded')].map(one => getComputedStyle(one, '::after').visibility)"
    assert browser.run(arrows) == ["visible", "hidden"]


def test_labels_too_long_for_their_buttons_are_named(browser: Chromium) -> None:
    keyboard = {"inline_keyboard": [[{"text": LONG}, {"text": "Chép"}]]}
    browser.open(page_html(scene(Bubble(message("x", reply_markup=keyboard)))))
    assert browser.cut_labels == [LONG]


def test_emoji_keeps_its_colour_in_a_picture_of_two_dozen(browser: Chromium) -> None:
    browser.open(page_html(scene(Bubble(message("👍 " + "một câu dài " * 60)))))
    picture = shrunk(browser.picture())
    counted = cast("list[tuple[int, tuple[int, int, int]]]", picture.convert("RGB").getcolors())
    assert len(counted) <= 28
    assert sum(count for count, (red, green, blue) in counted if red > 220 and 150 < green < 220 and blue < 110) > 300


class _Words(HTMLParser):
    """What a browser would show of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shown = ""
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.shown += data


# HTMLParser would turn a carriage return into a line break, as browsers do; Telegram takes them out.
texts = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]) | st.sampled_from("<>&\"'/@ 😀ế"))
spans = st.tuples(
    st.sampled_from(["bold", "italic", "code", "spoiler", "text_link"]), st.integers(0, 20), st.integers(1, 9)
)


@given(texts, st.lists(spans, max_size=4))
def test_every_letter_is_shown_whatever_is_marked(text: str, marked: list[tuple[str, int, int]]) -> None:
    cuts = [0]
    for character in text:
        cuts.append(cuts[-1] + 1 + (character > "\uffff"))
    entities = [
        {"type": kind, "offset": cuts[first], "length": cuts[min(first + count, len(text))] - cuts[first]}
        for kind, first, count in marked
        if first < len(text)
    ]
    assert _Words(marked_html(text, entities)).shown == text
