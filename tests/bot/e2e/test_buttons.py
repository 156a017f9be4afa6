"""Buttons work within their message; an old, foreign or forged press gets a toast and changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import texts
from index import Library
from index.records import Answer
from tests.bot.chat import part
from tests.bot.e2e.beside import Beside
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import (
    NAME,
    PLACE,
    TAX,
    TAX_FIGURE,
    TOTAL,
    TOTAL_FIGURE,
    UNSURE,
    bold,
    button,
    labels,
)
from tests.bot.samples import SmallLibrary
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk

CITED = "Về thu ngân sách nhà nước (NSNN), năm 2020 trên địa bàn quận thu được tổng số 10.530,819 tỷ đồng"


def presses_data(an: Talk, message: dict[str, Any], data: str) -> str | None:
    """Presses a button that says `data`; gives the toast."""
    toast: str | None = an.acknowledged(an.telegram.press(message, data, an.user)).get("text")
    return toast


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


def test_every_press_is_answered_exactly_once(telegram: TelegramDouble, serve: Serve) -> None:
    an = talk(telegram, 7)
    with serve():
        an.says(UNSURE)
        an.hears()
        for label in ("Ngữ cảnh", "▶", "Về câu trả lời", "Kết quả khác", "Về câu trả lời", "👎", "Sai số"):
            an.presses(label)
            an.sees_change()
        an.presses("👍")
        an.hears_nothing()
    answered = [call.params["callback_query_id"] for call in telegram.calls("answerCallbackQuery")]
    assert len(answered) == 8
    assert len(set(answered)) == 8


def test_a_press_is_acknowledged_before_the_message_changes(telegram: TelegramDouble, serve: Serve) -> None:
    an = talk(telegram, 7)
    with serve():
        an.says(TOTAL)
        an.hears()
        an.presses("Ngữ cảnh")
        an.sees_change()
    methods = [call.method for call in telegram.calls()]
    assert methods.index("answerCallbackQuery") < methods.index("editMessageText")


@pytest.mark.parametrize(
    "data", ["ex1:0123456789:0", "ex1", "1c.abc.0.0.AAAAAAAA", "3c.abc.0.0.AAAAAAAA", "x", "2c....", "🏯"]
)
def test_an_old_or_strange_press_gets_a_toast_and_changes_nothing(an: Talk, data: str) -> None:
    an.says(TOTAL)
    answer = an.hears()
    assert presses_data(an, answer, data) == texts.STALE_BUTTON
    an.hears_nothing()
    assert an.sees() == answer


def test_a_press_forged_in_any_place_changes_nothing(an: Talk) -> None:
    an.says(TOTAL)
    answer = an.hears()
    data: str = button(answer, "Ngữ cảnh")["callback_data"]
    for at in range(len(data)):
        forged = data[:at] + ("1" if data[at] != "1" else "2") + data[at + 1 :]
        assert presses_data(an, answer, forged) == texts.STALE_BUTTON, forged
    an.hears_nothing()
    assert an.sees() == answer


def test_a_press_with_another_chats_data_changes_nothing(an: Talk, binh: Talk) -> None:
    an.says(TOTAL)
    mine = an.hears()
    binh.says(f"{NAME} {TAX}")
    theirs = binh.hears()
    assert presses_data(an, mine, button(theirs, "Ngữ cảnh")["callback_data"]) == texts.STALE_BUTTON
    assert presses_data(binh, theirs, button(mine, "👎")["callback_data"]) == texts.STALE_BUTTON
    an.hears_nothing()
    assert (an.sees(), binh.sees()) == (mine, theirs)


def test_another_persons_press_in_a_group_is_served(town: TelegramDouble, binh: Talk) -> None:
    chi = talk(town, binh.chat, user=binh.user + 1)
    binh.says(f"{NAME} {TOTAL}")
    answer = binh.hears()
    chi.presses("Ngữ cảnh", answer)
    assert binh.sees_change()["text"].startswith("📖")


def test_a_press_after_the_reports_have_changed_gets_a_toast(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path):
        an.says("/start")
        start = an.hears()
        an.says("/mucluc")
        outline = an.hears()
        an.says(TOTAL)
        answer = an.hears()
    with serve(folder=tmp_path, library=SmallLibrary()):
        for message, label in (
            (start, labels(start)[0]),
            (outline, labels(outline)[0]),
            (outline, texts.PAGE_AFTER),
            (answer, "Ngữ cảnh"),
            (answer, "Kết quả khác"),
        ):
            assert an.presses(label, message)["text"] == texts.OTHER_REPORT
            assert an.sees(message) == message
        an.hears_nothing()


@pytest.mark.parametrize("chat", [7, -1])
@pytest.mark.parametrize("keep_days", [90, 0])
def test_presses_survive_a_restart(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path, chat: int, keep_days: int
) -> None:
    telegram.privacy = False
    telegram.add_group(-1)
    an = talk(telegram, chat, user=7)
    with serve(folder=tmp_path, keep_days=keep_days):
        an.says(f"{NAME} {TOTAL}")
        answer = an.hears()
        an.presses("Ngữ cảnh")
        passage = an.sees_change()
        an.presses("Về câu trả lời")
        an.sees_change()
    with serve(folder=tmp_path, keep_days=keep_days) as bot:
        an.presses("Ngữ cảnh")
        assert an.sees_change()["text"] == passage["text"]
        an.presses("Về câu trả lời")
        assert an.sees_change()["text"] == answer["text"]
        an.presses("Kết quả khác")
        assert an.sees_change()["text"].startswith("Kết quả 2/")
        an.presses("Về câu trả lời")
        an.sees_change()
        assert an.presses("👍")["text"] == texts.THANKS_UP
        assert bot.statistics().up == 1


@pytest.mark.parametrize("keep_days", [90, 0])
def test_presses_under_several_answers_survive_a_restart(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path, keep_days: int
) -> None:
    telegram.privacy = False
    telegram.add_group(-1)
    an = talk(telegram, -1, user=7)
    with serve(folder=tmp_path, keep_days=keep_days):
        an.says(f"{NAME} {TOTAL} {TAX}")
        answer = an.hears()
    with serve(folder=tmp_path, keep_days=keep_days):
        an.presses("Câu 2")
        assert TAX_FIGURE in bold(an.sees_change())
        an.presses("Tất cả câu trả lời")
        assert an.sees_change()["text"] == answer["text"]


@pytest.mark.parametrize("keep_days", [90, 0])
def test_presses_under_a_follow_up_survive_a_restart_or_say_that_they_do_not(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path, keep_days: int
) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path, keep_days=keep_days):
        an.says(TOTAL)
        an.hears()
        an.says("bằng bao nhiêu phần trăm dự toán?")
        answer = an.hears()
        an.presses("Ngữ cảnh")
        passage = an.sees_change()
        an.presses("Về câu trả lời")
        an.sees_change()
    with serve(folder=tmp_path, keep_days=keep_days):
        toast = an.presses("Ngữ cảnh").get("text")
        if keep_days:
            assert an.sees_change()["text"] == passage["text"]
        else:
            # What it leaned on is not kept, so nothing else may be shown as its passage.
            assert toast == texts.STALE_BUTTON
            assert an.sees()["text"] == answer["text"]


def test_two_presses_at_once_do_not_cross(telegram: TelegramDouble, serve: Serve, tmp_path: Path) -> None:
    telegram.privacy = False
    telegram.add_group(-1)
    an, binh = talk(telegram, -1, user=7), talk(telegram, -1, user=8)
    with serve(folder=tmp_path):
        an.says(f"{NAME} {TOTAL}")
        total = an.hears()
        binh.hears()
        binh.says(f"{NAME} {TAX}")
        tax = binh.hears()
        an.hears()
    # Two at one message, and one at another: all wait for the bot.
    queries = [
        telegram.press(total, button(total, "Ngữ cảnh")["callback_data"], 7),
        telegram.press(tax, button(tax, "Ngữ cảnh")["callback_data"], 8),
        telegram.press(total, button(total, "Kết quả khác")["callback_data"], 8),
    ]
    with serve(folder=tmp_path):
        for query in queries:
            an.acknowledged(query)
        an.hears_nothing()
        assert an.sees(total)["text"].startswith("Kết quả 2/")
        assert "Thuế ngoài quốc doanh | 6.601,357" in an.sees(tax)["text"]
    assert len(telegram.calls("answerCallbackQuery")) == 3


@pytest.mark.parametrize("label", ["Ngữ cảnh", "Kết quả khác", "👍", "👎"])
def test_a_press_under_a_message_that_is_gone_is_no_error(town: TelegramDouble, an: Talk, label: str) -> None:
    an.says(TOTAL)
    answer = an.hears()
    data = button(answer, label)["callback_data"]
    town.delete_message(an.chat, answer["message_id"])
    an.acknowledged(town.press(answer, data, an.user))
    an.hears_nothing()


@pytest.mark.parametrize("label", ["Ngữ cảnh", "👎", "👍"])
def test_a_press_in_a_group_the_bot_was_put_out_of_is_no_error(
    telegram: TelegramDouble, serve: Serve, label: str
) -> None:
    telegram.add_group(-1)
    an = talk(telegram, -1, user=7)
    with serve():
        an.says(f"/hoi {TOTAL}")
        answer = an.hears()
        telegram.remove_bot(-1)
        an.acknowledged(telegram.press(answer, button(answer, label)["callback_data"], 7))
        an.hears_nothing()


@pytest.mark.parametrize("label", ["Ngữ cảnh", "👎"])
def test_a_press_too_old_to_be_acknowledged_is_carried_out_all_the_same(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path, label: str
) -> None:
    an = talk(telegram, 7)
    with serve(folder=tmp_path):
        an.says(TOTAL)
        answer = an.hears()
    telegram.expire(telegram.press(answer, button(answer, label)["callback_data"]))
    with serve(folder=tmp_path):
        assert labels(an.sees_change()) != labels(answer)
        an.hears_nothing()


def test_a_press_under_an_inline_message_gets_a_toast(town: TelegramDouble, an: Talk) -> None:
    query = {"id": str(an.chat), "from": {"id": an.user, "is_bot": False, "first_name": "An"}, "chat_instance": "1"}
    town.send_update({"callback_query": {**query, "inline_message_id": "BAAAA1", "data": "2c.abc.0.0.AAAAAAAA"}})
    assert an.acknowledged(str(an.chat))["text"] == texts.STALE_BUTTON


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
