from pathlib import Path
from unicodedata import normalize

import pytest

from index.anaphora import Anaphora
from index.errors import DataError
from index.leaning_words import DEFAULT, LeaningWords

ANAPHORA = Anaphora.load()


@pytest.mark.parametrize(
    "text",
    [
        "Do vậy, các cấp ủy cần tiếp tục đổi mới.",
        "Trong đó, phấn đấu hoàn thành các chỉ tiêu.",
        "- Đồng thời, quận đẩy mạnh xây dựng Đảng.",
        "a) Cụ thể: thu 5 tỷ đồng.",
        "Song song với đó, quận chăm lo xã hội.",
        "Kết quả, 5 dự án đã xong.",
        "Cụ thể là thu 5 tỷ đồng.",
        "Ông cho biết quận đã thu đủ.",
        "Bà cũng là đại biểu Quốc hội.",
        "Họ đã giành chức vô địch.",
        "Đây là năm đầu tiên.",
        "Đó cũng là năm đại hội.",
        "Điều này dẫn đến việc xây dựng.",
        "Khi họ đến, trời đã tối.",
        "Hiện tại họ đang chơi ở giải hạng tư.",
        "Năm 1785, ông trình bày lý thuyết.",
        "Kỷ lục này do John Elway nắm giữ.",
        "Những dự án trên đã hoàn thành.",
        "Kế hoạch đó bị hoãn.",
        "Con số ấy tăng gấp đôi.",
        "Mục đích của những yêu cầu này là đổi mới.",
        "Trong năm 2020, kế hoạch này hoàn thành.",
        "Số liệu thu, chi nói trên được tổng hợp tại Bảng 1.",
        "Công trình của ông ít người biết.",
        "Hậu duệ của ông, Húc Liệt Ngột Hãn, đã đi xa.",
        "Một phương pháp khác là tiết kiệm.",
        "Chín tháng sau, dự án xong.",
        "Cả hai đều đã xong.",
        "DO VẬY, CÁC CẤP ỦY CẦN ĐỔI MỚI.",
        "KỶ LỤC NÀY DO QUẬN GIỮ.",
    ],
)
def test_it_leans(text: str) -> None:
    assert ANAPHORA.leans(text)
    assert ANAPHORA.leans(normalize("NFC", text.replace("òa", "oà").replace("ủy", "uỷ")))


@pytest.mark.parametrize(
    "text",
    [
        "Tổng thu ngân sách đạt 15 tỷ đồng, trong đó thu thuế 5 tỷ đồng.",
        "Thu ngân sách trên địa bàn quận đạt cao.",
        "Năm nay thu đạt 15 tỷ đồng.",
        "Ngày nay quận có 18 phường.",
        "Ông Nguyễn Văn A chủ trì hội nghị.",
        "Đồng chí Bùi Hoàng Phan kết luận.",
        "Bà con nhân dân phấn khởi.",
        "Chúng ta cần cố gắng.",
        "Họ hàng hai bên có mặt.",
        "Cụ thể hóa nghị quyết của Đảng.",
        "Kết quả thu ngân sách đạt cao.",
        "Kết quả.",
        "Bên cạnh những thuận lợi, quận gặp khó khăn.",
        "Song song với phát triển kinh tế, quận chăm lo xã hội.",
        "Đồng thời với việc thu thuế, quận tiết kiệm chi.",
        "Đến thời điểm này, quận đã giải ngân 80% vốn.",
        "Hội nghị lần này có 50 đại biểu.",
        "Trước đây quận có 20 phường.",
        "Quận hỗ trợ dịch vụ, du lịch để các ngành này phát triển.",
        "Trường đóng cửa vì chương trình này bất lợi.",
        "Các phường khác nhau về diện tích.",
        "Đại hội sau này gọi là Đại hội lần thứ nhất.",
        "Năm 2020, ông Nguyễn Văn A nghỉ hưu.",
        "Quận hoàn thành kế hoạch sau đó nghỉ.",
        "Xe chạy trên đường phố.",
        "",
        "…",
        "12,5%",
    ],
)
def test_it_stands_by_itself(text: str) -> None:
    assert not ANAPHORA.leans(text)


@pytest.mark.parametrize("text", ["Do vay, quan can doi moi.", "Ky luc nay do quan giu.", "Ben canh do, thu tang."])
def test_without_accents_phrases_are_known(text: str) -> None:
    assert ANAPHORA.leans(text)


@pytest.mark.parametrize("text", ["Ho ngheo giam.", "Ba phuong da xong.", "Nam nay thu dat.", "Do thi phat trien."])
def test_without_accents_a_lone_syllable_may_be_another_word(text: str) -> None:
    assert not ANAPHORA.leans(text)


@pytest.mark.parametrize("text", ["Các nhiệm vụ gồm:", "Kết quả như sau.", "Nhiệm vụ bao gồm", "Nhiem vu nhu sau."])
def test_a_lead_in_announces_its_list(text: str) -> None:
    assert ANAPHORA.announces(text)


@pytest.mark.parametrize("text", ["Thu đạt 5 tỷ đồng.", "", "Nhiệm vụ gồm thu và chi."])
def test_what_leads_to_nothing_announces_nothing(text: str) -> None:
    assert not ANAPHORA.announces(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('of = ["của"]', 'of = ["?"]', "possessives.of.0"),
        ("within = 12", "within = 0", "pronouns.within"),
        ("[later]", "[sooner]", "later: field required"),
        ("[lists]", "[lists", "is no list of what leans"),
    ],
)
def test_a_broken_list_is_refused_with_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "leaning.toml"
    text = DEFAULT.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=said) as raised:
        LeaningWords.load(path)
    assert str(path) in str(raised.value)


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="leaning"):
        Anaphora.load(tmp_path / "leaning.toml")


def test_the_shipped_lists_are_read_once() -> None:
    assert Anaphora.load() is ANAPHORA
