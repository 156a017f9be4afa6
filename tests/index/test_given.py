import pytest

from index.given import given_names, in_full
from tests.index.builders import HEAD, library

NAMES = {"tam": "Lê Văn Tám", "hung": "Tạ Mạnh Hùng"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ông Tám làm gì", "ông Lê Văn Tám làm gì"),
        ("đồng chí tám giữ chức vụ gì", "đồng chí Lê Văn Tám giữ chức vụ gì"),
        ("ong Tam la ai", "ong le van tam la ai"),
        ("Anh Hùng là ai", "Anh hùng là ai"),
        ("ông Lê Văn Tám là ai", "ông Lê Văn Tám là ai"),
        ("ông Tám Văn Ba là ai", "ông Tám Văn Ba là ai"),
        ("ông Tấm là ai", "ông Tấm là ai"),
        ("bà con được bao nhiêu", "bà con được bao nhiêu"),
        ("có tám người", "có tám người"),
        ("", ""),
    ],
)
def test_a_given_name_behind_a_title_is_written_in_full(typed: str, meant: str) -> None:
    assert in_full(typed, NAMES).lower() == meant.lower()


def test_only_where_one_person_has_it() -> None:
    two = "Ông Lê Văn Tám chủ trì. Bà Vũ Thị Tám kết luận. Ông Ngô Văn Tài dự."
    assert given_names(library(f"{HEAD}I. A\n{two}\n").collection.sentences) == {"tai": "Ngô Văn Tài"}


def test_a_streets_name_is_nobodys_yet_makes_a_given_name_doubtful() -> None:
    text = "Sửa đường Nguyễn Văn Tám. Ông Ngô Văn Tài dự."
    assert given_names(library(f"{HEAD}I. A\n{text}\n").collection.sentences) == {"tai": "Ngô Văn Tài"}
    both = f"{text} Ông Lê Văn Tám chủ trì."
    assert given_names(library(f"{HEAD}I. A\n{both}\n").collection.sentences) == {"tai": "Ngô Văn Tài"}


def test_the_question_is_kept_as_it_was_typed() -> None:
    of = library(f"{HEAD}I. A\nÔng Lê Văn Tám, Trưởng thôn, chủ trì hội nghị.\n")
    assert of.understand("ông Tám là ai").question == "ông Tám là ai"
