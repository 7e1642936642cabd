"""What the whole loyalty programme adds."""

import sqlalchemy as sa
from alembic import op

revision = "station_2"
down_revision = "station_1"


def upgrade() -> None:
    op.create_table(
        "erased",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("member", name=op.f("pk_erased")),
        info={"file": "station", "folded": "yes"},
    )
    op.create_table(
        "flag",
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("guard", sa.String(length=20), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("detail", sa.String(length=200), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_flag")),
        info={"file": "station", "folded": "yes"},
    )
    op.create_index(op.f("ix_flag_status"), "flag", ["status"], unique=False)
    op.create_table(
        "raffle_step",
        sa.Column("raffle", sa.String(length=40), nullable=False),
        sa.Column("step", sa.String(length=8), nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("raffle", "step", "part", name=op.f("pk_raffle_step")),
        info={"file": "station", "folded": "yes"},
    )
    op.create_table(
        "standing",
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("spend", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("period", "member", name=op.f("pk_standing")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_standing_member"), "standing", ["member"], unique=False)
    op.create_index(
        op.f("ix_standing_period_points"), "standing", ["period", "points"], unique=False
    )
    op.create_index(op.f("ix_standing_period_spend"), "standing", ["period", "spend"], unique=False)
    op.create_index(
        op.f("ix_standing_period_visits"), "standing", ["period", "visits"], unique=False
    )
    op.create_table(
        "tally",
        sa.Column("survey", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("option", sa.String(length=40), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("survey", "version", "question", "option", name=op.f("pk_tally")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "watched",
        sa.Column("what", sa.String(length=12), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("what", "subject", "on_date", name=op.f("pk_watched")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_watched_on_date"), "watched", ["on_date"], unique=False)
