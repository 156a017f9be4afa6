import random
from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial

import pytest

from index.confidence import confidence
from index.errors import NothingToLearn
from index.evaluate import Outcome
from index.fit import fitted, report
from index.library import Library
from index.ranking import Ranking
from index.records import Candidate, Signs
from index.results import Result
from index.squad import SquadQuestion
from tests.index.builders import answered
from tests.index.made_results import HIT

WEIGHTS = [field.name for field in fields(Signs)]


def signs(level: float, chance: random.Random) -> Signs:
    return Signs(**{name: level + chance.uniform(-0.1, 0.1) for name in WEIGHTS})


@pytest.fixture
def outcomes(small: Library) -> list[Outcome]:
    """Questions of eight articles: with the paragraph all signs are high, without it low."""
    best = answered(small, "Tổng thu NSNN đạt bao nhiêu?").best
    chance = random.Random(7)

    def near(level: float, sure: float) -> Candidate:
        return replace(best, signs=signs(level, chance), confidence=sure)

    found = []
    for number in range(48):
        question = SquadQuestion("Gì?", number % 8, 0, 0, ("gì",))
        known = {name: getattr(HIT, name) for name in Result.__dataclass_fields__}
        found.append(Outcome(**known, question=question, best=near(0.8, 0.95), right=None, without=near(0.3, 0.22)))
    return [*found, replace(found[0], best=None, without=None)]


def sure(weights: dict[str, float], of: Signs) -> float:
    """The confidence under weights that were fitted."""
    return confidence(of, Ranking.load().confidence.model_copy(update=weights))


def test_there_is_a_weight_of_every_sign_to_three_decimals(outcomes: list[Outcome]) -> None:
    weights = fitted(outcomes)
    assert list(weights) == ["intercept", *WEIGHTS]
    assert all(round(weight, 3) == weight for weight in weights.values())


def test_the_confidence_that_is_fitted_tells_the_two_askings_apart(outcomes: list[Outcome]) -> None:
    weights = fitted(outcomes)
    chance = random.Random(8)
    assert all(sure(weights, signs(0.8, chance)) > 0.9 for _ in range(20))
    assert all(sure(weights, signs(0.3, chance)) < 0.1 for _ in range(20))


def test_what_says_nothing_weighs_next_to_nothing(outcomes: list[Outcome]) -> None:
    def by_widest(of: Candidate | None, level: float, chance: random.Random) -> Candidate | None:
        said = {name: chance.choice((0.1, 0.9)) for name in WEIGHTS} | {"widest": level}
        return replace(of, signs=Signs(**said)) if of else None

    by = partial(by_widest, chance=random.Random(3))
    known = [replace(one, best=by(one.best, 0.9), without=by(one.without, 0.1)) for one in outcomes]
    weights = fitted(known)
    assert weights["widest"] > 5 * max(abs(weights[name]) for name in WEIGHTS if name != "widest")


def under(outcomes: list[Outcome], change: Callable[[Signs], Signs]) -> list[Outcome]:
    """The same outcomes with their sentences' signs changed."""

    def changed(of: Candidate | None) -> Candidate | None:
        return replace(of, signs=change(of.signs)) if of else None

    return [replace(one, best=changed(one.best), without=changed(one.without)) for one in outcomes]


def test_a_sign_that_is_measured_in_tenths_weighs_ten_times_as_much(outcomes: list[Outcome]) -> None:
    # they are held down in standard deviations; before, a narrow sign was held down the most
    plain = fitted(outcomes)
    tenths = fitted(under(outcomes, lambda signs: replace(signs, apart=signs.apart / 10)))
    assert plain["apart"] > 0
    assert tenths["apart"] == pytest.approx(10 * plain["apart"], rel=0.01)
    for name in {"intercept", *WEIGHTS} - {"apart"}:
        assert tenths[name] == pytest.approx(plain[name], abs=0.01), name


def test_a_sign_that_never_changes_weighs_nothing(outcomes: list[Outcome]) -> None:
    weights = fitted(under(outcomes, lambda signs: replace(signs, form=1.0)))
    assert weights["form"] == 0
    assert all(weights[name] > 0 for name in WEIGHTS if name != "form")


def test_the_value_is_how_often_an_answer_is_right_not_how_often_its_paragraph_is_there(
    outcomes: list[Outcome],
) -> None:
    half = [replace(one, answer=i % 2 == 0) for i, one in enumerate(outcomes)]
    here = sure(fitted(half), signs(0.8, random.Random(8)))
    assert 0.4 < here < 0.6


def test_the_same_outcomes_give_the_same_weights_and_those_without_a_sentence_none(outcomes: list[Outcome]) -> None:
    assert fitted(outcomes) == fitted(outcomes) == fitted(outcomes[:-1])


def test_weights_are_printed_as_the_file_holds_them_with_what_they_are_worth(outcomes: list[Outcome]) -> None:
    lines = report(outcomes, outcomes)
    assert "49 questions" in lines[0]
    assert "cross-validated" in lines[0]
    assert sum(line.startswith("# from") for line in lines) >= 3
    named = dict(line.split(" = ") for line in lines if not line.startswith("#"))
    assert {name: float(value) for name, value in named.items()} == fitted(outcomes)
    assert float(named["intercept"]) < 0
    assert all(float(named[name]) > 0 for name in WEIGHTS)


def test_both_kinds_of_error_are_counted_at_each_threshold(outcomes: list[Outcome]) -> None:
    lines = report(outcomes, [replace(one, answer=i % 4 != 0) for i, one in enumerate(outcomes[:-1])])
    assert "# AUC 1.0000" in lines
    # of 48, all are answered at either; 36 of them right, and at the lower one all 48 of those asked without as well
    assert "# from 0.2: answered 1.000, wrong 1.000, right of them 0.375" in lines
    assert "# from 0.25: answered 1.000, wrong 0.000, right of them 0.750" in lines


def test_what_is_judged_is_not_what_the_weights_are_fitted_to(outcomes: list[Outcome]) -> None:
    unsure = [replace(one, best=None, without=None) for one in outcomes]
    lines = report(outcomes, unsure)
    assert "# from 0.9: answered 0.000, wrong 0.000, right of them 0.000" in lines
    assert lines[-len(WEIGHTS) - 1 :] == report(outcomes, outcomes)[-len(WEIGHTS) - 1 :]


def test_outcomes_that_are_all_alike_can_not_be_fitted_to(outcomes: list[Outcome]) -> None:
    # they ended in scikit-learn's own error
    none_right = [replace(one, answer=False) for one in outcomes]
    never_without = [replace(one, without=None) for one in outcomes]
    for alike in ([], none_right, never_without):
        with pytest.raises(NothingToLearn, match="can't be fitted"):
            fitted(alike)
