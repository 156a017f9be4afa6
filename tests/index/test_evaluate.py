from dataclasses import replace
from pathlib import Path

import pytest

from index.evaluate import evaluate, key, token_f1
from index.figures import figures
from index.library import Library
from index.noise import Noise, disturbed
from index.ranking import Costs
from index.records import Answer
from index.squad import SquadQuestion, load
from tests.index.squad_files import written

Loaded = tuple[Library, list[SquadQuestion]]


@pytest.fixture
def tiny(tmp_path: Path) -> Loaded:
    reports, questions = load(written(tmp_path))
    return Library.of(reports), questions


def at_threshold(lib: Library, threshold: float) -> Library:
    # A wrong answer costs nothing but behind "perhaps", a right one nothing at all: answers pay from there.
    costs = Costs(doubted_wrong=threshold, doubted_right=0.0, silent=1 - threshold)
    confidence = lib.ranking.confidence.model_copy(update={"costs": costs})
    return lib.under(lib.ranking.model_copy(update={"confidence": confidence}))


@pytest.mark.parametrize(
    ("said", "accepted", "f1"),
    [
        ("15 tấn", ["15 tấn"], 1.0),
        ("15 Tấn.", ["15 tấn"], 1.0),
        ("đạt 15 tấn", ["15 tấn"], 0.8),
        ("15", ["15 tấn"], 2 / 3),
        ("15 15", ["15 tấn"], 0.5),
        ("chè", ["15 tấn"], 0.0),
        ("", ["15 tấn"], 0.0),
        ("15 tấn", [], 0.0),
        ("15 tấn", ["chè", "15 tấn", "15"], 1.0),
    ],
)
def test_token_f1_is_squads(said: str, accepted: list[str], f1: float) -> None:
    assert token_f1(said, accepted) == pytest.approx(f1)


def test_every_question_is_asked_with_its_paragraph_and_without(tiny: Loaded) -> None:
    lib, questions = tiny
    asked: list[None] = []
    outcomes = evaluate(lib, questions, progress=lambda: asked.append(None))
    assert len(asked) == len(questions)
    assert [outcome.question for outcome in outcomes] == questions
    for outcome in outcomes:
        assert (outcome.rank, outcome.sentence, outcome.answer) == (1, True, True)
        assert outcome.best is not None
        assert outcome.best == outcome.right
        own = lib.reports[outcome.question.article].passages[outcome.question.passage]
        assert outcome.best.passage == own
        gone = outcome.without
        assert gone is None or (gone.report, gone.passage) != (outcome.best.report, own)
        assert outcome.confidence_without == (gone.confidence if gone else 0.0)
        assert outcome.ms > 0


def test_taking_a_paragraph_out_gives_what_a_library_indexed_anew_gives(tiny: Loaded) -> None:
    lib, questions = tiny
    passages = lib.collection.passages
    for outcome in evaluate(lib, questions):
        report = lib.reports[outcome.question.article]
        own = report.passages[outcome.question.passage]
        (number,) = [i for i, entry in enumerate(passages) if entry.report is report and entry.passage == own]
        reply = Library(lib.collection.without(number), lib.glossary, lib.ranking).ask(outcome.question.text)
        assert outcome.answered_without is isinstance(reply, Answer)
        nearest = (reply.best,) if isinstance(reply, Answer) else reply.nearest[:1]
        assert outcome.without == (nearest[0] if nearest else None)


def test_asked_once_nothing_is_known_of_the_second_time(tiny: Loaded) -> None:
    lib, questions = tiny
    asked: list[None] = []
    for outcome in evaluate(lib, questions, absent=False, progress=lambda: asked.append(None)):
        assert (outcome.answered_without, outcome.confidence_without, outcome.bar_without) == (None, None, None)
        assert outcome.without is None
    assert len(asked) == len(questions)


def test_a_question_has_the_kind_that_it_asks_for_also_when_it_is_asked_without_accents(tiny: Loaded) -> None:
    lib, questions = tiny
    for strip in (False, True):
        kinds = [one.kind for one in evaluate(lib, questions, strip_accents=strip, absent=False)]
        assert kinds == ["figure", "manner", "date", "figure"]


def test_the_bar_is_where_the_answer_ends(tiny: Loaded) -> None:
    lib, questions = tiny
    for outcome in evaluate(lib, questions):
        assert outcome.bar == outcome.confidence > 0
        for threshold, answers in ((outcome.bar - 1e-9, True), (outcome.bar + 1e-6, False)):
            assert isinstance(at_threshold(lib, threshold).ask(outcome.question.text), Answer) is answers


def test_what_no_confidence_could_answer_has_no_bar(tiny: Loaded) -> None:
    lib, questions = tiny
    asked = replace(questions[0], text="Sản lượng cà phê năm 1987 đạt bao nhiêu?")
    (outcome,) = evaluate(lib, [asked], absent=False)
    assert (outcome.answered, outcome.bar) == (False, 0.0)
    assert outcome.confidence > 0


def test_an_answer_refused_for_its_confidence_alone_has_its_confidence_for_bar(tiny: Loaded) -> None:
    lib, questions = tiny
    for outcome in evaluate(at_threshold(lib, 0.9999), questions, absent=False):
        assert not outcome.answered
        assert outcome.bar == outcome.confidence > 0


def test_without_accents_every_question_is_found_too(tiny: Loaded) -> None:
    lib, questions = tiny
    assert figures(evaluate(lib, questions, strip_accents=True))["passage R@1"] == 1.0


def test_noise_disturbs_every_question_alike_in_every_run(tiny: Loaded) -> None:
    lib, questions = tiny
    once, again = (evaluate(lib, questions, noise=Noise.TYPO) for _ in range(2))
    assert [replace(o, ms=0.0) for o in once] == [replace(o, ms=0.0) for o in again]
    typed = [disturbed(question.text, Noise.TYPO) for question in questions]
    assert [o.answered for o in once] == [isinstance(lib.ask(text), Answer) for text in typed]


def test_bold_words_count_only_where_they_answer(tiny: Loaded) -> None:
    lib, questions = tiny
    for outcome in evaluate(lib, questions):
        reply = lib.ask(outcome.question.text)
        bold = " ".join(reply.best.report.quote(s) for s in reply.spans) if isinstance(reply, Answer) else ""
        assert outcome.f1 == pytest.approx(token_f1(bold, outcome.question.answers))
        assert outcome.answered is isinstance(reply, Answer)


def test_a_question_has_one_key_in_every_run_and_no_other_question_has_it(tiny: Loaded) -> None:
    _, questions = tiny
    assert len({key(question) for question in questions}) == len(questions)
    assert key(replace(questions[0], article=7, passage=3, sentence=9)) == key(questions[0])
    assert key(replace(questions[0], answers=("16 tấn",))) != key(questions[0])
