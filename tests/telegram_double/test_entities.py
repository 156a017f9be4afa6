from .entities import Entity, fix_entities
from .html_markup import parse_html


def fixed(html: str) -> list[tuple[str, int, int]]:
    return [(e.type, e.offset, e.end) for e in fix_entities(parse_html(html)[1])]


def test_bold_inside_a_quote_stays_whole() -> None:
    assert fixed("<blockquote>a <b>b</b> c</blockquote>") == [("blockquote", 0, 5), ("bold", 2, 3)]


def test_a_link_inside_bold_cuts_the_bold_as_telegram_does() -> None:
    assert fixed("<b>a <a href='http://x.vn'>b</a> c</b>") == [
        ("bold", 0, 2),
        ("text_link", 2, 3),
        ("bold", 2, 3),
        ("bold", 3, 5),
    ]


def test_italic_inside_bold_cuts_the_bold_where_italic_begins() -> None:
    assert fixed("<b>aa<i>b</i>cc</b>") == [("bold", 0, 2), ("bold", 2, 5), ("italic", 2, 3)]


def test_bold_does_not_reach_into_code() -> None:
    assert fixed("<b>a<code>b</code>c</b>") == [("bold", 0, 1), ("code", 1, 2), ("bold", 2, 3)]


def test_nothing_is_left_inside_pre() -> None:
    assert fixed("<pre>a<b>b</b><a href='http://x.vn'>c</a></pre>") == [("pre", 0, 3)]


def test_bold_inside_bold_is_one() -> None:
    assert fixed("<b>a<b>b</b>c</b>") == [("bold", 0, 3)]


def test_of_entities_that_cross_the_later_goes() -> None:
    crossing = [Entity("code", 0, 3), Entity("text_link", 2, 3, {"url": "http://x.vn/"})]
    assert fix_entities(crossing) == [Entity("code", 0, 3)]


def test_code_that_crosses_a_quote_goes() -> None:
    assert fix_entities([Entity("blockquote", 2, 4), Entity("code", 0, 3)]) == [Entity("blockquote", 2, 4)]
