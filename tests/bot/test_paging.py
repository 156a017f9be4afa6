from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.markup import units
from bot.paging import chunks, pages

ROOM = 20
entries_of_some_length = st.lists(st.text(max_size=30).map(lambda text: (text, units(text))))


@given(entries_of_some_length)
def test_pages_hold_every_entry_in_order_and_no_more_than_fits(entries: list[tuple[str, int]]) -> None:
    found = pages(entries, ROOM)
    assert [entry for page in found for entry in page] == [entry for entry, _ in entries]
    for page in found:
        assert len(page) == 1 or sum(units(entry) + 2 for entry in page) <= ROOM


@given(entries_of_some_length)
def test_no_page_is_begun_before_the_last_is_full(entries: list[tuple[str, int]]) -> None:
    for page, following in pairwise(pages(entries, ROOM)):
        assert sum(units(entry) + 2 for entry in (*page, following[0])) > ROOM


@given(st.lists(st.integers()), st.integers(1, 10))
def test_chunks_hold_every_entry_in_order(entries: list[int], size: int) -> None:
    found = chunks(entries, size)
    assert [entry for page in found for entry in page] == entries
    assert all(len(page) == size for page in found[:-1])
    assert all(1 <= len(page) <= size for page in found)
