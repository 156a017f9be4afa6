from datetime import UTC, datetime, timedelta

import pytest

from bot import texts
from bot.admin_views import AdminViews, File
from bot.callbacks import Action
from bot.markup import units
from bot.service import Service
from bot.storage import Asked
from bot.views import View

ADMIN = 7


def ask(service: Service, text: str, times: int = 1, days_ago: int = 0) -> None:
    """A question that found no answer."""
    at = datetime.now(UTC) - timedelta(days=days_ago)
    for _ in range(times):
        service.store.asked.add(Asked(at, "p" * 24, "c" * 24, text, "abstained", "not-in-report", 1.0, "private"))


def presses(service: Service, view: View | None) -> list[tuple[str, Action, int, int]]:
    """The buttons: label, and what each says."""
    assert view is not None
    assert view.keyboard is not None
    found = []
    for button in (one for row in view.keyboard.inline_keyboard for one in row):
        press = service.signer.read(str(button.callback_data), ADMIN)
        assert press is not None
        found.append((button.text, press.action, press.part, press.number))
    return found


@pytest.fixture
def views(service: Service) -> AdminViews:
    return AdminViews(service.store, service.signer, service.answering)


async def test_unanswered_questions_are_shown_most_asked_first(service: Service, views: AdminViews) -> None:
    ask(service, "tên <lửa> bay xa", 2)
    ask(service, "ten lua bay xa")
    ask(service, "vườn thú")
    ask(service, "quá cũ", days_ago=31)
    view = await views.unanswered(ADMIN, 30)
    assert view is not None
    head, first, second = view.html.split("\n\n")
    assert head == "<b>Chưa trả lời được trong 30 ngày qua: 4 câu, 2 nhóm</b>"
    assert first.startswith("1. tên &lt;lửa&gt; bay xa\n3 lần, gần nhất ngày ")
    assert second.startswith("2. vườn thú\n1 lần")
    assert presses(service, view) == [(texts.CSV_BUTTON, Action.TABLE, 30, 0)]


async def test_many_are_turned_over_by_buttons(service: Service, views: AdminViews) -> None:
    for number in range(90):
        ask(service, f"câu {number} " + "rất dài " * 40)
    first, second = await views.unanswered(ADMIN, 365), await views.unanswered(ADMIN, 365, 1)
    assert [one[1:] for one in presses(service, first)[:-1]] == [(Action.UNANSWERED, 365, 1)]
    assert [one[3] for one in presses(service, second)[:-1]] == [0, 2]
    assert all(units(view.html) <= 4096 for view in (first, second) if view)
    assert await views.unanswered(ADMIN, 365, 99) is None


async def test_none_without_an_answer_is_said_to_be_so(service: Service, views: AdminViews) -> None:
    nothing = View("Trong 30 ngày qua không có câu hỏi nào chưa trả lời được.")
    assert await views.unanswered(ADMIN, 30) == await views.unanswered_table(30) == nothing


async def test_the_table_is_a_file_with_a_date(service: Service, views: AdminViews) -> None:
    ask(service, "vườn thú")
    file = await views.unanswered_table(30)
    assert isinstance(file, File)
    assert file.name.startswith("chua-tra-loi-20")
    assert file.name.endswith(".csv")
    assert "vườn thú,1," in file.content.decode("utf-8-sig")
    assert file.html == "Chưa trả lời được trong 30 ngày qua: 1 câu, 1 nhóm"


async def test_abbreviations_are_listed_with_how_to_change_them(service: Service, views: AdminViews) -> None:
    assert await views.abbreviations(ADMIN) == View(
        "<b>Đơn vị chưa thêm từ viết tắt nào.</b>\n\n"
        "Thêm hoặc sửa: /viettat NSNN = ngân sách nhà nước\nBỏ: /viettat xóa NSNN"
    )
    for number in range(60):
        service.store.abbreviations.put(f"TT{number:02}", "trung tâm & trạm y tế")
    first, last = await views.abbreviations(ADMIN), await views.abbreviations(ADMIN, 1)
    assert first is not None
    assert last is not None
    assert first.html.startswith("<b>Từ viết tắt của đơn vị: 60</b> · 1/2\n\nTT00 = trung tâm &amp; trạm y tế")
    assert last.html.endswith("xóa NSNN")
    assert [one[1:] for one in presses(service, first)] == [(Action.ABBREVIATIONS, 0, 1)]
    assert await views.abbreviations(ADMIN, 2) is None
