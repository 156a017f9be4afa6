import random
from dataclasses import fields, replace

import pytest

from index.evaluate import Outcome
from index.fit import fit
from index.library import Library
from index.records import Candidate, Signs
from index.results import Result
from index.squad import SquadQuestion
from tests.index.builders import answered
from tests.index.made_results import HIT

WEIGHTS = [field.name for field in fields(Signs)]


@pytest.fixture
def outcomes(small: Library) -> list[Outcome]:
    """Questions of eight articles: with the paragraph all signs are high, without it low."""
    best = answered(small, "Tổng thu NSNN đạt bao nhiêu?").best
    chance = random.Random(7)

    def near(level: float) -> Candidate:
        return replace(best, signs=Signs(**{name: level + chance.uniform(-0.1, 0.1) for name in WEIGHTS}))

    found = []
    for number in range(48):
        question = SquadQuestion("Gì?", number % 8, 0, 0, ("gì",))
        known = {name: getattr(HIT, name) for name in Result.__dataclass_fields__}
        found.append(Outcome(**known, question=question, best=near(0.8), right=None, without=near(0.3)))
    return [*found, replace(found[0], best=None, without=None)]


def test_weights_are_printed_as_the_file_holds_them_with_what_they_are_worth(outcomes: list[Outcome]) -> None:
    lines = fit(outcomes)
    assert "49 questions" in lines[0]
    assert any(line.startswith("# AUC 1.0") and "cross-validated" in line for line in lines)
    assert sum(line.startswith("# from") for line in lines) >= 3
    named = dict(line.split(" = ") for line in lines if not line.startswith("#"))
    assert set(named) == {"intercept", *WEIGHTS}
    assert float(named["intercept"]) < 0
    assert all(float(named[name]) > 0 for name in WEIGHTS)
