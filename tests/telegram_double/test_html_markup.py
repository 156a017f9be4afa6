import pytest
from hypothesis import given
from hypothesis import strategies as st

from .client import Api
from .html_markup import MarkupError, parse_html
from .text import utf16_length


def marked(html: str) -> list[tuple[str, str]]:
    """Each entity's type and the words under it, cut by UTF-16 units as a client does."""
    text, entities = parse_html(html)
    units = text.encode("utf-16-le")
    return [(e.type, units[2 * e.offset : 2 * e.end].decode("utf-16-le")) for e in entities]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<ins>x</ins>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<strike>x</strike>", "strikethrough"),
        ("<del>x</del>", "strikethrough"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ('<blockquote expandable="">x</blockquote>', "expandable_blockquote"),
        ("<a href='https://hanoi.gov.vn/'>x</a>", "text_link"),
        ('<a href="tg://user?id=7">x</a>', "text_mention"),
        ("<B>x</b >", "bold"),
        ("<b>x</>", "bold"),
    ],
)
def test_every_tag_becomes_its_entity(html: str, kind: str) -> None:
    assert marked(html) == [(kind, "x")]


def test_offsets_are_utf16_units_past_emoji_and_vietnamese() -> None:
    text, entities = parse_html("😀 số <b>liệu 😀</b>")
    assert text == "😀 số liệu 😀"
    assert [(e.offset, e.length) for e in entities] == [(6, 7)]


def test_code_with_a_language_inside_pre_is_one_entity() -> None:
    _, entities = parse_html('<pre><code class="language-python">x</code></pre>')
    assert [e.as_json() for e in entities] == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a &lt;b&gt; &amp; &quot;c&quot;", 'a <b> & "c"'),
        ("&#7879; &#x1F600; &#x1ec7", "ệ 😀 ệ"),
        ("&nbsp; &copy; & &#0; &#x; &", "&nbsp; &copy; & &#0; &#x; &"),
        ("&ltb", "&ltb"),
        ("a > b", "a > b"),
    ],
)
def test_references_telegram_knows_are_decoded_and_others_stay(html: str, text: str) -> None:
    assert parse_html(html) == (text, [])


def test_a_link_to_a_host_without_a_dot_leaves_only_its_words() -> None:
    assert marked('<a href="http://localhost:80/x">x</a>') == []


def test_an_element_around_nothing_leaves_no_entity() -> None:
    assert parse_html("a<b></b>") == ("a", [])


REFUSALS = [
    ("số liệu <x>", 'Unsupported start tag "x" at byte offset 12'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b>xx</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("x <b", "Unclosed start tag at byte offset 2"),
    ("x <", "Unclosed start tag at byte offset 2"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    (
        "<blockquote>a<blockquote>b</blockquote></blockquote>",
        'Tag "blockquote" can\'t be nested at byte offset 13',
    ),
    ("a\0b", "Text must not contain null bytes"),
    (
        "&#xD800;",
        "Text contains invalid Unicode characters after decoding HTML entities, "
        "check for unmatched surrogate code units",
    ),
]


@pytest.mark.parametrize(("html", "complaint"), REFUSALS)
def test_markup_telegram_cannot_parse_is_refused_in_its_words(api: Api, html: str, complaint: str) -> None:
    answer = api.refused("sendMessage", chat_id=1001, text=html, parse_mode="HTML")
    assert answer == f"400 Bad Request: can't parse entities: {complaint}"


@given(st.text(alphabet="<>/&;#xb i=\"'aế😀pre", max_size=40))
def test_any_markup_is_parsed_or_refused(html: str) -> None:
    try:
        text, entities = parse_html(html)
    except MarkupError:
        return
    assert all(0 <= e.offset < e.end <= utf16_length(text) for e in entities)


@given(st.text(max_size=60).filter(lambda text: "\0" not in text))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped) == (text, [])
