"""Phrases of several syllables, found in a text's tokens: a small language for word lists that operators extend.

A phrase is words in their usual spelling; `{list}` stands for any entry of a list, `{list}?` for any or nothing,
`_` for any word, `…` for one to twelve. What stands before `<` or after `>` must be there and is not part of the
phrase; `$` is the end of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from index.normalize import fold
from index.tokens import tokens

_GAP, _ANY, _END = "…", "_", "$"
_SIGNS = frozenset({_GAP, _ANY, _END})
_WIDEST_GAP = 12  # words
_PART = re.compile(r"\{(?P<list>\w+)\}(?P<optional>\?)?|(?P<sign>[<>$…_])|(?P<words>[^{}<>$…_?]+)")


class Found(NamedTuple):
    """A phrase found: which by its group, the indices of its own tokens, and `[start, end)` that they span."""

    group: int
    words: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Syllables, gaps and ends in order; `own` says which of them are the phrase and not what must stand beside it."""

    group: int
    parts: tuple[str, ...]
    own: tuple[bool, ...]


@dataclass(slots=True)
class _Node:
    """What may follow the parts so far: by part, and by syllable without accents; `whole` is the phrase they make."""

    by_part: dict[str, _Node] = field(default_factory=dict)
    by_bare: dict[str, list[_Node]] = field(default_factory=dict)
    whole: _Phrase | None = None


class Phrases:
    """Groups of phrases, to be found where they first match: of an earlier group before a later, longer before shorter.

    Raises `ValueError` for a phrase that can't be one: an unknown list, or one without a word to begin with.
    """

    def __init__(self, groups: Sequence[Iterable[str]], lists: Mapping[str, Sequence[str]]) -> None:
        self._root = _Node()
        for group, phrases in enumerate(groups):
            for phrase in phrases:
                for spelled in _spelled(group, phrase, lists):
                    self._add(spelled)

    def _add(self, phrase: _Phrase) -> None:
        node = self._root
        for part in phrase.parts:
            if part not in node.by_part:
                node.by_part[part] = following = _Node()
                if part not in _SIGNS:
                    node.by_bare.setdefault(fold(part), []).append(following)
            node = node.by_part[part]
        node.whole = node.whole or phrase

    def find(self, syllables: Sequence[str], *, bare: bool, begin: int = 0, end: int | None = None) -> list[Found]:
        """The phrases in a text's syllables, from `begin` on, in order, none over another; `end` is where `$` matches.

        With `bare`, a syllable without accents stands for any that is the same but for them.
        """
        last = len(syllables) if end is None else end
        out: list[Found] = []
        at = begin
        first = self._root.by_bare if bare else self._root.by_part
        while at < len(syllables):
            # Every phrase begins with a word, and hardly any word begins a phrase.
            if syllables[at] not in first and not (bare and syllables[at] in self._root.by_part):
                at += 1
                continue
            matches = [*_matches(self._root, syllables, at, bare, last, ())]
            if matches:
                phrase, places = min(matches, key=lambda one: (one[0].group, -len(one[0].parts)))
                words = tuple(i for i, own in zip(places, phrase.own, strict=True) if own and i >= 0)
                out.append(Found(phrase.group, words, words[0], words[-1] + 1))
            at = max(at + 1, out[-1].end) if matches else at + 1
        return out


def _matches(
    node: _Node, syllables: Sequence[str], at: int, bare: bool, last: int, places: tuple[int, ...]
) -> Iterator[tuple[_Phrase, tuple[int, ...]]]:
    """The phrases that go on from a node, each with the index of every part's syllable, -1 for one that is no word."""
    if node.whole:
        yield node.whole, places
    if at == last and (following := node.by_part.get(_END)):
        yield from _matches(following, syllables, at, bare, last, (*places, -1))
    if at == len(syllables):
        return
    syllable = syllables[at]
    for following in node.by_bare.get(syllable, ()) if bare else ():
        yield from _matches(following, syllables, at + 1, bare, last, (*places, at))
    if (following := node.by_part.get(syllable)) and not (bare and syllable.isascii()):
        yield from _matches(following, syllables, at + 1, bare, last, (*places, at))
    if following := node.by_part.get(_ANY):
        yield from _matches(following, syllables, at + 1, bare, last, (*places, -1))
    if following := node.by_part.get(_GAP):
        for after in range(at + 1, min(at + _WIDEST_GAP, len(syllables)) + 1):
            yield from _matches(following, syllables, after, bare, last, (*places, -1))


def _spelled(group: int, phrase: str, lists: Mapping[str, Sequence[str]]) -> Iterable[_Phrase]:
    """Every way to write a phrase, its lists and options chosen."""
    if "".join(part[0] for part in _PART.finditer(phrase)) != phrase:
        raise ValueError(f"{phrase!r} has a sign that means nothing where it stands")
    choices: list[list[tuple[str, ...]]] = []
    for part in _PART.finditer(phrase):
        if part["list"]:
            if part["list"] not in lists:
                raise ValueError(f"{phrase!r} names a list that there is not: {part['list']}")
            choices.append([*([()] if part["optional"] else []), *(_syllables(one) for one in lists[part["list"]])])
        elif part["sign"]:
            choices.append([(part["sign"],)])
        else:
            choices.append([_syllables(part["words"])])
    for chosen in product(*choices):
        parts = tuple(one for several in chosen for one in several)
        begin = parts.index("<") if "<" in parts else -1
        stop = parts.index(">") if ">" in parts else len(parts)
        kept = [i for i, one in enumerate(parts) if one not in "<>"]
        spelled = _Phrase(group, tuple(parts[i] for i in kept), tuple(begin < i < stop for i in kept))
        words = [own for part, own in zip(spelled.parts, spelled.own, strict=True) if part not in _SIGNS]
        if not any(words) or spelled.parts[0] in _SIGNS:
            raise ValueError(f"{phrase!r} has no word to begin with")
        yield spelled


def _syllables(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(text))
