"""What the till adds: bills sent by other programs, slips to print, days closed, days' figures."""

import sqlalchemy as sa
from alembic import op

revision = "station_5"
down_revision = "station_4"


def upgrade() -> None:
    op.create_table(
        "basket",
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("sale", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("source", "external_id", name=op.f("pk_basket")),
    )
    op.create_index(op.f("ix_basket_state_at_ms"), "basket", ["state", "at_ms"])
    op.create_table(
        "print_job",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    op.create_index(op.f("ix_print_job_state_at_ms"), "print_job", ["state", "at_ms"])
    op.create_table(
        "day_close",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_day_close")),
        sa.UniqueConstraint("event_id", name=op.f("uq_day_close_event_id")),
    )
    op.create_index(op.f("ix_day_close_on_date"), "day_close", ["on_date"])
    sums = (
        "bills", "member_bills", "taken_minor", "returns", "refunded_minor", "undos", "voids",
        "coins_given", "coins_back", "coins_used", "coins_expired", "credit_in_minor",
        "credit_used_minor", "credit_out_minor", "new_members", "handed_over", "gifts",
    )  # fmt: skip
    op.create_table(
        "day_figures",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("store", sa.String(length=200), nullable=False),
        sa.Column("till", sa.String(length=200), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("hour", sa.Integer(), autoincrement=False, nullable=False),
        *[sa.Column(name, sa.BigInteger(), nullable=False) for name in sums],
        sa.PrimaryKeyConstraint(
            "on_date", "store", "till", "staff", "hour", name=op.f("pk_day_figures")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "owed",
        sa.Column("what", sa.String(length=12), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_owed")),
        sqlite_with_rowid=False,
    )
    # The last two are part of the replica, which is folded anew for them.
    op.execute("UPDATE meta SET value = '0' WHERE key = 'fold_version'")
