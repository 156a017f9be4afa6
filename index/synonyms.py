"""Words for the same thing: what else to look for when a question says "qua đời" and the report "từ trần".

The groups stand in config/synonyms.toml; `index.aliases` finds those that a report itself shows.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from index.datafiles import named
from index.fields import FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES, WORDS
from index.normalize import fold
from index.phrases import Phrases
from index.sentences import is_syllable
from index.tokens import Token, tokens
from index.words import known_pairs

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "synonyms.toml"
_MOST = 20  # phrases of a question that are looked at; more is not a question

Terms: TypeAlias = Mapping[str, tuple[str, ...]]  # by field
Form: TypeAlias = tuple[str, ...]  # canonical syllables


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    groups: tuple[Annotated[tuple[str, ...], Field(min_length=2)], ...] = ()
    phrases: tuple[str, ...] = ()


_DATA = TypeAdapter(dict[str, _Section])


@dataclass(frozen=True, slots=True)
class Idea:
    """A phrase of a question, at `[start, end)` of its tokens, and what else says the same, as terms of each field."""

    start: int
    end: int
    others: tuple[Terms, ...]

    @property
    def words(self) -> range:
        """The indices of its tokens."""
        return range(self.start, self.end)


class Synonyms:
    """Groups of phrases that say the same; in `names` the words of a group mean nothing of their own."""

    def __init__(self, groups: Iterable[Sequence[str]], names: Iterable[str] = ()) -> None:
        self._groups = tuple(map(tuple, groups))
        self._names = tuple(names)
        others: dict[Form, tuple[Terms, ...]] = {}
        for group in self._groups:
            forms = dict.fromkeys(map(_form, group))
            for form in forms:
                others[form] = (*others.get(form, ()), *(_terms(one) for one in forms if not _overlap(one, form)))
        others |= {_form(name): () for name in self._names}
        longest_first = sorted(others, key=lambda form: (-len(form), form))
        self._others = [others[form] for form in longest_first]
        self._phrases = Phrases([[" ".join(form)] for form in longest_first], {})

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Synonyms:
        """From a TOML file, read once; raises `DataError` for a group of one, a phrase in two, and the like."""
        with named(path, "list of synonyms"):
            sections = _DATA.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
            groups = [group for section in sections.values() for group in section.groups]
            names = [name for section in sections.values() for name in section.phrases]
            seen: set[Form] = set()
            for phrase in (*(phrase for group in groups for phrase in group), *names):
                if _form(phrase) in seen:
                    raise ValueError(f"{phrase!r} stands twice")
                seen.add(_form(phrase))
            return cls(groups, names)

    def with_groups(self, groups: Sequence[Sequence[str]]) -> Synonyms:
        """These and more."""
        return Synonyms([*self._groups, *groups], self._names) if groups else self

    def ideas(self, text: str, found: Sequence[Token], *, accented: bool) -> list[Idea]:
        """The phrases of a question that can be said otherwise; `found` are its tokens.

        A single syllable must be a word by itself, with its accents, and no part of a name.
        """
        spelled = [token.text for token in found]
        out = []
        for one in self._phrases.find(spelled, bare=not accented)[:_MOST]:
            others = self._others[one.group]
            first = spelled[one.start]
            spells = accented or fold(first) != first  # its accents were typed, or given back
            if others and (one.end - one.start > 1 or (spells and _is_word(text, found, spelled, one.start))):
                out.append(Idea(one.start, one.end, others))
        return out


def says(terms: Terms, held: Callable[[str], Collection[str]], *, accented: bool) -> bool:
    """Whether a text, whose terms of a field `held` gives, holds a phrase given as terms."""
    fields = (SYLLABLES, PAIRS) if accented else (FOLDED, FOLDED_PAIRS)
    field = next(name for name in fields if name in terms)
    there = held(field)
    return all(term in there for term in terms[field])


def _is_word(text: str, found: Sequence[Token], spelled: Sequence[str], at: int) -> bool:
    """Whether a syllable is a word by itself: "dịch", not that of "dịch vụ", and not "Lạc" in a name."""
    if at and text[found[at].start].isupper() and is_syllable(spelled[at]):
        return False
    beside = [" ".join(spelled[i : i + 2]) for i in (at - 1, at) if 0 <= i < len(spelled) - 1]
    return known_pairs().isdisjoint(beside)


def _form(phrase: str) -> Form:
    return tuple(token.text for token in tokens(phrase))


def _terms(form: Form) -> Terms:
    """What to look for in each field: a phrase's pairs, for its syllables alone are other words; a lone one itself."""
    bare = tuple(map(fold, form))
    if len(form) == 1:
        return {WORDS: form, SYLLABLES: form, FOLDED: bare}
    return {
        WORDS: ("_".join(form),),
        PAIRS: tuple(f"{a} {b}" for a, b in pairwise(form)),
        FOLDED_PAIRS: tuple(f"{a} {b}" for a, b in pairwise(bare)),
    }


def _overlap(one: Form, other: Form) -> bool:
    """Whether one phrase holds the other: then whoever looks for either finds it by its own words."""
    a, b = (f" {' '.join(form)} " for form in (one, other))
    return a in b or b in a
