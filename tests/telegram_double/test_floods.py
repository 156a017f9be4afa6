import pytest
from hypothesis import given
from hypothesis import strategies as st

from .client import Api
from .double import TelegramDouble
from .errors import ApiError
from .floods import Floods


def refused_for(floods: Floods, chat_id: int, now: float, is_group: bool = False) -> int:
    """The seconds a message now is refused for, 0 if it is sent."""
    try:
        floods.take(chat_id, is_group, now)
    except ApiError as error:
        return int((error.parameters or {})["retry_after"])
    return 0


def test_chat_takes_three_at_once_and_one_a_second_on_average() -> None:
    floods = Floods(enabled=True)
    assert [refused_for(floods, 1, 100.0) for _ in range(5)] == [0, 0, 0, 3, 3]
    assert refused_for(floods, 2, 100.0) == 0
    assert refused_for(floods, 1, 101.5) == 2
    assert [refused_for(floods, 1, 103.0 + second) for second in range(60)] == [0] * 60


def test_group_takes_twenty_a_minute() -> None:
    floods = Floods(enabled=True)
    waits = [refused_for(floods, -1, 100.0 + second, is_group=True) for second in range(60)]
    assert waits == [0] * 20 + list(range(40, 0, -1))
    assert refused_for(floods, -1, 160.0, is_group=True) == 0


def test_all_chats_together_take_thirty_a_second() -> None:
    floods = Floods(enabled=True)
    assert [refused_for(floods, chat, 100.0) for chat in range(31)] == [0] * 30 + [1]
    assert refused_for(floods, 99, 101.0) == 0


@given(st.lists(st.floats(0, 3), min_size=1, max_size=40))
def test_who_waits_as_long_as_told_is_never_refused(pauses: list[float]) -> None:
    floods, now = Floods(enabled=True), 50.0
    for pause in pauses:
        now += pause
        if wait := refused_for(floods, -1, now, is_group=True):
            now += wait
            assert refused_for(floods, -1, now, is_group=True) == 0


def test_limits_are_off_until_asked_for(double: TelegramDouble, api: Api) -> None:
    for _ in range(10):
        api.ok("sendMessage", chat_id=1001, text="a")
    double.limits()
    for _ in range(3):
        api.ok("sendMessage", chat_id=1001, text="a")
    assert api.refused("sendMessage", chat_id=1001, text="a") == "429 Too Many Requests: retry after 3"
    assert len(double.sent()) == 13
    double.limits(False)
    assert api.ok("sendMessage", chat_id=1001, text="a")


@pytest.mark.parametrize("pattern", ["*", "send*", "SENDMESSAGE"])
def test_fault_may_be_for_a_pattern_of_methods(double: TelegramDouble, api: Api, pattern: str) -> None:
    double.fail(pattern, status=500, times=2)
    assert api.refused("sendMessage", chat_id=1001, text="a") == "500 Internal Server Error: restart"
    assert api.call("sendChatAction", chat_id=1001, action="typing").status_code == (
        200 if pattern == "SENDMESSAGE" else 500
    )
    assert api.ok("deleteMyCommands") is True
