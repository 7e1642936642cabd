"""The tables of version 0.1."""

import sqlalchemy as sa
from alembic import op

revision = "station_1"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_table(
        "finder",
        sa.Column("mac", sa.String(length=64), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.PrimaryKeyConstraint("mac", name=op.f("pk_finder")),
    )
    op.create_index(op.f("ix_finder_member"), "finder", ["member"], unique=False)
    op.create_table(
        "item",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("sku", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("category", sa.String(length=120), nullable=False),
        sa.Column("gtin", sa.String(length=14), nullable=False),
        sa.Column("gtin14", sa.String(length=14), nullable=False),
        sa.Column("unit", sa.String(length=4), nullable=False),
        sa.Column("unit_price_minor", sa.BigInteger(), nullable=False),
        sa.Column("aliases", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_item")),
    )
    op.create_index(op.f("ix_item_gtin14"), "item", ["gtin14"], unique=False)
    op.create_table(
        "item_spelling",
        sa.Column("word", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("word", "place", "owner", name=op.f("pk_item_spelling")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_item_spelling_owner"), "item_spelling", ["owner"], unique=False)
    op.create_table(
        "item_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sound", sa.String(length=80), nullable=False),
        sa.Column("backwards", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_word")),
        sa.UniqueConstraint("sound", name=op.f("uq_item_word_sound")),
    )
    op.create_index(op.f("ix_item_word_backwards"), "item_word", ["backwards"], unique=False)
    op.create_table(
        "journal",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal")),
        sa.UniqueConstraint("event_id", name=op.f("uq_journal_event_id")),
    )
    op.create_table(
        "lock_out",
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_lock_out")),
    )
    op.create_table(
        "member",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("own_seq", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("profile", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("member", name=op.f("pk_member")),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "programme",
        sa.Column("programme", sa.String(length=64), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("compiled", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("programme", name=op.f("pk_programme")),
    )
    op.create_table(
        "receipt",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_receipt")),
    )
    op.create_table(
        "received",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_received")),
    )
    op.create_index(op.f("ix_received_on_date"), "received", ["on_date"], unique=False)
    op.create_table(
        "sale",
        sa.Column("sale", sa.String(length=32), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("bill_number", sa.String(length=200), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sale", name=op.f("pk_sale")),
    )
    op.create_index(op.f("ix_sale_bill_number"), "sale", ["bill_number"], unique=False)
    op.create_index(op.f("ix_sale_last_day"), "sale", ["last_day"], unique=False)
    op.create_index(op.f("ix_sale_member_on_date"), "sale", ["member", "on_date"], unique=False)
    op.create_index(op.f("ix_sale_on_date"), "sale", ["on_date"], unique=False)
    op.create_table(
        "staff",
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("verifier", sa.String(length=400), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("staff", name=op.f("pk_staff")),
    )
