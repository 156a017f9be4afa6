from pathlib import Path

import pytest

from index.errors import DataError
from index.plot import plot
from tests.index.made_results import MISS, many


@pytest.mark.parametrize("results", [[*many(30), *many(10, confidence=0.55, answer=False)], [MISS]])
def test_a_plot_is_a_picture_also_where_nothing_was_answered(results: list[object], tmp_path: Path) -> None:
    plot(results, tmp_path / "plot", "câu hỏi")  # type: ignore[arg-type]
    assert (tmp_path / "plot").read_bytes().startswith(b"\x89PNG")


def test_a_place_that_takes_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="can't be written"):
        plot(many(3), tmp_path, "")
