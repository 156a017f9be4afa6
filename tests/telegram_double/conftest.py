from collections.abc import Iterator

import pytest

from .client import Api
from .double import TelegramDouble


@pytest.fixture
def double() -> Iterator[TelegramDouble]:
    with TelegramDouble() as double:
        yield double


@pytest.fixture
def api(double: TelegramDouble) -> Iterator[Api]:
    """Calls to a double where person 1001 wrote "câu hỏi", message 1."""
    double.send_text("câu hỏi")
    api = Api(double)
    with api.http:
        yield api


@pytest.fixture
def group(double: TelegramDouble, api: Api) -> int:
    """A supergroup the bot is a member of, where nobody wrote yet."""
    return double.add_group(-100)


@pytest.fixture
def forum(double: TelegramDouble, api: Api) -> int:
    """A forum the bot is a member of, with "General" and topic 2."""
    double.add_group(-200, forum=True)
    assert double.add_topic(-200) == 2
    return -200
