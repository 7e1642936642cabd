"""What kiosks and redemption screens add: pickups, hand-overs, calls for help, half surveys."""

import sqlalchemy as sa
from alembic import op

revision = "station_4"
down_revision = "station_3"


def upgrade() -> None:
    op.create_table(
        "pickup",
        sa.Column("voucher", sa.String(length=32), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("store", sa.String(length=200), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("voucher", name=op.f("pk_pickup")),
    )
    op.create_index(op.f("ix_pickup_on_date_store"), "pickup", ["on_date", "store"])
    op.create_table(
        "hand_over",
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("voucher", sa.String(length=32), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("store", sa.String(length=200), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_hand_over")),
    )
    op.create_index(op.f("ix_hand_over_on_date_store"), "hand_over", ["on_date", "store"])
    op.create_table(
        "help_call",
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("store", sa.String(length=200), nullable=False),
        sa.Column("till", sa.String(length=200), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_help_call")),
    )
    op.create_index(op.f("ix_help_call_at_ms"), "help_call", ["at_ms"])
    op.create_table(
        "half_answered",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("survey", sa.String(length=200), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member", "survey", name=op.f("pk_half_answered")),
    )
    op.create_index(op.f("ix_half_answered_at_ms"), "half_answered", ["at_ms"])
    # The new tables are part of the replica: it is folded anew before anything is read.
    op.execute("UPDATE meta SET value = '0' WHERE key = 'fold_version'")
