"""Accents, given back to a question that lacks some: from the reports' own language, and only as far as it is sure.

Each syllable typed without accents is open between its readings; forward and backward sums over neighbouring
syllables (Rabiner 1989) give each reading its probability in this question. What the person typed with accents is
never open. A capitalised word is open only where a report has it beside the same neighbour: "Bui Hoang Phan" is a
name, and a name that no report has stays as typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.language import Following, Language
from index.names import named
from index.normalize import fold, marks
from index.readings import Shares, likeliest
from index.spelling import Slips
from index.tokens import Token

_LOST = 0.01  # how likely an accent was left out in a question that seems to have all of them
_MARK = 0.03  # for each mark by which a reading differs from the slip it is mended from
_LEAST = 0.1  # a reading less likely is not looked for
# Neighbours are few in a report, so the sums are surer than they should be. XQuAD-R without accents, passage R@1 with
# the probabilities to the power of 1, 0.7, 0.5, 0.35: 0.936, 0.937, 0.940, 0.939.
_SOFTER = 0.5


class _Place(NamedTuple):
    """A syllable's readings with their weights; `whole`: all there are, each at 1.

    `alone` and `unsure` are `Language.shares` of each, the first times the weight.
    """

    weights: Mapping[str, float]
    alone: Mapping[str, float]
    unsure: Mapping[str, float]
    whole: bool = False


class Accents:
    """Restores questions by one collection's language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._open = lru_cache(65_536)(self._open_place)

    def read(self, question: str, found: Sequence[Token], slips: Slips, *, accented: bool) -> dict[int, Shares]:
        """The readings of those tokens of the question, by index, that lack accents or may, or are slips.

        `accented` says whether the person typed any accents.
        """
        spelled = [token.text for token in found]
        folds: list[tuple[str, ...]] = [(fold(text),) for text in spelled]
        places = [i for i, token in enumerate(found) if token.start in slips or token.text in self._language.accented]
        if not places:
            return {}
        doubted = accented and all(spelled[i] in self._language for i in places if found[i].start not in slips)
        if doubted and not slips and all(self._stands(i, spelled) for i in places):
            return {}
        for i in places:
            folds[i] = tuple(slips.get(found[i].start, folds[i]))
        pairs = [
            [pair for one in folds[i] for other in folds[i + 1] for pair in self._language.following(one, other)]
            for i in range(len(found) - 1)
        ]
        names = named(question, found)
        lattice = [self._place({text: 1.0}) for text in spelled]
        for i in places:
            near = slips.get(found[i].start)
            if near is not None:
                lattice[i] = self._place(self._of_slip(spelled[i], near, accented))
            elif i in names:
                before = [one for one in pairs[i - 1] if one[0] in lattice[i - 1].alone] if i else []
                lattice[i] = self._place(self._of_name(spelled[i], before, pairs[i] if i < len(pairs) else ()))
            else:
                lattice[i] = self._open(spelled[i], doubted)
        sums = _sums(lattice, pairs)
        read = {i: _likeliest(_scaled({one: share**_SOFTER for one, share in sums[i].items()})) for i in places}
        chosen = [likeliest(read[i]) if i in read else text for i, text in enumerate(spelled)]
        return {i: shares for i, shares in read.items() if self._is_sure(i, chosen)}

    def _is_sure(self, i: int, chosen: Sequence[str]) -> bool:
        """Whether a reading is the reports', or makes a word of Vietnamese with a neighbour: else it is a guess."""
        if chosen[i] in self._language.spelled:
            return True
        return any(self._language.makes_word(*chosen[a : a + 2]) for a in (i - 1, i) if 0 <= a < len(chosen) - 1)

    def _of_slip(self, typed: str, near: Mapping[str, float], accented: bool) -> dict[str, float]:
        """The readings of all that a slip may be; the accents that were typed are evidence."""
        struck = marks(typed)
        return {
            one: likely * _MARK ** len(struck ^ marks(one)) if accented else likely
            for folded, likely in near.items()
            for one in self._language.readings(folded)
        }

    def _of_name(self, typed: str, before: Iterable[Following], after: Iterable[Following]) -> dict[str, float]:
        """The readings of a capitalised word that stand beside a neighbour in a report, and itself."""
        held = [b for a, b, _ in before if self._language.holds(f"{a} {b}")]
        held += [a for a, b, _ in after if self._language.holds(f"{a} {b}")]
        return dict.fromkeys([typed, *held], 1.0)

    def _stands(self, i: int, spelled: Sequence[str]) -> bool:
        """Whether a syllable as typed stands beside one of its neighbours in a report too."""
        return any(self._language.holds(" ".join(spelled[a : a + 2])) for a in (i - 1, i) if a >= 0)

    def _open_place(self, bare: str, doubted: bool) -> _Place:
        """All readings of a syllable; in a question that seems to have its accents, itself before any other."""
        readings = dict.fromkeys(self._language.readings(bare), _LOST if doubted else 1.0)
        if bare in readings:
            readings[bare] = 1.0
        return self._place(readings)._replace(whole=not doubted)

    def _place(self, readings: Mapping[str, float]) -> _Place:
        shares = {one: self._language.shares(one) for one in readings}
        alone = {one: shares[one][0] * weight for one, weight in readings.items()}
        return _Place(readings, alone, {one: share for one, (_, share) in shares.items()})


def _sums(lattice: Sequence[_Place], pairs: Sequence[Sequence[Following]]) -> list[dict[str, float]]:
    """The probability of each reading at each place, over all readings of the others."""
    known = [
        joined
        if first.whole and second.whole
        else [(a, b, chance * second.weights[b]) for a, b, chance in joined if a in first.alone and b in second.alone]
        for joined, (first, second) in zip(pairs, pairwise(lattice), strict=True)
    ]
    forward = [_scaled(lattice[0].alone)]
    for i, joined in enumerate(known):
        last = forward[-1]
        open_share = sum([share * lattice[i].unsure[one] for one, share in last.items()])
        sums = {one: open_share * chance for one, chance in lattice[i + 1].alone.items()}
        for a, b, chance in joined:
            sums[b] += last[a] * chance
        forward.append(_scaled(sums))
    backward = dict.fromkeys(lattice[-1].alone, 1.0)
    out = [forward[-1]]
    for i in range(len(known) - 1, -1, -1):
        open_share = sum([chance * backward[one] for one, chance in lattice[i + 1].alone.items()])
        sums = {one: open_share * share for one, share in lattice[i].unsure.items()}
        for a, b, chance in known[i]:
            sums[a] += chance * backward[b]
        backward = _scaled(sums)
        out.append(_scaled({one: share * backward[one] for one, share in forward[i].items()}))
    return out[::-1]


def _scaled(sums: Mapping[str, float]) -> dict[str, float]:
    total = sum(sums.values())
    return {one: value / total for one, value in sums.items()}


def _likeliest(shares: Mapping[str, float]) -> Shares:
    """The readings worth looking for; ties go to the alphabet."""
    least = min(_LEAST, max(shares.values()))
    return dict(sorted([one for one in shares.items() if one[1] >= least], key=lambda one: (-one[1], one[0])))
