"""What the whole loyalty programme adds."""

import sqlalchemy as sa
from alembic import op

revision = "cell_2"
down_revision = "cell_1"


def upgrade() -> None:
    op.add_column("cell", sa.Column("fold_version", sa.Integer(), nullable=True))
    op.add_column("cell", sa.Column("refolded_seq", sa.BigInteger(), nullable=True))
    op.add_column("cell_programme", sa.Column("compiled", sa.LargeBinary(), nullable=True))
