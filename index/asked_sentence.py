"""A sentence held against a question, taken apart once: which of the question's words stand around which figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from index.amounts import Amount, amounts, only_names
from index.asks import Kind
from index.cells import CELL
from index.collection import SentenceEntry
from index.constraints import YEAR
from index.fields import FOLDED
from index.mentions import AREA, GIVES, Mention
from index.names import runs
from index.normalize import fold
from index.question import Query
from index.records import BlockKind
from index.surroundings import LEAD, Surroundings
from index.titled import PERSON
from index.tokens import Token, folded, tokens
from index.units import COUNT, Units
from index.words import known_syllables

NUMBERS = GIVES[Kind.FIGURE]
_DECAY = 0.985  # a token; nearer words count more, so that of two equal clauses the nearer wins
_PART = 0.95  # and all that stands around it
_NOT = frozenset({"chua", "khong"})  # folded
_NOTHING: frozenset[str] = frozenset()
_LASTING = re.compile(r"\s(?:tháng|năm|quý|ngày|tuần)$", re.IGNORECASE)
_TIMES = frozenset({"thang", "nam", "qui", "ngay", "tuan"})  # folded


@dataclass(frozen=True, slots=True)
class AskedSentence:
    """Of a question: `wanted` are its syllables, folded, with their worth, `asked` all of them, `words` with accents.

    `counted` is what it asks the number of, `quantity` the measure of what it asks for, `years` for which years,
    `compared` whether "so với" something, whose syllables are `against`, `change` whether it rose or fell, `denied` of
    what is not, or not yet. `told`: it holds no amount of the sentence itself.

    Of the sentence: `held` are the question's syllables that each token stands for, `mentions` those that may answer,
    `columns` a row's cells with their headers, `counts` where the tokens of figures and of what they count begin.
    """

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]
    held: Sequence[frozenset[str]]
    mentions: Sequence[Mention]
    amounts: Sequence[Amount]
    columns: Sequence[tuple[int, int, frozenset[str]]]
    counts: frozenset[int]
    around: Surroundings
    wanted: Mapping[str, float]
    asked: frozenset[str]
    counted: str | None
    quantity: str | None
    years: Sequence[int]
    words: frozenset[str]
    compared: bool
    against: frozenset[str]
    change: bool
    denied: bool
    told: bool

    @classmethod
    def of(
        cls, query: Query, entry: SentenceEntry, weight: Callable[[str], float], expand: Callable[[str], str]
    ) -> AskedSentence:
        """`weight` is the worth of a folded syllable, higher for rarer ones; `expand` writes abbreviations out."""
        text = entry.report.quote(entry.sentence)
        found = list(tokens(text))
        columns = _columns(text, entry.header) if entry.sentence.kind is BlockKind.ROW else []
        head, compared, tail = f" {' '.join(query.content)} ".partition(" so voi ")
        matter = [term for term, _ in query.matter[FOLDED] if not (compared and term == "so")]
        wanted = {term: weight(term) for term in (*(matter or query.content), *_telling(query, text))}
        spelling: dict[str, set[str | None]] = {}
        for one in query.spelled:
            spelling.setdefault(fold(one), set()).add(one if query.accented and one in known_syllables() else None)
        held = [_held(text[t.start : t.end], t, wanted, spelling, expand) for t in found]
        starts = [token.start for token in found]
        mentioned = [m for m in entry.mentions if not _is_asked(m, starts, held)]
        label = next((b for a, b, _ in columns if any(c.isalpha() for c in text[a:b])), 0)
        able = [m for m in mentioned if m.start >= label or not text[: m.end].strip().isdecimal()]
        able = [m for m in able if m.kind is not Kind.FIGURE or not only_names(text, m)]
        if _TIMES.isdisjoint(query.asking.nouns):
            able = [m for m in able if m.kind is not Kind.FIGURE or not _is_time(m, entry)]
            lasting = [m for m in able if m.kind is Kind.FIGURE and _LASTING.search(text, m.start, m.end)]
            able = [m for m in able if m not in lasting] if len(lasting) < len(able) else able
        units = query.constraints.units
        return cls(
            text=text,
            tokens=found,
            starts=starts,
            held=held,
            mentions=able,
            amounts=amounts(text, entry.mentions),
            columns=columns,
            counts=frozenset(at for m in able if m.kind in NUMBERS for at in _inside(starts, m)),
            around=Surroundings(text, able, label),
            wanted=wanted,
            asked=frozenset(query.content),
            counted=next((fold(unit.typed).lower() for unit in units if unit.measure == COUNT), None),
            quantity=Units.load().quantity(query.text),
            years=query.constraints.years,
            words=frozenset(query.spelled),
            compared=bool(compared),
            against=frozenset(tail.split()) - set(head.split()),
            change=query.comparison.change,
            denied=not _NOT.isdisjoint(map(fold, query.spelled)),
            told=not amounts(text, [m for m in entry.mentions if m.kind is Kind.FIGURE and m not in mentioned]),
        )

    def column(self, mention: Mention) -> frozenset[str]:
        """The folded syllables that name the column a mention stands in; none outside a table."""
        return next((names for a, b, names in self.columns if a <= mention.start < b), _NOTHING)

    def year(self, mention: Mention) -> int | None:
        """The year a figure is of, by its column's name or the words around it."""
        named = [int(name) for name in sorted(self.column(mention)) if YEAR.fullmatch(name)]
        return named[0] if named else self.around.year(mention)

    def amount(self, mention: Mention) -> Amount | None:
        """The amount that a mention is, with its unit; None for a figure that is none."""
        return next((one for one in self.amounts if one.start <= mention.start < one.end), None)

    def folded(self, start: int, end: int) -> list[str]:
        """The syllables that begin between two offsets, folded."""
        inside = self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [fold(token.text) for token in inside]

    def beside(self, word: str, mention: Mention, least: float = LEAD) -> bool:
        """Whether a word stands among those that say what a figure is; from `OWN` on, and no other figure."""
        share = self.around.share(mention)
        return any(word in h and share(t.start) >= least for t, h in zip(self.tokens, self.held, strict=True))

    def worth(self, mention: Mention, wanted: Mapping[str, float]) -> float:
        """How much of the question stands around a mention, each syllable counted once, at its best place."""
        place = bisect_left(self.starts, mention.start)
        best = {syllable: wanted[syllable] for syllable in self.column(mention) if syllable in wanted}
        share_of = self.around.share(mention)
        for i, (start, held) in enumerate(zip(self.starts, self.held, strict=True)):
            if held and not self._is_counted(start, mention):
                share = share_of(start) * _DECAY ** min(abs(i - place), 60)
                for syllable in held:
                    best[syllable] = max(best.get(syllable, 0.0), share * wanted[syllable])
        part = self.around.is_part(mention)
        # Rounded, so that the order in which a set happens to be walked never decides.
        return round(sum(best.values()) * (_PART if part else 1.0), 9)

    def own(self, mention: Mention) -> frozenset[str]:
        """The question's syllables that are said of a figure alone, but for those of the figure itself."""
        begin, end = self.around.own(mention)
        at = [bisect_left(self.starts, place) for place in (begin, mention.start, mention.end, end)]
        return self.column(mention).union(*self.held[at[0] : at[1]], *self.held[at[2] : at[3]])

    def behind(self, mention: Mention) -> frozenset[str]:
        """The question's syllables that stand in a figure and in what it counts."""
        end = self.around.own(mention)[1]
        return _NOTHING.union(*self.held[bisect_left(self.starts, mention.start) : bisect_left(self.starts, end)])

    def said_of(self, mention: Mention) -> frozenset[str]:
        """The question's syllables that are said of a figure."""
        says = self.around.says(mention)
        inside = (held for start, held in zip(self.starts, self.held, strict=True) if held and says(start))
        return self.column(mention).union(*inside) & self.wanted.keys()

    def _is_counted(self, at: int, mention: Mention) -> bool:
        """Whether a word is of the mention itself, or is what another figure counts: "hồ sơ" in "1.874 hồ sơ"."""
        return mention.start <= at < mention.end or at in self.counts


def _telling(query: Query, text: str) -> list[str]:
    """What is looked for nowhere, but tells the figures of a sentence apart: the places that it names, and "chưa"."""
    said = f" {folded(text)} "
    asked = query.text
    names = {one.titled.name for one in query.constraints.titled if one.known and one.titled.of != PERSON}
    names |= {folded(asked[a:b]) for a, b in runs(asked) if AREA.search(asked, 0, a)}
    words = [syllable for name in sorted(names) if f" {name} " in said for syllable in name.split()]
    spelled = (fold(one) for i, one in enumerate(query.spelled) if i not in query.asking.words)
    return [*words, *(one for one in spelled if one in _NOT)]


def _held(
    typed: str,
    token: Token,
    wanted: Mapping[str, float],
    spelling: Mapping[str, Set[str | None]],
    expand: Callable[[str], str],
) -> frozenset[str]:
    """The folded syllables, of those wanted, that a token stands for: its own, or those of what it abbreviates.

    Where `spelling` says how one was spelled it is no other: "mỗi" is not the "Mới" of a name.
    """
    if typed.isupper() and len(typed) > 1:
        return frozenset(fold(part.text) for part in tokens(expand(typed))) & wanted.keys()
    folded = fold(token.text)
    another = {token.text, None}.isdisjoint(spelling.get(folded, (None,)))
    return frozenset((folded,)) if folded in wanted and not another else _NOTHING


def _is_asked(mention: Mention, starts: Sequence[int], held: Sequence[frozenset[str]]) -> bool:
    """Whether the question itself holds the mention: then it is not what is asked for."""
    inside = held[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]
    return bool(inside) and all(inside)


def _inside(starts: Sequence[int], mention: Mention) -> Sequence[int]:
    """Where the tokens of a mention begin."""
    return starts[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]


def _is_time(figure: Mention, entry: SentenceEntry) -> bool:
    """Whether a figure is of the time that a sentence is on: "thu ngân sách 9 tháng đạt …"."""
    return any(one.start <= figure.start and figure.end <= one.end for one in entry.timespans)


def _columns(text: str, header: str) -> list[tuple[int, int, frozenset[str]]]:
    """The cells of a row as [start, end), each with the folded syllables of its column's header."""
    names = [frozenset(fold(t.text) for t in tokens(cell)) for cell in CELL.split(header)]
    bounds = [0, *(m.end() for m in CELL.finditer(text)), len(text)]
    return [(a, b, names[i] if i < len(names) else _NOTHING) for i, (a, b) in enumerate(pairwise(bounds))]
