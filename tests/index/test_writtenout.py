"""What an abbreviation stands for, where a sentence writes it out."""

import pytest

from index.library import Library
from index.writtenout import written_out
from tests.index.builders import HEAD, bold, library

TEXT = f"{HEAD}I. CHUNG\nCán bộ, Mặt trận Tổ quốc (MTTQ) và các đoàn thể đều gắng sức.\nDân số tăng nhẹ.\n"


@pytest.fixture(scope="module")
def district() -> Library:
    return library(TEXT)


def test_its_words_are_bold_and_no_others(district: Library) -> None:
    assert bold(district, "MTTQ là gì?") == ["Mặt trận Tổ quốc"]


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("MTTQ là gì?", "Có Mặt trận Tổ quốc tham gia.", ["Mặt trận Tổ quốc"]),
        ("MTTQ là gì?", "Có MTTQ tham gia.", []),
        ("MTTQ làm gì?", "Có Mặt trận Tổ quốc tham gia.", None),
        ("Mặt trận là gì?", "Có Mặt trận Tổ quốc tham gia.", None),
        ("XQZ là gì?", "Có XQZ tham gia.", None),
    ],
)
def test_only_a_known_abbreviation_is_asked_about(
    district: Library, question: str, text: str, words: list[str] | None
) -> None:
    found = written_out(district.understand(question), text, district.glossary.expand)
    assert (None if found is None else [text[a:b] for a, b in found]) == words
