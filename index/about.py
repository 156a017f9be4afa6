"""Whether a sentence is about what a question asks about, and whether the question says what that is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, pairwise

from index.asks import Kind
from index.fields import FOLDED, PAIRS, SYLLABLES
from index.normalize import fold
from index.question import Matter, Query
from index.rank import Ranked
from index.records import Sentence
from index.tokens import tokens


def names_nothing(query: Query) -> bool:
    """Whether a question only compares: "so với cùng kỳ" does not say what."""
    return query.subject == ()


def asks_share(query: Query) -> bool:
    """Whether a percentage of a yardstick is asked for, which a report gives of little; that may be taken for it."""
    return query.comparison.against and Kind.PERCENT in query.asking.kinds


def is_about(query: Query, best: Ranked, support: Callable[[Ranked], tuple[Sentence, ...]]) -> bool:
    """Whether a sentence, its headings and what it leans on hold two words of the question.

    One alone may be chance (ngu, nhập ngũ). Where a result is held against a yardstick, most of what names the result
    must be there, as it is spelled: what is common to all such sentences says nothing.
    """
    if query.comparison.against and query.subject and not _names_result(query.subject, query, best, support):
        return False
    words, held = wanted(query), said(query, best)
    least = min(2, len(words))
    if len(held) < least:
        leant_on = [best.candidate.report.quote(sentence) for sentence in support(best)]
        around = [*best.candidate.sentence.section, *leant_on]
        held |= words.intersection(fold(token.text) for text in around for token in tokens(text))
    return len(held) >= least


def _names_result(
    subject: Matter, query: Query, best: Ranked, support: Callable[[Ranked], tuple[Sentence, ...]]
) -> bool:
    """Whether a sentence, its headings and what it leans on hold most of the terms that say what is compared."""
    report, fields = best.candidate.report, best.entry.fields
    around = [*best.candidate.sentence.section, *map(report.quote, support(best))]
    beside = [[token.text for token in tokens(text)] for text in around]
    typed = {*fields[SYLLABLES], *fields[PAIRS], *chain.from_iterable(beside)}
    typed |= {f"{a} {b}" for part in beside for a, b in pairwise(part)}
    bare = set(map(fold, typed))
    held = [
        term
        for term, spelled in subject
        if (spelled in typed if spelled else term in bare) or query.said_otherwise(term, fields.__getitem__)
    ]
    return 2 * len(held) * len(query.asking.kinds) > len(subject)  # of several things asked each has its part


def wanted(query: Query) -> set[str]:
    """The question's words that tell whether a text is about it, folded."""
    return {folded for folded, _ in query.matter[FOLDED]}


def said(query: Query, one: Ranked) -> set[str]:
    """Which of the question's words a sentence has, or says otherwise."""
    fields, words = one.entry.fields, wanted(query)
    return words.intersection(fields[FOLDED]) | {
        term for term in words if query.said_otherwise(term, fields.__getitem__)
    }
