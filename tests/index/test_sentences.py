import pytest

from index.sentences import first_seam, split


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Đường mới đã xong.", "Cầu cũ vẫn dùng."],
        ["Đã xong chưa?", "Rồi!", "Tốt."],
        ["Ông hỏi: “Xong chưa? Bao giờ xong?”", "Không ai đáp."],
        ['Bà nói: "Xong rồi. Nghỉ thôi."', "Mọi người về."],
        ["Chợ mở lại (sáng sớm. Chỉ một buổi.) rồi đóng.", "Dân mừng."],
        ["Xã họp [lần hai. Buổi chiều.] rất đông.", "Dân mừng."],
        ["Báo «Mới. Cũ.» ra hôm nay.", "Dân đọc."],
        ["Lo việc ăn, ở, đi lại...", "Nhân dân yên lòng."],
        ["Lo việc ăn, ở, đi lại…", "Nhân dân yên lòng."],
        ["Thu tăng 5,2%.", "Chi giảm 3.4 lần."],
        ["Họp ngày 02/9/2020.", "Kết thúc 05.9.2020."],
        ["Có rau, củ, v.v.", "Giá đều tăng."],
        ["Thư gửi vanthu@sonha.gov.vn.", "Hạn là thứ sáu."],
        ["Xem https://sonha.gov.vn/bao-cao.html.", "Hạn là thứ sáu."],
        ["Xem www.sonha.gov.vn.", "Hạn là thứ sáu."],
        ["Theo Nghị định 15/NĐ-CP.", "Các xã làm theo."],
        # a Roman numeral of one letter was taken for an initial
        ["Xã họp sơ kết quý I.", "Tổ công tác họp sau."],
        ["Đại hội Đảng bộ khóa X.", "Đồng chí Nam dự."],
        ["Kết quả của giai đoạn I.", "Năm 2024 làm tiếp."],
        ["Trường đạt chuẩn loại A.", "Toàn xã có ba trường."],
        ["Đại hội lần thứ V.", "Các xã mừng."],
    ],
)
def test_sentences_with_a_space_between_are_parted(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Việc khó đã qua.", "Các xã mừng."],
        ["Tập trung làm tốt.", "Tăng cường thu.", "Đẩy mạnh chi."],
        ["Thu đạt 105%.", "Chi giảm mạnh."],
        ["Tổng số là 25.", "Chi phí giảm."],
        ["Đã xong (theo kế hoạch).", "Các xã mừng."],
        ["Ông nói: “Xong.”", "Các xã mừng."],
        ["Đã xong cả rồi!", "Các xã mừng."],
        ["Nhờ có UBND.", "Các xã mừng."],
        ["Thực hiện nhiệm vụ đề ra", "Tại buổi họp, ông Nam phát biểu."],
        ["Kết quả năm 2020", "Đồng chí Nam trình bày."],
    ],
)
def test_glued_sentences_are_parted_at_the_seam(sentences: list[str]) -> None:
    assert cut("".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "TP. Đà Lạt đón khách.",
        "Ông L. Nam và bà I. Lan dự.",
        "Ông ở TP. HCM và Q. Ba Đình.",
        "ThS. Trần Nam và TS. Lê Bắc dự.",
        "PGS.TS. Trần Nam dự.",
        "GS. Lê Bắc dự.",
        "BS. Lê Bắc khám.",
        "đ/c. Lê Bắc chủ trì.",
        "Đ/c. Lê Bắc chủ trì.",
        "Rau, củ, v.v. đều tăng.",
        "Số 15/2020/NĐ-CP và số 8/TT-BTC còn hiệu lực.",
        "Ông A. B. Trần dự.",
        "1. Kết quả thu khá tốt.",
        "a) Kết quả thu khá tốt.",
        "II.3. Kết quả thu khá tốt.",
        "IV. Kết quả thu khá tốt.",
        "- Kết quả thu khá tốt.",
        "1.2.3. Kết quả thu khá tốt.",
        "Có ba việc: 1. Thu thuế; 2. Chi lương; 3. Nộp phí.",
        "Ngày 31/12/2020 và 31.12.2020 là một.",
        "Đạt 10.530,819 tỷ đồng, tăng 3.5 lần, bằng 105,1%.",
        "Họp lúc 8.30 sáng tại số 5.7 phố Mới.",
        "Gửi về van.thu@so-tc.sonha.gov.vn trước mai.",
        "Tải tại https://sonha.gov.vn/a.b?c=1.2&D.E rồi in.",
        "Về chính trị, tư tưởng, tổ chức... và các việc khác.",
        "Ông nói “Tốt lắm. Rất tốt” rồi về.",
        'Ông nói "Tốt lắm. Rất tốt" rồi về.',
        "Xây dựng kinh tế - xã hội lần thứ XXVI.",
        "Dùng YouTube, iPhone và VietNamNet.",
        "Phòng, chống Covid-19 và H5N1.",
    ],
)
def test_a_point_that_ends_nothing_parts_nothing(sentence: str) -> None:
    assert cut(sentence) == [sentence]
    assert cut(f"{sentence} Hết rồi.") == [sentence, "Hết rồi."]


@pytest.mark.parametrize("text", ["", " \n\t", "...", "?! - | …", "😀 ☎", "\u0301"])
def test_a_text_without_letter_or_digit_has_no_sentence(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Xong rồi.  ", ["Xong rồi."]),
        ("Xong rồi. —", ["Xong rồi. —"]),
        ("*** Xong rồi.", ["*** Xong rồi."]),
        ("Xong. ... Rồi nghỉ.", ["Xong. ...", "Rồi nghỉ."]),
    ],
)
def test_marks_alone_are_no_sentence_and_stay_with_a_neighbour(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_bracket_that_never_closes_protects_nothing() -> None:
    assert cut("Đã xong (gần hết. Còn lại ít.") == ["Đã xong (gần hết.", "Còn lại ít."]


def test_a_bracket_that_closes_too_late_is_a_slip_of_the_pen() -> None:
    many = [f"Xã số {i} làm xong việc lớn của năm." for i in range(20)]
    assert cut(f"Việc (một. {' '.join(many)} Hết) rồi.")[1:-1] == many


def test_a_slice_of_a_text_is_split_in_the_texts_own_offsets() -> None:
    text = "Bỏ đi. Giữ lại. Giữ nữa. Bỏ đi."
    start, end = text.index("Giữ"), text.rindex(" Bỏ")
    assert [text[a:b] for a, b in split(text, start, end)] == ["Giữ lại.", "Giữ nữa."]


@pytest.mark.parametrize(
    ("text", "seam"),
    [
        ("Nhiệm vụ đề raTại hội nghị có nói.", len("Nhiệm vụ đề ra")),
        ("Không có gì dính nhau.", None),
        ("Hết câu. Nhiệm vụ đề raTại hội nghị.", None),
        ("Khách dùng YouTube ở xã.", None),
    ],
)
def test_the_first_seam_is_where_a_headline_is_glued_on(text: str, seam: int | None) -> None:
    assert first_seam(text) == seam
