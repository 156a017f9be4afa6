"""python -m bot [run | ask | chat]

Each command imports what it needs when it runs: `ask` must not pay for Telegram.
Exit status 2 with one line on standard error, and never a traceback, for a bad argument, setting or report.
"""

from __future__ import annotations

import io
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import texts
from config.settings import Settings, SettingsError
from index.errors import IndexingError

Reports = Annotated[
    list[Path] | None,
    typer.Option("--report", metavar="PATH", help="A report to answer from, instead of the configured ones."),
]
app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Answers questions about an official report with the sentence that answers them.",
)


@app.callback(invoke_without_command=True)
def default(context: typer.Context) -> int:
    """Without a command: run."""
    return 0 if context.invoked_subcommand else run()


@app.command()
def run(report: Reports = None) -> int:
    """Serve the bot on Telegram; without a token, chat in this window."""
    settings = Settings.load()
    reports = report or settings.report_paths()
    if settings.telegram_bot_token is None:
        print(texts.NO_TOKEN)
        return chat(reports)
    return _serve(settings, settings.telegram_bot_token.get_secret_value(), reports)


@app.command()
def ask(
    question: Annotated[list[str] | None, typer.Argument(help="Without one: a question a line from stdin.")] = None,
    report: Reports = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line per question.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show why this sentence, beside the next best.")] = False,
) -> int:
    """Answer questions here and now."""
    from bot.ask import ask as answer

    return answer(question or [], report or Settings.load().report_paths(), as_json, explain)


@app.command()
def chat(report: Reports = None) -> int:
    """Chat in this window."""
    from bot.console import chat as converse

    return converse(report or Settings.load().report_paths())


def _serve(settings: Settings, token: str, reports: list[Path]) -> int:
    import asyncio

    from bot import logs
    from bot.run import serve
    from index.readers import read

    # Reading the reports takes a second or two, in which nothing is begun that would need an end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    logs.setup(settings.log_level, settings.secrets(), settings.log_format)
    asyncio.run(serve(settings, token, [read(path) for path in reports]))
    return 0


def main(arguments: list[str] | None = None) -> int:
    """The exit status of the command that `arguments` (by default the process's own) ask for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that is not UTF-8 gets what it can show
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
    try:
        status: int | None = app(arguments, prog_name="python -m bot", standalone_mode=False)
    except typer.TyperException as error:
        print(f"bot: {error.format_message()}", file=sys.stderr)
        return error.exit_code
    except (SettingsError, IndexingError) as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return 130
    return status or 0


if __name__ == "__main__":
    sys.exit(main())
