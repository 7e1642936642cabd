"""What fills the redemption screen: the place to scan, an answer, a choice, or a confirmation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.bill_faults import NotEnoughCoins
from app.domain.money import Money
from app.domain.names import initial
from app.domain.rewards import Offer
from app.domain.texts import text_in
from app.domain.vouchers import NotYet
from app.services.members import MemberHit
from app.ui.confirmations import called
from app.ui.redemption_answers import Answer, Saying, answer_to, first_name, thing_of, whom
from app.ui.redemption_lookup import (
    Seen,
    SeenMember,
    SeenVoucher,
    SeveralMembers,
    SeveralVouchers,
)
from app.ui.redemption_refusals import misfit_answer, reward_refused
from app.ui.words import translate

Told = Callable[[Saying], Answer]
Target = SeenVoucher | MemberHit | Offer


@dataclass(frozen=True, slots=True)
class StageInputs:
    """All that is on screen depends on these.

    `told` is what an act came to, said anew in every language; `more` the voucher that Enter goes
    on with; `offer` the reward to confirm, and `giving_back` a voucher to confirm.
    """

    saying: Saying
    seen: Seen | None = None
    told: Told | None = None
    offer: Offer | None = None
    giving_back: bool = False
    more: str = ""
    typed: str = ""
    chosen: int = 0
    busy: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class StageProps:
    """What QML reads. `stage` is ready, answer, choose, confirm or giveback.

    An answer's `kind` is good, bad or done. `action` is what Enter does, "" when nothing.
    """

    stage: str = "ready"
    kind: str = ""
    headline: str = ""
    thing: str = ""
    who: str = ""
    check: str = ""
    step: str = ""
    ticket: str = ""
    count: str = ""
    action: str = ""
    canGiveBack: bool = False
    canReprint: bool = False
    canSeeAll: bool = False
    nothing: str = ""
    chosen: int = 0
    before: str = ""
    after: str = ""
    typed: str = ""
    busy: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One voucher, member or reward to choose; `possible` is false for what can only be seen."""

    ticket: str
    initial: str
    title: str
    detail: str
    note: str
    possible: bool


def empty(money: Money) -> StageInputs:
    """Return what a screen begins with."""
    return StageInputs(Saying(money, date.min, 0, "en"))


def derive_stage(inputs: StageInputs) -> StageProps:  # noqa: PLR0911 - one for each
    """Return what fills the screen."""
    seen = inputs.seen
    if inputs.told is not None:
        return _answer(inputs, inputs.told(inputs.saying))
    match seen:
        case None:
            return StageProps(typed=inputs.typed, busy=inputs.busy)
        case SeenVoucher() if inputs.giving_back:
            return _give_back(inputs, seen)
        case SeenVoucher():
            return _answer(inputs, answer_to(seen, inputs.saying))
        case SeenMember() if inputs.offer is not None:
            return _confirm(inputs, seen, inputs.offer)
        case SeenMember() | SeveralMembers() | SeveralVouchers():
            return _choose(inputs, seen)
        case _:
            return _answer(inputs, misfit_answer(seen))


def _answer(inputs: StageInputs, answer: Answer) -> StageProps:
    seen = inputs.seen if inputs.told is None else None
    held = seen.view if isinstance(seen, SeenVoucher) else None
    alive = held is not None and (held.fault is None or isinstance(held.fault, NotYet))
    return StageProps(
        stage="answer",
        kind=answer.kind,
        headline=answer.headline,
        thing=answer.thing,
        who=answer.who,
        check=answer.check,
        step=answer.step,
        ticket=answer.ticket,
        count=answer.count,
        action=_action(inputs, answer),
        canGiveBack=alive and not inputs.busy,
        canReprint=alive and not inputs.busy,
        canSeeAll=isinstance(inputs.seen, SeenVoucher) and not inputs.busy,
        busy=inputs.busy,
        note=inputs.note,
    )


def _action(inputs: StageInputs, answer: Answer) -> str:
    if inputs.busy:
        return translate("redemption", "One moment…")
    if answer.kind == "good":
        return translate("redemption", "Claim and hand over")
    if inputs.more:
        return translate("redemption", "Show what else there is")
    return translate("redemption", "Next customer")


def _give_back(inputs: StageInputs, seen: SeenVoucher) -> StageProps:
    number = inputs.saying.money.number
    coins = seen.view.held.coins
    return StageProps(
        stage="giveback",
        headline=translate("redemption", "Give this back?"),
        thing=thing_of(seen, inputs.saying),
        who=whom(seen.owner),
        step=translate(
            "redemption", "{name} gets {coins} coin(s) back. The voucher ends.", None, coins
        ).format(name=first_name(seen.owner), coins=number(coins))
        if coins
        else translate("redemption", "It cost no coins. The voucher ends."),
        action=translate("redemption", "One moment…")
        if inputs.busy
        else translate("redemption", "Give back"),
        busy=inputs.busy,
    )


def _confirm(inputs: StageInputs, seen: SeenMember, offer: Offer) -> StageProps:
    number = inputs.saying.money.number
    before, cost = seen.owner.coins.spendable, offer.reward.coins
    return StageProps(
        stage="confirm",
        headline=translate("redemption", "{name} chooses").format(name=first_name(seen.owner)),
        thing=text_in(offer.reward.title, inputs.saying.language),
        who=whom(seen.owner),
        before=number(before),
        after=number(before - cost),
        action=translate("redemption", "One moment…")
        if inputs.busy
        else translate("redemption", "Take {coins} coin(s)", None, cost).format(coins=number(cost)),
        busy=inputs.busy,
        note=inputs.note,
    )


def _choose(inputs: StageInputs, seen: SeenMember | SeveralMembers | SeveralVouchers) -> StageProps:
    base = StageProps(stage="choose", chosen=inputs.chosen, busy=inputs.busy, note=inputs.note)
    heading, who, nothing = "", "", ""
    match seen:
        case SeenMember(owner=owner):
            heading, who = called(owner), _coins(seen, inputs.saying)
            if not targets(seen):
                nothing = translate(
                    "redemption", "Nothing to hand over yet, and no reward is within reach."
                )
        case SeveralMembers(typed=typed):
            heading = translate("redemption", "Who is it?")
            who = translate("redemption", "“{typed}” fits several members").format(typed=typed)
        case SeveralVouchers(ticket=ticket):
            heading = translate("redemption", "Which number {ticket}?").format(ticket=ticket)
            who = translate("redemption", "Two kiosks gave this number. Ask for the name.")
    return StageProps(
        stage=base.stage,
        chosen=base.chosen,
        busy=base.busy,
        note=base.note,
        headline=heading,
        who=who,
        nothing=nothing,
        action=translate("redemption", "Choose") if targets(seen) else "",
    )


def _coins(seen: SeenMember, saying: Saying) -> str:
    coins = seen.owner.coins.spendable
    said = translate("redemption", "{coins} coin(s)", None, coins).format(
        coins=saying.money.number(coins)
    )
    return " · ".join(part for part in (seen.owner.phone_masked, said) if part)


# ---------------------------------------------------------------- what can be chosen


def targets(seen: Seen | None) -> tuple[Target, ...]:
    """Return what the lines of a choice stand for, in their order."""
    match seen:
        case SeveralVouchers(vouchers=found):
            return found
        case SeveralMembers(hits=hits):
            return hits
        case SeenMember(vouchers=found, offers=offers):
            shown = (one for one in offers if one.fault is None or one.almost)
            return (*found, *shown)
        case _:
            return ()


def derive_lines(inputs: StageInputs) -> tuple[ChoiceLine, ...]:
    """Return a line for everything that can be chosen."""
    return tuple(_line(one, inputs) for one in targets(inputs.seen))


def _line(target: Target, inputs: StageInputs) -> ChoiceLine:
    saying = inputs.saying
    match target:
        case SeenVoucher():
            several = isinstance(inputs.seen, SeveralVouchers)
            return ChoiceLine(
                ticket=str(target.ticket or ""),
                initial="",
                title=thing_of(target, saying),
                detail=whom(target.owner) if several else _voucher_detail(target, saying),
                note="",
                possible=True,
            )
        case MemberHit():
            name = target.name or target.phone_masked
            return ChoiceLine("", initial(name), name, target.phone_masked, "", possible=True)
        case Offer():
            coins = saying.money.number(target.reward.coins)
            return ChoiceLine(
                ticket="",
                initial="",
                title=text_in(target.reward.title, saying.language),
                detail=_offer_detail(target, saying),
                note=translate("redemption", "{coins} coin(s)", None, target.reward.coins).format(
                    coins=coins
                ),
                possible=target.fault is None,
            )


def _voucher_detail(seen: SeenVoucher, saying: Saying) -> str:
    if seen.is_for_a_bill:
        return translate("redemption", "Voucher, for the counter")
    until = saying.day(seen.view.held.until)
    return translate("redemption", "Voucher, good until {day}").format(day=until)


def _offer_detail(offer: Offer, saying: Saying) -> str:
    if isinstance(offer.fault, NotEnoughCoins):
        return reward_refused(offer.fault, saying)
    return translate("redemption", "Reward for coins")
