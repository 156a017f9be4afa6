from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import calling
from bot.calling import only_calls
from index.errors import DataError
from index.normalize import fold


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!…",
        "trả lời giúp",
        "Trả lời đi",
        "tra loi giup anh voi",
        "câu này?",
        "cau nay",
        "giúp anh với ạ",
        "nhờ bot",
        "chi giup voi",
        "nhờ trợ lý trả lời giúp câu trên nhé 🙏",
        "tra giúp chị cái này với",
        "câu hỏi ở trên thì sao?",
        "Anh/chị cho hỏi câu này",
        "em ơi kiểm tra hộ mọi người",
        "tra\u0309 lơ\u0300i giúp",  # the marks apart, as some keyboards send them
    ],
)
def test_words_that_only_call_ask_nothing(text: str) -> None:
    assert only_calls(text)


@pytest.mark.parametrize(
    "text",
    [
        "thu bao nhiêu?",
        "trả lời giúp: thu bao nhiêu",
        "câu này của chị Lan",
        "cầu này dài bao nhiêu",
        "cầu này",  # a bridge, though without accents it is "câu này"
        "hộ nghèo",
        "câu 2",
        "cảm ơn",
        "chào em",
        "đúng không",
        "👍",
        "ai?",
        "chi?",
        "the chi",
        "thế chi?",
        "tổng chi",
        "so với cùng kỳ",
    ],
)
def test_a_single_other_word_asks_something(text: str) -> None:
    assert not only_calls(text)


@given(st.lists(st.sampled_from(["trả lời", "giúp", "câu này", "anh", "với", "đi", "nhờ", "bot"])), st.booleans())
def test_calls_in_any_order_ask_nothing_and_one_word_more_does(words: list[str], bare: bool) -> None:
    words = [fold(one) if bare else one for one in ["nhờ", *words]]
    assert only_calls(" ".join(words))
    for at in range(len(words) + 1):
        assert not only_calls(" ".join([*words[:at], "ngân sách", *words[at:]]))


def test_a_broken_list_is_named(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text("asking = 1\nthis = []\nbeside = []\n", encoding="utf-8")
    with pytest.raises(DataError, match="asking"):
        calling._phrases(path)
