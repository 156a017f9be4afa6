"""How sentences stand to a question, beside a slow oracle written sentence by sentence."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.library import Library
from index.normalize import fold
from index.overlap import asked
from index.standing import FEATURES, Places
from index.tokens import tokens
from index.words import tagged
from index.wordtable import LONGEST

QUESTIONS = [
    "Tổng thu ngân sách đạt bao nhiêu?",
    "Ai trình bày báo cáo của huyện?",
    "Người trình bày là đồng chí Lê Thị Hạnh phải không?",
    "Lễ hội đền Thượng khai mạc ngày nào tại xã Tân Lập?",
    "rừng phòng hộ",
    "Vì sao số khách giảm?",
    "Đồng chí Nguyễn Văn Không làm gì ở Huyện ủy?",
]


def made(count: int, seed: int) -> Places:
    """Sentences with gains and neighbours by chance, some of them the first of their passage."""
    chance = np.random.default_rng(seed)
    gains, passages, before, after = chance.uniform(0, 2, (4, count))
    leaning, leant_on = chance.random((2, count)) < 0.5
    return Places(
        gains, passages, chance.integers(0, 3, count), before, after, leaning, leant_on, chance.integers(0, 2, count)
    )


def said(of: Library, number: int, accented: bool) -> list[tuple[str, list[str], bool]]:
    """The words of a sentence that are read: as typed, its syllables, and whether it is the sentence's first."""
    entry = of.collection.sentences[number]
    text = entry.report.quote(entry.sentence)
    out = []
    for i, word in enumerate(tagged(text)[:LONGEST]):
        typed = text[word.start : word.end]
        written = of.glossary.expand(typed) if typed.isupper() and len(typed) > 1 else typed
        syllables = [token.text if accented else fold(token.text) for token in tokens(written)][:4]
        out.append((typed, syllables, i == 0))
    return out


def slow(of: Library, question: str, number: int, at: int, places: Places) -> dict[str, float]:
    """The features of one of several sentences, by their names, each from its definition."""
    query = of.understand(question)
    wanted = asked(query, of.reader._idfs[query.accented])
    worth = {one: float(wanted.worth[place]) for one, place in wanted.numbers.items()}
    named = {one for one, place in wanted.numbers.items() if wanted.names[place]}
    words = said(of, number, query.accented)
    own = {syllable for _, syllables, _ in words for syllable in syllables} & set(worth)
    follows = places.places[at] > 0
    beside = said(of, max(number - 1, 0), query.accented) if follows else []
    together = own | ({syllable for _, syllables, _ in beside for syllable in syllables} & set(worth))
    function = of.reader.function[of.reader.table.offsets[number] :]
    coverage = sum(worth[one] for one in own)
    helped = sum(worth[one] for one in together) - coverage
    flat = [syllable for _, syllables, _ in words for syllable in syllables]
    preceding = {one: int(wanted.follows[place]) for one, place in wanted.numbers.items()}
    wanted_pairs = {(one, other) for one in worth for other in worth if wanted.numbers[one] == preceding[other]}
    pairs = wanted_pairs & set(pairwise(flat))
    unsaid = [i for i, (_, syllables, _) in enumerate(words) if not own & set(syllables)]
    new = [i for i in unsaid if not function[i]]
    fresh_names = [i for i in unsaid if words[i][0][0].isupper() and not words[i][2]]
    best, best_passage = max(places.gains), max(places.passages)
    leans, before = float(places.leaning[at]), float(places.before[at])
    return {
        "gain": float(places.gains[at]),
        "gain of the best": float(places.gains[at]) / max(best, 1e-9),
        "passage": float(places.passages[at]),
        "passage of the best": float(places.passages[at]) / max(best_passage, 1e-9),
        "first passage": float(places.ranks[at] == 0),
        "gain<": before,
        "gain<*leans": before * leans,
        "gain>": float(places.after[at]),
        "it leans>": float(places.leant_on[at]),
        "leans": leans,
        "coverage": coverage,
        "coverage with <": helped,
        "coverage with <*leans": helped * leans,
        "pairs": len(pairs) / max(1, len(wanted_pairs)),
        "length": math.log1p(len(words)),
        "new": math.log1p(len(new)),
        "new name*person": float(bool(fresh_names)) if wanted.kind == "person" else 0.0,
        "opening": sum(
            sum(worth.get(one, 0.0) for one in syllables) * 0.85**i for i, (_, syllables, _) in enumerate(words)
        ),
        "names lacking": sum(worth[one] for one in named - own),
        "names lacking with <": sum(worth[one] for one in named - together),
    }


def check(of: Library, question: str, numbers: list[int], seed: int) -> None:
    places = made(len(numbers), seed)
    sight = of.reader.see(of.understand(question), np.array(numbers, np.int64), places)
    for at, number in enumerate(numbers):
        found = dict(zip(FEATURES, sight.sentences[at].tolist(), strict=True))
        assert found == pytest.approx(slow(of, question, number, at, places), abs=1e-9)


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(FEATURES)) == len(FEATURES)


@pytest.mark.parametrize("question", [*QUESTIONS, *map(fold, QUESTIONS)])
def test_features_of_sentences_are_what_a_plain_reading_of_their_definition_gives(
    small: Library, question: str
) -> None:
    check(small, question, list(range(len(small.collection.sentences))), 1)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=4), st.sampled_from(QUESTIONS), st.integers(0, 99))
def test_so_they_are_for_any_sentences_side_by_side(
    small: Library, numbers: list[int], question: str, seed: int
) -> None:
    check(small, question, numbers, seed)


def test_where_nothing_is_found_no_share_is_divided_by_nothing(small: Library) -> None:
    none, false, zero = np.zeros(2), np.zeros(2, bool), np.zeros(2, np.int64)
    places = Places(none, none, zero, none, none, false, false, zero)
    sight = small.reader.see(small.understand("rừng"), np.array([0, 1]), places)
    assert np.isfinite(sight.sentences).all()


def test_the_sentence_before_helps_only_within_the_passage(small: Library) -> None:
    at = FEATURES.index("coverage with <")
    query = small.understand("Lễ hội đền Thượng đón bao nhiêu lượt khách?")
    texts = [entry.report.quote(entry.sentence) for entry in small.collection.sentences]
    number = next(i for i, text in enumerate(texts) if text.startswith("BTCLH đã đón"))
    none, false = np.zeros(1), np.zeros(1, bool)
    helped = []
    for place in (0, 1):
        places = Places(none, none, np.zeros(1, np.int64), none, none, false, false, np.array([place]))
        helped.append(small.reader.see(query, np.array([number]), places).sentences[0, at])
    assert helped[0] == 0
    assert helped[1] > 0
