"""Of the questions that two may make, the one that was meant: what the reports answer with most confidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TypeAlias

from index.asks import FIGURES, Kind
from index.elliptical import Lean, chooses, complete
from index.fields import fields_of_parts
from index.normalize import fold
from index.records import Abstention, Answer, BlockKind, Candidate
from index.tokens import tokens
from index.turns import Turn

Reply: TypeAlias = Answer | Abstention
Told: TypeAlias = tuple[Turn, Sequence[int]]  # tokens of a question of which an answer must speak

_AMOUNTS = (Kind.FIGURE, Kind.MONEY, Kind.PERCENT)
_ALIKE = 0.1  # of confidence; joinings this near are alike, and the least change is taken
_SHORT = 5  # syllables of a question that says too little by itself
_CARRIED = 0.5  # share of a subject's syllables that an answer about it has


@dataclass(frozen=True)
class Likeliest:
    """Two questions, how the later leans, and how the reports are asked; `expand` writes out abbreviations."""

    before: Turn
    later: Turn
    lean: Lean
    ask: Callable[[str], Reply]
    expand: Callable[[str], str]

    def of(self, ways: Sequence[str], looser: Sequence[str] = ()) -> str | None:
        """The likeliest of the ways to join the two, of those alike the first; of the looser where none is answered.

        None where the later is better answered by itself, and where the earlier may have nothing of the kind and no
        report says that it has: "bao nhiêu %?" of who did something.
        """
        if self.lean is Lean.SURE and len(ways) == 1 and not looser and not self._deed and not self._doubtful:
            return ways[0]
        best = self._best(ways, self._held if looser else ()) or self._best(looser)
        if best is None:
            return self._keeping(ways) if self._anyway else None
        way, worth = best
        if self.lean is Lean.MAYBE and not self.later.asks and not chooses(self.later):
            return way if self._same(way) or worth > self._alone + 2 * _ALIKE else None  # "đàn bò" may be new
        judged = self._deed or self.lean is Lean.MAYBE
        return None if judged and self._alone > worth + _ALIKE and not self._same(way) else way

    def _keeping(self, ways: Sequence[str]) -> str:
        """The way that keeps the most; the first where what it is about is replaced."""
        return max(ways, key=len) if self.later.asks else ways[0]

    def _same(self, way: str) -> bool:
        """Whether the later alone is answered by the same sentence."""
        joined, alone = self._asked(way), self._asked(self.later.text)
        return isinstance(joined, Answer) and isinstance(alone, Answer) and joined.best.sentence == alone.best.sentence

    def _best(self, ways: Sequence[str], held: Sequence[Told] = ()) -> tuple[str, float] | None:
        worth = [self._worth(self._asked(way), *self._told, *held) for way in ways]
        if not any(worth):
            return None
        return next((way, one) for way, one in zip(ways, worth, strict=True) if one >= max(worth) - _ALIKE)

    @cached_property
    def _held(self) -> list[Told]:
        """What the earlier is held against, and "cuối năm", word by word: an answer that keeps it says it."""
        vague = [part for part in self.before.times if self.before.vague(part)]
        held = {i for part in (*self.before.yardsticks, *vague) for i in range(*part)} - self.before.light
        return [(self.before, [i]) for i in sorted(held)] if not self.later.yardsticks else []

    @cached_property
    def _deed(self) -> bool:
        """Whether what was done is asked, which the reports may say of something else: "ai kết luận?"."""
        said = (self.later.narrowing | self.later.attributes).issuperset(self.later.rest)
        return bool(self.later.asks) and not said and not self.later.pronoun and not complete(self.later)

    @cached_property
    def _doubtful(self) -> bool:
        """Whether the earlier question may have nothing of which the later could be asked.

        Figures of who did something, another thing counted ("bao nhiêu tuổi?"), and "tổng chi thì sao?", which may be
        new.
        """
        later = self.later
        if later.trails and later.rest:
            return True
        if later.pronoun or self.before.names or complete(later):
            return False
        counts = later.kind in FIGURES and not later.attributes.issuperset(later.rest)
        return counts or (self._measured and self._who)

    @cached_property
    def _measured(self) -> bool:
        later = self.later
        return later.kind in FIGURES or bool(later.yardsticks) or (later.asks is None and chooses(later))

    @cached_property
    def _who(self) -> bool:
        return self.before.kind in (Kind.PERSON, Kind.OFFICE)

    @cached_property
    def _anyway(self) -> bool:
        """Whether the two are joined though no report answers that, so that what is not said is plain.

        Not where the later alone is answered, nor figures of who did something.
        """
        if not self._deed and not self._doubtful and self.lean is Lean.SURE:
            return True
        if self.lean is Lean.MAYBE and not self.later.asks and not chooses(self.later):
            return False
        whose = self.later.kind is Kind.PERSON and self.later.asks == (self.later.core[0], self.later.core[0] + 1)
        of_who = self._measured and self._who and not self.before.names
        if of_who or (whose and self.before.kind in _AMOUNTS):
            return False
        return (self.later.marker > 0 or len(self.later.found) <= _SHORT) and not self._alone

    @cached_property
    def _alone(self) -> float:
        return self._worth(self._asked(self.later.text), (self.later, self._new))

    def _asked(self, question: str) -> Reply:
        """The reply to a question, asked once."""
        if question not in self._replies:
            self._replies[question] = self.ask(question)
        return self._replies[question]

    @cached_property
    def _replies(self) -> dict[str, Reply]:
        return {}

    @cached_property
    def _new(self) -> list[int]:
        asking = self.later.query.asking.words | self.later.narrowing
        return [i for i in self.later.rest if i not in asking]

    @cached_property
    def _told(self) -> list[Told]:
        """What an answer must speak of: what the later says itself and, in doubt, what the earlier is about."""
        if not self._doubtful and self.lean is Lean.SURE:
            return [(self.later, self._new)]
        asking = self.later.query.asking.words
        anew = [i for i in range(*self.later.core) if i not in asking]
        return [(self.later, anew if self._doubtful else self._new), (self.before, [*self.before.rest])]

    def _worth(self, reply: Reply, *told: Told) -> float:
        """The confidence of an answer that speaks of what was asked, as tokens of each question; else 0."""
        if isinstance(reply, Abstention):
            return 0.0
        text = self.expand(" ".join([*reply.best.sentence.section, _header(reply.best), reply.best.text]))
        found = [token.text for token in (*tokens(text), *tokens(reply.best.text))]
        fields = fields_of_parts([(text, found)])
        spelled, bare = set(found), set(map(fold, found))
        for turn, places in told:
            there = {i for i in places if turn.spelled[i] in spelled or (not turn.accented and turn.bare[i] in bare)}
            there |= {i for i in places if turn.query.said_otherwise(turn.bare[i], fields.__getitem__)}
            if len(there) < _CARRIED * len(places):
                return 0.0
        return reply.best.confidence


def _header(best: Candidate) -> str:
    """The header of the table that a sentence is a row of; else nothing."""
    if best.sentence.kind is not BlockKind.ROW:
        return ""
    above = (one for one in reversed(best.report.sentences) if one.start < best.sentence.start)
    kinds = takewhile(lambda one: one.kind in (BlockKind.ROW, BlockKind.HEADER), above)
    return next((best.report.quote(one) for one in kinds if one.kind is BlockKind.HEADER), "")
