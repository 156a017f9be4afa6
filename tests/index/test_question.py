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


def test_without_accents_the_same_is_looked_for_as_with_them(small: Library) -> None:
    bare = small.understand("Tong thu tren dia ban dat bao nhieu?")
    accented = small.understand("Tổng thu trên địa bàn đạt bao nhiêu?")
    assert bare.asking == accented.asking
    assert bare.content == accented.content
    for field in ("syllables", "pairs", "folded", "folded_pairs"):
        for term, weight in accented.terms[field].items():
            assert bare.terms[field][term] > 0.5 * weight


def test_a_syllable_left_bare_among_accents_is_looked_for_with_them(small: Library) -> None:
    assert "địa bàn" in small.understand("Tổng thu trên dia ban đạt bao nhiêu?").terms["pairs"]


def test_restored_accents_may_be_others_and_typed_ones_may_not(small: Library) -> None:
    assert dict(small.understand("thu phi do xa").matter["folded"])["phi"] is None
    assert dict(small.understand("thu phí do xa").matter["folded"])["phi"] == "phí"


def test_the_kind_of_answer_and_the_years_are_those_of_the_accented_question(small: Library) -> None:
    for bare, accented in (
        ("le hoi khai mac ngay nao nam 2020", "lễ hội khai mạc ngày nào năm 2020"),
        ("Chanh Van phong Huyen uy la ai", "Chánh Văn phòng Huyện ủy là ai"),
        ("dong chi Le Thi Hanh lam gi", "đồng chí Lê Thị Hạnh làm gì"),
        ("huyen trong bao nhieu ha rung", "huyện trồng bao nhiêu ha rừng"),
    ):
        one, other = small.understand(bare), small.understand(accented)
        assert one.asking == other.asking
        assert (one.constraints.years, one.constraints.offices) == (other.constraints.years, other.constraints.offices)
        assert [form for form, _ in one.constraints.names] == [form for form, _ in other.constraints.names]


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Tổng thu  bao nheiu?", "Tổng thu bao nhiêu?"),
        ("huyen trong bao nhieu ha rungw", "huyện trồng bao nhiêu ha rừng"),
        ("Tong thu bao nhieu?", None),
        ("Tổng thu đc bn?", None),
        ("Tổng thu NSNN?", None),
        ("toongr thu", None),
        ("nga6n sa1ch", None),
        ("ngansach huyện", None),
        ("?", None),
    ],
)
def test_a_question_is_said_as_it_was_taken_where_letters_were_mended(
    small: Library, question: str, understood: str | None
) -> None:
    assert small.understand(question).understood == understood
    assert small.ask(question).understood == understood


def test_strokes_are_read_and_slips_found(small: Library) -> None:
    assert "ngân sách" in small.understand("nga6n sa1ch bao nhie6u").terms["pairs"]
    assert "ngân sách" in small.understand("ngaan sachs").terms["pairs"]
    assert "ngân sách" in small.understand("ngansach").terms["pairs"]
    assert "ngan sach" in small.understand("ngân sahc huyện").terms["folded_pairs"]


@pytest.mark.parametrize("surrogate", ["\ud83d", "a\udc00b", "\udfff\ud800"])
def test_lone_surrogates_are_refused(small: Library, surrogate: str) -> None:
    with pytest.raises(QuestionError, match="surrogate"):
        small.understand(surrogate)


def test_a_pair_of_surrogates_that_is_a_letter_is_not(small: Library) -> None:
    assert small.understand("thu 😀").content == ("thu",)
