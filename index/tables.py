"""Figures as tables, for a terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from typing import TypeAlias

from index.compare import Change
from index.figures import behind, by_kind, figures
from index.results import Result

Table: TypeAlias = list[list[str]]  # the header first, then the rows, all of one length

OF_KINDS = (
    "questions",
    "passage R@1",
    "passage nDCG@10",
    "sentence acc@1",
    "answer@1",
    "span F1",
    "abstention AUC",
    "answered share",
    "wrong-answer rate",
)
_ABLATED = ("passage R@1", "passage nDCG@10", "sentence acc@1", "answer@1", "span F1", "answered share")


def figure_table(groups: Mapping[str, Sequence[Result]]) -> Table:
    """A row a figure, with its value and the number behind it for each group of results."""
    header = ["", *(cell for name in groups for cell in (name, "n"))]
    values = [figures(results) for results in groups.values()]
    counts = [behind(results) for results in groups.values()]
    rows = [
        [name, *(cell for v, n in zip(values, counts, strict=True) for cell in (number(v[name]), str(n.get(name, ""))))]
        for name in values[0]
    ]
    return [header, *rows]


def kind_table(results: Sequence[Result]) -> Table:
    """A row a kind of question, the most frequent first."""
    kinds = {kind: figures(of) for kind, of in by_kind(results).items()}
    names = [name for name in OF_KINDS if name in next(iter(kinds.values()))]
    return [["kind", *names], *([kind, *(number(found[name]) for name in names)] for kind, found in kinds.items())]


def change_table(found: Sequence[Change]) -> Table:
    """A row a figure: then, now, the change with its interval, and a star where that leaves out no change."""
    rows = [
        [
            one.figure,
            number(one.before),
            number(one.now),
            signed(one.now - one.before),
            f"{signed(one.low)} to {signed(one.high)}",
            "*" if one.is_clear else "",
        ]
        for one in found
    ]
    return [["", "before", "now", "change", "95 % interval", ""], *rows]


def ablation_table(full: Sequence[Result], ablated: Mapping[str, Sequence[Result]]) -> Table:
    """A row a signal that was switched off: the figures, and by how much they changed."""
    base = figures(full)
    rows = [["nothing", *(number(base[name]) for name in _ABLATED)]]
    for signal, results in ablated.items():
        found = figures(results)
        rows.append([signal, *(f"{number(found[name])} ({signed(found[name] - base[name])})" for name in _ABLATED)])
    return [["without", *_ABLATED], *rows]


def plain(table: Table) -> list[str]:
    """Lines of columns in step, the first to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    ]


def markdown(table: Table) -> list[str]:
    """The same as a Markdown table."""
    header, *rows = [[cell.replace("|", "\\|") for cell in row] for row in table]
    rule = ["---", *("---:" for _ in header[1:])]
    return [f"| {' | '.join(row)} |" for row in (header, rule, *rows)]


def number(value: float) -> str:
    """A count as it is, a share or a time with three decimals, a dash for what is not defined."""
    if isinstance(value, int):
        return str(value)
    return "–" if isnan(value) else f"{value:.3f}"


def signed(value: float) -> str:
    """A change, with its sign."""
    return "–" if isnan(value) else f"{value:+.3f}"
