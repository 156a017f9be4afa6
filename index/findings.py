"""What there is to read of a run: lines for a terminal, an object for programs, a Markdown document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from math import isnan
from typing import Any

from index.compare import Change, changes, turned
from index.misses import Miss, described
from index.noise import SEED, Noise
from index.results import Result
from index.runs import Run, summary
from index.tables import Table, change_table, figure_table, kind_table, markdown, plain


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


def lines(found: Findings) -> list[str]:
    """What a terminal shows."""
    out = [] if found.run.noise is Noise.NONE else [f"noise: {found.run.noise}, seed: {SEED}"]
    out += [f"{one.file}: cross-validated by article" for one in found.run.files if one.cross_validated]
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
    noise = {"noise": found.run.noise.value, "seed": SEED} if found.run.noise is not Noise.NONE else {}
    validated = [one.file for one in found.run.files if one.cross_validated]
    crossed = {"cross_validated": validated} if validated else {}
    asked = {"strip_accents": found.run.strip_accents, **noise, "without": list(found.run.without), **crossed}
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
    noise = "" if found.run.noise is Noise.NONE else f", with noise ({found.run.noise}, seed {SEED})"
    asked = f"Questions {'without' if found.run.strip_accents else 'with'} accents{noise}{off}."
    asked += "".join(f" {one.file}: cross-validated by article." for one in found.run.files if one.cross_validated)
    out = [asked, "", *markdown(figure_table(found.run.groups)), ""]
    sections: list[tuple[str, Table]] = [(name, kind_table(results)) for name, results in found.run.groups.items()]
    for name, changed, won, lost in found.compared():
        heading = f"{name}, against the saved run: {len(won)} sentences won, {len(lost)} lost"
        sections.append((heading, change_table(changed)))
    for heading, table in sections:
        out += [f"**{heading}**", "", *markdown(table), ""]
    return "\n".join(out)


def _defined(change: Change) -> dict[str, float | None]:
    values = {"before": change.before, "now": change.now, "low": change.low, "high": change.high}
    return {name: None if isnan(value) else value for name, value in values.items()}
