import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import DataError
from index.noise import Noise
from index.runs import FileResults, Run, load_run, save, summary
from tests.index.made_results import HIT, MISS, many

RUN = Run(False, Noise.NONE, ("kind",), (FileResults("a.json", (HIT, replace(MISS, confidence_without=None))),))


def test_a_saved_run_comes_back_as_it_was(tmp_path: Path) -> None:
    save(RUN, tmp_path / "run.json")
    assert load_run(tmp_path / "run.json") == RUN


def test_a_saved_run_holds_its_figures_for_other_programs(tmp_path: Path) -> None:
    save(RUN, tmp_path / "run.json")
    held = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert held["figures"]["a.json"]["passage R@1"] == 0.5
    assert held["files"][0]["results"][0]["text"] == "Gì?"


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"strip_accents": 1, "without": [], "files": 3}', "\udcff"])
def test_a_file_that_is_no_run_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "run.json"
    path.write_bytes(content.encode(errors="surrogateescape"))
    with pytest.raises(DataError, match=r"run\.json: is not a saved run") as refused:
        load_run(path)
    assert len(str(refused.value).splitlines()) == 1


def test_a_missing_run_and_a_place_that_takes_none_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="can't be read"):
        load_run(tmp_path / "thieu.json")
    with pytest.raises(DataError, match="can't be written"):
        save(RUN, tmp_path)


def test_one_file_is_one_group_and_several_have_one_of_all() -> None:
    assert list(RUN.groups) == ["a.json"]
    both = replace(RUN, files=(*RUN.files, FileResults("b.json", (HIT,))))
    assert {name: len(of) for name, of in both.groups.items()} == {"a.json": 2, "b.json": 1, "all": 3}


def test_a_summary_has_each_kind_and_no_number_that_json_has_not() -> None:
    found = summary([*many(2, kind="date"), MISS])
    assert found["kinds"]["date"]["questions"] == 2
    assert found["kinds"]["other"]["expected calibration error"] is None
    json.dumps(found, allow_nan=False)


def test_a_file_that_was_cross_validated_is_saved_as_such_and_one_saved_before_that_was_not(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    crossed = replace(RUN, files=(replace(RUN.files[0], cross_validated=True), FileResults("b.json", (HIT,))))
    save(crossed, path)
    assert [one.cross_validated for one in load_run(path).files] == [True, False]
    held = json.loads(path.read_text(encoding="utf-8"))
    for one in held["files"]:
        del one["cross_validated"]
    path.write_text(json.dumps(held), encoding="utf-8")
    assert [one.cross_validated for one in load_run(path).files] == [False, False]
