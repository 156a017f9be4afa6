from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import DataError
from index.followup_words import FollowupWords, Stands
from index.tokens import tokens


def spelled(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_a_marker_counts_at_the_beginning_alone() -> None:
    words = FollowupWords.load()
    assert words.marker(spelled("thế còn năm 2019"), bare=False) == 2
    assert words.marker(spelled("con nam 2019"), bare=True) == 1
    assert words.marker(spelled("con thứ ba"), bare=False) == 0
    assert words.marker(spelled("huyện còn hộ nghèo"), bare=False) == 0


def test_a_tail_without_then_needs_a_marker() -> None:
    words = FollowupWords.load()
    assert words.tail(spelled("còn chi thế nào"), 1, 4) == 2
    assert words.tail(spelled("chi thế nào"), 0, 3) == 3
    assert words.tail(spelled("chi thì sao"), 0, 3) == 1


@pytest.mark.parametrize(
    ("text", "stands"),
    [("ông ấy", Stands.PERSON), ("o do co gi", Stands.PLACE), ("số đó", Stands.THING), ("no bao nhieu", None)],
)
def test_a_pronoun_of_one_syllable_needs_its_accents(text: str, stands: Stands | None) -> None:
    found = FollowupWords.load().pronoun(spelled(text), 0)
    assert (found and found[1]) == stands


def test_links_run_back_from_the_words_that_ask() -> None:
    assert FollowupWords.load().links(spelled("tổng thu mới đạt là"), 5) == 2
    assert FollowupWords.load().links(spelled("tổng thu"), 2) == 2


def test_heads_and_places_are_at_the_ends() -> None:
    text = spelled("tình hình an ninh trên địa bàn huyện")
    assert FollowupWords.load().head(text) == 2
    assert FollowupWords.load().place(text) == 4
    assert FollowupWords.load().place(spelled("an ninh")) == 2


def test_commands_labels_and_near_years_are_found() -> None:
    words = FollowupWords.load()
    assert words.command(spelled("tóm tắt báo cáo"), 0) == 2
    assert words.command(spelled("báo cáo tóm tắt"), 0) == 0
    assert words.label(spelled("văn bản số"), 3) == 2
    assert words.label(spelled("văn bản"), 2) == 2
    assert words.years(spelled("thu năm trước đó")) == [(1, 4)]


def test_a_file_that_is_no_list_is_named(tmp_path: Path) -> None:
    path = tmp_path / "followups.toml"
    path.write_text("markers = []\n")
    with pytest.raises(DataError, match=r"followups\.toml"):
        FollowupWords.load(path)
