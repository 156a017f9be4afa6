"""Files of questions → a run, and what there is to read of it: lines, a JSON object, Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import isnan
from pathlib import Path
from typing import Any

from index.ablation import SIGNALS
from index.ablation import without as switched_off
from index.compare import Change, changes, turned
from index.errors import DataError
from index.evaluate import Outcome, evaluate, key
from index.library import Library
from index.misses import Miss, described, misses
from index.records import Report
from index.results import Result
from index.runs import FileResults, Run, load_run, summary
from index.squad import SquadQuestion, load
from index.tables import Table, ablation_table, change_table, figure_table, kind_table, markdown, plain

Progress = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Questions:
    """A file of questions, loaded."""

    name: str
    reports: list[Report]
    questions: list[SquadQuestion]


@dataclass(frozen=True, slots=True)
class Findings:
    """A run, the earlier one it is held against, if any, and the misses that were asked for."""

    run: Run
    earlier: Run | None
    misses: list[Miss]

    def compared(self) -> Iterator[tuple[str, list[Change], list[Result], list[Result]]]:
        """Of each group: its name, the changes, the questions won, and lost."""
        if self.earlier is not None:
            before = self.earlier.groups.values()
            for (name, now), then in zip(self.run.groups.items(), before, strict=True):
                yield name, changes(then, now), *turned(then, now)


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
    files: Sequence[Questions], *, strip_accents: bool, signals_off: Sequence[str], most_misses: int, progress: Progress
) -> tuple[Run, list[Miss]]:
    """All questions asked, each file of its own collection, with and without their paragraphs."""
    held: list[FileResults] = []
    missed: list[Miss] = []
    for file in files:
        library = library_of(file, signals_off)
        outcomes = evaluate(library, file.questions, strip_accents=strip_accents, progress=progress)
        held.append(FileResults(file.name, tuple(map(_result, outcomes))))
        missed += misses(outcomes, library.reports, most_misses)
    return Run(strip_accents, tuple(signals_off), tuple(held)), missed


def ablation(file: Questions, *, strip_accents: bool, progress: Progress) -> list[str]:
    """A Markdown table of what each signal is worth, each row measured; without the second asking."""
    library = Library.of(file.reports)

    def ask(weighed: Library) -> list[Outcome]:
        return evaluate(weighed, file.questions, strip_accents=strip_accents, absent=False, progress=progress)

    full = ask(library)
    ablated = {name: ask(library.under(switched_off(library.ranking, [name]))) for name in SIGNALS}
    return markdown(ablation_table(full, ablated))


def lines(found: Findings) -> list[str]:
    """What a terminal shows."""
    out: list[str] = []
    for name, results in found.run.groups.items():
        header, *rows = plain(figure_table({name: results}))
        out += [*([header] if len(found.run.groups) > 1 else []), *rows, "", *plain(kind_table(results)), ""]
    for name, changed, won, lost in found.compared():
        out += [f"{name}, against the saved run", *plain(change_table(changed))]
        for what, turn in (("won", won), ("lost", lost)):
            out += [f"sentences {what}: {len(turn)}", *(f"  {one.text}" for one in turn)]
        out.append("")
    for miss in found.misses:
        out += [*described(miss), ""]
    return out[:-1]


def data(found: Findings) -> dict[str, Any]:
    """The same for programs: one file's figures stand at the top, those of several under `files` and `all`."""
    groups: dict[str, dict[str, Any]] = {name: summary(results) for name, results in found.run.groups.items()}
    for name, changed, won, lost in found.compared():
        groups[name]["against"] = {
            "changes": {one.figure: _defined(one) for one in changed},
            "won": [one.text for one in won],
            "lost": [one.text for one in lost],
        }
    asked = {"strip_accents": found.run.strip_accents, "without": list(found.run.without)}
    missed = {"misses": [asdict(miss) for miss in found.misses]} if found.misses else {}
    if len(groups) == 1:
        ((name, figures),) = groups.items()
        return {"file": name, **asked, **figures, **missed}
    together = groups.pop("all")
    each = [{"file": name, **figures} for name, figures in groups.items()]
    return {**asked, "files": each, "all": together, **missed}


def document(found: Findings) -> str:
    """The same as Markdown: figures, kinds of question, and changes, without the questions."""
    off = f", without {', '.join(found.run.without)}" if found.run.without else ""
    asked = f"Questions {'without' if found.run.strip_accents else 'with'} accents{off}."
    out = [asked, "", *markdown(figure_table(found.run.groups)), ""]
    sections: list[tuple[str, Table]] = [(name, kind_table(results)) for name, results in found.run.groups.items()]
    for name, changed, won, lost in found.compared():
        heading = f"{name}, against the saved run: {len(won)} sentences won, {len(lost)} lost"
        sections.append((heading, change_table(changed)))
    for heading, table in sections:
        out += [f"**{heading}**", "", *markdown(table), ""]
    return "\n".join(out)


def _result(outcome: Outcome) -> Result:
    return Result(**{name: getattr(outcome, name) for name in Result.__dataclass_fields__})


def _defined(change: Change) -> dict[str, float | None]:
    values = {"before": change.before, "now": change.now, "low": change.low, "high": change.high}
    return {name: None if isnan(value) else value for name, value in values.items()}
