from pathlib import Path

import pytest

from index.clausewords import DEFAULT, ClauseWords
from index.errors import DataError


def test_the_longest_phrase_that_ends_a_text_is_found() -> None:
    words = ClauseWords.load()
    for text, phrase in [("tỷ lệ hộ nghèo chiếm tỷ lệ ", "chiếm tỷ lệ"), ("thu ngân sách ước đạt", "ước đạt")]:
        found = words.gives.search(text)
        assert found
        assert found[0].strip() == phrase


@pytest.mark.parametrize(
    ("before", "after"), [("[before]", "[behind_all]"), ("ends = [", "no_ends = ["), ("has = [", "has = 3 # [")]
)
def test_a_file_that_is_no_list_of_them_is_refused_by_name(tmp_path: Path, before: str, after: str) -> None:
    content = DEFAULT.read_text(encoding="utf-8")
    path = tmp_path / "clauses.toml"
    path.write_text(content.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DataError, match="clauses"):
        ClauseWords.load(path)
