from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

from bot import texts
from bot.markup import units
from bot.periods import Period
from bot.render_statistics import render_statistics
from bot.storage import Day, Place, Statistics

PERIOD = Period(7, datetime(2026, 3, 10, 5, 0, tzinfo=UTC))
HOURS = tuple(count if 8 <= hour <= 11 else 0 for hour, count in enumerate(range(24)))
DAYS = tuple(Day(date(2026, 3, 4) + timedelta(days=i), 100, 20, 5) for i in range(7))
FOUND = Statistics(
    DAYS, HOURS, {"group": 274, "guest": 1, "private": 600}, 12, 3, {"Sai số": 2, "Sai câu": 1}, 2.44, 1305.0
)


def test_the_figures_of_a_week_fit_on_a_phone() -> None:
    assert render_statistics(FOUND, PERIOD) == (
        "<b>Thống kê 7 ngày (04/03 – 10/03/2026)</b>\n"
        "875 câu hỏi, trung bình 125 câu mỗi ngày\n"
        "Trả lời được: 700 (80%)\n"
        "Chưa chắc: 140 (16%)\n"
        "Chưa trả lời được: 35 (4%)\n"
        "Nơi hỏi: nhắn riêng 600, trong nhóm 274, gọi từ nơi khác 1\n"
        "Đánh giá: 👍 12, 👎 3\n"
        "Không hài lòng vì: sai số 2, sai câu 1\n"
        "Thời gian trả lời: một nửa trong 2,4 ms, 95% trong 1.305 ms\n"
        "Giờ hỏi nhiều nhất: 11 giờ (11 câu), 10 giờ (10 câu), 9 giờ (9 câu)"
    )


def test_without_votes_nothing_is_said_of_them() -> None:
    text = render_statistics(replace(FOUND, up=0, down=0, reasons={}), PERIOD)
    assert "Đánh giá" not in text
    assert "Không hài lòng" not in text


def test_only_places_with_questions_are_named() -> None:
    assert "Nơi hỏi: trong nhóm 2\n" in render_statistics(replace(FOUND, places={"group": 2}), PERIOD)


def test_every_place_has_words() -> None:
    assert list(texts.PLACES) == list(get_args(Place))


def test_only_hours_with_questions_are_busy() -> None:
    hours = tuple(4 if hour in (3, 7) else 0 for hour in range(24))
    text = render_statistics(replace(FOUND, hours=hours), PERIOD)
    assert text.endswith("Giờ hỏi nhiều nhất: 3 giờ (4 câu), 7 giờ (4 câu)")


def test_days_without_a_question_are_said_to_be_so() -> None:
    empty = Statistics((Day(date(2026, 3, 10), 0, 0, 0),), (0,) * 24, {}, 1, 0, {}, None, None)
    assert render_statistics(empty, PERIOD) == "Không có câu hỏi nào trong 7 ngày qua."


def test_the_largest_figures_fit_into_a_caption() -> None:
    many = 10**9
    days = tuple(Day(date(2026, 3, 4), many, many, many) for _ in range(90))
    reasons = dict.fromkeys(texts.REASONS, many)
    found = Statistics(
        days, (many,) * 24, dict.fromkeys(texts.PLACES, many), many, many, reasons, float(many), float(many)
    )
    assert units(render_statistics(found, Period(90, PERIOD.now))) <= 1024
