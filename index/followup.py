"""A question that leans on the one before it → the question as it stands alone; one that stands alone is left alone.

Where the two can be joined in several ways the reports themselves judge: the joining that they answer with most
confidence is what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.asks import Kind
from index.elliptical import leans
from index.followup_words import Stands
from index.joining import Joining
from index.mentions import mentions
from index.normalize import fold
from index.question import Query
from index.records import Abstention, Answer
from index.tokens import tokens
from index.turns import Turn, turn

LONGEST = 200  # characters of a question that leans; a longer one says enough
_LONGEST_EARLIER = 600
_ALIKE = 0.1  # of confidence; joinings this near are alike, and the least change is taken
_MOST = 8  # joinings that are asked
_CARRIED = 0.5  # share of a new subject's syllables that an answer about it has

Ask = Callable[[str], Answer | Abstention]


def follow(
    earlier: str, question: str, *, understand: Callable[[str], Query], ask: Ask, answered: str | None = None
) -> str | None:
    """The question as it stands alone; None where it does not lean on `earlier`, or can't be joined to it.

    `answered` is the sentence that answered `earlier`, for who "ông ấy" is; where it is not given, `earlier` is asked.
    At most `_MOST` + 1 questions are asked. Raises what `understand` raises.
    """
    if len(question) > LONGEST or len(earlier) > _LONGEST_EARLIER:
        return None
    later = turn(question, understand)
    if not leans(later):
        return None
    before = turn(earlier, understand)
    if not before.rest and not before.names:
        return None
    person = None
    if (later.pronoun and later.pronoun[1] is Stands.PERSON) or (
        later.kind is Kind.OFFICE and before.kind is Kind.PERSON and not later.names
    ):
        person = _person(answered) if answered else _person_of(ask(earlier))
    ways = Joining(before, later, person).ways()[:_MOST]
    return _likeliest(ways, later, ask) if ways else None


def _likeliest(ways: Sequence[str], later: Turn, ask: Ask) -> str | None:
    """Of several joinings the one answered with most confidence; of those that are alike the first.

    None where what was done is asked and better answered without any: "ai kết luận?" after another deed.
    """
    deed = bool(later.asks and later.rest) and not later.marker and not later.pronoun
    if len(ways) == 1 and not deed:
        return ways[0]
    worth = [_worth(ask(way), later) for way in ways]
    if deed and _worth(ask(later.text), later) > max(worth) + _ALIKE:
        return None
    return next(way for way, one in zip(ways, worth, strict=True) if one >= max(worth) - _ALIKE)


def _worth(reply: Answer | Abstention, later: Turn) -> float:
    """The confidence of an answer that speaks of what was asked anew, else 0."""
    if isinstance(reply, Abstention):
        return 0.0
    new = {later.bare[i] for i in later.rest}
    said = {fold(token.text) for token in tokens(" ".join([*reply.best.sentence.section, reply.best.text]))}
    return reply.best.confidence if len(new & said) >= _CARRIED * len(new) else 0.0


def _person(sentence: str) -> str | None:
    """The only person whom a sentence names."""
    named = {sentence[one.start : one.end] for one in mentions(sentence) if one.kind is Kind.PERSON}
    return named.pop() if len(named) == 1 else None


def _person_of(reply: Answer | Abstention) -> str | None:
    """The person who answers a question: the one in bold, else the only one."""
    if isinstance(reply, Abstention):
        return None
    bold = [reply.best.report.quote(span) for span in reply.spans]
    return next((one for one in map(_person, bold) if one), _person(reply.best.text))
