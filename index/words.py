"""Text → Vietnamese words and their parts of speech; the only import of pyvi.

pyvi (a conditional random field over syllables) joins the syllables of a word: `thu ngân_sách nhà_nước`. It
gives no offsets and takes time with the square of some hostile texts, so it is fed pieces that are bounded,
and what it returns is only ever matched, never shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from index.normalize import fold
from index.tokens import tokens


class Word(NamedTuple):
    """A word at `[start, end)` of its text, with its part of speech (pyvi's tags: N, Np, V, M, …)."""

    start: int
    end: int
    tag: str


def _pyvi() -> tuple[Any, Any]:
    """pyvi's tokenizer and tagger, without scikit-learn.

    pyvi's models run on python-crfsuite alone; sklearn_crfsuite asks for scikit-learn only to name a base class, and
    does without it where it can't be imported. Hidden while pyvi loads, it saves a second and 60 MB at every start.
    """
    modules: dict[str, Any] = sys.modules
    hidden = modules.get("sklearn")
    modules["sklearn"] = None
    try:
        from pyvi.ViPosTagger import ViPosTagger
        from pyvi.ViTokenizer import ViTokenizer
    finally:
        if hidden is None:
            del modules["sklearn"]
        else:
            modules["sklearn"] = hidden
    return ViTokenizer, ViPosTagger


_TOKENIZER, _TAGGER = _pyvi()
UNKNOWN = "X"  # the tag of what pyvi can't tell
_LONGEST_RUN = 60  # characters without white space; the longest Vietnamese syllable has 7
_MARKS = 3  # characters; a run of so many marks may still be an ellipsis
_MOST_AT_ONCE = 1_500  # characters given to pyvi in one call: several sentences, so that no real one is cut


def words(text: str) -> list[str]:
    """The words of a text, syllables in canonical spelling joined by `_`, punctuation left out."""
    found: list[str] = []
    for piece in _pieces(text):
        joined = _TOKENIZER.tokenize(piece)
        for token in tokens(joined):
            # pyvi joins a word's syllables by "_", and parts words by a space.
            if found and joined[token.start - 1 : token.start] == "_":
                found[-1] += f"_{token.text}"
            else:
                found.append(token.text)
    return found


def tagged(text: str) -> list[Word]:
    """The words of a text with their places; together they hold all its tokens.

    Where pyvi's words are not the text's own (of hostile text it leaves some out), each token is a word by itself.
    """
    own = list(tokens(text))
    out: list[Word] = []
    done = 0
    for piece in _pieces(text):
        joined, tags = _TAGGER.postagging(_TOKENIZER.tokenize(piece))
        for word, tag in zip(joined, tags, strict=True):
            parts = [token.text for token in tokens(word)]
            if parts != [token.text for token in own[done : done + len(parts)]]:
                return out + [Word(token.start, token.end, UNKNOWN) for token in own[done:]]
            if parts:
                out.append(Word(own[done].start, own[done + len(parts) - 1].end, tag))
                done += len(parts)
    return out + [Word(token.start, token.end, UNKNOWN) for token in own[done:]]


def _pieces(text: str) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for run in text.split():
        if len(run) > _MARKS and not any(c.isalnum() for c in run):
            continue  # a line drawn of marks: pyvi takes its time over each
        for at in range(0, len(run), _LONGEST_RUN):
            part = run[at : at + _LONGEST_RUN]
            if size + len(part) > _MOST_AT_ONCE:
                yield " ".join(held)
                held, size = [], 0
            held.append(part)
            size += len(part) + 1
    if held:
        yield " ".join(held)


@lru_cache(maxsize=1)
def lexicon() -> tuple[tuple[str, ...], ...]:
    """The words of pyvi's lexicon, each as its two or three syllables in canonical spelling, in a fixed order."""
    entries = sorted(_TOKENIZER.bi_grams | _TOKENIZER.tri_grams)
    return tuple(tuple(token.text for token in tokens(entry)) for entry in entries)


@lru_cache(maxsize=1)
def known_syllables() -> frozenset[str]:
    """Every syllable of pyvi's lexicon, in canonical spelling: what is surely Vietnamese."""
    return frozenset(syllable for word in lexicon() for syllable in word)


@lru_cache(maxsize=1)
def known_pairs() -> frozenset[str]:
    """Every word of two syllables of pyvi's lexicon, in canonical spelling, and without accents as well."""
    spelled = [" ".join(word) for word in lexicon() if len(word) == 2]
    return frozenset([*spelled, *map(fold, spelled)])
