"""What the whole loyalty programme adds."""

import sqlalchemy as sa
from alembic import op

revision = "keys_2"
down_revision = "keys_1"


def upgrade() -> None:
    op.create_table(
        "occasion",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("day", sa.String(length=5), nullable=False),
        sa.PrimaryKeyConstraint("member", "kind", name=op.f("pk_occasion")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_occasion_kind_day"), "occasion", ["kind", "day"], unique=False)
