import pytest

from index.clausesubject import ClauseSubject
from index.clausewords import ClauseWords
from index.places import Place

TEXT = "Cây công nghiệp: diện tích chè 320 ha, năng suất 98 tạ/ha"


def of(text: str = TEXT) -> ClauseSubject:
    return ClauseSubject(text, ClauseWords.load())


def place(words: str) -> Place:
    start = TEXT.index(words)
    return Place(start, start + len(words))


def said(subject: ClauseSubject) -> str | None:
    return TEXT[slice(*subject.known)] if subject.known else None


def test_the_words_before_a_colon_are_the_subject_until_a_figure_names_its_own() -> None:
    subject = of()
    assert said(subject) is None
    subject.colon(0, TEXT.index(":"))
    assert said(subject) == "Cây công nghiệp"
    subject.tell(place("diện tích chè"), None)
    assert said(subject) == "chè"


def test_behind_a_semicolon_what_the_colon_led_in_is_the_subject_again() -> None:
    subject = of()
    subject.colon(0, TEXT.index(":"))
    subject.tell(place("diện tích chè"), None)
    subject.next_clause()
    assert said(subject) == "Cây công nghiệp"


def test_what_is_counted_goes_before_what_the_figure_is_of() -> None:
    subject = of()
    subject.tell(place("diện tích"), place("chè"))
    assert said(subject) == "chè"


def test_with_figures_of_two_things_the_subject_is_not_known() -> None:
    subject = of()
    subject.tell(place("diện tích chè"), None)
    subject.tell(place("Cây công nghiệp"), None)
    assert said(subject) is None


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("năng suất", True),
        ("Sản lượng", True),
        ("năng suất bình quân", True),
        ("kế hoạch cả năm 2024", True),
        ("năng suất lúa", False),
        ("chi thường xuyên", False),
        ("kinh phí chuyển đổi số", False),
    ],
)
def test_a_quantity_that_says_not_of_what_is_bare(words: str, bare: bool) -> None:
    assert of(words).is_bare(Place(0, len(words))) is bare
