"""The member at the counter: who, which tier, what coins, what lately."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement

from app.domain.members import credit_on
from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.services.hints import Hint, hints_of
from app.services.members import MemberView
from app.ui import dates
from app.ui.desk import Desk
from app.ui.hint_sentences import aloud
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class MemberInputs:
    """All that the panel depends on; no `view` means a guest."""

    view: MemberView | None
    programme: Programme
    money: Money
    today: date
    language: str
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberProps:
    """What QML reads of the member."""

    present: bool = False
    initial: str = ""
    name: str = ""
    about: str = ""
    coins: str = ""
    worth: str = ""
    pending: str = ""
    debt: str = ""
    expiring: str = ""
    tier: str = ""
    tierNext: str = ""
    tierValue: float = 0.0
    hasNext: bool = False
    firstVisit: str = ""
    credit: str = ""
    aloud: str = ""


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One of the latest purchases."""

    day: str
    amount: str
    coins: str


def derive_member(inputs: MemberInputs) -> MemberProps:
    """Return what the panel shows."""
    view, money, language = inputs.view, inputs.money, inputs.language
    if view is None:
        return MemberProps()
    tier = text_in(view.tier.tier.name, language)
    since = translate("member", "since {month}").format(month=dates.month(view.since, language))
    about = [part for part in (view.phone_masked, since) if part]
    return MemberProps(
        present=True,
        initial=view.initial,
        name=view.name or translate("member", "Member without a name"),
        about=" · ".join(about),
        coins=money.number(view.coins.spendable),
        worth=money.full(view.worth_minor),
        pending=_pending(view.coins.pending, money),
        debt=_debt(view.coins.debt, money),
        expiring=_expiring(view, inputs),
        tier=tier,
        tierNext=_tier_next(inputs, view),
        tierValue=_tier_value(view),
        hasNext=view.tier.next is not None,
        firstVisit="" if view.recent else translate("member", "No purchase with the card yet."),
        credit=_credit(inputs, view),
        aloud=_aloud(inputs),
    )


def derive_visits(inputs: MemberInputs) -> tuple[VisitRow, ...]:
    """Return a row per recent purchase, newest first."""
    if inputs.view is None:
        return ()
    return tuple(
        VisitRow(
            day=dates.day(sale.on, inputs.today, inputs.language),
            amount=inputs.money.short(sale.paid_minor),
            coins=f"+{inputs.money.number(sale.coins)}" if sale.coins else "",
        )
        for sale in inputs.view.recent
    )


def _pending(coins: int, money: Money) -> str:
    if not coins:
        return ""
    return translate("member", "{coins} more can be used later").format(coins=money.number(coins))


def _debt(debt: int, money: Money) -> str:
    if not debt:
        return ""
    return translate(
        "member",
        "{coins} coin(s) were taken back after a return; new coins fill this first.",
        None,
        debt,
    ).format(coins=money.number(debt))


def _credit(inputs: MemberInputs, view: MemberView) -> str:
    minor = credit_on(view.state, inputs.today).spendable
    if not minor:
        return ""
    return translate("member", "Store credit: {money}").format(money=inputs.money.short(minor))


def _aloud(inputs: MemberInputs) -> str:
    if not inputs.hints:
        return ""
    return aloud(inputs.hints[0], inputs.programme, inputs.money, inputs.today, inputs.language)


def _expiring(view: MemberView, inputs: MemberInputs) -> str:
    if not view.coins.expiring or not view.coins.spendable:
        return ""
    last, coins = view.coins.expiring[0]
    if (last - inputs.today).days > 60:
        return ""
    return translate("member", "{coins} coin(s): use by {day}", None, coins).format(
        coins=inputs.money.number(min(coins, view.coins.spendable)),
        day=dates.plain_day(last, inputs.today, inputs.language),
    )


def _tier_next(inputs: MemberInputs, view: MemberView) -> str:
    if view.tier.next is None:
        return translate("member", "Highest level")
    status = inputs.programme.status
    # Points come per full amount, so the money still to pay is a whole number of amounts.
    amounts = -(-view.tier.missing // status.points)
    return translate("member", "{tier}: {money} to go").format(
        tier=text_in(view.tier.next.name, inputs.language),
        money=inputs.money.short(amounts * status.per_minor),
    )


def _tier_value(view: MemberView) -> float:
    if view.tier.next is None or not view.tier.next.threshold:
        return 1.0
    return min(1.0, view.tier.points / view.tier.next.threshold)


@QmlElement
@QmlUncreatable("built by the counter")
class MemberViewModel(ViewModel, props=MemberProps):
    """Shows one member, or the guest state."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._visits = Rows(VisitRow, self)
        self._view: MemberView | None = None
        self._hints: tuple[Hint, ...] = ()

    @Property(Rows, constant=True)
    def visits(self) -> Rows:
        """The latest purchases, as rows."""
        return self._visits

    @property
    def view(self) -> MemberView | None:
        """Who is at the counter."""
        return self._view

    def set_view(self, view: MemberView | None) -> None:
        """Show a member, or nobody; what to say to them follows as soon as it is read."""
        self._view, self._hints = view, ()
        self.refresh()
        if view is not None:
            shop, member = self._desk.shop, view.member
            self._desk.jobs.run(
                lambda: hints_of(shop, member), lambda hints: self._hinted(view, hints)
            )

    def _hinted(self, view: MemberView, hints: tuple[Hint, ...]) -> None:
        if self._view is view:
            self._hints = hints
            self.refresh()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        desk = self._desk
        inputs = MemberInputs(
            self._view,
            desk.shop.programme,
            desk.money,
            desk.today,
            desk.language,
            self._hints,
        )
        self._visits.set(derive_visits(inputs))
        self.show(derive_member(inputs))
