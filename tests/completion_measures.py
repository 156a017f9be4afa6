"""Completion measured: `python -m tests.completion_measures` cuts questions short and asks them with it and without.

Each seen question of the default report (tests/data/default_report_questions.toml; none that is held out) is cut inside
its last word at each letter, and inside every word at each letter with all behind it left out. Counted is how often the
cut text, as it is and completed, gets the answer of the text with that word whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from index import Abstention, Library
from index.tokens import WORD
from tests.own_questions import REPORT, data


def cuts(question: str) -> Iterator[tuple[str, str, bool]]:
    """The question up to a word, that word cut short, and whether it is the last."""
    words = [*WORD.finditer(question)]
    for i, word in enumerate(words):
        for end in range(word.start() + 1, word.end()):
            yield question[: word.end()], question[:end], i == len(words) - 1


def answer(library: Library, question: str) -> str | None:
    reply = library.ask(question)
    return None if isinstance(reply, Abstention) else reply.best.text


def main() -> None:
    library = Library.load([REPORT])
    counts: Counter[tuple[str, str]] = Counter()
    asked = [one["text"] for one in data()["question"] if not one["held_out"]]
    bent = [one for one in asked if library.complete(one.rstrip("?")) != one.rstrip("?")]
    for question in asked:
        for whole, cut, last in cuts(question):
            wanted, completed = answer(library, whole), library.complete(cut)
            for kind in ("any word", "last word")[: 1 + last]:
                counts[kind, "cuts"] += 1
                counts[kind, "completed"] += completed != cut
                counts[kind, "as whole"] += completed == whole
                counts[kind, "without"] += answer(library, cut) == wanted
                counts[kind, "with"] += answer(library, completed) == wanted
    print(f"{len(asked)} questions, {len(bent)} bent though whole")
    for kind in ("last word", "any word"):
        completed = f"{counts[kind, 'completed']} completed, {counts[kind, 'as whole']} of them to the word"
        answered = f"without {counts[kind, 'without']}, with {counts[kind, 'with']}"
        print(f"{kind}: {counts[kind, 'cuts']} cuts, {completed}; the whole's answer {answered}")


if __name__ == "__main__":
    main()
