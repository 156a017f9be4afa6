import asyncio
import threading
from collections.abc import Mapping

import pytest

from bot.abbreviations import LiveAbbreviations
from bot.service import Service
from bot.storage import StorageBusy
from index.errors import AbbreviationError
from tests.bot.conftest import SHIPPED
from tests.bot.samples import SmallLibrary
from tests.bot.test_intake import busy

NSNN = {"NSNN": "ngân sách nhà nước"}


class Indexer:
    """Notes with which abbreviations libraries were made, and by which thread."""

    def __init__(self) -> None:
        self.given: list[dict[str, str]] = []
        self.threads: set[int] = set()

    def __call__(self, held: Mapping[str, str]) -> SmallLibrary:
        self.given.append(dict(held))
        self.threads.add(threading.get_ident())
        return SmallLibrary()


@pytest.fixture
def indexer() -> Indexer:
    return Indexer()


@pytest.fixture
def live(service: Service, indexer: Indexer) -> LiveAbbreviations:
    return LiveAbbreviations(service.store, service.answering, indexer, SHIPPED.meanings)


async def test_without_abbreviations_nothing_is_indexed_anew(
    live: LiveAbbreviations, service: Service, indexer: Indexer
) -> None:
    library = service.answering.library
    await live.follow()
    assert indexer.given == []
    assert service.answering.library is library


async def test_what_was_taught_is_in_effect_at_once_and_only_once(
    live: LiveAbbreviations, service: Service, indexer: Indexer
) -> None:
    library = service.answering.library
    service.store.abbreviations.put("NSNN", NSNN["NSNN"])
    await live.refresh()
    await live.follow()
    assert indexer.given == [NSNN]
    assert service.answering.library is not library


async def test_what_was_removed_is_gone_again(live: LiveAbbreviations, service: Service, indexer: Indexer) -> None:
    service.store.abbreviations.put("NSNN", NSNN["NSNN"])
    await live.refresh()
    service.store.abbreviations.remove("NSNN")
    await live.refresh()
    assert indexer.given == [NSNN, {}]


async def test_the_next_start_knows_what_was_taught(service: Service) -> None:
    service.store.abbreviations.put("NSNN", NSNN["NSNN"])
    indexer = Indexer()
    await LiveAbbreviations(service.store, service.answering, indexer, SHIPPED.meanings).follow()
    assert indexer.given == [NSNN]


async def test_indexing_holds_up_no_question(live: LiveAbbreviations, service: Service, indexer: Indexer) -> None:
    service.store.abbreviations.put("NSNN", NSNN["NSNN"])
    await live.refresh()
    assert threading.get_ident() not in indexer.threads


async def test_two_at_once_index_once(
    live: LiveAbbreviations, service: Service, indexer: Indexer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def held() -> dict[str, str]:
        return NSNN

    monkeypatch.setattr(service.store.abbreviations, "all", held)
    await asyncio.gather(live.refresh(), live.refresh())
    assert indexer.given == [NSNN]


async def test_a_database_that_is_away_changes_nothing(
    live: LiveAbbreviations, service: Service, indexer: Indexer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service.store.abbreviations, "all", busy)
    with pytest.raises(StorageBusy):
        await live.refresh()
    await live.follow()
    assert indexer.given == []


async def test_an_abbreviation_that_cannot_be_indexed_leaves_the_library_as_it_is(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Mapping[str, str]) -> SmallLibrary:
        raise AbbreviationError("it stands for nothing")

    library = service.answering.library
    live = LiveAbbreviations(service.store, service.answering, refuse, SHIPPED.meanings)
    service.store.abbreviations.put("NSNN", NSNN["NSNN"])
    for _ in range(2):  # it is tried again, and does not count as used
        with pytest.raises(AbbreviationError):
            await live.refresh()
    assert service.answering.library is library
