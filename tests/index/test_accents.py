import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.accents import Accents
from index.fields import fields
from index.language import Language
from index.normalize import fold, has_accents, nfc
from index.readings import Shares, respelled
from index.tokens import tokens
from tests.index.builders import NO_GLOSSARY, SMALL
from tests.index.hostile import TEXTS

NAMES = "Người kết luận là đồng chí Bùi Hoàng Phan. Đơn vị là quận Hoàn Kiếm. Nước Pháp có giải pháp. Lần này."
LANGUAGE = Language([fields(line, NO_GLOSSARY) for line in (*SMALL.splitlines(), *NAMES.split(". "))])
ACCENTS = Accents(LANGUAGE)
VOCABULARY = sorted(one for one in LANGUAGE.spelled if one.isalpha())
MIXED = st.lists(
    st.sampled_from(VOCABULARY).flatmap(lambda one: st.sampled_from([one, fold(one), one.capitalize(), one.upper()])),
    max_size=12,
).map(" ".join)


def read(question: str) -> dict[int, Shares]:
    return ACCENTS.read(question, list(tokens(question)), {}, accented=has_accents(question))


def restored(question: str) -> str:
    found = read(question)
    return respelled(question, list(tokens(question)), found)[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tong thu tren dia ban huyen dat bao nhieu", "tổng thu trên địa bàn huyện đạt bao nhiêu"),
        ("ty le so voi cung ky", "tỷ lệ so với cùng kỳ"),
        ("Tong thu DAT bao nhieu ty dong?", "Tổng thu ĐẠT bao nhiêu tỷ đồng?"),
        ("ai trinh bay bao cao", "ai trình bày báo cáo"),
        ("le hoi den Thuong khai mac khi nao", "lễ hội đền Thượng khai mạc khi nào"),
    ],
)
def test_a_question_without_accents_gets_those_of_the_report(typed: str, meant: str) -> None:
    assert restored(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tổng thu tren địa ban huyện dat bao nhiêu?", "Tổng thu trên địa bàn huyện đạt bao nhiêu?"),
        ("Ai trình bay báo cao?", "Ai trình bày báo cáo?"),
        ("so với cung kỳ", "so với cùng kỳ"),
    ],
)
def test_what_was_left_bare_in_an_accented_question_gets_its_accents(typed: str, meant: str) -> None:
    assert restored(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Tổng thu trên địa bàn huyện đạt bao nhiêu?",
        "Ai trình bày báo cáo?",
        "Huyện trồng mới bao nhiêu ha rừng trong năm qua?",
        "Tông thủ trẽn đĩa bán",
        "",
        "2020 10,5% ?",
        "xqz wkr",
    ],
)
def test_a_question_with_its_accents_stays(typed: str) -> None:
    assert restored(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dong chi Bui Hoang Phan", "đồng chí Bùi Hoàng Phan"),
        ("dong chi Nguyen Van Tam", "đồng chí Nguyen Van Tam"),
        ("dong chi Lan o dau", "đồng chí Lan ở đâu"),
        ("nuoc Phap co giai phap", "nước Pháp có giải pháp"),
    ],
)
def test_a_name_gets_the_accents_that_a_report_gives_it_and_no_other(typed: str, meant: str) -> None:
    assert restored(typed) == meant


def test_in_a_question_of_capitals_there_are_no_names() -> None:
    assert restored("TONG THU TREN DIA BAN HUYEN") == "TỔNG THU TRÊN ĐỊA BÀN HUYỆN"


def test_what_no_report_has_and_makes_no_word_stays_as_typed() -> None:
    assert restored("ia") == "ia"


def test_a_syllable_in_doubt_keeps_both_readings_and_one_that_is_not_has_one() -> None:
    language = Language([fields(text, NO_GLOSSARY) for text in ("Thuế đất cao", "Thuế đạt cao", "Chi thường xuyên")])
    question = "thue dat cao chi thuong xuyen"
    found = Accents(language).read(question, list(tokens(question)), {}, accented=False)
    assert sorted(found[1]) == ["đạt", "đất"]
    assert sum(found[1].values()) == pytest.approx(1, abs=0.1)
    assert list(found[4]) == ["thường"]
    assert next(iter(found[4].values())) > 0.9


def test_the_neighbours_decide() -> None:
    assert restored("nguoi ket luan la dong chi") == "người kết luận là đồng chí"
    assert restored("giai phap nao") == "giải pháp nào"


def test_accents_typed_with_a_slip_are_evidence() -> None:
    language = Language([fields("Chi nặng. Chi nang. Chi năng.", NO_GLOSSARY)])
    question = "nặgn"
    found = Accents(language).read(question, list(tokens(question)), {0: {"nang": 1.0}}, accented=True)
    assert next(iter(found[0])) == "nặng"


@settings(max_examples=300, deadline=None)
@given(TEXTS | MIXED)
def test_the_persons_own_accents_are_never_overruled(text: str) -> None:
    text = nfc(text)
    before = list(tokens(text))
    after = respelled(text, before, read(text))[1]
    assert [fold(token.text) for token in after] == [fold(token.text) for token in before]
    for old, new in zip(before, after, strict=True):
        assert new.text == old.text or not has_accents(old.text)


@settings(max_examples=300, deadline=None)
@given(TEXTS | MIXED)
def test_only_accents_are_given_back(text: str) -> None:
    text = nfc(text)
    assert fold(restored(text)) == fold(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS | MIXED)
def test_shares_are_probabilities_the_likeliest_first(text: str) -> None:
    for shares in read(nfc(text)).values():
        assert list(shares.values()) == sorted(shares.values(), reverse=True)
        assert 0 < sum(shares.values()) <= 1 + 1e-9


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([line for line in SMALL.splitlines() if line]), st.integers(0, 20), st.integers(1, 12))
def test_restored_once_it_is_restored(line: str, first: int, count: int) -> None:
    once = restored(fold(" ".join(line.split()[first : first + count])))
    assert restored(once) == once
