import pytest

from index.leaning import leans_on
from index.records import BlockKind
from tests.index.builders import HEAD, report


def supports(text: str) -> dict[str, str | None]:
    """What each sentence of a report under a heading leans on, as quoted."""
    found = report(f"{HEAD}I. KINH TẾ\n{text}")
    shown = [found.quote(sentence) for sentence in found.sentences]
    on = leans_on(found.sentences, found.text)
    return {
        quote: None if at is None else shown[at]
        for quote, at, sentence in zip(shown, on, found.sentences, strict=True)
        if sentence.kind is not BlockKind.HEADING
    }


def test_a_sentence_leans_on_the_one_before_it_and_that_may_lean_too() -> None:
    assert supports("Quận khởi công dự án. Dự án này có hai phần. Trong đó, một phần đã xong.") == {
        "Quận khởi công dự án.": None,
        "Dự án này có hai phần.": "Quận khởi công dự án.",
        "Trong đó, một phần đã xong.": "Dự án này có hai phần.",
    }


def test_it_may_stand_in_another_paragraph_and_a_caption_between_is_passed_over() -> None:
    found = supports("Quận gặp nhiều khó khăn.\nQuang cảnh Hội nghị |\nDo vậy, các cấp ủy cần đổi mới.\n")
    assert found["Do vậy, các cấp ủy cần đổi mới."] == "Quận gặp nhiều khó khăn."
    assert found["Quang cảnh Hội nghị"] is None


def test_nothing_leans_across_a_heading() -> None:
    found = supports("Quận gặp nhiều khó khăn.\nII. XÃ HỘI\nDo vậy, các cấp ủy cần đổi mới.\n")
    assert set(found.values()) == {None}


def test_nothing_leans_on_the_head_of_a_report() -> None:
    found = report(f"{HEAD}Quận gặp nhiều khó khăn.\nI. KINH TẾ\nDo vậy, các cấp ủy cần đổi mới.\n")
    assert leans_on(found.sentences, found.text)[-1] is None


def test_the_items_of_a_list_lean_on_its_lead_in() -> None:
    found = supports(
        "Thu tăng. Các nhiệm vụ gồm:\n- Thu đủ thuế. Chi đúng quy định.\n- Phí tăng đều.\nDân số tăng nhẹ.\n"
    )
    assert found == {
        "Thu tăng.": None,
        "Các nhiệm vụ gồm:": None,
        "Thu đủ thuế.": "Các nhiệm vụ gồm:",
        "Chi đúng quy định.": "Các nhiệm vụ gồm:",
        "Phí tăng đều.": "Các nhiệm vụ gồm:",
        "Dân số tăng nhẹ.": None,
    }


def test_an_item_whose_words_lean_does_so_on_the_one_before() -> None:
    found = supports("Kết quả như sau:\n- Thu đạt 5 tỷ. Trong đó, thuế 3 tỷ.\n- Ngoài ra, phí đạt 1 tỷ.\n")
    assert found["Trong đó, thuế 3 tỷ."] == "Thu đạt 5 tỷ."
    assert found["Ngoài ra, phí đạt 1 tỷ."] == "Trong đó, thuế 3 tỷ."


def test_a_list_that_nothing_announces_has_no_lead_in() -> None:
    found = supports("Kinh tế tăng trưởng khá.\n- Thu đạt 5 tỷ.\n- Chi đạt 4 tỷ.\n")
    assert set(found.values()) == {None}


def test_items_of_a_list_within_a_list_lean_on_their_own_lead_in() -> None:
    found = supports("Kết quả như sau:\n- Thu đạt 5 tỷ.\n- Chi gồm:\n+ Chi đầu tư.\n+ Chi thường xuyên.\n- Phí tăng.\n")
    assert [found[one] for one in ("Thu đạt 5 tỷ.", "Chi gồm:", "Phí tăng.")] == ["Kết quả như sau:"] * 3
    assert found["Chi đầu tư."] == found["Chi thường xuyên."] == "Chi gồm:"


@pytest.mark.parametrize(("outer", "inner"), [("1.", "a)"), ("a)", "-"), ("1.", "1.1."), ("-", "  +"), ("1)", "(i)")])
def test_lists_are_told_apart_by_what_begins_their_items(outer: str, inner: str) -> None:
    text = f"Kết quả như sau:\n{outer} Chi gồm:\n{inner} Chi đầu tư.\n{outer} Phí tăng đều.\n"
    values = [on for quote, on in supports(text).items() if "Chi đầu" in quote or "Phí" in quote]
    assert values[0] is not None
    assert values[0].endswith("Chi gồm:")
    assert values[1] == "Kết quả như sau:"


def test_items_of_markdown_are_told_apart_by_their_indent() -> None:
    found = report("# Báo cáo năm\n\n## Thu\n\nGồm có:\n\n- Chi gồm:\n  - Đầu tư nhiều.\n- Phí tăng đều.\n")
    assert leans_on(found.sentences, found.text)[-4:] == [None, 2, 3, 2]


def test_a_paragraph_leans_on_the_colon_before_it() -> None:
    found = supports("Kết luận của hội nghị:\nToàn quận thu đủ ngân sách được giao. Chi đúng quy định.\n")
    assert found["Toàn quận thu đủ ngân sách được giao."] == "Kết luận của hội nghị:"
    assert found["Chi đúng quy định."] is None


def test_a_row_leans_on_its_header_and_that_on_the_caption_above_it() -> None:
    found = supports(
        "Bảng 1. Hộ nghèo\nTên | Kế hoạch | Đạt\nHộ nghèo | 410 | 396\nHộ khá | 10 | 12\nDân số tăng nhẹ.\n"
    )
    assert found["Hộ nghèo | 410 | 396"] == found["Hộ khá | 10 | 12"] == "Tên | Kế hoạch | Đạt"
    assert found["Tên | Kế hoạch | Đạt"] == "Bảng 1. Hộ nghèo"
    assert found["Dân số tăng nhẹ."] is None


def test_a_row_without_header_leans_on_the_caption_and_one_without_either_on_nothing() -> None:
    assert supports("Bảng 1. Hộ nghèo\nHộ nghèo | 410 | 396\n")["Hộ nghèo | 410 | 396"] == "Bảng 1. Hộ nghèo"
    assert supports("Dân số tăng nhẹ.\nHộ nghèo | 410 | 396\n")["Hộ nghèo | 410 | 396"] is None


def test_a_second_tables_header_does_not_lean_on_the_first() -> None:
    tables = "| Tên | Đạt |\n| --- | --- |\n| Hộ nghèo | 396 |\n\n| Loại | Số |\n| --- | --- |\n| Thuế | 5 tỷ |\n"
    found = report(f"# Báo cáo năm\n\n## Thu\n\nĐã xong mọi việc.\n\n{tables}")
    assert leans_on(found.sentences, found.text)[-4:] == [None, 3, None, 5]


def test_no_sentences_lean_on_nothing() -> None:
    assert leans_on((), "") == []
