import pytest

from index.normalize import has_accents
from index.timespans import Timespan, Timespans
from index.tokens import tokens
from index.wording import Wording


def find(text: str) -> tuple[Timespan, ...]:
    return Timespans.load().find(text, list(tokens(text)), accented=has_accents(text))


def wording(text: str) -> Wording:
    return Wording(find(text))


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("thu quy 2 bao nhieu", "thu quý II bao nhieu"),
        ("thu nửa đầu năm và q2?", "thu 6 tháng đầu năm và quý II?"),
        ("thu Quý II?", "thu Quý II?"),
        ("thu quý 3?", "thu quý 3?"),
        ("họp 15/6/2020", "họp 15/6/2020"),
    ],
)
def test_a_part_of_the_year_is_written_as_the_reports_write_it(question: str, taken: str) -> None:
    of = wording("Thu quý II và 6 tháng đầu năm, họp ngày 15/6/2020.")
    assert of.of(question, find(question)) == taken


def test_where_the_reports_name_none_all_stays() -> None:
    assert wording("Thu đạt khá.").of("thu quy 2", find("thu quy 2")) == "thu quy 2"
