"""python -m index evaluate | ablate | train | fit | bench: figures on SQuAD-format files, and speed against rank_bm25.

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

from index.ablation import SIGNALS, check
from index.errors import IndexingError
from index.evaluate import key
from index.findings import Findings, data, document, lines
from index.library import Library
from index.noise import Noise
from index.plot import plot
from index.readerweights import DEFAULT as WEIGHTS
from index.runs import save, write
from index.squad import load
from index.workbench import ablation, earlier_run, loaded, run_of


def _writable(path: Path | None) -> Path | None:
    """Refuses, before the questions are asked, a file that can't be written after them."""
    if path is not None and (path.is_dir() or not path.parent.is_dir()):
        raise typer.BadParameter(f"{path} can't be written: {'a directory' if path.is_dir() else 'no such directory'}")
    return path


File = Annotated[Path, typer.Argument(help="Questions in SQuAD format (SQuAD, XQuAD, UIT-ViQuAD).")]
Files = Annotated[list[Path], typer.Argument(help="The same; each file is a collection of its own.")]
StripAccents = Annotated[bool, typer.Option(help="Ask without any accent.")]
NoiseOption = Annotated[Noise, typer.Option(help="Ask with this disturbance, the same in every run.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object.")]
Without = Annotated[
    list[str] | None, typer.Option(metavar="SIGNAL", help=f"Switch a signal off; repeatable: {', '.join(SIGNALS)}.")
]
Against = Annotated[Path | None, typer.Option(metavar="RUN", help="Compare with a saved run of the same questions.")]
Misses = Annotated[int, typer.Option(min=0, help="Show so many misses of each file, the surest first.")]
Save = Annotated[Path | None, typer.Option("--save", metavar="RUN", callback=_writable, help="Write the run as JSON.")]
Markdown = Annotated[
    Path | None, typer.Option("--markdown", metavar="FILE", callback=_writable, help="Write the tables as Markdown.")
]
Plot = Annotated[
    Path | None, typer.Option("--plot", metavar="PNG", callback=_writable, help="Draw the reliability plot.")
]
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=__doc__)


@app.command(name="evaluate")
def evaluate_command(
    files: Files,
    strip_accents: StripAccents = False,
    noise: NoiseOption = Noise.NONE,
    as_json: Json = False,
    without: Without = None,
    against: Against = None,
    misses: Misses = 0,
    save_to: Save = None,
    markdown_to: Markdown = None,
    plot_to: Plot = None,
) -> None:
    """Print how often the right passage, sentence and words are found, how sure that is, and at what speed."""
    signals_off = without or []
    check(signals_off)
    asked = loaded(files)
    earlier = earlier_run(against, asked) if against else None
    with _progress(sum(len(file.questions) for file in asked)) as advance:
        run, missed = run_of(
            asked,
            strip_accents=strip_accents,
            noise=noise,
            signals_off=signals_off,
            most_misses=misses,
            progress=advance,
        )
    found = Findings(run, earlier, missed)
    if save_to:
        save(run, save_to)
    if markdown_to:
        write(document(found), markdown_to)
    if plot_to:
        name, results = list(run.groups.items())[-1]
        plot(results, plot_to, name)
    print(json.dumps(data(found), ensure_ascii=False) if as_json else "\n".join(lines(found)))


@app.command(name="ablate")
def ablate_command(file: File, strip_accents: StripAccents = False) -> None:
    """Print, as Markdown, what each field and signal is worth: the figures with each of them switched off in turn."""
    (asked,) = loaded([file])
    with _progress(len(asked.questions) * (1 + len(SIGNALS))) as advance:
        table = ablation(asked, strip_accents=strip_accents, progress=advance)
    print("\n".join(table))


@app.command(name="train")
def train_command(
    file: File,
    to: Annotated[Path, typer.Option(callback=_writable, help="Where the weights go.")] = WEIGHTS,
) -> None:
    """Learn the reader's weights from the questions of a file, and write them."""
    from index.learning import EPOCHS, learn
    from index.lessons import lessons

    (asked,) = loaded([file])
    library = Library.of(asked.reports)
    with _progress(len(asked.questions)) as advance:
        taught = list(lessons(library, asked.questions, progress=advance))
    with _progress(EPOCHS) as advance:
        names = [key(question) for question in asked.questions]
        weights = learn(taught, library.reader.table.features, names, progress=advance)
    write(weights.dump(), to)
    print(f"{len(taught)} of {len(asked.questions)} questions taught something; the weights are in {to}")


@app.command(name="fit")
def fit_command(file: File) -> None:
    """Print weights for the confidence, cross-validated by article."""
    from index.fit import report
    from index.folds import FOLDS, asked_all, reader_folds, with_confidence

    (asked,) = loaded([file])
    library = Library.of(asked.reports)
    with _progress(FOLDS) as advance:
        read = reader_folds(library, asked.questions, progress=advance)
    with _progress(2 * len(asked.questions)) as advance:
        outcomes = asked_all(read, asked.questions, progress=advance)
        judged = asked_all(with_confidence(read, asked.questions, outcomes), asked.questions, progress=advance)
    print("\n".join(report(outcomes, judged)))


@app.command(name="bench")
def bench_command(
    file: File,
    passages: Annotated[int, typer.Option(min=100, help="How many passages to score.")] = 10_000,
) -> None:
    """Time our scoring beside rank_bm25's own loop, on the same passages and questions, in one run."""
    from index.bench import compare

    print("\n".join(compare(*load(file), size=passages)))


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal; in a pipe nothing."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("questions", total=total)
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
