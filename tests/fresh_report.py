"""A made-up report and questions on it, by a stranger: `python -m tests.fresh_report` prints how they were answered.

They were written in November 2026 by somebody who had seen nothing of this project, not even its other questions, when
the code stood: the nearest there is to what a new office will see. Whoever reads them makes them fresh no more, so the
totals alone are printed. An answer is right where its sentence is an accepted one and nothing else than what answers is
bold: of a figure or date a number of it, of words one of them.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from index import Answer, Library
from index.evaluate import token_f1

DATA = Path(__file__).resolve().parent / "data"
REPORT = DATA / "fresh_report.txt"
QUESTIONS = DATA / "fresh_report_questions.toml"
OUTCOMES = ("sure, right", "sure, wrong", "unsure, right", "unsure, wrong", "abstained")
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def told(library: Library, one: dict[str, Any]) -> str:
    """One of `OUTCOMES`; a question that the report does not answer can only be abstained from rightly."""
    reply = library.ask(one["text"])
    if not isinstance(reply, Answer):
        return "abstained"
    accepted = one.get("sentences") or [one["sentence"]]
    bold = " ".join(reply.best.report.quote(span) for span in reply.spans)
    right = any(sentence and (sentence in reply.best.text or reply.best.text in sentence) for sentence in accepted)
    right = right and (not bold or "answer" not in one or _answers(bold, one["answer"]))
    return f"{'sure' if reply.sure else 'unsure'}, {'right' if right else 'wrong'}"


def _answers(bold: str, answer: str) -> bool:
    numbers = set(_NUMBER.findall(answer))
    return bool(numbers & set(_NUMBER.findall(bold))) if numbers else token_f1(bold, [answer]) > 0


def table() -> list[str]:
    """A line for what the report answers and one for what it does not."""
    library = Library.load([REPORT])
    questions = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))["question"]
    lines = [f"{'':22}{'questions':>10}" + "".join(f"{name:>15}" for name in OUTCOMES)]
    for name, there in (("in the report", True), ("not in the report", False)):
        of = [one for one in questions if bool(one["sentence"] or one.get("sentences")) is there]
        counts = Counter(told(library, one) for one in of)
        lines.append(f"{name:22}{len(of):>10}" + "".join(f"{counts[outcome]:>15}" for outcome in OUTCOMES))
    return lines


if __name__ == "__main__":
    print("\n".join(table()))
