from index.passages import LONGEST
from index.records import BlockKind, Report
from tests.index.builders import HEAD, report


def passages(found: Report) -> list[list[str]]:
    return [[found.quote(s) for s in found.sentences[p.first : p.last + 1]] for p in found.passages]


def test_a_paragraph_is_a_passage_and_a_lead_in_keeps_its_list() -> None:
    found = report(
        f"{HEAD}I. KINH TẾ\nThu khá tốt. Chi giảm nhẹ.\nNhiệm vụ gồm có:\n- Thu thuế đúng hạn;\n- Chi lương đúng hạn.\n"
    )
    assert passages(found)[-2:] == [
        ["Thu khá tốt.", "Chi giảm nhẹ."],
        ["Nhiệm vụ gồm có:", "Thu thuế đúng hạn;", "Chi lương đúng hạn."],
    ]


def test_a_table_is_one_passage_with_its_header() -> None:
    found = report(
        f"{HEAD}I. KINH TẾ\nBảng 1. Các chỉ tiêu\nChỉ tiêu\tKế hoạch\tĐạt\nHộ nghèo\t410\t396\nViệc làm\t20\t22\n"
    )
    assert any("Chỉ tiêu\tKế hoạch\tĐạt" in p and "Việc làm\t20\t22" in p for p in passages(found))


def test_a_heading_is_a_passage_of_its_own() -> None:
    found = report(f"{HEAD}I. KINH TẾ\nThu khá tốt thôi.\n")
    assert [[s.kind for s in found.sentences[p.first : p.last + 1]] for p in found.passages][-2:] == [
        [BlockKind.HEADING],
        [BlockKind.PARAGRAPH],
    ]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = report(HEAD + " ".join(f"Xã thứ {i} đã thu xong mọi khoản thuế của năm nay." for i in range(99)))
    assert len(found.passages) > 3
    assert all(p.end - p.start <= LONGEST for p in found.passages)


def test_a_passage_runs_from_its_first_sentence_to_its_last_and_none_is_left_out() -> None:
    found = report(f"{HEAD}I. KINH TẾ\nThu khá tốt. Chi giảm nhẹ.\nII. XÃ HỘI\nDân số tăng nhẹ.\n")
    for passage in found.passages:
        inside = found.sentences[passage.first : passage.last + 1]
        assert (passage.start, passage.end) == (inside[0].start, inside[-1].end)
        assert len({sentence.section for sentence in inside}) == 1
    assert [n for p in found.passages for n in range(p.first, p.last + 1)] == list(range(len(found.sentences)))
