"""The reliability plot; in `index` the only import of matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.errors import DataError
from index.reliability import BINS, Bin, bins, calibration_error, given
from index.results import Result, Tally

_WIDTH = 1 / BINS


def plot(results: Sequence[Result], path: Path, title: str) -> None:
    """Draws confidence against the share right, and how many answers stand in each bin, as a PNG file.

    Raises `DataError` where the file can't be written.
    """
    from matplotlib.figure import Figure  # takes most of a second, and few runs draw

    tally = Tally.of(results)
    found = bins(*given(tally))
    figure = Figure(figsize=(7, 7), layout="constrained")
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    upper.plot([0, 1], [0, 1], color="grey", linestyle="--", linewidth=1, label="as it should be")
    line = f"answers given (calibration error {calibration_error(found):.3f})"
    upper.plot([one.confidence for one in found], [one.right for one in found], marker="o", label=line)
    upper.set(title=title, ylabel="share of answers right", xlim=(0, 1), ylim=(0, 1))
    upper.legend(loc="upper left")
    _histogram(lower, found)
    try:
        figure.savefig(path, format="png", dpi=120)
    except OSError as error:
        raise DataError(path, f"can't be written: {error.strerror}") from None


def _histogram(axes: Any, found: Sequence[Bin]) -> None:
    """How many answers there are in each bin, in figures too."""
    bars = axes.bar([one.low for one in found], [one.count for one in found], width=_WIDTH, align="edge", ec="white")
    axes.bar_label(bars)
    axes.margins(y=0.2)
    axes.set(xlabel="confidence", ylabel="answers given", xticks=[i * _WIDTH for i in range(BINS + 1)])
