from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.library import Library
from tests.index.builders import SMALL, library

Write = Callable[[str | bytes], Path]


@pytest.fixture(scope="session")
def small() -> Library:
    """A library of one small report; it is immutable, so one serves all tests."""
    return library(SMALL)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a report file, text as UTF-8."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "bao-cao.txt"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
