"""The steps from an empty database to the tables of today, run by Alembic; `bot.storage.schema` starts them."""
