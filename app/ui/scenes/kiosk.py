"""The scenes of the kiosk."""

from collections.abc import Callable
from typing import Any, Final

from app.services import pickups
from app.services.member_pins import set_member_pin
from app.services.rewards import rewards_of, set_aim
from app.services.shop import Shop
from app.services.vouchers import claim_voucher
from app.sync.status import SyncStatus
from app.ui.jobs import ManualJobs
from app.ui.kiosk_window import KioskWindow
from app.ui.scenes import Scenes
from app.ui.scenes.kiosk_stage import ALL, KioskStage
from app.ui.viewmodels.kiosk.frame import IDLE_MS

_PIN: Final = "480517"
_HANDED_OVER: Final = frozenset({"item", "sample", "service"})
"""The pictures of rewards for which a ticket is called."""
_ASKED: Final = {
    "en": "when do my coins expire",
    "hi": "mere coins kab expire honge",
    "fil": "kailan mag-eexpire ang coins ko",
}


def _on(screen: str) -> Callable[[KioskStage], None]:
    return lambda stage: stage.go(screen)


def _moment(kind: str) -> Callable[[KioskStage], None]:
    """Go on until the moment of a kind; its end is on screen at once."""

    def play(stage: KioskStage) -> None:
        stage.kiosk.access.toggle("reducedMotion")
        moments = stage.kiosk.moments

        def on() -> bool:
            return bool(stage.kiosk.props.screen == "moments")

        def found() -> bool:
            while on() and moments.props.kind != kind:
                moments.goOn()
            stage.jobs.drain()
            return on()

        stage.seek(found)

    return play


def _filled(stage: KioskStage) -> None:
    """Let somebody come who has the coins for the reward they chose."""
    shop = stage.shop
    for member in stage.members(*ALL):
        within = [one for one in rewards_of(shop, member) if one.fault is None]
        if within:
            set_aim(shop, "", member, within[0].reward.id)
            break
    _moment("filled")(stage)


def _asked(stage: KioskStage) -> None:
    stage.go("help")
    stage.kiosk.help.typeQuestion(_ASKED[stage.kiosk.props.language])
    stage.kiosk.help.submit()


def _history(stage: KioskStage) -> None:
    stage.go("history")
    told = [row for row in stage.kiosk.history.entries.rows if row.why]
    if told:
        stage.kiosk.history.toggle(told[0].event)


def _reward(stage: KioskStage) -> None:
    """Look at a reward within reach that is handed over."""
    rewards = stage.kiosk.rewards

    def within() -> bool:
        stage.show("rewards")
        things = [row for row in rewards.within.rows if row.picture in _HANDED_OVER]
        if things:
            rewards.look(things[0].id)
            stage.jobs.drain()
        return bool(things)

    stage.seek(within)


def _reward_sure(stage: KioskStage) -> None:
    _reward(stage)
    stage.kiosk.rewards.take()


def _reward_aimed(stage: KioskStage) -> None:
    """Choose a goal; its picture is in the ring at once."""
    rewards = stage.kiosk.rewards

    def aimed() -> bool:
        stage.show("rewards")
        stage.kiosk.access.toggle("reducedMotion")
        for row in (*rewards.almost.rows, *rewards.later.rows, *rewards.within.rows):
            rewards.look(row.id)
            if rewards.props.canAim and not rewards.props.isAim:
                rewards.aim()
                stage.jobs.drain()
                return True
        return False

    stage.seek(aimed)


def _ticket(stage: KioskStage) -> None:
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


def _ticket_torn(stage: KioskStage) -> None:
    """Let the staff hand over what the member waits for."""
    _ticket(stage)
    for one in pickups.waiting(stage.shop):
        if one.member == stage.member:
            claim_voucher(stage.shop, "", one.number)
    stage.kiosk.beat()
    stage.jobs.drain()


def _vouchers(stage: KioskStage) -> None:
    """Show the vouchers of somebody who has just taken a reward."""
    _ticket(stage)
    stage.kiosk.go("vouchers")
    stage.jobs.drain()


def _voucher(stage: KioskStage) -> None:
    _vouchers(stage)
    rows = stage.kiosk.vouchers.ready.rows
    if rows:
        stage.kiosk.vouchers.look(rows[0].id)


def _raffle_buy(stage: KioskStage) -> None:
    stage.go("raffle")
    stage.kiosk.raffle.buy()
    stage.kiosk.raffle.more()


def _surveys(stage: KioskStage) -> None:
    """Let somebody come who has something to answer."""

    def listed() -> bool:
        stage.show("surveys")
        return bool(stage.kiosk.surveys.surveys.rows)

    stage.seek(listed)


def _survey(stage: KioskStage, kind: str = "") -> None:
    """Begin a survey; with a kind, go on until a question of that kind."""
    surveys = stage.kiosk.surveys

    def asked() -> bool:
        stage.show("surveys")
        if surveys.props.step == "list" and surveys.surveys.rows:
            surveys.begin(0)
            stage.jobs.drain()
        while kind and surveys.props.step == "question" and surveys.props.kind != kind:
            surveys.choose(surveys.choices.rows[0].id)
            surveys.goOn()
            stage.jobs.drain()
        return bool(surveys.props.step == "question")

    stage.seek(asked)


def _answered(stage: KioskStage) -> None:
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


def _consent(stage: KioskStage) -> None:
    stage.kiosk.go("join")
    philippine = stage.shop.programme.country == "PH"
    stage.kiosk.join.typePhone("09170001122" if philippine else "9700011122")
    stage.kiosk.join.goOn()


def _pin(stage: KioskStage) -> None:
    stage.go("access")
    stage.kiosk.pin.choose()


def _still_there(stage: KioskStage) -> None:
    stage.arrive()
    stage.kiosk.quiet(IDLE_MS + 3_000)


def _wrong_code(stage: KioskStage) -> None:
    stage.kiosk.scanned("upi://pay?pa=kirana@bank&pn=Sharma", "camera")


def _away(stage: KioskStage) -> None:
    """Put the station out of reach of its hub, an hour after the last contact."""
    now_ms = stage.shop.moment().at_ms
    away = SyncStatus(solo=False, online=False, last_contact_ms=now_ms - 3_600_000)
    stage.go("home")
    stage.kiosk.reach(lambda: away)


def _called(stage: KioskStage) -> None:
    stage.kiosk.go("signin")
    stage.kiosk.calling.call()


_SCENES: Final[dict[str, Callable[[KioskStage], None]]] = {
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
    "kiosk-moment-filled": _filled,
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
    "kiosk-surveys": _surveys,
    "kiosk-survey": _survey,
    "kiosk-survey-written": lambda stage: _survey(stage, "text"),
    "kiosk-survey-done": _answered,
}


def _play(scene: Callable[[KioskStage], None]) -> Callable[[Shop, Any, ManualJobs], None]:
    return lambda shop, kiosk, jobs: scene(KioskStage(shop, kiosk, jobs))


KIOSK: Final = Scenes(KioskWindow, {name: _play(scene) for name, scene in _SCENES.items()})
