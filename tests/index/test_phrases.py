import pytest

from index.phrases import Phrases

LISTS = {"which": ("nào", "gì"), "unit": ("tỷ đồng", "hộ")}


def found(phrase: str, text: str, *, bare: bool = False, end: int | None = None) -> list[tuple[int, ...]]:
    """The words of each place where a phrase stands in a text."""
    return [one.words for one in Phrases([[phrase]], LISTS).find(text.split(), bare=bare, end=end)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("bao nhiêu", "thu bao nhiêu", (1, 2)),
        ("cái {which}", "có cái gì", (1, 2)),
        ("{unit}", "năm tỉ đồng", (1, 2)),  # lists are spelled as tokens are
        ("cho {unit}? hỏi", "cho hỏi", (0, 1)),
        ("cho {unit}? hỏi", "cho hộ hỏi", (0, 1, 2)),
        ("các _ nào", "các xã nào", (0, 2)),
        ("có … không", "có một hai không", (0, 3)),
        ("gồm < những gì", "gồm những gì", (1, 2)),
        ("mấy > {unit}", "mấy hộ", (0,)),
        ("không $", "có không", (1,)),
    ],
)
def test_each_sign_of_a_phrase(phrase: str, text: str, words: tuple[int, ...]) -> None:
    assert found(phrase, text) == [words]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("các _ nào", "các nào"),
        ("có … không", "có không"),
        ("mấy > {unit}", "mấy dự án"),
        ("không $", "không có"),
        ("bao nhiêu", "bao nhieu"),
        ("có … không", f"có {'x ' * 13}không"),
    ],
)
def test_what_is_no_match(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


def test_bare_takes_a_syllable_without_accents_for_any_and_no_other() -> None:
    assert found("bao nhiêu", "bao nhieu", bare=True) == [(0, 1)]
    assert found("khi nào", "khí nào", bare=True) == []


def test_the_end_may_lie_before_the_last_word() -> None:
    assert found("không $", "có không ạ", end=2) == [(1,)]


def test_of_two_phrases_at_a_place_the_earlier_group_wins_and_of_it_the_longer() -> None:
    phrases = Phrases([["là ai", "là ai đó"], ["là ai đó nữa"]], {})
    assert [one.group for one in phrases.find("là ai đó nữa".split(), bare=False)] == [0]
    assert phrases.find("là ai đó nữa".split(), bare=False)[0].end == 3


@pytest.mark.parametrize("phrase", ["", "$", "< >", "… nào", "_ nào", "nào <"])
def test_a_phrase_without_a_first_word_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="no word to begin with"):
        Phrases([[phrase]], LISTS)


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(ValueError, match="a list that there is not: unit2"):
        Phrases([["{unit2}"]], LISTS)


@pytest.mark.parametrize("phrase", ["ai?", "{which", "which}", "{} nào"])
def test_a_sign_out_of_place_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="means nothing where it stands"):
        Phrases([[phrase]], LISTS)
