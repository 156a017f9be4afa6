"""python -m bot chat: the console chat. A question a line; a few commands; Ctrl-C or Ctrl-D ends it."""

from __future__ import annotations

import contextlib
import readline
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot import texts
from bot.terminal import others_text, reply_text
from index import Abstention, Answer, Library
from index.errors import QuestionError

_PROMPT = "❯ "
_EXAMPLES = 3


def chat(reports: list[Path]) -> int:
    """Converses until the input ends; the exit status. Raises `ReportError` for a report that can't be read."""
    console = Console(highlight=False, soft_wrap=True)
    library = Library.load(reports)
    readline.set_history_length(1000)
    titles = "; ".join(report.title for report in library.reports)
    console.print(Text(texts.CONSOLE_GREETING.format(reports=titles)))
    for example in library.examples(_EXAMPLES):
        console.print(Text(f"  {example}", style="dim"))
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        _converse(library, console)
    console.print(Text(f"\n{texts.CONSOLE_GOODBYE}", style="dim"))
    return 0


def _converse(library: Library, console: Console) -> None:
    several = len(library.reports) > 1
    asked: list[str] = []
    last: Answer | Abstention | None = None
    while True:
        line = input(_PROMPT if sys.stdin.isatty() else "").strip()
        match line:
            case "":
                continue
            case "/thoat":
                return
            case "/khac":
                shown = others_text(last, several=several) if last else Text(texts.NOTHING_ASKED, style="dim")
            case "/lichsu":
                shown = Text("\n".join(f"{i}. {q}" for i, q in enumerate(asked, 1)) or texts.NOTHING_ASKED, style="dim")
            case _ if line.startswith("/"):
                shown = Text(texts.CONSOLE_COMMANDS, style="dim")
            case _:
                try:
                    last = library.ask(line)
                except QuestionError:
                    shown = Text(texts.UNREADABLE_QUESTION, style="yellow")
                else:
                    asked.append(line)
                    shown = reply_text(last, several=several)
        console.print(shown, end="\n\n")
