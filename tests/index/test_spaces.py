import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fields import fields
from index.language import Language
from index.spaces import halves, parted
from tests.index.builders import NO_GLOSSARY

LANGUAGE = Language([fields(text, NO_GLOSSARY) for text in ("Thu ngân sách nhà nước.", "Xã và phường có ngần ấy.")])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thungansachnhanuoc", "thu ngan sach nha nuoc"),
        ("ngânsách", "ngân sách"),
        ("NgânSách", "Ngân Sách"),
        ("phuongco", "phuong co"),
        ("thu", ""),
        ("thuxa", ""),
        ("thungansac", ""),
        ("", ""),
        ("t", ""),
    ],
)
def test_a_word_falls_into_syllables_that_a_report_has_side_by_side(typed: str, meant: str) -> None:
    assert parted(typed, LANGUAGE) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("xathu", "xa thu"), ("xãtiếng", "xã tiếng"), ("xatieng", ""), ("laptop", ""), ("xã", ""), ("", "")],
)
def test_two_syllables_are_parted_by_their_accents_or_as_the_reports(typed: str, meant: str) -> None:
    assert halves(typed, LANGUAGE) == meant


@given(st.lists(st.sampled_from(["thu", "ngân", "sách", "nhà", "xã", "q", "Ư"]), max_size=12).map("".join))
def test_only_spaces_are_added(typed: str) -> None:
    for out in (parted(typed, LANGUAGE), halves(typed, LANGUAGE)):
        assert out.replace(" ", "") in (typed, "")
