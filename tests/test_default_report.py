"""The default report answers its own questions; `python -m tests.own_questions` prints the figures."""

from __future__ import annotations

from collections import Counter

import pytest

from index import Answer
from index.evaluate import token_f1
from tests.own_questions import FORMS, Asked, asked, data, fresh, unanswerable


def test_there_are_forty_questions_and_more_in_every_form() -> None:
    forms = Counter(one.data["form"] for one in asked())
    assert forms["accented"] >= 40
    assert set(forms) == set(FORMS)
    assert len(data()["unanswerable"]) >= 10


def test_every_expected_sentence_is_one_of_the_report() -> None:
    report = asked()[0].reply.passages[0].report
    sentences = {report.quote(sentence) for sentence in report.sentences}
    assert [s for one in asked() for s in (one.data["sentence"], *one.data["also"]) if s not in sentences] == []


def test_what_the_fresh_questions_expect_stands_in_the_report() -> None:
    report = asked()[0].reply.passages[0].report
    sentences = {report.quote(sentence) for sentence in report.sentences}
    questions = fresh()["question"]
    # Their numbers alone are told: whoever reads the questions makes them fresh no more.
    elsewhere = [i for i, one in enumerate(questions) if not sentences.issuperset([one["sentence"], *one["also"]])]
    assert elsewhere == []
    unsaid = [
        i
        for i, one in enumerate(questions)
        if not any(one["bold"] in sentence for sentence in (one["sentence"], *one["also"]))
    ]
    assert unsaid == []


def test_every_fresh_question_has_a_number_of_its_own() -> None:
    every = [one["id"] for set_of in (data(), fresh()) for one in (*set_of["question"], *set_of["unanswerable"])]
    assert len(every) == len(set(every))
    assert len(fresh()["question"]) >= 60
    assert len(fresh()["unanswerable"]) >= 20
    assert {one["form"] for one in fresh()["question"]} <= set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_most_questions_of_each_form_get_their_sentence(form: str) -> None:
    of_form = [one for one in asked() if one.data["form"] == form]
    wrong = [one.data["text"] for one in of_form if not one.right]
    # The floor that was reached when this was written, in the worst form; README.md has the figures.
    assert len(wrong) <= 0.2 * len(of_form), wrong


def test_hardly_any_question_gets_another_sentence() -> None:
    wrong = [one.data["text"] for one in asked() if isinstance(one.reply, Answer) and not one.right]
    assert len(wrong) <= 0.03 * len(asked()), wrong


def _bold() -> list[Asked]:
    return [one for one in asked() if one.right and one.data["bold"] and one.bold]


def test_no_figure_is_set_in_bold_but_the_one_asked_for() -> None:
    of_figures = [one for one in _bold() if one.data["bold"][0].isdigit()]
    assert len(of_figures) > 30
    assert [(one.data["text"], one.bold) for one in of_figures if one.data["bold"] not in one.bold] == []


def test_words_in_bold_are_mostly_those_that_answer() -> None:
    of_words = [one for one in _bold() if not one.data["bold"][0].isdigit()]
    assert len(of_words) > 20
    f1 = [token_f1(" ".join(one.bold), [one.data["bold"]]) for one in of_words]
    # What was reached when this was written; README.md has the figures.
    assert sum(f1) / len(f1) > 0.8


def test_what_the_report_does_not_say_is_not_answered() -> None:
    told = [one["text"] for one, answered in unanswerable() if answered]
    assert len(told) <= 2, told
