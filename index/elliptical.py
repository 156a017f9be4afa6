"""Whether a question leans on the one before it: by a marker, by a pronoun, or by what it leaves out.

In doubt it stands alone, for a question that does must never be bent by the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.asks import Kind
from index.followup_words import Stands
from index.turns import DEED, Turn

_CHOICE = frozenset({"hay", "hoặc"})
WHETHER = frozenset({"khong", "chua"})  # at the end: "đạt chỉ tiêu không"
_SO = frozenset({"the", "vay"})  # before a question that is whole but for its time
_OF_DEEDS = frozenset({Kind.PERSON, Kind.PLACE, Kind.DATE, Kind.REASON, Kind.MANNER, Kind.PERIOD})
_COUNTS = frozenset({Kind.FIGURE, Kind.MONEY, Kind.PERCENT, Kind.ORDINAL})


def leans(question: Turn) -> bool:
    """Whether a question can't be answered without the one before it."""
    if not question.found or question.core[0] >= question.core[1]:
        return False
    if _commands(question):
        return False
    if question.pronoun:
        return True
    if question.marker or question.trails:
        return not complete(question) or question.bare[0] in _SO  # "Còn khó khăn gì?" stands alone
    about = [i for i in question.rest if i not in question.named]
    if question.asks is None:
        return not about and bool(question.times or question.yardsticks or question.names or chooses(question))
    return not question.named and (not about or _only_done(question, about))


def complete(question: Turn) -> bool:
    """Whether a question asks, and says what about."""
    about = [i for i in question.rest if i not in question.named]
    says = len({*about} | (question.named & {*range(*question.core)})) > 1
    only_done = bool(about) and not question.named and _only_done(question, about)
    return question.asks is not None and says and not only_done


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


def _only_done(question: Turn, about: Sequence[int]) -> bool:
    """Whether a question says what was done or is counted, and not of what: "ai trình bày", "bao nhiêu hộ"."""
    if question.kind in _COUNTS:
        return len(about) == 1 and question.asks is not None and about[0] >= question.asks[1]
    return question.kind in _OF_DEEDS and len(about) <= DEED and question.verbs.issuperset(about)
