from pathlib import Path

import pytest

from index.ablation import SIGNALS
from index.errors import DataError, TooFewArticles
from index.evaluate import key
from index.folds import FOLDS, Fold
from index.noise import Noise
from index.readerweights import Weights
from index.records import Abstention, Reason
from index.runs import save
from index.workbench import Questions, ablation, earlier_run, folds_of, loaded, run_of
from tests.index.squad_files import SCHOOLS, crops, paragraph, question, written

OTHER = {"data": [{"paragraphs": [paragraph(SCHOOLS, question("Ai giỏi?", SCHOOLS, "Học sinh"))]}]}


def nearest(parts: list[Fold], question: str) -> list[Reason]:
    """The reasons of all sentences that come back for a question to the only fold."""
    (part,) = parts
    reply = part.library.ask(question)
    found = reply.nearest if isinstance(reply, Abstention) else (reply.best, *reply.runners_up)
    return [reason for one in found for reason in one.reasons]


def reasons(parts: list[Fold], question: str) -> set[str]:
    return {reason.signal for reason in nearest(parts, question)}


def learned_from(monkeypatch: pytest.MonkeyPatch, file: Questions) -> None:
    """Makes the shipped weights such as were learned from the first question of a file."""
    weights = Weights.load().model_copy(update={"learned_from": (key(file.questions[0]),)})
    monkeypatch.setattr("index.library.Weights.load", lambda: weights)
    monkeypatch.setattr("index.learning.EPOCHS", 1)


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
    given, left = (reasons(folds_of(file, off, lambda: None), asked) for off in ([], ["kind"]))
    assert "kind" in given
    assert left == given - {"kind"}


def test_what_the_reader_reads_is_a_signal_that_can_be_switched_off(files: list[Path]) -> None:
    (file,) = loaded(files[:1])
    asked = "Giá chè đạt bao nhiêu?"  # several are near, and read
    given, left = (
        {one.signal: one for one in nearest(folds_of(file, off, lambda: None), asked)} for off in ([], ["reading"])
    )
    assert "reading" in given
    assert "reading" not in left


def test_a_sentence_that_is_read_alone_gains_nothing_by_it(files: list[Path]) -> None:
    (file,) = loaded(files[:1])
    assert "reading" not in reasons(folds_of(file, [], lambda: None), "Huyện có bao nhiêu trường?")


def test_an_ablation_measures_every_signal(files: list[Path]) -> None:
    (file,) = loaded(files[:1])
    asked: list[None] = []
    table = ablation(file, strip_accents=False, progress=lambda: asked.append(None))
    assert [line.split("|")[1].strip() for line in table[2:]] == ["nothing", *SIGNALS]
    assert len(asked) == 4 * (1 + len(SIGNALS))


def test_a_file_that_was_learned_from_is_run_in_folds_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = loaded([written(tmp_path, crops(8))])
    learned_from(monkeypatch, asked[0])
    told: dict[str, int] = {"questions": 0, "folds": 0}

    def count(what: str) -> None:
        told[what] += 1

    run, _ = run_of(
        asked,
        strip_accents=False,
        noise=Noise.NONE,
        signals_off=[],
        most_misses=1,
        progress=lambda: count("questions"),
        learning=lambda: count("folds"),
    )
    assert run.files[0].cross_validated
    assert [one.article for one in run.files[0].results] == [
        f"squad.json {i}" for i in [0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7]
    ]
    assert told == {"questions": 12, "folds": FOLDS}


def test_a_file_that_was_not_learned_from_is_not_cross_validated(files: list[Path]) -> None:
    run, _ = run_of(
        loaded(files), strip_accents=False, noise=Noise.NONE, signals_off=[], most_misses=0, progress=lambda: None
    )
    assert [one.cross_validated for one in run.files] == [False, False]


def test_a_signal_is_switched_off_in_every_fold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = loaded([written(tmp_path, crops(8))])
    learned_from(monkeypatch, file)
    parts = folds_of(file, ["kind"], lambda: None)
    assert len(parts) == FOLDS
    assert {part.library.ranking.rank.kind_bonus for part in parts} == {0.0}
    assert len({id(part.library.reader.weights) for part in parts}) == FOLDS, "each keeps its own reader"


def test_a_file_that_was_learned_from_but_is_too_small_to_fold_is_refused(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = loaded(files[1:])
    learned_from(monkeypatch, file)
    with pytest.raises(TooFewArticles):
        folds_of(file, [], lambda: None)
