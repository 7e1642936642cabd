"""Nothing of these tables changed."""

revision = "cell_4"
down_revision = "cell_3"


def upgrade() -> None:
    pass
