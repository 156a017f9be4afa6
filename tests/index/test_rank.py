from dataclasses import astuple

import pytest

from index.library import Library
from index.records import Answer, BlockKind, Why
from tests.index.builders import HEAD, answered, library, refused

YEARS = f"{HEAD}I. NÔNG NGHIỆP\n" + "".join(
    f"Sản lượng lúa năm {year} đạt {year - 1900} tấn.\n" for year in range(2014, 2021)
)


@pytest.mark.parametrize("year", [2014, 2017, 2020])
def test_the_sentence_of_the_year_asked_for_is_preferred(year: int) -> None:
    answer = answered(library(YEARS), f"Sản lượng lúa năm {year} đạt bao nhiêu?")
    assert f"năm {year}" in answer.best.text
    assert all(f"năm {year}" not in other.text for other in answer.runners_up)


def test_a_sentence_without_a_year_is_of_its_headings_year() -> None:
    lib = library(f"{HEAD}I. NĂM 2018\nSản lượng lúa đạt 18 tấn.\nII. NĂM 2019\nSản lượng lúa đạt 19 tấn.\n")
    assert "19 tấn" in answered(lib, "Sản lượng lúa năm 2019 đạt bao nhiêu?").best.text
    assert "18 tấn" in answered(lib, "Sản lượng lúa năm 2018 đạt bao nhiêu?").best.text
    assert refused(lib, "Sản lượng lúa năm 2020 đạt bao nhiêu?").why is Why.YEAR


def test_a_sentence_without_any_year_is_of_the_year_reported_on() -> None:
    lib = library(f"{HEAD}I. NÔNG NGHIỆP\nSản lượng lúa đạt 18 tấn.\nChăn nuôi lợn phát triển.\n")
    assert "18 tấn" in answered(lib, "Sản lượng lúa năm 2020 đạt bao nhiêu?").best.text


def test_of_two_equal_sentences_the_first_is_cited() -> None:
    lib = library(f"{HEAD}I. MỘT\nSản lượng cà phê đạt 18 tấn.\nI. MỘT\nSản lượng cà phê đạt 18 tấn.\n")
    answer = answered(lib, "Sản lượng cà phê đạt bao nhiêu?")
    twins = [c for c in (answer.best, *answer.runners_up) if c.text == answer.best.text]
    assert len(twins) == 2
    assert twins == sorted(twins, key=lambda c: c.sentence.start)


def test_of_two_equal_reports_the_first_is_cited() -> None:
    lib = library(YEARS, YEARS)
    assert answered(lib, "Sản lượng lúa năm 2017 đạt bao nhiêu?").best.report is lib.reports[0]


def test_candidates_are_in_the_order_of_their_scores(small: Library) -> None:
    answer = answered(small, "Tổng thu NSNN đạt bao nhiêu?")
    scores = [c.score for c in (answer.best, *answer.runners_up)]
    assert scores == sorted(scores, reverse=True)
    assert len(answer.runners_up) <= small.ranking.rank.runners_up


def test_a_score_is_the_sum_of_its_reasons(small: Library) -> None:
    for question in ("Tổng thu NSNN đạt bao nhiêu?", "Sản lượng lúa năm 2019?", "Xã Tân Lập có 45 ha rừng?"):
        reply = small.ask(question)
        best = reply.best if isinstance(reply, Answer) else reply.nearest[0]
        assert best.score == pytest.approx(sum(reason.value for reason in best.reasons), abs=1e-6)


def test_a_heading_is_no_answer_where_a_sentence_says_it_too() -> None:
    lib = library(
        f"{HEAD}I. THU NGÂN SÁCH HUYỆN\nThu ngân sách huyện đạt khá so với mọi năm trước.\nDân số tăng nhẹ.\n"
    )
    assert answered(lib, "Thu ngân sách huyện thế nào?").best.sentence.kind is BlockKind.PARAGRAPH


def test_a_figure_asked_for_moves_a_sentence_that_has_one_up() -> None:
    lib = library(f"{HEAD}I. LÚA\nSản lượng lúa rất khá.\nSản lượng lúa đạt 18 tấn.\n")
    assert "18 tấn" in answered(lib, "Sản lượng lúa bao nhiêu?").best.text


def test_what_is_missing_is_a_reason_that_lowers_the_score(small: Library) -> None:
    nearest = refused(small, "Sản lượng lúa năm 2015 đạt bao nhiêu?").nearest[0]
    assert any(reason.signal == Why.YEAR and reason.value < 0 for reason in nearest.reasons)


def test_every_sign_is_a_share(small: Library) -> None:
    answer = answered(small, "Tổng thu NSNN đạt bao nhiêu?")
    for candidate in (answer.best, *answer.runners_up):
        assert all(-1e-9 <= share <= 1 + 1e-9 for share in astuple(candidate.signs))
        assert 0 <= candidate.confidence <= 1
