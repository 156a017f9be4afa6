"""Follow-ups, joined and asked: `python -m tests.followups` prints how many came to the right question and answer.

The follow-ups of tests/data/followups.toml were written before `index.followup`, the strangers' and the fresh ones by
people who had seen the reports alone; those marked `held_out`, all fresh ones among them, are not to be looked at one
by one. Every own question that is not held out is asked after others, too, and those are counted that were bent.
`--misses` lists the seen ones that went wrong.
"""

from __future__ import annotations

import random
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index import Answer, Library
from index.heeded import heeded
from index.normalize import fold
from index.tokens import tokens
from tests.index.builders import SMALL, library
from tests.own_questions import REPORT, data

FOLLOWUPS = Path(__file__).resolve().parent / "data" / "followups.toml"
STRANGERS = FOLLOWUPS.with_name("strangers_followups.toml")
FRESH = FOLLOWUPS.with_name("fresh_followups.toml")
COMMUNE = FOLLOWUPS.with_name("commune_report.txt")
_PAIRS = 40  # questions that each is asked after
_SEED = 20261125


@dataclass(frozen=True)
class Followed:
    """A follow-up with the question it came to; `kept`: it holds what it must; `right`: and so is the answer."""

    of: str
    data: dict[str, Any]
    joined: str | None
    kept: bool
    right: bool
    wrong: bool


@cache
def libraries() -> dict[str, Library]:
    return {"default": Library.load([REPORT]), "small": library(SMALL), "commune": Library.load([COMMUNE])}


@cache
def followed() -> tuple[Followed, ...]:
    sets = (FOLLOWUPS, STRANGERS, FRESH)
    own, strangers, fresh = (tomllib.loads(each.read_text(encoding="utf-8"))["followup"] for each in sets)
    return (
        *(_follow("held out" if one["held_out"] else "seen", one) for one in own),
        *(_follow("stranger's", one) for one in strangers),
        *(_follow("fresh", one) for one in fresh),
    )


def bent() -> tuple[list[tuple[str, str, str]], int]:
    """The own questions bent by one before, each with that and what it became, and how many pairs there are."""
    own = [one["text"] for of in data().values() for one in of if not one["held_out"]]
    chosen = random.Random(_SEED)
    pairs = [(earlier, text) for text in own for earlier in chosen.sample(own, _PAIRS)]
    found = [(earlier, text, libraries()["default"].follow(earlier, text)) for earlier, text in pairs]
    return [(earlier, text, joined) for earlier, text, joined in found if joined is not None], len(pairs)


def _follow(name: str, one: dict[str, Any]) -> Followed:
    of = libraries()[one["report"]]
    joined = of.follow(one["earlier"], one["text"])
    question = joined or one["text"]
    said = _folded(of, question)
    kept = all(f" {_folded(of, phrase).strip()} " in said for phrase in one["kept"])
    if one.get("alone", False):  # a question that nothing may be carried into
        kept = kept and joined is None
    reply = of.ask(question) if joined is None else heeded(of.ask(question))
    answered = isinstance(reply, Answer)
    sentence = one.get("sentence")
    if sentence is None:
        return Followed(name, one, joined, kept, kept, False)
    hit = isinstance(reply, Answer) and sentence != "" and sentence in reply.best.text
    fits = hit if sentence else not answered
    return Followed(name, one, joined, kept, kept and fits, answered and not hit)


def _folded(of: Library, text: str) -> str:
    return f" {' '.join(fold(token.text) for token in tokens(of.understand(text).text))} "


def table() -> list[str]:
    """A line a set: how many there are, were joined, kept what they must, and were answered right and wrong."""
    lines = [f"{'set':12}{'followups':>10}{'joined':>8}{'kept':>8}{'right':>8}{'wrong':>8}{'share right':>13}"]
    for name in ("seen", "held out", "stranger's", "fresh"):
        of = [one for one in followed() if one.of == name]
        joined, kept, right, wrong = (
            sum(one.joined is not None for one in of),
            sum(one.kept for one in of),
            sum(one.right for one in of),
            sum(one.wrong for one in of),
        )
        lines.append(f"{name:12}{len(of):>10}{joined:>8}{kept:>8}{right:>8}{wrong:>8}{right / len(of):>13.3f}")
    found, pairs = bent()
    return [*lines, f"questions that stand alone, bent by one before: {len(found)} of {pairs} pairs"]


def misses() -> list[str]:
    """The seen ones that went wrong, a line each."""
    seen = [one for one in followed() if one.of in ("seen", "stranger's") and not one.right]
    return [f"{one.data['earlier']} + {one.data['text']} = {one.joined} (kept: {one.kept})" for one in seen]


if __name__ == "__main__":
    print("\n".join([*table(), *(misses() if "--misses" in sys.argv else [])]))
