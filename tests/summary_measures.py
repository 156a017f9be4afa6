"""The summary measured: `python -m tests.summary_measures [FILE]...` beside the first sentences and random ones.

Of the sentences chosen: how many of the report's sections (the deepest) they are from, what share has an amount, what
share leans on a sentence that is not shown, the mean over them of the highest cosine with another one of them, and
their length as a share of the report's. The first are those of the report's text, the random ones the mean of a
hundred draws with a fixed seed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index import Library
from index.amounts import amounts
from index.anaphora import Anaphora
from index.centrality import Cosines
from index.fields import WORDS
from index.records import BlockKind
from tests.own_questions import REPORT

COUNT = 10
DRAWS = 100
HEAD = ("chosen", "n", "sections", "with amount", "leaning", "redundancy", "length")


def measure(library: Library, cosines: Cosines, places: Sequence[int]) -> list[float]:
    report, entries = library.reports[0], [library.collection.sentences[i] for i in places]
    text = [i for i, one in enumerate(report.sentences) if one.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)]
    sections = {report.sentences[i].section for i in text}
    likeness = [cosines.with_all(i)[[j for j in places if j != i]].max() for i in places]
    return [
        len(places),
        len({one.sentence.section for one in entries}) / len(sections),
        np.mean([bool(amounts(report.quote(one.sentence), one.mentions)) for one in entries]),
        np.mean([Anaphora.load().leans(report.quote(one.sentence)) for one in entries]),
        np.mean(likeness),
        sum(one.sentence.end - one.sentence.start for one in entries) / len(report.text),
    ]


def table(path: Path) -> list[str]:
    library = Library.load([path])
    report = library.reports[0]
    cosines = Cosines([one.fields[WORDS] for one in library.collection.sentences])
    text = [i for i, one in enumerate(report.sentences) if one.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)]
    draw = random.Random(2020)
    rows = {
        "summary": measure(library, cosines, [report.sentences.index(one) for one in library.summary(0, COUNT)]),
        "first": measure(library, cosines, text[:COUNT]),
        "random": np.mean([measure(library, cosines, sorted(draw.sample(text, COUNT))) for _ in range(DRAWS)], axis=0),
    }
    lines = [path.name, "".join(f"{name:>13}" for name in HEAD)]
    return lines + [f"{name:>13}" + "".join(f"{value:>13.2f}" for value in row) for name, row in rows.items()]


if __name__ == "__main__":
    for path in [Path(one) for one in sys.argv[1:]] or [REPORT]:
        print("\n".join(table(path)))
