from index.collection import collect
from index.fields import FOLDED_PAIRS, SYLLABLES
from tests.index.builders import HEAD, NO_GLOSSARY, SMALL, report

TABLE = f"{HEAD}I. CHỈ TIÊU NĂM 2019\nTên gọi\tKế hoạch\tĐạt\nHộ nghèo\t410\t396\nDân số tăng nhẹ trong năm 2018.\n"


def test_every_sentence_and_passage_of_every_report_is_there_in_order() -> None:
    reports = [report(SMALL), report(TABLE)]
    found = collect(reports, NO_GLOSSARY)
    assert found.reports == tuple(reports)
    assert [e.sentence for e in found.sentences] == [s for r in reports for s in r.sentences]
    assert [e.passage for e in found.passages] == [p for r in reports for p in r.passages]


def test_a_sentence_and_its_passage_name_each_other() -> None:
    found = collect([report(SMALL), report(TABLE)], NO_GLOSSARY)
    for number, entry in enumerate(found.passages):
        assert {found.sentences[i].passage for i in range(entry.first, entry.last + 1)} == {number}
        assert all(e.report.sentences[e.place] is e.sentence for e in found.sentences[entry.first : entry.last + 1])


def test_a_row_is_found_by_its_columns_too() -> None:
    entries = {e.report.quote(e.sentence): e for e in collect([report(TABLE)], NO_GLOSSARY).sentences}
    row = entries["Hộ nghèo\t410\t396"]
    assert row.header == "Tên gọi\tKế hoạch\tĐạt"
    assert "hoạch" in row.fields[SYLLABLES]
    assert entries["Tên gọi\tKế hoạch\tĐạt"].header == entries["Dân số tăng nhẹ trong năm 2018."].header == ""


def test_a_row_that_opens_a_report_has_no_header() -> None:
    lone = report("Hộ nghèo\t410\t396\nDân số tăng nhẹ trong năm.\n")
    assert collect([lone], NO_GLOSSARY).sentences[0].header == ""


def test_a_passage_holds_its_headings_words_and_years_and_no_pair_bridges_them() -> None:
    entry = collect([report(TABLE)], NO_GLOSSARY).passages[-1]
    assert {"chỉ", "tiêu"} <= set(entry.fields[SYLLABLES])
    assert "2019 ten" not in entry.fields[FOLDED_PAIRS]
    assert entry.heading_years == {2019}
    assert {2018, 2019} == entry.years


def test_without_a_passage_a_sentence_and_its_passage_still_name_each_other() -> None:
    whole = collect([report(SMALL), report(TABLE)], NO_GLOSSARY)
    for gone in range(len(whole.passages)):
        fewer = whole.without(gone)
        assert [p.passage for p in fewer.passages] == [p.passage for i, p in enumerate(whole.passages) if i != gone]
        assert [s.sentence for s in fewer.sentences] == [s.sentence for s in whole.sentences if s.passage != gone]
        for number, entry in enumerate(fewer.passages):
            held = fewer.sentences[entry.first : entry.last + 1]
            assert {one.passage for one in held} == {number}
            assert [one.place for one in held] == list(range(entry.passage.first, entry.passage.last + 1))


def test_no_reports_make_an_empty_collection() -> None:
    assert collect([], NO_GLOSSARY).sentences == ()
