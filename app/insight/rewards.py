"""Rewards, vouchers and "for you" in plain words, in the language of whoever reads."""

from collections.abc import Iterator
from typing import assert_never

from app.domain.bill_faults import NotEnoughCoins
from app.domain.codes import Misread, VoucherNumber, read_voucher, short_number
from app.domain.grants import reward_of
from app.domain.offers import CoinsLapsing, GoalNear, Suggestion, Towards, VoucherEnding
from app.domain.rewards import (
    LimitReached,
    NotForCoins,
    NotOpen,
    NotYours,
    Offer,
    OutOfStock,
    RewardFault,
)
from app.domain.texts import text_in
from app.domain.vouchers import AlreadyClaimed, Expired, NotYet, WasVoided
from app.insight.spending import why_not
from app.insight.words import Writer
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.rewards import (
    AimChosen,
    AimOutcome,
    RedeemOutcome,
    RewardRedeemed,
    RewardUnknown,
    my_aim,
    rewards_of,
    suggestions,
)
from app.services.sales import AlreadyRecorded
from app.services.shop import Shop
from app.services.spending import SpendRefusal
from app.services.voids import NeedsApproval
from app.services.vouchers import (
    ClaimedBefore,
    ForABill,
    HandedOver,
    Refused,
    TicketShared,
    VoucherDamaged,
    VoucherOfAnotherShop,
    VoucherUnknown,
    VoucherView,
    VoucherVoided,
    find_voucher,
)
from app.services.writing import DiskFull
from app.storage.staff import read_staff


class RewardWords:
    """Tells rewards and vouchers of one shop in one language."""

    def __init__(self, shop: Shop, language: str) -> None:
        self.shop = shop
        self.language = language
        self.writer = Writer(shop.programme, language)

    def lines(self, member: str) -> Iterator[str]:
        """Yield what `sikka rewards MEMBER` prints: every reward, then what is near."""
        offers = rewards_of(self.shop, member)
        for offer in offers:
            yield self.writer.say(
                "reward",
                "line",
                reward=self.title(offer.reward.id),
                coins=offer.reward.coins,
                why=self.offer(offer),
            )
        if not offers:
            yield self.writer.say("reward", "none")
        aim = my_aim(self.shop, member)
        if aim is not None and aim.next_bill:
            yield self.writer.say("reward", "aim_next", coins=aim.next_bill)
        near = suggestions(self.shop, member)
        if near:
            yield self.writer.say("reward", "for_you")
            yield from (f"  {self.suggestion(one)}" for one in near)

    def title(self, reward_id: str) -> str:
        """Return a reward's title, or its id when the programme has it no more."""
        reward = reward_of(self.shop.programme, reward_id)
        return text_in(reward.title, self.language) if reward else reward_id

    def offer(self, offer: Offer) -> str:
        """Return what stands between a member and a reward."""
        if offer.almost:
            return self.writer.say("reward", "almost", coins=offer.missing)
        return self.fault(offer.fault)

    def fault(self, fault: RewardFault | None) -> str:  # noqa: PLR0911 - one for each
        """Return why a reward cannot be had."""
        say, day = self.writer.say, self.writer.day
        match fault:
            case None:
                return say("reward", "ready")
            case NotEnoughCoins(coins=coins, spendable=spendable):
                return say("reward", "missing", coins=coins - spendable)
            case NotYours(tiers=tiers):
                return say("reward", "tier", tiers=self._tiers(tiers))
            case NotOpen(opens=opens, closes=closes):
                today = self.shop.moment().on
                if opens is not None and today < opens:
                    return say("reward", "opens", day=day(opens))
                return say("reward", "over", day=day(closes or today))
            case LimitReached():
                return say("reward", "limit")
            case OutOfStock():
                return say("reward", "stock")
            case NotForCoins():
                return say("reward", "given")
            case _:
                assert_never(fault)

    def suggestion(self, one: Suggestion) -> str:
        """Return one thing to point out to a member."""
        say, day = self.writer.say, self.writer.day
        match one:
            case Towards():
                return self.aim(one)
            case Offer():
                return say("reward", "near", reward=self.title(one.reward.id), why=self.offer(one))
            case CoinsLapsing(until=until, coins=coins):
                return say("reward", "lapsing", coins=coins, day=day(until))
            case VoucherEnding(held=held):
                return say("reward", "ending", reward=self.title(held.reward), day=day(held.until))
            case GoalNear(goal=goal, percent=percent):
                title = text_in(goal.title, self.language)
                return say("reward", "goal", title=title, percent=percent)
            case _:
                assert_never(one)

    def aim(self, aim: Towards) -> str:
        """Return how far a member is from the reward saved for."""
        return self.writer.say(
            "reward",
            "aim",
            reward=self.title(aim.reward.id),
            have=aim.have,
            coins=aim.coins,
            percent=aim.percent,
        )

    def redeemed(  # noqa: PLR0911 - one for each
        self, reward_id: str, outcome: RedeemOutcome | AimOutcome
    ) -> str:
        """Return what came of redeeming, or of choosing what to save for."""
        say = self.writer.say
        match outcome:
            case RewardRedeemed():
                return say(
                    "reward",
                    "at_once" if outcome.given else "redeemed",
                    reward=self.title(outcome.reward),
                    number=short_number(VoucherNumber(outcome.number)),
                    day=self.writer.day(outcome.until),
                    before=outcome.before,
                    after=outcome.after,
                )
            case AimChosen(aim=aim):
                return self.aim(aim) if aim else say("reward", "aim_none")
            case RewardUnknown(reward=reward):
                return say("reward", "unknown", reward=reward)
            case AlreadyRecorded():
                return say("reward", "again")
            case DiskFull():
                return say("reward", "disk")
            case SpentElsewhere() | KeyTaken() | SoldOut() | NeedsNetwork():
                why = why_not(self.writer, self.shop.programme, outcome)
                return say("reward", "refused", reward=self.title(reward_id), why=why)
            case _:
                why = self.fault(outcome)
                return say("reward", "refused", reward=self.title(reward_id), why=why)

    def voucher_fault(self, fault: ClaimedBefore | NotYet | Expired | WasVoided) -> str:
        """Return why a voucher cannot be used."""
        say, day = self.writer.say, self.writer.day
        match fault:
            case ClaimedBefore(on=None):
                return say("voucher", "claimed_before")
            case ClaimedBefore(on=on, staff=staff) if on is not None:
                name = self._staff(staff)
                said = "claimed_by" if name else "claimed"
                return say("voucher", said, day=day(on), staff=name)
            case NotYet(valid_from=valid_from):
                return say("voucher", "not_yet", day=day(valid_from))
            case Expired(until=until):
                return say("voucher", "expired", day=day(until))
            case _:
                return say("voucher", "void")

    def handed_over(self, done: HandedOver) -> Iterator[str]:
        """Yield what to hand over for a voucher that was just claimed, and what to check."""
        say = self.writer.say
        yield say("voucher", "hand_over", reward=text_in(done.title, self.language) or done.reward)
        if done.goods:
            goods = ", ".join(one.partition(":")[2] for one in done.goods)
            yield say("voucher", "goods", goods=goods)
        if done.brand:
            yield say("voucher", "brand", brand=done.brand)

    def voucher(self, found: VoucherView) -> str:
        """Return a voucher as it stands."""
        match found.fault:
            case None:
                why = self.writer.say("voucher", "good", day=self.writer.day(found.held.until))
            case AlreadyClaimed(on=on):
                why = self.voucher_fault(ClaimedBefore(on))
            case _:
                why = self.voucher_fault(found.fault)
        return self._shown(found.held.number, found.held.reward, why)

    def refused(  # noqa: PLR0911 - one for each
        self, number: str, outcome: Refused | ForABill | NeedsApproval | SpendRefusal | DiskFull
    ) -> str:
        """Return why a voucher was not claimed or given back."""
        say = self.writer.say
        match outcome:
            case VoucherDamaged():
                return say("voucher", "damaged")
            case VoucherUnknown(short=short):
                return say("voucher", "unknown", number=short)
            case VoucherOfAnotherShop(short=short):
                return say("voucher", "other_shop", number=short)
            case TicketShared(ticket=ticket, numbers=numbers):
                shorts = ", ".join(short_number(VoucherNumber(one)) for one in numbers)
                return say("voucher", "shared", number=ticket, numbers=shorts)
            case ForABill():
                return say("voucher", "bill", number=number)
            case NeedsApproval():
                return say("voucher", "approval")
            case DiskFull():
                return say("reward", "disk")
            case _:
                found = find_voucher(self.shop, number)
                reward = found.held.reward if isinstance(found, VoucherView) else number
                return self._shown(number, reward, self._why(outcome))

    def _why(self, outcome: ClaimedBefore | NotYet | Expired | WasVoided | SpendRefusal) -> str:
        if isinstance(outcome, SpendRefusal):
            return why_not(self.writer, self.shop.programme, outcome)
        return self.voucher_fault(outcome)

    def voided(self, done: VoucherVoided) -> str:
        """Return that a voucher was given back."""
        return self.writer.say("voucher", "voided", coins=done.coins_back)

    def _shown(self, number: str, reward: str, why: str) -> str:
        read = read_voucher(number)
        short = number if isinstance(read, Misread) else short_number(read)
        return self.writer.say("voucher", "shown", number=short, reward=self.title(reward), why=why)

    def _tiers(self, ids: frozenset[str]) -> str:
        names = [one.name for one in self.shop.programme.tiers if one.id in ids]
        return ", ".join(text_in(one, self.language) for one in names)

    def _staff(self, staff: str) -> str:
        with self.shop.db.cursor(None) as cursor:
            return next((one.name for one in read_staff(cursor) if one.staff == staff), "")
