"""Sikka: gamified loyalty for real shops (see app/README.md for the layers and their law)."""

import app.records  # noqa: F401 - before the first dataclass
