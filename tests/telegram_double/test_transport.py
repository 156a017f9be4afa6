import threading

import httpx
import pytest

from .client import Api
from .double import TelegramDouble
from .errors import CONFLICT_OTHER_POLLER

UNAUTHORIZED = {"ok": False, "error_code": 401, "description": "Unauthorized"}
NOT_FOUND = {"ok": False, "error_code": 404, "description": "Not Found"}


def test_wrong_token_is_unauthorized(double: TelegramDouble, api: Api) -> None:
    answer = api.http.post(f"{double.url}/bot123456:wrong/getMe")
    assert (answer.status_code, answer.json()) == (401, UNAUTHORIZED)


def test_unknown_method_and_address_are_not_found(double: TelegramDouble, api: Api) -> None:
    answer = api.call("sendCarrierPigeon")
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
    answer = api.http.get(double.url + "/")
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


def test_method_names_do_not_mind_case_nor_get(api: Api) -> None:
    assert api.http.get(api.base + "GETME").json()["result"]["is_bot"] is True


def test_parameters_come_in_a_query_a_form_a_multipart_or_a_json_body(double: TelegramDouble, api: Api) -> None:
    form = {"chat_id": "1001", "text": "số", "reply_parameters": '{"message_id": 1}'}
    answers = [
        api.http.get(api.base + "sendMessage", params=form),
        api.http.post(api.base + "sendMessage", data=form),
        api.http.post(api.base + "sendMessage", data=form, files={"extra": ("a.txt", b"x")}),
        api.http.post(
            api.base + "sendMessage",
            json={"chat_id": 1001, "text": "số", "reply_parameters": {"message_id": 1}, "entities": None},
        ),
    ]
    assert [answer.json()["result"]["text"] for answer in answers] == ["số"] * 4
    assert [call.params["reply_parameters"] for call in double.calls("sendMessage")] == [{"message_id": 1}] * 4
    assert {call.params["chat_id"] for call in double.calls()} == {1001}


@pytest.mark.parametrize(
    ("method", "params", "complaint"),
    [
        ("getUpdates", {"limit": "mười"}, 'field "limit" must be of type Number'),
        ("getUpdates", {"allowed_updates": {}}, "expected an Array of String"),
        (
            "sendMessage",
            {"disable_notification": "maybe"},
            'field "disable_notification" must be of type Boolean',
        ),
        ("sendMessage", {"link_preview_options": []}, "object expected as link preview options"),
        ("setMyCommands", {"commands": {}}, "expected an Array of BotCommand"),
    ],
)
def test_parameter_of_the_wrong_type_is_refused(
    api: Api, method: str, params: dict[str, object], complaint: str
) -> None:
    assert api.refused(method, **params) == f"400 Bad Request: {complaint}"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"chat_id=1001&text=%FF%FE", "application/x-www-form-urlencoded"),
        (
            b"chat_id=1001&text=a&reply_markup=%7B%22x%22%3A%22%5Cudc00%22%7D",
            "application/x-www-form-urlencoded",
        ),
        (rb'{"chat_id":1001,"text":"\ud83d"}', "application/json"),
    ],
)
def test_text_that_is_not_utf8_is_refused(api: Api, content: bytes, kind: str) -> None:
    answer = api.http.post(api.base + "sendMessage", content=content, headers={"Content-Type": kind})
    assert answer.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


def test_json_body_that_is_broken_is_refused(api: Api) -> None:
    headers = {"Content-Type": "application/json"}
    answer = api.http.post(api.base + "getMe", content=b"{", headers=headers)
    assert answer.json()["description"] == "Bad Request: can't parse JSON object"
    answer = api.http.post(api.base + "getMe", content=b"[1]", headers=headers)
    assert answer.json()["description"] == "Bad Request: object expected as parameters"


def test_every_call_is_recorded_with_its_answer(double: TelegramDouble, api: Api) -> None:
    api.call("sendMessage", chat_id=1001, text="a")
    api.call("sendMessage", chat_id=2002, text="b")
    first, second = double.calls("sendMessage")
    assert (first.status, first.params, first.response["result"]["text"]) == (
        200,
        {"chat_id": 1001, "text": "a"},
        "a",
    )
    assert (second.status, second.response["description"]) == (400, "Bad Request: chat not found")
    assert first.at <= second.at


def test_after_log_out_every_call_is_refused(api: Api) -> None:
    assert api.ok("close") is True
    assert api.ok("logOut") is True
    assert api.refused("getMe") == "400 Logged out"


def test_flood_control_names_its_seconds(double: TelegramDouble, api: Api) -> None:
    double.fail("sendMessage", status=429, retry_after=2)
    answer = api.call("sendMessage", chat_id=1001, text="a")
    assert answer.status_code == 429
    assert answer.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 2",
        "parameters": {"retry_after": 2},
    }
    assert api.ok("sendMessage", chat_id=1001, text="a")
    assert len(double.sent()) == 1


def test_failure_may_be_for_one_chat_and_several_times(double: TelegramDouble, api: Api) -> None:
    double.send_text("hỏi", chat_id=2002)
    double.fail("sendMessage", status=403, chat_id=2002, times=2)
    assert api.ok("sendMessage", chat_id=1001, text="a")
    for _ in range(2):
        answer = api.refused("sendMessage", chat_id=2002, text="a")
        assert answer == "403 Forbidden: bot was blocked by the user"
    assert api.ok("sendMessage", chat_id=2002, text="a")


def test_gateway_errors_are_web_pages(double: TelegramDouble, api: Api) -> None:
    double.fail("getMe", status=502)
    double.fail("getMe", status=500, html=True)
    for status, title in [(502, "502 Bad Gateway"), (500, "500 Internal Server Error")]:
        answer = api.call("getMe")
        assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/html")
        assert f"<h1>{title}</h1>" in answer.text


@pytest.mark.parametrize(
    ("status", "description"),
    [
        (401, "Unauthorized"),
        (403, "Forbidden: bot was blocked by the user"),
        (409, CONFLICT_OTHER_POLLER),
        (500, "Internal Server Error: restart"),
    ],
)
def test_ordered_failures_have_telegrams_words(double: TelegramDouble, api: Api, status: int, description: str) -> None:
    double.fail("getUpdates", status=status)
    assert api.refused("getUpdates") == f"{status} {description}"


def test_dropped_call_has_no_answer_and_no_effect(double: TelegramDouble, api: Api) -> None:
    double.drop("sendMessage")
    with pytest.raises(httpx.RemoteProtocolError):
        api.call("sendMessage", chat_id=1001, text="a")
    assert double.sent() == []
    assert [call.status for call in double.calls("sendMessage")] == [0]
    assert api.ok("sendMessage", chat_id=1001, text="a")


def test_call_dropped_after_its_effect_is_delivered_all_the_same(double: TelegramDouble, api: Api) -> None:
    double.drop("sendMessage", after_effect=True)
    with pytest.raises(httpx.RemoteProtocolError):
        api.call("sendMessage", chat_id=1001, text="a")
    assert [message["text"] for message in double.sent()] == ["a"]


def test_delayed_answer_comes_late_but_takes_effect_at_once(double: TelegramDouble, api: Api) -> None:
    double.delay("sendMessage", seconds=30)
    with pytest.raises(httpx.ReadTimeout):
        api.http.post(api.base + "sendMessage", data={"chat_id": "1001", "text": "a"}, timeout=0.2)
    assert len(double.sent()) == 1
    double.delay("sendMessage", seconds=0.1)
    assert api.call("sendMessage", chat_id=1001, text="b").elapsed.total_seconds() >= 0.1


def test_down_refuses_connections_and_up_keeps_everything(double: TelegramDouble, api: Api) -> None:
    address = double.url
    api.ok("sendMessage", chat_id=1001, text="a")
    double.down()
    with pytest.raises(httpx.TransportError):
        api.call("getMe")
    with pytest.raises(httpx.ConnectError):
        api.call("getMe")
    double.up()
    assert double.url == address
    assert api.ok("sendMessage", chat_id=1001, text="b")["message_id"] == 3
    assert len(double.pending()) == 1


def test_down_breaks_calls_under_way(double: TelegramDouble, api: Api) -> None:
    double.delay("getMe", seconds=30)
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            api.call("getMe")
        except httpx.TransportError as error:
            failed.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    double.wait_for(lambda t: t.calls("getMe"))
    double.down()
    asking.join(timeout=5)
    assert len(failed) == 1


def test_wait_for_gives_the_truth_it_found_or_says_what_was_called(double: TelegramDouble, api: Api) -> None:
    later = threading.Timer(0.05, lambda: api.call("sendMessage", chat_id=1001, text="a"))
    later.start()
    assert double.wait_for(lambda t: t.sent(1001))[0]["text"] == "a"
    later.join()
    with pytest.raises(AssertionError, match=r"not so within 0\.05 s; 1 calls(.|\n)*sendMessage(.|\n)*-> 200"):
        double.wait_for(lambda t: len(t.sent()) > 1, timeout=0.05)


def test_fault_of_the_double_fails_the_test_that_met_it(caplog: pytest.LogCaptureFixture) -> None:
    double = TelegramDouble()
    with pytest.raises(TypeError), double:
        make_the_double_fail(double)
    assert "the Telegram double failed" in caplog.text


def make_the_double_fail(double: TelegramDouble) -> None:
    # A message nobody could have sent: the double itself trips over its missing sender.
    double.send_update({"message": {"chat": {"id": 7}, "message_id": 1, "from": None}})
    api = Api(double)
    with api.http:
        assert api.call("editMessageText", chat_id=7, message_id=1, text="x").status_code == 500
