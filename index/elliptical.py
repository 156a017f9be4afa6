"""Whether a question leans on the one before it: by a marker, by a pronoun, or by what it leaves out.

In doubt it stands alone, for a question that does must never be bent by the one before; where it may be either, the
reports tell (`index.likeliest`).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from index.asks import Kind
from index.followup_words import Stands
from index.turns import DEED, Turn

_CHOICE = frozenset({"hay", "hoặc"})
WHETHER = frozenset({"khong", "chua"})  # at the end: "đạt chỉ tiêu không"
_SO = frozenset({"the", "vay"})  # before a question that is whole but for its time
_OF_DEEDS = frozenset({Kind.PERSON, Kind.PLACE, Kind.DATE, Kind.REASON, Kind.MANNER, Kind.PERIOD})
_COUNTS = frozenset({Kind.FIGURE, Kind.MONEY, Kind.PERCENT, Kind.ORDINAL})
_FEW = 3  # syllables
_LONGEST = 7  # syllables of a question that leaves out its subject


class Lean(Enum):
    """How a question leans on the one before it."""

    NOT = 0
    MAYBE = 1  # it asks, and does not say of what: "xử phạt bao nhiêu"
    SURE = 2


def leaning(question: Turn) -> Lean:
    """Whether a question can be answered without the one before it."""
    if leans(question):
        return Lean.SURE
    empty = question.core[0] >= question.core[1]
    if empty or _commands(question):
        return Lean.NOT
    return Lean.MAYBE if _leaves_out_its_subject(question) or _only_names(question) else Lean.NOT


def leans(question: Turn) -> bool:
    """Whether a question leans on the one before by its looks alone."""
    if not question.found or question.core[0] >= question.core[1] or _commands(question):
        return False
    if question.pronoun:
        return True
    if question.marker or question.trails:
        return not complete(question) or question.bare[0] in _SO  # "Còn khó khăn gì?" stands alone
    about = [i for i in question.rest if i not in question.named]
    if question.asks is None:
        if about and not question.attributes.issuperset(about):
            return False
        bare = question.attributes.intersection(range(*question.core))
        return bool(
            bare or question.details or question.times or question.yardsticks or question.names or chooses(question)
        )
    if question.named:
        return question.counted.issuperset(about) and _elsewhere(question)
    which = question.kind is not Kind.OTHER and question.narrowing.issuperset(about)
    return not about or which or question.attributes.issuperset(about) or _only_done(question, about)


def complete(question: Turn) -> bool:
    """Whether a question asks, and says what about."""
    about = [i for i in question.rest if i not in question.named]
    says = len({*about} | (question.named & {*range(*question.core)})) > 1
    left_out = bool(about) and not question.named and (_only_done(question, about) or _leaves_out_its_subject(question))
    return (
        question.asks is not None
        and says
        and not left_out
        and not (question.counted.issuperset(about) and _elsewhere(question))
    )


def chooses(question: Turn) -> bool:
    """Whether a question asks, without words that ask, which of two it is: "tăng hay giảm", "đạt chỉ tiêu không"."""
    begin, end = question.core
    return not _CHOICE.isdisjoint(question.spelled[begin + 1 : end]) or question.bare[end - 1] in WHETHER


def _commands(question: Turn) -> bool:
    """Whether a question wants something done with what it names itself: "tóm tắt báo cáo này", not "nói về nó"."""
    start, end = question.command
    if start == end or (question.pronoun and question.pronoun[1] is not Stands.NAMED):
        return False
    return question.pronoun is not None or any(i >= end for i in question.rest)


def _elsewhere(question: Turn) -> bool:
    """Whether a figure is asked of a place and not of what there: "Bãi Lau bao nhiêu"."""
    return question.kind in _COUNTS and {of for of, _ in question.names} == {Stands.PLACE}


def _only_done(question: Turn, about: Sequence[int]) -> bool:
    """Whether a question says what was done or is counted, and not of what: "ai trình bày", "bao nhiêu hộ"."""
    if question.kind in _COUNTS and question.side is not None:
        return True
    if question.kind in _COUNTS:
        return len(about) == 1 and question.asks is not None and about[0] >= question.asks[1]
    return question.kind in _OF_DEEDS and len(about) <= DEED and question.verbs.issuperset(about)


def _only_names(question: Turn) -> bool:
    """Whether a question does not ask, and names a thing in few words, which may be another of its kind: "đàn bò"."""
    return question.asks is None and not question.yardsticks and bool(question.rest) and len(question.found) <= _FEW


def _leaves_out_its_subject(question: Turn) -> bool:
    """Whether a question asks and says only what was done, what is counted or an attribute: "xử phạt bao nhiêu hộ"."""
    if question.asks is None and (question.yardsticks or not chooses(question)):
        return False
    about = [i for i in question.rest if i not in question.counted | question.narrowing | question.attributes]
    of = question.narrowing - question.attributes
    if not about and of and question.kind is Kind.OTHER:
        return False  # "khó khăn nào"
    short = len(about) <= DEED
    first = set(about[:1])
    which = question.narrowing or question.asks is None or question.kind is Kind.PLACE
    described = (
        which and question.qualities >= first and (short or (question.verbs | question.qualities).issuperset(about))
    )
    left_out = question.passive or bool(described) or (short and question.verbs.issuperset(about))
    return left_out and bool(question.rest) and not question.named and len(question.found) <= _LONGEST
