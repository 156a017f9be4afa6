"""What stands side by side in a report and must not be taken for one another."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path
from unicodedata import normalize

import pytest

from index.errors import DataError
from index.library import Library
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


def lacking(question: str, text: str, of: Rivals | None = None) -> list[str]:
    """Those that a text lacks, as typed in the question."""
    held = of or Rivals.load()
    asked = [*held.asked(question, list(tokens(question)), accented=has_accents(question))]
    return [one.typed for one in held.lacking(asked, [token.text for token in tokens(text)])]


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
        ("Kim ngạch xuất nhập khẩu bao nhiêu?", ["xuất nhập khẩu"]),
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


def test_of_two_of_a_group_that_are_asked_about_one_is_enough() -> None:
    question = "Chi thường xuyên và chi đầu tư bao nhiêu?"
    assert lacking(question, "Chi thường xuyên đạt 5 tỷ đồng.") == []
    assert lacking(question, "Chi trả nợ và chi đầu tư đạt 5 tỷ đồng.") == []
    assert lacking(question, "Chi trả nợ đạt 5 tỷ đồng.") == ["Chi thường xuyên", "chi đầu tư"]


def test_each_group_is_held_against_a_text_by_itself() -> None:
    question = "Chi đầu tư và thuế GTGT bao nhiêu?"
    assert lacking(question, "Chi đầu tư và thuế TNCN tăng.") == ["thuế GTGT"]
    assert lacking(question, "Chi trả nợ và thuế TNCN tăng.") == ["Chi đầu tư", "thuế GTGT"]


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
        ("Huyện giải ngân", True),
        ("Các công trình", True),  # by its heading
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
