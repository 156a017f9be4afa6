"""What Alembic runs for each command: it uses the connection, and the transaction, that `schema.py` hands it."""

from alembic import context

from bot.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
