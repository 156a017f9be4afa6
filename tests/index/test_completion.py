import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.library import Library
from index.normalize import fold, has_accents
from tests.index.builders import BUDGET
from tests.index.hostile import QUESTIONS, TEXTS
from tests.own_questions import REPORT, data


@pytest.fixture(scope="module")
def district() -> Library:
    return Library.load([REPORT])


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("tong thu ngan s", "tong thu ngan sach"),
        ("tổng thu ngân s", "tổng thu ngân sách"),
        ("thuế ngoài q", "thuế ngoài quốc"),
        ("ai trinh b", "ai trinh bay"),
        ("tổng th", "tổng thu"),
        ("Thuế ngoài quốc d", "Thuế ngoài quốc doanh"),
        ("Thuế ngoài quốc D", "Thuế ngoài quốc Doanh"),
        ("thu ngân sa", "thu ngân sách"),
    ],
)
def test_an_unfinished_last_word_is_completed_as_the_report_goes_on(
    district: Library, typed: str, completed: str
) -> None:
    assert district.complete(typed) == completed


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "?", "t", "tổng thu", "tổng thu ", "tổng thu s?", "thu năm 20", "thu NSN", "Covid-1", "thu ngan"),
        "tổng thu ngân sậ",
        *("xqz", "thu xqz", "tổng thu ngân sách bao nhiêu"),
    ],
)
def test_a_text_that_may_be_whole_or_can_not_be_completed_stays(district: Library, typed: str) -> None:
    assert district.complete(typed) == typed


def test_no_question_that_is_whole_is_bent(district: Library) -> None:
    for one in data()["question"]:
        if not one["held_out"]:
            whole = one["text"].rstrip("?")
            assert district.complete(whole) == whole
            assert district.complete(one["text"]) == one["text"]


def test_words_of_the_report_are_never_bent(small: Library) -> None:
    words = BUDGET.split()
    for end in range(1, len(words) + 1):
        typed = " ".join(words[:end])
        assert small.complete(typed) == typed


WORDS = st.sampled_from([*BUDGET.split(), "tong", "thu", "ngan", "sach", "bao", "nhieu", "xq", "đ", "Hu", "?"])


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=8).map(" ".join), st.integers(0, 6))
def test_only_the_last_word_grows_and_what_was_typed_begins_it(small: Library, text: str, cut: int) -> None:
    typed = text[: len(text) - cut]
    completed = small.complete(typed)
    start = len(typed) - len(typed.split(" ")[-1])
    assert completed[:start] == typed[:start]
    assert fold(completed).lower().startswith(fold(typed).lower())
    assert " " not in completed[start:]
    assert has_accents(completed) == has_accents(typed)
    assert small.complete(completed) == completed


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_text_is_completed_or_left(small: Library, text: str) -> None:
    assert fold(small.complete(text)).lower().startswith(fold(text).lower()[:-1])


@pytest.mark.parametrize("text", [*QUESTIONS.values(), "thu \ud800", "thu ngan s" * 1_000], ids=str.__len__)
def test_hostile_text_is_left_as_it_is(small: Library, text: str) -> None:
    assert small.complete(text).startswith(text)
