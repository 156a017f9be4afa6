"""What is set in bold: the rules' words, the reader's, or none."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from index.asks import Kind
from index.library import Library
from index.marking import Place
from index.marking import marked as marked_in
from index.mentions import Mention
from index.question import Query
from index.ranking import Bold
from index.spanchoice import Chosen
from tests.index.builders import BUDGET, HEAD, library

BARS = Bold(words=0.2, clause=0.4, manner=0.6)
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
PLACE = "Lễ hội khai mạc ở đâu?"
WHAT = "Huyện trồng mới cái gì?"
OFFICE = "Chủ tịch UBND huyện là ai?"
DEFINITION = "BTCLH là gì?"
MANNER = "Số khách thay đổi thế nào?"


def marked(
    small: Library, query: Query, by_rule: Sequence[Place], read: Chosen | None, mentions: Sequence[Mention] = ()
) -> list[Place]:
    """What is marked in the budget's sentence, as if it mentioned only these."""
    entry = next(one for one in small.collection.sentences if "(tiền sử dụng đất" in one.report.quote(one.sentence))
    return marked_in(query, replace(entry, mentions=tuple(mentions)), by_rule, read, BARS)


@pytest.mark.parametrize("question", [FIGURE, MONEY, DATE, PERIOD, REASON, OFFICE])
@pytest.mark.parametrize("by_rule", [RULE, [(12, 15)], [(5, 25)]], ids=["apart", "inside", "around"])
def test_where_a_rule_finds_a_figure_a_date_a_clause_or_who_holds_an_office_it_wins_however_sure_the_reader_is(
    small: Library, question: str, by_rule: list[Place]
) -> None:
    assert marked(small, small.understand(question), by_rule, SURE) == by_rule


@pytest.mark.parametrize(
    "question", [FIGURE, MONEY, "10.530 tỷ đồng là gì?", "Vì sao giảm 22,8%?", "Vì sao 12 trường đạt chuẩn?"]
)
def test_a_figure_is_never_the_readers_choice_nor_what_a_figure_is(small: Library, question: str) -> None:
    assert marked(small, small.understand(question), [], SURE) == []


def test_what_a_figure_is_is_the_rules_even_where_the_reader_is_sure(small: Library) -> None:
    query = small.understand("10.530 tỷ đồng là gì?")
    assert query.asking.kinds == (Kind.DEFINITION,)
    assert query.constraints.figures
    for by_rule in (RULE, [(5, 30)], [(12, 15)]):
        assert marked(small, query, by_rule, SURE) == by_rule


@pytest.mark.parametrize(
    "question",
    [
        "Ai quản lý 12 trường?",
        "12 trường được khen ngày nào?",
        "12 trường được xây ở đâu?",
        "Giám đốc của 12 trường là ai?",
        "Sự kiện nào có 8.400 lượt khách?",
        "Đơn vị nào quản lý 12 trường?",
    ],
)
def test_a_figure_does_not_keep_the_reader_out_where_a_noun_or_a_form_tells_what_is_asked_for(
    small: Library, question: str
) -> None:
    # "Sự kiện nào có 8.400 lượt khách" asks for no figure, and got nothing bold
    query = small.understand(question)
    assert query.constraints.figures
    assert marked(small, query, [], SURE) == [(10, 20)]


def test_a_definitions_rule_gives_way_to_a_reader_that_is_sure_of_a_clause_but_not_to_wider_words(
    small: Library,
) -> None:
    query = small.understand(DEFINITION)
    assert query.asking.kinds == (Kind.DEFINITION,)
    by_rule: list[Place]
    for by_rule in ([(5, 30)], [(15, 40)], [(5, 15)], [(10, 21)], [(9, 20)]):
        assert marked(small, query, by_rule, Chosen(10, 20, 0.4)) == [(10, 20)]
        assert marked(small, query, by_rule, Chosen(10, 20, 0.39)) == by_rule
    for by_rule in ([(12, 15)], [(10, 20)], [(10, 15)], [(15, 20)], [(5, 15), (16, 18)]):
        assert marked(small, query, by_rule, SURE) == by_rule, "the rule's are the narrower ones"
    assert marked(small, query, RULE, SURE) == RULE, "they read elsewhere"
    assert marked(small, query, [], Chosen(10, 20, 0.2)) == [(10, 20)]
    assert marked(small, query, [], Chosen(10, 20, 0.19)) == []


@pytest.mark.parametrize(
    ("expected", "mention", "shown"),
    [
        (0.6, None, True),
        (0.59, None, False),
        (0.6, Mention(Kind.FIGURE, 12, 14), False),
        (0.6, Mention(Kind.PERCENT, 5, 11), False),
        (0.6, Mention(Kind.MONEY, 19, 30), False),
        (0.6, Mention(Kind.MONEY, 20, 30), True),  # side by side is apart
        (0.6, Mention(Kind.PERCENT, 5, 10), True),
        (0.6, Mention(Kind.PLACE, 12, 14), True),
    ],
)
def test_how_something_went_is_bold_where_the_reader_is_surest_and_reads_no_figure(
    small: Library, expected: float, mention: Mention | None, shown: bool
) -> None:
    query = small.understand(MANNER)
    assert query.asking.kinds == (Kind.MANNER,)
    mentions = [mention] if mention else []
    assert marked(small, query, [], Chosen(10, 20, expected), mentions) == ([(10, 20)] if shown else [])
    assert marked(small, query, RULE, Chosen(10, 20, expected), mentions) == RULE


@pytest.mark.parametrize("by_rule", [[], RULE, [(12, 15)], [(5, 25)]])
def test_the_reader_wins_for_a_person_wherever_the_rule_looks(small: Library, by_rule: list[tuple[int, int]]) -> None:
    assert marked(small, small.understand(PERSON), by_rule, SURE) == [(10, 20)]


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
    assert marked(small, small.understand(PLACE), by_rule, SURE) == expected


@pytest.mark.parametrize(
    ("question", "expected", "shown"),
    [
        (WHAT, 0.2, True),
        (WHAT, 0.19, False),
        (PLACE, 0.4, True),
        (PLACE, 0.39, False),
        (PERSON, 0.39, False),
        (DATE, 0.4, True),
        (DATE, 0.39, False),
    ],
)
def test_what_is_read_is_marked_from_the_bar_which_is_another_for_clauses_and_what_has_no_form_asked_for(
    small: Library, question: str, expected: float, shown: bool
) -> None:
    read = Chosen(10, 20, expected)
    assert marked(small, small.understand(question), [], read) == ([(10, 20)] if shown else [])


COVID = "Dịch bệnh Covid-19 làm giảm số khách do các tuyến xe tạm dừng hoạt động."


def reason(small: Library, text: str, words: str, expected: float = 0.9) -> list[str]:
    """What is bold for a "why" in a sentence that reads so, where these words of it are read and no rule finds any."""
    of = library(f"{HEAD}I. VĂN HÓA\n{text}\n")
    (entry,) = (one for one in of.collection.sentences if one.report.quote(one.sentence) == text)
    start = text.index(words)
    read = Chosen(start, start + len(words), expected)
    query = small.understand(REASON)
    assert query.asking.kinds == (Kind.REASON,)
    assert marked_in(query, entry, RULE, read, BARS) == RULE
    return [text[a:b] for a, b in marked_in(query, replace(entry, mentions=()), [], read, BARS)]


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (COVID, "các tuyến xe tạm dừng hoạt động", True),  # "do" is just ahead
        (COVID, "do các tuyến xe tạm dừng hoạt động", True),
        (COVID, "Dịch bệnh Covid-19", False),
        (COVID, "tạm dừng hoạt động", True),
        (COVID, "hoạt động", False),  # too far behind it
        ("Số khách giảm vì mưa lũ kéo dài.", "mưa lũ kéo dài", True),
        ("Bởi mưa lũ kéo dài, số khách giảm.", "mưa lũ kéo dài", True),
        ("Số khách tăng nhờ lễ hội lớn.", "lễ hội lớn", True),
        ("Nguyên nhân là mưa lũ kéo dài.", "mưa lũ kéo dài", True),
        ("Lý do là mưa lũ kéo dài.", "mưa lũ kéo dài", True),
        ("Huyện dừng lễ hội để giữ an toàn.", "giữ an toàn", True),
        ("Huyện dừng lễ hội nhằm giữ an toàn.", "giữ an toàn", True),
        ("Mưa lũ kéo dài khiến số khách giảm.", "khiến số khách giảm", True),
        ("Mưa lũ kéo dài, số khách giảm.", "Mưa lũ kéo dài", False),
        ("Dòng khách giảm, mưa lũ kéo dài.", "mưa lũ kéo dài", False),  # "do" is a word of its own
        ("Mưa lũ kéo dài do bão, khách giảm.", "Mưa lũ kéo dài", False),  # behind, it is another's
    ],
)
def test_a_reason_is_bold_where_it_is_said_to_be_one(small: Library, text: str, words: str, shown: bool) -> None:
    assert reason(small, text, words) == ([words] if shown else [])


@pytest.mark.parametrize(("between", "shown"), [(17, True), (18, False)])
def test_the_word_for_a_cause_stands_within_twenty_characters_ahead(small: Library, between: int, shown: bool) -> None:
    text = f"Khách giảm do {'x' * (between - 1)} mưa lũ kéo dài."
    assert reason(small, text, "mưa lũ kéo dài") == (["mưa lũ kéo dài"] if shown else [])


def test_a_reason_is_bold_from_the_bar_of_clauses(small: Library) -> None:
    words = "các tuyến xe tạm dừng hoạt động"
    assert reason(small, COVID, words, 0.4) == [words]
    assert reason(small, COVID, words, 0.39) == []


@pytest.mark.parametrize("question", [REASON, PERSON])
def test_below_the_bar_the_rules_words_are_left_even_where_both_agree(small: Library, question: str) -> None:
    assert marked(small, small.understand(question), [(12, 15)], Chosen(10, 20, 0.1)) == [(12, 15)]


@pytest.mark.parametrize("question", [DATED, YES_NO, BARE])
@pytest.mark.parametrize("by_rule", [[], RULE])
def test_dated_figures_yes_or_no_and_bare_key_words_are_the_rules_alone(
    small: Library, question: str, by_rule: list[tuple[int, int]]
) -> None:
    assert marked(small, small.understand(question), by_rule, SURE) == by_rule


def test_of_several_kinds_the_rules_come_first(small: Library) -> None:
    assert marked(small, small.understand(TWO), RULE, SURE) == RULE
    assert marked(small, small.understand(TWO), [], SURE) == [(10, 20)]


def test_a_person_is_bold_by_the_whole_name_and_nothing_else(small: Library) -> None:
    name, other = Mention(Kind.PERSON, 14, 30), Mention(Kind.PERSON, 16, 18)
    query = small.understand(PERSON)
    assert marked(small, query, [], SURE, [name]) == [(14, 30)]
    assert marked(small, query, [], SURE, [name, other]) == [(10, 30)], "of two, neither is cut"
    assert marked(small, small.understand(PLACE), [], SURE, [name]) == [(10, 30)]


def test_no_figure_is_cut_and_no_cell_left_for_another(small: Library) -> None:
    share = Mention(Kind.PERCENT, 18, 26)
    assert marked(small, small.understand(WHAT), [], SURE, [share]) == [(10, 26)]
    row = next(one for one in small.collection.sentences if one.report.quote(one.sentence).startswith("Hộ nghèo |"))
    text = row.report.quote(row.sentence)
    read = Chosen(text.index("hộ |"), text.index("410") + 3, 0.9)
    assert marked_in(small.understand(WHAT), row, [], read, BARS) == []


def test_a_bracket_that_is_opened_is_closed(small: Library) -> None:
    entry = next(one for one in small.collection.sentences if "(BTCLH)" in one.report.quote(one.sentence))
    text = entry.report.quote(entry.sentence)
    start, end = text.index("Ban Tổ chức"), text.index(")")
    query = small.understand("Đơn vị nào điều hành lễ hội?")
    assert marked_in(query, entry, [], Chosen(start, end, 0.9), BARS) == [(start, end + 1)]


def test_a_figure_of_a_part_of_a_year_is_the_rules_alone(small: Library) -> None:
    query = small.understand("Quý I có bao nhiêu lượt khách?")
    assert query.constraints.timespans
    assert marked(small, query, [], SURE) == []


def test_a_year_in_a_question_for_no_figure_does_not_keep_the_reader_out(small: Library) -> None:
    query = small.understand("Ai trình bày báo cáo năm 2020?")
    assert query.constraints.years
    assert marked(small, query, [], SURE) == [(10, 20)]


@pytest.mark.parametrize("question", [FIGURE, PERSON, REASON])
def test_a_sentence_that_was_not_read_has_the_rules_words(small: Library, question: str) -> None:
    query = small.understand(question)
    assert marked(small, query, RULE, None) == RULE
    assert marked(small, query, [], None) == []


def test_the_rules_words_are_given_as_a_list_of_its_own(small: Library) -> None:
    given = [(1, 2)]
    found = marked(small, small.understand(BARE), given, None)
    found.append((3, 4))
    assert given == [(1, 2)]


NUMBERED = "Phần IV nói gì?"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (PLACE, Kind.OFFICE),
        (DATE, Kind.OFFICE),
        (DATE, Kind.ORDINAL),
        (DEFINITION, Kind.OFFICE),
        (DEFINITION, Kind.MONEY),
        (PLACE, Kind.MONEY),
    ],
)
def test_what_is_read_is_not_bold_where_it_is_of_a_kind_that_cant_answer(
    small: Library, question: str, kind: Kind
) -> None:
    assert marked(small, small.understand(question), [], SURE, [Mention(kind, 8, 22)]) == []
    assert marked(small, small.understand(question), [], SURE) != []


def test_a_place_beside_an_office_is_a_place_all_the_same(small: Library) -> None:
    found = [Mention(Kind.OFFICE, 8, 22), Mention(Kind.PLACE, 12, 18)]
    assert marked(small, small.understand(PLACE), [], SURE, found) != []


def test_what_a_part_of_the_report_says_is_no_few_words_of_a_sentence(small: Library) -> None:
    assert marked(small, small.understand(NUMBERED), [], SURE) == []
    assert marked(small, small.understand("Mục vi phạm nói gì?"), [], SURE) != []


def test_words_that_only_name_it_again_do_not_say_what_it_is(small: Library) -> None:
    whole = Chosen(0, len(BUDGET), 0.9)
    assert marked(small, small.understand("Tổng thu là gì?"), [], whole) == []
