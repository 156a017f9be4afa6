"""What the reports' language says of a syllable typed without accents: its readings, and which follow which.

The reports' own syllables and neighbours are counted; pyvi's lexicon and the ways of asking stand in for what they
don't hold. The chance of a syllable after another is interpolated, the reports counting for more the more often they
hold the first (MacKay & Peto, A hierarchical Dirichlet language model, 1995), and something is taken off every count,
for a pair seen once may be chance (Ney, Essen & Kneser, On structuring probabilistic dependences, 1994):

    P(b|a) = (max(c(ab) - δ, 0) + λ(a)·(½·L(ab)/L(a) + ½·P(b))) / (c(a) + κ),  λ(a) = κ + δ·(different b seen after a)

with c the reports' counts, L the lexicon's, and P(b) ∝ c(b) + ε·L(b).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from index.fields import FOLDED_PAIRS, PAIRS, SYLLABLES, Fields
from index.normalize import fold, syllable
from index.words import lexicon

# XQuAD-R's questions, restored, syllables right: δ 0 97.0 %; δ 0.5 and κ 2, 5, 20 97.4, 97.4, 97.3 %.
_KAPPA = 5.0
_DELTA = 0.5
_LEXICON = 0.5
_EPSILON = 0.02  # 96.8 % at 0.02, 96 % at 0.1, 93 % at 0.5: most of the lexicon is rare
_UNKNOWN = 1e-7
_ASKED = 5  # times that each way of asking counts as said: questions have them, reports hardly
_ASKING = """là bao nhiêu|được bao nhiêu|có bao nhiêu|bao nhiêu phần trăm|bao nhiêu tiền|bao nhiêu người|bao lâu
khi nào|lúc nào|năm nào|ngày nào|tháng nào|bao giờ|từ khi nào|vào năm nào|ở đâu|tại đâu|từ đâu|đến đâu|nơi nào
ai là|là ai|của ai|do ai|những ai|người nào|đồng chí nào|ông nào|bà nào|cơ quan nào|đơn vị nào|tên là gì|tên gì
là gì|cái gì|làm gì|điều gì|những gì|gồm những gì|có gì|việc gì|loại nào|những nào|các nào|thứ mấy|có mấy|là mấy
thế nào|như thế nào|ra sao|tại sao|vì sao|do đâu|lý do gì|nguyên nhân nào|có không|được không|phải không|chưa
đạt bao nhiêu|bằng bao nhiêu|thu bao nhiêu|chi bao nhiêu|tăng bao nhiêu|giảm bao nhiêu|còn bao nhiêu|nêu như thế nào"""
_ASKS = frozenset("nhieu nao gi sao may ai dau bao gio".split())  # what such a way asks by, folded
# Words that any question may hold and a short report may not.
_COMMON = """là của và có các những được trong cho với đã này đó thì mà ở tại từ bởi về bằng vào ra do như một để theo
đến trên dưới không bị nếu khi đang sẽ cũng rất còn hay hoặc nhưng vì nên rồi đây ấy họ tôi ta mình nhằm qua sau trước
phải làm người năm việc nhiều ít lại đi lên xuống mới cần cùng giữa mỗi mọi"""

Following: TypeAlias = tuple[str, str, float]  # a, b, and what P(b|a) is above the share of P(b)


class Language:
    """Of one collection; `sentences` are its sentences' fields. Immutable but for what it remembers.

    `spelled` and `folded` are the syllables that a report, or a way of asking, has; `accented` the folded ones that
    may have accents.
    """

    def __init__(self, sentences: Sequence[Fields]) -> None:
        asked, asked_pairs = _asking()
        self._counts = Counter(asked)
        self._pairs = Counter(asked_pairs)
        folded: dict[str, str] = {}
        for sentence in sentences:
            self._counts.update(sentence[SYLLABLES])
            self._pairs.update(sentence[PAIRS])
            folded.update(zip(sentence[PAIRS], sentence[FOLDED_PAIRS], strict=True))
        folded.update((pair, fold(pair)) for pair in asked_pairs)
        self._asked = frozenset(map(fold, asked_pairs))
        self._spelled: dict[str, list[str]] = {}
        for pair, bare in folded.items():
            self._spelled.setdefault(bare, []).append(pair)
        self._followed = Counter(pair.split(" ")[0] for pair in self._pairs)
        known, _, _ = _lexicon()
        total = sum(self._counts.values()) + _EPSILON * sum(known.values())
        self._chances = {one: (self._counts[one] + _EPSILON * known[one]) / total for one in (*self._counts, *known)}
        self._bare = frozenset(map(fold, self._chances))
        self._readings: dict[str, list[str]] = {}
        for one in self._chances:
            self._readings.setdefault(fold(one), []).append(one)
        self.accented = frozenset(fold(one) for one in self._chances if fold(one) != one)
        self.spelled = frozenset(self._counts)
        self.folded = frozenset(map(fold, self._counts))
        self.following = lru_cache(65_536)(self._following)
        self.shares = lru_cache(65_536)(self._shares)

    def readings(self, folded: str) -> Sequence[str]:
        """The syllables that a folded one may stand for; itself only if it is one."""
        return self._readings.get(folded, ())

    def knows(self, typed: str) -> bool:
        """Whether a syllable is one, or would be with accents."""
        return typed in self._chances or typed in self._bare

    def __contains__(self, spelled: str) -> bool:
        """Whether a syllable is one, of a report or of Vietnamese."""
        return spelled in self._chances

    def holds(self, pair: str) -> bool:
        """Whether two syllables, joined by a space, stand side by side in a report or way of asking."""
        return pair in self._pairs

    def beside(self, first: str, second: str) -> bool:
        """The same of two syllables as typed, each without accents or with its own."""
        pairs = self._spelled.get(f"{fold(first)} {fold(second)}", ())
        return any(_may_be(first, a) and _may_be(second, b) for a, b in (pair.split(" ") for pair in pairs))

    def asks(self, folded: str, first: str, second: str) -> bool:
        """Whether two neighbours, of which one is the folded syllable, are a way of asking by that one."""
        return folded in _ASKS and f"{fold(first)} {fold(second)}" in self._asked

    def makes_word(self, first: str, second: str) -> bool:
        """Whether two syllables as typed, each without accents or with its own, make a word of the lexicon."""
        pairs = _lexicon()[2].get(f"{fold(first)} {fold(second)}", ())
        return any(_may_be(first, a) and _may_be(second, b) for a, b in (pair.split(" ") for pair in pairs))

    def _shares(self, spelled: str) -> tuple[float, float]:
        """P(b) of a syllable anywhere, and the share of P(b|a) that comes from P(b) alone where the syllable is a."""
        return self._chances.get(spelled, _UNKNOWN), (1 - _LEXICON) * self._spared(spelled) / self._total(spelled)

    def _spared(self, first: str) -> float:
        """λ(a), what the reports' counts of what follows a syllable leave to the lexicon and to chance."""
        return _KAPPA + _DELTA * self._followed[first]

    def _total(self, first: str) -> float:
        return self._counts[first] + _KAPPA

    def _following(self, first: str, second: str) -> tuple[Following, ...]:
        """The readings of two folded neighbours that are known to follow one another: (a, b, P(b|a) but P(b)'s)."""
        pair = f"{first} {second}"
        _, begun, lexical = _lexicon()
        out = []
        for spelled in dict.fromkeys([*self._spelled.get(pair, ()), *lexical.get(pair, ())]):
            a, b = spelled.split(" ")
            seen = max(0.0, self._pairs[spelled] - _DELTA)
            known = _LEXICON * lexical.get(pair, {}).get(spelled, 0) / (begun[a] or 1)
            out.append((a, b, (seen + self._spared(a) * known) / self._total(a)))
        return tuple(out)


def _may_be(typed: str, spelled: str) -> bool:
    return typed in (spelled, fold(spelled))


@lru_cache(maxsize=1)
def _lexicon() -> tuple[Counter[str], Counter[str], dict[str, Counter[str]]]:
    """How many words of pyvi's lexicon hold a syllable, begin a pair with it, and hold a pair, by its folded form."""
    held: Counter[str] = Counter()
    begun: Counter[str] = Counter()
    pairs: dict[str, Counter[str]] = {}
    for word in lexicon():
        held.update(word)
        for a, b in pairwise(word):
            begun[a] += 1
            pairs.setdefault(f"{fold(a)} {fold(b)}", Counter())[f"{a} {b}"] += 1
    return held, begun, pairs


@lru_cache(maxsize=1)
def _asking() -> tuple[dict[str, int], dict[str, int]]:
    """The syllables and neighbours of the ways of asking, each with its count."""
    phrases = [[syllable(one) for one in phrase.split()] for phrase in _ASKING.replace("\n", "|").split("|")]
    phrases += [[syllable(one)] for one in _COMMON.split()]
    syllables = Counter(one for phrase in phrases for one in phrase)
    pairs = Counter(f"{a} {b}" for phrase in phrases for a, b in pairwise(phrase))
    return {one: _ASKED * n for one, n in syllables.items()}, {pair: _ASKED * n for pair, n in pairs.items()}
