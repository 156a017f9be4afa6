"""Not all that is said is a question."""

from __future__ import annotations

import pytest

from bot import texts
from tests.bot.e2e.beside import Beside
from tests.bot.e2e.reading import (
    NAME,
    TOTAL,
    TOTAL_FIGURE,
    bold,
    labels,
)
from tests.telegram_double.talk import Talk


@pytest.mark.parametrize(
    "text",
    ["Chào em", "chao ban", "Cảm ơn nhé", "cam on", "bạn là ai", "đồ ngu", "haha", "👍", "hôm nay trời mưa"],
)
def test_small_talk_gets_one_short_human_line_and_no_citation(bot: Beside, an: Talk, text: str) -> None:
    before = bot.statistics().asked
    asked = an.says(text)
    answer = an.hears()
    assert answer["text"] in texts.SMALL_TALK.values()
    assert answer["reply_to_message_id"] == asked["message_id"]
    assert "reply_markup" not in answer
    assert bot.statistics().asked == before
    an.hears_nothing()


def test_in_a_group_thanks_in_reply_to_an_answer_get_one_line(binh: Talk) -> None:
    binh.says(f"{NAME} {TOTAL}")
    binh.replies_to(binh.hears(), "Cảm ơn nhé")
    assert binh.hears()["text"] == texts.SMALL_TALK["thanks"]
    binh.says(f"{NAME} bạn là ai?")
    assert binh.hears()["text"] == texts.SMALL_TALK["who"]


@pytest.mark.parametrize("text", ["nói rõ hơn", "nguon dau", "lấy ở đâu ra vậy em", "giải thích thêm giúp anh"])
def test_who_wants_to_know_more_of_an_answer_is_shown_to_its_passage(an: Talk, binh: Talk, text: str) -> None:
    an.says(TOTAL)
    assert texts.CONTEXT in labels(an.hears())
    an.says(text)
    assert f"«{texts.CONTEXT}»" in an.hears()["text"]
    binh.says(f"{NAME} {TOTAL}")
    answer = binh.hears()
    binh.replies_to(answer, text)
    assert f"«{texts.CONTEXT}»" in binh.hears()["text"]


@pytest.mark.parametrize("text", [f"Chào em. {TOTAL}", f"Cảm ơn. {TOTAL}", f"{TOTAL} Cảm ơn em nhé"])
def test_courtesy_around_a_question_does_not_hide_it(an: Talk, text: str) -> None:
    an.says(text)
    assert TOTAL_FIGURE in bold(an.hears())
