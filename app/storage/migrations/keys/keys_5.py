"""Nothing of these tables changed."""

revision = "keys_5"
down_revision = "keys_4"


def upgrade() -> None:
    pass
