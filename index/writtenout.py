"""What an abbreviation stands for, where a sentence writes it out: the answer to "MTTQ là gì"."""

from __future__ import annotations

from collections.abc import Callable

from index.asks import Kind
from index.normalize import nfc
from index.question import Query
from index.tokens import tokens


def written_out(query: Query, text: str, expand: Callable[[str], str]) -> tuple[tuple[int, int], ...] | None:
    """Offsets into a sentence's text of the words that the abbreviation asked about stands for; () where it has none.

    None where no abbreviation is asked about; `expand` writes the known ones out.
    """
    if query.asking.kinds != (Kind.DEFINITION,):
        return None
    typed = nfc(query.question)
    shorts = [typed[one.start : one.end] for one in tokens(typed)]
    wanted = [_syllables(expand(short)) for short in shorts if len(short) > 1 and short.isupper()]
    wanted = [full for full in wanted if len(full) > 1]
    found = list(tokens(text))
    said = [token.text for token in found]
    for full in wanted:
        for i in range(len(found) - len(full) + 1):
            if said[i : i + len(full)] == full:
                return ((found[i].start, found[i + len(full) - 1].end),)
    return () if wanted else None


def _syllables(text: str) -> list[str]:
    return [token.text for token in tokens(text)]
