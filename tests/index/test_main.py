"""`python -m index`, as a process where it matters and as a function where it does not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from index.__main__ import main
from index.noise import SEED
from tests.index.squad_files import DATA, written

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
    assert all(float(line.split()[-1]) >= 0 for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["evaluate"],
        ["evaluate", "khong-co.json"],
        ["evaluate", "x.json", "--rubbish"],
        ["rubbish"],
        ["bench", "x.json", "--passages", "1"],
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


def test_fit_prints_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = [{"title": f"Bài {i}", "paragraphs": DATA["data"][i % 2]["paragraphs"]} for i in range(10)]
    assert main(["fit", str(written(tmp_path, {"data": articles}))]) == 0
    assert "intercept = " in capsys.readouterr().out


def test_fit_on_too_few_articles_is_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fit", str(written(tmp_path))]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_interruption_is_status_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("index.__main__.load", interrupted)
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
