"""Accents, given back to a question that lacks some: from the reports' own language, and only as far as it is sure.

Each syllable typed without accents is open between its readings; forward and backward sums over neighbouring
syllables (Rabiner 1989) give each reading its probability in this question. What the person typed with accents is
never open. A capitalised word is open only where a report has it beside the same neighbour: "Bui Hoang Phan" is a
name, and a name that no report has stays as typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from index.language import Language
from index.names import named
from index.normalize import fold
from index.readings import Shares
from index.spelling import Slips
from index.tokens import Token

_LOST = 0.02  # how likely an accent was left out in a question that seems to have all of them
_MARK = 0.1  # for each mark by which a reading differs from the slip it is mended from
_LEAST = 0.1  # a reading less likely is not looked for


class Accents:
    """Restores questions by one collection's language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def read(self, question: str, found: Sequence[Token], slips: Slips, *, accented: bool) -> dict[int, Shares]:
        """The readings of those tokens of the question, by index, that lack accents or may, or are slips.

        `accented` says whether the person typed any accents.
        """
        spelled = [token.text for token in found]
        folds: list[tuple[str, ...]] = [(fold(text),) for text in spelled]
        places = [
            i
            for i, token in enumerate(found)
            if token.start in slips or (folds[i] == (token.text,) and self._has_accents(token.text))
        ]
        if not places:
            return {}
        doubted = accented and all(spelled[i] in self._language.readings(spelled[i]) for i in places)
        if doubted and all(self._stands(i, spelled) for i in places):
            return {}
        lost = _LOST if doubted else 1.0
        names = named(question, found)
        lattice = [{text: 1.0} for text in spelled]
        for i in places:
            near = slips.get(found[i].start)
            if near is not None:
                folds[i] = tuple(near)
                lattice[i] = self._of_slip(spelled[i], near, accented)
            else:
                readings = self._of_name(i, lattice, folds) if i in names else self._language.readings(spelled[i])
                lattice[i] = {one: lost if one != spelled[i] else 1.0 for one in readings}
        sums = self._sums(lattice, folds)
        return {i: _likeliest(sums[i]) for i in places}

    def _has_accents(self, bare: str) -> bool:
        """Whether any reading of a syllable has accents."""
        return any(one != bare for one in self._language.readings(bare))

    def _of_slip(self, typed: str, near: Mapping[str, float], accented: bool) -> dict[str, float]:
        """The readings of all that a slip may be; the accents that were typed are evidence."""
        marks = _marks(typed)
        return {
            one: likely * _MARK ** len(marks ^ _marks(one)) if accented else likely
            for folded, likely in near.items()
            for one in self._language.readings(folded)
        }

    def _stands(self, i: int, spelled: Sequence[str]) -> bool:
        """Whether a syllable as typed stands beside one of its neighbours in a report too."""
        return any(self._language.holds(" ".join(spelled[a : a + 2])) for a in (i - 1, i) if a >= 0)

    def _of_name(self, i: int, lattice: Sequence[Mapping[str, float]], folds: Sequence[Sequence[str]]) -> list[str]:
        """The readings of a capitalised word that stand beside a neighbour in a report, and itself."""
        here = folds[i][0]
        before = [pair for one in (folds[i - 1] if i else ()) for pair in self._language.following(one, here)]
        after = [
            pair for one in (folds[i + 1] if i + 1 < len(folds) else ()) for pair in self._language.following(here, one)
        ]
        out = {here: 1}
        out.update((b, 1) for a, b, _ in before if a in lattice[i - 1] and self._language.holds(f"{a} {b}"))
        out.update((a, 1) for a, b, _ in after if self._language.holds(f"{a} {b}"))
        return list(out)

    def _sums(self, lattice: Sequence[Mapping[str, float]], folds: Sequence[Sequence[str]]) -> list[dict[str, float]]:
        """The probability of each reading at each place, over all readings of the others."""
        language = self._language
        alone = [{one: language.chance(one) * weight for one, weight in readings.items()} for readings in lattice]
        unsure = [{one: language.unsure(one) for one in readings} for readings in lattice]
        pairs = [
            [
                (a, b, chance * lattice[i + 1][b])
                for first in folds[i]
                for second in folds[i + 1]
                for a, b, chance in language.following(first, second)
                if a in lattice[i] and b in lattice[i + 1]
            ]
            for i in range(len(lattice) - 1)
        ]
        forward = [_scaled(alone[0])]
        for i, known in enumerate(pairs):
            last = forward[-1]
            open_share = sum(share * unsure[i][one] for one, share in last.items())
            sums = {one: open_share * chance for one, chance in alone[i + 1].items()}
            for a, b, chance in known:
                sums[b] += last[a] * chance
            forward.append(_scaled(sums))
        backward = dict.fromkeys(lattice[-1], 1.0)
        out = [forward[-1]]
        for i in range(len(pairs) - 1, -1, -1):
            open_share = sum(chance * backward[one] for one, chance in alone[i + 1].items())
            sums = {one: open_share * share for one, share in unsure[i].items()}
            for a, b, chance in pairs[i]:
                sums[a] += chance * backward[b]
            backward = _scaled(sums)
            out.append(_scaled({one: share * backward[one] for one, share in forward[i].items()}))
        return out[::-1]


def _scaled(sums: dict[str, float]) -> dict[str, float]:
    total = sum(sums.values())
    return {one: value / total for one, value in sums.items()}


def _likeliest(shares: Mapping[str, float]) -> Shares:
    """The readings worth looking for; ties go to the alphabet."""
    ranked = sorted(shares.items(), key=lambda one: (-one[1], one[0]))
    return dict([ranked[0], *(one for one in ranked[1:] if one[1] >= _LEAST)])


def _marks(text: str) -> frozenset[str]:
    """The marks of a syllable's letters; đ's bar is one."""
    return frozenset(c for c in unicodedata.normalize("NFD", text) if unicodedata.combining(c) or c == "đ")
