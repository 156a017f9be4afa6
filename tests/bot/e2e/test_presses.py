"""Every press is answered at once; an old, foreign or forged one gets a toast and changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import texts
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import (
    NAME,
    TAX,
    TAX_FIGURE,
    TOTAL,
    UNSURE,
    bold,
    button,
    labels,
)
from tests.bot.samples import SmallLibrary
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk


def presses_data(an: Talk, message: dict[str, Any], data: str) -> str | None:
    """Presses a button that says `data`; gives the toast."""
    toast: str | None = an.acknowledged(an.telegram.press(message, data, an.user)).get("text")
    return toast


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


@pytest.mark.parametrize(("label", "other"), [("👍", "Kết quả khác"), ("👎", "👍"), ("Kết quả khác", "👎")])
def test_a_press_is_acknowledged_and_counted_while_the_message_waits_for_the_change_before(
    telegram: TelegramDouble, serve: Serve, label: str, other: str
) -> None:
    an, binh = talk(telegram, -1, user=7), talk(telegram, -1, user=8)
    telegram.add_group(-1)
    with serve() as bot:
        an.says(f"/hoi {TOTAL}")
        answer = an.hears()
        telegram.fail("editMessageText", 429, retry_after=3)
        first = telegram.press(answer, button(answer, "Ngữ cảnh")["callback_data"], 7)
        telegram.wait_for(lambda t: t.calls("editMessageText"))
        second = telegram.press(answer, button(answer, label)["callback_data"], 8)
        third = telegram.press(answer, button(answer, other)["callback_data"], 8)
        for query in (first, second, third):
            binh.acknowledged(query)
        votes = bot.statistics()
        assert votes.up + votes.down == ("👍" in (label, other) or "👎" in (label, other))
        assert an.sees(answer) == answer, "nothing waited, so this shows nothing"
        an.hears_nothing()
    changes = [call.method for call in telegram.calls() if call.method.startswith("editMessage") and call.status == 200]
    expected = {"👍": [], "👎": ["editMessageReplyMarkup"], "Kết quả khác": ["editMessageText"]}
    assert changes == ["editMessageText", *expected[label], *expected[other]]


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
