from collections.abc import Mapping
from pathlib import Path

import pytest

from index.bench import compare
from index.bm25 import BM25, Scores
from index.squad import load
from tests.index.squad_files import written


@pytest.mark.parametrize("size", [2, 300])
def test_both_medians_and_their_ratio_are_printed(tmp_path: Path, size: int) -> None:
    lines = compare(*load(written(tmp_path)), size=size)
    assert f"{size} passages, 4 questions" in lines[0]
    assert [line.split()[0] for line in lines[1:]] == ["rank_bm25", "postings", "ratio"]
    assert all(float(line.split()[1]) >= 0 for line in lines[1:])


def test_a_score_that_differs_from_rank_bm25s_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = BM25.scores

    def off(self: BM25, query: Mapping[str, float]) -> Scores:
        return honest(self, query) + 1e-6

    monkeypatch.setattr(BM25, "scores", off)
    with pytest.raises(AssertionError):
        compare(*load(written(tmp_path)), size=10)
