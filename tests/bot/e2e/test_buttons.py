"""Buttons work within their message: context, other results, votes, the text to copy."""

from __future__ import annotations

import pytest

from bot import texts
from index import Library
from index.records import Answer
from tests.bot.chat import part
from tests.bot.e2e.beside import Beside
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import (
    NAME,
    NOT_THERE,
    PLACE,
    TAX,
    TOTAL,
    TOTAL_FIGURE,
    bold,
    button,
    labels,
)
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk

CITED = "Về thu ngân sách nhà nước (NSNN), năm 2020 trên địa bàn quận thu được tổng số 10.530,819 tỷ đồng"


def test_context_shows_the_passage_with_the_sentence_marked(an: Talk, library: Library) -> None:
    an.says(TOTAL)
    answer = an.hears()
    assert an.presses("Ngữ cảnh").get("text") is None
    passage = an.sees_change()
    assert passage["message_id"] == answer["message_id"]
    assert passage["text"].startswith("📖 ")
    (marked,) = part(passage, "blockquote")
    assert marked.startswith(CITED)
    assert bold(passage) == [TOTAL_FIGURE]
    reply = library.ask(TOTAL)
    assert isinstance(reply, Answer)
    whole = reply.best.passage
    for one in reply.best.report.sentences[whole.first : whole.last + 1]:
        assert reply.best.report.quote(one) in passage["text"]


def test_context_turns_to_the_passages_around_and_back(an: Talk, library: Library) -> None:
    count = len(library.passages(0))
    an.says(TOTAL)
    answer = an.hears()
    an.presses("Ngữ cảnh")
    first = an.sees_change()
    number = int(first["text"].split("phần ")[1].split("/")[0])
    an.presses("▶")
    assert f"phần {number + 1}/{count}" in an.sees_change()["text"]
    an.presses("◀")
    assert an.sees_change()["text"] == first["text"]
    an.presses("◀")
    before = an.sees_change()
    assert f"phần {number - 1}/{count}" in before["text"]
    assert bold(before) == []
    an.presses("Về câu trả lời")
    back = an.sees_change()
    assert (back["text"], back["entities"], labels(back)) == (answer["text"], answer["entities"], labels(answer))
    an.hears_nothing()


def test_context_ends_where_the_report_does(an: Talk, library: Library) -> None:
    an.says("Người trình bày báo cáo tóm tắt trước Hội nghị là ai?")
    an.hears()
    an.presses("Ngữ cảnh")
    shown = an.sees_change()
    while "◀" in labels(shown):
        an.presses("◀")
        shown = an.sees_change()
    assert f"phần 1/{len(library.passages(0))}" in shown["text"]
    assert "▶" in labels(shown)


def test_other_results_are_the_next_best_one_after_the_other(an: Talk) -> None:
    an.says(TOTAL)
    answer = an.hears()
    shown = [answer["text"]]
    an.presses("Kết quả khác")
    other = an.sees_change()
    count = int(other["text"].split("/")[1].split(":")[0])
    for number in range(2, count + 1):
        assert other["text"].startswith(f"Kết quả {number}/{count}:")
        assert PLACE in other["text"]
        assert bold(other) == []
        shown.append(other["text"].split("\n\n")[1])
        assert ("Kết quả khác" in labels(other)) is (number < count)
        if number < count:
            an.presses("Kết quả khác")
            other = an.sees_change()
    assert len(set(shown)) == count
    an.presses("Về câu trả lời")
    assert an.sees_change()["text"] == answer["text"]
    an.hears_nothing()


def test_of_an_abstention_the_nearest_can_be_looked_through(an: Talk) -> None:
    an.says("Quận có bao nhiêu hộ cận nghèo ở phường Hàng Bạc?")
    answer = an.hears()
    assert answer["text"].startswith("Báo cáo không nêu")
    assert "Ngữ cảnh" not in labels(answer)
    if "Kết quả khác" in labels(answer):
        an.presses("Kết quả khác")
        assert an.sees_change()["text"].startswith("Kết quả 1/")


def test_a_vote_is_kept_once_a_person_and_answer(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.privacy = False
    telegram.add_group(-1)
    an, binh = talk(telegram, -1, user=7), talk(telegram, -1, user=8)
    with serve() as bot:
        an.says(f"{NAME} {TOTAL}")
        answer = an.hears()
        binh.hears()
        for _ in range(2):
            assert an.presses("👍")["text"] == texts.THANKS_UP
        assert bot.statistics().up == 1
        binh.presses("👍")
        assert bot.statistics().up == 2
        an.says(f"{NAME} {TAX}")
        an.hears()
        an.presses("👍")
        assert bot.statistics().up == 3
        an.presses("👎", answer)
        votes = bot.statistics()
        assert (votes.up, votes.down) == (2, 1)


@pytest.mark.parametrize("reason", texts.REASONS)
def test_a_vote_against_asks_in_one_tap_what_was_wrong(telegram: TelegramDouble, serve: Serve, reason: str) -> None:
    an = talk(telegram, 7)
    with serve() as bot:
        an.says(TOTAL)
        answer = an.hears()
        assert an.presses("👎")["text"] == texts.WHAT_WAS_WRONG
        asked = an.sees_change()
        assert asked["text"] == answer["text"]
        assert sorted(labels(asked)) == sorted([*texts.REASONS, "Về câu trả lời"])
        assert bot.statistics().down == 1
        assert an.presses(reason)["text"] == texts.THANKS_DOWN
        assert labels(an.sees_change()) == labels(answer)
        votes = bot.statistics()
        assert (votes.up, votes.down, votes.reasons) == (0, 1, {reason: 1})
        an.hears_nothing()


@pytest.mark.parametrize("reason", texts.REASONS_OF_REFUSAL)
def test_a_vote_against_a_refusal_asks_what_was_wrong_with_it(
    telegram: TelegramDouble, serve: Serve, reason: str
) -> None:
    an = talk(telegram, 7)
    with serve() as bot:
        an.says(NOT_THERE)
        refusal = an.hears()
        assert refusal["text"].startswith("Báo cáo không nêu")
        an.presses("👎")
        assert sorted(labels(an.sees_change())) == sorted([*texts.REASONS_OF_REFUSAL, "Về câu trả lời"])
        assert an.presses(reason)["text"] == texts.THANKS_DOWN
        assert labels(an.sees_change()) == labels(refusal)
        assert bot.statistics().reasons == {reason: 1}
        an.hears_nothing()


def test_two_people_vote_against_at_once(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-1)
    an, binh = talk(telegram, -1, user=7), talk(telegram, -1, user=8)
    with serve() as bot:
        an.says(f"/hoi {TOTAL}")
        answer = an.hears()
        data = button(answer, "👎")["callback_data"]
        queries = [telegram.press(answer, data, person.user) for person in (an, binh)]
        assert [an.acknowledged(one)["text"] for one in queries] == [texts.WHAT_WAS_WRONG] * 2
        an.sees_change()
        an.hears_nothing()
        assert bot.statistics().down == 2


def test_the_sentence_can_be_copied_where_it_fits_and_else_the_words_that_answer(an: Talk) -> None:
    an.says(TAX)
    sentence, place = button(an.hears(), "Chép")["copy_text"]["text"].split("\n")
    assert sentence == "Thuế ngoài quốc doanh | 6.601,357 tỷ đồng | 92,3% | 93,2%"
    assert place.startswith(PLACE)
    an.says(TOTAL)
    words, place = button(an.hears(), "Chép")["copy_text"]["text"].split("\n")
    assert words == TOTAL_FIGURE
    assert place.startswith(PLACE)


def test_an_example_is_asked_with_one_press(an: Talk, bot: Beside) -> None:
    an.says("/start")
    greeting = an.hears()
    example = labels(greeting)[0]
    assert an.presses(example).get("text") is None
    answer = an.hears()
    assert answer["text"].startswith(f"❓ {example}")
    assert bold(answer)
    an.presses("Ngữ cảnh")
    assert an.sees_change()["text"].startswith("📖")
    an.presses("Về câu trả lời")
    assert bold(an.sees_change()) == bold(answer)
    an.says("còn năm 2021?")
    assert "năm 2021" in an.hears()["text"]
    an.hears_nothing()


def test_a_button_holds_no_more_than_telegram_takes(an: Talk) -> None:
    for text in (TOTAL, f"{TOTAL} {TAX}", "/start", "/mucluc", "/solieu thuế"):
        an.says(text)
        for row in an.hears().get("reply_markup", {}).get("inline_keyboard", []):
            for one in row:
                assert len(one.get("callback_data", "").encode()) <= 64
