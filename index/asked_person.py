"""What a question asks of a person: the role held, or what was done, by this one or to this one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.normalize import fold
from index.persons import Person
from index.places import Place
from index.question import Query
from index.roles import role_at, roles
from index.tokens import folded, tokens
from index.words import known_pairs

TITLES = ("đồng chí", "ông", "bà", "anh", "chị", "cô", "thầy", "em", "cháu")
# Between "ai" and the role or deed that is asked for.
LINKS = frozenset(
    "là làm giữ chức vụ danh vai trò đảm nhiệm nhận đang hiện nay đã vừa được bị bầu bổ cử phân công người sẽ".split()
)
_SUFFERS = frozenset({"được", "bị"})
_SUFFERED = re.compile(r"(?<!\w)(?:được|bị)\s", re.IGNORECASE)
_RECEIVES = re.compile(
    r"(?<!\w)(?:cho|tới|tặng|trao|khen thưởng|khen|thưởng|phạt|biểu dương|bổ nhiệm|giao|phân công|cử|mời|bầu)"
    r"(?:\s+(?:các |những )?(?:\d+ |hai |ba )?(?:cá nhân|đồng chí|công dân|cán bộ|người))?\s*:?\s*$",
    re.IGNORECASE,
)
_LONGEST = 40  # characters that lead to a deed ahead of a name
_CLAUSE = re.compile(r"[,;:.]\s|\n")
# Ahead of a deed that a name follows: "Phát biểu kết luận Hội nghị, đồng chí …", "Người trình bày là đồng chí …".
_LEADS_IN = re.compile(
    r"\s*(?:(?:[-–]|\d+\.|\w+ và|\w+ \w+ và|người|phát biểu|trực tiếp|tham gia|dự|đến|và|do|được|\(đã)\s+)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AskedPerson:
    """The role in canonical form, or the deed in folded syllables, each "" for none; `suffers`: it is done to them."""

    role: str
    deed: str
    suffers: bool

    @classmethod
    def of(cls, query: Query) -> AskedPerson:
        """What the words behind "ai" say, or those before "là ai"."""
        said = query.spelled
        begin, end = query.asking.places[0]
        at = _skipped(said, end)
        if at == len(said) or at in query.asking.words:
            said, at = said[:begin], _skipped(said[:begin], 0)
        bare = [fold(one) for one in said[at:]]
        if role := role_at(" ".join(bare)):
            return cls(role, "", False)
        size = 2 if " ".join(said[at : at + 2]) in known_pairs() else 1
        return cls("", " ".join(bare[:size]), not _SUFFERS.isdisjoint(said[max(0, at - 1) : at]))

    def may_be(self, person: Person, text: str, *, alone: bool) -> bool:
        """Whether a person holds the role, or did the deed; of one `alone` it may be said in other words."""
        if self.role:
            return any(self.role in roles(text[a:b]) for a, b in person.offices(text))
        suffers = self._is_done_to(person, text)
        otherwise = alone and _find(self.deed, text, Place(0, len(text))) is None
        return otherwise if suffers is None else suffers == self.suffers

    def lent(self, person: Person, found: Sequence[Person], text: str) -> list[Place]:
        """What is said ahead of others and goes on for one of whom the role alone is said: "…, Tổ phó là bà B"."""
        bare = self.role and any(role_at(folded(text[a:b]), whole=True) for a, b in person.offices(text))
        return [one.head for one in found[: found.index(person)]] if bare else []

    def together(self, person: Person, found: Sequence[Person], text: str) -> Sequence[Person]:
        """A person with those of whom the very same words are said: "ông A và bà B được khen"."""
        at = found.index(person)
        first, last = at, at
        if not self.role and _find(self.deed, text, person.tail) is not None:
            while first and found[first - 1].joined:
                first -= 1
        elif not any(self.role in roles(text[a:b]) for a, b in person.offices(text) if a >= person.name.end):
            while found[last].joined and not found[last + 1].offices(text):
                last += 1
        return found[first : last + 1]

    def _is_done_to(self, person: Person, text: str) -> bool | None:
        """Whether the deed is done to a person, not by this one; None where it is not said of the person."""
        if (at := _find(self.deed, text, person.tail)) is not None:
            return _SUFFERED.search(text, person.tail.start, at) is not None
        for place in (person.head, *person.shared):
            if (at := _find(self.deed, text, place)) is not None:
                receives = _RECEIVES.search(text[slice(*place)]) is not None
                clause = _CLAUSE.split(text[place.start : at])[-1]
                own = len(clause) <= _LONGEST and _LEADS_IN.fullmatch(clause)
                return receives if receives or own else None  # else it is another's deed
        return None


def _skipped(said: Sequence[str], at: int) -> int:
    """The first syllable from `at` on that is no link."""
    while at < len(said) and (said[at] in LINKS or said[at] in TITLES or " ".join(said[at : at + 2]) in TITLES):
        at += 2 if " ".join(said[at : at + 2]) in TITLES else 1
    return at


def _find(deed: str, text: str, place: Place) -> int | None:
    """Where folded syllables stand in a part of the text."""
    found = list(tokens(text[place.start : place.end]))
    bare = [fold(token.text) for token in found]
    size = deed.count(" ") + 1
    at = next((i for i in range(len(found)) if deed and " ".join(bare[i : i + size]) == deed), None)
    return None if at is None else place.start + found[at].start
