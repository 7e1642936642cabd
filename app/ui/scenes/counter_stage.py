"""The counter of a scene: who stands there, and what they do."""

from typing import Any, Final

from app.domain.staff import may_approve
from app.services import catalogue, members, open_sales, staff
from app.services.members import MemberView
from app.services.shop import Shop
from app.services.staff import StaffCard
from app.ui.jobs import ManualJobs
from app.ui.scenes import PictureError
from app.ui.viewmodels.station import StationViewModel

_SOUGHT: Final = {"PH": "maria"}
"""A name to look for in a country's demo shop; in any other country's it is another."""


class CounterStage:
    """The counter, and the few things a scene does."""

    def __init__(self, shop: Shop, station: StationViewModel, jobs: ManualJobs) -> None:
        self.shop = shop
        self.station = station
        self.jobs = jobs

    @property
    def counter(self) -> Any:  # A Qt property hides the type of what it returns.
        """The counter's view model."""
        return self.station.counter

    def sign_in(self) -> None:
        """Put a cashier at the till, or whoever works here."""
        people = staff.list_staff(self.shop)
        cashiers = [one for one in people if one.role == "cashier"]
        if people:
            self.station.signed_in((cashiers or list(people))[0])
        self.jobs.drain()

    def sign_in_above(self) -> StaffCard:
        """Put somebody at the till who may approve, or whoever works here; return who."""
        people = staff.list_staff(self.shop)
        above = [one for one in people if may_approve(one.role)]
        chosen = (above or list(people))[0]
        self.station.signed_in(chosen)
        self.jobs.drain()
        return chosen

    def member(self) -> None:
        """Put a member at the counter who bought something, with the most coins."""
        self.counter.set_member(self.members()[0])

    def members(self) -> list[MemberView]:
        """Return those who bought lately or have common names, with the most coins first."""
        views = [self._open(member) for member in self.candidates()]
        known = [view for view in views if view is not None]
        if not known:
            raise PictureError("This shop has no members yet. Draw the demo shop instead.")
        return sorted(known, key=lambda view: view.coins.spendable, reverse=True)

    def candidates(self) -> set[str]:
        """Return members who bought lately, or whose names are common."""
        today = {row.member for row in open_sales.todays_sales(self.shop, 20) if row.member}
        found = {hit.member for text in ("a", "आ") for hit in members.find(self.shop, text, 8)}
        return today | found

    def _open(self, member: str) -> MemberView | None:
        view = members.open_member(self.shop, member)
        return view if isinstance(view, MemberView) else None

    def amount(self) -> None:
        """Type a bill by its amount."""
        self.sign_in()
        self.member()
        self.counter.bill.typeEntry("1264")
        if not self.counter.bill.props.number:
            self.counter.bill.typeNumber("B-2041")

    def items(self) -> None:
        """Enter a bill of a few items; without a catalogue, by amount."""
        self.amount()
        found = [
            item
            for text in ("atta", "rice", "milk", "butter", "soap", "tea", "dal")
            for item in catalogue.search(self.shop, text, 1)
        ]
        for item in found[:4]:
            self.counter.bill.add(item)

    def panel(self, panel: str) -> None:
        """Open a panel beside a bill, with something in it."""
        self.amount()
        self.counter.openPanel(panel)
        self.jobs.drain()
        if panel == "find":
            self.counter.find.typeQuery(_SOUGHT.get(self.shop.programme.country, "aarti"))
        elif panel == "return" and self.counter.returns.found.rows:
            self.counter.returns.choose(0)
            self.jobs.drain()
            self.counter.returns.takeAll()
