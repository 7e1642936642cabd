"""The scenes of the redemption screen."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from app.domain.rewards import is_handed_over, kind_of
from app.services import calls, members, open_sales, rewards, staff
from app.services.members import MemberView
from app.services.rewards import RewardRedeemed
from app.services.shop import Shop
from app.sync.status import SyncStatus
from app.ui.jobs import ManualJobs
from app.ui.redemption_window import RedemptionWindow
from app.ui.scenes import PictureError, Scenes
from app.ui.viewmodels.redemption.root import RedemptionViewModel


class _Stage:
    """The screen with somebody signed in, and the few things a scene does."""

    def __init__(self, shop: Shop, root: RedemptionViewModel, jobs: ManualJobs) -> None:
        self.shop = shop
        self.root = root
        self.jobs = jobs

    @property
    def hand_over(self) -> Any:  # A Qt property hides the type of what it returns.
        return self.root.handOver

    def sign_in(self) -> None:
        """Put a cashier at the screen, or whoever works here."""
        people = staff.list_staff(self.shop)
        cashiers = [one for one in people if one.role == "cashier"]
        if people:
            self.root.signed_in((cashiers or list(people))[0])
        self.jobs.drain()

    def members(self) -> list[MemberView]:
        """Return members with a name, those with the most coins first."""
        today = {row.member for row in open_sales.todays_sales(self.shop, 20) if row.member}
        found = {hit.member for text in "aeimrs" for hit in members.find(self.shop, text, 30)}
        views = (members.open_member(self.shop, member) for member in today | found)
        known = [view for view in views if isinstance(view, MemberView) and view.name]
        if not known:
            raise PictureError("This shop has no members yet. Draw the demo shop instead.")
        return sorted(known, key=lambda view: (-view.coins.spendable, view.member))

    def redeemed(self, *, pickup: bool = True, for_bill: bool = False) -> Iterator[RewardRedeemed]:
        """Yield a reward for each of those who can have one that is handed over."""
        for view in self.members():
            for offer in rewards.rewards_of(self.shop, view.member):
                fits = (
                    kind_of(offer.reward) in {"percent", "fixed"}
                    if for_bill
                    else is_handed_over(offer.reward)
                )
                if offer.fault is None and fits:
                    got = rewards.redeem(self.shop, "", view.member, offer.reward.id, pickup=pickup)
                    if isinstance(got, RewardRedeemed):
                        yield got
                        break

    def wait(self, count: int = 4) -> list[RewardRedeemed]:
        """Let so many choose at a kiosk, the last one just now."""
        chosen = self.redeemed()
        before = [one for _, one in zip(range(count - 1), chosen, strict=False)]
        self.news()
        before.extend(one for _, one in zip(range(1), chosen, strict=False))
        self.news()
        if not before:
            raise PictureError("No member of this shop has coins for a reward to hand over.")
        return before

    def news(self) -> None:
        """Let the screen see what was recorded."""
        self.root.look()
        self.jobs.drain()

    def show(self, number: str) -> None:
        """Show a voucher."""
        self.hand_over.open(number)
        self.jobs.drain()

    def act(self) -> None:
        """Press Enter."""
        self.hand_over.act()
        self.jobs.drain()


def _waiting(stage: _Stage) -> None:
    stage.sign_in()
    stage.wait()


def _answer(stage: _Stage) -> None:
    stage.sign_in()
    stage.show(stage.wait()[0].number)


def _done(stage: _Stage) -> None:
    _answer(stage)
    stage.act()


def _claimed(stage: _Stage) -> None:
    _answer(stage)
    number = stage.hand_over._inputs.seen.number  # noqa: SLF001 - a picture may look inside
    stage.act()
    stage.show(number)


def _for_a_bill(stage: _Stage) -> None:
    stage.sign_in()
    stage.show(next(stage.redeemed(pickup=False, for_bill=True)).number)


def _typed(stage: _Stage, text: str) -> None:
    stage.sign_in()
    stage.hand_over.typeText(text)
    stage.hand_over.submit()
    stage.jobs.drain()


def _today(stage: _Stage) -> None:
    stage.sign_in()
    for one in stage.wait()[:2]:
        stage.show(one.number)
        stage.act()
    stage.hand_over.back()
    waiting: Any = stage.root.waiting
    waiting.toggle()


def _member(stage: _Stage) -> None:
    stage.sign_in()
    _choose_for(stage, next(stage.redeemed(pickup=False, for_bill=True)).member)


def _choose_for(stage: _Stage, member: str) -> None:
    view = members.open_member(stage.shop, member)
    assert isinstance(view, MemberView)
    stage.root._scanned(view.cards[-1].number, "image")  # noqa: SLF001 - as a scanner does
    stage.jobs.drain()
    if stage.hand_over.props.stage == "answer":
        stage.hand_over.seeAll()
        stage.jobs.drain()


def _confirm(stage: _Stage) -> None:
    stage.sign_in()
    best = stage.members()[0]
    _choose_for(stage, best.member)
    rows = stage.hand_over.lines.rows
    free = [at for at, row in enumerate(rows) if row.possible and row.note]
    if not free:
        raise PictureError("No member of this shop has coins for a reward.")
    stage.hand_over.choose(free[-1])


def _give_back(stage: _Stage) -> None:
    _answer(stage)
    stage.hand_over.giveBack()


def _agree(stage: _Stage) -> None:
    _give_back(stage)
    stage.act()


def _away(stage: _Stage) -> None:
    """Put the station out of reach of its hub, an hour after the last contact."""
    now_ms = stage.shop.moment().at_ms
    away = SyncStatus(solo=False, online=False, last_contact_ms=now_ms - 3_600_000)
    _waiting(stage)
    stage.root.reach(lambda: away)


def _help(stage: _Stage) -> None:
    _waiting(stage)
    calls.call_for_help(stage.shop)
    stage.news()


_SCENES: Final[dict[str, Callable[[_Stage], None]]] = {
    "redemption-signin": lambda _: None,
    "redemption-empty": _Stage.sign_in,
    "redemption-waiting": _waiting,
    "redemption-answer": _answer,
    "redemption-done": _done,
    "redemption-claimed": _claimed,
    "redemption-bill": _for_a_bill,
    "redemption-unknown": lambda stage: _typed(stage, "99"),
    "redemption-several": lambda stage: _typed(stage, "a"),
    "redemption-today": _today,
    "redemption-member": _member,
    "redemption-confirm": _confirm,
    "redemption-giveback": _give_back,
    "redemption-agree": _agree,
    "redemption-away": _away,
    "redemption-help": _help,
}


def _play(scene: Callable[[_Stage], None]) -> Callable[[Shop, Any, ManualJobs], None]:
    return lambda shop, root, jobs: scene(_Stage(shop, root, jobs))


REDEMPTION: Final = Scenes(
    RedemptionWindow, {name: _play(scene) for name, scene in _SCENES.items()}
)
"""What the redemption screen shows."""
