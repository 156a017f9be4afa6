"""By which words a question compares, and which of several it wants picked."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.asks import Forms, asking
from index.comparisons import NOTHING, Comparison, Comparisons
from index.errors import DataError
from index.normalize import fold, has_accents
from index.tokens import tokens


def compared(question: str) -> Comparison:
    found = list(tokens(question))
    return Comparisons.load().asked(found, asking(found, Forms.load()), accented=has_accents(question))


def words(question: str) -> str:
    """The words of a question that compare."""
    found = list(tokens(question))
    return " ".join(question[found[i].start : found[i].end] for i in sorted(compared(question).words))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("dân số so với cùng kỳ", "so với cùng kỳ"),
        ("dan so so voi cung ky", "so voi cung ky"),
        ("Thu bằng bao nhiêu % cùng kì?", "% cùng kì"),
        ("Thu so với dự toán thành phố giao thế nào?", "so với dự toán thành phố giao"),
        ("Thu so với mức cùng kỳ năm trước?", "so với mức cùng kỳ năm trước"),
        ("Tội phạm so với năm ngoái giảm bao nhiêu?", "so với năm ngoái giảm"),
        ("bằng bao nhiêu dự toán", "bao nhiêu dự toán"),
        ("Thu tăng hay giảm?", "tăng hay giảm"),
        ("thuế nào thấp hơn", "thấp hơn"),
        ("cái nào cao hơn", "cái cao hơn"),
        ("dân số cùng kỳ", ""),  # "số" is no "so"
        ("Dự toán thu là bao nhiêu?", ""),  # its own figure
        ("Ai trình bày báo cáo?", ""),
        ("", ""),
    ],
)
def test_the_words_that_compare_are_told_from_what_is_compared(question: str, said: str) -> None:
    assert words(question) == said


@pytest.mark.parametrize(
    ("question", "chooses"),
    [
        ("thuế nào thấp hơn", True),
        ("thue nao thap hon", True),
        ("Thuế A hay thuế B cao hơn?", True),
        ("Chỉ tiêu nào không đạt dự toán?", True),
        ("Thuế ngoài quốc doanh có cao hơn cùng kỳ không?", False),
        ("Thu đạt mức nào so với dự toán?", False),
        ("Thu so với dự toán như thế nào?", False),
        ("Cơ quan nào trình bày?", False),
    ],
)
def test_a_question_that_picks_one_of_several_by_how_much_it_is(question: str, chooses: bool) -> None:
    assert compared(question).chooses is chooses


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Khó khăn lớn nhất là gì?", "Khó khăn lớn nhất là thiếu vốn", True),
        ("Khó khăn lớn nhất là gì?", "Khó khăn là thiếu vốn", False),
        ("Thuế nào cao hơn?", "Thuế đất cao hơn dự toán", False),  # than the plan, not than the other tax
        ("Thu bao nhiêu?", "Thu 15 tỷ đồng", True),
    ],
)
def test_a_superlative_is_answered_by_a_sentence_that_has_it_and_a_choice_by_none(
    question: str, sentence: str, said: bool
) -> None:
    assert compared(question).is_said([fold(token.text) for token in tokens(sentence)]) is said


@given(st.lists(st.sampled_from("so với cùng kỳ dự toán tăng hay giảm nào cao hơn nhất thu thuế bao nhiêu".split())))
def test_words_that_compare_are_words_of_the_question(said: list[str]) -> None:
    found = compared(" ".join(said))
    assert found.words <= set(range(len(said)))
    assert bool(found.words) is (found is not NOTHING)


@pytest.mark.parametrize(
    ("content", "message"),
    [("[lists]\n", r"against: .*required"), ("[lists", "no list of comparisons")],
)
def test_a_broken_file_is_named_with_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "comparisons.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        Comparisons.load(path)
