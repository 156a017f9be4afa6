"""A question that leans on the one before it → the question as it stands alone; one that stands alone is left alone.

Where the two can be joined in several ways the reports themselves judge: the joining that they answer with most
confidence is what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.asks import FIGURES, Kind
from index.elliptical import chooses, complete, leans
from index.followup_words import Stands
from index.joining import Joining
from index.mentions import mentions
from index.question import Query
from index.records import Abstention, Answer
from index.tokens import tokens
from index.turns import Turn, turn

LONGEST = 200  # characters of a question that leans; a longer one says enough
_LONGEST_EARLIER = 600
_ALIKE = 0.1  # of confidence; joinings this near are alike, and the least change is taken
_MOST = 8  # joinings that are asked
_CARRIED = 0.5  # share of a subject's syllables that an answer about it has

Ask = Callable[[str], Answer | Abstention]


def follow(
    earlier: str,
    question: str,
    *,
    understand: Callable[[str], Query],
    ask: Ask,
    answered: str | None = None,
    older: Sequence[str] = (),
) -> str | None:
    """The question as it stands alone; None where it does not lean on `earlier`, or can't be joined to it.

    `answered` is the sentence that answered `earlier`, for who "ông ấy" is; where it is not given, `earlier` is asked.
    `older` are questions before `earlier`, the newest first: the nearest that it can be joined to is taken.
    At most `_MOST` + 2 questions are asked for each. Raises what `understand` raises.
    """
    if len(question) > LONGEST:
        return None
    later = turn(question, understand)
    if not leans(later):
        return None
    for i, one in enumerate((earlier, *older)):
        joined = _joined(one, later, understand, ask, answered if i == 0 else None)
        if joined is not None:
            return joined
    return None


def _joined(
    earlier: str, later: Turn, understand: Callable[[str], Query], ask: Ask, answered: str | None
) -> str | None:
    if len(earlier) > _LONGEST_EARLIER:
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
    return _likeliest(ways, before, later, ask) if ways else None


def _likeliest(ways: Sequence[str], before: Turn, later: Turn, ask: Ask) -> str | None:
    """Of several joinings the one answered with most confidence; of those that are alike the first.

    None where what was done is asked and better answered without any ("ai kết luận?" after another deed), or answered
    by what does not speak of it; and where the earlier question may have nothing of the kind, and no report says that
    it has: "bao nhiêu %?" of who did something.
    """
    deed = bool(later.asks and later.rest) and not later.pronoun and not complete(later)
    doubtful = _doubtful(before, later)
    if len(ways) == 1 and not deed and not doubtful:
        return ways[0]
    anew = [i for i in range(*later.core) if i not in later.query.asking.words] if doubtful else later.rest
    new = [later.spelled[i] for i in anew]
    subject = [before.spelled[i] for i in before.rest] if doubtful else []
    replies = [ask(way) for way in ways]
    worth = [_worth(reply, new, subject) for reply in replies]
    if not any(worth) and (doubtful or (deed and any(isinstance(reply, Answer) for reply in replies))):
        return None
    if deed and _worth(ask(later.text), new) > max(worth) + _ALIKE:
        return None
    return next(way for way, one in zip(ways, worth, strict=True) if one >= max(worth) - _ALIKE)


def _doubtful(before: Turn, later: Turn) -> bool:
    """Whether the earlier question may have nothing of which the later could be asked.

    Figures of who did something, another thing counted ("bao nhiêu tuổi?"), and "tổng chi thì sao?", which may be new.
    """
    if later.trails and later.rest:
        return True
    if later.pronoun or before.names or complete(later):
        return False
    figures = later.kind in FIGURES
    measured = figures or bool(later.yardsticks) or (later.asks is None and chooses(later))
    return (figures and bool(later.rest)) or (measured and before.kind in (Kind.PERSON, Kind.OFFICE))


def _worth(reply: Answer | Abstention, *told: Sequence[str]) -> float:
    """The confidence of an answer that speaks of what was asked, as syllables of each question; else 0."""
    if isinstance(reply, Abstention):
        return 0.0
    said = {token.text for token in tokens(" ".join([*reply.best.sentence.section, reply.best.text]))}
    return reply.best.confidence if all(len({*of} & said) >= _CARRIED * len({*of}) for of in told) else 0.0


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
