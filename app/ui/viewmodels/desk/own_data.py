"""What the shop knows of a member: handed out as a file, or erased."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.erasing import forfeit_of
from app.domain.members import MemberState
from app.domain.money import Money
from app.domain.vouchers import NotYet, usable
from app.insight.member_file import try_saving
from app.services import erasing
from app.services.cards import MemberUnknown
from app.services.erasing import MemberErased
from app.services.members import MemberView
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull
from app.ui.confirmations import called
from app.ui.desk_sentences import erase_refused, file_refused
from app.ui.member_case import MemberCase
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.desk.page import DeskPage
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class OwnDataProps:
    """What QML reads; `erasing` once it was asked for, `warning` what cannot be undone."""

    erasing: bool = False
    warning: str = ""
    saved: str = ""


@dataclass(frozen=True, slots=True)
class GoneRow:
    """One thing that will be gone."""

    text: str


def derive_gone(view: MemberView, money: Money, vouchers: int) -> tuple[GoneRow, ...]:
    """Return a row for each thing that goes with a member."""
    forfeit, number = forfeit_of(view.state), money.number
    working = sum(not card.blocked for card in view.cards)
    rows = [translate("desk", "Name, phone number, birthday and PIN")]
    if forfeit.coins > 0:
        rows.append(
            translate("desk", "{coins} coin(s)", None, forfeit.coins).format(
                coins=number(forfeit.coins)
            )
        )
    if forfeit.credit_minor > 0:
        rows.append(
            translate("desk", "{money} of store credit").format(
                money=money.short(forfeit.credit_minor)
            )
        )
    if vouchers:
        said = translate("desk", "{count} voucher(s)", None, vouchers)
        rows.append(said.format(count=number(vouchers)))
    if working:
        said = translate("desk", "{count} card(s): they stop working", None, working)
        rows.append(said.format(count=number(working)))
    return tuple(GoneRow(text) for text in rows)


@QmlElement
@QmlUncreatable("built by the member desk")
class OwnDataViewModel(DeskPage, props=OwnDataProps):
    """Writes the member's file; erases the member in two steps."""

    def __init__(self, case: MemberCase) -> None:
        super().__init__(case)
        self._rows = Rows(GoneRow, self)
        self._erasing = False
        self._saved = ""

    @Property(Rows, constant=True)
    def gone(self) -> Rows:
        """What will be gone, as rows."""
        return self._rows

    def open(self) -> None:
        """Begin with the first step."""
        self._erasing, self._saved = False, ""
        self.refresh()

    def leave(self) -> bool:
        """Do not erase after all."""
        was, self._erasing = self._erasing, False
        self.refresh()
        return was

    def refresh(self) -> None:
        """Say everything anew."""
        view, desk = self.view, self._case.desk
        rows: tuple[GoneRow, ...] = ()
        if view is not None and self._erasing:
            rows = derive_gone(view, desk.money, self._open_vouchers(view.state))
        self._rows.set(rows)
        warning = translate(
            "desk",
            "Gone for good, at every till. The bills stay in the books and name nobody. "
            "It cannot be undone.",
        )
        self.show(OwnDataProps(self._erasing, warning if self._erasing else "", self._saved))

    def _open_vouchers(self, state: MemberState) -> int:
        faults = [usable(held, self._case.desk.today) for held in state.vouchers]
        return sum(fault is None or isinstance(fault, NotYet) for fault in faults)

    @Slot()
    def saveFile(self) -> None:
        """Write the member's file into the shop's folder."""
        view, shop = self.view, self._case.desk.shop
        if view is None or self._erasing:
            return
        self._case.act(
            translate("desk", "Write everything about {name} into a file?").format(
                name=called(view)
            ),
            lambda one, _staff, _approver: try_saving(shop, one.member),
            self._written,
        )

    def _written(self, outcome: Path | MemberUnknown | DiskFull) -> None:
        if isinstance(outcome, Path):
            self._saved = str(outcome)
            self._case.say("good", translate("desk", "The file is written."))
        else:
            self._case.say("bad", file_refused(outcome))
        self.refresh()

    @Slot()
    def askErase(self) -> None:
        """Show what will be gone; nothing is done yet."""
        self._erasing, self._saved = True, ""
        self._case.say("info", "")
        self.refresh()

    @Slot()
    def erase(self) -> None:
        """Forget the member."""
        view, shop = self.view, self._case.desk.shop
        if view is None or not self._erasing:
            return
        self._case.act(
            translate("desk", "Erase {name} for good?").format(name=called(view)),
            lambda one, staff, approver: erasing.erase(shop, staff, approver, one.member),
            self._erased,
        )

    def _erased(self, outcome: MemberErased | MemberUnknown | NeedsApproval | DiskFull) -> None:
        if isinstance(outcome, MemberErased):
            self.open()
            self._case.gone(
                translate("desk", "The member is erased. Nothing personal is left here.")
            )
        else:
            self._case.say("bad", erase_refused(outcome))
