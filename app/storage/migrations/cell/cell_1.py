"""The tables of version 0.1."""

import sqlalchemy as sa
from alembic import op

revision = "cell_1"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "member", name=op.f("pk_account")),
    )
    op.create_index(
        op.f("ix_account_cell_id_due_on"), "account", ["cell_id", "due_on"], unique=False
    )
    op.create_table(
        "booked",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "event_id", name=op.f("pk_booked")),
    )
    op.create_table(
        "cell",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.Column("incarnation", sa.Integer(), nullable=False),
        sa.Column("day_ended", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("cell_id", name=op.f("pk_cell")),
    )
    op.create_table(
        "cell_programme",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("programme", sa.String(length=64), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "programme", name=op.f("pk_cell_programme")),
    )
    op.create_table(
        "feed",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("station_id", sa.String(length=32), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("lane_seq", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("detail", sa.String(length=200), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "seq", name=op.f("pk_feed")),
    )
    op.create_index(
        op.f("ix_feed_cell_id_member_seq"), "feed", ["cell_id", "member", "seq"], unique=False
    )
    op.create_table(
        "lane",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("station_id", sa.String(length=32), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "station_id", "epoch", name=op.f("pk_lane")),
    )
    op.create_table(
        "once_key",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "key", name=op.f("pk_once_key")),
    )
