import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.fields import FIELDS, FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES, WORDS, fields
from index.glossary import Glossary
from index.library import Library
from index.normalize import fold, nfc
from tests.index.builders import NO_GLOSSARY

SHORT = Glossary({"NSNN": ["ngân sách nhà nước"]})


def test_a_text_has_its_tokens_in_every_field() -> None:
    found = fields("Thu ngân sách", NO_GLOSSARY)
    assert tuple(found) == FIELDS
    assert "_".join(found[WORDS]).split("_") == found[SYLLABLES]
    assert len(found[WORDS]) < 3, "pyvi joins ngân and sách"
    assert found[SYLLABLES] == ["thu", "ngân", "sách"]
    assert found[FOLDED] == ["thu", "ngan", "sach"]
    assert found[PAIRS] == ["thu ngân", "ngân sách"]
    assert found[FOLDED_PAIRS] == ["thu ngan", "ngan sach"]


@pytest.mark.parametrize("short", ["NSNN", "nsnn", "Nsnn"])
def test_an_abbreviation_and_its_expansion_have_the_same_tokens(short: str) -> None:
    assert fields(f"Tổng thu {short} năm 2020", SHORT) == fields("Tổng thu ngân sách nhà nước năm 2020", SHORT)


@pytest.mark.parametrize("question", ["Tổng thu NSNN trên địa bàn huyện", "thu phí UBND, HĐND", "KT-XH huyện"])
def test_a_question_has_the_tokens_that_a_report_has(small: Library, question: str) -> None:
    # nothing in these is a word of asking or of chat, so the query holds all the text's own terms
    of_report = fields(question, small.glossary)
    of_question = small.understand(question).terms
    assert {name: set(terms) for name, terms in of_question.items()} == {n: set(of_report[n]) for n in of_question}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60).map(nfc))
def test_the_fields_of_any_text_agree(text: str) -> None:
    found = fields(text, SHORT)
    assert found[FOLDED] == [fold(syllable) for syllable in found[SYLLABLES]]
    assert len(found[PAIRS]) == len(found[FOLDED_PAIRS]) == max(0, len(found[SYLLABLES]) - 1)
    assert fields(text, SHORT) == found
