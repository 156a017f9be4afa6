from pathlib import Path

import pytest
from pydantic import BaseModel

from index.datafiles import named
from index.errors import DataError

FILE = Path("config/some.toml")


class Two(BaseModel):
    number: int


def test_what_is_right_passes() -> None:
    with named(FILE, "list"):
        assert Two.model_validate({"number": 2}).number == 2


def test_a_wrong_value_is_named_by_its_key() -> None:
    with pytest.raises(DataError, match=r"config/some\.toml: number: .*integer"), named(FILE, "list"):
        Two.model_validate({"number": "two"})


@pytest.mark.parametrize("error", [ValueError("broken"), OSError("gone")])
def test_a_file_that_is_none_is_said_to_be_none(error: Exception) -> None:
    with pytest.raises(DataError, match=r"is no list of things: (broken|gone)"), named(FILE, "list of things"):
        raise error


def test_other_errors_are_left_as_they_are() -> None:
    with pytest.raises(KeyError), named(FILE, "list"):
        raise KeyError("a defect, not a file's")
