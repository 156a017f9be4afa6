import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.keyboard import UNLIKELY, neighbours, slip, telex, telex_strokes, vni, vni_strokes
from index.normalize import fold
from index.sentences import is_syllable
from index.words import known_syllables

# Not loan words (card, boong): some of their letters are strokes.
# Of the lexicon's foreign words "ôxy" and "lơgo" are struck like other syllables.
VIETNAMESE = sorted(
    one
    for one in known_syllables()
    if telex(one) == one and "oo" not in fold(one) and one.isalpha() and is_syllable(one)
)


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("thuees", "thuế"),
        ("thueesf", "thuềs"),
        ("ngaan", "ngân"),
        ("ngana", "ngân"),
        ("nhieue", "nhiêu"),
        ("dduowcj", "được"),
        ("duocwj", "dược"),
        ("sachs", "sách"),
        ("tieets", "tiết"),
        ("thuongwf", "thường"),
        ("xax", "xã"),
        ("thuowr", "thuở"),
        ("thu", "thu"),
    ],
)
def test_telex_strokes_spell_a_syllable(typed: str, spelled: str) -> None:
    assert telex(typed) == spelled


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("thue61", "thuế"),
        ("nga6n", "ngân"),
        ("ngan6", "ngân"),
        ("sa1ch", "sách"),
        ("d9at", "đat"),
        ("d9a5t", "đạt"),
        ("d9u7o7c5", "được"),
        ("d9uo7c5", "được"),
        ("na8m", "năm"),
        ("thu", "thu"),
    ],
)
def test_vni_strokes_spell_a_syllable(typed: str, spelled: str) -> None:
    assert vni(typed) == spelled


@pytest.mark.parametrize("typed", ["h5n1", "tt22", "nam2020", "km2", "p9", "a0", "sa12ch", "thu6", "t8"])
def test_a_digit_that_can_be_no_mark_leaves_a_word_as_it_is(typed: str) -> None:
    assert vni(typed) == typed


def test_what_is_struck_is_what_is_read() -> None:
    assert len(VIETNAMESE) > 5_000
    assert [vni(vni_strokes(spelled)) for spelled in VIETNAMESE] == VIETNAMESE
    assert [telex(telex_strokes(spelled)) for spelled in VIETNAMESE] == VIETNAMESE


@given(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_a_key_is_beside_those_that_are_beside_it(letter: str) -> None:
    assert neighbours(letter)
    assert all(letter in neighbours(other) for other in neighbours(letter))


@pytest.mark.parametrize("other", ["đ", "1", " ", ""])
def test_what_is_no_letter_of_the_keyboard_has_no_neighbours(other: str) -> None:
    assert neighbours(other) == ""


@pytest.mark.parametrize("typed", ["bgan", "nagn", "ngann", "nngan", "ngn"])
def test_a_slip_that_fingers_make_is_likelier_than_another(typed: str) -> None:
    assert slip(typed, "ngan") > slip("pgan", "ngan") == UNLIKELY
    assert slip(typed, "ngan") > slip("ngapn", "ngan") == UNLIKELY
