"""A question that leans on the one before it → the question as it stands alone; one that stands alone is left alone.

Where the two can be joined in several ways the reports themselves judge: the joining that they answer with most
confidence is what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from index.asks import Kind
from index.constraints import OPPOSITES
from index.elliptical import Lean, leaning
from index.followup_words import Stands
from index.joining import Joining
from index.likeliest import Likeliest
from index.mentions import mentions
from index.question import Query
from index.records import Abstention, Answer
from index.said import TWO
from index.titled import Titled
from index.turns import Turn, turn

LONGEST = 200  # characters of a question that leans; a longer one says enough
_LONGEST_EARLIER = 600
_MOST = 8  # joinings that are asked

Ask = Callable[[str], Answer | Abstention]


def follow(
    earlier: str,
    question: str,
    *,
    understand: Callable[[str], Query],
    ask: Ask,
    expand: Callable[[str], str] = str,
    known: Collection[Titled] = (),
    answered: str | None = None,
    older: Sequence[str] = (),
) -> str | None:
    """The question as it stands alone; None where it does not lean on `earlier`, or can't be joined to it.

    `expand` writes out abbreviations, `known` are those whom and the places that the reports name. `answered` is the
    sentence that answered `earlier`, for who "ông ấy" is; where it is not given, `earlier` is asked.
    `older` are questions before `earlier`, the newest first: the nearest that it can be joined to is taken.
    At most `_MOST` + 2 questions are asked for each. Raises what `understand` raises.
    """
    if len(question) > LONGEST:
        return None
    later = turn(question, understand, known)
    lean = leaning(later)
    if lean is Lean.NOT:
        return None
    for i, one in enumerate((earlier, *older)):
        if len(one) > _LONGEST_EARLIER:
            continue
        before = turn(one, understand, known)
        if not before.rest and not before.names:
            continue
        if _says_again(before, later):
            return None
        joining = Joining(before, later, _person(before, later, ask, answered if i == 0 else None))
        if ways := joining.ways()[:_MOST]:
            looser = joining.looser()[: _MOST - len(ways)]
            joined = Likeliest(before, later, lean, ask, expand).of(ways, looser)
            if joined is not None:
                return joined
    return None


def _says_again(before: Turn, later: Turn) -> bool:
    """Whether a question asks anew about what it names itself: "tổng thu bao nhiêu" after "tổng thu ngân sách"."""
    said = {later.bare[i] for i in later.rest}
    alone = later.asks is not None and not later.marker and later.pronoun is None
    # "Ai đánh giá?" says not of what; a side of the budget is no deed.
    named = not OPPOSITES.keys().isdisjoint(later.spelled) or not later.verbs.issuperset(later.rest)
    return alone and named and len(said) >= TWO and said <= {before.bare[i] for i in before.rest}


def _person(before: Turn, later: Turn, ask: Ask, answered: str | None) -> str | None:
    """Who the later question may be about without a name; None where it is about no one, or that can't be told."""
    asks_office = later.kind is Kind.OFFICE and before.kind is Kind.PERSON and not later.names
    if not asks_office and not (later.pronoun and later.pronoun[1] is Stands.PERSON):
        return None
    return _only_person(answered) if answered else _person_of(ask(before.query.question))


def _only_person(sentence: str) -> str | None:
    """The only person whom a sentence names."""
    named = {sentence[one.start : one.end] for one in mentions(sentence) if one.kind is Kind.PERSON}
    return named.pop() if len(named) == 1 else None


def _person_of(reply: Answer | Abstention) -> str | None:
    """The person who answers a question: the one in bold, else the only one."""
    if isinstance(reply, Abstention):
        return None
    bold = [reply.best.report.quote(span) for span in reply.spans]
    return next((one for one in map(_only_person, bold) if one), _only_person(reply.best.text))
