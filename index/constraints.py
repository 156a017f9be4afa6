"""What a question names that an answer must carry: years and parts of a year, figures, proper names.

Asked for 2017's revenue, a sentence with 2020's is no answer, however well it matches.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from index.bodies import Bodies, Body
from index.eras import Era, eras
from index.levels import AskedLevel
from index.names import runs, starts_sentence
from index.near_years import steps_asked
from index.normalize import fold, syllable
from index.offices import Office, offices
from index.rivals import Rival
from index.sentences import is_syllable
from index.timespans import Timespan
from index.titled import Asked
from index.tokens import WORD, Token, tokens
from index.units import Unit

YEAR = re.compile(r"(?:19|20)\d{2}")
_SMALLEST_FIGURE = 10  # below it a number is as often a way of speaking ("2 việc") as a fact
_COUNTED = frozenset({"thu", "khoa", "quy", "qui", "thang", "ngay", "so", "dieu"})  # before these any number counts
_SIDE = re.compile(r"\b(?:tong (thu|chi)|(thu|chi) (?:ngan sach|thuong xuyen))\b")  # in folded syllables
# What stands before a year that is only compared with.
_COMPARED = re.compile(
    r"\b(?:so voi|(?<!dan )(?<!ho )(?<!co )so(?= cung)|(?:cao|thap|nhieu|it|tang|giam|kem) hon|(?<!yeu )kem)"
    r"(?: cung (?:ky|ki))?(?: cua)?(?: nam)? $",
    re.IGNORECASE,
)
# In a report's sentence also "bằng 112% cùng kỳ năm 2023", but not "trong khi cùng kỳ năm 2023 đạt …".
_HELD_AGAINST = re.compile(r"(?:%|\bbang|\bmuc)(?: (?:muc|cua)){0,3} cung (?:ky|ki)(?: cua)?(?: nam)? $", re.IGNORECASE)
_JUST_BEFORE = 40  # characters before a year
_SAVED = re.compile(r"\b(?:tiet kiem|giam)\b")
OPPOSITES = {"thu": "chi", "chi": "thu"}
_ACRONYM = 3  # letters: "NQ 15" is a paper's number
_MOST = 20  # names and figures looked at; more is not a question


@dataclass(frozen=True, slots=True)
class Constraints:
    """What must be carried, each as (form to look for, as typed), in the question's order.

    A figure is looked for in canonical form; a name as folded syllables, joined by spaces and with one at both ends.
    `sides` is the side of the budget: asked for spending, a sentence on revenue or savings is no answer. `compared` are
    those of the years that something is only compared with; `yardstick`, as typed, is what is asked for the
    figure of; `steps` are years by how far they are from a report's own. `outcome`: a figure of what came about may be
    asked for, and no plan's.
    """

    years: tuple[int, ...]
    timespans: tuple[Timespan, ...]
    figures: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    offices: tuple[Office, ...]
    sides: tuple[str, ...]
    bodies: tuple[tuple[Body, str], ...] = ()
    titled: tuple[Asked, ...] = ()
    units: tuple[Unit, ...] = ()
    levels: tuple[AskedLevel, ...] = ()
    eras: tuple[Era, ...] = ()
    rivals: tuple[Rival, ...] = ()
    yardstick: str | None = None
    steps: tuple[tuple[int, str], ...] = ()
    compared: frozenset[int] = frozenset()
    outcome: bool = False

    @property
    def name_syllables(self) -> frozenset[str]:
        """The folded syllables of the names, as typed."""
        return frozenset(fold(token.text) for _, name in self.names for token in tokens(name))

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def constraints_of(
    question: str, found: Sequence[Token], timespans: Sequence[Timespan], *, accented: bool
) -> Constraints:
    """What a question holds of all that.

    `found` are its tokens, `timespans` the parts of a year it names; `accented` says whether it was typed with accents.
    """
    whens = [one for one in timespans if not one.day]
    bodies = list(Bodies.load().asked(found, accented=accented))
    spans_of_years = eras(question)
    spent = [(one.start, one.end) for one in spans_of_years]
    taken = [*((one.start, one.end) for one in whens), *((start, end) for _, start, end in bodies), *spent]
    dated = [token for token in found if YEAR.fullmatch(token.text) and not _within(token.start, spent)]
    years = sorted({int(token.text) for token in dated})
    folded = " ".join(fold(token.text) for token in found)
    sides = {side for match in _SIDE.findall(folded) for side in match if side}
    return Constraints(
        years=tuple(years[:_MOST]),
        timespans=tuple(whens[:_MOST]),
        figures=tuple(_figures(question, [token for token in found if not _within(token.start, taken)])[:_MOST]),
        names=tuple(_names(question, taken)[:_MOST]),
        offices=tuple(offices(folded, " ".join(token.text for token in found) if accented else "")[:_MOST]),
        sides=tuple(sides) if len(sides) == 1 and not _SAVED.search(folded) else (),
        bodies=tuple((body, question[start:end]) for body, start, end in bodies[:_MOST]),
        eras=spans_of_years[:_MOST],
        steps=steps_asked(question),
        compared=frozenset(int(token.text) for token in dated if _is_compared(question, token.start)),
    )


def _is_compared(question: str, at: int) -> bool:
    before = question[max(0, at - _JUST_BEFORE) : at]
    found = _COMPARED.search(fold(before))
    # "số cùng kỳ năm 2019" is a number.
    said = found[0][:2].lower() if found else ""
    return found is not None and (said != "so" or before[found.start() :][:2].lower() == said)


def years_in(text: str) -> frozenset[int]:
    """The years a text names; a span of years ("2016-2020", "2016 - 2020") names all of them."""
    found = {int(token.text) for token in tokens(text) if YEAR.fullmatch(token.text)}
    for match in re.finditer(rf"(?<!\d)({YEAR.pattern})\s*[-–]\s*({YEAR.pattern})(?!\d)", text):
        first, last = int(match[1]), int(match[2])
        if first < last <= first + 20:
            found.update(range(first, last + 1))
    return frozenset(found)


def told_years(text: str) -> frozenset[int]:
    """The years that a text names, less those that it only compares with ("bằng 112,6% so với cùng kỳ năm 2023")."""
    found = years_in(text)
    if not found:
        return found
    dated = [(int(token.text), token.start) for token in tokens(text) if YEAR.fullmatch(token.text)]
    told = {year for year, at in dated if not (_is_compared(text, at) or _is_held_against(text, at))}
    return found - ({year for year, _ in dated} - told)


def _is_held_against(text: str, at: int) -> bool:
    return _HELD_AGAINST.search(fold(text[max(0, at - _JUST_BEFORE) : at])) is not None


def searchable(folded: Iterable[str], text: str = "") -> str:
    """Folded syllables in the form that a name is looked for in; `text` adds its capitalised ones, as such.

    A name of one Vietnamese syllable is looked for among these alone: Pháp is not in "giải pháp".
    """
    capitals = (_capital(fold(syllable(word[0]))) for word in WORD.finditer(text) if word[0][0].isupper())
    return f" {' '.join([*folded, *capitals])} "


def _capital(syllable: str) -> str:
    return f"^{syllable}"


def _figures(question: str, found: Sequence[Token]) -> list[tuple[str, str]]:
    out = []
    for i, token in enumerate(found):
        if not token.text[0].isdecimal() or YEAR.fullmatch(token.text):
            continue
        before = found[i - 1] if i else None
        counted = before is not None and fold(before.text) in _COUNTED
        if before and _names_with(question, before, token):
            continue
        if counted or not token.text.isdecimal() or int(token.text) >= _SMALLEST_FIGURE:
            out.append((token.text, question[token.start : token.end]))
    return out


def _names_with(question: str, before: Token, token: Token) -> bool:
    """Whether a figure is the end of a foreign name ("Super Bowl 50"), not the number of a paper ("Nghị quyết 15")."""
    foreign = question[before.start].isupper() and before.text.isalpha() and not is_syllable(before.text)
    return foreign and question[before.end : token.start] == " " and len(before.text) > _ACRONYM


def _within(at: int, places: Sequence[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in places)


def _names(question: str, taken: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """Runs of capitalised words; in a question typed in capitals none, and none that its place alone explains."""
    letters = [c for c in question if c.isalpha()]
    if sum(c.isupper() for c in letters) * 2 > len(letters):
        return []
    places = [(a, b) for a, b in runs(question) if not _within(b - 1, taken) and not _within(a, taken)]
    places = [(_begin(question, a, b), b) for a, b in places]
    typed = [question[a:b] for a, b in places if " " in question[a:b] or not starts_sentence(question, a)]
    return [(name_form(name), name) for name in typed]


def _begin(question: str, start: int, end: int) -> int:
    """Where a name begins: behind a word of the language that is capitalised for its place ("Người Kenya")."""
    words = question[start:end].split(" ")
    if len(words) > 1 and starts_sentence(question, start) and is_syllable(words[0]) and not is_syllable(words[1]):
        return start + len(words[0]) + 1
    return start


def name_form(name: str) -> str:
    """A name in the form in which `searchable` texts are searched for it."""
    syllables = [fold(token.text) for token in tokens(name)]
    return searchable([_capital(syllables[0])] if len(syllables) == 1 and is_syllable(syllables[0]) else syllables)


def other_side(side: str, syllables: Collection[str]) -> bool:
    """Whether a sentence, as canonical syllables, speaks of the other side of the budget, or of what was saved."""
    if side == "chi":
        return side not in syllables or "kiệm" in syllables
    return side not in syllables and OPPOSITES[side] in syllables
