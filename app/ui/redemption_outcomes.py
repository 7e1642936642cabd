"""What claiming or giving back a voucher came to, as the next giant answer."""

from dataclasses import dataclass, replace
from typing import assert_never

from app.domain.vouchers import Expired, NotYet, WasVoided
from app.services import rewards, staff, vouchers
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.rewards import RedeemOutcome, RewardRedeemed
from app.services.shop import Shop
from app.services.voids import NeedsApproval
from app.services.vouchers import (
    ClaimedBefore,
    ClaimVoucherOutcome,
    ForABill,
    HandedOver,
    TicketShared,
    VoidVoucherOutcome,
    VoucherDamaged,
    VoucherOfAnotherShop,
    VoucherUnknown,
    VoucherVoided,
)
from app.services.writing import DiskFull
from app.ui.redemption_answers import (
    Answer,
    Saying,
    answer_to,
    claimed_before,
    for_a_bill,
    given_back,
    handed_over,
    thing_of,
    whom,
)
from app.ui.redemption_lookup import Seen, SeenVoucher, next_of, see_voucher
from app.ui.redemption_refusals import misfit_answer, stopped_answer


@dataclass(frozen=True, slots=True)
class Done:
    """An outcome, with who claimed before (`by`, a name) and what else waits (`more`)."""

    seen: SeenVoucher
    outcome: ClaimVoucherOutcome | VoidVoucherOutcome
    by: str = ""
    more: str = ""


def claim(shop: Shop, staff_id: str, seen: SeenVoucher) -> Done:
    """Claim a voucher; belongs off the screen's thread."""
    outcome = vouchers.claim_voucher(shop, staff_id, seen.number)
    more = next_of(shop, seen.view.member) if isinstance(outcome, HandedOver) else ""
    return Done(seen, outcome, _by(shop, outcome), more)


def give_back(shop: Shop, staff_id: str, approver: str, seen: SeenVoucher) -> Done:
    """Give a voucher back; belongs off the screen's thread."""
    outcome = vouchers.void_voucher(shop, staff_id, approver, seen.number)
    return Done(seen, outcome, _by(shop, outcome))


def buy(
    shop: Shop, staff_id: str, member: str, reward: str, event: str
) -> tuple[RedeemOutcome, Seen | None]:
    """Spend a member's coins on a reward; belongs off the screen's thread.

    With the outcome comes the voucher to hand over, None where there is none. `event` is the id
    that makes a second press harmless.
    """
    outcome = rewards.redeem(shop, staff_id, member, reward, event)
    if not isinstance(outcome, RewardRedeemed) or outcome.given:
        return outcome, None
    return outcome, see_voucher(shop, outcome.number)


def _by(shop: Shop, outcome: ClaimVoucherOutcome | VoidVoucherOutcome) -> str:
    if not isinstance(outcome, ClaimedBefore) or not outcome.staff:
        return ""
    names = {one.id: one.name for one in staff.list_staff(shop)}
    return names.get(outcome.staff, "")


def outcome_answer(done: Done, saying: Saying) -> Answer:  # noqa: PLR0911 - one for each
    """Return the answer to an outcome."""
    seen = done.seen
    match done.outcome:
        case HandedOver():
            return handed_over(seen, done.more, saying)
        case VoucherVoided(coins_back=coins):
            return given_back(seen, coins, saying)
        case ForABill():
            return for_a_bill(seen, saying)
        case ClaimedBefore():
            return claimed_before(seen, done.outcome, done.by, saying)
        case NotYet() | Expired() | WasVoided():
            return answer_to(replace(seen, view=replace(seen.view, fault=done.outcome)), saying)
        case VoucherDamaged() | VoucherUnknown() | VoucherOfAnotherShop():
            return misfit_answer(done.outcome)
        case (
            KeyTaken()
            | SoldOut()
            | SpentElsewhere()
            | NeedsNetwork()
            | DiskFull()
            | NeedsApproval()
            | TicketShared()
        ):
            return stopped_answer(done.outcome, thing_of(seen, saying), whom(seen.owner), saying)
        case _:
            assert_never(done.outcome)
