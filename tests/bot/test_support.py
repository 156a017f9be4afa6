from dataclasses import replace

from bot.support import LEAST, header_text, support_text
from index.records import Answer, BlockKind, Report, Sentence
from tests.bot.samples import answer_of, report_of

WIDE = 1_000
THREE = report_of("Quận khởi công dự án.", "Dự án này có hai phần.", "Trong đó, một phần đã xong.")


def leaning(report: Report, *kinds: BlockKind) -> Answer:
    """An answer with the last sentence, which leans on all before it; each sentence of its kind and paragraph."""
    sentences = tuple(
        replace(sentence, kind=kind, paragraph=number)
        for number, (sentence, kind) in enumerate(zip(report.sentences, kinds, strict=True))
    )
    answer = answer_of(report, len(sentences) - 1)
    return replace(answer, best=replace(answer.best, sentence=sentences[-1]), support=sentences[:-1])


def in_a_row(answer: Answer, *support: Sentence) -> Answer:
    return replace(answer, support=support)


def test_an_answer_that_stands_by_itself_has_nothing_before_it() -> None:
    assert support_text(answer_of(THREE, 0), WIDE) == ("", ())


def test_the_sentence_before_is_named_as_such() -> None:
    answer = in_a_row(answer_of(THREE, 1), THREE.sentences[0])
    assert support_text(answer, WIDE) == ("Câu trước: Quận khởi công dự án.", THREE.sentences[:1])


def test_two_sentences_of_one_paragraph_stand_in_a_row() -> None:
    answer = in_a_row(answer_of(THREE, 2), *THREE.sentences[:2])
    assert support_text(answer, WIDE) == (
        "Câu trước: Quận khởi công dự án. Dự án này có hai phần.",
        THREE.sentences[:2],
    )


def test_where_two_do_not_fit_the_nearer_is_kept() -> None:
    report = report_of(
        "Quận khởi công dự án lớn nhất từ trước đến nay.", "Dự án này có hai phần.", "Trong đó, xong một."
    )
    answer = in_a_row(answer_of(report, 2), *report.sentences[:2])
    assert support_text(answer, LEAST) == ("Câu trước: Dự án này có hai phần.", report.sentences[1:2])


def test_what_is_too_long_is_cut_at_its_front_and_not_said_to_be_whole() -> None:
    report = report_of("đầu " * 40 + "cuối câu.", "Do vậy, quận dừng lại.")
    text, whole = support_text(in_a_row(answer_of(report, 1), report.sentences[0]), LEAST)
    assert text.startswith("Câu trước: …đầu")
    assert text.endswith("cuối câu.")
    assert len(text) <= LEAST
    assert whole == ()


def test_where_there_is_hardly_room_there_is_nothing() -> None:
    assert support_text(in_a_row(answer_of(THREE, 1), THREE.sentences[0]), LEAST - 1) == ("", ())


def test_the_lead_in_of_an_item_speaks_for_itself() -> None:
    for lead in ("Nhiệm vụ gồm:", "Nhiệm vụ như sau."):
        answer = leaning(report_of(lead, "Thu đủ."), BlockKind.PARAGRAPH, BlockKind.ITEM)
        assert support_text(answer, WIDE)[0] == lead


def test_the_caption_and_the_header_of_a_row_stand_above_it_in_lines() -> None:
    report = report_of("Bảng 1. Hộ nghèo", "Tên | Kế hoạch | Đạt", "Hộ nghèo | 410 | 396")
    answer = leaning(report, BlockKind.CAPTION, BlockKind.HEADER, BlockKind.ROW)
    assert support_text(answer, WIDE)[0] == "Bảng 1. Hộ nghèo\nTên | Kế hoạch | Đạt"


def test_the_header_of_a_row_is_that_of_its_own_table() -> None:
    kinds = [BlockKind.HEADER, BlockKind.ROW, BlockKind.HEADER, BlockKind.ROW, BlockKind.ROW, BlockKind.PARAGRAPH]
    report = report_of("A | B", "1 | 2", "C |\nD", "3 | 4", "5 | 6", "Hết.")
    report = replace(report, sentences=tuple(map(of_kind, report.sentences, kinds)))
    headers = [header_text(report, one) for one in report.sentences]
    assert headers == [None, "A | B", None, "C | D", "C | D", None]


def test_a_table_without_a_header_has_none() -> None:
    report = report_of("Hộ nghèo | 396", "Hộ khá | 12")
    report = replace(report, sentences=tuple(of_kind(one, BlockKind.ROW) for one in report.sentences))
    assert [header_text(report, one) for one in report.sentences] == [None, None]


def of_kind(sentence: Sentence, kind: BlockKind) -> Sentence:
    return replace(sentence, kind=kind)


def test_line_breaks_within_a_sentence_are_not_shown() -> None:
    report = report_of("Quận khởi\r\ncông dự án.", "Do vậy, quận dừng lại.")
    assert support_text(in_a_row(answer_of(report, 1), report.sentences[0]), WIDE)[0].count("\n") == 0
