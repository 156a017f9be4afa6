"""How sentences stand to a question, beside a slow oracle written sentence by sentence."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.library import Library
from index.nearby import REACH, Nearby, standing_for
from index.normalize import fold
from index.overlap import Floats, asked
from index.standing import FEATURES, Places
from index.tokens import tokens
from index.words import tagged
from index.wordtable import LONGEST, Ids
from tests.index.builders import HEAD, SMALL, library

SLOTS = LENT = 4  # syllables of a word that are looked at, and that it may be lent
LEANING = f"{HEAD}I. DOANH NGHIỆP\n" + (
    "Công ty Sơn Hà đặt trụ sở tại xã Tân Lập, huyện Sơn Hà. Nó được thành lập năm 1998 do ông Nguyễn Văn Nam "
    "đứng đầu. Năm 2001, công ty này có 20 người, trong đó 5 người ở Tân Lập. Đây là doanh nghiệp lớn của huyện. "
    "Họ trồng 40 ha rừng phòng hộ tại xã Tân Lập. Diện tích rừng ấy tăng nhanh. Công ty nộp 5 tỷ đồng vào ngân "
    "sách huyện. Số tiền đó tăng 10% so với năm 2000. Người lao động có thu nhập ổn định. Vì thế, huyện khen "
    "thưởng công ty Sơn Hà. Ông Nguyễn Văn Nam trình bày báo cáo của công ty. Ông cho biết công ty sẽ mở rộng "
    "rừng."
)
QUESTIONS = [
    "Tổng thu ngân sách đạt bao nhiêu?",
    "Ai trình bày báo cáo của huyện?",
    "Người trình bày là đồng chí Lê Thị Hạnh phải không?",
    "Lễ hội đền Thượng khai mạc ngày nào tại xã Tân Lập?",
    "rừng phòng hộ",
    "Vì sao số khách giảm?",
    "Đồng chí Nguyễn Văn Không làm gì ở Huyện ủy?",
    "Công ty Sơn Hà được thành lập năm nào?",
    "Diện tích rừng phòng hộ tại xã Tân Lập tăng thế nào?",
]


@pytest.fixture(scope="module")
def leaning() -> Library:
    """A library of one passage whose sentences speak of what was said before them."""
    return library(LEANING)


def made(of: Library, numbers: list[int], seed: int) -> Places:
    """Sentences with gains and neighbours by chance, of passages that begin and end anywhere."""
    chance = np.random.default_rng(seed)
    count, last = len(numbers), len(of.collection.sentences)
    gains, passages, before, after = chance.uniform(0, 2, (4, count))
    leaning, leant_on = chance.random((2, count)) < 0.5
    places = np.array([chance.integers(0, number + 1) for number in numbers], np.int64)
    behind = np.array([chance.integers(0, last - number) for number in numbers], np.int64)
    return Places(
        gains=gains,
        passages=passages,
        ranks=chance.integers(0, 3, count),
        before=before,
        after=after,
        leaning=leaning,
        leant_on=leant_on,
        places=places,
        sizes=places + 1 + behind,
    )


def one_place(place: int, size: int, *, leaning: bool = False) -> Places:
    """A lone sentence of which only this is known."""
    none, false, zero = np.zeros(1), np.zeros(1, bool), np.zeros(1, np.int64)
    return Places(none, none, zero, none, none, np.array([leaning]), false, np.array([place]), np.array([size]))


def feature(of: Library, question: str, number: int, name: str, places: Places) -> float:
    """One of a sentence's features."""
    sight = of.reader.see(of.understand(question), np.array([number], np.int64), places)
    return float(sight.sentences[0, FEATURES.index(name)])


def number_of(of: Library, beginning: str) -> int:
    """The sentence that begins so."""
    texts = [entry.report.quote(entry.sentence) for entry in of.collection.sentences]
    return next(number for number, text in enumerate(texts) if text.startswith(beginning))


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

    def having(one: int) -> set[str]:
        return {syllable for _, syllables, _ in said(of, one, query.accented) for syllable in syllables} & set(worth)

    first = number - int(places.places[at])
    passage = range(first, first + int(places.sizes[at]))
    typed = having(number)
    before = having(number - 1) if number - 1 in passage else set()
    spread = {one: sum(one in having(i) for i in passage if abs(i - number) <= REACH) for one in typed}

    words = said(of, number, query.accented)
    slots = [list(syllables) for _, syllables, _ in words]
    if places.leaning[at]:
        lent = sorted(before - typed, key=lambda one: (-worth[one], wanted.numbers[one]))[:LENT]
        anaphor = int(of.reader.table.anaphors[number])
        size = len(slots[anaphor])
        slots[anaphor] = [*(one for one in slots[anaphor] if one in worth), *lent][:SLOTS]
        slots[anaphor] += [""] * (size - len(slots[anaphor]))  # what is neither said nor lent
    else:
        anaphor, size = 0, len(slots[0])
    own = {syllable for syllables in slots for syllable in syllables} & set(worth)
    together = own | before
    # A word has no more neighbours than it has syllables, whatever it stands for.
    flat = [one for i, syllables in enumerate(slots) for one in (syllables[:size] if i == anaphor else syllables)]

    function = of.reader.function[of.reader.table.offsets[number] :]
    coverage = sum(worth[one] for one in own)
    helped = sum(worth[one] for one in together) - coverage
    preceding = {one: int(wanted.follows[place]) for one, place in wanted.numbers.items()}
    wanted_pairs = {(one, other) for one in worth for other in worth if wanted.numbers[one] == preceding[other]}
    pairs = wanted_pairs & set(pairwise(flat))
    unsaid = [i for i, syllables in enumerate(slots) if not own & set(syllables)]
    new = [i for i in unsaid if not function[i]]
    fresh_names = [i for i in unsaid if words[i][0][0].isupper() and not words[i][2]]
    best, best_passage = max(places.gains), max(places.passages)
    leans, gain_before = float(places.leaning[at]), float(places.before[at])
    return {
        "gain": float(places.gains[at]),
        "gain of the best": float(places.gains[at]) / max(best, 1e-9),
        "passage": float(places.passages[at]),
        "passage of the best": float(places.passages[at]) / max(best_passage, 1e-9),
        "first passage": float(places.ranks[at] == 0),
        "gain<": gain_before,
        "gain<*leans": gain_before * leans,
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
        "opening": sum(sum(worth.get(one, 0.0) for one in syllables) * 0.85**i for i, syllables in enumerate(slots)),
        "names lacking": sum(worth[one] for one in named - own),
        "names lacking with <": sum(worth[one] for one in named - together),
        "said by few": sum(worth[one] / spread[one] for one in typed),
        "said by no other": sum(worth[one] for one in typed if spread[one] == 1),
    }


def check(of: Library, question: str, numbers: list[int], seed: int) -> None:
    places = made(of, numbers, seed)
    sight = of.reader.see(of.understand(question), np.array(numbers, np.int64), places)
    for at, number in enumerate(numbers):
        found = dict(zip(FEATURES, sight.sentences[at].tolist(), strict=True))
        assert found == pytest.approx(slow(of, question, number, at, places), abs=1e-9)


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(FEATURES)) == len(FEATURES)


@pytest.mark.parametrize("text", [SMALL, LEANING], ids=["report", "leaning"])
@pytest.mark.parametrize("question", [*QUESTIONS, *map(fold, QUESTIONS)])
def test_features_of_sentences_are_what_a_plain_reading_of_their_definition_gives(text: str, question: str) -> None:
    of = library(text)
    for seed in range(3):
        check(of, question, list(range(len(of.collection.sentences))), seed)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=4), st.sampled_from(QUESTIONS), st.integers(0, 99))
def test_so_they_are_for_any_sentences_side_by_side(
    leaning: Library, numbers: list[int], question: str, seed: int
) -> None:
    check(leaning, question, numbers, seed)


def test_where_nothing_is_found_no_share_is_divided_by_nothing(small: Library) -> None:
    none, false, zero = np.zeros(2), np.zeros(2, bool), np.zeros(2, np.int64)
    places = Places(none, none, zero, none, none, false, false, zero, zero + 1)
    sight = small.reader.see(small.understand("rừng"), np.array([0, 1]), places)
    assert np.isfinite(sight.sentences).all()


def test_the_sentence_before_helps_only_within_the_passage(small: Library) -> None:
    number = number_of(small, "BTCLH đã đón")
    helped = [
        feature(
            small,
            "Lễ hội đền Thượng đón bao nhiêu lượt khách?",
            number,
            "coverage with <",
            one_place(place, place + 1),
        )
        for place in (0, 1)
    ]
    assert helped[0] == 0
    assert helped[1] > 0


# Of what few say.


@pytest.mark.parametrize(("between", "alone"), [(REACH - 1, False), (REACH, True)])
@pytest.mark.parametrize("ahead", [True, False])
def test_what_another_sentence_says_too_counts_less_if_it_is_within_reach(
    between: int, alone: bool, ahead: bool
) -> None:
    of = library("Mở đầu báo cáo này.\n\n" + "Xã trồng ngô. " + "Dân vui. " * between + "Xã trồng lúa.")
    first, last = number_of(of, "Xã trồng ngô"), number_of(of, "Xã trồng lúa")
    number, size = first if ahead else last, last - first + 1
    places = one_place(number - first, size)
    assert feature(of, "xã trồng gì?", number, "said by no other", places) == pytest.approx(1.0 if alone else 0.0)
    assert feature(of, "xã trồng gì?", number, "said by few", places) == pytest.approx(1.0 if alone else 0.5)


def test_what_another_passage_says_takes_nothing_away(leaning: Library) -> None:
    number = number_of(leaning, "Công ty nộp")
    whole = one_place(number - number_of(leaning, "Công ty Sơn Hà đặt"), 12)
    question = "công ty"
    assert feature(leaning, question, number, "said by few", whole) < 0.5
    assert feature(leaning, question, number, "said by few", one_place(0, 1)) == pytest.approx(1.0)
    assert feature(leaning, question, number, "said by no other", one_place(0, 1)) == pytest.approx(1.0)


def test_what_a_word_stands_for_is_no_word_of_the_sentences_own(leaning: Library) -> None:
    number = number_of(leaning, "Nó được")
    question = "Công ty Sơn Hà được thành lập năm nào?"
    found = [
        {name: feature(leaning, question, number, name, one_place(1, 2, leaning=leans)) for name in FEATURES}
        for leans in (False, True)
    ]
    assert found[0]["said by few"] == found[1]["said by few"] > 0
    assert found[0]["said by no other"] == found[1]["said by no other"] > 0
    assert found[0]["coverage"] < found[1]["coverage"]
    assert found[0]["opening"] < found[1]["opening"]
    assert found[0]["names lacking"] > found[1]["names lacking"]


# Of what words stand for.


WORTH = np.array([0.0, 0.1, 0.3, 0.2, 0.15, 0.25])


def lent(
    words: list[list[int]],
    before: set[int],
    at: int = 0,
    *,
    worth: Floats = WORTH,
    leaning: bool = True,
) -> list[list[int]]:
    """The words of a lone sentence, the question's syllables of each, where the one at a place may stand for some."""
    held = np.zeros((SLOTS, 1, len(words)), np.int32)
    for i, syllables in enumerate(words):
        held[: len(syllables), 0, i] = syllables
    own = {one for word in words for one in word if one}
    having = [np.array([[number in of for number in range(len(worth))]]) for of in (own, before)]
    nearby = Nearby(having[0], having[1], having[0].astype(np.int64))
    was = held.copy()
    found = standing_for(held, nearby, worth, np.array([leaning]), np.array([at], np.int64))
    assert np.array_equal(held, was), "what is given is left as it was"
    return shown(found)


def shown(held: Ids) -> list[list[int]]:
    """The question's syllables of a lone sentence's words."""
    return [[one for one in word if one] for word in held[:, 0].T.tolist()]


def test_the_word_that_leans_stands_for_what_the_sentence_before_says_the_weightiest_first() -> None:
    assert lent([[], [1], []], {2, 3, 5}) == [[2, 5, 3], [1], []]
    assert lent([[], [1], []], {2, 3, 5}, at=2) == [[], [1], [2, 5, 3]]


def test_a_sentence_that_does_not_lean_stands_for_nothing() -> None:
    assert lent([[], [1], []], {2, 3}, leaning=False) == [[], [1], []]


def test_what_the_sentence_says_itself_it_is_not_lent() -> None:
    assert lent([[], [1], [2]], {1, 2, 3}) == [[3], [1], [2]]
    assert lent([[], [1], [2]], {1, 2}) == [[], [1], [2]]
    assert lent([[], [1], [2]], set()) == [[], [1], [2]]


def test_no_more_than_four_are_lent_and_of_equals_those_that_the_question_says_first() -> None:
    assert lent([[], []], {1, 2, 3, 4, 5}) == [[2, 5, 3, 4], []]
    assert lent([[], []], {1, 2, 3, 4, 5}, worth=np.array([0.0, *[0.2] * 5])) == [[1, 2, 3, 4], []]


@pytest.mark.parametrize(
    ("word", "stands_for"),
    [
        ([1], [1, 2, 5, 3]),
        ([0, 1], [1, 2, 5, 3]),
        ([1, 4], [1, 4, 2, 5]),
        ([1, 1, 4], [1, 1, 4, 2]),
        ([1, 4, 1, 4], [1, 4, 1, 4]),
    ],
)
def test_no_more_are_lent_than_the_word_has_places_free_and_what_it_says_it_keeps(
    word: list[int], stands_for: list[int]
) -> None:
    assert lent([[], word], {2, 3, 5}, at=1) == [[], stands_for]


def test_what_is_worth_nothing_is_not_lent() -> None:
    assert lent([[]], {1, 2}, worth=np.array([0.0, 0.0, 1.0])) == [[2]]


@settings(max_examples=200)
@given(
    words=st.lists(st.lists(st.integers(0, 5), max_size=SLOTS), min_size=1, max_size=4),
    before=st.sets(st.integers(1, 5)),
    at=st.integers(0, 3),
    worth=st.lists(st.sampled_from([0.1, 0.2, 0.3]), min_size=5, max_size=5),
)
def test_so_it_is_for_any_words(words: list[list[int]], before: set[int], at: int, worth: list[float]) -> None:
    at = min(at, len(words) - 1)
    said_of = [[one for one in word if one] for word in words]
    owed = sorted(before.difference(*said_of), key=lambda one: (-worth[one - 1], one))
    expected = [[*word, *owed][:SLOTS] if i == at else word for i, word in enumerate(said_of)]
    assert lent(words, before, at, worth=np.array([0.0, *worth])) == expected


def test_each_of_several_sentences_is_lent_its_own() -> None:
    held = np.zeros((SLOTS, 3, 2), np.int32)
    none = np.zeros((3, 4), bool)
    before = none.copy()
    before[[0, 1, 2], [1, 2, 3]] = True
    nearby = Nearby(none, before, none.astype(np.int64))
    worth = np.array([0.0, 0.5, 0.3, 0.2])
    found = standing_for(held, nearby, worth, np.array([True, False, True]), np.array([1, 0, 0], np.int64))
    assert [shown(found[:, at : at + 1]) for at in range(3)] == [[[], [1]], [[], []], [[3], []]]
