"""The tables of version 0.1."""

import sqlalchemy as sa
from alembic import op

revision = "keys_1"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "half_enrolled",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("member", name=op.f("pk_half_enrolled")),
    )
    op.create_table(
        "member_key",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("member", name=op.f("pk_member_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "name_spelling",
        sa.Column("word", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("word", "place", "owner", name=op.f("pk_name_spelling")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_name_spelling_owner"), "name_spelling", ["owner"], unique=False)
    op.create_table(
        "name_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sound", sa.String(length=80), nullable=False),
        sa.Column("backwards", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_word")),
        sa.UniqueConstraint("sound", name=op.f("uq_name_word_sound")),
    )
    op.create_index(op.f("ix_name_word_backwards"), "name_word", ["backwards"], unique=False)
    op.create_table(
        "phone_digits",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("digits", sa.String(length=20), nullable=False),
        sa.Column("backwards", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("member", name=op.f("pk_phone_digits")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_phone_digits_backwards"), "phone_digits", ["backwards"], unique=False)
    op.create_index(op.f("ix_phone_digits_digits"), "phone_digits", ["digits"], unique=False)
    op.create_table(
        "vault_check",
        sa.Column("mac", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("mac", name=op.f("pk_vault_check")),
    )
