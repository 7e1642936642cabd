"""Rewards at the kiosk: what is within reach, choosing a goal, taking one, the ticket for it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.promises import Reward
from app.domain.rewards import is_handed_over
from app.services.leeway import leeway
from app.services.rewards import (
    AimChosen,
    AimOutcome,
    RedeemOutcome,
    RewardRedeemed,
    redeem,
    set_aim,
)
from app.services.shelf import Shelf, shelf_of
from app.services.vouchers import VoucherView, find_voucher
from app.ui.qr import QrRow, qr_rows
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.photo import PhotoScreen
from app.ui.viewmodels.kiosk.reward_props import (
    RewardsInputs,
    RewardsProps,
    Step,
    chosen_of,
    derive_rewards,
)
from app.ui.viewmodels.kiosk.reward_rows import RewardCardRow, derive_groups
from app.ui.viewmodels.kiosk.visit import Kiosk

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SELF: Final = ""
"""Nobody of the staff: the member chooses alone."""


@QmlElement
@QmlUncreatable("built by the kiosk")
class RewardsViewModel(PhotoScreen, props=RewardsProps):
    """Shows the shelf; one reward at a time is looked at, chosen as the goal, or taken."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._within = Rows(RewardCardRow, self)
        self._almost = Rows(RewardCardRow, self)
        self._later = Rows(RewardCardRow, self)
        self._code = Rows(QrRow, self)
        self._inputs = self._blank()

    @Property(Rows, constant=True)
    def within(self) -> Rows:
        """What can be had now, as rows."""
        return self._within

    @Property(Rows, constant=True)
    def almost(self) -> Rows:
        """What only a few coins are missing for, as rows."""
        return self._almost

    @Property(Rows, constant=True)
    def later(self) -> Rows:
        """Everything else, as rows."""
        return self._later

    @Property(Rows, constant=True)
    def code(self) -> Rows:
        """The dark modules of the voucher's QR code, as rows."""
        return self._code

    # ------------------------------------------------------------ life

    def open(self) -> None:
        """Begin with the shelf."""
        self._inputs = self._blank()
        self._read()

    def wipe(self) -> None:
        """Forget the member."""
        super().wipe()
        self._inputs = self._blank()
        self._change()

    def refresh(self) -> None:
        """Say everything anew; look at the shelf again, and at what became of the voucher."""
        self._change()
        if self._inputs.shelf is not None:
            self._read()

    def let_go(self) -> None:
        """Let it be tried again."""
        self._change(busy=False)

    # ------------------------------------------------------------ taps

    @Slot(str)
    def look(self, reward: str) -> None:
        """Look at one reward."""
        self._change(step="detail", chosen=reward, outcome=None)

    @Slot()
    def back(self) -> None:
        """Go back one step."""
        self._photo.end()
        step: Step = "detail" if self._inputs.step == "confirm" else "list"
        self._change(step=step, outcome=None, fate=None, aim=None, left_ms=0)
        self._read()

    @Slot()
    def take(self) -> None:
        """Ask whether it is to be taken, with the coins before and after."""
        if self.props.canTake:
            self._change(step="confirm")

    @Slot()
    def confirm(self) -> None:
        """Take it; above the shop's limit once the PIN was given."""
        offer = chosen_of(self._inputs)
        if offer is not None and self._inputs.step == "confirm" and not self._inputs.busy:
            self.kiosk.before_spending(offer.reward.coins, lambda: self._redeem(offer.reward))

    @Slot()
    def aim(self) -> None:
        """Save for this reward from now on, or no longer."""
        if self._inputs.busy or self._inputs.step != "detail":
            return
        chosen = "" if self.props.isAim else self._inputs.chosen
        shop, member = self.kiosk.shop, self.kiosk.member
        self._change(busy=True)
        self.kiosk.ask(lambda: set_aim(shop, SELF, member, chosen), self._aim_set)

    # ------------------------------------------------------------ work

    def _redeem(self, reward: Reward) -> None:
        asked = chosen_of(self._inputs) if self._inputs.step == "confirm" else None
        if self._inputs.busy or asked is None or asked.reward.id != reward.id:
            return  # it was confirmed twice, or left, before it was known whether a PIN is asked
        shop, member = self.kiosk.shop, self.kiosk.member
        pickup = is_handed_over(reward)
        self._change(busy=True)

        def work() -> tuple[RedeemOutcome, Shelf]:
            return redeem(shop, SELF, member, reward.id, pickup=pickup), shelf_of(shop, member)

        self.kiosk.ask(work, lambda answer: self._redeemed(*answer))

    def _redeemed(self, outcome: RedeemOutcome, shelf: Shelf) -> None:
        done = isinstance(outcome, RewardRedeemed)
        self._change(
            step="done" if done else "refused", busy=False, outcome=outcome, shelf=shelf, fate=None
        )

    def _aim_set(self, outcome: AimOutcome) -> None:
        if not isinstance(outcome, AimChosen):
            self._change(step="refused", busy=False, outcome=outcome)
        elif outcome.aim is None:
            self._change(busy=False)
        else:
            self._change(step="aimed", busy=False, aim=outcome.aim)
        self._read()

    def _read(self) -> None:
        if not self.kiosk.member:
            return
        work = _looking(self.kiosk, self._inputs.outcome)
        self.kiosk.ask(work, lambda found: self._change(**found))

    def _blank(self) -> RewardsInputs:
        desk = self.kiosk.desk
        return RewardsInputs(desk.shop.programme, desk.money, desk.language)

    def _change(self, **changes: object) -> None:
        desk = self.kiosk.desk
        self._inputs = inputs = replace(
            self._inputs,
            programme=desk.shop.programme,
            money=desk.money,
            language=desk.language,
            **changes,  # type: ignore[arg-type]
        )
        groups = derive_groups(inputs.shelf, inputs.programme, inputs.money, inputs.language)
        self._within.set(groups.within)
        self._almost.set(groups.almost)
        self._later.set(groups.later)
        got = inputs.outcome if isinstance(inputs.outcome, RewardRedeemed) else None
        size, code = qr_rows(got.number if got and not got.given else "")
        self._code.set(code)
        self.show(derive_rewards(inputs, size))


def _looking(
    kiosk: Kiosk, outcome: RedeemOutcome | AimOutcome | None
) -> Callable[[], dict[str, object]]:
    """Return what reads the shelf, the room without a connection, and the voucher's fate."""
    shop, member, status = kiosk.shop, kiosk.member, kiosk.desk.status
    taken = outcome if isinstance(outcome, RewardRedeemed) else None
    number = taken.number if taken and not taken.given else ""

    def work() -> dict[str, object]:
        stands = status()
        away = stands.away
        room = leeway(shop, stands.floor_coins, stands.floor_credit_minor).coins if away else None
        found = find_voucher(shop, number) if number else None
        fate = found.fault if isinstance(found, VoucherView) else None
        return {"shelf": shelf_of(shop, member), "room": room, "fate": fate}

    return work
