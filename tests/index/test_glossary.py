from pathlib import Path
from time import process_time

import pytest

from index.errors import AbbreviationError, DataError
from index.glossary import Glossary, definitions
from index.library import ABBREVIATIONS, Library
from tests.index.builders import HEAD, answered, library

GLOSSARY = Glossary(
    {
        "NSNN": ["ngân sách nhà nước"],
        "HĐND": ["hội đồng nhân dân"],
        "KT-XH": ["kinh tế - xã hội"],
        "TTTU": ["thành ủy", "tỉnh ủy"],
    },
    {"TU": ["thành ủy"], "TH": ["tiểu học"]},
    {"ko": "không", "đ/c": "đồng chí"},
)


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("Thu NSNN đạt", "Thu ngân sách nhà nước đạt"),
        ("thu nsnn đạt", "thu ngân sách nhà nước đạt"),
        ("HDND huyện", "hội đồng nhân dân huyện"),
        ("hđnd huyện", "hội đồng nhân dân huyện"),
        ("KT-XH huyện", "kinh tế - xã hội huyện"),
        ("KT – XH huyện", "kinh tế - xã hội huyện"),
        ("theo TTTU", "theo thành ủy tỉnh ủy"),
        ("NSNNX và XNSNN", "NSNNX và XNSNN"),
        ("(NSNN)", "(ngân sách nhà nước)"),
        ("trường TH", "trường tiểu học"),
        ("trường th", "trường th"),
        ("TRƯỜNG TH NSNN", "TRƯỜNG TH ngân sách nhà nước"),
        ("", ""),
    ],
)
def test_an_abbreviation_is_written_out(text: str, expanded: str) -> None:
    assert GLOSSARY.expand(text) == expanded


@pytest.mark.parametrize(
    ("typed", "meant"), [("ko đạt", "không đạt"), ("KO đạt", "không đạt"), ("Đ/c Nam", "đồng chí Nam"), ("kol", "kol")]
)
def test_the_spellings_of_chat_are_written_out_in_a_question(typed: str, meant: str) -> None:
    assert GLOSSARY.from_chat(typed) == meant


@pytest.mark.parametrize(
    ("short", "meanings"),
    [
        ("NSNN", ("ngân sách nhà nước",)),
        ("nsnn", ("ngân sách nhà nước",)),
        ("hdnd", ("hội đồng nhân dân",)),
        ("KT – XH", ("kinh tế - xã hội",)),
        ("TTTU", ("thành ủy", "tỉnh ủy")),
        ("TH", ("tiểu học",)),
        ("Ko", ("không",)),
        ("XYZ", ()),
        ("", ()),
    ],
)
def test_what_an_abbreviation_stands_for_is_told_however_it_is_typed(short: str, meanings: tuple[str, ...]) -> None:
    assert GLOSSARY.meanings(short) == meanings


def test_what_a_report_defines_is_what_it_stands_for() -> None:
    glossary = Glossary.load(ABBREVIATIONS, definitions("Ban Chỉ huy (BCH)"), {"NSNN": "nước sạch nông nghiệp"})
    assert glossary.meanings("BCH") == ("ban chỉ huy",)
    assert glossary.meanings("nsnn") == ("nước sạch nông nghiệp",)


def test_chat_is_not_read_into_a_report() -> None:
    assert GLOSSARY.expand("ko đạt") == "ko đạt"


def test_an_empty_glossary_changes_nothing() -> None:
    empty = Glossary({})
    assert empty.expand("Thu NSNN") == empty.from_chat("Thu NSNN") == "Thu NSNN"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ban Chấp hành (BCH) đã họp", {"BCH": "ban chấp hành"}),
        ("do Ban Tổ chức lễ hội (sau đây gọi tắt là BTCLH) lo", {"BTCLH": "ban tổ chức lễ hội"}),
        ("Quỹ vì người nghèo (“QVNN”)", {"QVNN": "quỹ vì người nghèo"}),
        ("Đoàn thanh niên (ĐTN)", {"ĐTN": "đoàn thanh niên"}),
        ("Ban Chấp hành (XYZ)", {}),
        ("theo kế hoạch (KH", {}),
        ("", {}),
    ],
)
def test_a_report_defines_its_own_abbreviations(text: str, found: dict[str, str]) -> None:
    assert definitions(text) == found


def test_the_first_definition_counts() -> None:
    assert definitions("Ban Chấp hành (BCH), rồi Bộ Chỉ huy (BCH)") == {"BCH": "ban chấp hành"}


def test_a_reports_own_definition_goes_before_the_general_one() -> None:
    found = Glossary.load(ABBREVIATIONS, {"NSNN": "nông sản ngon nhất", "TH": "tổ hợp"})
    assert found.expand("NSNN và TH") == "nông sản ngon nhất và tổ hợp"


@pytest.mark.parametrize(
    "question", ["BTCLH đón bao nhiêu lượt khách?", "Ban Tổ chức lễ hội đón bao nhiêu lượt khách?"]
)
def test_a_defined_abbreviation_is_found_by_either_form(small: Library, question: str) -> None:
    assert "8.400 lượt" in answered(small, question).best.text


@pytest.mark.parametrize(
    ("written", "question"),
    [
        ("NSNN", "Thu ngân sách nhà nước đạt bao nhiêu?"),
        ("ngân sách nhà nước", "Thu NSNN đạt bao nhiêu?"),
        ("NSNN", "thu nsnn bao nhiêu"),
    ],
)
def test_both_sides_of_an_abbreviation_find_each_other(written: str, question: str) -> None:
    lib = library(f"{HEAD}Thu {written} đạt 15 tỷ đồng.\nChi thường xuyên đạt 9 tỷ đồng.\nCó 20 hộ nghèo mới.\n")
    assert "15 tỷ đồng" in answered(lib, question).best.text


def test_the_shipped_abbreviations_are_many_and_load() -> None:
    shipped = Glossary.load(ABBREVIATIONS)
    for short in "NSNN ATTP MTTQ UBND HĐND GPMB XDCB KT-XH ANQP CCHC".split():
        assert shipped.expand(short) != short


@pytest.mark.parametrize("content", ["[abbreviations", "abbreviations = 3", "[abbreviations]\nA = 3", "[chat]\n\xff"])
def test_a_file_that_is_no_glossary_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "abbreviations.toml"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(DataError, match="abbreviations"):
        Glossary.load(path)


def test_a_missing_glossary_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="khong-co"):
        Glossary.load(tmp_path / "khong-co.toml")


def test_a_long_run_without_a_space_defines_nothing_and_is_read_at_once() -> None:
    # the words before a bracket were looked for from every letter anew, in the square of the run's length
    begun = process_time()
    assert definitions("a" * 15_000) == {}
    assert process_time() - begun < 2


def test_a_letter_that_is_anothers_capital_only_one_way_is_left_as_it_is() -> None:
    glossary = Glossary.load(ABBREVIATIONS)
    assert glossary.from_chat("sl dự án") == "số lượng dự án"
    assert glossary.from_chat("ſl dự án") == "ſl dự án"  # "ſ" matches "s" where case does not count, and is no key


def test_a_question_with_such_a_letter_is_answered() -> None:
    small = library(f"{HEAD}Toàn huyện có 15 dự án.\nChi thường xuyên đạt 9 tỷ đồng.\n")
    assert small.ask("ſl dự án").question == "ſl dự án"


@pytest.mark.parametrize(
    ("own", "text", "written"),
    [
        ({"QHK": "quận Hoàn Kiếm"}, "thu của qhk, QHK", "thu của quận Hoàn Kiếm, quận Hoàn Kiếm"),
        ({"NSNN": "ngân sách của ta"}, "thu nsnn", "thu ngân sách của ta"),
        ({"nsnn": "ngân sách của ta"}, "thu NSNN", "thu ngân sách của ta"),
        ({"HDND": "hội của dân"}, "HDND", "hội của dân"),
        ({"BCH": "ban chấp hành mới"}, "BCH", "ban chấp hành mới"),
        ({"la": "lãnh đạo"}, "LA là la", "lãnh đạo là la"),
        ({"ko": "kinh tế"}, "ko", "ko"),
        ({"KO": "kinh tế"}, "phòng KO", "phòng kinh tế"),
        ({"KT - HT": " kinh tế  hạ tầng "}, "phòng kt-ht", "phòng kinh tế hạ tầng"),
    ],
)
def test_the_operators_abbreviations_go_before_all_others(own: dict[str, str], text: str, written: str) -> None:
    glossary = Glossary.load(ABBREVIATIONS, {"BCH": "ban chỉ huy"}, own)
    assert glossary.expand(glossary.from_chat(text)) == written


@pytest.mark.parametrize("own", [{"": "ngân sách"}, {"NS": " "}, {" \n": "ngân sách"}])
def test_an_abbreviation_that_is_empty_or_stands_for_nothing_is_refused(own: dict[str, str]) -> None:
    with pytest.raises(AbbreviationError, match="empty"):
        Glossary.load(ABBREVIATIONS, None, own)


def test_an_operators_abbreviation_works_both_ways() -> None:
    reports = library(f"{HEAD}Thu từ QĐX đạt 15 tỷ đồng.\nChi thường xuyên đạt 9 tỷ đồng.\n").reports
    lib = Library.of(reports, {"QĐX": "quỹ đất xã"})
    assert "15 tỷ đồng" in answered(lib, "thu tu quy dat xa bao nhieu").best.text
    written = library(f"{HEAD}Thu từ quỹ đất xã đạt 15 tỷ đồng.\nChi thường xuyên đạt 9 tỷ đồng.\n").reports
    assert "15 tỷ đồng" in answered(Library.of(written, {"QĐX": "quỹ đất xã"}), "thu tu qdx bao nhieu").best.text
