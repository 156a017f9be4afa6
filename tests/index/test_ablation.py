import pytest

from index.ablation import SIGNALS, check, without
from index.errors import UnknownSignal
from index.fields import FIELDS
from index.ranking import Ranking


@pytest.fixture(scope="module")
def shipped() -> Ranking:
    return Ranking.load()


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_switched_off_is_off_and_nothing_else_is(shipped: Ranking, name: str) -> None:
    found, before = without(shipped, [name]).model_dump(), shipped.model_dump()
    assert found != before
    for key, value in SIGNALS[name].items():
        first, *tables = key.split(".")
        place, was = found[first], before[first]
        for table in tables[:-1]:
            place, was = place[table], was[table]
        assert place[tables[-1]] == value
        place[tables[-1]] = was[tables[-1]]
    assert found == before


def test_every_field_can_be_switched_off(shipped: Ranking) -> None:
    assert set(FIELDS) <= set(SIGNALS)
    off = without(shipped, FIELDS).fields
    assert off.accented.used() == off.unaccented.used() == {}


def test_nothing_switched_off_is_the_shipped_ranking(shipped: Ranking) -> None:
    assert without(shipped, []) == shipped


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    check(SIGNALS)
    with pytest.raises(UnknownSignal, match=r"'rubbish'.*words, syllables.*kind"):
        check(["words", "rubbish"])
