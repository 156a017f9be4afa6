"""python -m bot.chart: statistics as JSON on standard input → one PNG for a phone on standard output.

A process of its own, started by `bot.charting`: the bot need not hold matplotlib's memory for a picture a week.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bot import texts

WIDTH, HEIGHT = 1080, 1350  # pixels: a phone shows it three to a point, upright
_DPI = 120
# Told apart by whoever sees no red or green, and by lightness alone.
COLOURS = ("#1f6f8b", "#f2a541", "#b23a48")
_INK, _FAINT = "#222222", "#d9d9d9"
_MOST_LABELS = 15  # bars that have room for their figure
_DATES = 7  # of them, below the days
_FONT = {"font.size": 17, "font.family": "DejaVu Sans", "text.color": _INK, "axes.labelcolor": _INK}


def draw(days: Mapping[str, Sequence[int]], hours: Sequence[int]) -> bytes:
    """A PNG of WIDTH × HEIGHT pixels: questions a day, stacked by outcome, and by hour of the day.

    `days` maps ISO dates to how many were answered, unsure, abstained; `hours` has 24 counts.
    """
    with matplotlib.rc_context(_FONT):
        figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI, layout="constrained", facecolor="white")
        upper, lower = figure.subplots(2, 1, height_ratios=(3, 2))
        _by_day(upper, {date.fromisoformat(day): counts for day, counts in days.items()})
        _by_hour(lower, hours)
        figure.get_layout_engine().set(h_pad=0.15, w_pad=0.1)  # type: ignore[union-attr, call-arg]
        out = BytesIO()
        figure.savefig(out, format="png")
        return out.getvalue()


def _by_day(axes: Any, days: Mapping[date, Sequence[int]]) -> None:
    places, below = range(len(days)), [0] * len(days)
    for label, colour, counts in zip(texts.CHART_OUTCOMES, COLOURS, zip(*days.values(), strict=True), strict=True):
        bars = axes.bar(places, counts, width=0.8, bottom=below, color=colour, label=label)
        below = [low + count for low, count in zip(below, counts, strict=True)]
    if len(days) <= _MOST_LABELS:
        axes.bar_label(bars, [f"{whole:,}".replace(",", ".") if whole else "" for whole in below], padding=4)
    _finish(axes, texts.CHART_DAYS)
    axes.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=3, frameon=False, handlelength=1, borderpad=0.2)
    step = -(-len(days) // _DATES)
    shown = range((len(days) - 1) % step, len(days), step)  # so that the last day is named
    dates = list(days)
    axes.set_xticks(shown, [f"{dates[i].day}/{dates[i].month}" for i in shown])


def _by_hour(axes: Any, hours: Sequence[int]) -> None:
    most = max(hours)
    axes.bar(range(24), hours, width=0.8, color=[COLOURS[0] if count < most else COLOURS[1] for count in hours])
    _finish(axes, texts.CHART_HOURS)
    axes.set_xticks(range(0, 24, 3))


def _finish(axes: Any, title: str) -> None:
    axes.set_title(title, loc="left", fontsize=22, fontweight="bold", pad=54 if title == texts.CHART_DAYS else 14)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.grid(axis="y", color=_FAINT, linewidth=1)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, pad=8)
    axes.margins(x=0.02, y=0.1)
    axes.set_ylim(bottom=0)


def main() -> None:
    """The child's whole life."""
    asked = json.load(sys.stdin)
    sys.stdout.buffer.write(draw(asked["days"], asked["hours"]))


if __name__ == "__main__":
    main()
