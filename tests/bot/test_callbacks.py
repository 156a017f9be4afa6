import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from telegram.constants import InlineKeyboardButtonLimit

from bot.answering import FINGERPRINT
from bot.callbacks import Action, Press, Signer
from bot.storage import new_id

SIGNER = Signer(b"a key")
WRITTEN = string.ascii_letters + string.digits + "_-"
presses = st.builds(
    Press,
    st.sampled_from(Action),
    st.text(WRITTEN, max_size=16),
    st.integers(0, 999_999),
    st.integers(0, 999_999),
)
chats = st.integers(-(2**52), 2**52)


@given(presses, chats)
def test_what_is_signed_reads_back_in_its_chat(press: Press, chat: int) -> None:
    assert SIGNER.read(SIGNER.sign(press, chat), chat) == press


@given(presses, chats)
def test_what_is_signed_fits_a_button(press: Press, chat: int) -> None:
    assert 1 <= len(SIGNER.sign(press, chat).encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA


@given(presses, chats, chats)
def test_no_other_chat_reads_it(press: Press, chat: int, other: int) -> None:
    assume(chat != other)
    assert SIGNER.read(SIGNER.sign(press, chat), other) is None


@given(presses, chats)
def test_no_other_bot_reads_it(press: Press, chat: int) -> None:
    assert Signer(b"another key").read(SIGNER.sign(press, chat), chat) is None


@given(presses, chats, st.data())
def test_a_change_of_any_character_is_refused(press: Press, chat: int, data: st.DataObject) -> None:
    signed = SIGNER.sign(press, chat)
    at = data.draw(st.integers(0, len(signed) - 1))
    put = data.draw(st.sampled_from([*WRITTEN, ".", "", "\n", "٣", "é"]))
    assume(signed[at] != put)
    assert SIGNER.read(signed[:at] + put + signed[at + 1 :], chat) is None


@given(st.text(), chats)
def test_what_nobody_signed_is_refused(data: str, chat: int) -> None:
    assert SIGNER.read(data, chat) is None


@pytest.mark.parametrize("data", ["", "ex1:0123456789:0", "2", "2e.0123456789.0.0.AAAAAAAA", "x" * 64])
def test_old_and_made_up_data_is_refused(data: str) -> None:
    assert SIGNER.read(data, 1) is None


def test_what_is_signed_of_a_newer_version_is_refused() -> None:
    body = "2z.f00d.0.0"  # an action of a version to come, by the same key
    assert SIGNER.read(f"{body}.{SIGNER._signature(body, 1)}", 1) is None


def test_the_targets_there_are_can_be_signed() -> None:
    for target in (new_id(), "0" * FINGERPRINT):
        press = Press(Action.ANSWER, target)
        assert SIGNER.read(SIGNER.sign(press, 1), 1) == press
