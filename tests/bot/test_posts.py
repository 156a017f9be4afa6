import asyncio
from datetime import UTC, datetime

import pytest
from telegram import Chat, Message
from telegram.error import Forbidden

from bot import posts as posts_module
from bot.posts import Posts
from tests.bot.clock import skipping

CHANNEL, GROUP = -100, -200


async def made(number: int, chat: int = CHANNEL, kind: str = "channel", after: float = 0.0) -> Message:
    await asyncio.sleep(after)
    return Message(number, datetime.now(UTC), Chat(chat, kind))


async def test_what_it_wrote_in_a_channel_is_known_and_nothing_else() -> None:
    posts = Posts()
    assert (await posts.keep(CHANNEL, made(1))).message_id == 1
    await posts.keep(GROUP, made(2, GROUP, "supergroup"))
    assert await posts.hold(CHANNEL, 1)
    for chat, message in ((CHANNEL, 2), (GROUP, 1), (GROUP, 2)):
        assert not await posts.hold(chat, message)


@skipping
async def test_one_that_is_being_written_is_waited_for_but_not_for_ever() -> None:
    posts = Posts()
    writing = asyncio.create_task(posts.keep(CHANNEL, made(1, after=5)))
    slow = asyncio.create_task(posts.keep(GROUP, made(1, GROUP, after=3_600)))
    await asyncio.sleep(1)
    assert await posts.hold(CHANNEL, 1)
    assert not await posts.hold(GROUP, 1)
    assert not slow.done()
    await asyncio.gather(writing, slow)
    assert await posts.hold(GROUP, 1)


@skipping
async def test_those_who_ask_for_one_do_not_wait_one_after_the_other() -> None:
    posts, loop = Posts(), asyncio.get_running_loop()
    slow = asyncio.create_task(posts.keep(CHANNEL, made(1, after=3_600)))
    await asyncio.sleep(0)
    began = loop.time()
    for number in (7, 8, 9):
        assert not await posts.hold(CHANNEL, number)
    assert loop.time() - began == pytest.approx(posts_module.WRITING, abs=0.01)
    slow.cancel()
    await asyncio.wait([slow])


async def test_one_that_can_not_be_written_is_waited_for_no_longer() -> None:
    async def refused() -> Message:
        raise Forbidden("bot was kicked from the channel chat")

    posts = Posts()
    with pytest.raises(Forbidden):
        await posts.keep(CHANNEL, refused())
    assert not await posts.hold(CHANNEL, 1)


async def test_the_oldest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posts_module, "REMEMBERED", 2)
    posts = Posts()
    for number in (1, 2, 3):
        await posts.keep(CHANNEL, made(number))
    assert [await posts.hold(CHANNEL, number) for number in (1, 2, 3)] == [False, True, True]
