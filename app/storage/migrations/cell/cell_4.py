"""The roles of stations, and of the codes they enrol with."""

import sqlalchemy as sa
from alembic import op

revision = "cell_4"
down_revision = "cell_3"


def upgrade() -> None:
    op.add_column("enrolment", sa.Column("role", sa.String(length=12), nullable=True))
    op.add_column("station", sa.Column("role", sa.String(length=12), nullable=True))
