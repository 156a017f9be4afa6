import pytest

from index.mentions import mentions
from index.shapes import shapes
from index.tokens import tokens
from index.words import Word, tagged

FUNCTION = frozenset({"là", "của", "do"})


def of(text: str, words: list[Word] | None = None) -> list[tuple[str, ...]]:
    """The features of a text's words, by default pyvi's."""
    found = tagged(text) if words is None else words
    syllables = [[token.text for token in tokens(text[word.start : word.end])] for word in found]
    return shapes(text, found, syllables, mentions(text), FUNCTION)


def by_word(text: str) -> dict[str, set[str]]:
    """The same by the words as they are typed."""
    return {text[word.start : word.end]: set(found) for word, found in zip(tagged(text), of(text), strict=True)}


def test_a_sentence_without_words_has_no_features() -> None:
    assert of("") == of("… !") == []


def test_every_word_has_its_part_of_speech_and_that_of_its_neighbours() -> None:
    made = [Word(0, 3, "N"), Word(4, 7, "V"), Word(8, 10, "M")]
    first, second, third = map(set, of("thu đạt 15", made))
    assert {"any", "tag:N", "tag>:V", "tags>:N V", "first"} <= first
    assert {"any", "tag:V", "tag<:N", "tags<:N V", "tag>:M", "tags>:V M"} <= second
    assert {"any", "tag:M", "tag<:V", "tags<:V M", "last"} <= third
    assert not {"first", "last"} & second
    assert not any(name.startswith(("tag<", "tags<")) for name in first)
    assert not any(name.startswith(("tag>", "tags>")) for name in third)


def test_a_lone_word_is_first_and_last() -> None:
    assert {"first", "last"} <= set(of("thu")[0])


@pytest.mark.parametrize(
    ("text", "word", "has", "lacks"),
    [
        ("thu Hạnh về", "Hạnh", {"capital"}, {"capitals", "digit", "function", "several"}),
        ("thu NSNN về", "NSNN", {"capital", "capitals", "foreign"}, {"several"}),
        ("gồm B sau", "B", {"capital"}, {"capitals"}),
        ("đạt 15 tấn", "15", {"digit"}, {"capital", "function"}),
        ("tiền của huyện", "của", {"function"}, {"foreign"}),
        ("thu ngân sách tăng", "ngân sách", {"several"}, {"function", "foreign"}),
        ("cho Zqwx vay", "Zqwx", {"foreign", "capital"}, {"several"}),
    ],
)
def test_the_form_of_a_word_is_said(text: str, word: str, has: set[str], lacks: set[str]) -> None:
    found = by_word(text)[word]
    assert has <= found
    assert not lacks & found


def test_a_function_word_is_known_to_be_vietnamese() -> None:
    (found,) = shapes("zqwx", [Word(0, 4, "N")], [["zqwx"]], [], frozenset({"zqwx"}))
    assert "foreign" not in found


def test_words_that_lead_to_answers_are_named_by_themselves_and_beside_their_neighbours() -> None:
    made = [Word(0, 2, "N"), Word(3, 5, "V"), Word(6, 10, "Np")]
    first, second, third = map(set, of("tỉ là Hạnh", made))
    assert "=:là" in second
    assert ">:là" in first
    assert "<:là" in third
    named = [name for found in (first, second, third) for name in found if name[:2] in ("=:", "<:", ">:")]
    assert sorted(named) == ["<:là", "=:là", ">:là"], "no other word is named"


def test_marks_are_told_before_a_word_and_after_it_each_kind_once() -> None:
    made = [Word(1, 4, "N"), Word(7, 10, "V"), Word(12, 14, "M")]
    first, second, third = (
        {name for name in found if name.startswith("mark")} for found in of("(thu“) đạt, 15…;", made)
    )
    assert first == {"mark<:(", 'mark>:"', "mark>:)"}
    assert second == {'mark<:"', "mark<:)", "mark>:,"}
    assert third == {"mark<:,", "mark>:;"}


@pytest.mark.parametrize(("typed", "taken"), [("“", '"'), ("”", '"'), ("'", '"'), ("–", "-"), ("—", "-"), ("|", "|")])
def test_quotes_and_dashes_of_every_kind_are_one(typed: str, taken: str) -> None:
    assert f"mark<:{taken}" in of(f"{typed}thu", [Word(1, 4, "N")])[0]


def test_a_mention_is_told_where_it_begins_inside_and_where_it_ends() -> None:
    text = "khai mạc ngày 15/3/2020 tại xã"
    made = [Word(9, 13, "N"), Word(14, 16, "M"), Word(17, 18, "M"), Word(19, 23, "M"), Word(24, 27, "E")]
    day, first, middle, last, behind = ({name for name in found if name.endswith(":date")} for found in of(text, made))
    assert day == {"begins:date", "in:date"}
    assert first == middle == {"in:date"}
    assert last == {"ends:date", "in:date"}
    assert behind == set()


def test_a_mention_within_one_word_begins_and_ends_there() -> None:
    (found,) = of("50%", [Word(0, 3, "M")])
    assert {"begins:percent", "in:percent", "ends:percent"} <= set(found)


def test_no_feature_is_said_twice_of_a_word() -> None:
    for found in of("Tổng thu, “ngân sách” (NSNN) là 50% của 15/3/2020 do bà Lê Thị Hạnh nêu."):
        assert len(found) == len(set(found))
