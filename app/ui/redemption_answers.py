"""The one giant answer to a scan at the redemption screen: hand over what, or why not.

This file says it of a voucher; `redemption_refusals` says why there is none.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from app.domain.money import Money, quantity
from app.domain.texts import text_in
from app.domain.vouchers import AlreadyClaimed, Expired, NotYet, VoucherFault, WasVoided
from app.services.members import MemberView
from app.services.rewards import RewardRedeemed
from app.services.vouchers import ClaimedBefore
from app.ui import dates
from app.ui.confirmations import called
from app.ui.redemption_lookup import SeenVoucher
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class Answer:
    """What fills the screen. `thing` is the giant line, `step` what to do next.

    `kind` is good (hand it over), bad (do not) or done (it was).
    """

    kind: Literal["good", "bad", "done"]
    headline: str
    thing: str
    who: str = ""
    check: str = ""
    step: str = ""
    ticket: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """What sentences depend on beside what they are about; `offset_min` is the shop's from UTC."""

    money: Money
    today: date
    offset_min: int
    language: str

    def day(self, on: date) -> str:
        """Return a date as people say it."""
        return dates.plain_day(on, self.today, self.language)

    def hour(self, at_ms: int) -> str:
        """Return the hour of an instant."""
        said = dates.hour(dates.local_time(at_ms, self.offset_min), self.language)
        return said.replace(" ", "\N{NO-BREAK SPACE}")


def do_not() -> str:
    """Return the headline of every refusal."""
    return translate("redemption", "Do not hand over")


def first_name(owner: MemberView | None) -> str:
    """Return what is called out: the first name, else what stands for it."""
    if owner is None:
        return translate("redemption", "the member")
    return owner.name.split()[0] if owner.name.split() else called(owner)


def whom(owner: MemberView | None) -> str:
    """Return the member's name with the masked phone, to be sure of the right one."""
    if owner is None:
        return ""
    parts = dict.fromkeys((called(owner), owner.phone_masked))
    return " · ".join(part for part in parts if part)


def thing_of(seen: SeenVoucher, saying: Saying) -> str:
    """Return what a voucher is for, with how many where it is more than one."""
    benefit = seen.view.held.benefit
    title = text_in(seen.view.title, saying.language) or translate("redemption", "Reward")
    if benefit.kind in {"item", "sample"} and benefit.value not in {0, 1000}:
        return f"{quantity(benefit.value)} × {title}"
    return title


def answer_to(seen: SeenVoucher, saying: Saying) -> Answer:
    """Say what to hand over for a voucher, or why it is not handed over."""
    fault = seen.view.fault
    if fault is not None:
        return _refused(seen, fault, saying)
    if seen.is_for_a_bill:
        return for_a_bill(seen, saying)
    return Answer(
        kind="good",
        headline=translate("redemption", "Hand over"),
        thing=thing_of(seen, saying),
        who=translate("redemption", "to {name}").format(name=whom(seen.owner))
        if seen.owner
        else "",
        check=_check(seen),
        ticket=str(seen.ticket or ""),
        count=_count(seen),
    )


def handed_over(seen: SeenVoucher, more: str, saying: Saying) -> Answer:
    """Say that it is done, and what comes next; `more` is the number of another voucher."""
    step = (
        translate("redemption", "{name} has something more: press Enter").format(
            name=first_name(seen.owner)
        )
        if more
        else translate("redemption", "Scan the next one")
    )
    return Answer(
        kind="done",
        headline=translate("redemption", "Handed over"),
        thing=thing_of(seen, saying),
        who=translate("redemption", "to {name}").format(name=whom(seen.owner))
        if seen.owner
        else "",
        step=step,
        ticket=str(seen.ticket or ""),
        count=_count(seen),
    )


def given_back(seen: SeenVoucher, coins: int, saying: Saying) -> Answer:
    """Say that a voucher was given back, and what the member has again."""
    return Answer(
        kind="done",
        headline=translate("redemption", "Given back"),
        thing=thing_of(seen, saying),
        who=whom(seen.owner),
        step=translate("redemption", "{name} has {coins} coin(s) back.", None, coins).format(
            name=first_name(seen.owner), coins=saying.money.number(coins)
        )
        if coins
        else translate("redemption", "It had cost no coins."),
    )


def given_at_once(owner: MemberView, got: RewardRedeemed, saying: Saying) -> Answer:
    """Say that a reward needs no handing over: it is in the member's account already."""
    return Answer(
        kind="done",
        headline=translate("redemption", "Done"),
        thing=text_in(got.title, saying.language),
        who=whom(owner),
        step=translate("redemption", "Nothing to hand over: {name} has it already.").format(
            name=first_name(owner)
        ),
    )


def for_a_bill(seen: SeenVoucher, saying: Saying) -> Answer:
    """Say that a voucher takes money off a bill, and where."""
    return Answer(
        kind="bad",
        headline=translate("redemption", "Not at this screen"),
        thing=thing_of(seen, saying),
        who=whom(seen.owner),
        step=translate(
            "redemption", "Send {name} to the counter: it comes off the bill there."
        ).format(name=first_name(seen.owner)),
    )


def _refused(seen: SeenVoucher, fault: VoucherFault, saying: Saying) -> Answer:
    match fault:
        case AlreadyClaimed():
            return claimed_before(seen, seen.used, seen.by, saying)
        case Expired(until=until):
            thing = translate("redemption", "Too late: it was good until {day}").format(
                day=saying.day(until)
            )
            step = translate("redemption", "Scan the card of {name}: what else is there?")
        case NotYet(valid_from=first):
            thing = translate("redemption", "Not yet: it is good from {day}").format(
                day=saying.day(first)
            )
            step = translate("redemption", "Nothing is lost: {name} can come back then.")
        case WasVoided():
            thing = translate("redemption", "This voucher was cancelled")
            step = translate(
                "redemption",
                "It is worth nothing any more. Scan the card of {name}: what else is there?",
            )
        case _:
            assert_never(fault)
    return _bad(seen, thing, step, saying)


def claimed_before(
    seen: SeenVoucher, used: ClaimedBefore | None, by: str, saying: Saying
) -> Answer:
    """Say that a voucher was claimed before, and what to do if that cannot be."""
    step = translate("redemption", "If {name} did not get it, call your supervisor.")
    return _bad(seen, _claimed(used, by, saying), step, saying)


def _bad(seen: SeenVoucher, thing: str, step: str, saying: Saying) -> Answer:
    return Answer(
        kind="bad",
        headline=do_not(),
        thing=thing,
        check=thing_of(seen, saying),
        who=whom(seen.owner),
        step=step.format(name=first_name(seen.owner)),
    )


def _claimed(used: ClaimedBefore | None, by: str, saying: Saying) -> str:
    """Say when and by whom a voucher was claimed, as far as it is known."""
    if used is None or (not used.at_ms and used.on is None):
        return translate("redemption", "Already claimed")
    day = dates.day(used.on, saying.today, saying.language) if used.on else ""
    if not used.at_ms:
        return translate("redemption", "Already claimed {when}").format(when=day)
    when = saying.hour(used.at_ms)
    if used.on != saying.today:
        when = ", ".join(part for part in (day, when) if part)
    if by:
        return translate("redemption", "Already claimed {when} by {who}").format(when=when, who=by)
    return translate("redemption", "Already claimed {when}").format(when=when)


def _check(seen: SeenVoucher) -> str:
    if not seen.goods:
        return ""
    goods = translate("redemption", " or ").join(seen.goods)
    return translate("redemption", "Check: {goods}").format(goods=goods)


def _count(seen: SeenVoucher) -> str:
    if seen.of < 2:
        return ""
    return translate("redemption", "{nth} of {of}").format(nth=seen.nth, of=seen.of)
