"""What every view model of one counter works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.money import Money
from app.domain.texts import Text, text_in
from app.services.shop import Shop
from app.services.staff import StaffCard
from app.sync.status import SyncStatus
from app.ui.jobs import Jobs
from app.ui.words import Words


@dataclass(slots=True)
class Desk:
    """The open shop, the runner, the language, and who is signed in (None = nobody).

    `status` tells how the station stands towards the hub; it may read files.
    """

    shop: Shop
    jobs: Jobs
    words: Words
    money: Money
    staff: StaffCard | None = None
    status: Callable[[], SyncStatus] = SyncStatus

    @property
    def staff_id(self) -> str:
        """The id of who is signed in.

        Raises:
            RuntimeError: nobody is; the screens behind the sign-in are unreachable then.
        """
        if self.staff is None:
            raise RuntimeError("nobody is signed in")
        return self.staff.id

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self.words.language

    @property
    def today(self) -> date:
        """The business date."""
        return self.shop.moment().on

    def say(self, text: Text) -> str:
        """Return a text of the programme in the language of the screens."""
        return text_in(text, self.language)
