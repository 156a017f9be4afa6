from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import DataError
from index.several_words import SeveralWords
from index.tokens import tokens


def spelled(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_courtesy_alone_is_told_from_what_asks() -> None:
    words = SeveralWords.load()
    assert words.only_polite(spelled("Dạ em chào anh ạ"))
    assert words.only_polite(spelled("cho em hoi voi"))
    assert not words.only_polite(spelled("cho em hỏi tổng thu"))


def test_thanks_count_where_they_go_on_to_the_end() -> None:
    words = SeveralWords.load()
    assert words.thanks(spelled("tổng thu bao nhiêu em cảm ơn ạ")) == 4
    assert words.thanks(spelled("ai viết thư cảm ơn nhân dân")) is None


def test_who_asks_is_told_from_what_is_wanted() -> None:
    words = SeveralWords.load()
    assert words.of_asker(spelled("Tôi họp ở quận"))
    assert not words.of_asker(spelled("Tôi cần số liệu năm 2019"))
    assert not words.of_asker(spelled("Dịch bệnh kéo dài"))


def test_what_goes_on_with_the_first_question_is_known_by_its_first_word() -> None:
    words = SeveralWords.load()
    assert words.continues(spelled("bằng bao nhiêu phần trăm dự toán"))
    assert not words.continues(spelled("tổng chi bao nhiêu"))


def test_who_asks_is_told_ahead_of_the_request() -> None:
    words = SeveralWords.load()
    assert words.introduces(spelled("tôi là cán bộ phường"))
    assert not words.introduces(spelled("bên cạnh đó"))
    assert words.request(spelled("em ở phường A cho em hỏi tổng thu")) == 4
    assert words.request(spelled("tổng thu bao nhiêu")) is None


def test_what_is_asked_about_as_one_is_known() -> None:
    words = SeveralWords.load()
    assert words.together(spelled("chênh lệch năm 2019 và 2020"))
    assert not words.together(spelled("thu năm 2019 và 2020"))
    assert words.compares(spelled("so với cùng kỳ")) == 2
    assert words.compares(spelled("tổng thu so với cùng kỳ")) == 0


def test_a_file_that_is_no_list_is_named(tmp_path: Path) -> None:
    path = tmp_path / "several.toml"
    path.write_text("courtesy = []\n")
    with pytest.raises(DataError, match=r"several\.toml"):
        SeveralWords.load(path)
