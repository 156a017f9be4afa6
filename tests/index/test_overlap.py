"""A question held against words, beside a slow oracle written word by word."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.asks import Kind
from index.library import Library
from index.normalize import fold
from index.overlap import FEATURES, KINDS, Asked, asked, members, word_features
from index.standing import Places
from index.tokens import tokens
from tests.index.builders import library
from tests.index.hostile import QUESTIONS

FADE, SLOW, LIGHT = 0.75, 0.95, 0.3

ACCENTED = [
    "Tổng thu ngân sách đạt bao nhiêu?",
    "Ai trình bày báo cáo của huyện?",
    "Huyện trồng mới bao nhiêu ha rừng phòng hộ?",
    "Lễ hội đền Thượng khai mạc ngày nào tại xã Tân Lập?",
    "Đơn vị nào điều hành lễ hội?",
    "rừng phòng hộ",
    "Vì sao số khách giảm?",
    "thu thu thu bao nhiêu thu thu?",
]


def same(_: str) -> float:
    return 1.0


def by_hand(of: Library, question: str) -> tuple[list[str], dict[str, dict[str, float]]]:
    """The syllables of a question that do not ask, and of each what `Asked` says, taken from its definition."""
    query = of.understand(question)
    spelled = [syllable if query.accented else fold(syllable) for syllable in query.spelled]
    begin, end = query.asking.places[0]
    idf = of.reader._idfs[query.accented]
    kept = [i for i in range(len(spelled)) if i not in query.asking.words]
    worth = {}
    for i in kept:
        light = query.spelled[i] in query.function
        worth[spelled[i]] = idf(spelled[i]) * (LIGHT if light else 1.0)
    total = sum(worth.values())
    said: dict[str, dict[str, float]] = {}
    for one in worth:
        places = [i for i in kept if spelled[i] == one]
        said[one] = {
            "worth": worth[one] / total,
            "left": max([FADE ** (begin - 1 - i) for i in places if i < begin], default=0.0),
            "right": max([FADE ** (i - end) for i in places if i >= end], default=0.0),
            "noun": float(fold(one) in (query.asking.nouns[0] or "").split()),
        }
    return list(worth), said


def slow(of: Library, question: str, number: int, lent: Mapping[int, list[str]] = {}) -> list[dict[str, float]]:
    """The features of each word of a sentence, by their names, each from its definition alone.

    `lent` are the syllables that the sentence before lends a word, by its place.
    """
    query = of.understand(question)
    _, said = by_hand(of, question)
    entry = of.collection.sentences[number]
    text = entry.report.quote(entry.sentence)
    table = of.reader.table
    rows = range(int(table.offsets[number]), int(table.offsets[number + 1]))
    own: list[dict[str, float]] = []
    rarest = []
    for place, row in enumerate(rows):
        typed = text[table.starts[row] : table.ends[row]]
        written = of.glossary.expand(typed) if typed.isupper() and len(typed) > 1 else typed
        syllables = [token.text if query.accented else fold(token.text) for token in tokens(written)][:4]
        hits = [said[one] for one in (*syllables, *lent.get(place, ())) if one in said]
        rarest.append(max(map(of.reader._idfs[query.accented], syllables)))
        own.append(
            {
                "said": float(len(hits) >= len(syllables)),
                "weight": sum(one["worth"] for one in hits),
                "left": max([one["left"] for one in hits], default=0.0),
                "right": max([one["right"] for one in hits], default=0.0),
                "noun": max([one["noun"] for one in hits], default=0.0),
                "partly": float(0 < len(hits) < len(syllables)),
            }
        )
    out = []
    nothing = dict.fromkeys(own[0], 0.0) if own else {}
    for i, word in enumerate(own):
        before = own[i - 1] if i else nothing
        after = own[i + 1] if i + 1 < len(own) else nothing
        found = {}
        for name in nothing:
            scale = 4 if name == "weight" else 1
            found[name] = scale * word[name]
            found[f"{name}<"] = scale * before[name]
            found[f"{name}>"] = scale * after[name]
        unsaid = not word["said"]
        found["unsaid after said"] = float(unsaid and bool(before["said"]))
        found["unsaid before said"] = float(unsaid and bool(after["said"]))
        found["unsaid between said"] = float(unsaid and bool(before["said"]) and bool(after["said"]))
        for name in ("weight", "left", "right", "weight*left", "weight*right"):

            def worth(one: dict[str, float], name: str = name) -> float:
                return float(np.prod([one[part] for part in name.split("*")]))

            for mark, fade in (("<<", FADE), ("<<<", SLOW)):
                found[name + mark] = sum(worth(own[j]) * fade ** (i - j - 1) for j in range(i))
            for mark, fade in ((">>", FADE), (">>>", SLOW)):
                found[name + mark] = sum(worth(own[j]) * fade ** (j - i - 1) for j in range(i + 1, len(own)))
        found["rarity"] = rarest[i]
        out.append(found)
    return out


def places(count: int) -> Places:
    """Sentences of which nothing is known."""
    none, false, zero = np.zeros(count), np.zeros(count, bool), np.zeros(count, np.int64)
    return Places(none, none, zero, none, none, false, false, zero, zero + 1)


def check(of: Library, question: str, numbers: list[int]) -> None:
    sight = of.reader.see(of.understand(question), np.array(numbers, np.int64), places(len(numbers)))
    for at, number in enumerate(numbers):
        expected = slow(of, question, number)
        assert sight.real[at].sum() == len(expected)
        found = sight.words[at][sight.real[at]]
        for row, wanted in zip(found, expected, strict=True):
            assert dict(zip(FEATURES, row.tolist(), strict=True)) == pytest.approx(wanted, abs=1e-9)


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(FEATURES)) == len(FEATURES)


@pytest.mark.parametrize("question", ACCENTED)
def test_features_of_words_are_what_a_plain_reading_of_their_definition_gives(small: Library, question: str) -> None:
    check(small, question, list(range(len(small.collection.sentences))))


@pytest.mark.parametrize("question", [fold(one) for one in ACCENTED])
def test_so_they_are_of_a_question_without_accents(small: Library, question: str) -> None:
    check(small, question, [3, 4, 9, 12])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=6), st.sampled_from(ACCENTED))
def test_a_sentence_is_seen_the_same_whatever_it_is_seen_with(
    small: Library, numbers: list[int], question: str
) -> None:
    check(small, question, numbers)


@pytest.mark.parametrize(
    ("text", "place", "syllables"),
    [
        ("Công ty Sơn Hà ở xã Thái Bình. Nó được lập năm 1998.", 0, ["công", "ti", "sơn", "hà"]),
        ("Công ty ở xã Thái Bình. Năm 1998, nó được Sơn Hà lập.", 2, ["công", "ti"]),
        ("Sơn Hà là công ty lớn. Năm 1998, công ty này được lập.", 3, ["sơn", "hà"]),
        ("Xã Thái Bình ở xa. Nó đẹp.", 0, []),
    ],
)
@pytest.mark.parametrize("accented", [True, False])
def test_a_word_that_stands_for_what_was_said_before_is_near_to_all_as_if_it_said_it(
    text: str, place: int, syllables: list[str], accented: bool
) -> None:
    of = library(f"Mở đầu báo cáo này.\n\n{text}")
    asked_for, lent = "Công ty Sơn Hà được lập năm nào?", syllables
    if not accented:
        asked_for, lent = fold(asked_for), list(map(fold, syllables))
    zero = np.zeros(1)
    leans = Places(zero, zero, np.array([0]), zero, zero, zero == 0, zero > 0, np.array([1]), np.array([2]))
    sight = of.reader.see(of.understand(asked_for), np.array([2]), leans)
    expected = slow(of, asked_for, 2, {place: lent})
    assert (slow(of, asked_for, 2) != expected) == bool(lent)
    for row, wanted in zip(sight.words[0], expected, strict=True):
        assert dict(zip(FEATURES, row.tolist(), strict=True)) == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize(
    ("held", "length", "said", "partly"),
    [
        ([0, 0, 0, 0], 1, 0, 0),
        ([1, 0, 0, 0], 1, 1, 0),
        ([1, 2, 1, 2], 1, 1, 0),  # of more than it has syllables, what it stands for
        ([0, 1, 0, 0], 2, 0, 1),
        ([1, 2, 1, 0], 2, 1, 0),
        ([1, 2, 1, 0], 4, 0, 1),
        ([0, 0, 0, 0], 0, 0, 0),
    ],
)
def test_a_word_is_said_that_has_or_stands_for_as_many_of_the_questions_syllables_as_it_has(
    held: list[int], length: int, said: int, partly: int
) -> None:
    none = np.zeros(3)
    question = Asked("other", {"thu": 1, "chi": 2}, none, none, none, none, none > 0, np.zeros(3, np.int64))
    words = np.array(held, np.int32)[:, None, None]
    found = word_features(question, words, np.array([[length]], np.int32), np.zeros((1, 1)))[0, 0]
    assert (found[FEATURES.index("said")], found[FEATURES.index("partly")]) == (said, partly)


@given(st.integers(1, 4), st.integers(1, 5), st.integers(1, 6), st.integers(0, 999))
def test_members_are_the_questions_syllables_that_any_word_of_a_sentence_has(
    sentences: int, words: int, size: int, seed: int
) -> None:
    held = np.random.default_rng(seed).integers(0, size, (4, sentences, words)).astype(np.int32)
    found = members(held, size)
    assert found.shape == (sentences, size)
    for at in range(sentences):
        assert set(np.flatnonzero(found[at]).tolist()) == set(held[:, at].ravel().tolist()) - {0}


@pytest.mark.parametrize("question", [*ACCENTED, *map(fold, ACCENTED)])
def test_what_a_question_says_is_what_a_plain_reading_gives(small: Library, question: str) -> None:
    query = small.understand(question)
    found = asked(query, small.reader._idfs[query.accented])
    order, said = by_hand(small, question)
    assert list(found.numbers) == order
    assert sorted(found.numbers.values()) == list(range(1, len(order) + 1))
    for one, number in found.numbers.items():
        held = {name: float(getattr(found, name)[number]) for name in ("worth", "left", "right", "noun")}
        assert held == pytest.approx(said[one]), one
    assert found.worth.sum() == pytest.approx(1.0)
    assert not any(column[0] for column in (found.worth, found.left, found.right, found.noun, found.names))


def test_a_syllable_follows_the_one_before_it_but_not_across_the_words_that_ask(small: Library) -> None:
    found = asked(small.understand("Lễ hội khai mạc ngày nào tại xã"), same)
    following = {one: int(found.follows[number]) for one, number in found.numbers.items()}
    named = {number: one for one, number in found.numbers.items()}
    assert {one: named.get(number) for one, number in following.items()} == {
        "lễ": None,
        "hội": "lễ",
        "khai": "hội",
        "mạc": "khai",
        "tại": None,
        "xã": "tại",
    }
    assert found.follows[0] == -1


@pytest.mark.parametrize(
    ("question", "function", "other"),
    [
        ("Lễ hội khai mạc ngày nào tại xã", "tại", "xã"),
        ("le hoi khai mac ngay nao tai xa Tan Lap", "tai", "xa"),
        ("don vi nao dieu hanh le hoi cua huyen", "cua", "huyen"),
    ],
)
def test_a_function_word_is_light_with_accents_and_without(
    small: Library, question: str, function: str, other: str
) -> None:
    # once "tại" was light and "tai" was not: it was looked for without its accents among words with them
    found = asked(small.understand(question), same)
    assert found.worth[found.numbers[function]] == pytest.approx(LIGHT * found.worth[found.numbers[other]])


def test_what_is_only_spelled_like_a_function_word_without_accents_is_not_light(small: Library) -> None:
    # "trồng", whose accents are given back, was taken for "trong"
    query = small.understand("huyen trong moi bao nhieu ha rung phong ho")
    assert "trồng" in query.spelled
    found = asked(query, same)
    assert found.worth[found.numbers["trong"]] == pytest.approx(found.worth[found.numbers["rung"]])


def test_of_a_syllable_said_twice_the_place_nearest_to_what_asks_counts(small: Library) -> None:
    found = asked(small.understand("thu phí và thu thuế đạt bao nhiêu so với thu phí"), same)
    thu = found.numbers["thu"]
    assert found.left[thu] == pytest.approx(FADE**2)
    assert found.right[thu] == pytest.approx(FADE**2)


def test_syllables_of_a_name_are_told(small: Library) -> None:
    found = asked(small.understand("Đồng chí Lê Thị Hạnh trình bày gì?"), same)
    assert {one for one, number in found.numbers.items() if found.names[number]} == {"lê", "thị", "hạnh"}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Thu được bao nhiêu tiền?", "figure"),
        ("Huyện có bao nhiêu trường?", "figure"),
        ("Đại hội lần thứ mấy?", "figure"),
        ("Ai trình bày?", "person"),
        ("Loại rừng nào được trồng?", "which"),
        ("rừng", "other"),
    ],
)
def test_kinds_of_question_are_few(small: Library, question: str, kind: str) -> None:
    assert asked(small.understand(question), same).kind == kind


def test_all_kinds_are_known(small: Library) -> None:
    assert set(KINDS) == {kind.value for kind in Kind} - {"money", "ordinal"} | {"which"}


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_hostile_question_is_a_question_like_any(small: Library, name: str) -> None:
    found = asked(small.understand(QUESTIONS[name]), same)
    size = len(found.numbers) + 1
    assert all(len(getattr(found, column)) == size for column in ("worth", "left", "right", "noun", "names", "follows"))
    assert found.worth.sum() == pytest.approx(1.0 if size > 1 else 0.0)
    assert found.kind in KINDS


def test_the_number_of_a_syllable_is_found_where_the_table_has_it_and_0_elsewhere() -> None:
    none = np.zeros(3)
    question = Asked("other", {"thu": 1, "chi": 2}, none, none, none, none, none > 0, np.zeros(3, np.int64))
    ids = np.array([[3, 5, 9], [0, 3, 0], [0, 0, 0], [0, 0, 0]], np.int32)
    known = {"a": 1, "b": 2, "chi": 3, "c": 4, "d": 5, "e": 6, "f": 7, "g": 8, "h": 9}  # "thu" is nowhere
    rows = np.array([[0, 1], [2, 0]], np.int64)
    real = np.array([[True, True], [True, False]])
    found = question.of(ids, rows, real, known)
    assert found.shape == (4, 2, 2)
    assert found[:, 0, 0].tolist() == [2, 0, 0, 0]
    assert found[:, 0, 1].tolist() == [0, 2, 0, 0]
    assert not found[:, 1].any(), "what is not real holds nothing"


def test_an_abbreviation_is_matched_by_what_it_stands_for() -> None:
    of = library("Thu NSNN đạt 15 tỷ đồng.\n\nChi tăng nhanh.")
    sight = of.reader.see(of.understand("Ngân sách nhà nước thu bao nhiêu?"), np.array([0]), places(1))
    assert sight.words[0, 1, FEATURES.index("said")] == 1
