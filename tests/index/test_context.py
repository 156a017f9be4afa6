from dataclasses import replace

import pytest
from hypothesis import given, settings

from index.context import passage_of, sentences_of, text_passages
from index.errors import UnknownPlace
from index.library import Library
from index.passages import LONGEST
from index.records import BlockKind
from tests.index.builders import HEAD, SMALL, answered, library, report
from tests.index.hostile import TEXTS

ROWS = "\n".join(f"Chỉ tiêu thứ {i} của huyện Sơn Hà | hộ | {i} | {i + 1}" for i in range(60))
TABLE = f"{HEAD}I. BIỂU\nChỉ tiêu | Đơn vị | Kế hoạch | Thực hiện\n{ROWS}\n"


def test_a_passage_that_is_only_a_heading_is_not_turned_to() -> None:
    of = report(SMALL)
    kinds = [of.sentences[one.first].kind for one in text_passages(of)]
    assert kinds
    assert BlockKind.HEADING not in kinds
    assert len(kinds) < len(of.passages)


def test_every_sentence_is_in_the_passage_of_its_number_and_a_headings_is_the_next() -> None:
    of = report(SMALL)
    passages = text_passages(of)
    for sentence in of.sentences:
        number = passage_of(passages, sentence)
        if sentence.kind is BlockKind.HEADING:
            before = passages[number - 1].end if number else 0
            assert before <= sentence.start < passages[number].start
        else:
            assert sentence in sentences_of(of, passages[number])


def test_before_the_rows_of_a_parted_table_stands_its_header() -> None:
    of = report(TABLE)
    parts = [sentences_of(of, one) for one in text_passages(of) if of.sentences[one.last].kind is BlockKind.ROW]
    assert len(TABLE) > LONGEST
    assert len(parts) > 1
    assert [of.quote(part[0]) for part in parts] == ["Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện"] * len(parts)


def test_rows_without_a_header_stand_alone() -> None:
    of = report(f"{HEAD}I. BIỂU\n" + ROWS)
    last = text_passages(of)[-1]
    assert sentences_of(of, last) == of.sentences[last.first : last.last + 1]


def test_the_context_of_an_answer_holds_its_sentence(small: Library) -> None:
    lib = library(SMALL, TABLE)
    best = answered(lib, "Chỉ tiêu thứ 41 của huyện Sơn Hà thực hiện bao nhiêu hộ?").best
    number, passage = lib.place(best)
    assert number == 1
    assert best.sentence in lib.context(number, passage)
    assert lib.passage_at(number, best.sentence) == passage


def test_of_two_reports_that_are_alike_each_has_its_own_place() -> None:
    lib = library(SMALL, SMALL)
    best = answered(lib, "Huyện trồng mới bao nhiêu ha rừng?").best
    assert [lib.place(replace(best, report=report))[0] for report in lib.reports] == [0, 1]


@pytest.mark.parametrize("number", [-1, 1, 10**9])
def test_a_report_that_is_not_there_is_refused(small: Library, number: int) -> None:
    for asked in (small.outline, small.passages, small.summary, lambda one: small.context(one, 0)):
        with pytest.raises(UnknownPlace, match=rf"report {number} .* 1"):
            asked(number)


@pytest.mark.parametrize("number", [-1, 10**9])
def test_a_passage_that_is_not_there_is_refused(small: Library, number: int) -> None:
    with pytest.raises(UnknownPlace, match=f"passage {number}") as raised:
        small.context(0, number)
    assert (raised.value.what, raised.value.number) == ("passage", number)


def test_sentences_that_are_glued_together_are_each_in_their_own_passage() -> None:
    of = report("Mở đầu báo cáo." + "Công tác điều hành ngân sách được thực hiện chủ động, đúng quy định." * 40)
    passages = text_passages(of)
    assert len(passages) > 1
    for sentence in of.sentences:
        assert sentence in sentences_of(of, passages[passage_of(passages, sentence)])


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_of_any_text_every_sentence_but_headings_is_in_its_passage(text: str) -> None:
    of = report(f"Mở đầu báo cáo này.\n{text}")
    passages = text_passages(of)
    for sentence in of.sentences:
        found = sentences_of(of, passages[passage_of(passages, sentence)])
        assert found
        assert sentence.kind is BlockKind.HEADING or sentence in found
