"""Who is served: ALLOWED_CHATS, ALLOWED_USERS and ADMIN_USERS, each empty or not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest

from bot import texts
from bot.access import Access
from bot.service import Quotas
from bot.storage import StorageBusy, Store
from tests.bot.e2e.clock import Clock
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import NAME, TOTAL, TOTAL_FIGURE, bold, said
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import talk

ASKED = f"/hoi{NAME} {TOTAL}"
ALLOWED, ADMIN, STRANGER = 7, 1, 66


def refusal(person: int, whom: str = texts.WHOM_TO_ASK) -> str:
    return said(texts.PERSON_REFUSED, id=person, whom=whom)


def leaves(telegram: TelegramDouble) -> list[int]:
    """The chats it left, as often as it did."""
    return [call.params["chat_id"] for call in telegram.calls("leaveChat") if call.status == 200]


def test_added_to_a_group_that_is_not_allowed_it_says_so_once_and_leaves(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    telegram.add_group(-2, bot="left")
    an = talk(telegram, -2, user=STRANGER)
    access = Access(chats=frozenset({-1}), admins=frozenset({ADMIN}))
    with serve(access=access, folder=tmp_path):
        telegram.add_bot(-2)
        told = an.hears()
        assert told["text"] == said(texts.GROUP_REFUSED, id=-2, whom=texts.WHOM_TO_ASK)
        (link,) = [one for one in told["entities"] if one["type"] != "code"]
        assert link["user"]["id"] == ADMIN if "user" in link else str(ADMIN) in link["url"]
        telegram.wait_for(lambda t: leaves(t) == [-2])
        telegram.add_bot(-2)
        telegram.wait_for(lambda t: leaves(t) == [-2, -2])
        an.hears_nothing()
    with serve(access=access, folder=tmp_path):
        telegram.add_bot(-2)
        telegram.wait_for(lambda t: leaves(t) == [-2] * 3)
        an.hears_nothing()


def test_asked_in_a_group_that_is_not_allowed_any_more_it_says_so_and_leaves(
    telegram: TelegramDouble, serve: Serve
) -> None:
    telegram.add_group(-2)
    an = talk(telegram, -2, user=ALLOWED)
    an.says(ASKED)
    an.says(ASKED)
    with serve(access=Access(chats=frozenset({-1}), users=frozenset({ALLOWED}))):
        assert "mã số -2" in an.hears()["text"]
        an.hears_nothing()
        assert leaves(telegram) == [-2]


def test_a_press_in_a_group_that_is_not_allowed_any_more_is_not_served(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    telegram.add_group(-2)
    an = talk(telegram, -2, user=7)
    with serve(folder=tmp_path):
        an.says(ASKED)
        answer = an.hears()
    with serve(folder=tmp_path, access=Access(chats=frozenset({-1}))):
        assert an.presses("Ngữ cảnh")["text"]
        assert "mã số -2" in an.hears()["text"]
        an.hears_nothing()
        assert an.sees(answer) == answer
        assert leaves(telegram) == [-2]


def test_what_is_not_for_it_makes_no_group_hear_a_refusal(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.privacy = False
    telegram.add_group(-2)
    an = talk(telegram, -2, user=STRANGER)
    with serve(access=Access(chats=frozenset({-1}))):
        an.says("Chào cả phòng")
        an.hears_nothing()


def test_in_an_allowed_group_all_are_served(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-1)
    an = talk(telegram, -1, user=STRANGER)
    with serve(access=Access(chats=frozenset({-1}), users=frozenset({ALLOWED}))):
        an.says(ASKED)
        assert TOTAL_FIGURE in bold(an.hears())
        an.presses("Ngữ cảnh")
        assert an.sees_change()["text"].startswith("📖")


@pytest.mark.parametrize("access", [Access(), Access(admins=frozenset({ADMIN}))])
def test_where_nobody_is_named_all_are_served(telegram: TelegramDouble, serve: Serve, access: Access) -> None:
    telegram.add_group(-1)
    with serve(access=access):
        for person in (talk(telegram, -1, user=STRANGER), talk(telegram, STRANGER)):
            person.says(ASKED)
            assert TOTAL_FIGURE in bold(person.hears())


def test_a_refused_person_is_told_their_id_and_whom_to_ask(telegram: TelegramDouble, serve: Serve) -> None:
    an, allowed = talk(telegram, STRANGER), talk(telegram, ALLOWED)
    with serve(access=Access(users=frozenset({ALLOWED}), admins=frozenset({ADMIN}))):
        an.says(TOTAL)
        told = an.hears()
        assert told["text"] == refusal(STRANGER)
        kinds = {entity["type"]: entity for entity in told["entities"]}
        assert "code" in kinds
        (link,) = [entity for kind, entity in kinds.items() if kind != "code"]
        assert link["user"]["id"] == ADMIN if "user" in link else str(ADMIN) in link["url"]
        allowed.says(TOTAL)
        assert TOTAL_FIGURE in bold(allowed.hears())


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "/start"},
        {"text": "/help"},
        {"text": "/baocao"},
        {"text": "/tomtat"},
        {"text": "/solieu thuế"},
        {"text": "/mucluc"},
        {"text": "/xoa"},
        {"text": "/khonghieu"},
        {"text": "Chào em"},
        {"photo": []},
    ],
)
def test_a_refused_person_gets_nothing_else_whatever_they_send(
    telegram: TelegramDouble, serve: Serve, fields: dict[str, Any]
) -> None:
    an = talk(telegram, STRANGER)
    with serve(access=Access(users=frozenset({ALLOWED}))):
        an.sends(**fields)
        assert an.hears()["text"] == refusal(STRANGER)


def test_a_refused_person_is_told_at_most_once_an_hour(
    telegram: TelegramDouble, serve: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clock = Clock(monkeypatch, "bot.handlers.guard")
    an = talk(telegram, STRANGER)
    access = Access(users=frozenset({ALLOWED}))
    with serve(access=access, folder=tmp_path):
        an.says(TOTAL)
        assert an.hears()["text"] == refusal(STRANGER)
        an.says(TOTAL)
        an.says("/help")
        an.edits("/tomtat")
        an.hears_nothing()
        an.says("/start hoi")  # the button above refused inline results leads here, to be told
        assert an.hears()["text"] == refusal(STRANGER)
        an.hears_nothing()
    with serve(access=access, folder=tmp_path):
        an.says(TOTAL)
        an.hears_nothing()
        clock.passes(hours=1)
        an.says(TOTAL)
        assert an.hears()["text"] == refusal(STRANGER)


def test_in_an_open_group_a_refused_person_is_told_and_an_allowed_one_answered(
    telegram: TelegramDouble, serve: Serve
) -> None:
    telegram.add_group(-1)
    an, binh = talk(telegram, -1, user=STRANGER), talk(telegram, -1, user=ALLOWED)
    with serve(access=Access(users=frozenset({ALLOWED}))):
        question = an.says(ASKED)
        told = an.hears()
        assert told["text"] == refusal(STRANGER)
        assert told["reply_to_message_id"] == question["message_id"]
        binh.hears()
        binh.says(ASKED)
        answer = binh.hears()
        assert TOTAL_FIGURE in bold(answer)
        an.presses("Ngữ cảnh", answer)
        assert an.sees(answer) == answer


def test_an_admin_is_always_served(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.inline_mode = True
    telegram.add_group(-1)
    with serve(access=Access(users=frozenset({ALLOWED}), admins=frozenset({ADMIN}))):
        for person in (talk(telegram, ADMIN), talk(telegram, -1, user=ADMIN)):
            person.says(ASKED)
            assert TOTAL_FIGURE in bold(person.hears())
            person.presses("Ngữ cảnh")
            assert person.sees_change()["text"].startswith("📖")
        assert talk(telegram, ADMIN).types("tổng thu")["results"]


def test_a_person_who_is_no_longer_allowed_presses_in_vain(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    an = talk(telegram, STRANGER)
    with serve(folder=tmp_path):
        an.says(TOTAL)
        answer = an.hears()
    with serve(folder=tmp_path, access=Access(users=frozenset({ALLOWED}))):
        for label in ("Ngữ cảnh", "Kết quả khác", "👍", "👎"):
            assert an.presses(label)["text"] == said(texts.NOT_SERVED, id=STRANGER)
        an.hears_nothing()
        assert an.sees(answer) == answer


@contextmanager
def busy(store: Store) -> Iterator[None]:
    """The database does not tell what is known of chats."""

    async def away(_: str) -> NoReturn:
        raise StorageBusy("away")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store.chats, "get", away)
        patch.setattr("bot.handlers.guard.AGAIN", 0.05)
        yield


def test_while_the_database_is_busy_no_group_is_left_or_told_and_those_named_are_served(
    telegram: TelegramDouble, serve: Serve
) -> None:
    for group in (-1, -2):
        telegram.add_group(group)
    named, other = talk(telegram, -1, user=7), talk(telegram, -2, user=7)
    with serve(access=Access(chats=frozenset({-1}))) as bot:
        with busy(bot.served.store):
            for asker in (other, named):
                asker.says(ASKED)
            assert TOTAL_FIGURE in bold(named.hears())
            named.presses("Ngữ cảnh")
            named.sees_change()
            assert telegram.sent(-2) == []
            assert leaves(telegram) == []
        assert "mã số -2" in other.hears()["text"]
        telegram.wait_for(lambda t: leaves(t) == [-2])


def test_a_named_group_that_was_upgraded_is_served_while_the_database_is_busy(
    telegram: TelegramDouble, serve: Serve
) -> None:
    telegram.add_group(-5, kind="group")
    with serve(access=Access(chats=frozenset({-5}))) as bot:
        telegram.upgrade(-5, -1005)
        an = talk(telegram, -1005, user=STRANGER)
        an.hears_nothing()
        with busy(bot.served.store):
            an.says(ASKED)
            assert TOTAL_FIGURE in bold(an.hears())


def test_a_group_that_another_process_saw_upgraded_is_asked_for_until_the_database_tells(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    telegram.add_group(-5, kind="group")
    access = Access(chats=frozenset({-5}))
    an = talk(telegram, -5, user=STRANGER)
    with serve(access=access, folder=tmp_path):
        telegram.upgrade(-5, -1005)
        an.hears_nothing()
    an = talk(telegram, -1005, user=STRANGER)
    with serve(access=access, folder=tmp_path) as bot:
        with busy(bot.served.store):
            an.says(ASKED)
            time.sleep(0.3)
            assert telegram.sent(-1005) == []
        answer = an.hears()
        assert TOTAL_FIGURE in bold(answer)
        with busy(bot.served.store):  # a press does not wait
            assert an.presses("Ngữ cảnh")["text"] == texts.TRY_AGAIN
        assert leaves(telegram) == []


def test_refusing_an_anonymous_admin_uses_up_nothing_of_the_groups_quota(
    telegram: TelegramDouble, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock(monkeypatch, "bot.handlers.guard")
    telegram.add_group(-1)
    an = talk(telegram, -1, user=ALLOWED)
    with serve(access=Access(users=frozenset({ALLOWED})), quotas=Quotas(0, 1)):
        telegram.send_as_chat(ASKED, -1)
        assert an.hears()["text"] == refusal(-1)
        telegram.send_as_chat(ASKED, -1)  # said once, and then no more
        an.says(ASKED)
        assert TOTAL_FIGURE in bold(an.hears())
        an.says(ASKED)
        assert an.hears()["text"] == texts.QUOTA_OF_CHAT.format(minutes=30)
        an.says(ASKED)
        an.hears_nothing()
