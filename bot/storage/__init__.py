"""What must survive a restart, in SQLite or PostgreSQL, with no id of a person or a chat in it.

    store = await Store.open("sqlite:///data/bot.db", secret=token, keep_days=90)
    person = store.key("person", 123456789)      # what stands for the person everywhere below
    store.replies.put(reply)                     # written a moment later; a dead database delays nobody
    reply = await store.replies.by_id(reply.id)  # within two seconds, or StorageBusy

Each concern has a file; `tables.py` says what is kept, `writer.py` how writes outlive a database that is away.
"""

from bot.storage.asked import Asked, Place
from bot.storage.chats import ChatState
from bot.storage.errors import StorageBusy, StorageError
from bot.storage.ids import new_id
from bot.storage.quotas import Verdict
from bot.storage.replies import Reply
from bot.storage.statistics import Day, Statistics
from bot.storage.store import Store
from bot.storage.unanswered import Unanswered

__all__ = [
    "Asked",
    "ChatState",
    "Day",
    "Place",
    "Reply",
    "Statistics",
    "StorageBusy",
    "StorageError",
    "Store",
    "Unanswered",
    "Verdict",
    "new_id",
]
