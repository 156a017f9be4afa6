"""The reader: what spans and sentences score, whatever it reads, and that it reads the same with less."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index import overlap, standing
from index.errors import EmptyReport
from index.library import Library
from index.normalize import nfc
from index.overlap import KINDS, Floats
from index.question import function_words
from index.reader import LONGEST, Reader, Reading, span_scores
from index.readerweights import EVERY, LENGTHS, Weights
from index.squad import load
from index.standing import Places
from index.wordtable import WordTable
from tests.index import squad_files
from tests.index.builders import SMALL, library
from tests.index.hostile import QUESTIONS, TEXTS

Spanned: TypeAlias = tuple[Floats, Floats, NDArray[np.bool_], NDArray[np.bool_]]
NOTHING = -30.0
ASKED = [
    "Tổng thu NSNN đạt bao nhiêu?",
    "Ai trình bày báo cáo?",
    "Lễ hội đền Thượng khai mạc ngày nào?",
    "Vì sao số khách giảm?",
    "rung phong ho",
    "ai trinh bay bao cao",
]
NONE = Weights(learned_from=(), begin={}, end={}, inside={}, length={}, sentence={})


def idf(syllable: str) -> float:
    """How rare a syllable is, whatever the reports: the longer, the rarer."""
    return 1.0 + len(syllable) / 8


def anew(of: Library, numbers: list[int], weights: Weights) -> Reader:
    """A reader of some of a library's sentences alone."""
    entries = [of.collection.sentences[number] for number in numbers]
    table = WordTable(entries, function_words(of.ranking.question, True), of.glossary.expand)
    return Reader(table, idf, idf, weights)


def places(numbers: list[int], most: int) -> Places:
    """Sentences as far apart as can be, of a collection with so many."""
    count = len(numbers)
    steps = np.arange(count) / 4
    odd = np.arange(count) % 2 == 1
    ahead = np.minimum(np.arange(count) % 3, numbers)
    sizes = ahead + np.minimum(2, most - np.array(numbers, np.int64))
    return Places(steps, steps + 1, np.arange(count), steps, steps, odd, ~odd, ahead, sizes)


def read(reader: Reader, of: Library, question: str, numbers: list[int]) -> Reading:
    return reader.read(of.understand(question), np.array(numbers, np.int64), places(numbers, len(reader.table.lengths)))


# Of every span a score: by definition, a loop over sentences, first words and lengths.


def slow(marked: Floats, length: Floats, real: NDArray[np.bool_], function: NDArray[np.bool_]) -> Floats:
    out = np.full((*real.shape, LONGEST), NOTHING)
    for s, i, extra in np.ndindex(out.shape):
        last = i + extra
        if last >= real.shape[1] or not real[s, i : last + 1].all() or (extra == 0 and function[s, i]):
            continue
        score = marked[s, i, 0] + marked[s, last, 1] + sum(marked[s, i : last + 1, 2]) + length[extra]
        out[s, i, extra] = max(NOTHING, score)
    return out


def by_chance(sentences: int, words: int, seed: int, scale: float) -> Spanned:
    chance = np.random.default_rng(seed)
    lengths = chance.integers(0, words + 1, sentences)
    real = np.arange(words) < lengths[:, None]
    marked = chance.normal(0, scale, (sentences, words, 3))
    return marked, chance.normal(0, scale, LONGEST), real, chance.random((sentences, words)) < 0.3


@given(st.integers(1, 4), st.integers(1, 20), st.integers(0, 10_000), st.sampled_from([0.1, 1.0, 5.0, 40.0]))
def test_the_score_of_every_span_is_the_sum_that_is_promised(
    sentences: int, words: int, seed: int, scale: float
) -> None:
    given_arrays = by_chance(sentences, words, seed, scale)
    found = span_scores(*given_arrays)
    assert found.shape == (sentences, words, LONGEST)
    np.testing.assert_allclose(found, slow(*given_arrays), atol=1e-9)


def test_what_is_no_span_scores_nothing_however_much_its_words_do() -> None:
    # once spans that ran past a sentence's words had high scores
    marked = np.full((2, 5, 3), 100.0)
    real = np.array([[True] * 5, [True, True, False, False, False]])
    function = np.zeros((2, 5), bool)
    function[0, 3] = True
    found = span_scores(marked, np.full(LONGEST, 50.0), real, function)
    inside = np.arange(5)[:, None] + np.arange(LONGEST)
    assert (found[0][inside >= 5] == NOTHING).all()
    assert (found[1][inside >= 2] == NOTHING).all()
    assert found[0, 3, 0] == NOTHING, "a lone function word"
    assert found[0, 3, 1] > 0, "but it may begin a span"
    assert found[1, 0, 1] == 100 + 100 + 200 + 50


def test_a_span_is_never_longer_than_twelve_words() -> None:
    found = span_scores(np.zeros((1, 30, 3)), np.zeros(LONGEST), np.ones((1, 30), bool), np.zeros((1, 30), bool))
    assert found.shape == (1, 30, len(LENGTHS))


def test_what_scores_are_made_of_is_left_as_it_was() -> None:
    arrays = by_chance(3, 8, 5, 1.0)
    before = [array.copy() for array in arrays]
    span_scores(*arrays)
    for array, was in zip(arrays, before, strict=True):
        assert np.array_equal(array, was)


# Of sentences.


def test_no_feature_of_a_word_is_named_as_another(small: Library) -> None:
    # they share a table of weights: of two with one name, one would be lost
    assert not set(small.reader.table.features) & set(overlap.FEATURES)


def some_weights(of: Reader) -> Weights:
    """Weights of everything there is, by chance, of every kind and of two of them."""
    chance = np.random.default_rng(3)

    def table(names: list[str]) -> dict[str, dict[str, float]]:
        kinds = (EVERY, "person", "figure")
        return {kind: dict(zip(names, chance.normal(0, 0.3, len(names)).tolist(), strict=True)) for kind in kinds}

    names = [*of.table.features, *overlap.FEATURES]
    begin, end, inside = table(names), table(names), table(names)
    return Weights(
        learned_from=(),
        begin=begin,
        end=end,
        inside=inside,
        length=table([*LENGTHS]),
        sentence=table([*standing.FEATURES]),
    )


@pytest.mark.parametrize("question", ASKED)
def test_a_reading_is_the_sum_of_named_weights(small: Library, question: str) -> None:
    weights = some_weights(small.reader)
    reader = small.reader.weighing(weights)
    numbers = [3, 5, 9, 12]
    found = read(reader, small, question, numbers)
    sight, kind = found.sight, found.sight.question.kind
    named = {number: feature for feature, number in reader.table.features.items()}

    def weight(part: dict[str, dict[str, float]], name: str) -> float:
        return part[EVERY].get(name, 0.0) + part.get(kind, {}).get(name, 0.0)

    for at in range(len(numbers)):
        rows = sight.rows[at][sight.real[at]]
        marked = np.zeros((len(rows), 3))
        for i, row in enumerate(rows):
            for p, part in enumerate((weights.begin, weights.end, weights.inside)):
                own = sum(weight(part, named[n]) for n in reader.table.shapes[row].tolist() if n)
                marked[i, p] = own + sum(
                    weight(part, name) * value
                    for name, value in zip(overlap.FEATURES, sight.words[at, i].tolist(), strict=True)
                )
        length = np.array([weight(weights.length, name) for name in LENGTHS])
        expected = slow(marked[None], length, np.ones((1, len(rows)), bool), reader.function[rows][None])[0]
        np.testing.assert_allclose(found.spans[at, : len(rows)], expected, atol=1e-9)
        stands = sum(
            weight(weights.sentence, name) * value
            for name, value in zip(standing.FEATURES, sight.sentences[at].tolist(), strict=True)
        )
        together = np.log(np.exp(found.spans[at]).sum())
        assert found.scores[at] == pytest.approx(together + stands)


def test_a_kind_without_weights_of_its_own_has_those_of_every_kind(small: Library) -> None:
    weights = some_weights(small.reader)
    only = {name: {EVERY: getattr(weights, name)[EVERY]} for name in ("begin", "end", "inside", "length", "sentence")}
    shared = small.reader.weighing(Weights(learned_from=(), **only))
    for question, alike in (("Vì sao số khách giảm?", True), ("Ai trình bày báo cáo?", False)):
        one = read(small.reader.weighing(weights), small, question, [3, 9])
        other = read(shared, small, question, [3, 9])
        assert np.allclose(one.scores, other.scores) == alike


def test_other_weights_read_as_a_reader_made_with_them(small: Library) -> None:
    weights = some_weights(small.reader)
    numbers = list(range(len(small.collection.sentences)))
    made = anew(small, numbers, Weights.load())
    weighed = made.weighing(weights)
    assert weighed.weights is weights
    for question in ASKED:
        one, other = (
            read(weighed, small, question, numbers),
            read(anew(small, numbers, weights), small, question, numbers),
        )
        assert np.array_equal(one.scores, other.scores)
        assert np.array_equal(one.spans, other.spans)
        assert not np.allclose(one.scores, read(made, small, question, numbers).scores), "and not as before"


@pytest.mark.parametrize("gone", [range(2), range(4, 7), range(11, 14), range(0)])
def test_without_some_sentences_it_reads_as_one_that_never_had_them(small: Library, gone: range) -> None:
    every = list(range(len(small.collection.sentences)))
    left = [number for number in every if number not in gone]
    fewer = anew(small, every, Weights.load()).without(gone, idf, idf)
    other = anew(small, left, Weights.load())
    numbers = [*range(len(left))][::-1]
    assert np.array_equal(fewer.function, other.function)
    for question in ASKED:
        one, two = read(fewer, small, question, numbers), read(other, small, question, numbers)
        np.testing.assert_allclose(one.scores, two.scores, atol=1e-9)
        np.testing.assert_allclose(one.spans, two.spans, atol=1e-9)
        for at in range(len(numbers)):
            assert fewer.spans(one, at).best() == other.spans(two, at).best()


def test_without_some_sentences_what_is_rare_is_told_anew(small: Library) -> None:
    def doubled(syllable: str) -> float:
        return 2 * idf(syllable) if syllable == "trình" else idf(syllable)

    every = list(range(len(small.collection.sentences)))
    fewer = anew(small, every, NONE).without(range(1), doubled, doubled)
    question = read(fewer, small, "Ai trình bày?", [0]).sight.question
    one, other = (question.worth[question.numbers[syllable]] for syllable in ("trình", "bày"))
    assert one / other == pytest.approx(doubled("trình") / doubled("bày"))


def test_a_reader_is_left_as_it_was_when_another_is_made_of_it(small: Library) -> None:
    before = read(small.reader, small, ASKED[0], [3, 5])
    small.reader.without(range(2, 5), idf, idf)
    small.reader.weighing(NONE)
    after = read(small.reader, small, ASKED[0], [3, 5])
    assert np.array_equal(before.spans, after.spans)
    assert np.array_equal(before.scores, after.scores)


def test_a_sentence_reads_the_same_beside_longer_ones(small: Library) -> None:
    lengths = small.reader.table.lengths
    short, long = int(lengths.argmin()), int(lengths.argmax())
    for question in ASKED:
        query = small.understand(question)
        read_at = partial(small.reader.read, query)
        none, false, zero = np.zeros(2), np.zeros(2, bool), np.zeros(2, np.int64)
        one = zero + 1
        both = read_at(np.array([short, long]), Places(none, none, zero, none, none, false, false, zero, one))
        none, false, zero, one = none[:1], false[:1], zero[:1], one[:1]
        alone = read_at(np.array([short]), Places(none, none, zero, none, none, false, false, zero, one))
        # what is beyond its words scores nothing, which is next to nothing beside what is within
        assert both.scores[0] == pytest.approx(alone.scores[0], abs=1e-6)
        size = int(lengths[short])
        np.testing.assert_allclose(both.spans[0, :size], alone.spans[0, :size], atol=1e-9)


def test_spans_are_those_of_the_sentence_with_its_own_offsets(small: Library) -> None:
    numbers = [5, 3]
    found = read(small.reader, small, ASKED[0], numbers)
    for at, number in enumerate(numbers):
        entry = small.collection.sentences[number]
        spans = small.reader.spans(found, at)
        assert len(spans.starts) == len(spans.ends) == len(spans.sizes) == len(spans.scores)
        assert len(spans.starts) == small.reader.table.lengths[number]
        assert spans.ends[-1] <= len(entry.report.quote(entry.sentence))


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_hostile_question_is_read_for_without_a_fault(small: Library, name: str) -> None:
    numbers = list(range(len(small.collection.sentences)))
    found = read(small.reader, small, QUESTIONS[name], numbers)
    assert np.isfinite(found.scores).all()
    assert (found.spans >= NOTHING).all()


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from([*ASKED, *sorted(one for one in QUESTIONS.values() if len(one) < 5_000)]))
def test_hostile_sentences_are_read_without_a_fault(text: str, question: str) -> None:
    try:
        of = library(nfc(f"Mở đầu báo cáo này.\n\n{text}"))
    except EmptyReport:
        return
    numbers = list(range(len(of.collection.sentences)))
    found = read(of.reader, of, question, numbers)
    assert np.isfinite(found.scores).all()
    assert found.sight.question.kind in KINDS
    for at, number in enumerate(numbers):
        best = of.reader.spans(found, at).best()
        said = of.collection.sentences[number].report.quote(of.collection.sentences[number].sentence)
        assert best is None or 0 <= best.start < best.end <= len(said)


def test_a_sentence_without_words_is_read_and_has_no_span(tmp_path: Path) -> None:
    text = "Thu tăng nhanh. …!? Chi giảm."
    breaks = [(0, 15), (16, 19), (20, 29)]
    asked = squad_files.paragraph(text, squad_files.question("Thu thế nào?", text, "tăng nhanh"), breaks=breaks)
    of = Library.of(load(squad_files.written(tmp_path, {"data": [{"paragraphs": [asked]}]}))[0])
    assert of.reader.table.lengths[1] == 0
    for numbers in ([0, 1, 2], [1]):
        found = read(of.reader, of, "Thu thế nào?", numbers)
        assert np.isfinite(found.scores).all()
        assert of.reader.spans(found, numbers.index(1)).best() is None
    assert of.reader.spans(read(of.reader, of, "Thu thế nào?", [0]), 0).best() is not None


def test_all_sentences_with_words_may_go(small: Library) -> None:
    every = list(range(len(small.collection.sentences)))
    none_left = anew(small, every, Weights.load()).without(range(len(every)), idf, idf)
    assert none_left.table.offsets.tolist() == [0]


def test_readings_of_one_question_are_the_same_every_time(small: Library) -> None:
    again = library(SMALL)
    for question in ASKED:
        one = read(small.reader, small, question, [3, 5, 9])
        other = read(again.reader, again, question, [3, 5, 9])
        assert np.array_equal(one.scores, other.scores)
        assert np.array_equal(one.spans, other.spans)
