import pytest

from index.heads import Head, Phrases


@pytest.mark.parametrize(
    "text",
    ["Thu đủ", "- Thu đủ", "1. Thu đủ", "a) Thu đủ", "(1) Thu đủ", "1.2. Thu đủ", "II. Thu đủ", "“Thu đủ”", "• Thu đủ"],
)
def test_numbers_and_bullets_are_left_out(text: str) -> None:
    assert Head(text).syllables == ("thu", "đủ")


def test_a_figure_is_no_number_of_an_item() -> None:
    assert Head("35.064 hộ").syllables == ("35064", "hộ")
    assert Head("12 hộ").syllables == ("12", "hộ")


def test_a_sentence_has_parts_between_its_marks() -> None:
    assert Head("Năm 2020, quận thu đủ (chi ít).").parts == [(0, 2), (2, 5), (5, 7)]
    assert Head("Kinh tế - xã hội").parts == [(0, 2), (2, 4)]
    assert Head("Covid-19 giảm 2,5%").parts == [(0, 5)]


@pytest.mark.parametrize("text", ["", "…", "- ", "😀", "1."])
def test_what_has_no_syllable_has_no_part_or_is_its_number(text: str) -> None:
    assert Head(text).parts in ([], [(0, 1)])


def test_a_name_is_known_by_its_capital_but_not_that_of_the_sentence() -> None:
    head = Head("Công trình của Nam")
    assert not head.names(0, 3)
    assert head.names(0, 4)


def test_only_a_text_without_any_accent_is_bare() -> None:
    assert Head("Do vay, quan – phuong").bare
    assert not Head("Do vay, quận").bare


def test_the_longest_phrase_at_a_place_counts() -> None:
    phrases = Phrases(["bà", "bà con", "do vậy"])
    assert phrases.at(Head("Bà con vui"), 0) == 2
    assert phrases.at(Head("Bà vui"), 0) == 1
    assert phrases.at(Head("Con bà"), 2) == 0
    assert phrases.before(Head("Vui bà con"), 3) == 2
    assert phrases.before(Head("Vui bà con"), 0) == 0


def test_without_accents_a_lone_syllable_is_no_phrase() -> None:
    phrases = Phrases(["bà", "do vậy"])
    assert phrases.at(Head("Do vay quan"), 0) == 2
    assert phrases.at(Head("Ba quan"), 0) == 0
    assert Phrases(["bà"], least=1).at(Head("Ba quan"), 0) == 1
