"""The district's report as its site published it, untouched: what real text is like."""

from itertools import pairwise
from pathlib import Path

import pytest

from index.library import Library
from index.records import BlockKind, Report, Why
from tests.index.builders import bold, quotes, refused

PUBLISHED = Path(__file__).parents[3] / "shared" / "reports" / "hoan-kiem-2020.txt"


@pytest.fixture(scope="module")
def published() -> Library:
    if not PUBLISHED.exists():
        pytest.skip(f"{PUBLISHED} is not on this machine")
    return Library.load([PUBLISHED])


def kind_of(report: Report, text: str) -> BlockKind:
    """The kind of the one sentence that reads so."""
    (kind,) = {sentence.kind for sentence in report.sentences if report.quote(sentence) == text}
    return kind


def test_the_headline_is_parted_from_the_sentence_it_is_glued_to(published: Library) -> None:
    first, second = quotes(published.reports[0])[:2]
    assert first.endswith("công tác đề ra")
    assert second.startswith("Tại Hội nghị, đồng chí Nguyễn Văn Dũng")
    assert published.reports[0].sentences[0].kind is BlockKind.HEADING


@pytest.mark.parametrize("opening", ["Hệ thống chính trị quận, phường", "Tích cực đổi mới", "Tăng cường trách nhiệm"])
def test_a_glued_sentence_stands_alone(published: Library, opening: str) -> None:
    assert any(quote.startswith(opening) for quote in quotes(published.reports[0]))


@pytest.mark.parametrize(
    "caption",
    ["Hội nghị lần thứ 3 Ban Chấp hành Đảng bộ quận Hoàn Kiếm khóa XXVI", "Quang cảnh Hội nghị"],
)
def test_a_picture_caption_is_a_sentence_of_its_own(published: Library, caption: str) -> None:
    assert kind_of(published.reports[0], caption) is BlockKind.CAPTION


def test_the_heading_without_a_full_stop_heads_what_follows(published: Library) -> None:
    heading = "Tạo chuyển biến mạnh mẽ, toàn diện trên các lĩnh vực công tác"
    report = published.reports[0]
    assert kind_of(report, heading) is BlockKind.HEADING
    (closing,) = [s for s in report.sentences if report.quote(s).startswith("Phát biểu kết luận Hội nghị")]
    assert closing.section[-1] == heading


@pytest.mark.parametrize("ending", ["tư tưởng, đạo đức, tổ chức...", "xây dựng hệ thống chính trị…", "từ đầu năm)."])
def test_dots_end_a_sentence_where_a_new_one_begins(published: Library, ending: str) -> None:
    assert any(quote.endswith(ending) for quote in quotes(published.reports[0]))


def test_no_sentence_holds_a_glued_seam_or_a_bar(published: Library) -> None:
    for quote in quotes(published.reports[0]):
        assert "|" not in quote
        assert not any(a.islower() and b.isupper() for a, b in pairwise(quote)), quote


def test_the_budget_is_one_sentence(published: Library) -> None:
    (budget,) = [quote for quote in quotes(published.reports[0]) if "10.530,819" in quote]
    assert budget.startswith("Tổng thu NSNN")
    assert budget.endswith("so với cùng kỳ.")


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("Tổng thu ngân sách nhà nước năm 2020 đạt bao nhiêu?", "10.530,819 tỷ đồng"),
        ("tong thu ngan sach nam 2020 bao nhieu", "10.530,819 tỷ đồng"),
        ("Thuế ngoài quốc doanh đạt bao nhiêu?", "6.601,357 tỷ đồng"),
        ("Tổng thu NSNN bằng bao nhiêu phần trăm dự toán?", "105,1%"),
        ("Thu thuế do quận thực hiện đạt bao nhiêu?", "4.025,452 tỷ đồng"),
    ],
)
def test_the_amount_asked_for_is_the_one_in_bold(published: Library, question: str, amount: str) -> None:
    assert bold(published, question) == [amount]


def test_another_years_revenue_is_not_answered_with_this_ones(published: Library) -> None:
    reply = refused(published, "Tổng thu ngân sách năm 2017 đạt bao nhiêu?")
    assert (reply.why, reply.missing) == (Why.YEAR, ("2017",))
    assert "10.530,819" in reply.nearest[0].text
