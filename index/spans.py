"""Sentence → the words to set in bold, or none: it is better unbolded than wrong.

Of several figures, the one that was asked for is the one whose surroundings say most of the question: the words
between it and the figure before, the words after it up to the next comma, and, for less, what leads its clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from index.asks import FIGURES, Kind
from index.cells import CELL
from index.collection import SentenceEntry
from index.constraints import YEAR
from index.fields import FOLDED
from index.mentions import GIVES, TITLED, Mention, of_unit
from index.normalize import fold
from index.question import Query
from index.records import BlockKind
from index.surroundings import LEAD, OWN, Surroundings
from index.tokens import Token, tokens

_DECAY = 0.985  # a token; nearer words count more, so that of two equal clauses the nearer wins
_ABOUT = 0.5  # the share of key words that must stand around a figure for it to be what they are about
_LEAST = 0.3  # and where it was asked for, lest it be bold: less stands around it by chance
_OF_MONEY = frozenset("von thue phi".split())  # asked about, these mean an amount of money, not a number of things
_CHANGES = frozenset({"tang", "giam", "vuot", "hut"})  # a figure that says "bằng 107%" answers none of these
_TOTAL = "tong"  # a sum's figure is the one that this is said of, not one of its parts
_SUMMED = 2  # words of the question behind it that say of what: "tổng thu thuế", "tổng vốn đăng ký"
_MOST = 300  # candidates; among more any choice is a guess
_CLEAR = 0.9  # and the most of it that may stand around another figure
_PART = 0.95  # and all that stands around it
_TAIL = re.compile(r"[;()]|,\s(?:đồng thời|qua đó|trong đó|nhằm|do|vì|nên)\s|\.\s|[.…]+$")
_NOTHING: frozenset[str] = frozenset()
_LEADS: Mapping[Kind, re.Pattern[str]] = {
    # Not "thuế do quận thực hiện": that says who, not why.
    Kind.REASON: re.compile(
        r"\b(?:do|vì|bởi vì|bởi|nhờ|(?:nguyên nhân|lý do) là)\s+"
        r"(?!(?:\S+\s+){1,3}?(?:thực hiện|quản lý|chủ trì|ban hành|tổ chức|lập|giao)\b)(?=\w)",
        re.IGNORECASE,
    ),
    Kind.LIST: re.compile(r"(?:\b(?:bao gồm|gồm có|gồm|như|cụ thể là)\s*:?|:)\s+(?=\w)", re.IGNORECASE),
    Kind.DEFINITION: re.compile(r"\b(?:là|nghĩa là|tức là)\s+(?=\w)", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, taken apart once.

    `held` are the question's syllables that each token stands for, `columns` a row's cells with their headers;
    `compared` says whether the question asks "so với" something, `change` whether it asks if something rose or fell,
    `years` for which years it asks.
    """

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]
    held: Sequence[frozenset[str]]
    mentions: Sequence[Mention]
    columns: Sequence[tuple[int, int, frozenset[str]]]
    around: Surroundings
    compared: bool
    change: bool
    years: Sequence[int]


def mark(
    query: Query, entry: SentenceEntry, weight: Callable[[str], float], expand: Callable[[str], str]
) -> list[tuple[int, int]]:
    """Offsets into a sentence of the words that answer, one span for each thing asked, in its order.

    `weight` is the worth of a folded syllable, higher for rarer ones; `expand` writes abbreviations out.
    """
    if query.asking.asks and not any(kind in GIVES or kind in _LEADS for kind in query.asking.kinds):
        return []
    text = entry.report.quote(entry.sentence)
    found = list(tokens(text))
    columns = _columns(text, entry.header) if entry.sentence.kind is BlockKind.ROW else []
    compared = "so voi" in " ".join(query.content)
    matter = [term for term, _ in query.matter[FOLDED] if not (compared and term == "so")]
    wanted = {term: weight(term) for term in matter or query.content}
    held = [_held(text[t.start : t.end], t, wanted, expand) for t in found]
    starts = [token.start for token in found]
    open_mentions = [m for m in entry.mentions if not _asked(m, starts, held)]
    label = next((b for a, b, _ in columns if any(c.isalpha() for c in text[a:b])), 0)
    open_mentions = [m for m in open_mentions if m.start >= label or not text[: m.end].strip().isdecimal()]
    around = Surroundings(text, open_mentions, label)
    years, change = query.constraints.years, query.comparison.change
    sentence = _Sentence(text, found, starts, held, open_mentions, columns, around, compared, change, years)
    if not query.asking.asks:
        figure = None if query.constraints.figures else _amount(sentence, wanted)
        return [figure] if figure else []
    spans: list[tuple[int, int]] = []
    for kind, noun in zip(query.asking.kinds, query.asking.nouns, strict=True):
        span = _span(kind, noun, sentence, wanted)
        if span and not any(span[0] < end and start < span[1] for start, end in spans):
            spans.append(span)
    return spans


def _held(typed: str, token: Token, wanted: Mapping[str, float], expand: Callable[[str], str]) -> frozenset[str]:
    """The folded syllables, of those wanted, that a token stands for: its own, or those of what it abbreviates."""
    if typed.isupper() and len(typed) > 1:
        return frozenset(fold(part.text) for part in tokens(expand(typed))) & wanted.keys()
    folded = fold(token.text)
    return frozenset((folded,)) if folded in wanted else _NOTHING


def _amount(sentence: _Sentence, wanted: Mapping[str, float]) -> tuple[int, int] | None:
    """The figure that bare key words ("thu ngân sách quận") are about, where they stand around it and no other."""
    found = _of_the_years([m for m in sentence.mentions if m.kind in (Kind.MONEY, Kind.PERCENT)], sentence)
    if sentence.change:
        found = [m for m in found if m.kind is Kind.PERCENT and (sentence.compared or _changes(m, sentence))]
    if _TOTAL in wanted:
        found = _of_the_whole(found, sentence, wanted)
    ranked = sorted(((_worth(m, sentence, wanted), m) for m in found), key=lambda one: (-one[0], one[1].start))
    if not ranked or ranked[0][0] < _ABOUT * sum(wanted.values()):
        return None
    if len(ranked) > 1 and ranked[1][0] > _CLEAR * ranked[0][0]:
        return None
    return ranked[0][1].start, ranked[0][1].end


def _columns(text: str, header: str) -> list[tuple[int, int, frozenset[str]]]:
    """The cells of a row as [start, end), each with the folded syllables of its column's header."""
    names = [frozenset(fold(t.text) for t in tokens(cell)) for cell in CELL.split(header)]
    bounds = [0, *(m.end() for m in CELL.finditer(text)), len(text)]
    return [(a, b, names[i] if i < len(names) else frozenset()) for i, (a, b) in enumerate(pairwise(bounds))]


def _span(kind: Kind, noun: str | None, sentence: _Sentence, wanted: Mapping[str, float]) -> tuple[int, int] | None:
    if kind in _LEADS:
        led = _led(_LEADS[kind], sentence, wanted)
        return None if led and kind is Kind.DEFINITION and _is_no_meaning(led, sentence) else led
    candidates = [m for m in sentence.mentions if m.kind in GIVES.get(kind, ())]
    if kind in FIGURES:
        candidates = _of_the_years(candidates, sentence)
    if kind is Kind.FIGURE:
        candidates = _fitting(candidates, noun, sentence)
    if kind in (Kind.DATE, Kind.ORDINAL) and noun:
        candidates = [m for m in candidates if of_unit(sentence.text, m, noun)]
    for change in sorted(_CHANGES & wanted.keys()):
        candidates = [m for m in candidates if kind not in FIGURES or _beside(change, m, sentence)]
    if kind in FIGURES and _TOTAL in wanted:
        candidates = _of_the_whole(candidates, sentence, wanted)
    if not candidates or len(candidates) > _MOST:
        return None
    best = max(candidates, key=lambda m: (_worth(m, sentence, wanted), -m.start))
    held = sum(wanted[syllable] for syllable in sorted(frozenset().union(*sentence.held)))
    if kind in FIGURES and _worth(best, sentence, wanted) < _LEAST * held:
        return None
    return best.start, best.end


def _is_no_meaning(led: tuple[int, int], sentence: _Sentence) -> bool:
    """Whether "là …" says how much something is ("thuế là 6 tỷ đồng") or who ("người kết luận là đồng chí …")."""
    amount = any(m.kind is Kind.MONEY and m.start == led[0] for m in sentence.mentions)
    return amount or TITLED.match(sentence.text, led[0]) is not None


def _beside(word: str, mention: Mention, sentence: _Sentence, least: float = LEAD) -> bool:
    """Whether a word stands among those that say what a figure is; from `OWN` on, and no other figure."""
    share = sentence.around.share(mention)
    return any(word in h and share(t.start) >= least for t, h in zip(sentence.tokens, sentence.held, strict=True))


def _changes(mention: Mention, sentence: _Sentence) -> bool:
    return any(_beside(word, mention, sentence) for word in sorted(_CHANGES))


def _of_the_whole(candidates: list[Mention], sentence: _Sentence, wanted: Mapping[str, float]) -> list[Mention]:
    """The figures without those that a sentence, which calls some a sum, does not, or not of what is asked for.

    Asked for "tổng thu thuế", that of "tổng thu" is no answer where "thuế" is said of another figure alone.
    """
    amounts = [m for m in candidates if m.kind is not Kind.PERCENT]
    sums = [m for m in amounts if _beside(_TOTAL, m, sentence, OWN)]
    if not sums:
        return candidates
    summed = [*wanted][[*wanted].index(_TOTAL) + 1 :][:_SUMMED]
    parted = [word for word in summed if any(_beside(word, m, sentence, OWN) for m in amounts if m not in sums)]
    whole = [m for m in sums if all(_beside(word, m, sentence) for word in parted)]
    return [m for m in candidates if m in whole or m.kind is Kind.PERCENT]


def _asked(mention: Mention, starts: Sequence[int], held: Sequence[frozenset[str]]) -> bool:
    """Whether the question itself holds the mention: then it is not what is asked for."""
    inside = held[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]
    return bool(inside) and all(inside)


def _of_the_years(candidates: list[Mention], sentence: _Sentence) -> list[Mention]:
    """The figures of the years asked for, where the sentence has figures of several."""
    years = {m: _year(m, sentence) for m in candidates[: _MOST + 1]}
    if not sentence.years or len({year for year in years.values() if year}) < 2:
        return candidates
    return [m for m in years if years[m] in sentence.years]


def _column(mention: Mention, sentence: _Sentence) -> frozenset[str]:
    """The folded syllables that name the column a mention stands in; none outside a table."""
    return next((names for a, b, names in sentence.columns if a <= mention.start < b), frozenset())


def _year(mention: Mention, sentence: _Sentence) -> int | None:
    """The year a figure is of, by its column's name or the words around it."""
    named = [int(name) for name in sorted(_column(mention, sentence)) if YEAR.fullmatch(name)]
    return named[0] if named else sentence.around.year(mention)


def _fitting(candidates: list[Mention], noun: str | None, sentence: _Sentence) -> list[Mention]:
    """For a plain "bao nhiêu": figures of the noun asked for, else amounts; percentages for "so với …"."""
    if noun:
        return [m for m in candidates if noun in _folded_between(sentence, m.start, m.end + 1 + len(noun) + 2)]
    fitting = [m for m in candidates if (m.kind is Kind.PERCENT) == sentence.compared] or candidates
    money = [m for m in fitting if m.kind is Kind.MONEY]
    return money if money and _OF_MONEY & {*chain.from_iterable(sentence.held)} else fitting


def _folded_between(sentence: _Sentence, start: int, end: int) -> list[str]:
    inside = sentence.tokens[bisect_left(sentence.starts, start) : bisect_left(sentence.starts, end)]
    return [fold(token.text) for token in inside]


def _worth(mention: Mention, sentence: _Sentence, wanted: Mapping[str, float]) -> float:
    """How much of the question stands around a mention, each syllable counted once, at its best place."""
    place = bisect_left(sentence.starts, mention.start)
    best = {syllable: wanted[syllable] for syllable in _column(mention, sentence) if syllable in wanted}
    share_of = sentence.around.share(mention)
    for i, (start, held) in enumerate(zip(sentence.starts, sentence.held, strict=True)):
        if held and not _is_counted(start, mention, sentence):
            share = share_of(start) * _DECAY ** min(abs(i - place), 60)
            for syllable in held:
                best[syllable] = max(best.get(syllable, 0.0), share * wanted[syllable])
    part = sentence.around.is_part(mention)
    # Rounded, so that the order in which a set happens to be walked never decides.
    return round(sum(best.values()) * (_PART if part else 1.0), 9)


def _is_counted(at: int, mention: Mention, sentence: _Sentence) -> bool:
    """Whether a word is of the mention itself, or is what another figure counts: "hồ sơ" in "1.874 hồ sơ"."""
    return any(
        one.start <= at < one.end for one in sentence.mentions if one == mention or one.kind in GIVES[Kind.FIGURE]
    )


def _led(lead: re.Pattern[str], sentence: _Sentence, wanted: Mapping[str, float]) -> tuple[int, int] | None:
    """What follows a lead-in ("do …", "gồm …", "là …") to the end of its clause, if the question stands before it."""
    for match in lead.finditer(sentence.text):
        before = [h for t, h in zip(sentence.tokens, sentence.held, strict=True) if t.end <= match.start()]
        asked = sum(wanted[syllable] for syllable in sorted(frozenset().union(*before)))
        if asked * 2 < sum(wanted.values()):
            continue
        tail = _TAIL.search(sentence.text, match.end())
        end = tail.start() if tail else len(sentence.text)
        stripped = sentence.text[match.end() : end].rstrip(" ,;:.")
        if stripped:
            return match.end(), match.end() + len(stripped)
    return None
