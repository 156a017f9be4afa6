"""Long output, page by page: a page is what a phone shows in a few screens, and never splits an entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

PAGE = 1_500  # UTF-16 units
Entry = TypeVar("Entry")


def pages(entries: Sequence[tuple[Entry, int]], room: int = PAGE) -> tuple[tuple[Entry, ...], ...]:
    """The entries, each with its UTF-16 units, in order, at most `room` a page, a blank line after each.

    At least one entry a page.
    """
    out: list[list[Entry]] = []
    left = 0
    for entry, length in entries:
        if not out or length + 2 > left:
            out.append([])
            left = room
        out[-1].append(entry)
        left -= length + 2
    return tuple(tuple(page) for page in out)


def chunks(entries: Sequence[Entry], size: int) -> tuple[tuple[Entry, ...], ...]:
    """The entries in order, `size` a page."""
    return tuple(tuple(entries[at : at + size]) for at in range(0, len(entries), size))
