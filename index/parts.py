"""Of several figures of a sentence the one asked for: a part's name is not said of the total.

"Bê tông hóa 3,4 km đường, trong đó thôn A 1,5 km, thôn B 1,1 km": all that is said of the total goes for its parts as
well, but the name of a part for that one alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.asked_sentence import AskedSentence
from index.asks import Kind
from index.mentions import Mention

_MORE = 0.1  # the share of key words that must be said of a part, and not of the total, to tell them apart
_ANOTHER = 0.25  # and the share of them that may be said of another figure, but not of the one shown
_SAME = 1e-9
_GIVING = frozenset({"dat", "duoc", "co", "con", "lam"})  # folded; what gives a figure names no part
_DENIED = re.compile(r"(?:\s[^\W\d_]+){0,2}\s(?:chưa|không)\b", re.IGNORECASE)
_DENYING = re.compile(r"\b(?:chưa|không)\s(?:[^\W\d_]+\s)?$", re.IGNORECASE)
_BEFORE = 20  # characters ahead of a figure in which it may be denied


def best(
    candidates: Sequence[Mention], others: Sequence[Mention], sentence: AskedSentence, wanted: Mapping[str, float]
) -> Mention | None:
    """Of the figures of which most is said, the one whose surroundings say most; `wanted` are the question's syllables.

    None where much of the question is said of one of the `others` alone.

    What something is compared with counts for shares alone: "năng suất lúa so với ngô" asks not for that of "ngô". None
    where more is said of several parts alike than of the one around which most stands.
    """
    shares = all(one.kind is Kind.PERCENT for one in candidates)
    worth = {word: of if shares or word not in sentence.against else 0.0 for word, of in wanted.items()}
    told = candidates if sentence.denied else [m for m in candidates if not _is_denied(m, sentence)] or candidates

    def around(one: Mention) -> tuple[float, int, int]:
        return sentence.worth(one, worth), -len(sentence.column(one) - worth.keys()), -one.start

    nearest = max(told, key=around, default=None)
    if nearest is None:
        return None
    said = {one: sentence.said_of(one) - _GIVING for one in told}
    sums = {one: sum(worth[word] for word in sorted(words)) for one, words in said.items()}
    most = max(sums.values())
    if sums[nearest] >= most - _SAME:
        found = max((one for one in told if sums[one] >= most - _SAME), key=around)
        lacking = worth.keys() - sentence.said_of(found)
        least = _ANOTHER * sum(worth.values())
        apart = (sum(worth[word] for word in sentence.own(one) & lacking) for one in others if one != found)
        return None if any(share > least for share in apart) else found
    least = sums[nearest] + max(_SAME, _MORE * sum(worth.values()))
    own = {
        one: sum(worth[word] for word in sorted(sentence.own(one) & said[one] - said[nearest]))
        for one in told
        if sums[one] >= most - _SAME and most >= least
    }
    parts = [one for one in own if own[one] >= max(own.values()) - _SAME]
    if len(parts) > 1:
        return None
    part = (parts or [nearest])[0]
    # Of figures beside each other the one that counts more of what is asked: "112 hộ đăng ký mới, 28 hộ ngừng".
    # A part has less of it than the total, and so has what is not, or not yet.
    beside = not (sentence.denied or sentence.around.opened(part.start) or sentence.around.is_part(part))
    counted = {one: sum(worth.get(word, 0.0) for word in sorted(sentence.behind(one))) for one in (part, nearest)}
    return nearest if beside and counted[nearest] > counted[part] > 0 else part


def _is_denied(mention: Mention, sentence: AskedSentence) -> bool:
    """Whether a figure is said to be of what is not, or not yet: "36 hộ chưa nhận tiền"."""
    before = max(0, mention.start - _BEFORE)
    amount = sentence.amount(mention)
    behind = _DENIED.match(sentence.text, amount.number if amount else mention.end)
    return bool(behind or _DENYING.search(sentence.text, before, mention.start))
