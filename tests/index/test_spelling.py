import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.fields import fields
from index.language import Language
from index.normalize import fold, has_accents, nfc
from index.spelling import Mended, Spelling
from index.tokens import tokens
from tests.index.builders import NO_GLOSSARY
from tests.index.hostile import TEXTS

SENTENCES = [
    "Thu ngân sách nhà nước đạt kế hoạch.",
    "Thu ngân sách xã và chi thường xuyên, thuế.",
    "Nghị quyết hội đồng quận Hoàn Kiếm.",
    "Quý một tháng chín.",
]
SPELLING = Spelling(Language([fields(sentence, NO_GLOSSARY) for sentence in SENTENCES]))


def mended(question: str, spelling: Spelling = SPELLING) -> Mended:
    return spelling.mend(question, list(tokens(question)), accented=has_accents(question))


def likeliest(question: str, spelling: Spelling = SPELLING) -> dict[str, str]:
    """What each word that is a slip most likely is, by the letters alone."""
    found = mended(question, spelling)
    words = {token.start: token.text for token in tokens(found.text)}
    return {words[at]: max(near, key=lambda one: near[one]) for at, near in found.slips.items()}


def read(question: str) -> str:
    return SPELLING.from_vni(question, accented=has_accents(question))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thuees bao nhieeu", "thuế bao nhiêu"),
        ("thu ngaan sachs", "thu ngân sách"),
        ("thu ngana sachs", "thu ngân sách"),
        ("quận Hoafn Kieesm", "quận Hoàn Kiếm"),
        ("ở Hoafn Kieesm", "ở Hoàn Kiếm"),
        ("Ngaan sách", "ngân sách"),
    ],
)
def test_telex_strokes_are_read(typed: str, meant: str) -> None:
    assert mended(typed).text.lower() == meant.lower()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nga6n sa1ch", "ngân sách"),
        ("d9at kế hoạch", "đat kế hoạch"),
        ("Hoa2n Kie61m", "Hoàn Kiếm"),
        ("thu ngân sach1", "thu ngân sách"),
        ("thue61 quy1", "thuế quí"),
    ],
)
def test_vni_strokes_are_read(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["thu quy1", "thang9 nam2020", "covid19 là gì", "quận Ba2a", "H5N1 ở đâu", "TT22 ngày nào", "km2 đất", "thu 15a2"],
)
def test_a_number_is_no_vni_stroke(typed: str) -> None:
    assert read(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thu ngansach xã", "thu ngan sach xã"),
        ("thungansachnhanuoc", "thu ngan sach nha nuoc"),
        ("thu ngânsách", "thu ngân sách"),
        ("hoạchthuế", "hoạch thuế"),
        ("đồngQuận", "đồng Quận"),
    ],
)
def test_a_missing_space_is_put_back(typed: str, meant: str) -> None:
    assert mended(typed) == (meant, {})


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        pytest.param("thu ngân sach nhf nuoc", {"nhf": "nha"}, id="a wrong letter"),
        pytest.param("nghi quyte hoi dong", {"quyte": "quyet"}, id="two letters swapped"),
        pytest.param("chi thuon xuyen", {"thuon": "thuong"}, id="a letter left out"),
        pytest.param("chi thuongg xuyen", {"thuongg": "thuong"}, id="a letter too many"),
        pytest.param("ngân sahc xã", {"sahc": "sach"}, id="among accents"),
        pytest.param("thu bao nheiu", {"nheiu": "nhieu"}, id="a word that asks"),
        pytest.param("thu bao niêu", {"niêu": "nhieu"}, id="a word that asks, as another word"),
        pytest.param("thu ngâm sách", {"ngâm": "ngan"}, id="a word that no report has, between the neighbours of one"),
    ],
)
def test_a_slip_is_taken_for_a_syllable_of_the_reports(typed: str, slip: dict[str, str]) -> None:
    assert likeliest(typed) == slip
    assert mended(typed).text == typed


@pytest.mark.parametrize(
    "question",
    [
        "thu ngân sách xã bao nhiêu?",
        "thu  ngân, sách!! (xã)",
        "tiết kiệm học",
        "tiet kiem hoc",
        "thu ngâm nga",
        "ông Nagn ở xã",
        "ở xã XHCH",
        "ông Hoafn Tuaasn",
        "NHF là ai",
        "xa",
        "x",
        "qqqqqqq zzzzzz",
        "a" * 300,
        "2020 và 10,5%",
        "😀 \u0301",
        "",
    ],
)
def test_what_is_known_a_name_or_beyond_help_stays(question: str) -> None:
    assert mended(question) == (question, {})


def test_accents_that_make_no_syllable_may_be_others() -> None:
    assert likeliest("đat kế hoạch") == {"đat": "dat"}


def test_a_short_word_needs_a_neighbour() -> None:
    assert likeliest("sách nhs") == {"nhs": "nha"}
    assert likeliest("thuế nhs") == {}


def test_an_unlikely_slip_needs_one_more() -> None:
    assert likeliest("sách nhf") == {}
    assert likeliest("sách nhf nước") == {"nhf": "nha"}


def test_a_word_of_the_lexicon_beside_its_other_half_is_no_slip() -> None:
    # "tần" is "tuần" with a letter left out, and the report has "trong tuần này"; but "tần số" is a word
    spelling = Spelling(Language([fields("Trong tuần số này.", NO_GLOSSARY)]))
    assert likeliest("trong tần xyz", spelling) == {}
    assert likeliest("trong tần số", spelling) == {}


def test_words_joined_that_no_report_joins_are_parted_by_their_accents_alone() -> None:
    assert mended("xãtiếng").text == "xã tiếng"
    assert mended("xatieng").text == "xatieng"


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_what_is_no_letter_stays_and_slips_stand_where_words_do(text: str) -> None:
    text = nfc(text)
    found = mended(text)
    assert [c for c in found.text if not c.isalpha() and c != " "] == [c for c in text if not c.isalpha() and c != " "]
    starts = {token.start for token in tokens(found.text)}
    assert set(found.slips) <= starts
    assert all(near and all(likely > 0 for likely in near.values()) for near in found.slips.values())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted(SPELLING._language.spelled)), max_size=12).map(" ".join))
def test_the_reports_own_words_are_never_touched(text: str) -> None:
    assert mended(text) == (text, {})
    assert mended(fold(text)) == (fold(text), {})
