"""The default report's own questions, asked: `python -m tests.own_questions` prints how they were answered.

The questions (tests/data/default_report_questions.toml) were written from the report alone, before the code; those
marked `held_out` are not to be read while it is developed. One has been ("nam 2020 quan gap kho khan gi nhieu nhat": it
showed that "Covid-19" is no figure, in a test), and their totals are printed, and so seen, beside the others'.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index import Abstention, Answer, Library
from index.evaluate import token_f1

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = ROOT / "tests" / "data" / "default_report_questions.toml"
REPORT = ROOT / "config" / "reports" / "hoan-kiem-2020.md"
FORMS = ("accented", "unaccented", "abbreviation", "typo", "chat")


@dataclass(frozen=True)
class Asked:
    """A question with what came back; `right`: answered, with an expected sentence; `bold`: what was marked."""

    data: dict[str, Any]
    reply: Answer | Abstention
    right: bool
    bold: tuple[str, ...]


@cache
def asked() -> tuple[Asked, ...]:
    library = Library.load([REPORT])
    return tuple(_ask(library, data) for data in data()["question"])


def data() -> dict[str, Any]:
    return tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))


def _ask(library: Library, data: dict[str, Any]) -> Asked:
    reply = library.ask(data["text"])
    if isinstance(reply, Abstention):
        return Asked(data, reply, False, ())
    bold = tuple(reply.best.report.quote(span) for span in reply.spans)
    return Asked(data, reply, reply.best.text in (data["sentence"], *data["also"]), bold)


def unanswerable() -> list[tuple[dict[str, Any], bool]]:
    """The questions that the report does not answer, each with whether it was answered all the same."""
    library = Library.load([REPORT])
    return [(one, isinstance(library.ask(one["text"]), Answer)) for one in data()["unanswerable"]]


def table() -> list[str]:
    """A line a form and set: how many there are, how many got an expected sentence, how many another one."""
    lines = [f"{'form':14}{'set':10}{'questions':>10}{'right':>8}{'wrong':>8}{'abstained':>11}"]
    for held_out in (False, True):
        for form in (*FORMS, "all"):
            of = [one for one in asked() if one.data["held_out"] is held_out and form in (one.data["form"], "all")]
            right = sum(one.right for one in of)
            abstained = sum(isinstance(one.reply, Abstention) for one in of)
            name = "held out" if held_out else "seen"
            wrong = len(of) - right - abstained
            lines.append(f"{form:14}{name:10}{len(of):>10}{right:>8}{wrong:>8}{abstained:>11}")
        told = [answered for one, answered in unanswerable() if one["held_out"] is held_out]
        marked = [
            one for one in asked() if one.data["held_out"] is held_out and one.right and one.data["bold"] and one.bold
        ]
        f1 = sum(token_f1(" ".join(one.bold), [one.data["bold"]]) for one in marked) / len(marked)
        lines.append(f"{'bold, F1':14}{name:10}{len(marked):>10}{f1:>8.2f}")
        lines.append(f"{'unanswerable':14}{name:10}{len(told):>10}{'':>8}{sum(told):>8}{len(told) - sum(told):>11}")
    return lines


if __name__ == "__main__":
    print("\n".join(table()))
