import pytest
from hypothesis import given, settings

from index.normalize import nfc
from index.tokens import tokens
from index.words import UNKNOWN, known_syllables, tagged, words
from tests.index.hostile import QUESTIONS, TEXTS


def test_the_syllables_of_a_word_are_joined() -> None:
    assert "ngân_sách" in words("Tổng thu ngân sách nhà nước")


def test_words_are_in_canonical_spelling_without_punctuation() -> None:
    assert words("Uỷ ban, (nhân dân)!") == words("ủy ban nhân dân")


@pytest.mark.parametrize("text", ["", "   ", "?!…", "😀", "\u0301"])
def test_a_text_without_letters_has_no_words(text: str) -> None:
    assert words(text) == []


def test_a_run_without_a_space_is_read_in_pieces_and_nothing_is_lost() -> None:
    assert "".join(words("a" * 5_000)) == "a" * 5_000


def test_a_long_text_is_read_in_pieces_and_nothing_is_lost() -> None:
    text = "ngân sách " * 1_000
    assert "_".join(words(text)).split("_") == text.split()


def test_the_lexicon_is_vietnamese_in_canonical_spelling() -> None:
    known = known_syllables()
    assert {"ngân", "sách", "kĩ", "tỉ"} <= known
    assert "kỹ" not in known


def test_tagged_words_have_their_places_and_parts_of_speech() -> None:
    text = "Huyện trồng mới 320 ha rừng."
    found = tagged(text)
    assert [text[word.start : word.end] for word in found] == ["Huyện", "trồng", "mới", "320", "ha", "rừng"]
    tags = {text[word.start : word.end]: word.tag for word in found}
    assert (tags["Huyện"], tags["trồng"], tags["320"]) == ("N", "V", "M")


def test_tagged_words_of_several_syllables_run_from_the_first_to_the_last() -> None:
    text = "thu ngân  sách, nhà nước"
    assert "ngân  sách" in [text[word.start : word.end] for word in tagged(text)]


def check_tagged(text: str) -> None:
    """Words stand in order and apart, and each token of the text is in one of them, whole."""
    last = 0
    inside: set[int] = set()
    for word in tagged(text):
        assert last <= word.start < word.end <= len(text)
        assert word.tag
        inside |= set(range(word.start, word.end))
        last = word.end
    words_of = [(word.start, word.end) for word in tagged(text)]
    for token in tokens(text):
        assert any(start <= token.start and token.end <= end for start, end in words_of), token
    assert inside >= {i for token in tokens(text) for i in range(token.start, token.end)}


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_tagged_words_are_in_order_apart_and_hold_all_tokens_of_hostile_text(text: str) -> None:
    check_tagged(nfc(text))


@pytest.mark.parametrize("name", [name for name in QUESTIONS if "megabyte" not in name])
def test_tagged_words_hold_all_tokens_of_hostile_questions(name: str) -> None:
    check_tagged(nfc(QUESTIONS[name]))


@pytest.mark.parametrize("text", ["", "   ", "?!…", "😀", "\u0301"])
def test_a_text_without_letters_has_no_tagged_words(text: str) -> None:
    assert tagged(text) == []


def test_where_pyvi_loses_the_thread_each_token_is_a_word_of_no_known_kind() -> None:
    text = "Thu tăng. %%%%%%%% thu ngân sách"  # a run of marks is not given to pyvi
    found = tagged(text)
    assert [word.tag for word in found if text[word.start : word.end] == "%"] == [UNKNOWN] * 8
    assert [text[word.start : word.end] for word in found][-3:] == ["thu", "ngân", "sách"]
    assert UNKNOWN not in [word.tag for word in found[:2]]
