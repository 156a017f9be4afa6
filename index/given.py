"""Persons called by title and given name, as Vietnamese does, written in full: "ông Tám" is the report's Lê Văn Tám.

Only where all the reports together have one person of that given name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from index.collection import SentenceEntry
from index.frame import is_signature, signer
from index.names import runs
from index.normalize import has_accents
from index.records import BlockKind
from index.titled import PERSON, Titles
from index.tokens import folded
from index.words import known_pairs

_CALLED = re.compile(
    r"(?<!\w)(?P<title>đồng chí|dong chi|đ/c|ông|ong|bà|anh|chị|cô|thầy|thay)\s+(?P<given>[^\W\d_]+)"
    r"(?!\w|\s+(?-i:[A-ZÀ-ỸĐ]))",
    re.IGNORECASE,
)


def given_names(entries: Iterable[SentenceEntry]) -> dict[str, str]:
    """The whole name, as the reports spell it, by each folded given name that one person alone has.

    A name without a title may be a street's: it makes a given name doubtful, but none known; but for a signature.
    """
    titles = Titles.load()
    whole: dict[str, dict[str, bool]] = {}
    spelled: dict[str, str] = {}
    for entry in entries:
        text = entry.report.quote(entry.sentence)
        titled = {one.name for one in entry.titled if one.of == PERSON and " " in one.name}
        signed = signer(text) if entry.sentence.kind is BlockKind.FRAME and is_signature(text) else None
        for place in {*runs(text), *((signed,) if signed else ())}:
            typed = text[slice(*place)]
            name = folded(typed)
            if name in titled or titles.is_person(typed) or place == signed:
                held = whole.setdefault(name.rpartition(" ")[2], {})
                held[name] = held.get(name, False) or name in titled or place == signed
                spelled.setdefault(name, " ".join(typed.split()))
    return {given: spelled[name] for given, held in whole.items() for name in held if len(held) == 1 and held[name]}


def in_full(question: str, names: Mapping[str, str]) -> str:
    """The question, whole names for given ones; without accents where it was typed so."""
    accented = has_accents(question)

    def written(called: re.Match[str]) -> str:
        name = names.get(folded(called["given"]))
        word = f"{called['title']} {called['given']}".lower() in known_pairs()  # "anh hùng" calls nobody
        if name is None or word or (accented and name.split()[-1].lower() != called["given"].lower()):
            return called[0]
        return f"{called['title']} {name if accented else folded(name)}"

    return _CALLED.sub(written, question)
