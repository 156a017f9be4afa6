"""What is considered for a question, beside a plain count over the passages that were found."""

from __future__ import annotations

import numpy as np
import pytest

from index.considered import Considered, Considering
from index.library import Library
from index.mentions import GIVES
from index.records import BlockKind
from index.retriever import Found
from tests.index.builders import library

QUESTIONS = [
    "Tổng thu ngân sách đạt bao nhiêu?",
    "tong thu ngan sach dat bao nhieu",
    "Ai trình bày báo cáo?",
    "Lễ hội khai mạc ngày nào?",
    "rừng phòng hộ",
    "Hộ nghèo thực hiện bao nhiêu hộ?",
    "Ai trình bày báo cáo và khi nào?",
]


def considered(of: Library, question: str, found: list[Found] | None = None) -> Considered:
    """What is considered of all passages, a later one scoring less, or of those that are given."""
    weights = of.ranking.rank
    every = [Found(number, 9.0 / (number + 1)) for number in range(len(of.collection.passages))]
    return Considering(of.collection, of._sentences, weights).of(of.understand(question), found or every)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_sentence_of_the_found_passages_is_scored_by_its_signals(small: Library, question: str) -> None:
    query, weights = small.understand(question), small.ranking.rank
    passages = small.collection.passages
    found = [Found(2, 7.5), Found(0, 3.25)]
    held = considered(small, question, found)
    numbers = [n for one in found for n in range(passages[one.passage].first, passages[one.passage].last + 1)]
    assert held.numbers.tolist() == numbers
    assert held.perfect == small._sentences.perfect(query)
    penalties = {
        BlockKind.HEADING: weights.heading_penalty,
        BlockKind.HEADER: weights.heading_penalty,
        BlockKind.CAPTION: weights.caption_penalty,
        BlockKind.ROW: weights.row_penalty,
    }
    scores = dict(found)
    for at, number in enumerate(numbers):
        entry = small.collection.sentences[number]
        kinds = [kind for kind in query.asking.kinds if kind in GIVES]
        given = bool(kinds) and all(any(m.kind in GIVES[kind] for m in entry.mentions) for kind in kinds)
        expected = {
            "sentence": float(small._sentences.gains(query)[number]),
            "passage": weights.passage_share * scores[entry.passage],
            "kind": weights.kind_bonus * held.perfect * given,
            "label": -held.perfect * penalties.get(entry.sentence.kind, 0.0),
        }
        assert {name: float(values[at]) for name, values in held.signals.items()} == pytest.approx(expected)
        assert held.scores[at] == pytest.approx(sum(expected.values()), abs=1e-8)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("most", [1, 4, 1000])
@pytest.mark.parametrize("within", [0.0, 0.3, 1.0])
def test_the_best_are_read_if_they_are_not_far_behind_and_of_equals_those_that_stand_first(
    small: Library, question: str, most: int, within: float
) -> None:
    update = {"sentences_read": most, "read_within": within, "passage_share": 0.0}
    ranking = small.ranking.model_copy(update={"rank": small.ranking.rank.model_copy(update=update)})
    held = considered(small.under(ranking), question, [Found(n, 1.0) for n in (3, 1, 0, 2)])
    order = sorted(range(len(held.numbers)), key=lambda at: (-held.scores[at], held.numbers[at]))
    least = held.scores[order[0]] - within * held.perfect
    assert held.read.tolist() == [at for at in order[:most] if held.scores[at] >= least]
    assert order[0] in held.read


@pytest.mark.parametrize("question", QUESTIONS)
def test_places_tell_where_each_sentence_stands_and_what_its_neighbours_are_worth(
    small: Library, question: str
) -> None:
    held = considered(small, question)
    collection, perfect = small.collection, held.perfect
    gains = small._sentences.gains(small.understand(question)) / perfect
    for at, number in enumerate(held.numbers[held.read].tolist()):
        entry = collection.sentences[number]
        passage = collection.passages[entry.passage]
        first, last = number == passage.first, number == passage.last
        places = held.places
        assert places.gains[at] == gains[number]
        assert places.passages[at] == pytest.approx(9.0 / (entry.passage + 1) / perfect)
        assert places.ranks[at] == entry.passage
        assert places.places[at] == number - passage.first
        assert places.sizes[at] == passage.last - passage.first + 1
        assert places.before[at] == (0.0 if first else gains[number - 1])
        assert places.after[at] == (0.0 if last else gains[number + 1])
        assert places.leaning[at] == (not first and entry.leans_on == number - 1)
        assert places.leant_on[at] == (not last and collection.sentences[number + 1].leans_on == number)


def test_a_row_leans_on_the_one_before_it_only_where_that_is_its_header(small: Library) -> None:
    # it leans on its header wherever that stands, and was lent the row before
    update = {"read_within": 1.0, "sentences_read": 1000, "heading_penalty": 0.0}  # all are read
    every = small.under(small.ranking.model_copy(update={"rank": small.ranking.rank.model_copy(update=update)}))
    held = considered(every, "Hộ nghèo thực hiện bao nhiêu hộ?")
    entries = small.collection.sentences
    places = dict(zip(held.numbers[held.read].tolist(), range(len(held.read)), strict=True))
    header, first, second = (
        next(number for number, one in enumerate(entries) if one.report.quote(one.sentence).startswith(beginning))
        for beginning in ("Chỉ tiêu |", "Hộ nghèo |", "Lao động có")
    )
    assert entries[first].leans_on == entries[second].leans_on == header == first - 1 == second - 2
    assert [bool(held.places.leaning[places[number]]) for number in (first, second)] == [True, False]
    assert [bool(held.places.leant_on[places[number]]) for number in (header, first)] == [True, False]


def test_a_table_is_a_row_or_a_header_and_counts_for_less(small: Library) -> None:
    held = considered(small, "Hộ nghèo thực hiện bao nhiêu hộ?")
    kinds = [small.collection.sentences[number].sentence.kind for number in held.numbers]
    label = dict(zip(kinds, held.signals["label"].tolist(), strict=True))
    assert label[BlockKind.HEADING] < label[BlockKind.ROW] < 0 == label[BlockKind.PARAGRAPH]


def test_a_question_of_nothing_that_is_known_is_no_division_by_nothing() -> None:
    of = library("Thu ngân sách tăng nhanh.")
    held = considered(of, "?")
    assert held.perfect == 1.0
    assert np.isfinite(held.scores).all()
    assert held.read.tolist() == [0]


def test_a_lone_sentence_has_no_neighbours() -> None:
    places = considered(library("Thu ngân sách tăng nhanh."), "thu").places
    assert (places.before.tolist(), places.after.tolist()) == ([0.0], [0.0])
    assert not places.leaning.any()
    assert not places.leant_on.any()
