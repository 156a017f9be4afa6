import pytest

from index.spelling import Spelling, telex
from index.tokens import tokens

KNOWN = frozenset("ông thuế ngân sách được đạt bao nhiêu tiết kiệm học".split())
SENTENCES = ["thu ngan sach nha nuoc dat ke hoach", "thu ngan sach xa", "nghi quyet hoi dong", "chi thuong xuyen"]


def mended(spelling: Spelling, question: str) -> str:
    return spelling.mend(question, list(tokens(question)))


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling((sentence.split() for sentence in SENTENCES), KNOWN)


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("thuees", "thuế"),
        ("thueesf", "thuềs"),
        ("ngaan", "ngân"),
        ("dduowcj", "được"),
        ("duocwj", "dược"),
        ("sachs", "sách"),
        ("tieets", "tiết"),
        ("thuongwf", "thường"),
        ("xax", "xã"),
        ("thu", "thu"),
    ],
)
def test_telex_strokes_spell_a_syllable(typed: str, spelled: str) -> None:
    assert telex(typed) == spelled


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        pytest.param("thuees bao nhieeu", "thuế bao nhiêu", id="Telex not converted"),
        pytest.param("thu ngansach xã", "thu ngan sach xã", id="no space between two syllables"),
        pytest.param("thu ngân sach nhf nuoc", "thu ngân sach nha nuoc", id="one letter wrong"),
        pytest.param("nghi quyte hoi dong", "nghi quyet hoi dong", id="two letters swapped"),
        pytest.param("chi thuon xuyen", "chi thuong xuyen", id="a letter left out"),
        pytest.param("chi thuongg xuyen", "chi thuong xuyen", id="a letter too many"),
    ],
)
def test_a_slip_is_mended(spelling: Spelling, question: str, meant: str) -> None:
    assert mended(spelling, question) == meant


@pytest.mark.parametrize(
    "question",
    [
        "thu ngân sách xã bao nhiêu?",
        "thu  ngân, sách!! (xã)",
        "tiết kiệm học",
        "tiet kiem hoc",
        "ông Nagn ở xã",
        "xa",
        "qqqqqqq zzzzzz",
        "a" * 300,
        "2020 và 10,5%",
        "😀 \u0301",
        "",
    ],
)
def test_what_is_known_a_name_or_beyond_help_stays(spelling: Spelling, question: str) -> None:
    assert mended(spelling, question) == question


def test_the_neighbours_decide_between_two_mendings() -> None:
    spelling = Spelling([["chi", "tien"], ["chi", "tien"], ["thu", "tiet", "kiem"]], frozenset())
    assert mended(spelling, "thu tieq kiem") == "thu tiet kiem"
    assert mended(spelling, "chi tieq") == "chi tien"


def test_the_first_word_is_mended_though_it_has_a_capital(spelling: Spelling) -> None:
    assert mended(spelling, "Ngaan sách").lower() == "ngân sách"
