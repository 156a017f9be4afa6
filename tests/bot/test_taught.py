import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import taught, texts
from bot.abbreviations import LiveAbbreviations
from bot.answering import Answering, Library
from bot.storage import StorageBusy, Store
from bot.taught import Change, Teacher, Unclear, Wish, wish
from index.glossary import Glossary
from index.library import ABBREVIATIONS
from tests.bot.conftest import SHIPPED
from tests.bot.samples import SmallLibrary


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("NSNN = ngân sách nhà nước", Wish("NSNN", "ngân sách nhà nước")),
        ("NSNN=ngân sách  nhà nước ", Wish("NSNN", "ngân sách nhà nước")),
        ("KT - XH = kinh tế - xã hội", Wish("KT-XH", "kinh tế - xã hội")),
        ("LĐ-TB&XH = lao động, thương binh và xã hội", Wish("LĐ-TB&XH", "lao động, thương binh và xã hội")),
        ("TP.HCM = thành phố Hồ Chí Minh", Wish("TP.HCM", "thành phố Hồ Chí Minh")),
        ("xóa NSNN", Wish("NSNN")),
        ("xoá NSNN", Wish("NSNN")),
        ("Xoa NSNN", Wish("NSNN")),
        ("bỏ NSNN", Wish("NSNN")),
        ("-NSNN", Wish("NSNN")),
        ("– KT-XH", Wish("KT-XH")),
        ("xóa = dấu xóa", Wish("xóa", "dấu xóa")),
        ("xoa\u0301 NSNN", Wish("NSNN")),  # decomposed, as some phones type
    ],
)
def test_a_change_is_read_as_people_type_it(said: str, asked: Wish) -> None:
    assert wish(said) == asked


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("NSNN", texts.UNCLEAR_ABBREVIATION),
        ("xóa", texts.UNCLEAR_ABBREVIATION),
        ("= ngân sách", texts.WRONG_SHORT),
        ("Q = quận", texts.WRONG_SHORT),
        ("2020 = hai không hai không", texts.WRONG_SHORT),
        ("ngân sách = NSNN", texts.WRONG_SHORT),
        ("<b> = đậm", texts.WRONG_SHORT),
        ("N\ud800N = lỗi", texts.WRONG_SHORT),
        (f"{'N' * 21} = dài", texts.WRONG_SHORT),
        ("xóa ngân sách nhà nước", texts.WRONG_SHORT),
        ("NSNN =", texts.WRONG_WORDS),
        ("NSNN = 2020", texts.WRONG_WORDS),
        ("NSNN = nsnn", texts.WRONG_WORDS),
        ("NSNN = a = b", texts.WRONG_WORDS),
        ("NSNN = lỗi \ud800", texts.WRONG_WORDS),
        (f"NSNN = {'a' * 201}", texts.WRONG_WORDS),
    ],
)
def test_what_is_no_change_is_told_what_to_write(said: str, line: str) -> None:
    with pytest.raises(Unclear) as unclear:
        wish(said)
    most = taught.LONGEST_WORDS if line is texts.WRONG_WORDS else taught.LONGEST_SHORT
    assert unclear.value.line == line.format(most=most)


SAID = st.text(st.sampled_from("Aaề&-–. /=\u0301 \u00adxóaß") | st.characters(), min_size=1, max_size=25)


@given(st.tuples(SAID, SAID).map(" = ".join) | SAID)
@example("LĐ-TB&XH = lao động")
@example(" = ngân sách")
@example("\u00ad\u00ad = ngân sách")
@example("NSNN = \u00ad")
@settings(max_examples=300, deadline=None)
def test_no_change_that_is_read_can_be_refused_by_the_index(said: str) -> None:
    try:
        asked = wish(said)
    except Unclear:
        return
    Glossary.load(ABBREVIATIONS, None, {asked.short: asked.words or "đã bỏ"})


class Taught:
    """A store, and a teacher whose library says with which abbreviations it was made."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.made: list[dict[str, str]] = []
        self.live = LiveAbbreviations(store, Answering(SmallLibrary()), self._index, SHIPPED.meanings)
        self.teacher = Teacher(store, self.live)

    def _index(self, held: Mapping[str, str]) -> Library:
        self.made.append(dict(held))
        return SmallLibrary()

    async def say(self, line: str) -> Change:
        """Carry out what is said."""
        return await self.teacher.carry_out(wish(line))


@pytest.fixture
async def held(tmp_path: Path) -> AsyncIterator[Taught]:
    store = await Store.open(f"sqlite:///{tmp_path}/bot.db", b"secret", 90)
    yield Taught(store)
    await store.close(5)


async def test_an_abbreviation_is_in_effect_at_once_and_after_a_restart(held: Taught) -> None:
    assert await held.say("NSNN = ngân sách nhà nước") is Change.DONE
    assert held.made == [{"NSNN": "ngân sách nhà nước"}]
    again = Taught(held.store)
    await again.live.refresh()
    assert again.made == held.made


async def test_one_that_is_alike_but_for_case_and_accents_is_replaced(held: Taught) -> None:
    await held.say("CBĐV = cán bộ đảng viên")
    await held.say("cbdv = cán bộ")
    assert await held.store.abbreviations.all() == {"cbdv": "cán bộ"}


async def test_one_that_is_removed_is_out_of_effect_at_once(held: Taught) -> None:
    await held.say("NSNN = ngân sách nhà nước")
    assert await held.say("xóa nsnn") is Change.DONE
    assert held.made[-1] == {}
    assert await held.say("xóa NSNN") is Change.UNKNOWN


async def test_a_database_that_is_away_changes_nothing(held: Taught, monkeypatch: pytest.MonkeyPatch) -> None:
    async def busy() -> dict[str, str]:
        raise StorageBusy("away")

    with monkeypatch.context() as patch:
        patch.setattr(held.store.abbreviations, "all", busy)
        with pytest.raises(StorageBusy):
            await held.say("NSNN = ngân sách nhà nước")
    assert await held.store.abbreviations.all() == {}


async def test_a_write_that_waits_is_said_to_come_later(held: Taught, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.taught.WRITE", 0.05)
    never: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    monkeypatch.setattr(held.store.abbreviations, "put", lambda short, words: never)
    assert await held.say("NSNN = ngân sách nhà nước") is Change.LATER


async def test_one_kept_by_a_database_that_then_goes_away_comes_later(
    held: Taught, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy() -> None:
        raise StorageBusy("away")

    monkeypatch.setattr(held.live, "refresh", busy)
    assert await held.say("NSNN = ngân sách nhà nước") is Change.LATER
    assert await held.store.abbreviations.all() == {"NSNN": "ngân sách nhà nước"}
