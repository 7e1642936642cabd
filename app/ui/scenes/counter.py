"""The scenes of the counter."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from app.domain import setup
from app.domain.baskets import Basket, BasketLine, SentBasket
from app.domain.bills import BillLine
from app.domain.effects import Earn
from app.domain.facts import Answered, Flagged, Opening
from app.domain.setup import Check
from app.domain.staff import may_approve
from app.services import (
    baskets,
    calls,
    catalogue,
    members,
    open_sales,
    rewards,
    staff,
    vouchers,
)
from app.services.members import MemberView
from app.services.shop import Shop
from app.sync.status import SyncStatus
from app.ui.application import CounterWindow
from app.ui.jobs import ManualJobs
from app.ui.scenes import PictureError, Scenes
from app.ui.viewmodels.station import StationViewModel


class _Stage:
    """The screens with somebody signed in, and the few things a scene does."""

    def __init__(self, shop: Shop, station: StationViewModel, jobs: ManualJobs) -> None:
        self.shop = shop
        self.station = station
        self.jobs = jobs

    @property
    def counter(self) -> Any:  # A Qt property hides the type of what it returns.
        return self.station.counter

    def sign_in(self) -> None:
        """Put a cashier at the till, or whoever works here."""
        people = staff.list_staff(self.shop)
        cashiers = [one for one in people if one.role == "cashier"]
        if people:
            self.station.signed_in((cashiers or list(people))[0])
        self.jobs.drain()

    def member(self) -> None:
        """Put a member at the counter who bought something, with the most coins."""
        views = [self._open(member) for member in self.candidates()]
        known = [view for view in views if view is not None]
        if not known:
            raise PictureError("This shop has no members yet. Draw the demo shop instead.")
        self.counter.set_member(max(known, key=lambda view: view.coins.spendable))

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


def _panel(stage: _Stage, panel: str) -> None:
    stage.amount()
    stage.counter.openPanel(panel)
    stage.jobs.drain()
    if panel == "find":
        stage.counter.find.typeQuery("aarti")
    elif panel == "return" and stage.counter.returns.found.rows:
        stage.counter.returns.choose(0)
        stage.jobs.drain()
        stage.counter.returns.takeAll()


def _held(stage: _Stage) -> None:
    stage.items()
    stage.counter.hold()
    stage.jobs.drain()
    stage.counter.openPanel("held")


def _enrol(stage: _Stage) -> None:
    stage.sign_in()
    stage.counter.openPanel("find")
    stage.counter.find.typeQuery("Sunita")
    stage.counter.find.enrolNew()


def _codes(stage: _Stage) -> None:
    """Look at what the member can use; a voucher for money off is on the bill."""
    stage.items()
    # Enough for what the voucher asks of a bill.
    stage.counter.bill.stepQuantity(0, 2)
    member = stage.counter.member.view.member
    _buy_voucher(stage.shop, member)
    stage.counter.set_member(members.open_member(stage.shop, member))
    held = [one for one in vouchers.vouchers_of(stage.shop, member) if one.fault is None]
    if held:
        stage.counter.bill.use_voucher(held[-1].held.voucher)
    stage.counter.openPanel("codes")
    stage.jobs.drain()
    if stage.counter.codes.vouchers.rows:
        stage.counter.codes.choose(0)


def _buy_voucher(shop: Shop, member: str) -> None:
    """Let the member, with more coins than most have, take a reward that comes off a bill."""
    on = shop.moment().on
    coins = (Earn(2_000, "", on, None, "opening", 0, 100, 2_000, ""),)
    event = shop.event("opening", Opening("", 1), member=member, effects=coins)
    shop.record(lambda _: ((event,), None))
    off = next(
        (one for one in shop.programme.rewards if one.benefit.kind == "fixed" and one.coins), None
    )
    if off is not None:
        rewards.redeem(shop, "", member, off.id)


def _exchange(stage: _Stage) -> None:
    """Take the last bill back and sell other goods for it."""
    _panel(stage, "return")
    stage.jobs.drain()
    stage.counter.returns.typeReceipt("R-12")
    stage.counter.returns.exchange()
    stage.jobs.drain()
    for item in catalogue.search(stage.shop, "soap", 1):
        stage.counter.bill.add(item)
    stage.counter.bill.typeNumber("B-2042")


def _exchanged(stage: _Stage) -> None:
    _exchange(stage)
    stage.counter.record()


def _offs(stage: _Stage) -> None:
    """Use coins and a code on one bill."""
    _codes(stage)
    stage.counter.back()
    stage.counter.bill.use_coins(stage.counter.bill.inputs.estimate.coin_range.maximum)


def _recorded(stage: _Stage) -> None:
    stage.items()
    stage.counter.record()


def _gift(stage: _Stage) -> None:
    """Record a bill that brings a gift."""
    stage.amount()
    gifts = stage.shop.programme.gifts
    least = max((gift.when.minimum_minor for gift in gifts if gift.prize.reward), default=0)
    stage.counter.bill.typeEntry(str(least // 100 + 100))
    stage.counter.record()


def _away(stage: _Stage) -> None:
    """Put the station out of reach of its hub, an hour after the last contact."""
    now_ms = stage.shop.moment().at_ms
    away = SyncStatus(solo=False, online=False, last_contact_ms=now_ms - 3_600_000)
    stage.station.reach(lambda: away)
    stage.items()


def _opened(stage: _Stage, panel: str) -> None:
    _away(stage)
    stage.counter.openPanel(panel)


def _help(stage: _Stage) -> None:
    """Let somebody at a kiosk call."""
    stage.items()
    calls.call_for_help(stage.shop)
    stage.station.look()


def _today(stage: _Stage) -> None:
    """Look at the day as a supervisor or the owner does."""
    people = staff.list_staff(stage.shop)
    above = [one for one in people if may_approve(one.role)]
    stage.station.signed_in((above or list(people))[0])
    stage.jobs.drain()
    stage.counter.openPanel("today")
    stage.jobs.drain()


def _own_day(stage: _Stage) -> None:
    """Look at the day as a cashier does."""
    stage.sign_in()
    stage.counter.openPanel("today")
    stage.jobs.drain()


def _close_day(stage: _Stage) -> None:
    """See what closing would say."""
    _today(stage)
    stage.counter.today.askClose()
    stage.jobs.drain()


def _day_closed(stage: _Stage) -> None:
    """Close the day."""
    _close_day(stage)
    stage.counter.today.closeDay()
    stage.jobs.drain()


def _closed_days(stage: _Stage) -> None:
    """Look at the list of closed days."""
    _day_closed(stage)
    stage.counter.back()


def _till(stage: _Stage) -> None:
    """Let the till send three bills, the first for a member, while one is on the screen."""
    stage.items()
    currency = stage.shop.programme.currency
    for at, amount in enumerate((126_450, 9_900, 48_000), 2042):
        goods = BasketLine(BillLine("", "", "", 1000, amount))
        basket = Basket("till", str(at), f"B-{at}", (goods,), paid=at == 2043)
        card = stage.counter.member.view.cards[-1].number if at == 2042 else ""
        phone = "1" if at == 2044 else ""
        baskets.take_basket(stage.shop, SentBasket(basket, currency, card=card, phone=phone))
    stage.counter.baskets.arrived.emit()
    stage.jobs.drain()


def _till_bills(stage: _Stage) -> None:
    """Look at the bills of the till."""
    _till(stage)
    stage.counter.openPanel("baskets")
    stage.jobs.drain()


_REASONS: Final = {"en": "The rice was wet", "hi": "चावल गीले थे", "fil": "Basa ang bigas"}


def _desk(stage: _Stage, page: str) -> None:
    """Open a page of the member desk as a supervisor does."""
    people = staff.list_staff(stage.shop)
    above = next(one for one in people if may_approve(one.role))
    stage.station.signed_in(above)
    stage.jobs.drain()
    stage.member()
    stage.counter.openPanel("desk")
    desk = stage.counter.memberDesk
    desk.choose(page)
    stage.jobs.drain()
    if page == "profile":
        desk.profile.chooseLanguage(stage.station.props.language)
    elif page == "coins":
        desk.goodwill.typeCoins("50")
        desk.goodwill.typeReason(_REASONS[stage.station.props.language])
    elif page in {"vouchers", "history"}:
        getattr(desk, page).choose(0)


def _desk_joining(stage: _Stage) -> None:
    """See what two members would be as one."""
    _desk(stage, "joining")
    other = min(stage.candidates() - {stage.counter.member.view.member})
    stage.counter.memberDesk.joining.scanned(other)
    stage.jobs.drain()


def _desk_found(stage: _Stage) -> None:
    """Look for the other membership."""
    _desk(stage, "joining")
    stage.counter.memberDesk.joining.typeQuery("a")
    stage.counter.memberDesk.joining.typeQuery("aa")


def _desk_erasing(stage: _Stage) -> None:
    """See what will be gone."""
    _desk(stage, "data")
    stage.counter.memberDesk.ownData.askErase()


def _review(stage: _Stage) -> None:
    """Look at what waits for a supervisor: coins by hand, a hurried survey."""
    people = staff.list_staff(stage.shop)
    above = next(one for one in people if may_approve(one.role))
    stage.station.signed_in(above)
    stage.jobs.drain()
    stage.member()
    member, day = stage.counter.member.view.member, stage.shop.moment().on
    survey = next(iter(stage.shop.programme.surveys), None)
    found: list[tuple[str, str, str]] = [
        ("goodwill", above.id, "found=750 limit=500"),
        ("staff_share", f"{above.id}:{member}", "found=9 of=25 limit=20"),
        ("welcome", member, "found=20 limit=20"),
        ("card_bills", member, "found=7 limit=6"),
    ]
    events = [
        stage.shop.event(
            "flagged",
            Flagged(guard, subject, detail),
            staff=above.id,
            once=(f"flagged:{guard}:{subject}:{day}",),
        )
        for guard, subject, detail in found
    ]
    if survey is not None:
        doubts = ("fast", "straight_line")
        answered = Answered(survey.id, survey.version, (), 2, 0, 0, doubts)
        events.append(stage.shop.event("answered", answered, member=member))
    stage.shop.record(lambda _: (tuple(events), None))
    stage.station.look()
    stage.jobs.drain()
    stage.counter.openPanel("review")


class _Found:
    """A station as a scene has it."""

    def checks(self) -> Iterator[Check]:
        """Yield checks of every kind."""
        yield setup.check_scanner("")
        yield setup.check_printer(setup.PrinterFound("tcp://192.168.1.60:9100", "no_paper"))
        yield setup.check_display(self.display())
        yield setup.check_hub(setup.HubFound("https://hub.shop", reached=True, skew_ms=600_000))
        yield setup.check_camera(setup.CameraFound())
        yield setup.check_till(setup.TillFound(4711, listening=True))
        yield setup.check_disk(78_498)
        yield setup.check_backup(setup.BackupFound(9, 1))
        yield setup.check_fonts(())

    def print_test(self, _language: str) -> setup.PrinterFound:
        """Print nothing."""
        return setup.PrinterFound("tcp://192.168.1.60:9100", "printed")

    def display(self) -> setup.DisplayFound:
        """Return two screens."""
        return setup.DisplayFound(screens=2)


def _setup(stage: _Stage) -> None:
    """Look at the setup checks."""
    people = staff.list_staff(stage.shop)
    stage.station.signed_in(next(one for one in people if may_approve(one.role)))
    stage.jobs.drain()
    stage.counter.setup.offer(_Found(), lambda: Path("sikka-support.zip"))
    stage.counter.openPanel("setup")
    stage.jobs.drain()
    stage.counter.setup.scanned(setup.TEST_CODE)


_SCENES: Final[dict[str, Callable[[_Stage], None]]] = {
    "signin": lambda _: None,
    "guest": _Stage.sign_in,
    "counter": _Stage.items,
    "amount": _Stage.amount,
    "why": lambda stage: _panel(stage, "why"),
    "coins": lambda stage: _panel(stage, "coins"),
    "codes": _codes,
    "credit": lambda stage: _panel(stage, "credit"),
    "offs": _offs,
    "exchange": _exchange,
    "exchanged": _exchanged,
    "find": lambda stage: _panel(stage, "find"),
    "return": lambda stage: _panel(stage, "return"),
    "sales": lambda stage: _panel(stage, "sales"),
    "counter-today": _today,
    "counter-own-day": _own_day,
    "counter-close-day": _close_day,
    "counter-day-closed": _day_closed,
    "counter-closed-days": _closed_days,
    "counter-till": _till,
    "counter-baskets": _till_bills,
    "cards": lambda stage: _panel(stage, "cards"),
    "held": _held,
    "enrol": _enrol,
    "recorded": _recorded,
    "gift": _gift,
    "away": _away,
    "connection": lambda stage: _opened(stage, "connection"),
    "conflicts": lambda stage: _opened(stage, "conflicts"),
    "help": _help,
    "review": _review,
    "setup": _setup,
    **{
        f"desk-{page}": partial(_desk, page=page)
        for page in ("profile", "cards", "pin", "coins", "vouchers", "history", "data")
    },
    "desk-find": _desk_found,
    "desk-joining": _desk_joining,
    "desk-erasing": _desk_erasing,
}


def _play(scene: Callable[[_Stage], None]) -> Callable[[Shop, Any, ManualJobs], None]:
    return lambda shop, station, jobs: scene(_Stage(shop, station, jobs))


COUNTER: Final = Scenes(CounterWindow, {name: _play(scene) for name, scene in _SCENES.items()})
