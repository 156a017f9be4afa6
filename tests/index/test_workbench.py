from pathlib import Path

import pytest

from index.ablation import SIGNALS
from index.errors import DataError
from index.noise import Noise
from index.runs import save
from index.workbench import ablation, earlier_run, library_of, loaded, run_of
from tests.index.squad_files import SCHOOLS, paragraph, question, written

OTHER = {"data": [{"paragraphs": [paragraph(SCHOOLS, question("Ai giỏi?", SCHOOLS, "Học sinh"))]}]}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    (tmp_path / "b").mkdir()
    return [written(tmp_path), written(tmp_path / "b", OTHER)]


def test_files_of_one_name_are_told_apart_and_one_given_twice_is_one(files: list[Path]) -> None:
    one, other = files
    assert [file.name for file in loaded([one])] == ["squad.json"]
    assert [file.name for file in loaded([one, other, one])] == [str(one), str(other)]


def test_each_file_is_a_collection_of_its_own(files: list[Path]) -> None:
    asked: list[None] = []
    run, _ = run_of(
        loaded(files),
        strip_accents=False,
        noise=Noise.NONE,
        signals_off=[],
        most_misses=0,
        progress=lambda: asked.append(None),
    )
    assert [len(of.results) for of in run.files] == [4, 1]
    assert len(asked) == 5
    # its only paragraph gone, nothing is left to answer from
    assert run.files[1].results[0].confidence_without == 0.0


def test_a_run_of_the_same_questions_is_taken_and_one_of_others_refused(files: list[Path], tmp_path: Path) -> None:
    one, other = files
    run, _ = run_of(
        loaded([one]), strip_accents=True, noise=Noise.NONE, signals_off=[], most_misses=0, progress=lambda: None
    )
    save(run, tmp_path / "run.json")
    assert earlier_run(tmp_path / "run.json", loaded([one])) == run
    for asked in ([other], [one, other]):
        with pytest.raises(DataError, match=r"run.json: is a run of other questions \(squad.json, 4 questions\)"):
            earlier_run(tmp_path / "run.json", loaded(asked))


def test_a_signal_switched_off_is_off_in_the_library(files: list[Path]) -> None:
    (file,) = loaded(files[:1])
    asked = "Sản lượng cà phê đạt bao nhiêu?"
    given = [reason.signal for reason in library_of(file, []).ask(asked).best.reasons]  # type: ignore[union-attr]
    left = [reason.signal for reason in library_of(file, ["kind"]).ask(asked).best.reasons]  # type: ignore[union-attr]
    assert "kind" in given
    assert left == [signal for signal in given if signal != "kind"]


def test_an_ablation_measures_every_signal(files: list[Path]) -> None:
    (file,) = loaded(files[:1])
    asked: list[None] = []
    table = ablation(file, strip_accents=False, progress=lambda: asked.append(None))
    assert [line.split("|")[1].strip() for line in table[2:]] == ["nothing", *SIGNALS]
    assert len(asked) == 4 * (1 + len(SIGNALS))
