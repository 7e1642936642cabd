"""What the rewards screen shows of what is known: the shelf, one reward, what came of taking it."""

from dataclasses import dataclass, replace
from typing import Literal

from app.domain.codes import VoucherNumber, short_number
from app.domain.money import Money
from app.domain.offers import Towards
from app.domain.programme import Programme
from app.domain.rewards import LimitReached, NotYours, Offer, kind_of
from app.domain.texts import text_in
from app.domain.vouchers import AlreadyClaimed, VoucherFault, WasVoided
from app.services.rewards import AimOutcome, RedeemOutcome, RewardRedeemed
from app.services.shelf import Shelf
from app.ui import dates
from app.ui import reward_sentences as say
from app.ui.reward_outcomes import not_taken
from app.ui.viewmodels.kiosk.photo import stays_for
from app.ui.words import translate

BILLS_SAID = 12
"""A goal that takes more purchases than this is not counted in purchases: it would dishearten."""

Step = Literal["list", "detail", "confirm", "aimed", "done", "refused"]


@dataclass(frozen=True, slots=True)
class RewardsInputs:
    """All that the screen depends on.

    `chosen` is the reward looked at, `room` the coins that may be spent without a connection
    (None = there is one), `aim` how far the goal just chosen is, `outcome` what came of it, `fate`
    what became of the voucher since, `left_ms` how long it may still be photographed.
    """

    programme: Programme
    money: Money
    language: str
    step: Step = "list"
    shelf: Shelf | None = None
    room: int | None = None
    chosen: str = ""
    busy: bool = False
    aim: Towards | None = None
    outcome: RedeemOutcome | AimOutcome | None = None
    fate: VoucherFault | None = None
    left_ms: int = 0


@dataclass(frozen=True, slots=True)
class RewardsProps:
    """What QML reads. `value` and `aimValue` go from 0 to 1; `codeSize` are modules of the QR."""

    step: str = "list"
    coins: str = ""
    nothing: str = ""
    away: str = ""
    title: str = ""
    picture: str = ""
    price: str = ""
    worth: str = ""
    facts: str = ""
    reason: str = ""
    value: float = 0.0
    canTake: bool = False
    canAim: bool = False
    isAim: bool = False
    before: str = ""
    after: str = ""
    happens: str = ""
    busy: bool = False
    aimLeft: str = ""
    aimValue: float = 0.0
    aimNext: str = ""
    doneTitle: str = ""
    doneText: str = ""
    ticket: str = ""
    number: str = ""
    codeSize: int = 0
    until: str = ""
    torn: bool = False
    tornText: str = ""
    waiting: str = ""


def derive_rewards(inputs: RewardsInputs, code_size: int = 0) -> RewardsProps:
    """Return what the screen shows."""
    shelf = inputs.shelf
    if shelf is None:
        return RewardsProps()
    shown = RewardsProps(
        step=inputs.step,
        coins=inputs.money.number(shelf.coins),
        nothing=""
        if shelf.offers
        else translate("rewards", "There are no rewards just now. New ones are coming."),
        away=_away(inputs) if inputs.step == "list" else "",
        busy=inputs.busy,
    )
    offer = chosen_of(inputs)
    if inputs.step in {"detail", "confirm"} and offer is not None:
        return _detail(shown, inputs, shelf, offer)
    if inputs.step == "aimed" and inputs.aim is not None:
        return _aimed(shown, inputs, inputs.aim)
    if inputs.step == "done" and isinstance(inputs.outcome, RewardRedeemed):
        return _done(shown, inputs, inputs.outcome, code_size)
    if inputs.step == "refused" and inputs.outcome is not None:
        told = not_taken(inputs.outcome, inputs.programme, inputs.money, shelf.on, inputs.language)
        return replace(shown, doneTitle=told.title, doneText=told.text)
    return replace(shown, step="list", away=_away(inputs))


def chosen_of(inputs: RewardsInputs) -> Offer | None:
    """Return the reward that is looked at."""
    if inputs.shelf is None:
        return None
    return next((one for one in inputs.shelf.offers if one.reward.id == inputs.chosen), None)


def _away(inputs: RewardsInputs) -> str:
    if inputs.room is None:
        return ""
    if not inputs.room:
        return translate(
            "rewards",
            "No connection just now: look and choose your goal. Coins cannot be spent; they are "
            "safe.",
        )
    return translate(
        "rewards",
        "No connection just now: up to {count} coin(s) can be spent. The others are safe.",
        None,
        inputs.room,
    ).format(count=inputs.money.number(inputs.room))


def _detail(shown: RewardsProps, inputs: RewardsInputs, shelf: Shelf, offer: Offer) -> RewardsProps:
    reward, money, language = offer.reward, inputs.money, inputs.language
    away = "" if inputs.room is None else say.offline_sentence(reward, inputs.room, money)
    fault = offer.fault
    return replace(
        shown,
        title=text_in(reward.title, language),
        picture=kind_of(reward),
        price=money.number(reward.coins),
        worth=say.worth(reward, shelf, money),
        facts="\n".join(say.facts(offer, shelf, inputs.programme, money, language)),
        reason=say.in_the_way(fault, inputs.programme, money, shelf.on, language) if fault else "",
        away="" if fault else away,
        value=offer.percent / 100,
        canTake=fault is None and not away and not inputs.busy,
        canAim=can_aim(offer) and not inputs.busy,
        isAim=shelf.aim == reward.id,
        before=money.number(shelf.coins),
        after=money.number(shelf.coins - reward.coins),
        happens=say.happens(reward),
    )


def can_aim(offer: Offer) -> bool:
    """Say whether a reward can be saved for: not one of another tier, nor one had for good."""
    match offer.fault:
        case NotYours() | LimitReached(period="ever"):
            return False
        case _:
            return True


def _aimed(shown: RewardsProps, inputs: RewardsInputs, aim: Towards) -> RewardsProps:
    money = inputs.money
    there = translate("rewards", "You have enough coins for it!")
    bills = -(-aim.missing // aim.next_bill) if aim.missing and aim.next_bill else 0
    near = 0 < bills <= BILLS_SAID
    return replace(
        shown,
        title=text_in(aim.reward.title, inputs.language),
        picture=kind_of(aim.reward),
        aimValue=aim.percent / 100,
        aimLeft=say.more_coins(aim.missing, money) if aim.missing else there,
        aimNext=translate(
            "rewards", "That is about {count} purchase(s) like your usual ones.", None, bills
        ).format(count=money.number(bills))
        if near
        else "",
    )


def _done(
    shown: RewardsProps, inputs: RewardsInputs, got: RewardRedeemed, code_size: int
) -> RewardsProps:
    money, language = inputs.money, inputs.language
    assert inputs.shelf is not None
    torn = isinstance(inputs.fate, AlreadyClaimed)
    gone = isinstance(inputs.fate, WasVoided)
    return replace(
        shown,
        title=text_in(got.title, language),
        picture=_picture(inputs.programme, got.reward),
        doneTitle=_done_title(got),
        doneText=_done_text(got),
        ticket=money.number(got.ticket) if got.ticket else "",
        number="" if got.given else short_number(VoucherNumber(got.number)),
        codeSize=0 if got.given or torn or gone else code_size,
        until=""
        if got.given
        else translate("rewards", "Good until {day}").format(
            day=dates.plain_day(got.until, inputs.shelf.on, language)
        ),
        before=money.number(got.before),
        after=money.number(got.after),
        torn=torn or gone,
        tornText=translate("rewards", "Handed over. Enjoy it!")
        if torn
        else translate("rewards", "This was cancelled. Your coins are back.")
        if gone
        else "",
        waiting=stays_for(inputs.left_ms),
    )


def _picture(programme: Programme, reward_id: str) -> str:
    found = next((one for one in programme.rewards if one.id == reward_id), None)
    return kind_of(found) if found else "item"


def _done_title(got: RewardRedeemed) -> str:
    if got.given:
        return translate("rewards", "It is yours!")
    if got.ticket:
        return translate("rewards", "Your number")
    return translate("rewards", "Your voucher")


def _done_text(got: RewardRedeemed) -> str:
    if got.given:
        return translate("rewards", "It is on your account already. There is nothing to collect.")
    if got.ticket:
        return translate("rewards", "Go to the counter and say your number: we hand it over.")
    return translate("rewards", "Take a photo of it and show it at the counter when you pay.")
