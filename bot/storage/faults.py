"""Whose fault an error of the database is: the change's, or the database's, which may mend itself."""

from __future__ import annotations

import sqlite3

import asyncpg
from sqlalchemy import exc

from bot.storage.errors import StorageError

# PostgreSQL's classes of errors (appendix A of its manual), the first two characters of each code.
_IN_THE_CHANGE = ("22", "23", "42")  # data, integrity, syntax and access rule
_NO_PERMISSION = "42501"  # of the third class, yet a matter of the database
_PASSING = ("08", "40", "53", "55", "57")  # connection, rollback, resources, not in that state, operator
_FROM_OUTSIDE = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, exc.TimeoutError, StorageError)


def is_of_the_change(error: Exception) -> bool:
    """Whether the same change would fail again on a database in the best of health."""
    if isinstance(error, exc.DBAPIError):
        if error.connection_invalidated:
            return False
        code = code_of(error)
        if code is not None:
            return code.startswith(_IN_THE_CHANGE) and code != _NO_PERMISSION
        return isinstance(error, exc.IntegrityError | exc.DataError | exc.ProgrammingError)
    return not isinstance(error, _FROM_OUTSIDE)


def passes(error: Exception) -> bool:
    """Whether waiting may mend it: the database is not there yet, starts, is locked, or has no room for us now."""
    if isinstance(error, exc.DBAPIError) and error.connection_invalidated:
        return True
    code = code_of(error)
    if code is not None:
        return code.startswith(_PASSING)
    cause = error.orig if isinstance(error, exc.DBAPIError) else error
    if isinstance(cause, sqlite3.OperationalError):
        # The lower byte is the error, the rest its kind.
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    return isinstance(cause, OSError | TimeoutError | exc.TimeoutError)


def name(error: BaseException) -> str:
    """The error's kind as the database calls it, for a log: its message may quote what somebody wrote."""
    cause = error.orig if isinstance(error, exc.DBAPIError) and error.orig else error
    own = code_of(error) or getattr(cause, "sqlite_errorname", None)
    return f"{type(cause).__name__} {own}" if own else type(cause).__name__


def code_of(error: BaseException) -> str | None:
    """PostgreSQL's code of an error, five characters."""
    cause = error.orig if isinstance(error, exc.DBAPIError) else error
    code = getattr(cause, "sqlstate", None)
    return code if isinstance(code, str) else None
