"""A run of `evaluate` as a JSON file: how it was asked, its figures, and what every question came to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import isnan
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from index.errors import DataError
from index.figures import by_kind, figures
from index.noise import Noise
from index.results import Result


@dataclass(frozen=True, slots=True)
class FileResults:
    """The results of one file of questions, in its order; `cross_validated`: by weights that never saw the article."""

    file: str
    results: tuple[Result, ...]
    cross_validated: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """How the questions of some files were asked, and what they came to; `without`: the signals switched off."""

    strip_accents: bool
    noise: Noise
    without: tuple[str, ...]
    files: tuple[FileResults, ...]

    @property
    def groups(self) -> dict[str, tuple[Result, ...]]:
        """The results of each file by its name and, of several files, of all together."""
        each = {one.file: one.results for one in self.files}
        return each if len(self.files) == 1 else {**each, "all": tuple(r for one in self.files for r in one.results)}


def summary(results: Sequence[Result]) -> dict[str, Any]:
    """The figures, and under `kinds` those of each kind of question; None for one that is not defined."""
    return {**_plain(figures(results)), "kinds": {kind: _plain(figures(of)) for kind, of in by_kind(results).items()}}


def save(run: Run, path: Path) -> None:
    """Writes the run; raises `DataError` as `write` does."""
    data = asdict(run)
    data["figures"] = {name: summary(results) for name, results in run.groups.items()}
    write(json.dumps(data, ensure_ascii=False, indent=1) + "\n", path)


def write(text: str, path: Path) -> None:
    """Writes a text file; raises `DataError` where it can't be written."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DataError(path, f"can't be written: {error.strerror}") from None


def load_run(path: Path) -> Run:
    """A run that was saved; raises `DataError` where the file is not one."""
    try:
        return TypeAdapter(Run).validate_json(path.read_bytes())
    except OSError as error:
        raise DataError(path, f"can't be read: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise DataError(path, f"is not a saved run: {key + ': ' if key else ''}{first['msg'].lower()}") from None


def _plain(found: dict[str, float | int]) -> dict[str, float | int | None]:
    return {name: None if isnan(value) else value for name, value in found.items()}
