"""Files of questions → a run, or a table of what each signal is worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.ablation import SIGNALS
from index.ablation import without as switched_off
from index.errors import DataError
from index.evaluate import Outcome, evaluate, key
from index.library import Library
from index.misses import Miss, misses
from index.noise import Noise
from index.records import Report
from index.results import Result
from index.runs import FileResults, Run, load_run
from index.squad import SquadQuestion, load
from index.tables import ablation_table, markdown

Progress = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Questions:
    """A file of questions, loaded."""

    name: str
    reports: list[Report]
    questions: list[SquadQuestion]


def loaded(files: Sequence[Path]) -> list[Questions]:
    """The files' questions, a file given twice only once; raises `DataError` where one has not the format."""
    unique = list(dict.fromkeys(files))
    names = [file.name for file in unique]
    shown = [file.name if names.count(file.name) == 1 else str(file) for file in unique]
    return [Questions(name, *load(file)) for name, file in zip(shown, unique, strict=True)]


def earlier_run(path: Path, files: Sequence[Questions]) -> Run:
    """A saved run of the same questions; raises `DataError` where it is none, or of others."""
    run = load_run(path)
    held = [[one.key for one in of.results] for of in run.files]
    if held != [[key(question) for question in file.questions] for file in files]:
        of = ", ".join(one.file for one in run.files)
        raise DataError(path, f"is a run of other questions ({of}, {sum(map(len, held))} questions)")
    return run


def library_of(file: Questions, signals_off: Sequence[str]) -> Library:
    """The file's reports, indexed, with some signals switched off."""
    library = Library.of(file.reports)
    return library.under(switched_off(library.ranking, signals_off)) if signals_off else library


def run_of(
    files: Sequence[Questions],
    *,
    strip_accents: bool,
    noise: Noise,
    signals_off: Sequence[str],
    most_misses: int,
    progress: Progress,
) -> tuple[Run, list[Miss]]:
    """All questions asked, each file of its own collection, with and without their paragraphs."""
    held: list[FileResults] = []
    missed: list[Miss] = []
    for file in files:
        library = library_of(file, signals_off)
        outcomes = evaluate(library, file.questions, strip_accents=strip_accents, noise=noise, progress=progress)
        held.append(FileResults(file.name, tuple(map(_result, outcomes))))
        missed += misses(outcomes, library.reports, most_misses)
    return Run(strip_accents, noise, tuple(signals_off), tuple(held)), missed


def ablation(file: Questions, *, strip_accents: bool, progress: Progress) -> list[str]:
    """A Markdown table of what each signal is worth, each row measured; without the second asking."""
    library = Library.of(file.reports)

    def ask(weighed: Library) -> list[Outcome]:
        return evaluate(weighed, file.questions, strip_accents=strip_accents, absent=False, progress=progress)

    full = ask(library)
    ablated = {name: ask(library.under(switched_off(library.ranking, [name]))) for name in SIGNALS}
    return markdown(ablation_table(full, ablated))


def _result(outcome: Outcome) -> Result:
    return Result(**{name: getattr(outcome, name) for name in Result.__dataclass_fields__})
