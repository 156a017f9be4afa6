"""python -m bot ask: questions answered in the terminal, for people and, with --json, for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.console import Console

from bot.explanation import best_two, explanation
from bot.terminal import reply_text
from index import Abstention, Answer, Library, cite
from index.errors import QuestionError
from index.records import Candidate


def ask(questions: list[str], reports: list[Path], as_json: bool, explain: bool) -> int:
    """Answers each question, or each line of standard input where there is none; the exit status.

    `explain` adds what each word and signal gave the best two sentences: a table, or in JSON the key `explanation`.

    Raises `ReportError` for a report that can't be read. A question that is no text ends the run with status 2.
    """
    library = Library.load(reports)
    console = Console(soft_wrap=True, highlight=False)
    for question in questions or _lines(sys.stdin.buffer):
        begun = perf_counter()
        try:
            reply = library.ask(question)
        except QuestionError as error:
            print(error, file=sys.stderr)
            return 2
        if as_json:
            found = _object(reply)
            found["ms"] = round((perf_counter() - begun) * 1000, 3)
            if explain:
                found["explanation"] = [asdict(share) for share in library.explain(question, best_two(reply))]
            print(json.dumps(found, ensure_ascii=False), flush=True)
        else:
            console.print(reply_text(reply, several=len(reports) > 1), end="\n\n")
            if explain:
                candidates = best_two(reply)
                console.print("\n".join(explanation(candidates, library.explain(question, candidates))), end="\n\n")
    return 0


def _lines(stream: Iterable[bytes]) -> Iterator[str]:
    """One question a line; bytes that are no UTF-8 become U+FFFD, so that every line has its answer."""
    for line in stream:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _object(reply: Answer | Abstention) -> dict[str, Any]:
    """The reply in the form that DESIGN.md fixes; all keys always there, `ms` to be filled in last."""
    best = reply.best if isinstance(reply, Answer) else None
    others = reply.runners_up if isinstance(reply, Answer) else reply.nearest
    spans = reply.spans if isinstance(reply, Answer) else ()
    return {
        "question": reply.question,
        "understood": reply.understood,
        "answered": best is not None,
        "sentence": best.text if best else None,
        "start": best.sentence.start if best else None,
        "end": best.sentence.end if best else None,
        "bold": [best.report.quote(span) for span in spans] if best else [],
        "context": _context(reply) if isinstance(reply, Answer) else [],
        "confidence": round(best.confidence, 4) if best else _confidence(others),
        "reason": None if isinstance(reply, Answer) else reply.why.value,
        "citation": asdict(cite(best)) if best else None,
        "alternatives": [_alternative(candidate) for candidate in others],
        "passages": [
            {"start": p.passage.start, "end": p.passage.end, "score": round(p.score, 4)} for p in reply.passages
        ],
        "ms": None,
    }


def _confidence(nearest: tuple[Candidate, ...]) -> float:
    return round(nearest[0].confidence, 4) if nearest else 0.0


def _alternative(candidate: Candidate) -> dict[str, Any]:
    place = candidate.sentence
    return {
        "sentence": candidate.text,
        "start": place.start,
        "end": place.end,
        "confidence": round(candidate.confidence, 4),
    }


def _context(answer: Answer) -> list[dict[str, Any]]:
    """What the answer's sentence leans on, in reading order."""
    quote = answer.best.report.quote
    return [{"sentence": quote(one), "start": one.start, "end": one.end} for one in answer.support]
