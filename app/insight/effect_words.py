"""The sentence of every effect."""

from datetime import date
from typing import Protocol, assert_never

from app.domain import effects as fx
from app.domain.effects import Effect
from app.insight.titles import Titles
from app.insight.words import Writer


class Vouchers(Protocol):
    """Who knows what vouchers are for."""

    def voucher(self, voucher: str) -> str:
        """Return the title of a voucher's reward."""


class EffectWords:
    """Says effects in one language, with the titles of the event's programme version."""

    def __init__(self, writer: Writer, titles: Titles, vouchers: Vouchers) -> None:
        self.writer = writer
        self.titles = titles
        self.vouchers = vouchers

    def say(self, effect: Effect) -> str:  # noqa: C901, PLR0911, PLR0912 - one for each effect
        """Return the sentence of an effect."""
        titles = self.titles
        match effect:
            case fx.Earn():
                return self._earned(effect)
            case fx.Reverse():
                return self._effect("reverse", coins=effect.amount, title=titles.of(effect.rule))
            case fx.Spend():
                return self._effect("spend", coins=effect.amount)
            case fx.Restore():
                return self._effect("restore", coins=effect.amount)
            case fx.Respend():
                return self._effect("respend", coins=effect.amount)
            case fx.Visit():
                name = "visit" if effect.count > 0 else "visit_gone"
                return self._effect(name, day=self._day(effect.on))
            case fx.Status():
                name = "status" if effect.points >= 0 else "status_gone"
                return self._effect(name, points=abs(effect.points))
            case fx.Paid():
                name = "paid" if effect.amount_minor >= 0 else "paid_gone"
                return self._effect(name, money=self._money(abs(effect.amount_minor)))
            case fx.TierHold():
                tier = titles.tier(effect.tier)
                return self._effect("tier_hold", tier=tier, day=self._day(effect.until))
            case fx.TierDrop():
                return self._effect("tier_drop", tier=titles.tier(effect.tier))
            case fx.Expire():
                day = self._day(effect.expires_on)
                return self._effect("expire", coins=effect.amount, day=day)
            case fx.Progress():
                name = "progress" if effect.amount >= 0 else "progress_gone"
                return self._effect(name, title=titles.of(effect.key), amount=self._count(effect))
            case fx.Grant():
                return self._effect("grant", title=titles.of(effect.key))
            case fx.Revoke():
                return self._effect("revoke", title=titles.of(effect.key))
            case fx.Issue():
                reward = titles.reward(effect.reward)
                return self._effect("issue", reward=reward, day=self._day(effect.until))
            case fx.Claim():
                return self._effect("claim", reward=self.vouchers.voucher(effect.voucher))
            case fx.Unclaim():
                return self._effect("unclaim", reward=self.vouchers.voucher(effect.voucher))
            case fx.Withdraw():
                name = f"withdraw_{effect.reason}"
                return self._effect(name, reward=self.vouchers.voucher(effect.voucher))
            case fx.Credit():
                money = self._money(effect.amount_minor)
                return self._effect("credit", money=money, title=titles.of(effect.rule))
            case fx.CreditReverse():
                money = self._money(effect.amount_minor)
                return self._effect("credit_reverse", money=money, title=titles.of(effect.rule))
            case fx.Debit():
                return self._effect("debit", money=self._money(effect.amount_minor))
            case fx.DebitRestore():
                return self._effect("debit_restore", money=self._money(effect.amount_minor))
            case fx.Redebit():
                return self._effect("redebit", money=self._money(effect.amount_minor))
            case fx.CreditExpire():
                money, day = self._money(effect.amount_minor), self._day(effect.expires_on)
                return self._effect("credit_expire", money=money, day=day)
            case fx.Referral():
                name = "referral" if effect.referrer else "referral_gone"
                return self._effect(name, days=effect.window_days)
            case fx.Aim():
                name = "aim" if effect.reward else "aim_none"
                return self._effect(name, reward=titles.reward(effect.reward))
            case fx.Forfeit():
                money = self._money(effect.credit_minor)
                return self._effect("forfeit", coins=effect.coins, money=money)
            case _:
                assert_never(effect)

    def _earned(self, earn: fx.Earn) -> str:
        title = self.titles.of(earn.rule)
        if earn.amount < earn.wanted:
            return self._effect("earn_capped", coins=earn.amount, wanted=earn.wanted, title=title)
        if earn.percent != 100:
            return self._effect("earn_times", coins=earn.amount, title=title)
        if earn.base_minor:
            base = self._money(earn.base_minor)
            return self._effect("earn_amount", coins=earn.amount, title=title, base=base)
        return self._effect("earn", coins=earn.amount, title=title)

    def _count(self, progress: fx.Progress) -> str:
        goal = self.titles.goal(progress.key)
        amount = abs(progress.amount)
        if goal is not None and goal.source == "spend":
            return self._money(amount)
        return self.writer.figures.number(amount)

    def _money(self, minor: int) -> str:
        return self.writer.money(minor)

    def _day(self, on: date) -> str:
        return self.writer.day(on)

    def _effect(self, name: str, **values: str | int) -> str:
        return self.writer.say("effect", name, **values)
