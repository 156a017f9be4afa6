import pytest

from bot.numerals import counted, decimal


@pytest.mark.parametrize(("number", "written"), [(0, "0"), (999, "999"), (10530, "10.530"), (1234567, "1.234.567")])
def test_thousands_stand_apart_by_a_point(number: int, written: str) -> None:
    assert counted(number) == written


@pytest.mark.parametrize(("number", "written"), [(79.44, "79,4"), (80.0, "80"), (1234.56, "1.234,6"), (0.04, "0")])
def test_a_decimal_stands_behind_a_comma_and_not_where_it_is_none(number: float, written: str) -> None:
    assert decimal(number) == written
