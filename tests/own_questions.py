"""The default report's own questions, asked: `python -m tests.own_questions` prints how they were answered.

The questions (tests/data/default_report_questions.toml) were written from the report alone, before the code; those
marked `held_out` are not to be read while it is developed. One has been ("nam 2020 quan gap kho khan gi nhieu nhat": it
showed that "Covid-19" is no figure, in a test), and their totals are printed, and so seen, beside the others'. The
fresh ones were written in November 2026 by someone who had seen the report alone, when the code stood as it is: whoever
reads them makes them fresh no more.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index import Abstention, Answer, Library
from index.evaluate import token_f1

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = ROOT / "tests" / "data" / "default_report_questions.toml"
FRESH = ROOT / "tests" / "data" / "default_report_fresh_questions.toml"
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
    return tuple(_ask(data) for data in data()["question"])


def data() -> dict[str, Any]:
    return _read(QUESTIONS)


def fresh() -> dict[str, Any]:
    """Not to be read or printed."""
    return _read(FRESH)


def unanswerable() -> list[tuple[dict[str, Any], bool]]:
    """The questions that the report does not answer, each with whether it was answered all the same."""
    return [(one, _answered(one)) for one in data()["unanswerable"]]


@cache
def _library() -> Library:
    return Library.load([REPORT])


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _ask(data: dict[str, Any]) -> Asked:
    reply = _library().ask(data["text"])
    if isinstance(reply, Abstention):
        return Asked(data, reply, False, ())
    bold = tuple(reply.best.report.quote(span) for span in reply.spans)
    return Asked(data, reply, reply.best.text in (data["sentence"], *data["also"]), bold)


def _answered(one: dict[str, Any]) -> bool:
    return isinstance(_library().ask(one["text"]), Answer)


def table() -> list[str]:
    """A line a form and set: how many there are, how many got an expected sentence, how many another one."""
    lines = [f"{'form':14}{'set':10}{'questions':>10}{'right':>8}{'wrong':>8}{'abstained':>11}"]
    for name, held_out in (("seen", False), ("held out", True)):
        told = [answered for one, answered in unanswerable() if one["held_out"] is held_out]
        lines += _lines(name, [one for one in asked() if one.data["held_out"] is held_out], told)
    questions, unanswered = fresh()["question"], fresh()["unanswerable"]
    return lines + _lines("fresh", [*map(_ask, questions)], [*map(_answered, unanswered)])


def _lines(name: str, of: Sequence[Asked], told: Sequence[bool]) -> list[str]:
    """Those of one set: its questions, and for those that can't be answered whether they were."""
    lines = []
    for form in (*FORMS, "all"):
        formed = [one for one in of if form in (one.data["form"], "all")]
        right = sum(one.right for one in formed)
        abstained = sum(isinstance(one.reply, Abstention) for one in formed)
        wrong = len(formed) - right - abstained
        lines.append(f"{form:14}{name:10}{len(formed):>10}{right:>8}{wrong:>8}{abstained:>11}")
    marked = [one for one in of if one.right and one.data["bold"] and one.bold]
    f1 = sum(token_f1(" ".join(one.bold), [one.data["bold"]]) for one in marked) / len(marked)
    lines.append(f"{'bold, F1':14}{name:10}{len(marked):>10}{f1:>8.2f}")
    lines.append(f"{'unanswerable':14}{name:10}{len(told):>10}{'':>8}{sum(told):>8}{len(told) - sum(told):>11}")
    return lines


if __name__ == "__main__":
    print("\n".join(table()))
