import math
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.evaluate import Outcome, auc, evaluate, figures, token_f1
from index.library import Library
from index.noise import Noise, disturbed
from index.records import Answer, Candidate
from index.squad import SquadQuestion, load
from tests.index.builders import answered
from tests.index.squad_files import written

QUESTION = SquadQuestion("Gì?", 0, 0, 0, ("gì",))
MISS = Outcome(QUESTION, rank=0, sentence=False, answer=False, f1=0.0, answered=False, ms=4.0, best=None)


@pytest.fixture
def best(small: Library) -> Candidate:
    return answered(small, "Tổng thu NSNN đạt bao nhiêu?").best


def test_the_figures_of_outcomes_are_those_computed_by_hand(best: Candidate) -> None:
    sure, unsure = replace(best, confidence=0.9), replace(best, confidence=0.4)
    hit = replace(MISS, rank=1, sentence=True, answer=True, f1=1.0, answered=True, ms=1.0, best=sure, without=unsure)
    third = replace(MISS, rank=3, answer=True, f1=0.5, answered=True, ms=2.0)
    third = replace(third, best=unsure, without=sure, answered_without=True)
    found = figures([hit, third, MISS, replace(MISS, ms=3.0)])
    assert found["questions"] == 4
    assert found["passage R@1"] == pytest.approx(1 / 4)
    assert found["passage MRR@10"] == pytest.approx((1 + 1 / 3) / 4)
    assert found["passage nDCG@10"] == pytest.approx((1 + 1 / math.log2(4)) / 4)
    assert found["sentence acc@1"] == pytest.approx(1 / 4)
    assert found["answer@1"] == pytest.approx(2 / 4)
    assert found["span F1"] == pytest.approx(1.5 / 4)
    assert found["answered share"] == pytest.approx(2 / 4)
    assert found["wrong-answer rate"] == pytest.approx(1 / 4)
    # positives .9 .4 0 0 against negatives .4 .9 0 0: of 16 pairs 3+1+½ + 2+½+… = ½ + 3, 2 + ½, 1, 1
    assert found["abstention AUC"] == pytest.approx((3.5 + 2.5 + 1 + 1) / 16)
    assert found["ms p50"] == pytest.approx(2.5)
    assert found["ms p95"] == pytest.approx(3.85)


SHARES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1), min_size=1, max_size=12)


@settings(max_examples=80, deadline=None)
@given(SHARES, SHARES)
def test_auc_is_the_share_of_pairs_in_the_right_order(positive: list[float], negative: list[float]) -> None:
    won = [(p > n) + (p == n) / 2 for p, n in product(positive, negative)]
    assert auc(positive, negative) == pytest.approx(sum(won) / len(won))


@pytest.mark.parametrize(
    ("said", "accepted", "f1"),
    [
        ("15 tấn", ["15 tấn"], 1.0),
        ("15 Tấn.", ["15 tấn"], 1.0),
        ("đạt 15 tấn", ["15 tấn"], 0.8),
        ("15", ["15 tấn"], 2 / 3),
        ("15 15", ["15 tấn"], 0.5),
        ("chè", ["15 tấn"], 0.0),
        ("", ["15 tấn"], 0.0),
        ("15 tấn", [], 0.0),
        ("15 tấn", ["chè", "15 tấn", "15"], 1.0),
    ],
)
def test_token_f1_is_squads(said: str, accepted: list[str], f1: float) -> None:
    assert token_f1(said, accepted) == pytest.approx(f1)


def test_every_question_is_asked_with_its_paragraph_and_without(tmp_path: Path) -> None:
    reports, questions = load(written(tmp_path))
    asked: list[None] = []
    lib = Library.of(reports)
    outcomes = evaluate(lib, questions, progress=lambda: asked.append(None))
    assert len(asked) == len(questions)
    assert [outcome.question for outcome in outcomes] == questions
    for outcome in outcomes:
        assert (outcome.rank, outcome.sentence, outcome.answer) == (1, True, True)
        assert outcome.best is not None
        own = reports[outcome.question.article].passages[outcome.question.passage]
        assert outcome.best.passage == own
        gone = outcome.without
        assert gone is None or (gone.report, gone.passage) != (outcome.best.report, own)
        assert outcome.ms > 0


def test_without_accents_every_question_is_found_too(tmp_path: Path) -> None:
    reports, questions = load(written(tmp_path))
    found = figures(evaluate(Library.of(reports), questions, strip_accents=True))
    assert found["passage R@1"] == 1.0


def test_noise_disturbs_every_question_alike_in_every_run(tmp_path: Path) -> None:
    reports, questions = load(written(tmp_path))
    once, again = (evaluate(Library.of(reports), questions, noise=Noise.TYPO) for _ in range(2))
    assert [replace(o, ms=0.0) for o in once] == [replace(o, ms=0.0) for o in again]
    typed = [disturbed(question.text, Noise.TYPO) for question in questions]
    lib = Library.of(reports)
    assert [o.answered for o in once] == [isinstance(lib.ask(text), Answer) for text in typed]


def test_bold_words_count_only_where_they_answer(tmp_path: Path) -> None:
    reports, questions = load(written(tmp_path))
    lib = Library.of(reports)
    for outcome in evaluate(lib, questions):
        reply = lib.ask(outcome.question.text)
        bold = " ".join(reply.best.report.quote(s) for s in reply.spans) if isinstance(reply, Answer) else ""
        assert outcome.f1 == pytest.approx(token_f1(bold, outcome.question.answers))
        assert outcome.answered is isinstance(reply, Answer)
