from pathlib import Path

import numpy as np
import pytest

from index.evaluate import token_f1
from index.lessons import Lesson, lessons
from index.library import Library
from index.overlap import KINDS
from index.reader import LONGEST
from index.squad import SquadQuestion, load
from tests.index.squad_files import DATA, SCHOOLS, paragraph, question, written


def taught(path: Path) -> tuple[Library, list[SquadQuestion], list[Lesson]]:
    reports, questions = load(path)
    library = Library.of(reports)
    return library, questions, list(lessons(library, questions))


def one_of(tmp_path: Path, context: str, text: str, answer: str) -> list[Lesson]:
    """The lessons of a file with one question more."""
    more = {"title": "Thêm", "paragraphs": [paragraph(context, question(text, context, answer))]}
    _, _, found = taught(written(tmp_path, {"data": [*DATA["data"], more]}))
    return [lesson for lesson in found if lesson.article == 2]


def shown(library: Library, asked: SquadQuestion, lesson: Lesson) -> set[str]:
    """The words of the spans that are right."""
    considered = library.sight(asked.text)
    assert considered is not None
    sight, table = considered[1], library.reader.table
    report = library.reports[asked.article]
    text = report.quote(report.sentences[asked.sentence])
    return {
        text[table.starts[sight.rows[s, i]] : table.ends[sight.rows[s, i + extra]]]
        for s, i, extra in zip(*np.nonzero(lesson.right), strict=True)
    }


def test_each_question_teaches_which_spans_of_its_marked_sentence_are_right(tmp_path: Path) -> None:
    library, questions, found = taught(written(tmp_path))
    assert len(found) == len(questions) == 4
    assert [lesson.article for lesson in found] == [one.article for one in questions]
    answers = [shown(library, *both) for both in zip(questions, found, strict=True)]
    assert answers == [{"15 tấn"}, {"giữ vững"}, {"15/3/2020"}, {"12 trường"}]


def test_right_are_the_spans_nearest_to_an_answer_and_no_other(tmp_path: Path) -> None:
    context = "Người trình bày báo cáo là đồng chí Lê Thị Hạnh, Chánh Văn phòng Huyện ủy."
    more = {"paragraphs": [paragraph(context, question("Ai trình bày báo cáo?", context, "chí Lê Thị Hạnh, Chánh"))]}
    library, questions, found = taught(written(tmp_path, {"data": [*DATA["data"], more]}))
    nearest = shown(library, questions[-1], found[-1])
    reading = library.sight(questions[-1].text)
    assert reading is not None
    sight, table = reading[1], library.reader.table
    at = int(np.flatnonzero(found[-1].right.any((1, 2)))[0])
    rows = sight.rows[at][sight.real[at]]
    spans = {context[table.starts[a] : table.ends[b]] for i, a in enumerate(rows) for b in rows[i : i + LONGEST]}
    best = max(token_f1(span, questions[-1].answers) for span in spans)
    assert nearest == {span for span in spans if token_f1(span, questions[-1].answers) >= best - 1e-9}


def test_a_lesson_is_of_one_shape(tmp_path: Path) -> None:
    library, _, found = taught(written(tmp_path))
    for lesson in found:
        sentences, words = lesson.real.shape
        assert lesson.shapes.shape == (sentences, words, library.reader.table.shapes.shape[1])
        assert lesson.words.shape[:2] == lesson.function.shape == (sentences, words)
        assert lesson.right.shape == (sentences, words, LONGEST)
        assert len(lesson.scores) == len(lesson.sentences) == sentences
        assert lesson.right.any((1, 2)).sum() == 1, "of one sentence only"
        assert not lesson.shapes[~lesson.real].any()
        assert not lesson.right[~lesson.real].any()
        assert lesson.kind in KINDS


def test_scores_are_those_before_reading_as_logarithms(tmp_path: Path) -> None:
    library, questions, found = taught(written(tmp_path))
    seen = library.sight(questions[0].text)
    assert seen is not None
    considered = seen[0]
    expected = considered.scores[considered.read] / considered.perfect * library.ranking.rank.scale
    np.testing.assert_allclose(found[0].scores, expected)


def test_a_question_whose_answer_is_in_no_span_of_its_sentence_teaches_nothing(tmp_path: Path) -> None:
    context = "Thu ngân sách tăng nhanh. Chi giảm."
    (lesson,) = one_of(tmp_path, context, "Thu ngân sách thế nào?", "tăng nhanh")
    assert lesson.right.any()
    far = "(…) một hai ba bốn sáu bảy tám chín mười trăm nghìn vạn " * 3
    asked = {"question": "Thu ngân sách thế nào?", "answers": [{"text": far, "answer_start": 4}]}
    more = {"paragraphs": [{"context": context, "qas": [asked]}]}
    assert len(taught(written(tmp_path, {"data": [*DATA["data"], more]}))[2]) == 4


@pytest.mark.parametrize("text", ["Zqwx vbnm?", "?"])
def test_a_question_that_finds_nothing_teaches_nothing_and_is_counted(tmp_path: Path, text: str) -> None:
    reports, questions = load(
        written(tmp_path, {"data": [{"paragraphs": [paragraph(SCHOOLS, question(text, SCHOOLS, "12 trường"))]}]})
    )
    counted: list[None] = []
    assert list(lessons(Library.of(reports), questions, progress=lambda: counted.append(None))) == []
    assert len(counted) == 1


def test_a_question_whose_sentence_was_not_considered_teaches_nothing(tmp_path: Path) -> None:
    library = Library.of(load(written(tmp_path))[0])
    rank = library.ranking.rank.model_copy(update={"sentences_read": 1})
    read_less = library.under(library.ranking.model_copy(update={"rank": rank}))
    wrong = SquadQuestion("Sản lượng cà phê đạt bao nhiêu?", 1, 0, 1, ("nhanh",))
    assert list(lessons(read_less, [wrong])) == []


def test_progress_is_told_once_a_question(tmp_path: Path) -> None:
    reports, questions = load(written(tmp_path))
    counted: list[None] = []
    list(lessons(Library.of(reports), questions, progress=lambda: counted.append(None)))
    assert len(counted) == len(questions)
