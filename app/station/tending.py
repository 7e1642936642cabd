"""What a station does apart from selling: publish a programme, end days, watch what is booked.

A module of its own, loaded when it is first needed: a counter is drawn without it.
"""

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.config import Role
from app.domain.events import Event
from app.domain.facts import ProgrammePublished
from app.domain.programme import Programme
from app.domain.raffles import cuts
from app.services.greetings import greet
from app.services.guards import Watch
from app.services.raffles import open_raffles
from app.services.shop import NoProgrammeError, Shop
from app.station import backups
from app.sync.pull import tidy
from app.wire.programmes import read_programme

if TYPE_CHECKING:
    from app.hub.local import LocalCell


BACK_UP_RETRY_S = 3600.0


class ProgrammeCutsError(Exception):
    """The programme takes away what is promised and running; the text says what, line by line."""


class Tending:
    """The acts of one open shop beside its sales; `book` books what was recorded.

    `cell` is None at a station of a hub, which ends its days by itself. Only a counter opens
    raffles: what a kiosk sends of them is kept aside (decisions/0023).
    """

    def __init__(
        self,
        shop: Shop,
        cell: "LocalCell | None",
        book: Callable[[], None],
        role: Role = "counter",
    ) -> None:
        self.shop = shop
        self._opens_raffles = role == "counter"
        self.cell = cell
        self._book = book
        self._watch = Watch(shop)
        self._tended_on: date | None = None
        self._back_up_again_s = float("-inf")
        self._back_up_trouble = ""

    def look(self) -> bool:
        """Flag what the guards find in what was booked; say whether anything was flagged."""
        return self._watch.look()

    def end_days(self, as_of: date | None) -> None:
        """Run the day-end jobs of every business date that is over (see `Station.end_days`)."""
        try:
            today = self.shop.moment().on
        except NoProgrammeError:
            return
        morning = as_of or today
        if self._tended_on == morning:
            return
        if self._opens_raffles:
            open_raffles(self.shop)
            self._book()
        if self.cell is not None:
            self.cell.end_days(morning)
            self._book()
        if greet(self.shop, morning):
            self._book()
        tidy(self.shop.db, today)
        self._tended_on = morning

    def back_up(self) -> None:
        """Make the day's backup in the shop's folder, if there is none; seven are kept.

        Raises BackupError with what to do; it is tried again after an hour.
        """
        now, to = self.shop.clock.now(), self.shop.folder / "backups"
        if backups.has_one_of(to, now):
            return
        if self.shop.clock.monotonic() < self._back_up_again_s:
            raise backups.BackupError(self._back_up_trouble)
        try:
            backups.backup(self.shop.folder, to, now)
            backups.prune(to)
        except (backups.BackupError, OSError, sqlite3.Error) as error:
            self._back_up_again_s = self.shop.clock.monotonic() + BACK_UP_RETRY_S
            self._back_up_trouble = (
                f"Today's backup could not be made ({error}). Sales go on. Make space on the disk,"
                " or make one elsewhere: sikka backup --to DIR"
            )
            raise backups.BackupError(self._back_up_trouble) from error

    def publish(self, document: str, programme_id: str) -> None:
        """Put a programme version into force (see `Station.publish`)."""
        if self.cell is None:
            self._book()  # where the hub is away, nothing is published: raffles need it in force
        moment = self.shop.clock.now()
        self._refuse_cuts(document)
        event = Event(
            id=self.shop.mint(),
            kind="programme_published",
            member="",
            staff="",
            store="",
            till="",
            programme=programme_id,
            on=moment.date(),
            at_ms=int(moment.timestamp() * 1000),
            offset_min=0,
            facts=ProgrammePublished(programme_id, document),
        )
        if self.cell is not None:
            self.cell.book_own([event])
        else:
            self.shop.record(lambda _: ((event,), None))
        self._book()
        self.shop.programme_changed()
        with contextlib.suppress(NoProgrammeError):
            # A raffle's seed is fixed before anybody can get a ticket.
            open_raffles(self.shop)
            self._book()

    def _refuse_cuts(self, document: str) -> None:
        new = read_programme(document, "programme")
        with contextlib.suppress(NoProgrammeError):
            on = self.shop.moment().on
            found = cuts(self.shop.programme, new, on) if isinstance(new, Programme) else ()
            if found:
                raise ProgrammeCutsError("\n".join(found))
