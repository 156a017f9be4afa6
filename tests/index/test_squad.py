from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from index.errors import DataError
from index.squad import load
from tests.index.builders import quotes
from tests.index.squad_files import COFFEE, SCHOOLS, paragraph, question, written


def article(*paragraphs: object) -> dict[str, object]:
    """A file of one article."""
    return {"data": [{"paragraphs": list(paragraphs)}]}


def test_every_article_is_a_report_and_every_paragraph_a_passage(tmp_path: Path) -> None:
    reports, questions = load(written(tmp_path))
    assert [len(report.passages) for report in reports] == [2, 1]
    assert [report.title for report in reports] == ["Kinh tế", "article 2"]
    assert reports[0].quote(reports[0].passages[0]) == COFFEE
    assert [(q.article, q.passage, q.sentence, q.answers) for q in questions] == [
        (0, 0, 0, ("15 tấn",)),
        (0, 0, 1, ("giữ vững",)),
        (0, 1, 2, ("15/3/2020",)),
        (1, 0, 0, ("12 trường",)),
    ]


def test_given_sentence_breaks_are_the_sentences(tmp_path: Path) -> None:
    cut = COFFEE.index("đạt")
    ask = question("Cà phê đạt bao nhiêu?", COFFEE, "15 tấn")
    data = article(paragraph(COFFEE, ask, breaks=[(0, cut), (cut, len(COFFEE))]))
    reports, questions = load(written(tmp_path, data))
    assert quotes(reports[0]) == [COFFEE[:cut], COFFEE[cut:]]
    assert questions[0].sentence == 1


def test_without_them_our_own_splitter_finds_the_sentences(tmp_path: Path) -> None:
    reports, _ = load(written(tmp_path))
    assert quotes(reports[1]) == SCHOOLS.replace("gia. ", "gia.\n").splitlines()


def test_a_question_without_an_answer_is_left_out(tmp_path: Path) -> None:
    unanswered: list[dict[str, Any]] = [{"question": "Gì?", "answers": []}, {"question": "Ai?"}]
    data = article(paragraph(COFFEE, question("Bao nhiêu?", COFFEE, "15 tấn"), *unanswered))
    assert [q.text for q in load(written(tmp_path, data))[1]] == ["Bao nhiêu?"]


def test_decomposed_letters_are_composed_and_the_sentences_still_fit(tmp_path: Path) -> None:
    loose = normalize("NFD", COFFEE)
    ask = question(normalize("NFD", "Giá chè?"), loose, normalize("NFD", "giữ vững"))
    data = article(paragraph(loose, ask))
    reports, questions = load(written(tmp_path, data))
    assert quotes(reports[0]) == ["Sản lượng cà phê đạt 15 tấn.", "Giá chè giữ vững."]
    assert (questions[0].text, questions[0].answers, questions[0].sentence) == ("Giá chè?", ("giữ vững",), 1)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param([], id="a list"),
        pytest.param({}, id="no data"),
        pytest.param({"data": 3}, id="data is a number"),
        pytest.param({"data": [{}]}, id="an article without paragraphs"),
        pytest.param(article({"qas": []}), id="a paragraph without context"),
        pytest.param(article(paragraph(COFFEE) | {"context": 5}), id="a context that is a number"),
        pytest.param(article(paragraph("?!")), id="a context without a sentence"),
        pytest.param(article(paragraph(COFFEE, {"question": "Gì?", "answers": [{}]})), id="an answer without a place"),
        pytest.param(article(paragraph(COFFEE) | {"qas": ["Gì?"]}), id="a question that is a string"),
        pytest.param({"data": [{"paragraphs": "abc"}]}, id="paragraphs that are a string"),
        pytest.param({"data": ["abc"]}, id="an article that is a string"),
        pytest.param({"data": []}, id="no article"),
    ],
)
def test_a_file_of_another_form_is_refused_by_name(tmp_path: Path, data: object) -> None:
    path = written(tmp_path, data)
    with pytest.raises(DataError) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe{}", b"[1, 2", b"[" * 100_000])
def test_a_file_that_is_no_json_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "squad.json"
    path.write_bytes(content)
    with pytest.raises(DataError, match="is not in SQuAD format"):
        load(path)


@pytest.mark.parametrize("name", ["khong-co.json", "."])
def test_a_file_that_can_not_be_read_is_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataError, match="can't be read"):
        load(tmp_path / name)
