"""Files of questions → a run, or a table of what each signal is worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.ablation import SIGNALS
from index.ablation import without as switched_off
from index.errors import DataError
from index.evaluate import Outcome, key
from index.folds import Fold, asked_all, folds
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


def folds_of(file: Questions, signals_off: Sequence[str], progress: Progress) -> list[Fold]:
    """The file's reports, indexed, with some signals switched off; in folds where they were learned from."""
    found = folds(Library.of(file.reports), file.questions, progress=progress)
    return [fold.under(lambda ranking: switched_off(ranking, signals_off)) for fold in found] if signals_off else found


def run_of(
    files: Sequence[Questions],
    *,
    strip_accents: bool,
    noise: Noise,
    signals_off: Sequence[str],
    most_misses: int,
    progress: Progress,
    learning: Progress = lambda: None,
) -> tuple[Run, list[Miss]]:
    """All questions asked, each file of its own collection, with and without their paragraphs.

    `progress` is called once a question, `learning` once for each fold that is learned for.
    """
    held: list[FileResults] = []
    missed: list[Miss] = []
    for file in files:
        parts = folds_of(file, signals_off, learning)
        outcomes = asked_all(parts, file.questions, strip_accents=strip_accents, noise=noise, progress=progress)
        held.append(FileResults(file.name, tuple(map(_result, outcomes)), cross_validated=len(parts) > 1))
        missed += misses(outcomes, parts[0].library.reports, most_misses)
    return Run(strip_accents, noise, tuple(signals_off), tuple(held)), missed


def ablation(file: Questions, *, strip_accents: bool, progress: Progress) -> list[str]:
    """A Markdown table of what each signal is worth, each row measured; without the second asking."""
    parts = folds_of(file, [], lambda: None)

    def ask(weighed: Sequence[Fold]) -> list[Outcome]:
        return asked_all(weighed, file.questions, strip_accents=strip_accents, absent=False, progress=progress)

    def off(name: str) -> list[Fold]:
        return [fold.under(lambda ranking: switched_off(ranking, [name])) for fold in parts]

    return markdown(ablation_table(ask(parts), {name: ask(off(name)) for name in SIGNALS}))


def _result(outcome: Outcome) -> Result:
    return Result(**{name: getattr(outcome, name) for name in Result.__dataclass_fields__})
