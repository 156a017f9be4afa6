"""The bot comes into a group and goes, is restricted or made an admin: one greeting, no error, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import texts
from index import Library
from tests.bot.e2e.conftest import Serve
from tests.bot.e2e.reading import NAME, TAX, TAX_FIGURE, TOTAL, TOTAL_FIGURE, bold
from tests.telegram_double import TelegramDouble
from tests.telegram_double.talk import Talk, talk

ASKED = f"/hoi{NAME} {TOTAL}"
OWNER = 501
HINT = texts.PRIVACY_HINT.format(name=NAME.lstrip("@"))


def test_added_it_greets_once_says_how_to_ask_and_what_it_answers_from(
    town: TelegramDouble, library: Library, group: int
) -> None:
    town.remove_bot(group)
    an = talk(town, group, user=7)
    town.add_bot(group)
    greeting = an.hears()["text"]
    assert library.reports[0].title in greeting
    assert NAME in greeting
    assert "/hoi" in greeting
    assert len(greeting) < 400
    assert HINT not in greeting
    town.promote_bot(group)
    town.demote_bot(group)
    an.hears_nothing()


def test_it_greets_once_also_over_a_restart(telegram: TelegramDouble, serve: Serve, tmp_path: Path) -> None:
    telegram.add_group(-1, bot="left")
    an = talk(telegram, -1, user=7)
    with serve(folder=tmp_path):
        telegram.add_bot(-1)
        an.hears()
    with serve(folder=tmp_path):
        # Telegram tells of it once more.
        telegram.send_update(
            {"my_chat_member": _change(telegram, {"id": -1, "type": "supergroup"}, "left", {"status": "member"})}
        )
        an.hears_nothing()


def test_where_privacy_mode_hides_mentions_it_says_how_to_ask_all_the_same(
    telegram: TelegramDouble, serve: Serve
) -> None:
    telegram.add_group(-1, bot="left")
    an = talk(telegram, -1, user=7)
    with serve():
        telegram.add_bot(-1)
        greeting = an.hears()
        assert HINT in greeting["text"]
        assert f"/hoi{NAME}" in greeting["text"]
        # What it says there is so.
        an.says(f"{NAME} {TOTAL}")
        an.hears_nothing()
        an.says(ASKED)
        answer = an.hears()
        assert TOTAL_FIGURE in bold(answer)
        an.replies_to(answer, TAX)
        assert TAX_FIGURE in bold(an.hears())
        telegram.promote_bot(-1)
        an.says(f"{NAME} {TOTAL}")
        assert TOTAL_FIGURE in bold(an.hears())


def test_an_admin_hears_mentions_and_is_not_said_to_be_deaf(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-1, bot="administrator")
    an = talk(telegram, -1, user=7)
    admin: dict[str, object] = {
        "status": "administrator",
        "can_be_edited": False,
        "is_anonymous": False,
        "can_manage_chat": True,
    }
    rights = "delete_messages manage_video_chats restrict_members promote_members change_info invite_users"
    admin |= {f"can_{right}": True for right in f"{rights} post_stories edit_stories delete_stories".split()}
    with serve():
        chat = {"id": -1, "type": "supergroup", "title": "Văn phòng"}
        telegram.send_update({"my_chat_member": _change(telegram, chat, "left", admin)})
        greeting = an.hears()["text"]
    assert HINT not in greeting
    assert NAME in greeting


def test_added_to_a_channel_it_says_nothing(town: TelegramDouble, group: int) -> None:
    channel = town.add_group(group - 50_000, kind="channel", bot="left")
    an = talk(town, channel, user=7)
    town.add_bot(channel)
    an.hears_nothing()


def test_removed_while_it_answers_nothing_breaks_and_others_are_answered(
    telegram: TelegramDouble, serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.add_group(-1)
    talk(telegram, -1, user=7).says(ASKED)
    telegram.remove_bot(-1)
    with serve():
        an = talk(telegram, 7)
        an.says(TOTAL)
        assert TOTAL_FIGURE in bold(an.hears())
        an.hears_nothing()
        assert telegram.sent(-1) == []
        telegram.add_bot(-1)
        binh = talk(telegram, -1, user=8)
        assert NAME in binh.hears()["text"]
        binh.says(ASKED)
        assert TOTAL_FIGURE in bold(binh.hears())


def test_restricted_it_keeps_silent_and_then_answers_again(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-1)
    an = talk(telegram, -1, user=7)
    with serve():
        telegram.restrict_bot(-1)
        an.says(ASKED)
        an.hears_nothing()
        assert [call.status for call in telegram.calls("sendMessage")] == [400]
        telegram.demote_bot(-1)
        an.says(ASKED)
        assert TOTAL_FIGURE in bold(an.hears())


def test_a_greeting_that_may_not_be_written_is_written_when_it_may(
    telegram: TelegramDouble, serve: Serve, tmp_path: Path
) -> None:
    telegram.add_group(-1, bot="left")
    an = talk(telegram, -1, user=7)
    telegram.fail("sendMessage", 400, description="Bad Request: not enough rights to send text messages to the chat")
    with serve(folder=tmp_path):
        telegram.add_bot(-1)
        an.hears_nothing()
    with serve(folder=tmp_path):
        telegram.restrict_bot(-1)
        an.hears_nothing()
        telegram.restrict_bot(-1, can_send_messages=True)
        assert NAME in an.hears()["text"]
        telegram.promote_bot(-1)
        an.hears_nothing()


def test_a_greeting_that_was_owed_when_the_group_was_upgraded_is_written_there(
    telegram: TelegramDouble, serve: Serve
) -> None:
    telegram.add_group(-5, kind="group", bot="left")
    an = talk(telegram, -1005, user=7)
    telegram.fail("sendMessage", 400, description="Bad Request: have no rights to send a message")
    with serve():
        telegram.add_bot(-5)
        talk(telegram, -5, user=7).hears_nothing()
        telegram.upgrade(-5, -1005)
        assert NAME in an.hears()["text"]
        an.hears_nothing()


def test_a_group_that_is_upgraded_while_it_is_greeted_is_greeted_once(telegram: TelegramDouble, serve: Serve) -> None:
    telegram.add_group(-5, kind="group", bot="left")
    an = talk(telegram, -1005, user=7)
    telegram.add_bot(-5)
    telegram.upgrade(-5, -1005)
    with serve():
        assert NAME in an.hears()["text"]
        an.hears_nothing()


def test_made_an_admin_it_says_nothing_and_answers(town: TelegramDouble, binh: Talk) -> None:
    town.promote_bot(binh.chat)
    binh.hears_nothing()
    binh.says(f"{NAME} {TOTAL}")
    assert TOTAL_FIGURE in bold(binh.hears())


def _change(telegram: TelegramDouble, chat: dict[str, object], old: str, new: dict[str, object]) -> dict[str, object]:
    """A `my_chat_member` about this bot."""
    me = {"id": int(telegram.token.partition(":")[0]), "is_bot": True, "first_name": "Hỏi Báo Cáo"}
    by = {"id": OWNER, "is_bot": False, "first_name": "Chủ nhóm"}
    shown = {"title": "Văn phòng", **chat}
    before = {"user": me, "status": old}
    return {"chat": shown, "from": by, "date": 1, "old_chat_member": before, "new_chat_member": {"user": me, **new}}
