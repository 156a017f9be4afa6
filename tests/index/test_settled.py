from __future__ import annotations

import pytest

from index.settled import settled


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("còn chỉ", "còn chi"),
        ("chị bao nhiêu", "chi bao nhiêu"),
        ("thế quy 4", "thế quý 4"),
        ("số với năm ngoái", "so với năm ngoái"),
        ("tiêu hủy mấy còn", "tiêu hủy mấy con"),
        ("mấy cả", "mấy ca"),
        ("tầng mây", "tăng mấy"),
        ("giảm máy?", "giảm mấy?"),
        ("diện tích bao nhiêu vay", "diện tích bao nhiêu vậy"),
        ("hộ nghèo được vay", "hộ nghèo được vay"),
        ("tòa nhà bao nhiêu tầng mây", "tòa nhà bao nhiêu tầng mây"),
        ("dân có tin không", "dân có tin không"),
        ("chỉ đạt bao nhiêu", "chỉ đạt bao nhiêu"),
        ("số hộ nghèo", "số hộ nghèo"),
    ],
)
def test_what_was_typed_without_accents_is_read_with_the_words_around(read: str, meant: str) -> None:
    assert settled(read, accented=False) == meant


def test_accents_that_were_typed_are_kept() -> None:
    assert settled("còn chỉ", accented=True) == "còn chỉ"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("đông khách k?", "đông khách không?"),
        ("hết nhiêu tiền", "hết bao nhiêu tiền"),
        ("bao nhiêu hộ", "bao nhiêu hộ"),
        ("sao thấp thế", "vì sao thấp thế"),
        ("sao rồi", "sao rồi"),
        ("k", "k"),
    ],
)
def test_the_short_forms_of_chat_are_written_out(read: str, meant: str) -> None:
    assert settled(read, accented=True) == meant
