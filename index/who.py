"""Which of the persons a sentence names is asked for, or what it says of one: "ai làm tổ phó", "ông Tám là ai".

A person is the answer only by words that are said of this one: the role asked for, or what was done. Where that can't
be told there is none: a colleague's name in bold is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.asked_person import LINKS, TITLES, AskedPerson
from index.asks import Kind
from index.collection import SentenceEntry
from index.fields import FOLDED
from index.frame import is_dated
from index.normalize import fold
from index.persons import Person, is_area_before, is_namesake, persons
from index.places import Place
from index.question import Query
from index.records import BlockKind
from index.roles import OFFICE
from index.titled import PERSON
from index.tokens import folded

_ABOUT = (Kind.PERSON, Kind.OFFICE, Kind.OTHER, Kind.DEFINITION)
_SEVERAL = frozenset({"nhung", "cac", "hai", "ba", "may"})  # a question that begins so asks for more than one
_ENOUGH = 0.5  # of what a question says beside the role, that must stand around the person who holds it
_BODY = re.compile(
    r"(?:bộ|sở|phòng|ban|[ủu][ỷy] ban|hội|hội đồng|đoàn|liên đoàn|trường|trạm|công an|quân sự|ubnd|hđnd|ubmttq|mttq"
    r"|mặt trận|đảng [ủu][ỷy]|đảng bộ|chi bộ|(?:quận|huyện|thành|tỉnh) [ủu][ỷy]|văn phòng|trung tâm|chi cục|cục"
    r"|tổng cục|viện|bệnh viện|công ty|hợp tác xã|thôn|xóm|xã|phường|tổ dân phố|thị trấn|quận|huyện|tỉnh|thành phố"
    r"|văn hóa)(?!\w)",
    re.IGNORECASE,
)


def who(
    query: Query, entry: SentenceEntry, weight: Callable[[str], float], expand: Callable[[str], str]
) -> list[Place] | None:
    """Offsets into a sentence of the names, or of the office, that answer: none where it can't be told.

    None where the question asks for no person, or the sentence names none for certain: then others decide. `weight`
    and `expand` as in `index.spans.mark`.
    """
    kind = query.asking.kinds[0]
    if len(query.asking.kinds) > 1 or kind not in _ABOUT or entry.sentence.kind is BlockKind.ROW:
        return None
    text = entry.report.quote(entry.sentence)
    if kind is Kind.PERSON and is_dated(entry.sentence, text):
        return []
    found = persons(text)
    bare = folded(query.text)
    named = [one for one in found if _is_named(text, one, bare)]
    if named and _asks_of(query, named, text):
        return named[0].offices(text)[:1] if len(named) == 1 else []
    if kind is not Kind.PERSON:
        return [] if named and kind is Kind.OTHER else None  # what someone said, no few words tell
    others = [one for one in found if one not in named]
    if bare.partition(" ")[0] in _SEVERAL or "nhung ai" in bare:
        return [] if len(others) > 1 else None  # one of them is half an answer
    return [one.name for one in _chosen(query, entry, others, text, weight, expand)] if found else None


def no_person(text: str, place: Place) -> bool:
    """Whether words name an office, an organisation or a place, which none who asks "ai" asks for."""
    said = text[place.start : place.end]
    other = _BODY.match(said) or OFFICE.match(said) or is_area_before(text, place.start)
    return is_namesake(text, place.start) or (bool(other) and not persons(said))


def _is_named(text: str, person: Person, question: str) -> bool:
    """Whether a question in folded syllables names a person: whole, or by a title and the given name."""
    name = folded(text[person.name.start : person.name.end])
    given = name.rpartition(" ")[2]
    forms = [*([name] if name != given else []), *(f"{fold(title)} {given}" for title in TITLES)]
    return any(f" {form} " in f" {question} " for form in forms)


def _asks_of(query: Query, named: Sequence[Person], text: str) -> bool:
    """Whether who or what the named person is, is all that is asked: "Lê Văn Tám là ai", "ông Tám làm gì"."""
    names = folded(" ".join(text[one.name.start : one.name.end] for one in named)).split()
    silent = {fold(part) for one in (*LINKS, *TITLES) for part in one.split()}
    return query.asking.kinds[0] is Kind.OFFICE or {*query.content} <= {*names, *silent}


def _chosen(
    query: Query,
    entry: SentenceEntry,
    found: Sequence[Person],
    text: str,
    weight: Callable[[str], float],
    expand: Callable[[str], str],
) -> Sequence[Person]:
    """Those whose own words say most of what is asked; none where two say as much, or none says enough."""

    def said(*places: Place) -> frozenset[str]:
        return frozenset(folded(". ".join(expand(text[a:b]) for a, b in places)).split())

    asked = AskedPerson.of(query)
    able = [one for one in found if asked.may_be(one, text, alone=len(found) == 1)]
    areas = [part for one in query.constraints.titled if one.titled.of != PERSON for part in one.titled.name.split()]
    terms = [*areas, *(term for term, _ in query.matter[FOLDED])]
    wanted = {term: weight(term) for term in terms if term not in asked.role.split()}
    shared = {place for one in found for place in one.shared}
    own = [said(*(place for place in (one.head, one.tail) if place not in shared)) for one in able]
    common = frozenset.intersection(*own) if len(own) > 1 else frozenset[str]()
    gains = [round(sum(worth for term, worth in wanted.items() if term in words - common), 9) for words in own]
    if not able:
        return ()
    best = able[gains.index(max(gains))]
    chosen = asked.together(best, found, text)
    if any(gain == max(gains) and one not in chosen for one, gain in zip(able, gains, strict=True)):
        return ()
    above = (*entry.sentence.section, entry.report.title, entry.report.issuer or "")
    around = said(best.head, best.tail, *best.shared, *asked.lent(best, found, text))
    around |= frozenset(folded(expand(". ".join(above))).split())
    around |= frozenset(entry.fields[FOLDED] if entry.sentence.kind is BlockKind.FRAME else ())
    told = [one for one in wanted if one in around or query.said_otherwise(one, entry.fields.__getitem__)]
    enough = sum(wanted[term] for term in told) >= _ENOUGH * sum(wanted.values())
    return chosen if enough else ()
