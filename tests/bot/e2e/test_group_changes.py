"""A group is upgraded, a topic closed, a message deleted: no error, nothing lost."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from bot.access import Access
from bot.service import Quotas
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import NAME, TAX, TAX_FIGURE, TOTAL, TOTAL_FIGURE, bold
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import talk

ASKED = f"/hoi{NAME} {TOTAL}"
OWNER = 501


def _change(telegram: TelegramDouble, chat: dict[str, object], old: str, new: dict[str, object]) -> dict[str, object]:
    """A `my_chat_member` about this bot."""
    me = {"id": int(telegram.token.partition(":")[0]), "is_bot": True, "first_name": "Hỏi Báo Cáo"}
    by = {"id": OWNER, "is_bot": False, "first_name": "Chủ nhóm"}
    shown = {"title": "Văn phòng", **chat}
    before = {"user": me, "status": old}
    return {"chat": shown, "from": by, "date": 1, "old_chat_member": before, "new_chat_member": {"user": me, **new}}


def test_a_question_asked_just_before_the_group_was_upgraded_is_answered_in_the_supergroup(
    telegram: TelegramDouble, serve: Serve
) -> None:
    telegram.add_group(-5, kind="group", members=(7,))
    talk(telegram, -5, user=7).says(ASKED)
    telegram.upgrade(-5, -1005)
    an = talk(telegram, -1005, user=7)
    with serve():
        assert TOTAL_FIGURE in bold(an.hears())
        an.hears_nothing()


def test_what_is_known_of_a_group_follows_it_when_it_is_upgraded(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-5, kind="group", bot="left")
    telegram.add_group(-6, kind="group")
    access = Access(chats=frozenset({-5}))
    with serve(access=access, quotas=Quotas(0, 2)):
        before = talk(telegram, -5, user=7)
        telegram.add_bot(-5)
        before.hears()
        before.says(ASKED)
        before.hears()
        telegram.upgrade(-5, -1005)
        an = talk(telegram, -1005, user=7)
        # The list of allowed groups still names the old id.
        an.says(ASKED)
        assert TOTAL_FIGURE in bold(an.hears())
        # The hour's quota goes on where it was: this is the third question.
        an.says(ASKED)
        assert an.hears()["text"].startswith("Nhóm đã hỏi nhiều")
        # It was greeted there already.
        telegram.send_update(
            {"my_chat_member": _change(telegram, {"id": -1005, "type": "supergroup"}, "left", {"status": "member"})}
        )
        an.hears_nothing()
        assert telegram.calls("leaveChat") == []


@pytest.mark.parametrize("order", [*permutations(("joins", "to", "from"))], ids="-".join)
def test_in_whatever_order_telegram_tells_of_an_upgrade_nobody_is_greeted_again_or_left(
    telegram: TelegramDouble, serve: Serve, monkeypatch: pytest.MonkeyPatch, order: tuple[str, ...]
) -> None:
    monkeypatch.setattr("bot.handlers.membership.UPGRADE", 2.0)
    telegram.add_group(-5, kind="group", bot="left")
    before, an = talk(telegram, -5, user=7), talk(telegram, -1005, user=7)
    with serve(access=Access(chats=frozenset({-5}))):
        telegram.add_bot(-5)
        before.hears()
        before.hears_nothing()
        telegram.upgrade(-5, -1005, order=order, pause=0.2)
        an.hears_nothing()
        an.says(ASKED)
        assert TOTAL_FIGURE in bold(an.hears())
        an.hears_nothing()
    assert telegram.calls("leaveChat") == []


def test_a_question_does_not_wait_for_what_is_still_to_come_of_an_upgrade(
    telegram: TelegramDouble, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.handlers.membership.UPGRADE", 3.0)
    telegram.add_group(-1, bot="left")
    an = talk(telegram, -1, user=7)
    with serve():
        telegram.add_bot(-1)
        an.says(ASKED)
        assert TOTAL_FIGURE in bold(an.hears())
        assert NAME in an.hears()["text"]
        an.hears_nothing()


def test_an_upgraded_group_is_still_allowed_after_a_restart(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    telegram.add_group(-5, kind="group")
    access = Access(chats=frozenset({-5}))
    with serve(access=access, folder=tmp_path):
        telegram.upgrade(-5, -1005)
        an = talk(telegram, -1005, user=7)
        an.hears_nothing()
    with serve(access=access, folder=tmp_path):
        an.says(ASKED)
        assert TOTAL_FIGURE in bold(an.hears())


def test_an_answer_given_before_the_upgrade_can_be_replied_to(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-5, kind="group")
    with serve():
        before = talk(telegram, -5, user=7)
        before.says(ASKED)
        answer = before.hears()
        telegram.upgrade(-5, -1005)
        an = talk(telegram, -1005, user=7)
        an.says("còn năm 2021?", reply_to_message={**answer, "chat": {"id": -1005, "type": "supergroup"}})
        assert "năm 2021" in an.hears()["text"]


@pytest.mark.parametrize("what", ["close_topic", "delete_topic"])
def test_a_topic_closed_or_deleted_meanwhile(telegram: TelegramDouble, serve: Serve, what: str) -> None:
    telegram.add_group(-1, forum=True)
    topic = telegram.add_topic(-1)
    an = talk(telegram, -1, user=7, topic=topic)
    an.says(ASKED)
    getattr(telegram, what)(-1, topic)
    with serve():
        binh = talk(telegram, -1, user=8)
        binh.says(ASKED)
        assert TOTAL_FIGURE in bold(binh.hears())
        binh.hears_nothing()
        assert an.telegram.sent(-1) == [binh.sees()]
        if what == "close_topic":
            telegram.reopen_topic(-1, topic)
            an.says(ASKED)
            assert TOTAL_FIGURE in bold(an.hears())


def test_general_closed_meanwhile(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-1, forum=True)
    an = talk(telegram, -1, user=7)
    with serve():
        an.says(ASKED)
        an.hears()
        telegram.close_topic(-1)
        an.says(ASKED)
        an.hears_nothing()


@pytest.mark.parametrize("chat", [-1, 7])
def test_a_question_deleted_meanwhile_is_answered_without_a_reply(
    telegram: TelegramDouble, serve: Serve, chat: int
) -> None:
    telegram.add_group(-1)
    an = talk(telegram, chat, user=7)
    an.says(ASKED)
    an.deletes()
    with serve():
        answer = an.hears()
        assert TOTAL_FIGURE in bold(answer)
        assert "reply_to_message_id" not in answer
        an.hears_nothing()


def test_a_question_deleted_in_a_topic_is_answered_in_the_topic(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-1, forum=True)
    an = talk(telegram, -1, user=7, topic=telegram.add_topic(-1))
    an.says(ASKED)
    an.deletes()
    with serve():
        assert TOTAL_FIGURE in bold(an.hears())


def test_blocked_by_a_person_meanwhile_it_goes_on(telegram: TelegramDouble, serve: Serve) -> None:
    an = talk(telegram, 7)
    an.says(TOTAL)
    telegram.block(7)
    with serve():
        an.hears_nothing()
        an.says(TAX)
        assert TAX_FIGURE in bold(an.hears())
