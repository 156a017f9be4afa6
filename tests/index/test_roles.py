import pytest

from index.persons import persons
from index.roles import role_at, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("làm Tổ trưởng", ["to truong"]),
        ("làm Tổ phó", ["pho to truong"]),
        ("Phó ban Quản lý", ["pho truong ban"]),
        ("Phó Trưởng ban thường trực", ["pho truong ban"]),
        ("Hiệu phó", ["pho hieu truong"]),
        ("Phó Bí thư, Chủ tịch UBND xã", ["pho bi thu", "chu tich"]),
        ("nguyên Chủ tịch HĐND", ["chu tich"]),
        ("bị thu hồi đất", ["bi thu"]),  # folded it is the same: what is asked for decides
        ("kinh tế - xã hội", []),
    ],
)
def test_a_role_is_read_in_one_form_with_its_deputy(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


def test_a_role_is_read_where_a_text_begins_with_it_or_is_it() -> None:
    assert role_at("to pho to cong tac") == "pho to truong"
    assert role_at("to pho to cong tac", whole=True) is None
    assert role_at("to pho", whole=True) == "pho to truong"
    assert role_at("cong tac to pho") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng chí Lê Văn Tám, Phó Chủ tịch UBND xã, làm Tổ trưởng.", ["Phó Chủ tịch UBND xã", "Tổ trưởng"]),
        ("Đồng chí Lê Văn Tám - Chánh Văn phòng Quận ủy trình bày báo cáo.", ["Chánh Văn phòng Quận ủy"]),
        ("Đồng chí Lê Văn Tám Phó Bí thư Quận ủy cho biết, năm 2020 …", ["Phó Bí thư Quận ủy"]),
        ("Ông Lê Văn Tám, công chức Văn hóa - Xã hội, theo dõi.", ["công chức Văn hóa - Xã hội"]),
        ("Phó Chủ tịch HĐND phường là bà Lê Thị Tám.", ["Phó Chủ tịch HĐND phường"]),
        ("Ban gồm: ông Lê Văn Tám - Trưởng ban.", ["Trưởng ban"]),
        ("Trưởng Công an xã: Trung tá Lê Văn Tám.", ["Trưởng Công an xã"]),
        ("Ông Lê Văn Tám giữ chức vụ Bí thư Chi bộ.", ["Bí thư Chi bộ"]),
        ("Ông Lê Văn Tám làm Thư ký.", ["Thư ký"]),
        ("Chủ tịch UBND huyện tặng Giấy khen cho ông Lê Văn Tám.", []),  # that is another's
        ("Thay mặt Chủ tịch UBND xã, ông Lê Văn Tám dự.", []),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLê Văn Tám", ["PHÓ CHỦ TỊCH"]),
    ],
)
def test_an_office_is_a_persons_own_where_it_stands_beside_the_name(text: str, expected: list[str]) -> None:
    (one,) = persons(text)
    assert [text[a:b] for a, b in one.offices(text)] == expected
