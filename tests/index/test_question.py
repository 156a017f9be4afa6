from typing import Literal
from unicodedata import normalize

import pytest

from index.errors import QuestionError
from index.library import Library
from index.question import LONGEST

FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


def test_a_question_in_decomposed_letters_is_the_same_question(small: Library) -> None:
    one, other = (small.understand(normalize(form, "Tổng thu đạt bao nhiêu?")) for form in FORMS)
    assert (one.terms, one.content, one.asking) == (other.terms, other.content, other.asking)


@pytest.mark.parametrize(("question", "accented"), [("Thu ngân sách?", True), ("thu ngan sach?", False)])
def test_a_query_knows_whether_it_was_typed_with_accents(small: Library, question: str, accented: bool) -> None:
    assert small.understand(question).accented is accented


@pytest.mark.parametrize("question", ["thu ngan sach bao nhieu", "Thu ngân sách bao nhiêu?"])
def test_the_words_that_ask_are_no_content(small: Library, question: str) -> None:
    assert small.understand(question).content == ("thu", "ngan", "sach")


def test_no_pair_bridges_the_words_that_ask(small: Library) -> None:
    pairs = small.understand("Huyện trồng bao nhiêu rừng?").terms["pairs"]
    assert "huyện trồng" in pairs
    assert "trồng rừng" not in pairs


def test_a_repeated_word_weighs_more_and_a_function_word_less(small: Library) -> None:
    terms = small.understand("rừng rừng của huyện").terms["syllables"]
    assert terms["rừng"] == 2 * terms["huyện"]
    assert terms["của"] < terms["huyện"]


def test_the_typed_question_is_kept(small: Library) -> None:
    typed = "  tong  thu NSNN?? "
    assert small.understand(typed).question == typed


def test_what_stands_beyond_the_longest_question_is_not_read(small: Library) -> None:
    assert "rung" not in small.understand("x " * (LONGEST // 2) + "rừng").content


def test_slips_and_chat_are_mended(small: Library) -> None:
    assert "rung" in small.understand("đc bn ha rungf").content


@pytest.mark.parametrize("surrogate", ["\ud83d", "a\udc00b", "\udfff\ud800"])
def test_lone_surrogates_are_refused(small: Library, surrogate: str) -> None:
    with pytest.raises(QuestionError, match="surrogate"):
        small.understand(surrogate)


def test_a_pair_of_surrogates_that_is_a_letter_is_not(small: Library) -> None:
    assert small.understand("thu 😀").content == ("thu",)
