import pytest

from bot import texts
from bot.answering import FINGERPRINT, Answering
from index import Library as RealLibrary
from tests.bot.samples import BEST, FIGURE, REPORT, TITLE, SmallLibrary, report_of


def two_reports() -> SmallLibrary:
    library = SmallLibrary()
    library.reports = (report_of("Chi thường xuyên tăng."), REPORT)
    return library


async def test_a_question_becomes_a_message() -> None:
    answering = Answering(SmallLibrary())
    assert (await answering.reply("Tổng thu?")).startswith(f"<b>{FIGURE}</b>")
    assert (await answering.reply("Tổng thu?", asked=True)).startswith("❓ Tổng thu?")
    assert (await answering.reply("Ai?")).startswith(texts.NOT_IN_REPORT)
    assert await answering.reply("\ud800") == texts.UNREADABLE_QUESTION


async def test_the_report_is_named_only_where_there_are_several() -> None:
    assert TITLE not in await Answering(SmallLibrary()).reply("Thu?")
    assert TITLE in await Answering(two_reports()).reply("Thu?")


def test_the_fingerprint_changes_with_the_reports_and_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = Answering(SmallLibrary()).fingerprint, Answering(two_reports()).fingerprint
    monkeypatch.setattr(SmallLibrary, "examples", lambda self, count: ("Khác?",))
    assert len({first, other, Answering(SmallLibrary()).fingerprint}) == 3
    assert len(first) == FINGERPRINT


def test_what_is_known_of_the_reports_can_be_shown() -> None:
    answering = Answering(SmallLibrary())
    assert answering.titles == (TITLE,)
    assert f"{answering.loaded:%H:%M}" in answering.about()
    assert BEST not in answering.about()


def test_the_real_library_is_one_that_the_bot_can_use() -> None:
    assert all(hasattr(RealLibrary, name) for name in ("reports", "ask", "examples", "neighbours"))
