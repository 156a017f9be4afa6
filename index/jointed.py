"""One sentence that asks twice, "tổng thu bao nhiêu và tổng chi bao nhiêu", cut only where each half is a question.

Each half must ask, name what it asks about, and not go on with what the other says; else the sentence is left whole,
for the answer to its first question often answers the second as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.asked_clause import Clause, clause, time_of
from index.followup_words import FollowupWords
from index.normalize import fold
from index.several_words import SeveralWords
from index.tokens import Token, tokens
from index.yardsticks import Yardsticks

_PAUSE = re.compile(r"[,;\n]|\.\s")
_STOP = re.compile(r"\.\s")
_LONGEST = 600  # characters; a longer sentence is left whole
_MOST = 12  # places looked at, and questions of one sentence; a text with more is not one


def halves(text: str) -> list[str]:
    """The questions that one sentence holds; itself alone where it is not sure that there are more."""
    if len(text) > _LONGEST:
        return [text]
    out: list[str] = []
    rest = text
    for _ in range(_MOST):
        cut = next(_cuts(rest), None)
        if cut is None:
            break
        end, start, carried = cut
        out.append(rest[:end].strip())
        rest = f"{carried} {rest[start:].strip()}".strip()
    return _dated([*out, rest])


def _cuts(text: str) -> Iterator[tuple[int, int, str]]:
    """Where one question surely ends and the next begins, as offsets, and what the next is about if it does not say."""
    found = list(tokens(text))
    if len(clause(text).asking.places) < 2:
        return
    for end, start in _joints(text, found):
        left, right = clause(text[:end]), clause(text[start:])
        if not left.whole or not clause(_STOP.split(left.text)[-1]).asks:
            continue
        if _of_the_same(left, right) and (head := _head(left, right)):
            yield end, start, head
        elif right.whole and not SeveralWords.load().continues(right.spelled):
            yield end, start, ""


def _of_the_same(left: Clause, right: Clause) -> bool:
    """Whether the right asks of the left's subject at another time, or against a yardstick: "so với cùng kỳ ra sao"."""
    if not right.asks:
        return False
    if said := time_of(right.text):
        time = {fold(token.text) for token in tokens(said)}
        return time_of(left.text) is not None and all(fold(right.spelled[i]) in time for i in right.matter)
    words = FollowupWords.load()
    compares = SeveralWords.load().compares(right.spelled)
    held = Yardsticks.load().phrases.find(right.spelled, bare=True)
    if not compares or not held or held[0].start != compares:
        return False
    own = range(held[0].end + words.given(right.spelled[held[0].end :]), right.asking.places[0][0])
    silent = {i for part in words.light(right.spelled) for i in range(*part)}
    return silent.issuperset(own)


def _head(left: Clause, right: Clause) -> str:
    """What the left is about, before its words that ask; without its time where the right has one."""
    first = FollowupWords.load().links(left.spelled, left.asking.places[0][0])
    head = left.read[: list(tokens(left.read))[first].start].strip()
    time = time_of(head) if time_of(right.text) else None
    return head.replace(time, "").strip() if time else head


def _joints(text: str, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    spelled = [token.text for token in found]
    looked = 0
    for i in range(1, len(found)):
        pause = _PAUSE.search(text, found[i - 1].end, found[i].start)
        joined = SeveralWords.load().joint(spelled, i)
        if (pause or joined) and i + joined < len(found):
            looked += 1
            yield found[i - 1].end, found[i + joined].start
        if looked == _MOST:
            return


def _dated(questions: list[str]) -> list[str]:
    """The questions of one sentence: the only time that it names is meant for all of them."""
    named = [time_of(one) for one in questions]
    said = [one for one in named if one]
    if len(questions) < 2 or len(said) != 1:
        return questions
    return [one if time else f"{said[0]} {one}" for one, time in zip(questions, named, strict=True)]
