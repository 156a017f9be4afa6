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
from index.records import Abstention, Candidate, Signs
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
    for name in ("coverage", "pair_coverage", "sentence_coverage", "strength", "height", "pairs", "widest"):
        assert getattr(here, name) > getattr(gone, name), name


def test_a_sentence_that_holds_the_whole_question_covers_it(small: Library) -> None:
    found = best(small, "Huyện có bao nhiêu trường đạt chuẩn quốc gia?")
    assert found.coverage == found.widest == found.sentence_coverage == 1


def test_a_name_that_the_passage_lacks_is_told(small: Library) -> None:
    assert best(small, "Đồng chí Lê Thị Hạnh giữ chức vụ gì?").names == 1
    lacking = next(iter(candidates(small, "Đồng chí Lê Thị Hồng Nhung giữ chức vụ gì?"))).signs.names
    assert lacking == pytest.approx(1 - 2 / 5)


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
