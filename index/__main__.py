"""python -m index evaluate | fit | bench: figures on a SQuAD-format file, and speed against rank_bm25.

Exit status 2 with one line on standard error for a file that is not what it must be.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from index.errors import IndexingError
from index.evaluate import Outcome, evaluate, figures
from index.library import Library
from index.noise import SEED, Noise
from index.squad import SquadQuestion, load

File = Annotated[Path, typer.Argument(help="Questions in SQuAD format (SQuAD, XQuAD, UIT-ViQuAD).")]
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=__doc__)


@app.command(name="evaluate")
def evaluate_command(
    file: File,
    strip_accents: Annotated[bool, typer.Option(help="Ask without any accent.")] = False,
    noise: Annotated[Noise, typer.Option(help="Ask with this disturbance, the same in every run.")] = Noise.NONE,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Print how often the right passage, sentence and words are found, and at what speed."""
    found = figures(_outcomes(file, strip_accents, noise))
    seeded = {} if noise is Noise.NONE else {"noise": noise.value, "seed": SEED}
    if as_json:
        print(json.dumps({"file": file.name, "strip_accents": strip_accents, **seeded, **found}, ensure_ascii=False))
        return
    if seeded:
        print(f"noise: {noise.value}, seed: {SEED}")
    for name, value in found.items():
        print(f"{name:18}{value:>8}" if isinstance(value, int) else f"{name:18}{value:>8.3f}")


@app.command(name="fit")
def fit_command(file: File) -> None:
    """Print weights for the confidence, cross-validated by article."""
    from index.fit import fit

    print("\n".join(fit(_outcomes(file, strip_accents=False))))


@app.command(name="bench")
def bench_command(
    file: File,
    passages: Annotated[int, typer.Option(min=100, help="How many passages to score.")] = 10_000,
) -> None:
    """Time our scoring beside rank_bm25's own loop, on the same passages and questions, in one run."""
    from index.bench import compare

    print("\n".join(compare(*load(file), size=passages)))


def _outcomes(file: Path, strip_accents: bool, noise: Noise = Noise.NONE) -> list[Outcome]:
    reports, questions = load(file)
    with _progress(questions) as advance:
        return evaluate(Library.of(reports), questions, strip_accents=strip_accents, noise=noise, progress=advance)


@contextmanager
def _progress(questions: list[SquadQuestion]) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal; in a pipe nothing."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("questions", total=len(questions))
        yield lambda: bar.advance(task)


def main(arguments: list[str] | None = None) -> int:
    """The exit status of the command that `arguments` (by default the process's own) ask for."""
    try:
        status: int | None = app(arguments, prog_name="python -m index", standalone_mode=False)
    except typer.TyperException as error:
        print(f"index: {error.format_message()}", file=sys.stderr)
        return error.exit_code
    except IndexingError as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return 130
    return status or 0


if __name__ == "__main__":
    sys.exit(main())
