"""What kind of answer a question wants, and which of its words only ask.

Patterns are over folded syllables, so that `bao nhiêu` and `bao nhieu` are one. Where a folded syllable is
several words (`dau`: đâu, đầu, dầu), only the phrase is a pattern (`o dau`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.normalize import fold
from index.tokens import Token


class Kind(StrEnum):
    """The kind of answer a question wants."""

    FIGURE = "figure"
    MONEY = "money"
    PERCENT = "percent"
    PERSON = "person"
    DATE = "date"
    PLACE = "place"
    REASON = "reason"
    LIST = "list"
    DEFINITION = "definition"
    OTHER = "other"


FIGURES = (Kind.FIGURE, Kind.MONEY, Kind.PERCENT)

_HOW_MANY = r"(?:bao nhieu|bao nhiu|la may|duoc may|dat may|lan thu may|thu may|may(?= phan tram| %| ti | ngay| nam| thang| ho| du an| phuong))"
# In order: the first pattern that matches at a place says what is asked there.
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.DATE, r"(?:ngay|thang|nam|quy|the ki|thoi gian|luc|khi|hom|dip) nao|bao gio|nam bao nhieu|(?:vao )?ngay may|thang may"),
    (Kind.PERCENT, rf"{_HOW_MANY} (?:phan tram|%)|(?:phan tram|%) (?:la )?{_HOW_MANY}"),
    (Kind.MONEY, rf"{_HOW_MANY} (?:tien|ti dong|ti|trieu dong|trieu|nghin dong|dong|kinh phi|von)\b"),
    (Kind.FIGURE, rf"{_HOW_MANY}|bao (?:lau|xa)|con so nao"),
    (Kind.PERSON, r"ai\b|nguoi nao|(?:dong chi|ong|ba|can bo|lanh dao|nhan vat) nao|ten (?:nguoi|ong|ba) "),
    (Kind.PLACE, r"(?:o|tai|den|tu) (?:dau|cho nao)|(?:noi|dia diem|dia phuong|cho|nuoc|quoc gia|thanh pho|tinh|quan|huyen|phuong|xa|khu vuc) nao"),
    (Kind.REASON, r"(?:tai|vi|do) sao|(?:vi|do) dau|vi (?:li do|cai) gi|li do (?:gi|nao|vi sao)?|nguyen nhan (?:gi|nao|la gi)?|nho (?:dau|gi)"),
    (Kind.LIST, r"(?:gom|bao gom) (?:co )?(?:nhung )?(?:gi|ai|nao|cai gi)|(?:nhung|cac) [a-z]+(?: [a-z]+)? (?:nao|gi)|co nhung [a-z ]{0,20}(?:gi|nao)"),
    (Kind.DEFINITION, r"la gi|nghia la gi|la cai gi|la nhu the nao"),
    (Kind.OTHER, r"(?:nhu )?the nao|ra sao|sao roi|lam gi|cai gi|gi\b|nao\b|(?:co )?phai khong|(?:duoc|co) khong|chua(?=$)"),
)
_ASKING = re.compile("|".join(f"(?P<k{i}>(?<![^ ]){pattern}(?![^ ]))" for i, (_, pattern) in enumerate(_PATTERNS)))
_POLITE = re.compile(
    r"(?<![^ ])(?:(?:xin |vui long |lam on )?cho (?:toi |em |minh |anh |chi )?(?:hoi|biet|xem)|xin hoi|xin|hay cho biet"
    r"|(?:thua|kinh thua)(?: anh| chi| ban)?|(?:em|toi|minh) (?:muon )?hoi|(?:a|nhi|vay|the|ha|nhe|oi|bot)(?=$))(?![^ ])"
)


@dataclass(frozen=True, slots=True)
class Asking:
    """The kinds of answer wanted, in the question's order, and the indices of tokens that only ask.

    `nouns` holds the folded noun after each "bao nhiêu" ("bao nhiêu hộ" → ho), or None, in step with `kinds`.
    """

    kinds: tuple[Kind, ...]
    nouns: tuple[str | None, ...]
    words: frozenset[int]


def asking(question: Sequence[Token]) -> Asking:
    """Reads what the tokens of a question ask for; a question that asks nothing wants `OTHER`."""
    folded = [fold(token.text) for token in question]
    line = " ".join(folded)
    starts = [0]
    for syllable in folded:
        starts.append(starts[-1] + len(syllable) + 1)
    kinds: list[Kind] = []
    nouns: list[str | None] = []
    words: set[int] = set()
    for match in _ASKING.finditer(line):
        kind = next(_PATTERNS[int(name[1:])][0] for name, value in match.groupdict().items() if value is not None)
        inside = [i for i, start in enumerate(starts[:-1]) if match.start() <= start < match.end()]
        after = inside[-1] + 1 if inside else len(folded)
        if kind is Kind.FIGURE and "ti le" in line[: match.start()]:
            kind = Kind.PERCENT
        kinds.append(kind)
        nouns.append(folded[after] if kind is Kind.FIGURE and after < len(folded) else None)
        words.update(i for i in inside if kind is not Kind.LIST or folded[i] in ("gom", "bao", "nhung", "cac", "gi", "nao"))
    for match in _POLITE.finditer(line):
        words.update(i for i, start in enumerate(starts[:-1]) if match.start() <= start < match.end())
    return Asking(tuple(kinds) or (Kind.OTHER,), tuple(nouns) or (None,), frozenset(words))
