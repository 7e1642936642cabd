"""What a command exits with after a refusal; loaded when there is one."""

from app.config import SettingsError
from app.hub.adopting import AdoptionError
from app.hub.ownership import StoreInUseError
from app.hub.trust import HubKeyError
from app.insight.feed import FeedElsewhereError
from app.services.shop import NoProgrammeError
from app.station import NoCellHereError, ShopInUseError, StaleShopError
from app.station.backups import BackupError
from app.station.founding import NewShopError, ShopExistsError
from app.station.joining import JoinError
from app.station.premises import PremisesOpenError
from app.station.restoring import RestoreError
from app.station.screens import NoPictureError
from app.station.tending import ProgrammeCutsError
from app.storage.secret import VaultDamagedError
from app.storage.writer import NewerFileError
from app.sync.exchange import HubRefusedError, RevokedError, UnreachableError, UpdateNeededError
from app.wire.csv_table import TableError
from app.wire.programmes.files import BadProgrammeError

_BAD_INPUT = (
    BadProgrammeError,
    NewShopError,
    NoPictureError,
    NoProgrammeError,
    ProgrammeCutsError,
    SettingsError,
    ShopExistsError,
    TableError,
)
_FAILED = (
    AdoptionError,
    BackupError,
    FeedElsewhereError,
    HubKeyError,
    HubRefusedError,
    JoinError,
    NewerFileError,
    NoCellHereError,
    OSError,
    PremisesOpenError,
    RestoreError,
    RevokedError,
    ShopInUseError,
    StaleShopError,
    StoreInUseError,
    UnreachableError,
    UpdateNeededError,
    VaultDamagedError,
)


def sentence(error: Exception) -> str:
    """Return what a person is told of a refusal: what is wrong, and what to do."""
    if isinstance(error, UnreachableError):
        return (
            f"The hub does not answer ({error}). What is recorded here is kept and goes to it by"
            " itself; see that the hub runs and the network is there, then do this again."
        )
    if isinstance(error, RevokedError):
        return "The owner shut this station out. Ask for a code, and join again in another folder."
    return str(error)


def exit_code(error: Exception) -> int | None:
    """Return 2 for bad input, 1 for what failed, None for a fault of ours."""
    if isinstance(error, _BAD_INPUT):
        return 2
    return 1 if isinstance(error, _FAILED) else None
