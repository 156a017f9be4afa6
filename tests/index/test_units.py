from pathlib import Path

import pytest

from index.errors import DataError
from index.library import Library
from index.mentions import mentions
from index.records import Why
from index.tokens import tokens
from index.units import DEFAULT, Units
from tests.index.builders import HEAD, answered, asked, library, refused


def units_asked(question: str) -> list[tuple[str, str]]:
    found = Units.load().asked(question, list(tokens(question)), asked(question))
    return [(one.measure, one.typed) for one in found]


def held(text: str, row: str | None = None) -> frozenset[str]:
    return Units.load().held(text, mentions(text), row=row)


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("Trồng bao nhiêu ha rừng?", [("area", "ha")]),
        ("trong bao nhieu m2 rung", [("area", "m2")]),
        ("sản lượng bao nhiêu tấn", [("mass", "tấn")]),
        ("san luong bao nhieu ta", [("mass", "ta")]),
        ("có mấy hộ nghèo", [("count", "hộ")]),
        ("số hộ nghèo", [("count", "hộ")]),
        ("so hoc sinh tieu hoc", [("count", "hoc sinh")]),
        ("Tổng số lao động là bao nhiêu?", [("count", "lao động")]),
        ("số hộ nghèo giảm bao nhiêu", []),
        ("số liệu thu", []),
        ("so với cùng kỳ", []),
        ("có bao nhiêu con bò", [("count", "con")]),
        ("thu bao nhiêu tỷ đồng", [("money", "tỷ đồng")]),
        ("tang bao nhieu phan tram", [("percent", "phan tram")]),
        ("tăng bao nhiêu %?", [("percent", "%")]),
        ("đạt bao nhiêu phần trăm kế hoạch vốn", [("percent", "phần trăm")]),
        ("dat bao nhieu % chi tieu", [("percent", "%")]),
        ("bao nhiêu hộ và bao nhiêu tiền", [("count", "hộ"), ("money", "tiền")]),
        ("có bao nhiêu dòng lục lạp", []),
        ("cách huyện bao xa", []),
        ("thu bao nhiêu", []),
        ("tỷ lệ hộ nghèo bao nhiêu", []),
        ("ai trồng 5 ha rừng", []),
        ("rừng 5 ha", []),
    ],
)
def test_the_units_a_question_wants_its_figures_in(question: str, units: list[tuple[str, str]]) -> None:
    assert units_asked(question) == units


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Trồng 320 ha rừng.", {"area"}),
        ("Rộng 2,1 km2, dài 45 km.", {"area", "length"}),
        ("Đạt 51.200 tấn, tăng 3,2%.", {"mass", "percent"}),
        ("Đạt 1,2 triệu tấn.", {"mass", "money", "count"}),
        ("Thu 4,5 tỷ đồng cho 12 trường.", {"money", "count"}),
        ("Có 120 gia đình.", {"count"}),
        ("Đạt khá.", set()),
    ],
)
def test_what_the_figures_of_a_sentence_measure(text: str, measures: set[str]) -> None:
    assert held(text) == measures


def test_a_row_names_its_unit_apart_from_its_figures_or_nowhere() -> None:
    assert "area" in held("Cao su | ha | 396", "Cao su | ha | 396")
    assert "any" in held("Cao su | 396", "Cao su | 396 | Cây | Kết quả")
    assert held("Cao su | -", "Cao su | - | ha") == set()


@pytest.fixture(scope="module")
def several() -> Library:
    return library(
        f"""{HEAD}I. KINH TẾ
Huyện trồng mới 320 ha rừng, kinh phí 4,5 tỷ đồng.
Sản lượng lúa đạt 51.200 tấn, tăng 3,2% so với cùng kỳ.
Tỷ lệ hộ nghèo của huyện giảm còn 1,2%.
Hỗ trợ hộ cận nghèo sửa nhà với tổng kinh phí 2,4 tỷ đồng.
Có 120 gia đình được hỗ trợ vay vốn.
Chỉ tiêu | Đơn vị | Thực hiện
Cao su | ha | 396
"""
    )


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("sản lượng lúa bao nhiêu ha", "ha"),
        ("sản lượng lúa bao nhiêu tỷ đồng", "tỷ đồng"),
        ("có bao nhiêu hộ nghèo", "hộ"),
        ("hỗ trợ bao nhiêu hộ cận nghèo sửa nhà", "hộ"),
        ("hỗ trợ sửa nhà cho hộ cận nghèo bao nhiêu %", "%"),
        ("cao su thực hiện bao nhiêu tấn", "tấn"),
    ],
)
def test_figures_of_another_measure_are_no_answer(several: Library, question: str, typed: str) -> None:
    reply = refused(several, question)
    assert (reply.why, reply.missing) == (Why.UNIT, (typed,))


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("huyen trong moi bao nhieu m2 rung", "320 ha"),
        ("sản lượng lúa bao nhiêu kg", "51.200 tấn"),
        ("bao nhiêu hộ được hỗ trợ vay vốn", "120 gia đình"),
        ("cao su bao nhiêu ha", "396"),
        ("cao su bao nhieu m2", "396"),
    ],
)
def test_figures_of_the_same_measure_are(several: Library, question: str, figure: str) -> None:
    assert figure in answered(several, question).best.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("money = [", "coins = ["),
        ('"tấn", ', '"tấn", "ha", '),
        ("[counted]", "[counts]"),
        ("nouns = [", "nouns = 3 # ["),
        ("[measures]", "[measures"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "units.toml"
    path.write_text(DEFAULT.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"units\.toml"):
        Units.load(path)


@pytest.mark.parametrize("text", ["Thu hoạch được 10 ſào lúa nước.", "Có 10 ngườı được hỗ trợ."])
def test_a_letter_that_only_looks_like_a_units_stops_no_load(text: str) -> None:
    assert library(f"{HEAD}I. CHUNG\n{text}\n").ask("bao nhiêu?")


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("diện tích lúa", "area"),
        ("kinh phí làm đường", "money"),
        ("Sản lượng ngô", "mass"),
        ("tỷ lệ hộ nghèo", "percent"),
        ("thôn Đồng Tiến", None),  # "Tiến" is no "tiền"
        ("hộ nghèo", None),
    ],
)
def test_the_measure_of_what_is_asked_for(question: str, measure: str | None) -> None:
    assert Units.load().quantity(question) == measure


@pytest.mark.parametrize(
    ("text", "unit"),
    [("12 con bò", " con"), ("5 ca bệnh", " ca"), ("29 cặp", " cặp"), ("3 đơn", " đơn"), ("7 phòng học", " phòng học")],
)
def test_classifiers_are_units_behind_a_number(text: str, unit: str) -> None:
    number = text.index(" ")
    assert text[number : Units.load().behind(text, number)[1]] == unit
