"""What holds no words: one kind line on what the bot can do, in private; nothing in groups."""

from __future__ import annotations

from typing import Any

import pytest

from bot import texts
from tests.bot.e2e.reading import NAME, TOTAL, TOTAL_FIGURE, bold
from tests.telegram_double.talk import Talk

FILE = {"file_id": "f", "file_unique_id": "u"}
KINDS: list[dict[str, Any]] = [
    {"voice": {**FILE, "duration": 3}},
    {"audio": {**FILE, "duration": 3}},
    {"photo": [{**FILE, "width": 90, "height": 60}]},
    {"document": {**FILE, "file_name": "bao-cao.pdf"}},
    {"location": {"latitude": 21.03, "longitude": 105.85}},
    {"video": {**FILE, "width": 90, "height": 60, "duration": 3}},
    {"video_note": {**FILE, "length": 60, "duration": 3}},
    {"sticker": {**FILE, "type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}},
    {"contact": {"phone_number": "1", "first_name": "An"}},
]


@pytest.mark.parametrize("fields", KINDS, ids=lambda fields: next(iter(fields)))
def test_one_kind_line_says_what_can_be_asked(an: Talk, fields: dict[str, Any]) -> None:
    sent = an.sends(**fields)
    answer = an.hears()
    assert answer["text"] == texts.NO_QUESTION
    assert answer["reply_to_message_id"] == sent["message_id"]
    an.hears_nothing()


@pytest.mark.parametrize("fields", KINDS[:5], ids=lambda fields: next(iter(fields)))
def test_in_a_group_they_are_left_alone(binh: Talk, fields: dict[str, Any]) -> None:
    binh.sends(**fields)
    binh.hears_nothing()


@pytest.mark.parametrize("fields", [KINDS[0], *KINDS[2:4]], ids=lambda fields: next(iter(fields)))
def test_with_a_question_as_its_caption_it_is_answered(an: Talk, fields: dict[str, Any]) -> None:
    an.sends(**fields, caption=TOTAL)
    assert TOTAL_FIGURE in bold(an.hears())
    an.hears_nothing()


@pytest.mark.parametrize("caption", ["/tomtat", "/solieu thuế", f"/help{NAME}"])
def test_a_command_as_a_caption_is_no_question(an: Talk, caption: str) -> None:
    an.sends(**KINDS[2], media_group_id=caption, caption=caption)
    an.sends(**KINDS[2], media_group_id=caption)
    assert an.hears()["text"] == texts.COMMAND_IN_CAPTION
    an.hears_nothing()


def test_hoi_as_a_caption_asks(an: Talk) -> None:
    an.sends(**KINDS[2], caption=f"/hoi {TOTAL}")
    assert TOTAL_FIGURE in bold(an.hears())


def test_a_photo_that_answers_the_bot_in_a_group_gets_no_silence_and_no_error(binh: Talk) -> None:
    binh.says(f"/hoi {TOTAL}")
    binh.sends(photo=[], caption="còn năm 2021?", reply_to_message=binh.hears()["message_id"])
    assert "năm 2021" in binh.hears()["text"]


def test_an_album_is_answered_once(an: Talk) -> None:
    for _ in range(3):
        an.sends(**KINDS[2], media_group_id="1")
    assert an.hears()["text"] == texts.NO_QUESTION
    an.hears_nothing()
    an.sends(**KINDS[2], media_group_id="2")
    assert an.hears()["text"] == texts.NO_QUESTION


def test_an_album_with_a_question_as_its_caption_is_answered_and_no_more(an: Talk) -> None:
    an.sends(**KINDS[2], media_group_id="3", caption=TOTAL)
    an.sends(**KINDS[2], media_group_id="3")
    assert TOTAL_FIGURE in bold(an.hears())
    an.hears_nothing()
