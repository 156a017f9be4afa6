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
from index.normalize import fold
from index.readings import Shares
from index.tokens import Token

_LOST = 0.02  # how likely an accent was left out in a question that seems to have all of them
_MARK = 0.1  # for each mark by which a reading differs from the slip it is mended from
_UNKNOWN = 1e-7
_LEAST = 0.1  # a reading less likely is not looked for


class Accents:
    """Restores questions by one collection's language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def read(self, question: str, found: Sequence[Token], *, accented: bool) -> dict[int, Shares]:
        """The readings of those tokens of the question, by index, that lack accents or may.

        `accented` says whether the person typed any.
        """
        bare = [token.text for token in found]
        folded = [fold(text) for text in bare]
        typed_with = [text != plain for text, plain in zip(bare, folded, strict=True)]
        open_ = [
            i
            for i, token in enumerate(found)
            if not typed_with[i] and token.text.isalpha() and self._language.readings(folded[i]).keys() - {folded[i]}
        ]
        if not open_:
            return {}
        names = _names(question, found)
        doubted = accented and all(folded[i] in self._language.readings(folded[i]) for i in open_)
        if doubted and all(self._stands(i, bare) for i in open_):
            return {}
        lattice: list[dict[str, float]] = [{text: 1.0} for text in bare]
        for i in open_:
            lost = _LOST if doubted else 1.0
            readings = self._of_name(i, lattice, folded) if i in names else self._language.readings(folded[i])
            lattice[i] = {one: lost if one != folded[i] else 1.0 for one in readings}
            if not lattice[i]:
                lattice[i] = {bare[i]: 1.0}
        sums = self._sums(lattice, folded)
        return {i: _likeliest(sums[i]) for i in open_ if len(sums[i]) > 1 or bare[i] not in sums[i]}

    def _stands(self, i: int, spelled: Sequence[str]) -> bool:
        """Whether a syllable as typed stands beside one of its neighbours in a report too."""
        return any(self._language.in_reports(" ".join(spelled[a : a + 2])) for a in (i - 1, i) if a >= 0)

    def _of_name(self, i: int, lattice: Sequence[Mapping[str, float]], folded: Sequence[str]) -> set[str]:
        """The readings of a capitalised word that stand beside a neighbour in a report, and itself."""
        out = {folded[i]}
        if i:
            pairs = self._language.following(folded[i - 1], folded[i])
            out |= {b for a, b, _ in pairs if a in lattice[i - 1] and self._language.in_reports(f"{a} {b}")}
        if i + 1 < len(folded):
            pairs = self._language.following(folded[i], folded[i + 1])
            out |= {a for a, b, _ in pairs if self._language.in_reports(f"{a} {b}")}
        return out

    def _sums(self, lattice: Sequence[Mapping[str, float]], folded: Sequence[str]) -> list[dict[str, float]]:
        """The probability of each reading at each place, over all readings of the others."""
        language = self._language
        alone = [
            {one: language.readings(plain).get(one, _UNKNOWN) * weight for one, weight in readings.items()}
            for plain, readings in zip(folded, lattice, strict=True)
        ]
        unsure = [{one: language.unsure(one) for one in readings} for readings in lattice]
        pairs = [
            [
                (a, b, chance * lattice[i + 1][b])
                for a, b, chance in language.following(folded[i], folded[i + 1])
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


def _names(question: str, found: Sequence[Token]) -> frozenset[int]:
    """The tokens that a capital makes a name; the first of the question only before another one."""
    letters = [c for c in question if c.isalpha()]
    if sum(c.isupper() for c in letters) * 2 > len(letters):
        return frozenset()
    capital = [question[token.start].isupper() for token in found]
    return frozenset(i for i, one in enumerate(capital) if one and (i or capital[1:2] == [True]))
