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
