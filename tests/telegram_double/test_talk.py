import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .client import Api
from .double import TelegramDouble
from .talk import talk

BUTTONS = {
    "inline_keyboard": [
        [{"text": "📖 Ngữ cảnh", "callback_data": "c"}, {"text": "Chép", "copy_text": {"text": "thu"}}],
    ]
}


@pytest.fixture
def later() -> Iterator[Callable[[Callable[[], Any]], None]]:
    """Does something in a moment, as a bot would."""
    threads: list[threading.Timer] = []

    def begin(work: Callable[[], Any]) -> None:
        threads.append(threading.Timer(0.05, work))
        threads[-1].start()

    yield begin
    for thread in threads:
        thread.join()


def test_person_says_and_hears_what_comes_after(
    double: TelegramDouble, api: Api, later: Callable[[Callable[[], Any]], None]
) -> None:
    api.ok("sendMessage", chat_id=1001, text="trước đó")
    an = talk(double)
    question = an.says("thu?")
    assert (question["text"], question["from"]["id"]) == ("thu?", 1001)
    later(lambda: [api.ok("sendMessage", chat_id=1001, text=text) for text in ("một", "hai")])
    assert [an.hears()["text"], an.hears()["text"]] == ["một", "hai"]


def test_topics_of_a_forum_are_conversations_of_their_own(double: TelegramDouble, api: Api, forum: int) -> None:
    an, ba = talk(double, forum, user=7, topic=2), talk(double, forum, user=8)
    question = an.says("/hoi thu")
    assert question["message_thread_id"] == 2
    assert "message_thread_id" not in ba.says("/hoi chi")
    api.ok("sendMessage", chat_id=forum, text="thu", reply_parameters={"message_id": question["message_id"]})
    api.ok("sendMessage", chat_id=forum, text="chi")
    assert an.hears()["reply_to_message_id"] == question["message_id"]
    assert ba.hears()["text"] == "chi"
    answer = an.replies_to(an.sees(), "còn 2021?")
    assert answer["reply_to_message"]["text"] == "thu"
    with pytest.raises(ValueError, match="say who talks"):
        talk(double, forum)


def test_person_corrects_and_deletes_what_they_said(double: TelegramDouble, api: Api) -> None:
    an = talk(double)
    first = an.says("thu?")
    second = an.says("chi?")
    assert an.edits("chi bao nhiêu?")["message_id"] == second["message_id"]
    assert an.edits("thu bao nhiêu?", first)["text"] == "thu bao nhiêu?"
    an.deletes()
    assert [message["text"] for message in double.messages(1001)] == ["câu hỏi", "thu bao nhiêu?"]


def test_press_is_acknowledged_and_the_message_changes(
    double: TelegramDouble, api: Api, later: Callable[[Callable[[], Any]], None]
) -> None:
    an = talk(double)
    api.ok("sendMessage", chat_id=1001, text="đáp", reply_markup=BUTTONS)
    assert an.hears()["text"] == "đáp"
    api.updates()

    def work() -> None:
        (update,) = api.updates()
        query = update["callback_query"]
        api.ok("answerCallbackQuery", callback_query_id=query["id"], text="Đây")
        api.ok("editMessageText", chat_id=1001, message_id=query["message"]["message_id"], text="đoạn")

    later(work)
    assert an.presses("Ngữ cảnh")["text"] == "Đây"
    assert an.sees_change()["text"] == "đoạn"
    assert an.sees()["text"] == "đoạn"


def test_button_must_be_there_and_be_the_bots(double: TelegramDouble, api: Api) -> None:
    an = talk(double)
    api.ok("sendMessage", chat_id=1001, text="đáp", reply_markup=BUTTONS)
    an.hears()
    with pytest.raises(AssertionError, match="'Kết quả khác' among"):
        an.presses("Kết quả khác")
    with pytest.raises(AssertionError, match="the bot hears nothing of"):
        an.presses("Chép")


def test_silence_is_waited_for(double: TelegramDouble, api: Api) -> None:
    an = talk(double)
    an.says("chào")
    api.updates()
    an.hears_nothing()
    api.ok("sendMessage", chat_id=1001, text="chào")
    with pytest.raises(AssertionError, match="chào"):
        an.hears_nothing()


def test_person_types_and_chooses(double: TelegramDouble, api: Api, later: Callable[[Callable[[], Any]], None]) -> None:
    double.inline_mode = True
    an = talk(double)
    api.updates()
    result = {"type": "article", "id": "1", "title": "Thu", "input_message_content": {"message_text": "10.530 tỷ"}}

    def work() -> None:
        query = api.updates()[0]["inline_query"]
        api.ok("answerInlineQuery", inline_query_id=query["id"], results=[result])

    later(work)
    answer = an.types("thu")
    assert an.chooses(answer["results"][0])["text"] == "10.530 tỷ"
