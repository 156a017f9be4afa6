"""The exception tree of `bot.storage`.

    StorageError        the database can't be used as DATABASE_URL says, or a change to it was dropped
    └── StorageBusy         it does not answer now, and may later

Messages are one line and hold neither the address, which may have a password in it, nor any value.
"""

from __future__ import annotations


class StorageError(Exception):
    """Base of every error this package raises on purpose."""


class StorageBusy(StorageError):
    """The database does not answer: away, locked, or too slow."""
