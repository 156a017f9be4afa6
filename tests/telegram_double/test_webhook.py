import threading

import pytest

from .client import Api
from .double import TelegramDouble
from .receiver import Receiver


def test_updates_are_posted_with_the_secret(double: TelegramDouble, api: Api) -> None:
    with Receiver() as receiver:
        assert api.call("setWebhook", url=receiver.url, secret_token="bí-mật".encode().hex()).json() == {
            "ok": True,
            "result": True,
            "description": "Webhook was set",
        }
        double.send_text("hai")
        double.wait_for(lambda t: not t.pending())
        assert receiver.texts() == ["câu hỏi", "hai"]
        assert receiver.secrets == ["bí-mật".encode().hex()] * 2
        assert api.ok("getWebhookInfo")["pending_update_count"] == 0


def test_webhook_is_seen_as_it_was_set(double: TelegramDouble, api: Api) -> None:
    assert double.webhook is None
    assert api.ok("getWebhookInfo")["url"] == ""
    url = "https://bot.example.vn/hook"
    set_so = {"url": url, "secret_token": "s", "max_connections": 7, "allowed_updates": ["message"]}
    api.ok("setWebhook", **set_so)
    hook = double.webhook
    assert hook
    assert (hook.url, hook.secret_token, hook.max_connections, hook.allowed_updates) == (
        url,
        "s",
        7,
        ["message"],
    )
    info = api.ok("getWebhookInfo")
    assert (info["url"], info["max_connections"], info["pending_update_count"]) == (url, 7, 1)
    assert api.call("setWebhook", **set_so).json()["description"] == "Webhook is already set"
    assert api.call("setWebhook", url="").json()["description"] == "Webhook was deleted"
    assert api.call("deleteWebhook").json()["description"] == "Webhook is already deleted"
    assert double.webhook is None


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"url": "http://bot.example.vn/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://bot.example.vn:8080/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "ftp://bot.example.vn/"}, "invalid webhook URL specified"),
        ({"url": "https://"}, "invalid webhook URL specified"),
        ({"url": "https://bot.example.vn:port/"}, "invalid webhook URL specified"),
        ({"url": "https://a.vn/", "secret_token": "bí mật"}, "secret token contains unallowed characters"),
        ({"url": "https://a.vn/", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
def test_webhook_telegram_cannot_use_is_refused(api: Api, params: dict[str, str], complaint: str) -> None:
    assert api.refused("setWebhook", **params) == f"400 Bad Request: {complaint}"


def test_update_not_taken_is_delivered_again_and_holds_its_chat(double: TelegramDouble, api: Api) -> None:
    answers = iter([500, 0, 404, 200, 200])
    with Receiver(lambda update: next(answers)) as receiver:
        api.ok("setWebhook", url=receiver.url)
        double.send_text("hai")
        double.wait_for(lambda t: not t.pending())
        assert receiver.texts() == ["câu hỏi"] * 4 + ["hai"]
        assert api.ok("getWebhookInfo")["last_error_message"] == "Wrong response from the webhook: 404 Not Found"


def test_webhook_that_does_not_answer_in_time_is_tried_again() -> None:
    release = threading.Event()
    with TelegramDouble(webhook_timeout=0.1) as double:
        double.send_text("chậm")
        slow = iter([True, False])

        def answer(update: object) -> int:
            if next(slow):
                release.wait(5)
            return 200

        api = Api(double)
        with api.http, Receiver(answer) as receiver:
            api.ok("setWebhook", url=receiver.url)
            double.wait_for(lambda t: not t.pending())
            release.set()
            assert receiver.texts() == ["chậm"] * 2
            assert api.ok("getWebhookInfo")["last_error_message"] == "Read timeout expired"


def test_webhook_nobody_listens_at_keeps_updates_until_somebody_does(double: TelegramDouble, api: Api) -> None:
    with Receiver() as gone:
        url = gone.url
    api.ok("setWebhook", url=url)
    double.wait_for(lambda t: t.webhook and t.webhook.last_error_message)
    assert len(double.pending()) == 1
    with Receiver() as receiver:
        api.ok("setWebhook", url=receiver.url)
        double.wait_for(lambda t: not t.pending())


@pytest.mark.parametrize("connections", [1, 3])
def test_chats_are_delivered_at_once_up_to_max_connections(connections: int) -> None:
    inside = threading.Semaphore(0)
    release = threading.Event()

    def answer(update: object) -> int:
        inside.release()
        release.wait(5)
        return 200

    with TelegramDouble() as double, Receiver(answer) as receiver:
        for chat in range(1, 6):
            double.send_text(f"từ {chat}", chat_id=chat)
            double.send_text("sau", chat_id=chat)
        api = Api(double)
        with api.http:
            api.ok("setWebhook", url=receiver.url, max_connections=connections)
            for _ in range(connections):
                assert inside.acquire(timeout=5)
            assert not inside.acquire(timeout=0.1)
            assert sorted(receiver.texts()) == [f"từ {chat}" for chat in range(1, connections + 1)]
            release.set()
            double.wait_for(lambda t: not t.pending())
    assert len(receiver.updates) == 10


def test_nothing_is_posted_beyond_this_machine(double: TelegramDouble, api: Api) -> None:
    api.ok("setWebhook", url="https://bot.example.vn/hook")
    double.send_text("hai")
    assert api.ok("getWebhookInfo")["pending_update_count"] == 2
    assert "last_error_message" not in api.ok("getWebhookInfo")


@pytest.mark.parametrize("method", ["setWebhook", "deleteWebhook"])
def test_pending_updates_are_dropped_when_asked(double: TelegramDouble, api: Api, method: str) -> None:
    api.ok(method, url="https://bot.example.vn/hook", drop_pending_updates=True)
    assert double.pending() == []
