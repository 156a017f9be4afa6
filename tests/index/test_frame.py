import pytest

from index.frame import is_signature, meant, signer
from index.library import Library
from index.records import Answer, BlockKind
from tests.index.builders import bold, library

LETTER = """ỦY BAN NHÂN DÂN
PHƯỜNG TÂN LẬP
Số: 45/BC-UBND
Tân Lập, ngày 05 tháng 12 năm 2023
BÁO CÁO
Kết quả công tác năm 2023
I. KINH TẾ
Sản lượng lúa đạt 53.870 tấn.
II. KHEN THƯỞNG
Chủ tịch UBND thành phố tặng Giấy khen cho ông Ngô Văn Tài.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
{office}
{name}
"""


@pytest.fixture(scope="module")
def letter() -> Library:
    return library(LETTER.format(office="CHỦ TỊCH", name="Huỳnh Văn Tấn"))


@pytest.mark.parametrize(
    "question", ["ai ký báo cáo", "người ký báo cáo là ai", "chủ tịch phường là ai", "ai ky bao cao"]
)
def test_who_signs_is_the_name_under_the_office(letter: Library, question: str) -> None:
    assert bold(letter, question) == ["Huỳnh Văn Tấn"]


@pytest.mark.parametrize(
    "question", ["báo cáo ký ngày nào", "báo cáo ban hành ngày nào", "ngay ky bao cao la ngay nao"]
)
def test_when_it_was_signed_stands_at_its_head(letter: Library, question: str) -> None:
    assert bold(letter, question) == ["ngày 05 tháng 12 năm 2023"]


def test_who_signs_for_the_chairman_is_not_the_chairman() -> None:
    of = library(LETTER.format(office="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)", name="ThS. Hà Thị Thu"))
    assert bold(of, "ai ký báo cáo") == ["Hà Thị Thu"]
    assert bold(of, "phó chủ tịch phường là ai") == ["Hà Thị Thu"]
    assert bold(of, "chủ tịch phường là ai") == []


def test_the_place_of_a_letter_is_nobody(letter: Library) -> None:
    reply = letter.ask("ai ban hành báo cáo")
    assert (
        not isinstance(reply, Answer)
        or not (reply.sure and reply.spans)
        or "Tân Lập" not in bold(letter, reply.question)
    )


def test_only_the_frame_means_more_than_it_says(letter: Library) -> None:
    report = letter.reports[0]
    more = [one for one in report.sentences if meant(report, one)]
    assert [one.kind for one in more] == [BlockKind.FRAME] * 2
    assert "CHỦ TỊCH PHƯỜNG TÂN LẬP" in meant(report, more[1])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CHỦ TỊCH\nLê Văn Tám", "Lê Văn Tám"),
        ("GIÁM ĐỐC\n(Đã ký)\nTS. Lê An", "Lê An"),
        ("Nơi nhận:\nLưu: VT", None),
        ("Lê Văn Tám", None),
        ("CHỦ TỊCH", None),
        ("", None),
    ],
)
def test_a_signature_ends_with_a_name_under_an_office(text: str, name: str | None) -> None:
    assert is_signature(text) is (name is not None)
    place = signer(text) if name else None
    assert (text[slice(*place)] if place else None) == name
