"""A question as one turn of a conversation: its words, by what they are there for.

All places are half-open ranges of tokens of `Turn.text`, the question as it is read: accents given back, abbreviations
written out. Whether it leans on the turn before, `index.elliptical` tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from index.asks import Kind
from index.constraints import YEAR
from index.followup_words import FollowupWords, Stands
from index.normalize import fold
from index.question import Query
from index.several_words import SeveralWords
from index.titled import PERSON
from index.tokens import Token, tokens
from index.words import Word, tagged
from index.yardsticks import Yardsticks

Part: TypeAlias = tuple[int, int]

DEED = 2  # syllables of "trình bày", which say what was done and not to what
_AGAINST = (" so voi", " so", " hon", " kem")
_SINCE = "tu"
_NOW = " nay"
_THEN = "thi"
_MORE = "nua"
_JOINS = frozenset({"va", "den", "cua"})  # between two parts of a time
_BESIDE_VERBS = frozenset({"V", "E", "R", "C", "T"})  # pyvi's tags of what stands beside a verb and names nothing


@dataclass(frozen=True)
class Turn:
    """A question, and its tokens with accents given back."""

    query: Query
    text: str
    found: tuple[Token, ...]

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """Its syllables."""
        return tuple(token.text for token in self.found)

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """The same without accents."""
        return tuple(map(fold, self.spelled))

    def words(self, part: Part) -> str:
        """A part, as it is read."""
        start, end = part
        return self.text[self.found[start].start : self.found[end - 1].end] if start < end else ""

    @cached_property
    def marker(self) -> int:
        """How many of its tokens are a marker that it leans: "thế còn"."""
        marker = FollowupWords.load().marker(self.spelled)
        return 0 if any(i in self._asking for i in range(marker)) else marker  # "thế nào là …"

    @cached_property
    def core(self) -> Part:
        """What stands between the marker and the tail, words of courtesy left out at its end."""
        end = len(self.found)
        while end and end - 1 in self.query.asking.words and end - 1 not in self._asking:
            end -= 1
        return self.marker, FollowupWords.load().tail(self._typed, self.marker, end)

    @cached_property
    def trails(self) -> bool:
        """Whether it leans by its tail alone: "tổng chi thì sao"."""
        end = self.core[1]
        return not self.marker and self.bare[end : end + 1] == (_THEN,)

    @cached_property
    def more(self) -> bool:
        """Whether its tail wants more of the same: "còn ai nữa"."""
        end = self.core[1]
        return self.bare[end : end + 1] == (_MORE,)

    @cached_property
    def command(self) -> Part:
        """The words that want something done, behind courtesy alone: "anh tóm tắt …"; empty where it has none."""
        begin, end = self.core
        polite = (i for i in range(begin, end) if SeveralWords.load().only_polite(self.spelled[begin:i]))
        found = ((i, FollowupWords.load().command(self.spelled, i)) for i in polite)
        return next(((start, stop) for start, stop in found if start < stop), (begin, begin))

    @cached_property
    def asks(self) -> Part | None:
        """The first words that ask, within the core."""
        begin, end = self.core
        return next((place for place in self.query.asking.places if begin <= place[0] < place[1] <= end), None)

    @cached_property
    def kind(self) -> Kind:
        """What these ask for."""
        places = zip(self.query.asking.kinds, self.query.asking.places, strict=True)
        return next((kind for kind, place in places if place == self.asks), Kind.OTHER)

    @cached_property
    def times(self) -> tuple[Part, ...]:
        """Years with the word before them, and parts of a year, neighbours as one; not those compared with."""
        spans = [self._part(one.start, one.end) for one in self.query.constraints.timespans]
        since = [(start - (start > 0 and self.bare[start - 1] == _SINCE), end) for start, end in spans if start < end]
        found = _merged([*self._years, *since, *self._near_years], self.bare)
        return tuple(part for part in found if not self._compared(part))

    @cached_property
    def names(self) -> tuple[tuple[Stands, Part], ...]:
        """Persons and places that a title stands before, each with what it is."""
        return tuple(
            (
                Stands.PERSON if one.titled.of == PERSON else Stands.PLACE,
                self._part(one.end - len(one.typed), one.end),
            )
            for one in self.query.constraints.titled
        )

    @cached_property
    def yardsticks(self) -> tuple[Part, ...]:
        """What results are held against, with what compares before it and who set it behind it."""
        words = FollowupWords.load()
        held = [(one.start, one.end) for one in Yardsticks.load().phrases.find(self.spelled, bare=False)]
        out = []
        for start, end in (*held, *filter(self._compared, (*self._years, *self._near_years))):
            while start > self.marker and self.bare[start - 1] in words.comparing and start - 1 not in self._asking:
                start -= 1
            out.append((start, end + words.given(self.spelled[end:])))
        return tuple(_merged(out, self.bare))

    @cached_property
    def pronoun(self) -> tuple[Part, Stands] | None:
        """The first word that stands for something said before."""
        found = FollowupWords.load().pronoun(self._typed, self.marker)
        if found is None:
            return None
        silent = self.query.asking.words | FollowupWords.load().light(self.spelled)
        # Behind words of the question's own it stands for these: "khi một nước bị chiếm, nó được gọi là gì".
        own = [i for i in range(self.marker, found[0].start) if i not in silent]
        return ((found[0].start, found[0].end), found[1]) if len(own) <= DEED else None

    @cached_property
    def rest(self) -> tuple[int, ...]:
        """The tokens of the core that say what it is about: neither asking, nor a time, a yardstick or light."""
        taken = set(self.query.asking.words) | FollowupWords.load().light(self.spelled)
        for start, end in (*self.times, *self.yardsticks, *([self.pronoun[0]] if self.pronoun else [])):
            taken.update(range(start, end))
        return tuple(i for i in range(*self.core) if i not in taken)

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens of its persons and places."""
        return frozenset(i for _, part in self.names for i in range(*part))

    @cached_property
    def verbs(self) -> frozenset[int]:
        """The tokens that are verbs or stand beside some, as pyvi tags them."""
        return frozenset(i for one in self._tagged if one.tag in _BESIDE_VERBS for i in self._within(one))

    @cached_property
    def pairs(self) -> frozenset[Part]:
        """The places of its words of two syllables."""
        places = [self._within(one) for one in self._tagged]
        return frozenset((one[0], one[-1] + 1) for one in places if len(one) == DEED)

    @cached_property
    def _tagged(self) -> list[Word]:
        return tagged(self.text.lower())

    @cached_property
    def _asking(self) -> frozenset[int]:
        return frozenset(i for start, end in self.query.asking.places for i in range(start, end))

    @cached_property
    def _typed(self) -> tuple[str, ...]:
        """Its syllables as they were typed: accents given back may be those of another word ("thị sao")."""
        return self.spelled if self.query.accented else self.bare

    @property
    def _years(self) -> Iterator[Part]:
        years = (i for i, one in enumerate(self.spelled) if YEAR.fullmatch(one))
        return ((i - (i > 0 and self.bare[i - 1] == "nam"), i + 1) for i in years)

    @property
    def _near_years(self) -> Iterator[Part]:
        """Years by how far they are; not "ba năm trước", nor the "năm trước" of "cùng kỳ năm trước"."""
        steps = {fold(typed) for _, typed in self.query.constraints.steps}
        for start, end in FollowupWords.load().years(self.spelled):
            said = " ".join(self.bare[start:end])
            if said.endswith(_NOW) or any(step in said for step in steps) or self._compared((start, end)):
                yield start, end

    def _compared(self, time: Part) -> bool:
        """Whether a time is only compared with: "so với năm 2019"."""
        return f" {' '.join(self.bare[max(0, time[0] - 2) : time[0]])}".endswith(_AGAINST)

    def _within(self, word: Word) -> list[int]:
        return [i for i, token in enumerate(self.found) if word.start <= token.start and token.end <= word.end]

    def _part(self, start: int, end: int) -> Part:
        inside = [i for i, token in enumerate(self.found) if token.start < end and start < token.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def turn(question: str, understand: Callable[[str], Query]) -> Turn:
    """Reads a question as a turn; raises what `understand` raises."""
    query = understand(question)
    return Turn(query, query.text, tuple(tokens(query.text)))


def _merged(parts: Sequence[Part], bare: Sequence[str]) -> list[Part]:
    """Parts that touch, or have only "và" or the like between them, as one."""
    out: list[Part] = []
    for start, end in sorted(part for part in parts if part[0] < part[1]):
        if out and (start <= out[-1][1] or (start == out[-1][1] + 1 and bare[start - 1] in _JOINS)):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
