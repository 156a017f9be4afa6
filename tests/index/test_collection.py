from index.collection import Collection, collect
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


LEANING = (
    f"{HEAD}I. KINH TẾ\nQuận khởi công dự án.\n"
    "Dự án này có hai phần. Trong đó, một phần đã xong.\nNgoài ra, thu tăng.\n"
)


def leaning(of: Collection) -> dict[str, str | None]:
    """What each sentence leans on, as quoted."""
    quotes = [entry.report.quote(entry.sentence) for entry in of.sentences]
    return {
        quote: None if entry.leans_on is None else quotes[entry.leans_on]
        for quote, entry in zip(quotes, of.sentences, strict=True)
    }


def test_a_sentence_knows_in_the_collection_what_it_leans_on() -> None:
    found = leaning(collect([report(SMALL), report(LEANING), report(TABLE)], NO_GLOSSARY))
    assert found["Dự án này có hai phần."] == "Quận khởi công dự án."
    assert found["Ngoài ra, thu tăng."] == "Trong đó, một phần đã xong."
    assert found["Lao động có việc làm mới | người | 2.100 | 2.260"] == "Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện"
    assert found["Quận khởi công dự án."] is None


def test_without_a_passage_what_leaned_on_it_stands_alone_and_all_else_leans_as_before() -> None:
    whole = collect([report(SMALL), report(LEANING), report(TABLE)], NO_GLOSSARY)
    for number, gone in enumerate(whole.passages):
        kept = [i for i in range(len(whole.sentences)) if not gone.first <= i <= gone.last]
        new = {old: i for i, old in enumerate(kept)}
        expected = [None if (on := whole.sentences[i].leans_on) is None else new.get(on) for i in kept]
        assert [one.leans_on for one in whole.without(number).sentences] == expected


def test_what_is_to_be_shown_with_a_sentence_goes_two_back_in_reading_order() -> None:
    found = collect([report(LEANING)], NO_GLOSSARY)
    shown = [[entry.report.quote(one) for one in found.support(entry)] for entry in found.sentences[-4:]]
    assert shown == [
        [],
        ["Quận khởi công dự án."],
        ["Quận khởi công dự án.", "Dự án này có hai phần."],
        ["Dự án này có hai phần.", "Trong đó, một phần đã xong."],
    ]


def test_no_reports_make_an_empty_collection() -> None:
    assert collect([], NO_GLOSSARY).sentences == ()
