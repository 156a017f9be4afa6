import pytest

from bot.issuers import in_sentence


@pytest.mark.parametrize(
    ("capitals", "said"),
    [
        ("ỦY BAN NHÂN DÂN XÃ ĐÔNG HÒA", "Ủy ban nhân dân xã Đông Hòa"),
        ("ỦY BAN NHÂN DÂN QUẬN 5", "Ủy ban nhân dân quận 5"),
        ("HỘI ĐỒNG NHÂN DÂN THỊ TRẤN LÂM", "Hội đồng nhân dân thị trấn Lâm"),
        ("HUYỆN ỦY SƠN HÀ", "Huyện ủy Sơn Hà"),
        ("ĐẢNG ỦY XÃ TÂN LẬP", "Đảng ủy xã Tân Lập"),
        ("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân"),
        # which of its words have capitals of their own is not known
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("UBND huyện Sơn Hà", "UBND huyện Sơn Hà"),
        ("", ""),
    ],
)
def test_an_organisations_name_has_a_sentences_capitals_where_they_are_known(capitals: str, said: str) -> None:
    assert in_sentence(capitals) == said
