"""What each effect does to a member's state."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from app.domain.coins import credit
from app.domain.effects import (
    Aim,
    Claim,
    Credit,
    CreditExpire,
    CreditReverse,
    Debit,
    DebitRestore,
    Earn,
    Effect,
    Expire,
    Forfeit,
    Grant,
    Issue,
    Paid,
    Progress,
    Redebit,
    Referral,
    Respend,
    Restore,
    Reverse,
    Revoke,
    Spend,
    Status,
    TierDrop,
    TierHold,
    Unclaim,
    Visit,
    Withdraw,
)
from app.domain.fold.draft import Draft
from app.domain.members import Award, Brought, Held, Hold

HOLDS_KEPT_DAYS = 31


def apply(draft: Draft, effect: Effect) -> None:
    """Let one effect change the draft."""
    _APPLY[type(effect)](draft, effect)


# ---------------------------------------------------------------- coins


def _earn(draft: Draft, effect: Earn) -> None:
    credit(draft.coins.lots, effect.terms, effect.available_from, effect.expires_on, effect.amount)
    draft.earned += effect.amount
    draft.count(effect.rule, effect.period, effect.amount)


def _reverse(draft: Draft, effect: Reverse) -> None:
    draft.coins.reverse(
        effect.amount, effect.terms, effect.available_from, effect.expires_on, draft.on
    )
    draft.earned -= effect.amount
    draft.count(effect.rule, effect.period, -effect.amount)


def _spend(draft: Draft, effect: Spend) -> None:
    draft.coins.spend(effect.amount, effect.spend_id, draft.on)
    draft.spent += effect.amount


def _restore(draft: Draft, effect: Restore) -> None:
    draft.coins.restore(effect.amount, effect.spend_id, effect.lapsed_until, draft.on)
    draft.spent -= effect.amount


def _respend(draft: Draft, effect: Respend) -> None:
    draft.coins.respend(effect.amount, effect.spend_id, effect.on, effect.lots, draft.on)
    draft.spent += effect.amount


def _expire(draft: Draft, effect: Expire) -> None:
    draft.coins.expire(effect.amount, effect.terms, effect.available_from, effect.expires_on)


# ---------------------------------------------------------------- purchases and tiers


def _visit(draft: Draft, effect: Visit) -> None:
    draft.day(effect.on, visits=effect.count)
    draft.purchases += effect.count


def _status(draft: Draft, effect: Status) -> None:
    draft.day(effect.on, status=effect.points)


def _paid(draft: Draft, effect: Paid) -> None:
    draft.day(effect.on, paid_minor=effect.amount_minor)


def _hold(draft: Draft, effect: TierHold) -> None:
    oldest = draft.on - timedelta(days=HOLDS_KEPT_DAYS)
    draft.holds = [hold for hold in draft.holds if hold.until >= oldest]
    draft.holds.append(Hold(effect.tier, effect.reached_on, effect.until))


def _drop(draft: Draft, effect: TierDrop) -> None:
    draft.holds = [
        hold
        for hold in draft.holds
        if (hold.tier, hold.reached_on) != (effect.tier, effect.reached_on)
    ]


# ---------------------------------------------------------------- goals and gifts


def _progress(draft: Draft, effect: Progress) -> None:
    draft.add_progress(effect.key, effect.amount, effect.keep_until)


def _grant(draft: Draft, effect: Grant) -> None:
    award = Award(effect.key, effect.on, effect.keep_until, effect.gifts)
    draft.may_be_over |= effect.keep_until is not None and effect.keep_until < draft.newest
    draft.awards = sorted([*draft.awards, award], key=lambda one: (one.key, one.on))
    draft.add_done(effect.key.partition("|")[0], 1)


def _revoke(draft: Draft, effect: Revoke) -> None:
    left = [award for award in draft.awards if award.key != effect.key]
    if len(left) < len(draft.awards):
        draft.add_done(effect.key.partition("|")[0], len(left) - len(draft.awards))
        draft.awards = left


# ---------------------------------------------------------------- vouchers


def _issue(draft: Draft, effect: Issue) -> None:
    held = Held(
        voucher=effect.voucher,
        reward=effect.reward,
        number=effect.number,
        valid_from=effect.valid_from,
        until=effect.until,
        coins=effect.coins,
        benefit=effect.benefit,
        period=effect.period,
        stock=effect.stock,
    )
    draft.vouchers = sorted([*draft.vouchers, held], key=lambda one: (one.until, one.voucher))
    draft.count(f"reward:{effect.reward}", effect.period, 1)


def _change_voucher(draft: Draft, voucher: str, **change: Any) -> None:
    draft.vouchers = [
        held._replace(**change) if held.voucher == voucher else held for held in draft.vouchers
    ]


def _claim(draft: Draft, effect: Claim) -> None:
    # What was taken back stays so, also when another station tells late that it was used.
    if any(held.voucher == effect.voucher and held.status == "live" for held in draft.vouchers):
        _change_voucher(draft, effect.voucher, status="claimed", closed_on=effect.on)


def _unclaim(draft: Draft, effect: Unclaim) -> None:
    for held in draft.vouchers:
        if held.voucher == effect.voucher and held.status == "claimed":
            until = max(held.until, effect.until)
            _change_voucher(draft, held.voucher, status="live", closed_on=None, until=until)


def _withdraw(draft: Draft, effect: Withdraw) -> None:
    status = "void" if effect.reason == "void" else effect.reason
    for held in draft.vouchers:
        if held.voucher == effect.voucher and held.status == "live" and status != "expired":
            draft.count(f"reward:{held.reward}", held.period, -1)
    _change_voucher(draft, effect.voucher, status=status, closed_on=effect.on)


# ---------------------------------------------------------------- store credit


def _credit(draft: Draft, effect: Credit) -> None:
    credit(
        draft.credit.lots,
        effect.terms,
        effect.available_from,
        effect.expires_on,
        effect.amount_minor,
    )


def _credit_reverse(draft: Draft, effect: CreditReverse) -> None:
    draft.credit.reverse(
        effect.amount_minor, effect.terms, effect.available_from, effect.expires_on, draft.on
    )


def _debit(draft: Draft, effect: Debit) -> None:
    draft.credit.spend(effect.amount_minor, effect.spend_id, draft.on)


def _debit_restore(draft: Draft, effect: DebitRestore) -> None:
    # Nobody knows any more what it was: never money paid in, which could be paid out again.
    draft.credit.restore(
        effect.amount_minor, effect.spend_id, effect.lapsed_until, draft.on, "restored"
    )


def _redebit(draft: Draft, effect: Redebit) -> None:
    draft.credit.respend(effect.amount_minor, effect.spend_id, effect.on, effect.lots, draft.on)


def _credit_expire(draft: Draft, effect: CreditExpire) -> None:
    draft.credit.expire(effect.amount_minor, effect.terms, effect.available_from, effect.expires_on)


# ---------------------------------------------------------------- the person


def _referral(draft: Draft, effect: Referral) -> None:
    brought = Brought(effect.referrer, effect.window_days, effect.minimum_minor)
    draft.brought = brought if effect.referrer else None


def _aim(draft: Draft, effect: Aim) -> None:
    draft.aim = effect.reward


def _forfeit(draft: Draft, effect: Forfeit) -> None:
    draft.coins.lose(effect.coins, draft.on)
    draft.credit.lose(effect.credit_minor, draft.on)
    draft.vouchers = []
    draft.awards = []
    draft.own_progress().clear()
    draft.aim = ""
    draft.brought = None
    draft.erased = True


_APPLY: dict[type, Callable[[Draft, Any], None]] = {
    Earn: _earn,
    Reverse: _reverse,
    Spend: _spend,
    Restore: _restore,
    Respend: _respend,
    Visit: _visit,
    Status: _status,
    Paid: _paid,
    TierHold: _hold,
    TierDrop: _drop,
    Expire: _expire,
    Progress: _progress,
    Grant: _grant,
    Revoke: _revoke,
    Issue: _issue,
    Claim: _claim,
    Unclaim: _unclaim,
    Withdraw: _withdraw,
    Credit: _credit,
    CreditReverse: _credit_reverse,
    Debit: _debit,
    DebitRestore: _debit_restore,
    Redebit: _redebit,
    CreditExpire: _credit_expire,
    Referral: _referral,
    Aim: _aim,
    Forfeit: _forfeit,
}
