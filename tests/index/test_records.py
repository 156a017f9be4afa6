from dataclasses import FrozenInstanceError, fields

import pytest

import index
from index.library import Library
from index.records import Span, Why, cite
from tests.index.builders import SMALL, answered, report


def test_records_are_frozen(small: Library) -> None:
    answer = answered(small, "Tổng thu NSNN đạt bao nhiêu?")
    for record in (answer, answer.best, answer.best.sentence, answer.best.passage, answer.best.report, Span(0, 1)):
        with pytest.raises(FrozenInstanceError):
            setattr(record, fields(record)[0].name, None)


def test_a_quote_is_the_text_byte_for_byte() -> None:
    found = report(SMALL)
    assert found.quote(Span(3, 9)) == found.text[3:9]


def test_a_citation_is_where_a_person_would_look_it_up(small: Library) -> None:
    place = cite(answered(small, "Ban Tổ chức lễ hội đón bao nhiêu lượt khách?").best)
    assert place.report == "BÁO CÁO Kết quả thực hiện nhiệm vụ năm 2020 của huyện Sơn Hà"
    assert (place.section, place.paragraph, place.sentence, place.page) == ("II. VĂN HÓA - XÃ HỘI", 3, 1, None)


def test_a_citation_shows_the_whole_heading_path() -> None:
    text = "# Báo cáo năm\n\n## Kinh tế\n\n### Nông nghiệp\n\nSản lượng cà phê đạt 15 tấn.\n"
    answer = answered(Library.of([report(text)]), "Sản lượng cà phê đạt bao nhiêu?")
    assert cite(answer.best).section == "Kinh tế › Nông nghiệp"


def test_a_citation_without_a_heading_has_no_section() -> None:
    lib = Library.of([report("Sản lượng cà phê đạt 15 tấn.\nChi thường xuyên giảm nhẹ.\n")])
    assert cite(answered(lib, "Sản lượng cà phê đạt bao nhiêu?").best).section is None


def test_the_package_offers_its_public_names() -> None:
    assert all(hasattr(index, name) for name in index.__all__)
    assert {why.value for why in Why} >= {"empty-question", "not-in-report", "year-not-in-report"}
