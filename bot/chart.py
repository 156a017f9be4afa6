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
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import MaxNLocator

from bot import texts
from bot.numerals import counted

WIDTH, HEIGHT = 1080, 1350  # pixels: a phone shows it three to a point, upright
_DPI = 120
# Told apart by whoever sees no red or green, and by lightness alone.
_OUTCOMES = ("#1f6f8b", "#f2a541", "#b23a48")
_HOUR, _BUSIEST = "#9aa7b0", "#4a5a66"
_INK, _FAINT = "#222222", "#d9d9d9"
_MOST_LABELS = 10  # bars that have room for their figure
_DATES = 7  # of them, below the days
_FEWEST_DAYS = 5  # wide, so that a single day is no wall
_LEGEND = {"handlelength": 1, "handletextpad": 0.5, "columnspacing": 1, "borderpad": 0.2}
_FONT: dict[Any, Any] = {"font.size": 19, "font.family": "DejaVu Sans", "text.color": _INK, "axes.labelcolor": _INK}


def draw(days: Mapping[str, Sequence[int]], hours: Sequence[int]) -> bytes:
    """A PNG of WIDTH × HEIGHT pixels: questions a day, stacked by outcome, and by hour of the day.

    `days` maps ISO dates to how many were answered, unsure, abstained; `hours` has 24 counts.
    """
    with matplotlib.rc_context(_FONT):
        layout = ConstrainedLayoutEngine(h_pad=0.15, w_pad=0.1)
        figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI, layout=layout, facecolor="white")
        upper, lower = figure.subplots(2, 1, height_ratios=(3, 2))
        _by_day(upper, {date.fromisoformat(day): counts for day, counts in days.items()})
        _by_hour(lower, hours)
        out = BytesIO()
        figure.savefig(out, format="png")
        return out.getvalue()


def _by_day(axes: Any, days: Mapping[date, Sequence[int]]) -> None:
    places, below = range(len(days)), [0] * len(days)
    for label, colour, counts in zip(texts.OUTCOMES, _OUTCOMES, zip(*days.values(), strict=True), strict=True):
        bars = axes.bar(places, counts, width=0.8, bottom=below, color=colour, label=label)
        below = [low + count for low, count in zip(below, counts, strict=True)]
    if len(days) <= _MOST_LABELS:
        axes.bar_label(bars, [counted(whole) if whole else "" for whole in below], padding=4)
    _finish(axes, texts.CHART_DAYS, 60)
    if len(days) < _FEWEST_DAYS:
        axes.set_xlim((len(days) - 1 - _FEWEST_DAYS) / 2, (len(days) - 1 + _FEWEST_DAYS) / 2)
    axes.legend(loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=3, frameon=False, **_LEGEND)
    step = -(-len(days) // _DATES)
    shown = range((len(days) - 1) % step, len(days), step)  # so that the last day is named
    dates = list(days)
    axes.set_xticks(shown, [f"{dates[i].day}/{dates[i].month}" for i in shown])


def _by_hour(axes: Any, hours: Sequence[int]) -> None:
    most = max(hours)
    bars = axes.bar(range(24), hours, width=0.8, color=[_BUSIEST if count == most else _HOUR for count in hours])
    axes.bar_label(bars, [counted(count) if count == most > 0 else "" for count in hours], padding=4)
    _finish(axes, texts.CHART_HOURS, 16)
    axes.set_xticks(range(0, 24, 3), [texts.CHART_HOUR.format(hour=hour) for hour in range(0, 24, 3)])


def _finish(axes: Any, title: str, above: int) -> None:
    axes.set_title(title, loc="left", fontsize=24, fontweight="bold", pad=above)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(lambda value, _: counted(round(value)))
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
