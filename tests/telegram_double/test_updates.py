from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from .client import Api
from .double import TelegramDouble

CONFLICT = "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor() as pool:
        yield pool


def ids(updates: list[dict[str, int]]) -> list[int]:
    return [update["update_id"] for update in updates]


def test_message_becomes_an_update_as_telegram_sends_it(double: TelegramDouble, api: Api) -> None:
    double.send_text("/hoi ở đâu?", chat_id=5, user_id=7, language_code="en")
    message = api.ok("getUpdates", offset=-1)[0]["message"]
    assert message["text"] == "/hoi ở đâu?"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 4}]
    assert message["chat"] == {"id": 5, "type": "private", "first_name": "Người 7"}
    assert message["from"] == {"id": 7, "is_bot": False, "first_name": "Người 7", "language_code": "en"}


def test_message_of_any_kind_keeps_its_fields(double: TelegramDouble, api: Api) -> None:
    mid = double.send_message(chat_id=5, photo=[{"file_id": "f"}], caption="ảnh")
    message = api.ok("getUpdates", offset=-1)[0]["message"]
    assert (message["message_id"], message["photo"], message["caption"]) == (mid, [{"file_id": "f"}], "ảnh")
    assert "text" not in message


def test_offset_confirms_everything_below_it(double: TelegramDouble, api: Api) -> None:
    for text in "abc":
        double.send_text(text)
    first = ids(api.ok("getUpdates"))
    assert first == double.pending() == list(range(first[0], first[0] + 4))
    assert ids(api.ok("getUpdates", offset=first[2])) == first[2:]
    assert double.pending() == first[2:]


def test_negative_offset_keeps_that_many_from_the_end(double: TelegramDouble, api: Api) -> None:
    for text in "abc":
        double.send_text(text)
    kept = api.ok("getUpdates", offset=-2)
    assert [update["message"]["text"] for update in kept] == ["b", "c"]
    assert double.pending() == ids(kept)


def test_limit_is_held_between_1_and_100(double: TelegramDouble, api: Api) -> None:
    for n in range(120):
        double.send_text(str(n))
    assert [len(api.ok("getUpdates", limit=limit)) for limit in (0, 1, 7, 1000)] == [1, 1, 7, 100]


def test_poll_waits_for_an_update(double: TelegramDouble, api: Api, pool: ThreadPoolExecutor) -> None:
    api.ok("getUpdates", offset=-1)
    waiting = pool.submit(api.ok, "getUpdates", offset=double.pending()[0] + 1, timeout=10)
    double.wait_for(lambda t: t.polled)
    double.send_text("đến rồi")
    assert waiting.result(timeout=5)[0]["message"]["text"] == "đến rồi"


def test_poll_ends_empty_after_its_timeout(double: TelegramDouble, api: Api) -> None:
    answer = api.call("getUpdates", offset=double.pending()[0] + 1, timeout=1)
    assert answer.json()["result"] == []
    assert 0.9 < answer.elapsed.total_seconds() < 3


def test_second_poll_ends_the_first(double: TelegramDouble, api: Api, pool: ThreadPoolExecutor) -> None:
    offset = double.pending()[0] + 1
    first = pool.submit(api.refused, "getUpdates", offset=offset, timeout=10)
    double.wait_for(lambda t: t.polled)
    second = pool.submit(api.ok, "getUpdates", offset=offset, timeout=10)
    assert first.result(timeout=5) == CONFLICT
    double.wait_for(lambda t: t.polled)
    double.send_text("cho cái sau")
    assert len(second.result(timeout=5)) == 1


def test_poll_whose_bot_hung_up_takes_nothing(double: TelegramDouble, api: Api) -> None:
    data = {"offset": str(double.pending()[0] + 1), "timeout": "30"}
    with pytest.raises(httpx.ReadTimeout):
        api.http.post(api.base + "getUpdates", data=data, timeout=0.1)
    double.wait_for(lambda t: [call.status for call in t.calls("getUpdates")] == [0])
    double.send_text("còn đây")
    assert len(api.ok("getUpdates")) == 1


def test_poll_under_way_breaks_when_the_double_goes_down(
    double: TelegramDouble, api: Api, pool: ThreadPoolExecutor
) -> None:
    poll = pool.submit(api.call, "getUpdates", offset=double.pending()[0] + 1, timeout=10)
    double.wait_for(lambda t: t.polled)
    double.down()
    assert isinstance(poll.exception(timeout=5), httpx.TransportError)
    double.wait_for(lambda t: not t.polled)


def test_polling_is_refused_while_a_webhook_is_set(double: TelegramDouble, api: Api) -> None:
    api.ok("setWebhook", url="https://bot.example.vn/hook")
    assert api.refused("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    api.ok("deleteWebhook")
    assert len(api.ok("getUpdates")) == 1


def test_setting_a_webhook_ends_the_poll(double: TelegramDouble, api: Api, pool: ThreadPoolExecutor) -> None:
    poll = pool.submit(api.refused, "getUpdates", offset=double.pending()[0] + 1, timeout=10)
    double.wait_for(lambda t: t.polled)
    api.ok("setWebhook", url="https://bot.example.vn/hook")
    assert poll.result(timeout=5) == "409 Conflict: terminated by setWebhook request"


def test_allowed_updates_are_remembered_until_named_again(double: TelegramDouble, api: Api) -> None:
    api.ok("getUpdates", offset=-1, allowed_updates=["callback_query"])
    before = double.pending()
    double.send_text("không ai nghe")
    assert double.pending() == before
    api.ok("getUpdates", allowed_updates=[])
    double.send_text("nghe rồi")
    assert len(double.pending()) == len(before) + 1


def test_reactions_come_only_on_request(double: TelegramDouble, api: Api) -> None:
    before = double.pending()
    double.send_update({"message_reaction": {}})
    assert double.pending() == before
    api.ok("getUpdates", allowed_updates=["message", "message_reaction"])
    double.send_update({"message_reaction": {}})
    assert len(double.pending()) == len(before) + 1


def test_raw_updates_come_as_they_are(double: TelegramDouble, api: Api) -> None:
    hostile = {"message": {"chat": "đâu?", "text": 7}, "nonsense": [None]}
    update_id = double.send_update(hostile)
    assert api.ok("getUpdates", offset=update_id) == [{"update_id": update_id, **hostile}]
    assert double.send_update({"update_id": update_id, "message": {}}) == update_id
    assert double.pending() == [update_id, update_id]


def test_chat_and_press_of_a_raw_update_can_be_answered(double: TelegramDouble, api: Api) -> None:
    group = {"id": -100, "type": "supergroup", "title": "Tổ dân phố"}
    double.send_update({"message": {"message_id": 40, "date": 0, "chat": group, "text": "hỏi"}})
    sent = api.ok("sendMessage", chat_id=-100, text="đáp", reply_parameters={"message_id": 40})
    assert (sent["message_id"], sent["chat"]) == (41, group)
    double.send_update({"callback_query": {"id": "9", "data": "x"}})
    assert api.ok("answerCallbackQuery", callback_query_id="9") is True
