"""What is set in bold: the rules' words, the reader's, or none."""

import pytest

from index.library import Library
from index.marking import marked
from index.ranking import Bold
from index.spanchoice import Chosen

BARS = Bold(words=0.2, figure=0.5)
SURE = Chosen(10, 20, 0.9)
RULE = [(30, 40)]

FIGURE = "Huyện có bao nhiêu trường đạt chuẩn?"
MONEY = "Thu phí được bao nhiêu tiền?"
DATED = "Sản lượng lúa năm 2020 đạt bao nhiêu?"
DATE = "Lễ hội khai mạc ngày nào?"
PERIOD = "Lễ hội kéo dài bao lâu?"
PERSON = "Ai trình bày báo cáo?"
REASON = "Vì sao số khách giảm?"
YES_NO = "Huyện có đón khách hay không?"
TWO = "Ai trình bày báo cáo và khi nào?"
BARE = "rừng phòng hộ"


@pytest.mark.parametrize("question", [FIGURE, MONEY, DATE, PERIOD])
def test_where_a_rule_finds_a_figure_or_date_it_wins_however_sure_the_reader_is(small: Library, question: str) -> None:
    assert marked(small.understand(question), RULE, SURE, BARS) == RULE


def test_where_no_rule_finds_a_figure_the_reader_may(small: Library) -> None:
    assert marked(small.understand(FIGURE), [], SURE, BARS) == [(10, 20)]


@pytest.mark.parametrize("by_rule", [[], RULE, [(12, 15)], [(5, 25)]])
def test_the_reader_wins_for_a_person_wherever_the_rule_looks(small: Library, by_rule: list[tuple[int, int]]) -> None:
    assert marked(small.understand(PERSON), by_rule, SURE, BARS) == [(10, 20)]


@pytest.mark.parametrize(
    ("by_rule", "expected"),
    [
        ([(30, 40)], [(30, 40)]),
        ([(20, 40)], [(20, 40)]),  # side by side is apart
        ([(0, 10)], [(0, 10)]),
        ([(0, 5), (30, 40)], [(0, 5), (30, 40)]),
        ([(19, 40)], [(10, 20)]),
        ([(0, 11)], [(10, 20)]),
        ([(12, 15)], [(10, 20)]),
        ([(30, 40), (12, 15)], [(10, 20)]),
    ],
)
def test_for_other_words_the_rule_wins_where_the_reader_reads_elsewhere_and_the_reader_where_both_agree(
    small: Library, by_rule: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    assert marked(small.understand(REASON), by_rule, SURE, BARS) == expected


@pytest.mark.parametrize(
    ("question", "expected", "shown"),
    [
        (REASON, 0.2, True),
        (REASON, 0.19, False),
        (PERSON, 0.19, False),
        (DATE, 0.2, True),
        (FIGURE, 0.49, False),
        (FIGURE, 0.5, True),
        (MONEY, 0.49, False),
    ],
)
def test_what_is_read_is_marked_from_the_bar_which_is_another_for_figures(
    small: Library, question: str, expected: float, shown: bool
) -> None:
    read = Chosen(10, 20, expected)
    assert marked(small.understand(question), [], read, BARS) == ([(10, 20)] if shown else [])


@pytest.mark.parametrize("question", [REASON, PERSON])
def test_below_the_bar_the_rules_words_are_left_even_where_both_agree(small: Library, question: str) -> None:
    assert marked(small.understand(question), [(12, 15)], Chosen(10, 20, 0.1), BARS) == [(12, 15)]


@pytest.mark.parametrize("question", [DATED, TWO, YES_NO, BARE])
@pytest.mark.parametrize("by_rule", [[], RULE])
def test_dated_figures_several_kinds_yes_or_no_and_bare_key_words_are_the_rules_alone(
    small: Library, question: str, by_rule: list[tuple[int, int]]
) -> None:
    assert marked(small.understand(question), by_rule, SURE, BARS) == by_rule


def test_a_figure_of_a_part_of_a_year_is_the_rules_alone(small: Library) -> None:
    query = small.understand("Quý I có bao nhiêu lượt khách?")
    assert query.constraints.timespans
    assert marked(query, [], SURE, BARS) == []


def test_a_year_in_a_question_for_no_figure_does_not_keep_the_reader_out(small: Library) -> None:
    query = small.understand("Ai trình bày báo cáo năm 2020?")
    assert query.constraints.years
    assert marked(query, [], SURE, BARS) == [(10, 20)]


@pytest.mark.parametrize("question", [FIGURE, PERSON, REASON])
def test_a_sentence_that_was_not_read_has_the_rules_words(small: Library, question: str) -> None:
    query = small.understand(question)
    assert marked(query, RULE, None, BARS) == RULE
    assert marked(query, [], None, BARS) == []


def test_the_rules_words_are_given_as_a_list_of_its_own(small: Library) -> None:
    given = [(1, 2)]
    found = marked(small.understand(BARE), given, None, BARS)
    found.append((3, 4))
    assert given == [(1, 2)]
