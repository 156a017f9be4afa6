"""A report in some sentences of its own: central ones that stand by themselves, the sections in proportion.

Each sentence is worth its LexRank (`index.centrality`) against the mean, more or less for what the genre tells: a
figure with its unit is what a report is asked for, a total and what is held against a plan above all; a sentence on
papers, meetings or the report itself is not, nor one on where the year began. The worthiest sections are parted into
lesser ones as long as they leave places for more than one of some. The places are shared out among them by
Sainte-Laguë's divisors (1, 3, 5, …) of what their sentences are worth together, one to each first, but a section of
such sentences alone comes last. Within a section the next is that with the highest

    λ·worth − (1 − λ)·(highest cosine with a chosen sentence)

(maximal marginal relevance; Carbonell & Goldstein, The use of MMR, SIGIR 1998).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.amounts import amounts
from index.anaphora import Anaphora
from index.centrality import Cosines, Floats, lexrank
from index.collection import Collection, SentenceEntry
from index.fields import WORDS
from index.records import BlockKind, Report, Sentence, only_leads

_FEWEST, _MOST = 8, 120  # syllables of a sentence that says something, and that is no paragraph
_EASY = 60  # syllables that can be taken in at once; a longer sentence is worth less in proportion
_LIKE = 0.6  # cosine from which a sentence says what a chosen one has said
_LAMBDA = 0.7
_FIGURE = 0.5  # what each of the first amounts adds to a sentence's worth, as a share of it
_AMOUNTS = 2
_RESULT = 1.3  # a total, or what is held against a plan or another year
_YARDSTICK = 0.6  # on a plan or the year's beginning, which results are held against
_PARTED = 0.7  # of the places at most go to the sections' first sentences, where sections need not be parted further
_PROCEDURE = 0.4  # on papers, meetings and the report itself
_ITEM = 0.8  # of a list, which another sentence leads to
_FIRST = 1.25  # of its section
_FRONT = 0.3  # of the sentences at most are a report's head
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBER = r"\W*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ])[.)]\s+)?"
_TOTAL = re.compile(rf"{_NUMBER}(?:tổng|toàn (?:xã|phường|thị trấn|huyện|quận|tỉnh|thành phố))\s", re.IGNORECASE)
_HELD = re.compile(r"\d\s?%\s(?:so với\s|\w+\s){0,2}(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|cùng kỳ)", re.IGNORECASE)
_BEFORE = re.compile(rf"{_NUMBER}(?:đầu (?:năm|kỳ)|cùng kỳ|kế hoạch|dự toán|chỉ tiêu)\s", re.IGNORECASE)
_ABOUT_ITSELF = re.compile(
    r"(?<!\w)(?:căn cứ|(?:thực hiện|ban hành) (?:nghị quyết|quyết định|kế hoạch|công văn|chỉ thị|hướng dẫn) số"
    r"|báo cáo (?:như sau|tóm tắt|gồm)|được báo cáo|(?:phần|mục|bảng|biểu|phụ lục|hình)\s(?:số\s)?(?:[IVX]+|\d)"
    r"|nơi nhận|trân trọng|kính (?:gửi|trình|mời)|ý kiến|đồng chí|phát biểu|khai mạc|bế mạc|chủ trì|trình bày)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One that may be chosen: its place in the report, what it is worth, its headings; `procedure`: no results."""

    place: int
    worth: float
    section: tuple[str, ...]
    procedure: bool


def summary(collection: Collection, report: Report, count: int) -> tuple[Sentence, ...]:
    """At most `count` sentences of a report of the collection, in reading order; fewer where it has no more to say."""
    entries = [entry for entry in collection.sentences if entry.report is report]
    cosines = Cosines([entry.fields[WORDS] for entry in entries])
    candidates = _candidates(report, entries, lexrank(cosines) * max(1, len(entries)))
    chosen: list[int] = []
    for group, seats in _shared_out(candidates, count):
        _choose(group, seats, chosen, cosines)
    return tuple(report.sentences[place] for place in sorted(chosen))


def _candidates(report: Report, entries: Sequence[SentenceEntry], ranks: Floats) -> list[_Sentence]:
    """The sentences that can stand by themselves, in order."""
    front = _front(report)
    anaphora = Anaphora.load()
    out: list[_Sentence] = []
    last: tuple[str, ...] | None = None
    for place in range(front, len(entries)):
        sentence = entries[place].sentence
        text = report.quote(sentence)
        if sentence.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or only_leads(report, sentence):
            continue
        syllables = len(_WORDS.findall(text))
        if not _FEWEST <= syllables <= _MOST or anaphora.leans(text):
            continue
        worth = float(ranks[place])
        worth *= 1 + _FIGURE * min(_AMOUNTS, len(amounts(text, entries[place].mentions)))
        worth *= _YARDSTICK if _BEFORE.match(text) else _RESULT if _TOTAL.match(text) or _HELD.search(text) else 1.0
        worth *= min(1.0, _EASY / syllables)
        procedure = bool(_ABOUT_ITSELF.search(text))
        worth *= _PROCEDURE if procedure else 1.0
        worth *= _ITEM if sentence.kind is BlockKind.ITEM else 1.0
        worth *= _FIRST if sentence.section != last else 1.0
        last = sentence.section
        out.append(_Sentence(place, worth, sentence.section, procedure))
    return out


def _front(report: Report) -> int:
    """Where a report's text begins behind its head: at its first heading but the title, if little stands before it."""
    first = next((i for i, one in enumerate(report.sentences) if one.section), 0)
    return first if first <= _FRONT * len(report.sentences) else 0


def _shared_out(candidates: Sequence[_Sentence], count: int) -> list[tuple[list[_Sentence], int]]:
    """The sections, each with how many of its sentences to take."""
    groups = _parted(candidates, max(1, int(_PARTED * count)))
    totals = [sum(one.worth for one in group) for group in groups]
    told = [not all(one.procedure for one in group) for group in groups]
    seats = [0] * len(groups)
    for _ in range(min(count, len(candidates))):
        free = [i for i, group in enumerate(groups) if seats[i] < len(group)]
        heard = [i for i in free if told[i]]
        first = [i for i in heard if not seats[i]]
        seats[max(first or heard or free, key=lambda i: (totals[i] / (2 * seats[i] + 1), -i))] += 1
    return list(zip(groups, seats, strict=True))


def _parted(candidates: Sequence[_Sentence], most: int) -> list[list[_Sentence]]:
    """The chapters, the worthiest parted into their sections again and again, while there are at most `most`."""
    groups = [(1, group) for group in _by_section(candidates, 1)]
    while True:
        within = [
            (sum(one.worth for one in group), -i, depth, parts)
            for i, (depth, group) in enumerate(groups)
            if depth < max(len(one.section) for one in group)
            and len(groups) - 1 + len(parts := _by_section(group, depth + 1)) <= most
        ]
        if not within:
            return [group for _, group in groups]
        _, before, depth, parts = max(within)  # of two alike the first
        groups[-before : 1 - before] = [(depth + 1, part) for part in parts]


def _by_section(candidates: Sequence[_Sentence], depth: int) -> list[list[_Sentence]]:
    groups: dict[tuple[str, ...], list[_Sentence]] = {}
    for one in candidates:
        groups.setdefault(one.section[:depth], []).append(one)
    return list(groups.values())


def _choose(group: Sequence[_Sentence], seats: int, chosen: list[int], cosines: Cosines) -> None:
    """Adds the places of the best of a section to those chosen, each unlike them, of each lesser section one first."""
    likeness = np.zeros(cosines.size)
    for place in chosen:
        likeness = np.maximum(likeness, cosines.with_all(place))
    highest = max((one.worth for one in group), default=1.0)
    left = list(group)
    seen: set[tuple[str, ...]] = set()
    for _ in range(seats):
        left = [one for one in left if likeness[one.place] < _LIKE]
        if not left:
            return
        best = max(
            left,
            key=lambda one: (
                one.section not in seen and not one.procedure,
                _LAMBDA * one.worth / highest - (1 - _LAMBDA) * likeness[one.place],
                -one.place,
            ),
        )
        chosen.append(best.place)
        seen.add(best.section)
        left.remove(best)
        likeness = np.maximum(likeness, cosines.with_all(best.place))
