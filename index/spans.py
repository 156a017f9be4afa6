"""Sentence → the words to set in bold, or none: it is better unbolded than wrong.

Of several figures, the one that was asked for is the one of which most of the question is said: by the words between
it and the figure before, the words after it up to the next comma, and, for less, what leads its clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from index.asked_sentence import NUMBERS, AskedSentence
from index.asks import FIGURES, Kind
from index.collection import SentenceEntry
from index.figurechoice import asked_for, of_key_words
from index.mentions import GIVES, TITLED, Mention, of_unit
from index.normalize import fold
from index.parts import best
from index.question import Query
from index.tokens import tokens

_LEAST = 0.3  # the share of the question around a figure that was asked for: less stands around it by chance
_PARTS = frozenset({"thon", "xom", "ap", "ban", "to dan pho", "khu pho", "lang", "buon"})  # of a commune, folded
_MOST = 300  # candidates; among more any choice is a guess
_TAIL = re.compile(r"[;()]|,\s(?:đồng thời|qua đó|trong đó|nhằm|do|vì|nên)\s|\.\s|[.…]+$")
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


def mark(
    query: Query, entry: SentenceEntry, weight: Callable[[str], float], expand: Callable[[str], str]
) -> list[tuple[int, int]]:
    """Offsets into a sentence of the words that answer, one span for each thing asked, in its order.

    `weight` is the worth of a folded syllable, higher for rarer ones; `expand` writes abbreviations out.
    """
    if query.asking.asks and not any(kind in GIVES or kind in _LEADS for kind in query.asking.kinds):
        return []
    if _is_of_another_part(query, entry):
        return []
    sentence = AskedSentence.of(query, entry, weight, expand)
    if not query.asking.asks:
        figure = None if query.constraints.figures else of_key_words(sentence)
        return [_with_unit(figure, sentence)] if figure else []
    spans: list[tuple[int, int]] = []
    for kind, noun in zip(query.asking.kinds, query.asking.nouns, strict=True):
        span = _span(kind, noun, sentence)
        if span and not any(span[0] < end and start < span[1] for start, end in spans):
            spans.append(span)
    return spans


def _is_of_another_part(query: Query, entry: SentenceEntry) -> bool:
    """Whether a figure is asked for of a part of a commune that neither a sentence nor what leads to it names."""
    asked = {one.titled.name for one in query.constraints.titled if one.known and one.titled.of in _PARTS}
    if not asked or not (NUMBERS.intersection(query.asking.kinds) or not query.asking.asks):
        return False
    text = entry.report.text
    line = text[text.rfind("\n", 0, entry.sentence.start) + 1 : entry.sentence.end]
    said = [fold(token.text) for part in (*entry.sentence.section, line) for token in tokens(part)]
    return not any(f" {name} " in f" {' '.join(said)} " for name in asked)


def _with_unit(figure: Mention, sentence: AskedSentence) -> tuple[int, int]:
    """A figure with all that its unit says, and with the lower end of its range: "61,5 tạ/ha", "từ 5% lên 7%"."""
    whole = sentence.amount(figure)
    return (min(figure.start, whole.start), max(figure.end, whole.end)) if whole else (figure.start, figure.end)


def _span(kind: Kind, noun: str | None, sentence: AskedSentence) -> tuple[int, int] | None:
    if kind in _LEADS:
        led = _led(_LEADS[kind], sentence)
        return None if led and kind is Kind.DEFINITION and _is_no_meaning(led, sentence) else led
    candidates = every = [m for m in sentence.mentions if m.kind in GIVES.get(kind, ())]
    wanted = sentence.wanted
    if kind in FIGURES:
        candidates, wanted = asked_for(kind, noun, candidates, sentence)
    if kind in (Kind.DATE, Kind.ORDINAL) and noun:
        candidates = [m for m in candidates if of_unit(sentence.text, m, noun)]
    if not candidates or len(candidates) > _MOST:
        return None
    if kind not in NUMBERS:
        nearest = max(candidates, key=lambda m: (sentence.worth(m, wanted), -m.start))
        return (nearest.start, nearest.end) if kind not in FIGURES or _is_near(nearest, sentence, wanted) else None
    figure = best(candidates, every, sentence, wanted)
    return _with_unit(figure, sentence) if figure and _is_near(figure, sentence, wanted) else None


def _is_near(figure: Mention, sentence: AskedSentence, wanted: Mapping[str, float]) -> bool:
    """Whether enough of the question's words that the sentence has stand around a figure, or all are said of it."""
    held = frozenset().union(*sentence.held)
    near = sentence.worth(figure, wanted) >= _LEAST * sum(wanted[syllable] for syllable in sorted(held))
    return near or sentence.said_of(figure) >= {syllable for syllable, worth in wanted.items() if worth}


def _is_no_meaning(led: tuple[int, int], sentence: AskedSentence) -> bool:
    """Whether "là …" says how much something is ("thuế là 6 tỷ đồng") or who ("người kết luận là đồng chí …")."""
    amount = any(m.kind is Kind.MONEY and m.start == led[0] for m in sentence.mentions)
    return amount or TITLED.match(sentence.text, led[0]) is not None


def _led(lead: re.Pattern[str], sentence: AskedSentence) -> tuple[int, int] | None:
    """What follows a lead-in ("do …", "gồm …", "là …") to the end of its clause, if the question stands before it."""
    for match in lead.finditer(sentence.text):
        before = [h for t, h in zip(sentence.tokens, sentence.held, strict=True) if t.end <= match.start()]
        asked = sum(sentence.wanted[syllable] for syllable in sorted(frozenset().union(*before)))
        if asked * 2 < sum(sentence.wanted.values()):
            continue
        tail = _TAIL.search(sentence.text, match.end())
        end = tail.start() if tail else len(sentence.text)
        stripped = sentence.text[match.end() : end].rstrip(" ,;:.")
        if stripped:
            return match.end(), match.end() + len(stripped)
    return None
