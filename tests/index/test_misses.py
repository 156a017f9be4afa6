from dataclasses import replace
from pathlib import Path

import pytest

from index.evaluate import Outcome, evaluate
from index.library import Library
from index.misses import described, misses
from index.records import Reason, Report
from index.squad import load
from tests.index.squad_files import COFFEE, FESTIVAL, written

Asked = tuple[list[Outcome], tuple[Report, ...]]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    reports, questions = load(written(tmp_path))
    library = Library.of(reports)
    return evaluate(library, questions, absent=False), library.reports


def wrong(outcome: Outcome, confidence: float, *, answered: bool = True, answer: bool = False) -> Outcome:
    return replace(outcome, sentence=False, answer=answer, answered=answered, confidence=confidence)


def test_the_surest_wrong_answers_come_first_and_hits_never(asked: Asked) -> None:
    outcomes, reports = asked
    a, b, c, hit = outcomes
    found = misses([wrong(a, 0.5), hit, wrong(b, 0.9, answer=True), wrong(c, 0.7)], reports, 9)
    assert [miss.confidence for miss in found] == [0.7, 0.5, 0.9]
    silent = misses([wrong(a, 0.5), wrong(b, 0.6, answered=False)], reports, 9)
    assert [miss.answered for miss in silent] == [True, False]
    assert len(misses([wrong(a, 0.5), wrong(c, 0.7)], reports, 1)) == 1


def test_a_miss_shows_both_sentences_with_each_ones_signals_side_by_side(asked: Asked) -> None:
    outcomes, reports = asked
    first = outcomes[0]
    assert first.best is not None
    assert first.right is not None
    cited = replace(first.best, reasons=(Reason("sentence", 2.0), Reason("kind", 1.5)), score=3.5, confidence=0.75)
    marked = replace(first.right, reasons=(Reason("sentence", 2.5), Reason("year", -1.0)), score=1.5, confidence=0.5)
    (miss,) = misses([replace(wrong(first, 0.75), best=cited, right=marked)], reports, 1)
    assert miss.marked == COFFEE.split(". ")[0] + "."
    assert miss.signals == (
        ("sentence", 2.0, 2.5),
        ("kind", 1.5, 0.0),
        ("score", 3.5, 1.5),
        ("confidence", 0.75, 0.5),
        ("year", 0.0, -1.0),
    )
    lines = described(miss)
    assert lines[0] == first.question.text
    assert any(line.split() == ["kind", "1.500", "0.000"] for line in lines)


def test_a_marked_sentence_that_was_never_considered_is_said_to_be_none(asked: Asked) -> None:
    outcomes, reports = asked
    (miss,) = misses([replace(wrong(outcomes[2], 0.6), right=None)], reports, 1)
    assert miss.marked == FESTIVAL.split(". ")[0] + "."
    assert not miss.among_candidates
    assert all(given is None for _, _, given in miss.signals)
    assert "  the marked sentence is not among the candidates" in described(miss)


def test_where_nothing_was_found_there_are_no_signals(asked: Asked) -> None:
    outcomes, reports = asked
    (miss,) = misses([replace(wrong(outcomes[0], 0.0, answered=False), best=None, right=None, rank=0)], reports, 1)
    assert (miss.cited, miss.signals) == (None, ())
    assert "  cited    nothing" in described(miss)
