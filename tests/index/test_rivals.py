"""What stands side by side in a report and must not be taken for one another."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path
from unicodedata import normalize

import pytest

from index.errors import DataError
from index.library import Library
from index.mentions import mentions
from index.mismatch import Mismatch
from index.normalize import fold, has_accents
from index.records import Why
from index.rivals import DEFAULT, Rivals
from index.subjects import Missing
from index.tokens import tokens
from tests.index.builders import HEAD, answered, bold, library, refused

GROUPS: list[list[list[str]]] = tomllib.loads(DEFAULT.read_text(encoding="utf-8"))["groups"]
RIVALS = [(group, ways) for group, rivals in enumerate(GROUPS) for ways in rivals]
PHRASES = [(number, group, phrase) for number, (group, ways) in enumerate(RIVALS) for phrase in ways]


def typed(question: str, of: Rivals | None = None) -> list[str]:
    """The rivals that a question names, as typed."""
    rivals = (of or Rivals.load()).asked(question, list(tokens(question)), accented=has_accents(question))
    return [one.typed for one in rivals]


def syllables(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def lacking(question: str, text: str, of: Rivals | None = None, *, heading: str = "") -> list[str]:
    """Those that a text lacks under a heading, as typed in the question."""
    held = of or Rivals.load()
    asked = [*held.asked(question, list(tokens(question)), accented=has_accents(question))]
    return [one.typed for one in held.lacking(asked, syllables(text), syllables(heading))]


def written(folder: Path, groups: str) -> Rivals:
    path = folder / "rivals.toml"
    path.write_text(f"groups = {groups}", encoding="utf-8")
    return Rivals.load(path)


# Finding them.


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Chi đầu tư đạt bao nhiêu?", ["Chi đầu tư"]),
        ("chi dau tu dat bao nhieu", ["chi dau tu"]),
        ("Tổng chi XDCB đạt bao nhiêu?", ["chi XDCB"]),
        ("thu tu doanh nghiep fdi", ["fdi"]),
        ("Chi thường xuyên và chi đầu tư bao nhiêu?", ["Chi thường xuyên", "chi đầu tư"]),
        ("Bao nhiêu hồ sơ trước hạn, đúng hạn, quá hạn?", ["trước hạn", "đúng hạn", "quá hạn"]),
        ("Chi được bao nhiêu?", []),
        ("Đầu tư chi cho ai?", []),
        ("chí đầu tư", []),  # the accents that are typed count
        ("Bao nhiêu trường trung học?", []),
        ("", []),
    ],
)
def test_a_question_names_rivals_with_accents_and_without(question: str, found: list[str]) -> None:
    assert typed(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Thu ngoài quốc doanh bao nhiêu?", ["ngoài quốc doanh"]),
        ("thu ngoai quoc doanh bao nhieu", ["ngoai quoc doanh"]),
        ("Thu quốc doanh bao nhiêu?", ["quốc doanh"]),
        ("Chi đầu tư phát triển bao nhiêu?", ["Chi đầu tư phát triển"]),
        ("Vụ đông xuân gieo bao nhiêu ha?", ["Vụ đông xuân"]),
        ("vu dong xuan gieo bao nhieu ha", ["vu dong xuan"]),
        ("Bao nhiêu hộ cận nghèo?", ["hộ cận nghèo"]),
    ],
)
def test_of_phrases_that_overlap_the_longest_is_meant(question: str, found: list[str]) -> None:
    assert typed(question) == found


@pytest.mark.parametrize(
    "groups",
    [
        '[[["vụ đông xuân"], ["vụ đông"]]]',
        '[[["vụ đông"], ["vụ đông xuân"]]]',
        '[[["vụ đông"], ["x y", "vụ đông xuân"]]]',
    ],
)
def test_the_longest_is_meant_wherever_it_stands_in_the_file(tmp_path: Path, groups: str) -> None:
    # config/rivals.toml promises it to those who add their own
    of = written(tmp_path, groups)
    assert typed("Vụ đông xuân gieo bao nhiêu?", of) == ["Vụ đông xuân"]
    assert lacking("Vụ đông xuân gieo bao nhiêu?", "Vụ đông gieo 5 ha.", of) == ["Vụ đông xuân"]
    assert lacking("Vụ đông gieo bao nhiêu?", "Vụ đông xuân gieo 5 ha.", of) == ["Vụ đông"]


def test_the_ways_to_say_one_are_one_and_those_of_a_group_have_its_number() -> None:
    question = "Chi đầu tư, chi XDCB, chi trả nợ, thuế GTGT"
    one, same, other, of_another = Rivals.load().asked(question, list(tokens(question)), accented=True)
    assert one.number == same.number != other.number
    assert one.group == same.group == other.group != of_another.group
    assert of_another.number not in (one.number, other.number)


# What a text lacks.


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Chi đầu tư bao nhiêu?", "Chi thường xuyên đạt 5 tỷ đồng.", ["Chi đầu tư"]),
        ("chi dau tu bao nhieu", "Chi thường xuyên đạt 5 tỷ đồng.", ["chi dau tu"]),
        ("Chi đầu tư bao nhiêu?", "Chi xây dựng cơ bản đạt 5 tỷ đồng.", []),  # said otherwise
        ("Chi đầu tư bao nhiêu?", "Chi thường xuyên và chi đầu tư đạt 5 tỷ đồng.", []),
        ("Chi đầu tư bao nhiêu?", "Tổng chi đạt 5 tỷ đồng.", []),  # speaks of none
        ("Chi đầu tư bao nhiêu?", "Thuế GTGT đạt 5 tỷ đồng.", []),  # of no rival
        ("Thu quốc doanh bao nhiêu?", "Thu ngoài quốc doanh đạt 5 tỷ đồng.", ["quốc doanh"]),
        ("Thu ngoài quốc doanh bao nhiêu?", "Thu quốc doanh đạt 5 tỷ đồng.", ["ngoài quốc doanh"]),
        ("Bao nhiêu hộ nghèo?", "Hộ cận nghèo còn 5 hộ.", ["hộ nghèo"]),
        ("Bao nhiêu hộ nghèo?", "Hộ nghèo, cận nghèo còn 5 hộ.", []),
        ("Bao nhiêu trường?", "Có 5 trường tiểu học.", []),  # asked about none
    ],
)
def test_a_text_that_speaks_only_of_others_of_the_group_lacks_what_is_asked_about(
    question: str, text: str, lacks: list[str]
) -> None:
    assert lacking(question, text) == lacks


def test_both_together_are_neither_by_itself() -> None:
    # "xuất nhập khẩu" ends like "nhập khẩu", and was bold for it
    assert typed("Kim ngạch xuất nhập khẩu bao nhiêu?") != ["nhập khẩu"]
    assert lacking("Kim ngạch nhập khẩu bao nhiêu?", "Kim ngạch xuất nhập khẩu đạt 5 triệu USD.") == ["nhập khẩu"]


def test_of_two_of_a_group_that_are_asked_about_one_is_enough() -> None:
    question = "Chi thường xuyên và chi đầu tư bao nhiêu?"
    assert lacking(question, "Chi thường xuyên đạt 5 tỷ đồng.") == []
    assert lacking(question, "Chi trả nợ và chi đầu tư đạt 5 tỷ đồng.") == []
    assert lacking(question, "Chi trả nợ đạt 5 tỷ đồng.") == ["Chi thường xuyên", "chi đầu tư"]


def test_each_group_is_held_against_a_text_by_itself() -> None:
    question = "Chi đầu tư và thuế GTGT bao nhiêu?"
    assert lacking(question, "Chi đầu tư và thuế TNCN tăng.") == ["thuế GTGT"]
    assert lacking(question, "Chi trả nợ và thuế TNCN tăng.") == ["Chi đầu tư", "thuế GTGT"]


@pytest.mark.parametrize(
    ("text", "heading", "lacks"),
    [
        ("Chi thường xuyên đạt 5 tỷ đồng.", "CHI ĐẦU TƯ", True),  # the sentence decides
        ("Chi đầu tư đạt 5 tỷ đồng.", "CHI THƯỜNG XUYÊN", False),
        ("Huyện giải ngân 5 tỷ đồng.", "CHI ĐẦU TƯ", False),  # it names none, so its heading does
        ("Huyện giải ngân 5 tỷ đồng.", "CHI THƯỜNG XUYÊN", True),
        ("Huyện giải ngân 5 tỷ đồng.", "CHI THƯỜNG XUYÊN VÀ CHI ĐẦU TƯ", False),
        ("Thuế GTGT đạt 5 tỷ đồng.", "CHI THƯỜNG XUYÊN", True),  # of another group it may name any
        ("Huyện giải ngân 5 tỷ đồng.", "NGÂN SÁCH", False),
    ],
)
def test_a_heading_says_what_a_sentence_is_of_that_names_none_of_the_group(
    text: str, heading: str, lacks: bool
) -> None:
    assert lacking("Chi đầu tư bao nhiêu?", text, heading=heading) == (["Chi đầu tư"] if lacks else [])


# Whose a figure is.

SPLIT = "Tổng chi 5.985 triệu đồng, trong đó chi thường xuyên 3.640 triệu đồng, chi đầu tư phát triển 2.345 triệu đồng."
POOR = "Giảm thêm 12 hộ nghèo và 15 hộ cận nghèo."


def figures_of(question: str, text: str) -> list[str]:
    """The mentions of a text that are left to what a question asks about."""
    asked = list(Rivals.load().asked(question, list(tokens(question)), accented=has_accents(question)))
    left = Rivals.load().mentions_of(asked, text, list(mentions(text)))
    return [text[one.start : one.end] for one in left]


@pytest.mark.parametrize(
    ("question", "text", "left"),
    [
        ("Chi thường xuyên bao nhiêu?", SPLIT, ["3.640 triệu đồng"]),  # the last that is named ahead of it
        ("Chi đầu tư bao nhiêu?", SPLIT, ["2.345 triệu đồng"]),
        ("chi dau tu bao nhieu", SPLIT, ["2.345 triệu đồng"]),
        ("Giảm bao nhiêu hộ nghèo?", POOR, ["12 hộ"]),  # into whose words it runs
        ("Giảm bao nhiêu hộ cận nghèo?", POOR, ["15 hộ"]),
        ("Có bao nhiêu trường tiểu học?", "Có 5 trường tiểu học, 3 trường mầm non.", ["5 trường"]),
        ("Có bao nhiêu trường mầm non?", "Có 5 trường tiểu học, 3 trường mầm non.", ["3 trường"]),
        ("Hồ sơ quá hạn chiếm bao nhiêu?", "Đúng hạn đạt 97%; quá hạn 3%.", ["3%"]),
    ],
)
def test_beside_its_rivals_only_its_own_figures_are_left(question: str, text: str, left: list[str]) -> None:
    assert figures_of(question, text) == left


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Chi thường xuyên bao nhiêu?", "Năm nay chi thường xuyên đạt 512 tỷ đồng, tăng 7%."),
        ("Chi thường xuyên bao nhiêu?", "Giảm thêm 12 hộ nghèo và 15 hộ cận nghèo."),  # of another group
        ("Chi thường xuyên và chi đầu tư bao nhiêu?", SPLIT),  # asked about both
        ("Tổng chi bao nhiêu?", SPLIT),  # asked about none
    ],
)
def test_where_no_rival_is_named_every_figure_is_left(question: str, text: str) -> None:
    assert figures_of(question, text) == [text[one.start : one.end] for one in mentions(text)] != []


def test_what_is_no_figure_is_left_beside_rivals_too() -> None:
    text = "Ngày 15/3/2020, ông Trần Văn Nam cho biết chi đầu tư đạt 45 tỷ đồng, chi thường xuyên đạt 512 tỷ đồng."
    left = figures_of("Chi thường xuyên bao nhiêu?", text)
    assert "512 tỷ đồng" in left
    assert "45 tỷ đồng" not in left
    assert {"Trần Văn Nam", "Ngày 15/3/2020"} <= set(left)


# In reports.


@pytest.fixture(scope="module")
def spending() -> Library:
    return library(
        f"""{HEAD}I. NGÂN SÁCH
Chi thường xuyên của huyện đạt 512 tỷ đồng, bằng 96% dự toán.
Thu ngoài quốc doanh của huyện đạt 87 tỷ đồng, bằng 104% dự toán.
II. CHI ĐẦU TƯ
Huyện giải ngân 45 tỷ đồng cho các công trình.
Các công trình còn lại thuộc chi trả nợ.
III. XÃ HỘI
Hộ nghèo của huyện còn 396 hộ.
Dân số tăng nhẹ.
"""
    )


@pytest.fixture(scope="module")
def thrifty() -> Library:
    """A report that speaks of one of a group alone."""
    return library(
        f"""{HEAD}I. NGÂN SÁCH
Chi thường xuyên của huyện đạt 512 tỷ đồng, bằng 96% dự toán.
Thu ngoài quốc doanh của huyện đạt 87 tỷ đồng, bằng 104% dự toán.
II. XÃ HỘI
Hộ nghèo của huyện còn 396 hộ.
Dân số tăng nhẹ.
"""
    )


def lacked(of: Library, question: str, beginning: str) -> Missing:
    """What the sentence lacks that begins so."""
    lacks = Mismatch(of.collection).of(of.understand(question))
    entries = enumerate(of.collection.sentences)
    return next(lacks(n) for n, one in entries if one.report.quote(one.sentence).startswith(beginning))


@pytest.mark.parametrize(
    ("beginning", "held"),
    [
        ("Chi thường xuyên", False),
        ("Huyện giải ngân", True),  # by its heading
        ("Các công trình", False),  # whatever its heading names
        ("Thu ngoài", True),  # speaks of none
    ],
)
def test_a_sentence_speaks_of_what_it_or_a_heading_of_its_names(spending: Library, beginning: str, held: bool) -> None:
    expected = () if held else ((Why.SUBJECT, "chi đầu tư"),)
    assert lacked(spending, "Huyện có chi đầu tư bao nhiêu?", beginning) == expected


def test_a_heading_that_names_another_is_as_good_as_a_sentence_that_does(spending: Library) -> None:
    assert (Why.SUBJECT, "Chi thường xuyên") in lacked(spending, "Chi thường xuyên bao nhiêu?", "Huyện giải ngân")


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Chi đầu tư của huyện đạt bao nhiêu?", "Chi đầu tư"),
        ("chi dau tu cua huyen dat bao nhieu", "chi dau tu"),
        ("Thu quốc doanh của huyện đạt bao nhiêu?", "quốc doanh"),
        ("thu quoc doanh cua huyen dat bao nhieu", "quoc doanh"),
        ("Hộ cận nghèo của huyện còn bao nhiêu hộ?", "Hộ cận nghèo"),
        ("ho can ngheo cua huyen con bao nhieu ho", "ho can ngheo"),
    ],
)
def test_what_is_said_of_a_rival_is_no_answer(thrifty: Library, question: str, missing: str) -> None:
    reply = refused(thrifty, question)
    assert (reply.why, [fold(one) for one in reply.missing]) == (Why.SUBJECT, [fold(missing)])


@pytest.mark.parametrize("question", ["Thu FDI đạt bao nhiêu?", "Thu có vốn đầu tư nước ngoài đạt bao nhiêu?"])
def test_an_abbreviation_that_is_written_out_is_the_same_rival(thrifty: Library, question: str) -> None:
    rivals = thrifty.understand(question).constraints.rivals
    assert [RIVALS[one.number][1][0] for one in rivals] == ["có vốn đầu tư nước ngoài"]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Chi thường xuyên của huyện đạt bao nhiêu?", "512 tỷ đồng"),
        ("chi thuong xuyen cua huyen dat bao nhieu", "512 tỷ đồng"),
        ("Thu ngoài quốc doanh của huyện đạt bao nhiêu?", "87 tỷ đồng"),
        ("Hộ nghèo của huyện còn bao nhiêu hộ?", "396 hộ"),
    ],
)
def test_what_is_said_of_itself_is_one(thrifty: Library, question: str, figure: str) -> None:
    assert bold(thrifty, question) == [figure]


def test_asked_about_two_of_a_group_what_the_report_says_of_the_one_is_an_answer(thrifty: Library) -> None:
    assert "512 tỷ" in answered(thrifty, "Chi thường xuyên, chi đầu tư của huyện đạt bao nhiêu?").best.text


@pytest.fixture(scope="module")
def split() -> Library:
    return library(
        f"""{HEAD}I. NGÂN SÁCH
{SPLIT}
II. XÃ HỘI
{POOR}
III. THU
Huyện dành 30 tỷ đồng cho BHYT và 20 tỷ đồng cho BHXH.
Khách quốc tế và khách nội địa lần lượt là 120 lượt và 980 lượt.
"""
    )


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Chi thường xuyên bao nhiêu?", "3.640 triệu đồng"),
        ("chi thuong xuyen bao nhieu", "3.640 triệu đồng"),
        ("Chi đầu tư phát triển bao nhiêu?", "2.345 triệu đồng"),
        ("Tổng chi bao nhiêu?", "5.985 triệu đồng"),
        ("Giảm bao nhiêu hộ nghèo?", "12 hộ"),
        ("giam bao nhieu ho ngheo", "12 hộ"),
        ("Giảm bao nhiêu hộ cận nghèo?", "15 hộ"),
        ("giam bao nhieu ho can ngheo", "15 hộ"),
    ],
)
def test_of_rivals_in_one_sentence_the_figure_asked_for_is_bold(split: Library, question: str, figure: str) -> None:
    assert bold(split, question) == [figure]


@pytest.mark.parametrize(
    ("question", "rivals"),
    [
        ("Huyện dành bao nhiêu tiền cho BHYT?", "20 tỷ đồng"),
        ("Huyện dành bao nhiêu tiền cho BHXH?", "30 tỷ đồng"),
        ("Khách quốc tế là bao nhiêu lượt?", "980 lượt"),
        ("Khách nội địa là bao nhiêu lượt?", "120 lượt"),
    ],
)
def test_where_a_figure_stands_ahead_of_what_it_is_of_or_far_behind_no_rivals_is_bold(
    split: Library, question: str, rivals: str
) -> None:
    # "30 tỷ đồng cho BHYT và 20 tỷ đồng cho BHXH"; unbolded is better than wrong
    assert rivals not in bold(split, question)


# The file.


@pytest.mark.parametrize("number, group, phrase".split(", "), PHRASES)
def test_every_phrase_of_the_shipped_file_is_found_as_itself(number: int, group: int, phrase: str) -> None:
    for text in (phrase, fold(phrase)):
        (found,) = Rivals.load().asked(text, list(tokens(text)), accented=text is phrase)
        assert (found.number, found.group, found.typed) == (number, group, text)


@pytest.mark.parametrize("phrase", [phrase for _, _, phrase in PHRASES])
def test_every_phrase_of_the_shipped_file_is_of_several_syllables_or_an_abbreviation(phrase: str) -> None:
    assert phrase == normalize("NFC", phrase).strip()
    assert len(phrase.split()) >= 2 or (phrase.isupper() and phrase.isalpha() and len(phrase) >= 3)


def test_no_phrase_of_the_shipped_file_is_of_two_rivals() -> None:
    bare = [fold(phrase) for _, _, phrase in PHRASES]
    assert len(set(bare)) == len(bare)
    assert len(RIVALS) == len([*chain.from_iterable(GROUPS)])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("groups = [", r"rivals\.toml.*is no list of rivals"),
        ("", r"rivals\.toml.*groups: .*required"),
        ("groups = 3", r"rivals\.toml.*groups: "),
        ('groups = [[["chi đầu tư"]]]', r"rivals\.toml.*groups\.0: .*at least 2"),  # it has no rival
        ('groups = [[["chi đầu tư"], []]]', r"rivals\.toml.*groups\.0\.1: .*at least 1"),
        ('groups = [["chi đầu tư", "chi trả nợ"]]', r"rivals\.toml.*groups\.0\.0: "),
        ('groups = [[["chi đầu tư"], [3]]]', r"rivals\.toml.*groups\.0\.1\.0: .*string"),
        ('groups = [[["chi đầu tư"], ["{chi} trả nợ"]]]', r"rivals\.toml.*'\{chi\} trả nợ'"),
        ('groups = [[["chi đầu tư"], ["…"]]]', r"rivals\.toml.*has no word to begin with"),
        ("groups = []\nrivals = []", r"rivals\.toml.*rivals: extra"),
        ('groups = [[["chi đầu tư"], ["chi trả nợ", "chi đầu tư"]]]', r"rivals\.toml.*stands twice"),
        ('groups = [[["chi đầu tư", "chi đầu tư"], ["chi trả nợ"]]]', r"rivals\.toml.*stands twice"),
        ('groups = [[["một"], ["hai"]], [["ba"], ["hai"]]]', r"rivals\.toml.*stands twice"),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "rivals.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        Rivals.load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"missing\.toml"):
        Rivals.load(tmp_path / "missing.toml")


def test_a_file_without_groups_finds_nothing(tmp_path: Path) -> None:
    of = written(tmp_path, "[]")
    assert typed("Chi đầu tư bao nhiêu?", of) == []
    assert lacking("Chi đầu tư bao nhiêu?", "Chi thường xuyên đạt 5 tỷ đồng.", of) == []


# What the reports speak of only by its rivals.


def test_what_no_sentence_names_is_not_answered_by_one_that_names_no_rival_either() -> None:
    # "thuế quốc doanh" got the figure of the row between, which says nothing of whose business
    of = library(f"{HEAD}I. THU\nThuế ngoài quốc doanh đạt 6 tỷ đồng.\n\nII. THUẾ\nThuế do huyện thu đạt 4 tỷ đồng.\n")
    assert refused(of, "thuế quốc doanh đạt bao nhiêu").why is Why.SUBJECT
    assert bold(of, "thuế ngoài quốc doanh đạt bao nhiêu") == ["6 tỷ đồng"]


def test_nowhere_is_where_only_rivals_are_spoken_of() -> None:
    of = Rivals.load()
    asked = [*of.asked("quốc doanh và hộ nghèo", list(tokens("quốc doanh và hộ nghèo")), accented=True)]
    said = of.said_in([syllables("thuế ngoài quốc doanh"), syllables("dân số tăng")])
    assert [one.typed for one in of.nowhere(asked, said)] == ["quốc doanh"]
    assert of.nowhere(asked, of.said_in([syllables("ngoài quốc doanh"), syllables("quốc doanh")])) == []
