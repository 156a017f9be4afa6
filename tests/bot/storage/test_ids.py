import re

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.ids import Keys, new_id

NUMBERS = st.integers(-(2**63), 2**63 - 1)


@given(NUMBERS)
def test_a_key_is_24_hexadecimal_digits(number: int) -> None:
    assert re.fullmatch("[0-9a-f]{24}", Keys(b"a token").of("person", number))


@given(NUMBERS, NUMBERS)
def test_two_persons_share_a_key_only_if_they_are_one(first: int, second: int) -> None:
    keys = Keys(b"a token")
    assert (keys.of("person", first) == keys.of("person", second)) == (first == second)


def test_a_restart_gives_the_same_keys() -> None:
    # Written down: other keys would orphan all that is kept.
    assert Keys(b"a token").of("chat", -1001) == Keys(b"a token").of("chat", -1001) == "39d097e46e005ca7a44224b8"


def test_a_private_chat_is_not_told_from_its_person_by_the_key() -> None:
    keys = Keys(b"a token")
    assert keys.of("chat", 7) != keys.of("person", 7)


def test_another_bot_makes_other_keys() -> None:
    assert Keys(b"a token").of("person", 7) != Keys(b"another").of("person", 7)


def test_new_ids_are_short_safe_in_an_address_and_never_the_same() -> None:
    ids = {new_id() for _ in range(10_000)}
    assert len(ids) == 10_000
    assert all(re.fullmatch("[A-Za-z0-9_-]{12}", one) for one in ids)
