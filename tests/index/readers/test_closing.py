import pytest

from index.outline import outline
from index.records import BlockKind, Report
from tests.index.builders import HEAD, report

TEXT = f"{HEAD}I. THU\nThu ngân sách xã đạt 3,2 tỷ đồng.\nII. ĐỀ NGHỊ\n- Huyện sớm cấp vốn cho trường học của xã.\n"
SIGNED = """Trên đây là báo cáo kết quả năm 2020 của xã./.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Lê Văn An
"""
TABLE = """Trên đây là báo cáo của phòng, kính trình lãnh đạo xem xét.
Nơi nhận:\tTRƯỞNG PHÒNG
- UBND huyện;\t(Đã ký)
- Lưu: VP.\tTrần Thị Bé
"""
PLAIN = """HIỆU TRƯỞNG
(Ký tên, đóng dấu)
ThS. Đỗ Văn Cường
"""


def frame(of: Report) -> list[str]:
    return [of.quote(one) for one in of.sentences if one.kind is BlockKind.FRAME]


@pytest.mark.parametrize("closing", [SIGNED, TABLE, PLAIN])
def test_what_closes_a_letter_is_neither_text_nor_heading(closing: str) -> None:
    found = report(TEXT + closing)
    assert "\n".join(frame(found)).split() == closing.replace("- ", "").split()
    assert [one.title for one in outline(found)] == ["I. THU", "II. ĐỀ NGHỊ"]
    assert outline(found)[-1].count == 1
    assert len(outline(found)[-1].below) == 1


@pytest.mark.parametrize(
    ("closing", "signature"),
    [
        (SIGNED, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLê Văn An"),
        (PLAIN, PLAIN.strip()),
        ("TM. ĐẢNG ỦY\nBÍ THƯ\nLò Thị Mai\n", "TM. ĐẢNG ỦY\nBÍ THƯ\nLò Thị Mai"),
        (
            "TM. ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nCHỦ TỊCH\nPhan Văn Tư\n",
            "TM. ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nCHỦ TỊCH\nPhan Văn Tư",
        ),
    ],
)
def test_a_signature_is_one_sentence_with_its_office_and_name(closing: str, signature: str) -> None:
    assert frame(report(TEXT + closing))[-1] == signature


def test_an_annex_behind_the_signature_is_text_again() -> None:
    found = report(f"{TEXT}{SIGNED}PHỤ LỤC SỐ LIỆU\nSố hộ nghèo của xã còn 12 hộ.\n")
    assert [one.title for one in outline(found)][-1] == "PHỤ LỤC SỐ LIỆU"
    assert found.quote(found.sentences[-1]) == "Số hộ nghèo của xã còn 12 hộ."
    assert found.sentences[-1].section == ("PHỤ LỤC SỐ LIỆU",)


@pytest.mark.parametrize(
    "line",
    [
        "Trên đây là những khó khăn lớn nhất của xã.\nXã đã có giải pháp cho từng việc.",
        "CHỦ TỊCH HỘI NÔNG DÂN\nHội đã kết nạp 12 hội viên mới.",
        "TRƯỞNG THÀNH TRONG KHÓ KHĂN\nTổ Hợp Tác\nHai tổ hợp tác đã ra đời.",
        "Chủ tịch xã đã tiếp 12 lượt công dân.",
        "Quản lý đất đai được tăng cường.",
    ],
)
def test_what_only_resembles_a_closing_is_text(line: str) -> None:
    assert frame(report(f"{TEXT}{line}\n")) == []
