"""Question → query: what to look for in each field, the kind of answer wanted, and what must not be passed over."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from index.accents import Accents
from index.asks import FIGURES, Asking, Forms, asking
from index.comparisons import Comparison, Comparisons
from index.constraints import YEAR, Constraints, constraints_of, name_form
from index.errors import QuestionError
from index.fields import FIELDS, FOLDED, FOLDED_PAIRS, PAIRS, SYLLABLES, Fields, fields_of_parts
from index.glossary import Glossary
from index.levels import AskedLevel, Levels
from index.mentions import AREA
from index.names import runs
from index.normalize import fold, has_accents, nfc, syllable
from index.plans import Plans
from index.ranking import QuestionWeights, Ranking
from index.readings import in_doubt, likeliest, respelled, shared
from index.rivals import Rivals
from index.spelling import Spelling
from index.synonyms import Idea, Synonyms, Terms, says
from index.timespans import Months, Timespans
from index.titled import PERSON, Asked, Titled, Titles
from index.tokens import Token, tokens
from index.units import Units
from index.wording import Wording
from index.yardsticks import Yardsticks

Matter: TypeAlias = tuple[tuple[str, str | None], ...]  # terms without accents, each with its spelling if that counts
_COUNTS = frozenset(FIGURES)  # a figure of another level is a wrong figure
LONGEST = 4_096  # characters, as Telegram's messages; what is beyond is not read


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A question, understood.

    `terms` maps each field to its terms and their weights, `matter` some to the terms that tell whether a text is
    about the question at all; `content` are the folded syllables that do not only ask, `accented` says whether it
    was typed with accents. `expansions` are terms of each field that say what the question's own say,
    `alternatives` the phrases that a term of `matter` may be said with instead, which then count for `stand_in`.
    `spelled` are all its syllables, accents given back, in which `asking` counts; `function` the words that say little.
    `understood` is the question as it is taken where a slip was mended, else None; `text` it is as it is read in any
    case, accents given back and abbreviations written out, whose tokens are `spelled`. `subject` are the folded
    syllables and pairs that say what it is about where it compares (`comparison`), each with its spelling if that was
    typed; else None.
    """

    question: str
    spelled: tuple[str, ...]
    function: frozenset[str]
    asking: Asking
    accented: bool
    terms: Mapping[str, Mapping[str, float]]
    matter: Mapping[str, Matter]
    content: tuple[str, ...]
    constraints: Constraints
    expansions: Mapping[str, Mapping[str, float]]
    alternatives: Mapping[str, tuple[Terms, ...]]
    stand_in: float
    text: str
    comparison: Comparison
    subject: Matter | None
    understood: str | None = None

    def said_otherwise(self, term: str, held: Callable[[str], Collection[str]]) -> bool:
        """Whether a text, whose terms of a field `held` gives, says a term of `matter` in other words."""
        return any(says(one, held, accented=self.accented) for one in self.alternatives.get(term, ()))


def understand(
    question: str,
    *,
    forms: Forms,
    synonyms: Synonyms,
    glossary: Glossary,
    spelling: Spelling,
    accents: Accents,
    wording: Wording,
    ranking: Ranking,
    known: Callable[[str], bool],
    own: Callable[[str], bool],
    titled: Collection[Titled],
    period: frozenset[Months],
) -> Query:
    """The query of a question, `known` telling which syllables the reports have, `own` which names,
    and `titled` those of persons and places; `period` is the part of the year, as its months, that all reports are on.

    The reports' own area ("quận Hoàn Kiếm") and their period say where and when, which every sentence leaves unsaid:
    they are not looked for.

    Raises `QuestionError` for what is not Unicode text (lone surrogates).
    """
    try:
        question.encode()
    except UnicodeEncodeError:
        raise QuestionError("it holds lone surrogates, which are no Unicode text") from None
    text = nfc(question)[:LONGEST]
    accented = has_accents(text)
    text = glossary.expand(glossary.from_chat(spelling.from_vni(text, accented=accented)))
    found = list(tokens(text))
    read, named = text, Timespans.load().find(text, found, accented=accented)
    if named and (written := wording.of(text, named)) != text:
        text, found = written, list(tokens(written))
    mended, slips = spelling.mend(text, found, accented=accented)
    if mended != text:
        text, found = mended, list(tokens(mended))
    # Before accents are guessed, which may be those of the very rival.
    rivals = tuple(Rivals.load().asked(text, found, accented=accented))
    readings = accents.read(text, found, slips, accented=accented)
    differs = any(fold(likeliest(shares)) != fold(found[i].text) for i, shares in readings.items())
    if readings:
        text, found = respelled(text, found, readings)
    restored = {likeliest(shares) for shares in readings.values()}
    if text != read:
        named = Timespans.load().find(text, found, accented=accented)
    asked = asking(found, forms)
    whom = tuple(Titles.load().asked(text, found, accented=accented, known=titled))
    whens = [(one.start, one.end) for one in named if not (one.day or one.compared) and one.months & period]
    places = [*_own_places(text, own, whom), *whens]
    by_field = fields_of_parts(_content(text, found, asked, places))
    if not by_field[FOLDED]:  # "khóa mấy": the words that ask are all there is to look for
        by_field = fields_of_parts([(text, [token.text for token in found])])
    wanted = _without(constraints_of(text, found, named, accented=accented), {text[a:b] for a, b in places})
    wanted = replace(
        wanted,
        units=tuple(Units.load().asked(text, found, asked)),
        titled=whom,
        yardstick=_yardstick(text, found, asked),
        rivals=rivals,
        levels=_levels(text, found, asked, accented=accented),
    )
    figure = not asked.asks or not _COUNTS.isdisjoint(asked.kinds)
    comparison = Comparisons.load().asked(found, asked, accented=accented)
    compared = comparison.words if comparison.against else frozenset[int]()
    outcome = figure and not wanted.steps and not Plans.load().asked(found, compared, accented=accented)
    wanted = replace(wanted, outcome=outcome)
    # Parts of a year are checked apart, as years are: a sentence of a report on "quý I" need not say so again.
    times = [(one.start, one.end) for one in wanted.timespans if not one.vague]
    timeless = fields_of_parts(_content(text, found, asked, [*places, *times])) if times else by_field
    comparing = [(found[i].start, found[i].end) for i in sorted(comparison.words)]
    left = fields_of_parts(_content(text, found, asked, [*places, *times, *comparing])) if comparing else None
    function = function_words(ranking.question, accented or bool(readings))
    light = ranking.question.function_weight
    terms = {name: _weighted(by_field[name], function, light) for name in FIELDS}
    for name, joint, doubts in in_doubt(readings):
        terms[name] = shared(terms[name], joint, doubts)
    ideas = [idea for idea in synonyms.ideas(text, found, accented=accented) if asked.words.isdisjoint(idea.words)]
    return Query(
        question=question,
        spelled=tuple(token.text for token in found),
        function=function,
        asking=asked,
        accented=accented,
        terms=terms,
        matter=_matter(
            timeless if timeless[FOLDED] else by_field, function, lambda one: known(one) and one not in restored
        ),
        content=tuple(by_field[FOLDED]),
        constraints=wanted,
        expansions=_expansions(ideas, terms, ranking.synonyms.weight),
        alternatives=_alternatives(ideas, found),
        stand_in=ranking.synonyms.coverage,
        text=text,
        comparison=comparison,
        subject=_subject(left, function, restored) if left else None,
        understood=" ".join(text.split()) if differs else None,
    )


def _levels(text: str, found: Sequence[Token], asked: Asking, *, accented: bool) -> tuple[AskedLevel, ...]:
    """The levels of the state whose figures a question is after; none where it asks for something else."""
    figure = bool(_COUNTS.intersection(asked.kinds))
    return tuple(Levels.load().asked(text, found, accented=accented, figure=figure)) if figure or not asked.asks else ()


def _yardstick(text: str, found: Sequence[Token], asked: Asking) -> str | None:
    """What the question asks the own figure of, such as a plan; None where it asks for no figure, or of none such."""
    if not asked.asks:
        return Yardsticks.load().headed(text)
    begin = asked.places[0][0]
    if set(asked.kinds).isdisjoint(FIGURES) or begin >= len(found):
        return None
    return Yardsticks.load().asked(text[: found[begin].start])


def _expansions(
    ideas: Sequence[Idea], terms: Mapping[str, Mapping[str, float]], weight: float
) -> dict[str, dict[str, float]]:
    """The terms of what says the same, but for those that the question has itself.

    Each counts once, and for less the more there are, so that many ways to say one thing do not make it many things.
    """
    out: dict[str, dict[str, float]] = {name: {} for name in FIELDS}
    for idea in ideas:
        share = weight / math.sqrt(len(idea.others))
        for other in idea.others:
            for name, found in other.items():
                out[name] |= {term: share for term in found if term not in terms[name]}
    return out


def _alternatives(ideas: Sequence[Idea], found: Sequence[Token]) -> dict[str, tuple[Terms, ...]]:
    """For each folded syllable and pair of an idea, what says the same."""
    out: dict[str, tuple[Terms, ...]] = {}
    for idea in ideas:
        bare = [fold(token.text) for token in found[idea.start : idea.end]]
        out |= dict.fromkeys([*bare, *(f"{a} {b}" for a, b in pairwise(bare))], idea.others)
    return out


def _content(
    text: str, found: Sequence[Token], asked: Asking, places: Sequence[tuple[int, int]]
) -> list[tuple[str, list[str]]]:
    """What stands between the words that only ask, in parts, each with its syllables."""
    out: list[tuple[str, list[str]]] = []
    held: list[str] = []
    done = 0
    for i, token in enumerate(found):
        if i in asked.words or any(a <= token.start < b for a, b in places):
            out.append((text[done : token.start], held))
            done, held = token.end, []
        else:
            held.append(token.text)
    return [*out, (text[done:], held)]


def _own_places(text: str, own: Callable[[str], bool], whom: Sequence[Asked]) -> list[tuple[int, int]]:
    """Where the question names an area that the reports name too; `whom` it names, with capitals or without."""
    capital = [(a, b) for a, b in runs(text) if AREA.search(text[max(0, a - 20) : a]) and own(name_form(text[a:b]))]
    return capital + [(one.start, one.end) for one in whom if one.known and one.titled.of != PERSON]


def _without(constraints: Constraints, places: set[str]) -> Constraints:
    return replace(constraints, names=tuple(name for name in constraints.names if name[1] not in places))


@lru_cache(maxsize=16)
def function_words(question: QuestionWeights, accented: bool) -> frozenset[str]:
    """The words that say little; without accents only those that are hardly any other."""
    bare = frozenset(map(fold, question.function_words_unaccented.split()))
    return bare | frozenset(map(syllable, question.function_words.split())) if accented else bare


def _matter(by_field: Fields, function: frozenset[str], known: Callable[[str], bool]) -> dict[str, Matter]:
    """The terms that an answer's passage must hold: no function words, and no years, which are checked apart.

    A term that was typed without accents, or with some that the reports never have, may stand with any: `known` says
    which syllables were typed as they are, and are the reports'.
    """
    out: dict[str, Matter] = {}
    years = {syllable for syllable in by_field[SYLLABLES] if YEAR.fullmatch(syllable)}
    for spelled, folded in ((SYLLABLES, FOLDED), (PAIRS, FOLDED_PAIRS)):
        found: dict[tuple[str, str | None], None] = {}
        for term, bare in zip(by_field[spelled], by_field[folded], strict=True):
            parts = term.split(" ")
            if function.issuperset(parts) or not years.isdisjoint(parts):
                continue
            found[bare, term if term != bare and all(map(known, parts)) else None] = None
        out[folded] = tuple(found)
    return out


def _subject(left: Fields, function: frozenset[str], restored: Collection[str]) -> Matter:
    """The terms of what is left of a question without the words that compare, spelled as they were typed."""
    found = _matter(left, function, lambda one: one not in restored)
    return found[FOLDED] + found[FOLDED_PAIRS]


def _weighted(found: list[str], function: frozenset[str], light: float) -> dict[str, float]:
    """Terms with their weights: a term of function words alone counts for less, one that is repeated for more."""
    out: dict[str, float] = {}
    for term in found:
        weight = light if term in function or function.issuperset(term.replace("_", " ").split(" ")) else 1.0
        out[term] = out.get(term, 0.0) + weight
    return out
