"""Readings of a question's syllables, each with its probability: how they enter its text and its terms."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from index.fields import FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES, WORDS
from index.normalize import fold, nfc
from index.tokens import Token

Shares: TypeAlias = Mapping[str, float]  # readings with their probabilities, the likeliest first
_LEAST = 0.1  # a term less likely is not looked for


def likeliest(shares: Shares) -> str:
    """The first reading."""
    return next(iter(shares))


def respelled(question: str, found: Sequence[Token], readings: Mapping[int, Shares]) -> tuple[str, list[Token]]:
    """The question with the likeliest reading of each token that has some, by index; capitals stay where they were."""
    out: list[str] = []
    moved: list[Token] = []
    done = length = 0
    for i, token in enumerate(found):
        out.append(question[done : token.start])
        typed = question[token.start : token.end]
        shares = readings.get(i)
        out.append(_cased(likeliest(shares), typed) if shares else typed)
        start = length + len(out[-2])
        length = start + len(out[-1])
        moved.append(Token(likeliest(shares) if shares else token.text, start, length))
        done = token.end
    return "".join([*out, question[done:]]), moved


def in_doubt(readings: Mapping[int, Shares]) -> Iterator[tuple[str, str, dict[str, Shares]]]:
    """For each field that is in doubt: its name, what joins its terms' syllables, and the doubts by chosen syllable."""
    spelled = {likeliest(shares): shares for shares in readings.values() if len(shares) > 1}
    if spelled:
        yield from ((name, joint, spelled) for name, joint in ((WORDS, "_"), (SYLLABLES, " "), (PAIRS, " ")))
    folded: dict[str, Shares] = {}
    for chosen, shares in spelled.items():
        held: dict[str, float] = {}
        for one, share in shares.items():
            held[fold(one)] = held.get(fold(one), 0.0) + share
        if len(held) > 1:
            folded[fold(chosen)] = held
    if folded:
        yield from ((name, " ", folded) for name in (FOLDED, FOLDED_PAIRS))


def shared(terms: Mapping[str, float], joint: str, doubts: Mapping[str, Shares]) -> dict[str, float]:
    """The terms with every reading in doubt looked for, by its share of the term's weight.

    `joint` is what joins the syllables of a term, `doubts` maps the syllable that was chosen to all its readings.
    """
    out: dict[str, float] = {}
    for term, weight in terms.items():
        parts = term.split(joint)
        if doubts.keys().isdisjoint(parts):
            out[term] = out.get(term, 0.0) + weight
            continue
        for reading, share in _joint_readings([doubts.get(part, {part: 1.0}) for part in parts]):
            spelled = joint.join(reading)
            out[spelled] = out.get(spelled, 0.0) + share * weight
    return out


def _joint_readings(shares: Sequence[Shares]) -> list[tuple[tuple[str, ...], float]]:
    """The readings of all syllables together that are likely enough: ten at most, for their shares are parts of one."""
    out: list[tuple[tuple[str, ...], float]] = [((), 1.0)]
    for part in shares:
        out = [((*head, one), so_far * share) for head, so_far in out for one, share in part.items()]
        out = [(reading, share) for reading, share in out if share >= _LEAST]
    return out


def _cased(spelled: str, typed: str) -> str:
    """A syllable in the letters' case, and with the y for i, of what was typed."""
    if typed[-1:] in "yY" and spelled[-1:] not in "y":
        last = unicodedata.normalize("NFD", spelled[-1])
        spelled = nfc(f"{spelled[:-1]}y{last[1:]}") if last[0] == "i" else spelled
    if typed.isupper() and len(typed) > 1:
        return spelled.upper()
    if len(spelled) == len(typed):
        return "".join(a.upper() if b.isupper() else a for a, b in zip(spelled, typed, strict=True))
    return spelled[:1].upper() + spelled[1:] if typed[:1].isupper() else spelled
