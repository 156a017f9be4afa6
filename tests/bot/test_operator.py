import asyncio
from typing import Any

import pytest

from bot.operator import Operator


class Client:
    """Takes messages when told to."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.go = asyncio.Event()

    async def send_message(self, chat_id: int, line: str) -> None:
        await self.go.wait()
        self.lines.append(line)


async def test_what_was_not_told_is_counted_in_the_next_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.operator.QUIET", 0.0)
    client: Any = Client()
    operator = Operator(client, 99)
    for number in (1, 2, 3):
        operator.tell(number, ValueError("bímật"))
    client.go.set()
    while len(client.lines) < 2:
        await asyncio.tasks.sleep(0)
        if client.lines and len(client.lines) < 2:
            operator.tell(None, KeyError())
    assert client.lines[0] == "Lỗi ValueError khi xử lý cập nhật 1."
    assert client.lines[1].startswith("Lỗi KeyError khi xử lý cập nhật ?. Từ lần báo trước còn 2 lỗi khác")
    await operator.close()


async def test_what_is_being_told_at_the_end_is_broken_off() -> None:
    client: Any = Client()
    operator = Operator(client, 99)
    operator.tell(1, ValueError())
    await asyncio.tasks.sleep(0)
    await operator.close()
    assert not client.lines


async def test_without_an_operator_nobody_is_told() -> None:
    client: Any = Client()
    operator = Operator(client, None)
    operator.tell(1, ValueError())
    await operator.close()
