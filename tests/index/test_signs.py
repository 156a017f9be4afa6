from __future__ import annotations

from dataclasses import asdict, fields
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.confidence import confidence
from index.errors import QuestionError
from index.fields import FOLDED, SYLLABLES
from index.library import Library
from index.ranking import Confidence
from index.records import Abstention, Candidate, Signs, Why
from index.signs import _apart
from tests.index.builders import SMALL, answered, library
from tests.index.hostile import QUESTIONS, TEXTS

NAMES = {field.name for field in fields(Signs)}


def candidates(of: Library, question: str) -> tuple[Candidate, ...]:
    """All sentences that come back for a question."""
    reply = of.ask(question)
    return reply.nearest if isinstance(reply, Abstention) else (reply.best, *reply.runners_up)


def check(of: Library, question: str) -> None:
    for one in candidates(of, question):
        for name, value in asdict(one.signs).items():
            assert 0 <= value <= 1, (question[:80], name, value)


def best(of: Library, question: str) -> Signs:
    return candidates(of, question)[0].signs


def test_every_sign_has_a_weight() -> None:
    assert set(Confidence.model_fields) == {"intercept", "costs", *NAMES}


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_signs_are_shares_for_hostile_questions(small: Library, name: str) -> None:
    check(small, QUESTIONS[name])


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_signs_are_shares_for_any_question(small: Library, question: str) -> None:
    try:
        check(small, question)
    except QuestionError:
        return


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*SMALL.split(), "bao nhiêu", "ai", "năm 2020", "Nguyễn"]), max_size=30).map(" ".join))
def test_signs_are_shares_for_the_reports_own_words_in_any_order(small: Library, question: str) -> None:
    check(small, question)


def test_what_the_report_says_has_more_of_every_sign_of_the_words_than_what_it_does_not(small: Library) -> None:
    here = best(small, "Lễ hội đền Thượng khai mạc ngày nào?")
    gone = best(small, "Lễ hội chùa Hương kết thúc ngày nào?")
    for name in ("height", "pairs", "widest", "first", "apart", "margin", "reading"):
        assert getattr(here, name) > getattr(gone, name), name


def test_a_passage_that_holds_the_whole_question_covers_it(small: Library) -> None:
    assert best(small, "Huyện có bao nhiêu trường đạt chuẩn quốc gia?").widest == 1


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("Sản lượng lúa năm 2020 đạt bao nhiêu?", 0),
        ("Sản lượng lúa năm 2017 đạt bao nhiêu?", 1),
        ("Sản lượng lúa năm 2017 đạt bao nhiêu ha?", 2),
        ("Sản lượng lúa năm 2016 và năm 2017 đạt bao nhiêu ha?", 3),
        ("Sản lượng lúa năm 2015, 2016 và 2017 đạt bao nhiêu ha?", 4),
    ],
)
def test_what_a_sentence_lacks_of_the_question_is_told_up_to_three(small: Library, question: str, lacking: int) -> None:
    ranked = next(one for one in candidates(small, question) if one.text.startswith("Sản lượng lúa năm 2020"))
    assert len([one for one in ranked.reasons if one.signal in set(Why)]) == lacking
    assert ranked.signs.carried == pytest.approx(1 - min(lacking, 3) / 3)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("Huyện có bao nhiêu trường đạt chuẩn?", 1),
        ("Lễ hội khai mạc ngày nào?", 1),
        ("Ai trình bày báo cáo?", 1),
        ("Ai trình bày báo cáo và vì sao?", 1),
        ("Vì sao số khách giảm?", 0),
        ("Lễ hội diễn ra thế nào?", 0),
        ("rừng phòng hộ", 0),
    ],
)
def test_a_question_has_form_where_what_it_asks_for_is_known_by_it(small: Library, question: str, form: int) -> None:
    assert {one.signs.form for one in candidates(small, question)} == {form}


def test_signs_of_the_question_and_its_passages_are_the_same_for_all_sentences(small: Library) -> None:
    found = [one.signs for one in candidates(small, "Sản lượng lúa năm 2020 đạt bao nhiêu?")]
    assert len(found) > 1
    for name in ("first", "apart", "widest", "contrast", "pairs", "reading", "form"):
        assert len({getattr(one, name) for one in found}) == 1, name


@pytest.mark.parametrize("question", ["Sản lượng lúa năm 2020 đạt bao nhiêu?", "rừng", "Ai trình bày?"])
def test_the_first_passage_counts_as_a_share_of_matches_and_apart_by_the_deviation_of_the_others(
    small: Library, question: str
) -> None:
    query = small.understand(question)
    perfect = small._sentences.perfect(query)
    scores = [one.score / perfect for one in small._retriever.retrieve(query, 50)]
    scores += [0.0] * (len(small.collection.passages) - len(scores))
    found = best(small, question)
    assert found.first == pytest.approx(min(1, scores[0] / 1.5))
    apart = (scores[0] - np.mean(scores[1:20])) / (np.std(scores[1:20]) + 0.01) / 12
    assert found.apart == pytest.approx(min(1, apart))


@pytest.mark.parametrize(
    ("scores", "size", "apart"),
    [
        ([0.3], 1, 1.0),  # none is behind
        ([0.12], 2, 1.0),  # one is, and is not found
        ([0.03], 2, 3 / 12),
        ([0.5, 0.5, 0.5], 3, 0.0),
        ([0.56, 0.5, 0.5], 3, 6 / 12),
        ([0.6, 0.5, 0.3], 3, 0.2 / 0.11 / 12),
        ([0.6, 0.3], 3, 0.45 / 0.16 / 12),  # the third is not found
        ([0.56, *[0.5] * 19, *[0.1] * 30], 50, 6 / 12),  # no more than nineteen count
        ([0.06], 20, 6 / 12),
        ([0.06], 1000, 6 / 12),
        ([1.4, 0.1], 2, 1.0),
    ],
)
def test_how_far_the_first_passage_stands_apart_is_told_in_twelfths(
    scores: list[float], size: int, apart: float
) -> None:
    assert _apart(scores, size) == pytest.approx(apart)


def test_of_one_passage_alone_none_is_behind_and_the_contrast_is_what_it_lacks() -> None:
    alone = library("Tổng thu ngân sách nhà nước trên địa bàn đạt 15 tỷ đồng.")
    whole, lacking = best(alone, "Tổng thu ngân sách đạt bao nhiêu?"), best(alone, "Tổng thu quỹ đạt bao nhiêu?")
    assert whole.margin == lacking.margin == 1
    assert whole.contrast == 0
    assert lacking.contrast == 1


def test_the_contrast_is_the_rarest_that_one_of_the_first_three_passages_lacks(small: Library) -> None:
    found = small._retriever.retrieve(small.understand("Huyện trồng rừng"), 3)
    coverage = small._passages.coverage(small.understand("Huyện trồng rừng"), FOLDED, SYLLABLES)
    expected = max(coverage(one.passage).lacking for one in found)
    assert best(small, "Huyện trồng rừng").contrast == expected


def test_shares_of_the_sentences_that_were_read_add_up_to_no_more_than_the_whole(small: Library) -> None:
    # a share is kept as 1 + ln(share) / 7
    found = candidates(small, "Sản lượng lúa năm 2020 đạt bao nhiêu?")
    shares = [np.exp((one.signs.share - 1) * 7) for one in found if one.signs.share > 0]
    assert shares
    assert sum(shares) <= 1 + 1e-9
    assert found[0].signs.share >= max(one.signs.share for one in found)


def test_confidence_is_computed_from_the_signs(small: Library) -> None:
    found = answered(small, "Ai trình bày báo cáo?").best
    assert found.confidence == confidence(found.signs, small.ranking.confidence)


def test_the_same_question_has_the_same_signs_every_time(small: Library) -> None:
    again = library(SMALL)
    signs_of = partial(best, question="Ai trình bày báo cáo?")
    assert signs_of(small) == signs_of(small) == signs_of(again)
