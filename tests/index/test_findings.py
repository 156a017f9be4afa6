import json
from dataclasses import replace

import pytest

from index.findings import Findings, data, document, lines
from index.misses import Miss
from index.noise import Noise
from index.results import Result
from index.runs import FileResults, Run
from tests.index.made_results import MISS, many

MISSED = Miss("Ai?", "person", 2, True, 0.75, ("ông A",), "Bà B.", "Ông A.", False, (("sentence", 1.0, None),))


def run(*files: tuple[str, list[Result]]) -> Run:
    return Run(False, Noise.NONE, (), tuple(FileResults(name, tuple(results)) for name, results in files))


ONE = run(("a.json", [*many(11), replace(MISS, key="11", text="Đâu?", kind="place")]))
BEFORE = run(("cu.json", [*many(10), replace(MISS, key="10"), replace(many(1)[0], key="11", text="Đâu?")]))
TWO = run(("a.json", many(2)), ("b.json", many(1, kind="date")))


def test_one_files_figures_stand_first_one_a_line_with_the_number_behind_each() -> None:
    found = lines(Findings(ONE, None, []))
    assert found[0].split() == ["questions", "12"]
    assert found[1].split() == ["passage", "R@1", "0.917", "12"]
    assert any(line.split()[:3] == ["place", "1", "0.000"] for line in found)
    assert found[-1] != ""


def test_several_files_have_their_figures_each_and_together() -> None:
    found = lines(Findings(TWO, None, []))
    heads = [line.split()[0] for line in found if line.endswith(" n")]
    assert heads == ["a.json", "b.json", "all"]


def test_against_a_run_the_changes_are_shown_and_the_questions_won_and_lost() -> None:
    found = lines(Findings(ONE, BEFORE, []))
    at = found.index("sentences won: 1")
    assert found[at : at + 4] == ["sentences won: 1", "  Câu 10?", "sentences lost: 1", "  Đâu?"]
    assert "a.json, against the saved run" in found


def test_misses_come_last() -> None:
    assert lines(Findings(ONE, None, [MISSED]))[-1].split() == ["sentence", "1.000", "–"]


def test_one_files_object_has_its_figures_at_the_top() -> None:
    found = data(Findings(ONE, None, []))
    assert (found["file"], found["strip_accents"], found["without"]) == ("a.json", False, [])
    assert (found["questions"], found["kinds"]["place"]["questions"]) == (12, 1)
    assert "against" not in found
    assert "misses" not in found


@pytest.mark.parametrize("earlier", [None, BEFORE])
def test_the_object_is_json_without_extensions(earlier: Run | None) -> None:
    found = json.loads(json.dumps(data(Findings(ONE, earlier, [MISSED])), allow_nan=False))
    assert found["misses"][0]["marked"] == "Ông A."
    if earlier:
        assert found["against"]["won"] == ["Câu 10?"]
        assert found["against"]["lost"] == ["Đâu?"]
        assert found["against"]["changes"]["ms p50"]["low"] is None


def test_several_files_object_has_them_in_order_and_all_together() -> None:
    found = data(Findings(TWO, TWO, []))
    assert [one["file"] for one in found["files"]] == ["a.json", "b.json"]
    assert found["all"]["questions"] == 3
    assert found["all"]["against"]["won"] == []


def test_the_document_is_tables_that_say_how_it_was_asked() -> None:
    found = document(Findings(replace(ONE, strip_accents=True, without=("kind",)), BEFORE, [])).splitlines()
    assert found[0] == "Questions without accents, without kind."
    assert "| questions | 12 |  |" in found
    assert "**a.json, against the saved run: 1 sentences won, 1 lost**" in found
    assert any(line.startswith("| place | 1 |") for line in found)


CROSSED = replace(TWO, files=(TWO.files[0], replace(TWO.files[1], cross_validated=True)))


def test_files_that_were_cross_validated_are_named_wherever_figures_are_shown() -> None:
    found = Findings(CROSSED, None, [])
    assert lines(found)[0] == "b.json: cross-validated by article"
    assert data(found)["cross_validated"] == ["b.json"]
    assert document(found).splitlines()[0] == "Questions with accents. b.json: cross-validated by article."


def test_where_none_was_cross_validated_nothing_is_said_of_it() -> None:
    found = Findings(TWO, None, [])
    assert "cross" not in "\n".join(lines(found)) + document(found)
    assert "cross_validated" not in data(found)


def test_of_one_file_the_object_says_whether_it_was_cross_validated() -> None:
    only = replace(ONE, files=(replace(ONE.files[0], cross_validated=True),))
    assert data(Findings(only, None, []))["cross_validated"] == ["a.json"]
