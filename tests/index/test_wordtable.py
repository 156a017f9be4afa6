from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings

from index.collection import SentenceEntry, collect
from index.errors import EmptyReport
from index.glossary import Glossary
from index.normalize import fold, nfc
from index.tokens import tokens
from index.words import tagged
from index.wordtable import LONGEST, WordTable
from tests.index.builders import NO_GLOSSARY, SMALL, report
from tests.index.hostile import TEXTS

FUNCTION = frozenset({"là", "của"})


def entries(*texts: str) -> tuple[SentenceEntry, ...]:
    return collect([report(text) for text in texts], NO_GLOSSARY).sentences


def table(*texts: str, expand: Callable[[str], str] = str) -> WordTable:
    return WordTable(entries(*texts), FUNCTION, expand)


def said(of: WordTable, accented: bool = True) -> list[list[str]]:
    """The syllables that are looked at of each word, by what their numbers stand for."""
    ids, known = of.syllables(accented)
    named = {number: syllable for syllable, number in known.items()}
    return [[named[number] for number in column if number] for column in ids.T.tolist()]


def features(of: WordTable) -> list[set[str]]:
    """The named features of each word."""
    named = {number: feature for feature, number in of.features.items()}
    return [{named[number] for number in row if number} for row in of.shapes.tolist()]


def check_covers(of: WordTable, held: tuple[SentenceEntry, ...]) -> None:
    """Rows of a sentence are its first words, in order; together they hold every letter and digit of those."""
    assert of.offsets.tolist() == [0, *np.cumsum(of.lengths).tolist()]
    assert len(of.starts) == len(of.ends) == of.offsets[-1]
    for number, entry in enumerate(held):
        text = entry.report.quote(entry.sentence)
        rows = slice(int(of.offsets[number]), int(of.offsets[number + 1]))
        words = list(zip(of.starts[rows].tolist(), of.ends[rows].tolist(), strict=True))
        assert words == [(word.start, word.end) for word in tagged(text)[:LONGEST]]
        inside = {i for start, end in words for i in range(start, end)}
        atoms = [token for token in tokens(text) if len(words) < LONGEST or token.end <= words[-1][1]]
        assert all(i in inside for token in atoms for i in range(token.start, token.end))
        if len(words) < LONGEST:
            left = "".join(c for i, c in enumerate(text) if i not in inside)
            assert not any(c.isalnum() for c in left), left


def test_rows_hold_every_letter_and_digit_of_the_sentences() -> None:
    held = entries(SMALL)
    check_covers(WordTable(held, FUNCTION, str), held)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_rows_hold_every_letter_and_digit_of_hostile_sentences(text: str) -> None:
    try:
        held = entries(nfc(f"Mở đầu báo cáo này.\n\n{text}"))
    except EmptyReport:
        return
    check_covers(WordTable(held, FUNCTION, str), held)


def test_of_a_long_sentence_the_first_words_are_read() -> None:
    long, short = "Đạt " + "15, " * 200 + "tấn.", "Thu tăng."
    of = table(f"{long}\n\n{short}")
    assert of.lengths[0] == LONGEST
    assert of.lengths[1] == len(tagged(short))
    assert of.offsets.tolist() == [0, LONGEST, LONGEST + len(tagged(short))]


def test_a_table_of_no_sentence_and_one_of_a_sentence_without_words_can_be_looked_at() -> None:
    of = WordTable([], FUNCTION, str)
    assert of.offsets.tolist() == [0]
    rows, real = of.rows(np.array([], np.int64))
    assert rows.shape == real.shape == (0, 1)


def test_syllables_are_numbered_with_accents_and_without_and_none_is_0() -> None:
    of = table("Thu thù thu ngân sách.")
    assert said(of) == [["thu"], ["thù"], ["thu"], ["ngân", "sách"]]
    assert said(of, accented=False) == [["thu"], ["thu"], ["thu"], ["ngan", "sach"]]
    assert of.sizes.tolist() == [1, 1, 1, 2]
    assert 0 not in of.syllables(True)[1].values()


def test_abbreviations_are_written_out_and_no_more_than_four_syllables_are_looked_at() -> None:
    glossary = Glossary({"NSNN": ("ngân sách nhà nước",), "UBNDTP": ("ủy ban nhân dân thành phố",)})
    of = table("Thu NSNN tăng. Do UBNDTP giao.", expand=glossary.expand)
    assert ["ngân", "sách", "nhà", "nước"] in said(of)
    assert ["ủy", "ban", "nhân", "dân"] in said(of)
    assert of.sizes.max() == 4


def test_only_capitals_are_taken_for_an_abbreviation() -> None:
    asked: list[str] = []

    def expand(typed: str) -> str:
        asked.append(typed)
        return typed

    table("Thu NSNN của A tăng 15%.", expand=expand)
    assert asked == ["NSNN"]


def test_the_shapes_of_each_word_are_those_of_its_own_sentence() -> None:
    of = table("Thu tăng.\n\nChi là 15.")
    first = [i for i, found in enumerate(features(of)) if "first" in found]
    last = [i for i, found in enumerate(features(of)) if "last" in found]
    assert first == of.offsets[:-1].tolist()
    assert last == (of.offsets[1:] - 1).tolist()
    assert {"digit"} <= features(of)[-1]
    assert {"=:là", "function"} <= features(of)[-2]


def test_rows_of_sentences_stand_side_by_side_and_what_is_beyond_is_not_real() -> None:
    of = table("Thu tăng nhanh. Chi.\n\nHết.")
    numbers = np.array([1, 0], np.int64)
    rows, real = of.rows(numbers)
    assert rows.shape == real.shape == (2, of.lengths[0])
    for at, number in enumerate(numbers):
        assert rows[at][real[at]].tolist() == list(range(of.offsets[number], of.offsets[number + 1]))
    assert not rows[~real].any()


def test_the_word_that_speaks_of_the_sentence_before_is_told_by_its_place_in_its_own_sentence() -> None:
    of = table("Huyện có công ty. Nó lớn. Năm 2001, công ty này tăng thu. Thu tăng nhanh.")
    words = said(of)
    places = [int(of.offsets[number] + place) for number, place in enumerate(of.anaphors.tolist())]
    assert [words[place] for place in places] == [["huyện"], ["nó"], ["này"], ["thu"]]


@pytest.mark.parametrize("gone", [range(2), range(3, 5), range(0), range(12, 14)])
def test_without_some_sentences_it_is_as_if_they_had_never_been(gone: range) -> None:
    held = entries(SMALL)
    fewer = WordTable(held, FUNCTION, str).without(gone)
    anew = WordTable([*held[: gone.start], *held[gone.stop :]], FUNCTION, str)
    for name in ("lengths", "offsets", "starts", "ends", "sizes", "anaphors"):
        assert np.array_equal(getattr(fewer, name), getattr(anew, name)), name
    for accented in (True, False):
        assert said(fewer, accented) == said(anew, accented)
    assert features(fewer) == features(anew)


def test_the_whole_is_left_as_it_was_when_some_is_taken_out() -> None:
    of = table(SMALL)
    before = of.offsets.tolist(), of.shapes.tolist(), of.anaphors.tolist(), said(of)
    of.without(range(1, 4))
    assert (of.offsets.tolist(), of.shapes.tolist(), of.anaphors.tolist(), said(of)) == before


def test_syllables_without_accents_are_the_folded_ones() -> None:
    of = table(SMALL)
    assert said(of, accented=False) == [[fold(one) for one in word] for word in said(of)]
