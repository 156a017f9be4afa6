"""The times, persons and places of a later question in the place of the earlier's, or where they belong in it."""

from __future__ import annotations

from collections.abc import Iterator

from index.asks import Kind
from index.carried import Carried, Edit
from index.constraints import YEAR
from index.followup_words import Stands
from index.normalize import fold
from index.turns import Turn

_STEPS = {"nam truoc do": -1, "nam sau do": 1}


def new_edits(carried: Carried, later: Turn) -> Iterator[Edit]:
    """What a later question changes of the earlier one by naming it: a time for a time, a place for a place."""
    yield from _times(carried, later)
    yield from _names(carried, later)


def _times(carried: Carried, later: Turn) -> Iterator[Edit]:
    """The new time in the place of the old, or where what it is about ends."""
    if not later.times:
        return
    earlier, time = carried.turn, later.words(later.times[0])
    old = earlier.words(earlier.times[0]) if earlier.times else ""
    time = f"năm {time}" if YEAR.fullmatch(time) else _counted_from(time, old) or _of_its_year(time, old, later)
    at = earlier.core[1] if carried.leads else carried.asked[0]
    yield (*earlier.times[0], time) if earlier.times else (at, at, time)


def _counted_from(time: str, old: str) -> str | None:
    """The year that "năm trước đó" is, where the earlier question names one; None for any other time."""
    years = YEAR.findall(old)
    step = next((step for said, step in _STEPS.items() if fold(time) == said), None)
    return f"năm {int(years[0]) + step}" if step and len(years) == 1 else None


def _of_its_year(time: str, old: str, later: Turn) -> str:
    """A part of a year with the year that the earlier question names, where it names none itself."""
    years = set(YEAR.findall(old))
    if len(years) != 1 or YEAR.search(time) or not later.part_of_year:
        return time
    return f"{time} {years.pop()}" if fold(time).endswith("nam") else f"{time} năm {years.pop()}"


def _names(carried: Carried, later: Turn) -> Iterator[Edit]:
    """The new persons and places in the place of the old; one that is new where it belongs."""
    earlier = carried.turn
    for what, part in later.names:
        name = later.name(part)
        old = next((place for other, place in earlier.names if other is what), None)
        if old:
            bare = name == later.words(part) and not later.title(part)
            yield (*old, earlier.title(old) + name if bare else name)
        elif what is Stands.PLACE:
            yield carried.about[1], carried.about[1], f"của {name}"
        elif earlier.kind in (Kind.PERSON, Kind.OFFICE) and not carried.leads:
            yield (*carried.about, name)  # "Nguyễn Văn A là ai", typed without a title
