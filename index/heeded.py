"""An answer to a question joined of two is never surer than what was newly asked allows.

Most words of such a question are the earlier one's and stand in the sentence anyway: "vì sao?" of a sentence that
gives no cause is not answered by it, however well it fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from typing import TypeAlias

from index.asked_clause import Clause, clause
from index.asks import Kind
from index.followup_words import FollowupWords
from index.mentions import GIVES, mentions
from index.normalize import fold
from index.persons import persons
from index.records import Abstention, Answer, BlockKind, Candidate, Sentence, Why
from index.tokens import folded, tokens
from index.unsaid import general

_Asked: TypeAlias = tuple[Kind, str | None]

_HOUR = re.compile(r"\d\s?(?:giờ|h(?![^\W\d_]))|\d:\d\d", re.IGNORECASE)
_LISTED = re.compile(r"[:;]|(?<!\w)(?:gồm|trong đó|như sau|lần lượt)(?!\w)", re.IGNORECASE)
_OF_DAY = "gio"
_NEAR = 0.5  # of the best's confidence
_SUMS = frozenset({Kind.FIGURE, Kind.OTHER, Kind.MANNER})  # with "kinh phí" beside
_WHICH = (Kind.LIST, Kind.PLACE, Kind.OTHER)
_TIMES = GIVES[Kind.DATE] | GIVES[Kind.PERIOD]
_WHY = {Kind.OFFICE: Why.OFFICE, Kind.DATE: Why.DATE, Kind.MONEY: Why.FIGURE, Kind.PERCENT: Why.FIGURE}


class _Carries(IntEnum):
    """Whether a sentence carries what was asked."""

    NOT = 0
    PERHAPS = 1
    YES = 2


def heeded(reply: Answer | Abstention) -> Answer | Abstention:
    """The reply to a joined question, in doubt or refused where the sentence does not carry what was asked."""
    if isinstance(reply, Abstention):
        return reply
    question = clause(reply.question)
    asked, told = [*_asked(question)], _Told(reply.best, reply.support)
    lacking = next((kind for kind, noun in asked if told.carries(kind, noun) is _Carries.NOT), None)
    if lacking is not None:
        return _instead(reply, asked) or _refused(reply, lacking)
    doubtful = any(told.carries(kind, noun) is _Carries.PERHAPS for kind, noun in asked)
    return replace(reply, sure=False, spans=()) if doubtful or not told.says(_words(question)) else reply


def _instead(reply: Answer, asked: Sequence[_Asked]) -> Answer | None:
    """The first of the next best that carries what was asked, in doubt; None where none is near."""
    near = (one for one in reply.runners_up if one.confidence >= _NEAR * reply.best.confidence and not one.only_leads)
    for one in near:
        told = _Told(one)
        if all(told.carries(kind, noun) is not _Carries.NOT for kind, noun in asked):
            others = (reply.best, *(other for other in reply.runners_up if other is not one))
            return replace(reply, best=one, spans=(), sure=False, support=(), runners_up=others)
    return None


def _refused(reply: Answer, lacking: Kind) -> Abstention:
    nearest = (reply.best, *reply.runners_up)
    return Abstention(reply.question, _WHY.get(lacking, Why.TOPIC), (), nearest, reply.passages, reply.understood)


def _asked(question: Clause) -> Iterator[_Asked]:
    """What is asked for, each with the noun that narrows it; a sum where only "kinh phí" says that one is meant."""
    asking = question.asking
    yield from zip(asking.kinds, asking.nouns, strict=True)
    if _SUMS.issuperset(asking.kinds) and FollowupWords.load().sums(question.spelled):
        yield Kind.MONEY, None


def _words(question: Clause) -> frozenset[str]:
    """The syllables, folded, that say what a question is about."""
    light = {i for part in FollowupWords.load().light(question.spelled) for i in range(*part)}
    said = (i for i in question.matter if i not in light)
    return frozenset(fold(question.spelled[i]) for i in said) - _general()


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    """The syllables of the nouns that say nothing of a subject."""
    return frozenset(one for noun in general() for one in noun.split())


def _surely(carried: bool) -> _Carries:
    return _Carries.YES if carried else _Carries.NOT


class _Told:
    """A sentence with what it leans on, as what it can answer."""

    def __init__(self, best: Candidate, support: Sequence[Sentence] = ()) -> None:
        self._text = " ".join([best.text, *map(best.report.quote, support)])
        self._around = " ".join([*best.sentence.section, self._text])
        self._title = best.report.title
        self._mentions = mentions(self._text)
        self._row = best.sentence.kind is BlockKind.ROW

    def says(self, words: frozenset[str]) -> bool:
        """Whether it has all of these, as it is written or abbreviations written out."""
        text = f"{self._title} {self._around}"
        return words <= {fold(one) for one in (*clause(text).spelled, *(token.text for token in tokens(text)))}

    def carries(self, kind: Kind, noun: str | None) -> _Carries:
        """Whether it carries an answer of a kind; `noun`, folded, is what that is one of: a street, an hour."""
        match kind:
            case Kind.PERSON:
                return _Carries.YES if persons(self._text) else _Carries.PERHAPS  # "quận" may be who
            case Kind.REASON:
                return _surely(self._gives_cause())
            case Kind.OFFICE | Kind.MONEY | Kind.PERCENT:
                return _surely(self._mentioned(GIVES[kind]))
            case Kind.DATE:
                return _surely(_HOUR.search(self._text) is not None if noun == _OF_DAY else self._mentioned(_TIMES))
            case _ if kind in _WHICH and noun is not None:
                return self._one_of(noun, kind)
            case Kind.LIST:
                return _Carries.YES if self._lists() else _Carries.PERHAPS
        return _Carries.YES

    def _one_of(self, noun: str, kind: Kind) -> _Carries:
        said = f" {folded(self._around)} "
        if f" {noun} " in said or self._row:
            return _Carries.YES
        return _Carries.PERHAPS if kind is not Kind.PLACE or self._mentioned(GIVES[kind]) else _Carries.NOT

    def _gives_cause(self) -> bool:
        return FollowupWords.load().causes([token.text for token in tokens(self._around)])

    def _lists(self) -> bool:
        return self._row or bool(_LISTED.search(self._text))

    def _mentioned(self, kinds: frozenset[Kind]) -> bool:
        return self._row or any(one.kind in kinds for one in self._mentions)
