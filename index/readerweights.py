"""What the reader has learned, as data: config/reader.json, written by `python -m index train`."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import DataError

DEFAULT = Path(__file__).resolve().parent.parent / "config" / "reader.json"
LENGTHS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")  # words of a span
PARTS = ("begin", "end", "inside")  # what a word may be to a span
EVERY = "*"  # the weights that count for questions of every kind; those of a kind are added to them


class Weights(BaseModel):
    """Weights by kind of question and feature's name; one that is not named is 0.

    A span of words scores what its first word has at `begin`, its last at `end`, all of them at `inside`, and its
    `length`; a sentence has the weights of `sentence`. `learned_from` says how the questions it was learned from are
    called, by `index.evaluate.key`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    learned_from: tuple[str, ...]
    begin: dict[str, dict[str, float]]
    end: dict[str, dict[str, float]]
    inside: dict[str, dict[str, float]]
    length: dict[str, dict[str, float]]
    sentence: dict[str, dict[str, float]]

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, path: Path = DEFAULT) -> Weights:
        """From a JSON file, read once; raises `DataError` that names what is wrong."""
        try:
            return cls.model_validate(json.loads(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            first = error.errors()[0]
            raise DataError(path, f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}") from None
        except (OSError, ValueError) as error:
            raise DataError(path, f"can't be read: {error}") from None

    def dump(self) -> str:
        """As the text of such a file: a line a kind, so that a change can be read."""
        data = self.model_dump()
        parts = []
        for name, held in data.items():
            if isinstance(held, dict):
                rows = [f"  {json.dumps(kind)}: {json.dumps(of, ensure_ascii=False)}" for kind, of in held.items()]
                parts.append(f"{json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n }")
            else:
                parts.append(f"{json.dumps(name)}: {json.dumps(held)}")
        return "{\n " + ",\n ".join(parts) + "\n}\n"
