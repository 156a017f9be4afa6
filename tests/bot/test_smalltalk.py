from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import texts
from bot.smalltalk import EMOJI, SmallTalk, small_talk
from index.errors import DataError
from tests.followups import followed
from tests.index.hostile import QUESTIONS, TEXTS
from tests.own_questions import data

QUESTIONS_OF_OWN = [one["text"] for of in data().values() for one in of if not one["held_out"]]

SAID = {
    "greeting": (
        "chào em | Xin chào anh/chị ạ | hi | Hello bot | chao em nha | chào buổi sáng cả nhà | chàooo | "
        "xin chao | Kính chào"
    ),
    "thanks": (
        "cảm ơn nhé | cam on nhe | Cảm ơn em nhiều lắm ạ | tks | thanks | Cám ơn bạn đã giúp đỡ | "
        "ok cảm ơn | camon ad | cảm ơn vì đã trả lời"
    ),
    "who": ("bạn là ai | ban la ai vay | em tên gì | bạn có phải người không | Chào em, em là ai thế? | ai tạo ra bạn"),
    "able": ("bạn làm được gì | ban lam duoc gi | em giúp được gì cho anh | bot dùng để làm gì | dùng thế nào? | help"),
    "summary": "tóm tắt báo cáo | em tóm tắt giúp anh | báo cáo này nói về gì | tóm tắt giúp anh báo cáo này",
    "wellbeing": "bạn khỏe không | khoe ko | em ăn cơm chưa | how are you",
    "affection": "anh yêu em | bạn có người yêu chưa | em iu anh quá | yêu bot ghê",
    "joke": "kể chuyện cười đi | ke chuyen cuoi | hát cho tôi nghe đi | buồn quá",
    "elsewhere": "mấy giờ rồi | hôm nay là thứ mấy nhỉ",
    "weather": "hôm nay trời đẹp quá | trời nóng thế | thời tiết hôm nay thế nào? | troi mua to qua",
    "apology": "xin lỗi nhé | sorry | à gõ nhầm",
    "complaint": "sai rồi | trả lời sai rồi | không đúng | chán thế | tôi không hiểu | hỏi gì cũng không biết",
    "doubt": "đúng không | có đúng không vậy | chắc ko | thật à | chính xác không ạ",
    "passage": (
        "nói rõ hơn | noi ro hon | nói rõ hơn đi em | nguồn đâu | nguon dau | nguồn số liệu ở đâu vậy | lấy ở đâu ra | "
        "số này ở đâu ra thế | chi tiết hơn | chi tiet hon a | giải thích thêm giúp anh | căn cứ vào đâu"
    ),
    "more": "sao nữa | rồi sao nữa | còn gì nữa không | còn ai nữa? | con gi nua",
    "praise": "giỏi quá | tốt lắm | hay thế | chuẩn luôn | em trả lời hay quá",
    "insult": (
        "đm | ngu thế | đồ ngu | bot ngu quá | vl | đồ vô dụng | im đi | ngu như bò | đmmmm | "
        "đồ vô dụng, hỏi gì cũng không biết | bot rởm | bịa đặt | đồ rác | mày bị điên à | nói phét quá"
    ),
    "goodbye": "tạm biệt | bye bye | bai bai nhé | chúc ngủ ngon | Chúc buổi tối vui vẻ ạ | hẹn gặp lại",
    "laughter": "hihi | haha | hahahaha | kkkk | hehe =)) | ha ha ha ha | lol",
    "test": "test | alo | alô alo | có ai ở đó không | em ơi | 123",
    "ok": "ok | ok ạ | okie | vâng ạ | okkkk | đã hiểu | được rồi | uh | thế à | dạ vâng ạ",
    EMOJI: "👍 | ❤️❤️ | 😂😂😂 | 🇻🇳 | =)) | :) | 👨\u200d👩\u200d👧 | <3",
}

EVERY = [(kind, text) for kind, said in SAID.items() for text in said.split(" | ")]

ASKED = [
    "chào mừng 1010 năm Thăng Long tổ chức thế nào",
    "chao mung 1010 nam thang long to chuc the nao",
    "Cảm ơn. Tổng thu bao nhiêu?",
    "chào em, tổng thu bao nhiêu",
    "Ai gửi thư cảm ơn?",
    "hi tổng thu",
    "ok còn chi?",
    "2+2=?",
    "2 + 2 = ?",
    "hay quá! còn ai trình bày?",
    "Thu ngân sách tăng, đúng không?",
    "ok vậy còn năm 2021?",
    "còn chi?",
    "con chi",
    "thế thu?",
    "ai trình bày?",
    "ai là người trình bày?",
    "ông ấy là ai?",
    "khi nào?",
    "ở đâu?",
    "tại sao?",
    "sao thế?",
    "vì sao?",
    "bao nhiêu?",
    "so với cùng kỳ?",
    "cái đó tăng hay giảm?",
    "có không?",
    "thời tiết ảnh hưởng thế nào đến sản xuất",
    "thời tiết thế nào",
    "mưa bão gây thiệt hại bao nhiêu",
    "chi tiết thu",
    "nguồn thu",
    "nguồn vốn đâu",
    "nguồn lực ở đâu",
    "giải thích thêm về chi đầu tư",
    "ai giải thích",
    "số liệu lấy ở đâu năm 2020",
    "bị điện giật mấy người",
    "đổ rác",
    "mục nào chưa đạt",
    "hướng dẫn của Thành phố",
    "bạn đọc gửi bao nhiêu thư",
    "hỗ trợ người nghèo",
    "cảm ơn cụ Nguyễn Văn Dũng",
    "hahaha tổng thu đâu",
    "👍 còn chi?",
    "test covid bao nhiêu ca",
    "kiểm tra",
    "2021",
    "",
    " ",
    "?",
    "…",
    "anh chị",
]


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_small_talk_is_known_by_its_kind(kind: str, text: str) -> None:
    assert SmallTalk.load().kind(text) == kind
    assert small_talk(text) == texts.SMALL_TALK[kind]


@pytest.mark.parametrize("text", ASKED)
def test_whatever_asks_or_names_anything_is_a_question(text: str) -> None:
    assert small_talk(text) is None


def test_no_follow_up_is_small_talk() -> None:
    every = [one.data["text"] for one in followed() if one.of in ("seen", "held out") and one.joined]
    assert len(every) > 80
    assert sum(small_talk(text) is not None for text in every) == 0  # not shown: some are held out


def test_no_question_on_the_report_is_small_talk() -> None:
    assert len(QUESTIONS_OF_OWN) > 140
    assert [text for text in QUESTIONS_OF_OWN if small_talk(text)] == []


@given(
    st.sampled_from([text for _, text in EVERY]),
    st.sampled_from(QUESTIONS_OF_OWN),
    st.sampled_from([" ", ". ", ", ", "\n", "! "]),
    st.booleans(),
)
@settings(deadline=None)
def test_small_talk_around_a_question_leaves_it_a_question(said: str, question: str, between: str, first: bool) -> None:
    assert small_talk(f"{said}{between}{question}" if first else f"{question}{between}{said}") is None


@given(
    st.sampled_from("bao nhiêu|ai|khi nào|ở đâu|vì sao|như thế nào|gồm những gì|bao nhieu|the nao".split("|")),
    st.sampled_from("thu|chi|hộ nghèo|ngân sách|người trình bày|Covid-19|dự toán|quận|du toan".split("|")),
    st.booleans(),
)
def test_an_asking_phrase_with_matter_is_a_question(asking: str, matter: str, first: bool) -> None:
    assert small_talk(f"{asking} {matter}" if first else f"{matter} {asking}") is None


@given(TEXTS)
@settings(deadline=None)
def test_hostile_text_gets_a_line_or_none(text: str) -> None:
    assert small_talk(text) in (None, *texts.SMALL_TALK.values())


@pytest.mark.parametrize("text", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_endless_text_is_looked_at_once(text: str) -> None:
    assert small_talk(text) in (None, texts.SMALL_TALK[EMOJI])


def test_every_line_answers_some_kind() -> None:
    assert set(texts.SMALL_TALK) == {*SmallTalk.load().kinds, EMOJI} == set(SAID)


def test_every_line_is_short_and_a_colleagues() -> None:
    lines = texts.SMALL_TALK.values()
    assert [line for line in lines if "!" in line or "bạn" in line.split() or len(line) > 120] == []
    assert [line for line in lines if not unicodedata.is_normalized("NFC", line)] == []
    assert len(set(lines)) == len(lines)


def test_a_list_that_names_a_kind_without_a_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "smalltalk.toml"
    path.write_text(
        'smileys = [":)"]\nlaughter = "ha"\n[lists]\n[fillers]\nwords = ["ạ"]\n'
        '[[kinds]]\nkind = "prayer"\nphrases = ["lạy chúa"]\n'
    )
    with pytest.raises(DataError, match="'prayer'"):
        SmallTalk.load(path)
