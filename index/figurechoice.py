"""Which figure of a sentence a question asks for: of its kind, its unit and the year and part that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from index.asked_sentence import NUMBERS, AskedSentence
from index.asks import Kind
from index.mentions import Mention
from index.normalize import fold
from index.parts import best
from index.surroundings import OWN
from index.units import Units

_ABOUT = 0.5  # the share of key words that must stand around a figure for it to be what they are about
_CLEAR = 0.9  # and the most of it that may stand around another figure
_OF_MONEY = frozenset("von thue phi".split())  # asked about, these mean an amount of money, not a number of things
# A figure that says "bằng 107%" answers none of these. With accents, for "tặng" is no change and "bê tông" no sum.
_CHANGES = {"tăng": "tang", "giảm": "giam", "vượt": "vuot", "hụt": "hut"}
_TOTAL = "tổng"  # a sum's figure is the one that this is said of, not one of its parts
_SUMMED = 2  # words of the question behind it that say of what: "tổng thu thuế", "tổng vốn đăng ký"
_NUMBER_OF = "so"  # of "số hộ nghèo", folded
_SHARE = frozenset({"ti", "le"})  # of "tỷ lệ", folded
_MOST = 300  # candidates; among more any choice is a guess
_WITH_SHARE = re.compile(r"[^,;:()\d]*,\s(?:đạt|bằng|chiếm)\s(?:tỷ lệ\s)?")
_AGED = re.compile(r"\b(?:dưới|trên|từ|đủ|đến)\s$", re.IGNORECASE)
_AGE = "tuổi"


def asked_for(
    kind: Kind, noun: str | None, candidates: list[Mention], sentence: AskedSentence
) -> tuple[list[Mention], Mapping[str, float]]:
    """Of figures, or ordinals, those that may be asked for, `noun` narrowing them; what the question's words count."""
    wanted = sentence.wanted
    candidates = _of_the_years(candidates, sentence)
    if kind is Kind.FIGURE:
        candidates = _fitting(candidates, noun, sentence)
        if sentence.counted and not noun:
            candidates, wanted = _counting(candidates, sentence.counted, sentence)
    for change in sorted(_CHANGES.keys() & sentence.words):
        candidates = [m for m in candidates if sentence.beside(_CHANGES[change], m)]
    if _TOTAL in sentence.words:
        candidates = _of_the_whole(candidates, sentence, wanted)
    return candidates if len(candidates) <= _MOST else [], wanted


def of_key_words(sentence: AskedSentence) -> Mention | None:
    """The figure that bare key words ("thu ngân sách quận") are about, where they stand around it and no other.

    That of what is counted where its number is asked for, or where a share is told with it; else no number of things
    that the question does not name.
    """
    wanted = sentence.wanted
    found = _of_the_years([m for m in sentence.mentions if m.kind in NUMBERS], sentence)
    if sentence.counted:
        found, wanted = _counting(found, sentence.counted, sentence)
    elif sentence.quantity and not sentence.compared:
        found = [m for m in found if sentence.quantity in Units.load().held(sentence.text, [m])]
        wanted = {**wanted, **dict.fromkeys(_SHARE.difference(*sentence.held), 0.0)}
    else:
        found = [m for m in found if m.kind is not Kind.FIGURE or (sentence.told and _is_named(m, sentence))]
    if sentence.compared:
        found = [m for m in found if m.kind is Kind.PERCENT] or found
    if sentence.change:
        found = [m for m in found if m.kind is Kind.PERCENT and (sentence.compared or _changes(m, sentence))]
    whole = _of_the_whole(found, sentence, wanted) if _TOTAL in sentence.words else found
    one = best(whole, found, sentence, wanted) if len(found) <= _MOST else None
    if one is None or not _is_clear(one, whole, sentence, wanted):
        return None
    share = one.kind is Kind.PERCENT and not (sentence.quantity or sentence.compared or sentence.change)
    return (_shared(one, sentence) or one) if share else one


def _is_clear(one: Mention, found: Sequence[Mention], sentence: AskedSentence, wanted: Mapping[str, float]) -> bool:
    """Whether enough of the key words stands around a figure, and less around others of which as much is said."""
    worth, said = sentence.worth(one, wanted), sentence.said_of(one)
    alike = (m for m in found if m is not one and m.kind is one.kind and sentence.said_of(m) >= said)
    about = worth >= _ABOUT * sum(wanted.values())
    return about and all(sentence.worth(m, wanted) <= _CLEAR * worth for m in alike if wanted and worth)


def _counting(
    candidates: Sequence[Mention], counted: str, sentence: AskedSentence
) -> tuple[list[Mention], Mapping[str, float]]:
    """The figures of what is asked for the number of, folded: "số học sinh" is no number of schools.

    And what the question's words weigh: what all of them count tells none from the others.
    """
    words = counted.split()

    def counts(one: Mention) -> bool:
        amount = sentence.amount(one)
        number = amount.number if amount else one.end
        behind = sentence.folded(number, number + len(counted) + 3)
        return behind[: len(words)] == words or sentence.column(one).issuperset(words)

    found = [one for one in candidates if one.kind is not Kind.PERCENT and counts(one)]
    return found, {**sentence.wanted, **dict.fromkeys((*words, _NUMBER_OF), 0.0)}


def _is_named(mention: Mention, sentence: AskedSentence) -> bool:
    """Whether the question names what a figure counts: the "hồ sơ" of "12 hồ sơ", or its column."""
    amount = sentence.amount(mention)
    if amount is None or not amount.named:
        return not sentence.column(mention).isdisjoint(sentence.asked)
    counted = sentence.folded(amount.number, amount.end)
    return bool(counted) and sentence.asked.issuperset(counted)


def _shared(share: Mention, sentence: AskedSentence) -> Mention | None:
    """The number of things of which a share is told right behind it: "87 lao động, đạt 58% kế hoạch"."""
    before = [m for m in sentence.mentions if m.kind in NUMBERS and m.end <= share.start][-1:]
    amount = sentence.amount(before[0]) if before and before[0].kind is Kind.FIGURE else None
    told = amount and amount.named and _WITH_SHARE.fullmatch(sentence.text, before[0].end, share.start)
    return before[0] if told else None


def _changes(mention: Mention, sentence: AskedSentence) -> bool:
    return any(sentence.beside(word, mention) for word in sorted(_CHANGES.values()))


def _of_the_whole(candidates: list[Mention], sentence: AskedSentence, wanted: Mapping[str, float]) -> list[Mention]:
    """The figures without those that a sentence, which calls some a sum, does not, or not of what is asked for.

    Asked for "tổng thu thuế", that of "tổng thu" is no answer where "thuế" is said of another figure alone.
    """
    amounts = [m for m in candidates if m.kind is not Kind.PERCENT]
    total = fold(_TOTAL)
    sums = [m for m in amounts if sentence.beside(total, m, OWN)]
    if not sums:
        return candidates
    summed = [*wanted][[*wanted].index(total) + 1 :][:_SUMMED]
    parted = [word for word in summed if any(sentence.beside(word, m, OWN) for m in amounts if m not in sums)]
    whole = [m for m in sums if all(sentence.beside(word, m) for word in parted)]
    return [m for m in candidates if m in whole or m.kind is Kind.PERCENT]


def _of_the_years(candidates: list[Mention], sentence: AskedSentence) -> list[Mention]:
    """The figures of the years asked for, where the sentence has figures of several."""
    years = {m: sentence.year(m) for m in candidates[: _MOST + 1]}
    if not sentence.years or len({year for year in years.values() if year}) < 2:
        return candidates
    return [m for m in years if years[m] in sentence.years]


def _fitting(candidates: list[Mention], noun: str | None, sentence: AskedSentence) -> list[Mention]:
    """For a plain "bao nhiêu": figures of the noun asked for, else amounts; percentages for "so với …"."""
    if noun:
        behind = {m: sentence.folded(m.start, _noun_end(m, noun, sentence)) for m in candidates}
        return [m for m in candidates if noun in behind[m] or noun in sentence.column(m)]
    told = [m for m in candidates if not _is_age(m, sentence)] or candidates
    if sentence.quantity and not sentence.compared:  # what is compared with another is asked for its share
        told = [m for m in told if sentence.quantity in Units.load().held(sentence.text, [m])] or told
    fitting = [m for m in told if (m.kind is Kind.PERCENT) == sentence.compared] or told
    money = [m for m in fitting if m.kind is Kind.MONEY]
    return money if money and _OF_MONEY & {*chain.from_iterable(sentence.held)} else fitting


def _noun_end(mention: Mention, noun: str, sentence: AskedSentence) -> int:
    """How far the noun may stand that a figure counts: a share counts none, nor what each gets ("5 triệu đồng/nhà")."""
    each = sentence.text[mention.end : mention.end + 1] == "/"
    return mention.end if each or mention.kind is Kind.PERCENT else mention.end + 1 + len(noun) + 2


def _is_age(mention: Mention, sentence: AskedSentence) -> bool:
    """Whether a figure is the age of those of whom another is said: "trẻ em dưới 5 tuổi"."""
    text, start = sentence.text, mention.start
    return text[start : mention.end].endswith(_AGE) and bool(_AGED.search(text, max(0, start - 10), start))
