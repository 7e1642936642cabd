"""Nothing of these tables changed."""

revision = "keys_3"
down_revision = "keys_2"


def upgrade() -> None:
    pass
