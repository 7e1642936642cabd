"""What many stations and a hub add."""

import sqlalchemy as sa
from alembic import op

revision = "cell_3"
down_revision = "cell_2"


def upgrade() -> None:
    op.create_table(
        "cell_secret",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", name=op.f("pk_cell_secret")),
        info={"file": "cell"},
    )
    op.create_table(
        "enrolment",
        sa.Column("code_mac", sa.String(length=64), nullable=False),
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("store", sa.String(length=200), nullable=False),
        sa.Column("till", sa.String(length=200), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("used_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("code_mac", name=op.f("pk_enrolment")),
        info={"file": "cell", "everywhere": "yes"},
    )
    op.create_table(
        "hold",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("hold_id", sa.String(length=32), nullable=False),
        sa.Column("station_id", sa.String(length=32), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("coins", sa.BigInteger(), nullable=False),
        sa.Column("credit_minor", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "hold_id", name=op.f("pk_hold")),
        info={"file": "cell"},
    )
    op.create_index(op.f("ix_hold_cell_id_member"), "hold", ["cell_id", "member"], unique=False)
    op.create_index(
        op.f("ix_hold_cell_id_station_id"), "hold", ["cell_id", "station_id"], unique=False
    )
    op.create_table(
        "hold_key",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("hold_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "key", name=op.f("pk_hold_key")),
        info={"file": "cell"},
    )
    op.create_index(
        op.f("ix_hold_key_cell_id_hold_id"), "hold_key", ["cell_id", "hold_id"], unique=False
    )
    op.create_table(
        "parked",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("resolved_seq", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("cell_id", "seq", name=op.f("pk_parked")),
        info={"file": "cell"},
    )
    op.create_table(
        "presence",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("station_id", sa.String(length=32), nullable=False),
        sa.Column("seen_ms", sa.BigInteger(), nullable=False),
        sa.Column("pushed_ms", sa.BigInteger(), nullable=False),
        sa.Column("watermark", sa.Date(), nullable=True),
        sa.Column("skew_ms", sa.BigInteger(), nullable=False),
        sa.Column("unsent", sa.BigInteger(), nullable=False),
        sa.Column("floor_coins", sa.BigInteger(), nullable=False),
        sa.Column("floor_credit_minor", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "station_id", name=op.f("pk_presence")),
        info={"file": "cell"},
    )
    op.create_table(
        "sealed_key",
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("cell_id", "member", name=op.f("pk_sealed_key")),
        info={"file": "cell"},
    )
    op.create_table(
        "station",
        sa.Column("station_id", sa.String(length=32), nullable=False),
        sa.Column("cell_id", sa.String(length=32), nullable=False),
        sa.Column("store", sa.String(length=200), nullable=False),
        sa.Column("till", sa.String(length=200), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("enrolled_ms", sa.BigInteger(), nullable=False),
        sa.Column("revoked_seq", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("station_id", name=op.f("pk_station")),
        info={"file": "cell", "everywhere": "yes"},
    )
    op.create_index(op.f("ix_station_cell_id"), "station", ["cell_id"], unique=False)
    op.add_column("account", sa.Column("coins", sa.BigInteger(), nullable=True))
    op.add_column("account", sa.Column("debt", sa.BigInteger(), nullable=True))
    op.add_column("account", sa.Column("credit_minor", sa.BigInteger(), nullable=True))
    op.add_column("account", sa.Column("earned", sa.BigInteger(), nullable=True))
    op.add_column("account", sa.Column("spent", sa.BigInteger(), nullable=True))
    op.add_column("cell", sa.Column("programme_seq", sa.BigInteger(), nullable=True))
    op.add_column("cell", sa.Column("audited_seq", sa.BigInteger(), nullable=True))

    # Filled when the accounts are made anew, before anything is booked.
    op.execute("UPDATE cell SET fold_version = NULL")
    op.execute(
        "UPDATE cell SET programme_seq = COALESCE((SELECT MAX(position) FROM cell_programme"
        " WHERE cell_programme.cell_id = cell.cell_id), 0)"
    )
    op.execute(
        "INSERT INTO parked (cell_id, seq, reason)"
        " SELECT cell_id, seq, detail FROM feed WHERE outcome = 'parked'"
    )
