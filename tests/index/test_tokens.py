import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.normalize import nfc
from index.tokens import WORD, tokens


def texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng thu NSNN", ["tổng", "thu", "nsnn"]),
        ("10.530,819 tỷ", ["10530,819", "tỉ"]),
        ("105,1%", ["105,1", "%"]),
        ("105,1 %", ["105,1", "%"]),
        ("31/12/2020", ["31", "12", "2020"]),
        ("31.12.2020", ["31", "12", "2020"]),
        ("01-02-2020", ["1", "2", "2020"]),
        ("31/12.2020", ["31", "12.2020"]),
        ("TT22", ["tt", "22"]),
        ("Covid-19", ["covid", "19"]),
        ("kinh tế - xã hội", ["kinh", "tế", "xã", "hội"]),
        ("kinh tế – xã hội", ["kinh", "tế", "xã", "hội"]),
        ("a_b", ["a", "b"]),
        ("?!… 😀 ‮", []),
    ],
)
def test_text_becomes_syllables_and_figures(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_token_knows_its_place() -> None:
    text = "Uỷ ban chi 1.200 đồng ngày 05/06/2020."
    assert [text[t.start : t.end] for t in tokens(text)] == "Uỷ ban chi 1.200 đồng ngày 05 06 2020".split()


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60).map(nfc))
def test_tokens_are_in_order_apart_and_not_empty(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert token.text
        last = token.end


@given(st.text(alphabet="aÁđ ̀7.,/-_%²ªⅣß\n", max_size=30) | st.text(max_size=30))
def test_the_words_are_the_tokens_that_are_spelled(text: str) -> None:
    spelled = [(token.start, token.end) for token in tokens(text) if text[token.start].isalpha()]
    assert [word.span() for word in WORD.finditer(text)] == spelled
