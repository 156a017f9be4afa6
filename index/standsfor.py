"""What a pronoun of a later question stands for: "tỷ lệ đó", "ông ấy", "ở đó"."""

from __future__ import annotations

from collections.abc import Iterator

from index.followup_words import Stands
from index.pairing import Pair


def with_pronoun(pair: Pair) -> Iterator[str]:
    """The later question with what its pronoun stands for in its place; none where that can't be told."""
    if pair.later.pronoun is None:
        return
    (start, end), stands = pair.later.pronoun
    meant = _meant(pair, stands, pair.later.bare[start : end - 1])
    if not meant:
        return
    time = "" if stands is Stands.PERSON or pair.later.times else pair.time
    before, after = pair.later.words((pair.later.core[0], start)), pair.later.words((end, pair.later.core[1]))
    yield " ".join(one for one in (before, meant, time, after) if one)


def _meant(pair: Pair, stands: Stands, noun: tuple[str, ...]) -> str | None:
    """Who or what a pronoun stands for; `noun` are its syllables but the last."""
    if stands is Stands.NAMED and noun not in {
        pair.earlier.bare[i : i + len(noun)] for i in range(len(pair.earlier.bare))
    }:
        return None
    if stands in (Stands.THING, Stands.NAMED):
        return uncapitalised(pair.earlier.words(pair.carried.thing(noun)))
    named = next((pair.earlier.words(part) for what, part in pair.earlier.names if what is stands), None)
    if stands is Stands.PLACE:
        return f"ở {uncapitalised(named)}" if named else None
    return named or pair.person


def uncapitalised(words: str) -> str:
    """Without the capital that begins a sentence; a name of several words and an acronym keep it."""
    first, _, rest = words.partition(" ")
    return words if not first[1:].islower() or rest[:1].isupper() else f"{words[:1].lower()}{words[1:]}"
