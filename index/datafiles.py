"""What goes wrong with a data file of config/, said in one line that names the file, the key and what it must be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from index.errors import DataError


@contextmanager
def named(path: Path, what: str) -> Iterator[None]:
    """Raises `DataError` for a file that can't be read or is no `what`, in place of what is raised inside."""
    try:
        yield
    except ValidationError as error:
        first = error.errors()[0]
        raise DataError(path, f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}") from None
    except (OSError, ValueError) as error:
        raise DataError(path, f"is no {what}: {error}") from None
