"""Whether this station's screen is to be silent: it stays so until somebody wants sound again."""

from contextlib import suppress
from typing import Final

from app.services.shop import Shop
from app.storage.station import write_meta
from app.storage.writer import StorageFullError

_MUTED: Final = "muted"


def is_muted(shop: Shop) -> bool:
    """Say whether somebody switched the sound off here."""
    with shop.db.cursor(None) as cursor:
        row = cursor.execute("SELECT value FROM meta WHERE key = ?", (_MUTED,)).fetchone()
    return row is not None and row[0] == "1"


def mute(shop: Shop, muted: bool) -> None:  # noqa: FBT001 - what the station keeps
    """Keep that the sound is off or on; on a full disk only until the program ends."""
    with suppress(StorageFullError):
        shop.db.writer.run(lambda tx: write_meta(tx.cursor, _MUTED, int(muted)))
