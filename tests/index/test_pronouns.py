"""The word of a sentence that speaks of the one before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.leaning_words import LeaningWords
from index.pronouns import anaphor
from index.sentences import is_syllable
from index.tokens import tokens
from index.words import tagged

KNOWN = sorted(LeaningWords.load().pronouns.anaphors)
POINTING = frozenset({"này", "ấy"})
WITHIN = 12


def words(text: str) -> list[list[str]]:
    """The words of a text, each its syllables with accents."""
    return [[token.text for token in tokens(text[word.start : word.end])] for word in tagged(text)]


def is_known(word: list[str]) -> bool:
    return set(word) <= set(KNOWN) or word[-1] in POINTING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nó được lập năm 1998.", "nó"),
        ("Công ty này có 20 người.", "này"),
        ("Năm 1785, ông trình bày lý thuyết.", "ông"),
        ("Hiện tại họ đang chơi ở giải hạng tư.", "họ"),
        ("Con số ấy tăng gấp đôi.", "ấy"),
        ("NÓ ĐƯỢC LẬP NĂM 1998.", "nó"),
        ("Nó khen ông này.", "nó"),  # the first of several
        ("Ông ấy đến năm 1998.", "ông"),
        ("Nhân dân thế giới khen nó.", "nó"),  # "thế giới" is another word
        ("Thu của họ hàng nó tăng.", "nó"),
    ],
)
def test_the_word_that_speaks_of_what_was_said_before(text: str, said: str) -> None:
    found = words(text)
    assert said in found[anaphor(found)]
    assert not any(is_known(word) for word in found[: anaphor(found)])


@pytest.mark.parametrize(
    ("word", "known"),
    [
        (["ông"], True),
        (["ông", "ấy"], True),
        (["công", "ty", "này"], True),
        (["con", "số", "ấy"], True),
        (["này", "nọ"], False),
        (["ông", "cha"], False),
        (["thế", "giới"], False),
        (["họ", "hàng"], False),
        (["cô", "giáo"], False),
        (["chúng", "ta"], False),
        (["anh", "hùng"], False),
        (["con", "ông"], False),  # only this and that end a word
    ],
)
def test_a_pronoun_is_a_word_by_itself_and_this_or_that_may_end_one(word: list[str], known: bool) -> None:
    assert anaphor([["năm"], word, ["nó"]]) == (1 if known else 2)


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 15 tỷ đồng.",
        "No duoc lap nam 1998.",  # a report has accents, and "ho" is no "họ"
        "Hộ nghèo giảm.",
        "Thu của ông cha để lại.",
        "Nhân dân thế giới đổi thay.",
        "Nhiều cô giáo đến dự.",
        "Với anh hùng lao động, huyện tặng quà.",
    ],
)
def test_where_none_does_the_first_word_is_taken(text: str) -> None:
    assert anaphor(words(text)) == 0


def test_a_sentence_without_words_has_the_first_place_too() -> None:
    assert anaphor([]) == 0


@pytest.mark.parametrize(("ahead", "place"), [(WITHIN - 1, WITHIN - 1), (WITHIN, 0)])
def test_it_is_looked_for_at_the_beginning_only(ahead: int, place: int) -> None:
    assert anaphor([*[["thu"]] * ahead, ["nó"]]) == place


@given(st.lists(st.lists(st.sampled_from([*KNOWN, "thu", "chi", "15"]), min_size=1, max_size=3), max_size=20))
def test_it_is_the_first_of_those_that_are_known(sentence: list[list[str]]) -> None:
    places = [i for i in range(min(WITHIN, len(sentence))) if is_known(sentence[i])]
    assert anaphor(sentence) == min(places, default=0)


def test_all_that_are_known_are_single_syllables_as_a_text_is_split() -> None:
    # one of two, "chúng ta", would never be found
    for known in KNOWN:
        assert is_syllable(known), known
        assert [token.text for token in tokens(known)] == [known]
