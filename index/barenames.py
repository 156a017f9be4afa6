"""Places that a text names without the word for what they are, where a report names them with it: "còn Bãi Lau?"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from index.names import named
from index.normalize import fold
from index.titled import PERSON, Titled, Titles
from index.tokens import Token

_SHORTEST, _LONGEST = 2, 4  # syllables; one alone is too often another word


class BareName(NamedTuple):
    """A place at the tokens `[start, end)`, and how it is written: "thôn Bãi Lau"."""

    start: int
    end: int
    written: str


def bare_names(
    text: str, found: Sequence[Token], known: Collection[Titled], core: tuple[int, int]
) -> Iterator[BareName]:
    """The known places that a text names within its `core`, of which `found` are the tokens.

    Without capitals one must be all of the core: "thống nhất" is a village's name more seldom than not.
    """
    capital = named(text, found)
    folded = [fold(token.text) for token in found]
    at, stop = core
    while at < stop:
        ends = range(min(at + _LONGEST, stop), at + _SHORTEST - 1, -1)
        sure = (end for end in ends if (at, end) == core or capital.issuperset(range(at, end)))
        words = ((end, _word(" ".join(folded[at:end]), known)) for end in sure)
        end, word = next(((end, word) for end, word in words if word is not None), (at + 1, None))
        if word is not None:
            name = " ".join(token.text.capitalize() for token in found[at:end])
            yield BareName(at, end, f"{word} {name}".strip())
        at = end


def _word(name: str, known: Collection[Titled]) -> str | None:
    """The word before a place's name, empty where it is not known or several are; None for no place."""
    of = {one.of for one in known if one.name == name and one.of != PERSON}
    if not of:
        return "" if Titles.load().is_place(name) else None
    return Titles.load().word(of.pop()) if len(of) == 1 else ""
