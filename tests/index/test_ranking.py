import math
import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.confidence import confidence
from index.errors import DataError
from index.ranking import DEFAULT, Costs, Ranking
from index.records import Signs

SHIPPED = DEFAULT.read_text(encoding="utf-8")


SIGNS = tuple(Signs.__dataclass_fields__)


def with_line(key: str, value: str | None, table: str | None = None) -> str:
    """The shipped file with one key, the first of that name or a table's, changed or, for None, left out."""
    lines = SHIPPED.splitlines()
    begin = lines.index(f"[{table}]") if table else 0
    at = next(i for i, line in enumerate(lines) if i >= begin and line.startswith(f"{key} ="))
    lines[at : at + 1] = [] if value is None else [f"{key} = {value}"]
    return "\n".join(lines)


def test_the_shipped_weights_are_valid() -> None:
    assert Ranking.load().model_dump() == tomllib.loads(SHIPPED)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (with_line("k1", "-1"), r"bm25\.k1 is -1; .*greater than or equal to 0"),
        (with_line("b_passages", "2"), r"bm25\.b_passages is 2; .*less than or equal to 1"),
        (with_line("margin", '"hoch"'), r"confidence\.margin is 'hoch'; .*number"),
        (with_line("passages_kept", "1"), r"rank\.passages_kept is 1; .*greater than or equal to 10"),
        (with_line("runners_up", None), r"rank\.runners_up .*required"),
        (SHIPPED + "\nrubbish = 3\n", r"confidence\.costs\.rubbish is 3; .*not permitted"),
        (with_line("doubted_right", "0.7"), r"confidence\.costs .*less than silent"),
        (with_line("reading", "2"), r"rank\.reading is 2; .*less than or equal to 1"),
        (with_line("reading", "-0.1"), r"rank\.reading is -0\.1; .*greater than or equal to 0"),
        (with_line("reading", None), r"rank\.reading .*required"),
        (with_line("scale", "0"), r"rank\.scale is 0; .*greater than 0"),
        (with_line("scale", "-5.0"), r"rank\.scale is -5\.0; .*greater than 0"),
        (with_line("scale", None), r"rank\.scale .*required"),
        (with_line("sentences_read", "0"), r"rank\.sentences_read is 0; .*greater than or equal to 1"),
        (with_line("sentences_read", "2.5"), r"rank\.sentences_read is 2\.5; .*integer"),
        (with_line("sentences_read", None), r"rank\.sentences_read .*required"),
        (with_line("read_within", "1.5"), r"rank\.read_within is 1\.5; .*less than or equal to 1"),
        (with_line("read_within", None), r"rank\.read_within .*required"),
        (with_line("words", "1.5", table="bold"), r"bold\.words is 1\.5; .*less than or equal to 1"),
        (with_line("clause", "-1"), r"bold\.clause is -1; .*greater than or equal to 0"),
        (with_line("clause", None), r"bold\.clause .*required"),
        (with_line("manner", "1.01"), r"bold\.manner is 1\.01; .*less than or equal to 1"),
        (with_line("manner", "-0.1"), r"bold\.manner is -0\.1; .*greater than or equal to 0"),
        (with_line("manner", None), r"bold\.manner .*required"),
        *((with_line(name, None, table="confidence"), rf"confidence\.{name} .*required") for name in SIGNS),
        (with_line("form", '"hoch"'), r"confidence\.form is 'hoch'; .*number"),
        ("", r"bm25 .*required"),
        ("[bm25", r"can't be read"),
    ],
)
def test_a_wrong_weight_is_named_with_what_it_holds_and_must_be(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "ranking.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message) as raised:
        Ranking.load(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


def test_a_missing_key_is_said_to_be_missing_without_the_whole_table(tmp_path: Path) -> None:
    path = tmp_path / "ranking.toml"
    path.write_text(with_line("runners_up", None), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        Ranking.load(path)
    assert "passage_share" not in str(raised.value), "what it holds is nothing, not its neighbours"


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_can_not_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ranking.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match="can't be read"):
        Ranking.load(path)


def test_only_fields_that_count_are_used() -> None:
    weights = Ranking.load().fields.accented.model_copy(update={"words": 0.0, "pairs": 0.25})
    assert "words" not in weights.used()
    assert weights.used()["pairs"] == 0.25


@given(
    wrong=st.floats(0.001, 1),
    doubted=st.floats(0, 0.99),
    silent=st.floats(0.001, 1),
    p=st.floats(0, 1),
)
def test_the_thresholds_are_where_the_cheapest_of_the_three_outcomes_changes(
    wrong: float, doubted: float, silent: float, p: float
) -> None:
    assume(silent > doubted + 0.001)
    costs = Costs(doubted_wrong=wrong, doubted_right=doubted, silent=silent)
    bars = Ranking.load().confidence.model_copy(update={"costs": costs})
    assume(min(abs(p - bars.sure), abs(p - bars.threshold)) > 1e-6)
    assume(bars.threshold <= bars.sure)  # where a doubt pays nowhere, the two cross
    outcomes = {"sure": 1 - p, "doubted": (1 - p) * wrong + p * doubted, "silent": p * silent}
    least = min(outcomes, key=outcomes.__getitem__)
    assert least == ("sure" if p > bars.sure else "doubted" if p > bars.threshold else "silent")


def test_confidence_is_the_logistic_function_of_the_weighted_signs() -> None:
    weights = Ranking.load().confidence
    signs = dict.fromkeys(Signs.__dataclass_fields__, 0.5)
    x = weights.intercept + sum(0.5 * float(getattr(weights, name)) for name in signs)
    assert confidence(Signs(**signs), weights) == pytest.approx(1 / (1 + math.exp(-x)))
