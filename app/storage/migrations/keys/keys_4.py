"""Nothing of these tables changed."""

revision = "keys_4"
down_revision = "keys_3"


def upgrade() -> None:
    pass
