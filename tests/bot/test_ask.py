"""`python -m bot ask` as a program calls it: the contract of DESIGN.md, key by key."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bot.process import FIGURE, QUESTION, REPORT, ROOT

KEYS = {
    "question", "understood", "answered", "sentence", "start", "end", "bold", "context", "confidence", "reason",
    "citation", "alternatives", "passages", "ms",
}  # fmt: skip


def ask(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "bot", "ask", *arguments], cwd=ROOT, input=stdin, capture_output=True)


def objects(*arguments: str, stdin: bytes = b"") -> list[dict[str, Any]]:
    done = ask("--report", str(REPORT), "--json", *arguments, stdin=stdin)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture(scope="module")
def replies() -> list[dict[str, Any]]:
    return objects(QUESTION, "Thu ngân sách năm 2017 là bao nhiêu?", "")


def test_every_key_is_always_present(replies: list[dict[str, Any]]) -> None:
    assert [set(reply) for reply in replies] == [KEYS] * 3


def test_an_answer_is_a_slice_of_the_report(replies: list[dict[str, Any]]) -> None:
    answer = replies[0]
    text = REPORT.read_text(encoding="utf-8")
    assert answer["answered"]
    assert answer["reason"] is None
    assert text[answer["start"] : answer["end"]] == answer["sentence"]
    assert answer["bold"] == [FIGURE]
    assert 0 <= answer["confidence"] <= 1
    assert answer["ms"] > 0
    assert set(answer["citation"]) == {"report", "section", "paragraph", "sentence", "page"}
    for other in answer["alternatives"]:
        assert text[other["start"] : other["end"]] == other["sentence"]
    scores = [passage["score"] for passage in answer["passages"]]
    assert scores == sorted(scores, reverse=True)
    assert 0 < len(scores) <= 10


def test_an_abstention_quotes_nothing_as_the_answer(replies: list[dict[str, Any]]) -> None:
    for reply, reason in zip(replies[1:], ("year-not-in-report", "empty-question"), strict=True):
        assert not reply["answered"]
        assert reply["reason"] == reason
        assert (reply["sentence"], reply["start"], reply["end"], reply["citation"]) == (None, None, None, None)
        assert reply["bold"] == reply["context"] == []


def test_what_the_sentence_leans_on_comes_with_it_as_slices_too() -> None:
    (reply,) = objects("Phấn đấu thu NSNN năm 2021 thế nào?")
    text = REPORT.read_text(encoding="utf-8")
    (lead,) = reply["context"]
    assert set(lead) == {"sentence", "start", "end"}
    assert text[lead["start"] : lead["end"]] == lead["sentence"]
    assert lead["sentence"].endswith("gồm:")
    assert lead["end"] <= reply["start"]


def test_questions_come_a_line_each_from_standard_input_in_order() -> None:
    found = objects(stdin=f"{QUESTION}\r\n\nai trình bày báo cáo\n\xff\n".encode("latin-1", "replace"))
    assert len(found) == 4
    told = objects(stdin=f"{QUESTION}\r\n\nai trình bày báo cáo".encode())
    assert [reply["question"] for reply in told] == [QUESTION, "", "ai trình bày báo cáo"]


def test_several_reports_are_asked_at_once(tmp_path: Path) -> None:
    other = tmp_path / "khác.txt"
    other.write_text("BÁO CÁO\nNăm 2020 toàn huyện trồng được 312 ha rừng mới.\n", encoding="utf-8")
    done = ask("--report", str(REPORT), "--report", str(other), "--json", "Trồng được bao nhiêu ha rừng?")
    reply = json.loads(done.stdout)
    assert reply["bold"] == ["312 ha"]
    assert reply["citation"]["report"] == "BÁO CÁO"


def test_without_json_it_is_for_people_and_without_colours_in_a_pipe() -> None:
    done = ask(QUESTION, "Dân số của quận là bao nhiêu?")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert lines[0] == FIGURE
    assert lines[2].startswith("📍 II › ")
    assert "Báo cáo không nêu" in lines[4]
    assert b"\x1b" not in done.stdout


def test_explain_shows_what_each_word_and_signal_gave() -> None:
    lines = ask("--explain", "--report", str(REPORT), QUESTION).stdout.decode().splitlines()
    assert lines[0] == FIGURE
    assert any(line.split()[:3] == ["sentence", "words", "ngân_sách"] for line in lines)
    (explained,) = objects("--explain", QUESTION)
    assert set(explained) == KEYS | {"explanation"}
    assert {one["signal"] for one in explained["explanation"]} >= {"sentence", "passage", "kind"}


def test_an_argument_that_is_no_text_is_refused_in_one_line() -> None:
    done = subprocess.run([sys.executable, "-m", "bot", "ask", b"thu \xff"], cwd=ROOT, capture_output=True)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"lone surrogates" in done.stderr
