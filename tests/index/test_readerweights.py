import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from index.asks import Kind
from index.errors import DataError
from index.overlap import KINDS
from index.readerweights import DEFAULT, EVERY, LENGTHS, Weights

PARTS = ("begin", "end", "inside", "length", "sentence")
TABLES = st.dictionaries(
    st.sampled_from([EVERY, *KINDS]),
    st.dictionaries(st.text(max_size=12), st.floats(allow_nan=False, allow_infinity=False), max_size=4),
    max_size=4,
)
WEIGHTS = st.builds(
    Weights, learned_from=st.lists(st.text(max_size=16), max_size=4).map(tuple), **dict.fromkeys(PARTS, TABLES)
)


def made(**changes: object) -> str:
    """A file of weights that are all 0, with parts of it changed or, for None, left out."""
    held = {"learned_from": [], **{part: {} for part in PARTS}, **changes}
    return json.dumps({name: value for name, value in held.items() if value is not None})


def test_the_shipped_weights_are_valid_and_of_known_kinds() -> None:
    shipped = Weights.load()
    assert shipped.learned_from
    for part in PARTS:
        assert set(getattr(shipped, part)) <= {EVERY, *KINDS}
    assert set(shipped.length[EVERY]) <= set(LENGTHS)


def test_the_shipped_file_is_what_dump_writes() -> None:
    assert Weights.load().dump() == DEFAULT.read_text(encoding="utf-8")


def test_every_kind_of_question_has_weights_of_its_own_or_shares_those_of_figures() -> None:
    assert {Kind.MONEY, Kind.ORDINAL} == {kind for kind in Kind if kind.value not in KINDS}


@given(WEIGHTS)
def test_weights_that_are_dumped_come_back_as_they_were(weights: Weights) -> None:
    assert Weights.model_validate_json(weights.dump()) == weights


def test_weights_that_are_written_are_loaded(tmp_path: Path) -> None:
    weights = Weights(
        learned_from=("ab12",),
        begin={EVERY: {"tag:N": 0.5, 'mark<:"': -1.25}},
        end={},
        inside={"person": {"=:là": 2.0}, EVERY: {}},
        length={EVERY: {"1": 0.1}},
        sentence={},
    )
    path = tmp_path / "reader.json"
    path.write_text(weights.dump(), encoding="utf-8")
    assert Weights.load(path) == weights


def test_a_dump_has_a_line_a_kind_in_letters_that_can_be_read() -> None:
    weights = Weights(
        learned_from=(), begin={EVERY: {"=:là": 1.0}, "person": {}}, end={}, inside={}, length={}, sentence={}
    )
    assert ' "begin": {\n  "*": {"=:là": 1.0},\n  "person": {}\n }' in weights.dump()


def test_a_file_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "reader.json"
    path.write_text(made(), encoding="utf-8")
    assert Weights.load(path) is Weights.load(path)


def test_weights_can_not_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Weights.load().begin = {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (made(begin=None), r"begin: field required"),
        (made(learned_from=3), r"learned_from: .*tuple"),
        (made(length={EVERY: {"1": "lang"}}), r"length\.\*\.1: .*number"),
        (made(end={EVERY: 3}), r"end\.\*: .*dictionary"),
        (made(rubbish={}), r"rubbish: .*not permitted"),
        ("[]", r": .*(dictionary|instance)"),
        ("{", r"can't be read: "),
        ("", r"can't be read: "),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong_in_it(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "reader.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message) as raised:
        Weights.load(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_can_not_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "reader.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match="can't be read"):
        Weights.load(path)


def test_a_broken_file_that_is_mended_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "reader.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(DataError):
        Weights.load(path)
    path.write_text(made(), encoding="utf-8")
    assert Weights.load(path).begin == {}
