import ast
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __main__ as command_line
from bot import texts
from tests.bot.process import ROOT


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but the defaults, no developer's .env."""
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_MODE", "REPORTS", "PORT", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["sing"], "No such command 'sing'."),
        (["ask", "--loud"], "No such option: --loud"),
        (["run", "--report"], "Option '--report' requires an argument."),
    ],
)
def test_a_bad_argument_is_one_line_and_status_2(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(arguments) == 2
    assert capsys.readouterr().err == f"bot: {line}\n"


def test_a_bad_setting_is_one_line_and_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    assert command_line.main(["run"]) == 2
    assert capsys.readouterr().err == "LOG_LEVEL is 'loud'; it must be DEBUG, INFO, WARNING or ERROR\n"


def test_an_unreadable_report_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["ask", "Thu?", "--report", "missing.md"], ["chat", "--report", "missing.md"]):
        assert command_line.main(command) == 2
        error = capsys.readouterr().err
        assert error.startswith("missing.md: ")
        assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["run"]])
def test_without_a_token_it_says_how_to_get_one_and_chats(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chats: list[list[Path]] = []

    def converse(reports: list[Path]) -> int:
        chats.append(reports)
        return 0

    monkeypatch.setattr("bot.console.chat", converse)
    assert command_line.main(arguments) == 0
    assert capsys.readouterr().out == texts.NO_TOKEN + "\n"
    assert chats[0]


def test_an_interrupt_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(reports: list[Path]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.console.chat", interrupt)
    assert command_line.main(["chat"]) == 130


def test_asking_does_not_pay_for_telegram() -> None:
    code = "import sys, bot.__main__, bot.ask; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"telegram", "httpx", "tornado"} & set(loaded)


def test_help_names_the_three_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in ("run", "ask", "chat"))


def test_rendering_and_texts_know_nothing_of_telegrams_library() -> None:
    for name in ("render", "render_report", "markup", "texts", "answering"):
        tree = ast.parse((ROOT / "bot" / f"{name}.py").read_text())
        imported = [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module]
        imported += [alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names]
        assert not [one for one in imported if one.split(".")[0] == "telegram"]
