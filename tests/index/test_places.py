from hypothesis import given
from hypothesis import strategies as st

from index.places import Place, begun, parted, stripped, syllables, unspaced


def test_a_clause_is_parted_at_its_commas() -> None:
    text = "x Năm 2020 , thu ngân sách 1,5 tỷ,  chi y"
    assert [text[slice(*part)] for part in parted(text, 1, len(text) - 2)] == [
        "Năm 2020",
        "thu ngân sách 1,5 tỷ",
        "chi",
    ]
    assert syllables(text, Place(2, 10)) == 1


@given(st.text(" ,\tab\u00a0", max_size=12))
def test_the_edges_of_a_part_are_no_white_space(part: str) -> None:
    text = f"b{part}b"
    end = len(text) - 1
    assert text[1 : stripped(text, 1, end)] == part[: stripped(text, 1, end) - 1]
    assert not text[1 : stripped(text, 1, end)].endswith((" ", ",", "\t", "\u00a0"))
    assert text[1 : unspaced(text, 1, end)] == part.rstrip()
    assert text[begun(text, 1, end) : end] == part.lstrip()
