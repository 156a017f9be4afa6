import pytest

from index.words import known_syllables, words


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
