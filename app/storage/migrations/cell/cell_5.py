"""Nothing of these tables changed."""

revision = "cell_5"
down_revision = "cell_4"


def upgrade() -> None:
    pass
