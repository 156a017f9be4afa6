"""`python -m index`, as a process where it matters and as a function where it does not."""

import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

from index.__main__ import main, train_command
from index.evaluate import key
from index.noise import SEED
from index.readerweights import DEFAULT as WEIGHTS
from index.readerweights import EVERY, Weights
from index.squad import load
from tests.index.squad_files import DATA, crops, paragraph, question, written

ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "index", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_evaluate_prints_the_figures_and_no_progress_bar_in_a_pipe(tmp_path: Path) -> None:
    done = run("evaluate", written(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "passage R@1" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_bad_file_is_one_line_and_status_2(tmp_path: Path) -> None:
    path = written(tmp_path, {"data": 3})
    done = run("evaluate", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{path}: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("strip", [False, True])
def test_json_is_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str], strip: bool) -> None:
    arguments = ["evaluate", str(written(tmp_path)), "--json", *(["--strip-accents"] if strip else [])]
    assert main(arguments) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["file"], said["strip_accents"], said["questions"]) == ("squad.json", strip, 4)
    assert said["passage R@1"] == 1.0


def test_figures_are_printed_one_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(written(tmp_path))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["questions", "4"]
    figures = lines[: lines.index("")]
    assert len(figures) > 10
    assert all(float(line.split()[-1]) >= 0 for line in figures)


def test_all_that_a_run_can_write_is_written_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, saved = str(written(tmp_path)), tmp_path / "run.json"
    places = ["--save", str(saved), "--markdown", str(tmp_path / "run.md"), "--plot", str(tmp_path / "run.png")]
    assert main(["evaluate", file, *places]) == 0
    assert (tmp_path / "run.md").read_text(encoding="utf-8").startswith("Questions with accents.")
    assert (tmp_path / "run.png").read_bytes().startswith(b"\x89PNG")
    capsys.readouterr()
    signals = ["--without", "syllables", "--without", "kind"]
    assert main(["evaluate", file, *signals, "--against", str(saved), "--misses", "2", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["without"] == ["syllables", "kind"]
    assert said["against"]["changes"]["passage R@1"]["before"] == 1.0


def test_several_files_are_several_collections(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b").mkdir()
    one, other = written(tmp_path), written(tmp_path / "b", {"data": DATA["data"][1:]})
    assert main(["evaluate", str(one), str(other), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(of["file"], of["questions"]) for of in said["files"]] == [(str(one), 4), (str(other), 1)]
    assert said["all"]["questions"] == 5


def test_ablate_prints_a_markdown_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ablate", str(written(tmp_path)), "--strip-accents"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("| without | passage R@1 |")
    assert all(line.startswith("|") and line.endswith("|") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--without", "rubbish"], "no signal is called 'rubbish'; there are words, "),
        (["--against", "khong-co.json"], "khong-co.json: can't be read"),
        (["--against", "FILE"], "is not a saved run"),
        (["--plot", "khong/co.png"], "can't be written: no such directory"),
        (["--save", "."], "can't be written: a directory"),
        (["--misses", "-1"], "--misses"),
        (["--misses", "nhieu"], "--misses"),
    ],
)
def test_a_bad_option_is_refused_in_one_line_before_anything_is_asked(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = str(written(tmp_path))
    monkeypatch.setattr("index.__main__.run_of", None)
    assert main(["evaluate", file, *(file if one == "FILE" else one for one in arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_run_of_other_questions_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = str(tmp_path / "run.json")
    assert main(["evaluate", str(written(tmp_path)), "--save", saved]) == 0
    capsys.readouterr()
    other = str(written(tmp_path, {"data": DATA["data"][1:]}))
    assert main(["evaluate", other, "--against", saved]) == 2
    assert capsys.readouterr().err == f"{saved}: is a run of other questions (squad.json, 4 questions)\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["evaluate"],
        ["evaluate", "khong-co.json"],
        ["evaluate", "x.json", "--rubbish"],
        ["rubbish"],
        ["bench", "x.json", "--passages", "1"],
        ["train"],
        ["train", "khong-co.json"],
        ["fit"],
    ],
)
def test_a_bad_argument_is_status_2_and_says_why(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert said.err or said.out


def test_bench_prints_both_speeds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", str(written(tmp_path)), "--passages", "100"]) == 0
    assert "ratio" in capsys.readouterr().out


def test_fit_prints_weights_and_both_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.learning.EPOCHS", 1)
    assert main(["fit", str(written(tmp_path, crops(8)))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("# 12 questions")
    assert any(line.startswith("intercept = ") for line in lines)


def test_train_writes_weights_that_can_be_loaded_and_name_their_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.learning.EPOCHS", 1)
    file, to = written(tmp_path), tmp_path / "reader.json"
    assert main(["train", str(file), "--to", str(to)]) == 0
    assert capsys.readouterr().out == f"4 of 4 questions taught something; the weights are in {to}\n"
    weights = Weights.load(to)
    assert weights.learned_from == tuple(key(one) for one in load(file)[1])
    assert weights.inside[EVERY]


def test_train_writes_the_same_weights_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.learning.EPOCHS", 2)
    file, places = str(written(tmp_path)), [tmp_path / "a.json", tmp_path / "b.json"]
    for to in places:
        assert main(["train", file, "--to", str(to)]) == 0
    assert places[0].read_bytes() == places[1].read_bytes()


@pytest.mark.parametrize("to", ["FOLDER", "khong-co/reader.json"])
def test_train_refuses_a_place_that_takes_no_file_before_it_learns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    monkeypatch.setattr("index.__main__.loaded", None)
    place = tmp_path if to == "FOLDER" else tmp_path / to
    assert main(["train", str(written(tmp_path)), "--to", str(place)]) == 2
    err = capsys.readouterr().err
    assert "can't be written" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("command", ["train", "fit"])
def test_questions_that_teach_nothing_are_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    # they ended in numpy's own error
    monkeypatch.setattr("index.learning.EPOCHS", 1)
    context = "Sản lượng cà phê tăng nhanh. Giá giữ vững."
    articles = [{"paragraphs": [paragraph(context, question("Zqwx vbnm?", context, "tăng nhanh"))]}] * 9
    to = tmp_path / "reader.json"
    arguments = ["--to", str(to)] if command == "train" else []
    assert main([command, str(written(tmp_path, {"data": articles})), *arguments]) == 2
    assert capsys.readouterr().err == "the questions teach nothing: none of their answers was found\n"
    assert not to.exists()


def test_train_writes_by_default_what_the_reader_loads() -> None:
    assert inspect.signature(train_command).parameters["to"].default == WEIGHTS


def test_fit_on_too_few_articles_is_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fit", str(written(tmp_path, crops(1)))]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_interruption_is_status_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("index.__main__.loaded", interrupted)
    assert main(["evaluate", str(written(tmp_path))]) == 130


def test_noise_is_said_with_its_seed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(written(tmp_path))
    assert main(["evaluate", file, "--noise", "half", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["noise"], said["seed"]) == ("half", SEED)
    assert main(["evaluate", file, "--noise", "typo"]) == 0
    assert capsys.readouterr().out.startswith(f"noise: typo, seed: {SEED}\n")
    assert main(["evaluate", file, "--noise", "thunder"]) == 2
    assert "thunder" in capsys.readouterr().err
