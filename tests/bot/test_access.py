import pytest

from bot.access import Access

OPEN = Access()
PERSONS = Access(users=frozenset({1}), admins=frozenset({9}))
GROUPS = Access(chats=frozenset({-5}))


def test_where_nobody_is_named_everybody_is_served_everywhere_and_nobody_is_an_admin() -> None:
    assert OPEN.serves_person(1)
    assert OPEN.stays_in(-5)
    assert not OPEN.is_limited
    assert not OPEN.is_admin(1)


@pytest.mark.parametrize(("person", "served"), [(1, True), (2, False), (9, True)])
def test_where_persons_are_named_they_and_the_admins_are_served(person: int, served: bool) -> None:
    assert PERSONS.serves_person(person) is served
    assert PERSONS.is_limited


def test_an_admin_is_one_who_is_named_as_such() -> None:
    assert PERSONS.is_admin(9)
    assert not PERSONS.is_admin(1)


def test_admins_alone_limit_nobody() -> None:
    access = Access(admins=frozenset({9}))
    assert access.serves_person(1)
    assert not access.is_limited


def test_where_groups_are_named_the_bot_stays_in_no_other() -> None:
    assert GROUPS.stays_in(-5)
    assert not GROUPS.stays_in(-6)
    assert GROUPS.serves_person(1)


def test_a_named_group_is_still_named_as_a_supergroup() -> None:
    assert GROUPS.stays_in(-100, lambda named: named == -5)
    assert not GROUPS.stays_in(-100, lambda named: named == -6)
