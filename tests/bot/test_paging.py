from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.markup import Marked
from bot.paging import chunks, pages

ROOM = 20


@given(st.lists(st.text(max_size=30).map(Marked)))
def test_pages_hold_every_entry_in_order_and_no_more_than_fits(entries: list[Marked]) -> None:
    found = pages(entries, ROOM)
    assert [entry for page in found for entry in page] == entries
    for page in found:
        assert len(page) == 1 or sum(entry.units + 2 for entry in page) <= ROOM


@given(st.lists(st.text(max_size=30).map(Marked)))
def test_no_page_is_begun_before_the_last_is_full(entries: list[Marked]) -> None:
    found = pages(entries, ROOM)
    for page, following in pairwise(found):
        assert sum(entry.units + 2 for entry in (*page, following[0])) > ROOM


def test_an_entry_of_astral_letters_counts_as_telegram_counts_it() -> None:
    assert len(pages([Marked("🏯🏯🏯🏯🏯"), Marked("🏯🏯🏯")], ROOM)) == 1
    assert len(pages([Marked("🏯🏯🏯🏯🏯"), Marked("🏯🏯🏯🏯")], ROOM)) == 2


@given(st.lists(st.integers()), st.integers(1, 10))
def test_chunks_hold_every_entry_in_order(entries: list[int], size: int) -> None:
    found = chunks(entries, size)
    assert [entry for page in found for entry in page] == entries
    assert all(len(page) == size for page in found[:-1])
    assert all(1 <= len(page) <= size for page in found)
