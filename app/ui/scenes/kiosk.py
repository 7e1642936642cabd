"""The scenes of the kiosk."""

from collections.abc import Callable
from typing import Any, Final

from app.services import members, open_sales, pickups
from app.services.member_pins import set_member_pin
from app.services.members import MemberView
from app.services.shop import Shop
from app.services.vouchers import claim_voucher
from app.sync.status import SyncStatus
from app.ui.jobs import ManualJobs
from app.ui.kiosk_window import KioskWindow
from app.ui.scenes import PictureError, Scenes
from app.ui.viewmodels.kiosk.frame import IDLE_MS
from app.ui.viewmodels.kiosk.root import KioskViewModel

_PIN: Final = "480517"


class _Stage:
    """The kiosk, and the few things a scene does."""

    def __init__(self, shop: Shop, kiosk: KioskViewModel, jobs: ManualJobs) -> None:
        self.shop = shop
        self.kiosk: Any = kiosk  # A Qt property hides the type of what it returns.
        self.jobs = jobs
        self.member = ""

    def arrive(self) -> None:
        """Let the member with the most coins scan their card."""
        today = {row.member for row in open_sales.todays_sales(self.shop, 20) if row.member}
        found = {hit.member for text in ("a", "आ") for hit in members.find(self.shop, text, 8)}
        views = [members.open_member(self.shop, member) for member in today | found]
        known = [view for view in views if isinstance(view, MemberView) and view.name]
        if not known:
            raise PictureError("This shop has no members yet. Draw the demo shop instead.")
        best = max(known, key=lambda view: (view.coins.spendable, view.member))
        language = self.kiosk.props.language
        self.member = best.member
        self.kiosk.arrive(best.member)
        self.jobs.drain()
        self.kiosk.setLanguage(language)
        self.jobs.drain()

    def go(self, screen: str) -> None:
        """Show one of the member's screens."""
        self.arrive()
        self.kiosk.go(screen)
        self.jobs.drain()


def _on(screen: str) -> Callable[[_Stage], None]:
    return lambda stage: stage.go(screen)


def _moment(kind: str) -> Callable[[_Stage], None]:
    """Go on until the moment of a kind; its end is on screen at once."""

    def play(stage: _Stage) -> None:
        stage.arrive()
        stage.kiosk.access.toggle("reducedMotion")
        moments = stage.kiosk.moments
        while stage.kiosk.props.screen == "moments" and moments.props.kind != kind:
            moments.goOn()
        stage.jobs.drain()

    return play


def _asked(stage: _Stage) -> None:
    stage.go("help")
    stage.kiosk.help.typeQuestion("mere coins kab expire honge")
    stage.kiosk.help.submit()


def _history(stage: _Stage) -> None:
    stage.go("history")
    told = [row for row in stage.kiosk.history.entries.rows if row.why]
    if told:
        stage.kiosk.history.toggle(told[0].event)


def _reward(stage: _Stage) -> None:
    """Look at the first reward within reach that is handed over, else at the first."""
    stage.go("rewards")
    rewards = stage.kiosk.rewards
    rows = [*rewards.within.rows, *rewards.almost.rows, *rewards.later.rows]
    things = [row for row in rows if row.picture in {"item", "sample", "service"}]
    if rows:
        rewards.look((things or rows)[0].id)
        stage.jobs.drain()


def _reward_sure(stage: _Stage) -> None:
    _reward(stage)
    stage.kiosk.rewards.take()


def _reward_aimed(stage: _Stage) -> None:
    """Choose a goal; its picture is in the ring at once."""
    stage.go("rewards")
    stage.kiosk.access.toggle("reducedMotion")
    rewards = stage.kiosk.rewards
    for row in (*rewards.almost.rows, *rewards.later.rows, *rewards.within.rows):
        rewards.look(row.id)
        if rewards.props.canAim and not rewards.props.isAim:
            rewards.aim()
            break
    stage.jobs.drain()


def _ticket(stage: _Stage) -> None:
    """Take what is handed over, with the PIN where that is asked for."""
    _reward_sure(stage)
    stage.kiosk.access.toggle("reducedMotion")
    set_member_pin(stage.shop, "", stage.member, _PIN)
    stage.kiosk.rewards.confirm()
    stage.jobs.drain()
    if stage.kiosk.pin.props.step:
        stage.kiosk.pin.type(_PIN)
        stage.kiosk.pin.submit()
        stage.jobs.drain()


def _ticket_torn(stage: _Stage) -> None:
    """Let the staff hand over what the member waits for."""
    _ticket(stage)
    for one in pickups.waiting(stage.shop):
        if one.member == stage.member:
            claim_voucher(stage.shop, "", one.number)
    stage.kiosk.beat()
    stage.jobs.drain()


def _vouchers(stage: _Stage) -> None:
    """Show the vouchers of somebody who has just taken a reward."""
    _ticket(stage)
    stage.kiosk.go("vouchers")
    stage.jobs.drain()


def _voucher(stage: _Stage) -> None:
    _vouchers(stage)
    rows = stage.kiosk.vouchers.ready.rows
    if rows:
        stage.kiosk.vouchers.look(rows[0].id)


def _raffle_buy(stage: _Stage) -> None:
    stage.go("raffle")
    stage.kiosk.raffle.buy()
    stage.kiosk.raffle.more()


def _survey(stage: _Stage) -> None:
    stage.go("surveys")
    surveys = stage.kiosk.surveys
    if surveys.props.step == "list" and surveys.surveys.rows:
        stage.kiosk.surveys.begin(0)
        stage.jobs.drain()


def _written(stage: _Stage) -> None:
    """Go on in a survey until something is to be written in words of one's own."""
    _survey(stage)
    surveys = stage.kiosk.surveys
    while surveys.props.step == "question" and surveys.props.kind != "text":
        surveys.choose(surveys.choices.rows[0].id)
        surveys.goOn()
        stage.jobs.drain()


def _answered(stage: _Stage) -> None:
    """Answer a survey to its end, always with the middle one."""
    _survey(stage)
    surveys = stage.kiosk.surveys
    while surveys.props.step == "question":
        rows = surveys.choices.rows
        if rows:
            surveys.choose(rows[len(rows) // 2].id)
        else:
            surveys.skip()
            surveys.typeText("-")
        surveys.goOn()
        stage.jobs.drain()


def _consent(stage: _Stage) -> None:
    stage.kiosk.go("join")
    philippine = stage.shop.programme.country == "PH"
    stage.kiosk.join.typePhone("09170001122" if philippine else "9700011122")
    stage.kiosk.join.goOn()


def _pin(stage: _Stage) -> None:
    stage.go("access")
    stage.kiosk.pin.choose()


def _still_there(stage: _Stage) -> None:
    stage.arrive()
    stage.kiosk.quiet(IDLE_MS + 3_000)


def _wrong_code(stage: _Stage) -> None:
    stage.kiosk.scanned("upi://pay?pa=kirana@bank&pn=Sharma", "camera")


def _away(stage: _Stage) -> None:
    """Put the station out of reach of its hub, an hour after the last contact."""
    now_ms = stage.shop.moment().at_ms
    away = SyncStatus(solo=False, online=False, last_contact_ms=now_ms - 3_600_000)
    stage.go("home")
    stage.kiosk.reach(lambda: away)


def _called(stage: _Stage) -> None:
    stage.kiosk.go("signin")
    stage.kiosk.calling.call()


_SCENES: Final[dict[str, Callable[[_Stage], None]]] = {
    "kiosk-attract": lambda _: None,
    "kiosk-signin": lambda stage: stage.kiosk.go("signin"),
    "kiosk-join": lambda stage: stage.kiosk.go("join"),
    "kiosk-consent": _consent,
    "kiosk-name": _on("join"),
    "kiosk-pin": _pin,
    "kiosk-still-there": _still_there,
    "kiosk-wrong-code": _wrong_code,
    "kiosk-called": _called,
    "kiosk-card": _on("card"),
    "kiosk-access": _on("access"),
    "kiosk-exit": lambda stage: stage.kiosk.go("exit"),
    "kiosk-home": _on("home"),
    "kiosk-away": _away,
    "kiosk-moment-first": _moment("first"),
    "kiosk-moment-since": _moment("since"),
    "kiosk-moment-filled": _moment("filled"),
    "kiosk-moment-badge": _moment("badge"),
    "kiosk-moment-note": _moment("note"),
    "kiosk-badges": _on("badges"),
    "kiosk-help": _on("help"),
    "kiosk-help-answer": _asked,
    "kiosk-history": _history,
    "kiosk-rewards": _on("rewards"),
    "kiosk-reward": _reward,
    "kiosk-reward-sure": _reward_sure,
    "kiosk-reward-aimed": _reward_aimed,
    "kiosk-ticket": _ticket,
    "kiosk-ticket-torn": _ticket_torn,
    "kiosk-vouchers": _vouchers,
    "kiosk-voucher": _voucher,
    "kiosk-raffle": _on("raffle"),
    "kiosk-raffle-buy": _raffle_buy,
    "kiosk-board": _on("board"),
    "kiosk-friend": _on("friend"),
    "kiosk-surveys": _on("surveys"),
    "kiosk-survey": _survey,
    "kiosk-survey-written": _written,
    "kiosk-survey-done": _answered,
}


def _play(scene: Callable[[_Stage], None]) -> Callable[[Shop, Any, ManualJobs], None]:
    return lambda shop, kiosk, jobs: scene(_Stage(shop, kiosk, jobs))


KIOSK: Final = Scenes(KioskWindow, {name: _play(scene) for name, scene in _SCENES.items()})
