"""The first tables. They are written out here: what `tables.py` becomes later must not change this step."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.String(24)
ID = sa.String(12)
INSTANT = sa.BigInteger  # microseconds since 1970


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "handled_updates",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "waiting_updates",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "replies",
        sa.Column("id", ID, primary_key=True),
        sa.Column("chat", KEY, nullable=False),
        sa.Column("person", KEY, nullable=False),
        sa.Column("question_message", sa.BigInteger),
        sa.Column("answer_message", sa.BigInteger),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("questions", sa.Text),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False, index=True),
        sa.Index("ix_replies_question", "chat", "question_message"),
        sa.Index("ix_replies_answer", "chat", "answer_message"),
        sa.Index("ix_replies_person", "person", "chat", "at"),
    )
    op.create_table(
        "feedback",
        sa.Column("reply", ID, sa.ForeignKey("replies.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("person", KEY, primary_key=True),
        sa.Column("vote", sa.SmallInteger, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("at", INSTANT, nullable=False, index=True),
        sa.Index("ix_feedback_person", "person"),
    )
    op.create_table(
        "asked",
        sa.Column("id", ID, primary_key=True),
        sa.Column("at", INSTANT, nullable=False, index=True),
        sa.Column("person", KEY, index=True),
        sa.Column("chat", KEY),
        sa.Column("text", sa.Text),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("ms", sa.Double, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
    )
    op.create_table(
        "quotas",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("window", INSTANT, primary_key=True),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
    )
    op.create_table(
        "chats",
        sa.Column("key", KEY, primary_key=True),
        sa.Column("greeted", sa.Boolean, nullable=False),
        sa.Column("refused", sa.Boolean, nullable=False),
        sa.Column("origin", KEY),
    )
    op.create_table(
        "abbreviations",
        sa.Column("short", sa.Text, primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop them, what refers to another first."""
    for name in ("abbreviations", "chats", "quotas", "asked", "feedback", "replies", "waiting_updates"):
        op.drop_table(name)
    op.drop_table("handled_updates")
