"""Panels of the counter that are loaded and made when they are first opened (decisions/0031)."""

# ruff: noqa: PLC0415 - imports are inside: that is what this is for

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject

from app.services.members import MemberView
from app.ui.counter_member import CounterMember

if TYPE_CHECKING:
    from app.ui.viewmodels.cards import CardsViewModel
    from app.ui.viewmodels.codes import CodesViewModel
    from app.ui.viewmodels.credit import CreditViewModel
    from app.ui.viewmodels.desk.root import MemberDeskViewModel
    from app.ui.viewmodels.today import TodayViewModel
else:
    # To Qt they are objects like any other.
    CardsViewModel = CodesViewModel = CreditViewModel = QObject
    MemberDeskViewModel = TodayViewModel = QObject

LATER: Final = ("_cards", "_codes", "_credit", "_member_desk", "_today")


class CounterLater(CounterMember):
    """Makes them; until then they miss nothing, since each begins with what is on the counter."""

    def refresh(self) -> None:
        """Say anew what those say that were opened."""
        for name in LATER:
            if name in vars(self):
                getattr(self, name).refresh()

    def set_member(self, view: MemberView | None) -> None:
        """Put a member at the counter, or a guest; the desk lets go of whom it was open for."""
        super().set_member(view)
        if "_member_desk" in vars(self):
            self._member_desk.set_member(view)

    @Property(CardsViewModel, constant=True)
    def cards(self) -> CardsViewModel:
        """The member's cards."""
        return self._cards

    @cached_property
    def _cards(self) -> CardsViewModel:
        from app.ui.viewmodels.cards import CardsViewModel

        return CardsViewModel(self._desk, self._approval, self._reloaded)

    @Property(CodesViewModel, constant=True)
    def codes(self) -> CodesViewModel:
        """Vouchers and codes."""
        return self._codes

    @cached_property
    def _codes(self) -> CodesViewModel:
        from app.ui.viewmodels.codes import CodesViewModel, Using

        return CodesViewModel(
            self._desk,
            self._bill,
            Using(
                member=self._found,
                done=self._code_used,
                wrong=lambda sentence: self._say("bad", sentence),
                open=lambda: self._show_panel("codes"),
            ),
        )

    @Property(CreditViewModel, constant=True)
    def credit(self) -> CreditViewModel:
        """Store credit."""
        return self._credit

    @cached_property
    def _credit(self) -> CreditViewModel:
        from app.ui.viewmodels.credit import CreditViewModel

        return CreditViewModel(
            self._desk, self._approval, self._bill, self._code_used, self._member_pin.prove
        )

    @Property(MemberDeskViewModel, constant=True)
    def memberDesk(self) -> MemberDeskViewModel:
        """What is done for the member at the counter."""
        return self._member_desk

    @cached_property
    def _member_desk(self) -> MemberDeskViewModel:
        from app.ui.viewmodels.desk.root import Around, MemberDeskViewModel

        around = Around(self._cards, self._member_pin, self.set_member, self._member_gone)
        return MemberDeskViewModel(self._desk, self._approval, around)

    @Property(TodayViewModel, constant=True)
    def today(self) -> TodayViewModel:
        """The day's figures and closed days."""
        return self._today

    @cached_property
    def _today(self) -> TodayViewModel:
        from app.ui.viewmodels.today import TodayViewModel

        return TodayViewModel(self._desk, self._approval)
