import io
from collections import Counter
from datetime import date, timedelta

import pytest
from PIL import Image, ImageChops

from bot.chart import HEIGHT, WIDTH, draw

HOURS = [hour % 7 for hour in range(24)]


def days(count: int, *counts: int) -> dict[str, tuple[int, ...]]:
    """So many days, each alike."""
    return {(date(2026, 3, 10) + timedelta(days=i)).isoformat(): counts or (5, 2, 1) for i in range(count)}


def picture(png: bytes) -> Image.Image:
    """The picture, decoded to its last pixel."""
    image = Image.open(io.BytesIO(png))
    image.load()
    return image.convert("RGB")


@pytest.mark.parametrize("count", [1, 2, 7, 30, 90])
def test_a_chart_is_an_upright_picture_as_wide_as_a_phone_shows(count: int) -> None:
    image = picture(draw(days(count), HOURS))
    assert image.size == (WIDTH, HEIGHT) == (1080, 1350)


def test_each_outcome_takes_as_much_room_as_it_has_questions() -> None:
    shown = Counter(picture(draw(days(7, 40, 20, 10), HOURS)).get_flattened_data())
    answered, unsure, abstained = shown[(31, 111, 139)], shown[(242, 165, 65)], shown[(178, 58, 72)]
    assert answered / unsure == pytest.approx(2, rel=0.05)
    assert unsure / abstained == pytest.approx(2, rel=0.1)


def test_other_figures_are_another_picture_and_the_same_are_the_same() -> None:
    first = picture(draw(days(7), HOURS))
    assert ImageChops.difference(first, picture(draw(days(7), HOURS))).getbbox() is None
    assert ImageChops.difference(first, picture(draw(days(7, 1, 2, 3), HOURS))).getbbox() is not None
    assert ImageChops.difference(first, picture(draw(days(7), HOURS[::-1]))).getbbox() is not None


def test_days_without_a_question_can_be_drawn() -> None:
    assert picture(draw(days(7, 0, 0, 0), [0] * 24)).size == (WIDTH, HEIGHT)
