"""Fields and ranking signals switched off by name, to see what each is worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from index.errors import UnknownSignal
from index.ranking import Ranking

# What switching off sets, by key of config/ranking.toml.
SIGNALS: Mapping[str, Mapping[str, float]] = {
    **{
        field: {f"fields.accented.{field}": 0.0, f"fields.unaccented.{field}": 0.0}
        for field in ("words", "syllables", "folded", "pairs", "folded_pairs")
    },
    "function": {"question.function_weight": 1.0},  # function words count as any other
    "synonyms": {"synonyms.weight": 0.0, "synonyms.coverage": 0.0},
    "best": {"rank.sentence_share": 0.0},  # a passage's best sentence
    "passage": {"rank.passage_share": 0.0},
    "kind": {"rank.kind_bonus": 0.0},
    "reading": {"rank.reading": 0.0},
    "label": {"rank.heading_penalty": 0.0, "rank.caption_penalty": 0.0, "rank.row_penalty": 0.0},
    "year": {"rank.year_penalty": 0.0},  # these three still make an abstention where they must
    "figure": {"rank.figure_penalty": 0.0},
    "name": {"rank.name_penalty": 0.0},
}


def check(names: Iterable[str]) -> None:
    """Raises `UnknownSignal`, which lists those there are, for a name that is none."""
    for name in names:
        if name not in SIGNALS:
            raise UnknownSignal(f"no signal is called {name!r}; there are {', '.join(SIGNALS)}")


def without(ranking: Ranking, names: Iterable[str]) -> Ranking:
    """The weights with some signals switched off, by names that were checked."""
    data = ranking.model_dump()
    for name in names:
        for key, value in SIGNALS[name].items():
            *tables, last = key.split(".")
            held: dict[str, Any] = data
            for table in tables:
                held = held[table]
            held[last] = value
    return Ranking.model_validate(data)
