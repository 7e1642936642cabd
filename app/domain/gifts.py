"""Gifts with a bill: over a spend, or one for every so much on one receipt (LEDGER.md 14)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.amounts import Amounts
from app.domain.calendar import month_end
from app.domain.conditions import applies, at_time
from app.domain.effects import Effect, Gift, Grant, Reverse
from app.domain.facts import Context, Line
from app.domain.grants import Giving, grant, revoke, reward_of
from app.domain.members import Award, MemberState, times_done
from app.domain.programme import Programme
from app.domain.promises import GiftRule, Prize
from app.domain.raffles import gives_tickets
from app.domain.rating import Rules, cap_key


class GiftHit(NamedTuple):
    """A gift rule a bill meets, `times` over (more than once only with `per_minor`)."""

    rule: GiftRule
    times: int


def gifts_of(rules: Rules, lines: Sequence[Line], context: Context) -> list[GiftHit]:
    """Return the gift rules a bill meets, caps aside; goods that never earn do not count."""
    programme = rules.programme
    now = [
        rule
        for rule in programme.gifts
        if at_time(rule.when, context.minute) and applies(rule.when, context, programme.paydays)
    ]
    if not now:
        return []
    amounts = Amounts(programme, lines)
    hits = []
    for rule in now:
        if amounts.total >= max(1, rule.when.minimum_minor):
            narrowed = rule.when.skus or rule.when.categories
            base = amounts.within(rule.when) if narrowed else amounts.total
            times = base // rule.per_minor if rule.per_minor else int(base > 0)
            if times:
                hits.append(GiftHit(rule, times))
    return hits


def prizes_of(
    rules: Rules, lines: Sequence[Line], context: Context, state: MemberState
) -> tuple[Prize, ...]:
    """Return what a member's bill would bring as gifts, as far as each rule's cap allows."""
    hits = gifts_of(rules, lines, context)
    given = (
        _given(rules.programme, _times(rule.prize, times), context.on)
        for rule, times in hits
        if not _capped(rule, state, context.on)
    )
    return tuple(prize for prize in given if prize is not None)


def _given(programme: Programme, prize: Prize, on: date) -> Prize | None:
    """Return what of a prize `grant` gives on a business date, None when that is nothing."""
    if prize.tickets and not gives_tickets(programme, prize.raffle, on):
        prize = replace(prize, tickets=0)
    something = prize.coins or prize.credit_minor or prize.tickets
    return prize if something or reward_of(programme, prize.reward) else None


class NextGift(NamedTuple):
    """The nearest gift a bill does not reach yet, and the money it still takes."""

    rule: GiftRule
    more_minor: int


def next_gift(
    rules: Rules, lines: Sequence[Line], context: Context, state: MemberState
) -> NextGift | None:
    """Return the gift over a spend that is nearest to a bill, or None when all are reached.

    Only where the spend is all that is missing, and the member may still have it.
    """
    programme = rules.programme
    open_ = [
        replace(rule, prize=prize)
        for rule in programme.gifts
        if rule.when.minimum_minor
        and at_time(rule.when, context.minute)
        and applies(rule.when, context, programme.paydays)
        and not _capped(rule, state, context.on)
        and (prize := _given(programme, rule.prize, context.on)) is not None
    ]
    if not open_:
        return None
    amounts = Amounts(programme, lines)
    missing = [
        NextGift(rule, rule.when.minimum_minor - amounts.total)
        for rule in open_
        if amounts.total < rule.when.minimum_minor and _has_its_goods(rule, amounts)
    ]
    return min(missing, key=lambda one: one.more_minor, default=None)


def _has_its_goods(rule: GiftRule, amounts: Amounts) -> bool:
    narrowed = rule.when.skus or rule.when.categories
    return not narrowed or amounts.within(rule.when) > 0


def gift_grants(
    rules: Rules, hits: Sequence[GiftHit], state: MemberState | None, giving: Giving
) -> tuple[Effect, ...]:
    """Return the effects that give a bill's gifts, as far as each rule's cap allows.

    A gift of nothing (its raffle is over) is not given and uses no cap.
    """
    effects: list[Effect] = []
    for rule, times in hits:
        if not _capped(rule, state, giving.on):
            key = gift_key(rule, giving.on, giving.event_id)
            keep = _keep_until(rules.programme, rule, giving.on)
            prize = _times(rule.prize, times)
            given = grant(rules.programme, giving, key, prize, keep)
            if any(isinstance(one, Grant) and one.gifts for one in given):
                effects += given
    return tuple(effects)


def gift_key(rule: GiftRule, on: date, sale: str) -> str:
    """Return the grant key of a gift with a sale: `gift:<rule>|<cap period>|<sale>`."""
    period = cap_key(rule.cap_period, on) if rule.cap else ""
    return f"gift:{rule.id}|{period}|{sale}"


def gifts_with(state: MemberState, sale: str) -> list[Award]:
    """Return the gifts a member still holds from a sale."""
    return [
        award
        for award in state.awards
        if award.key.startswith("gift:") and award.key.endswith(f"|{sale}")
    ]


class GiftsBack(NamedTuple):
    """What a return takes of a sale's gifts: effects, coins among them, rewards used already.

    `short` coins of them are not there any more.
    """

    effects: tuple[Effect, ...]
    coins: int
    used: tuple[str, ...]
    short: int


def gifts_back(
    rules: Rules,
    state: MemberState,
    sale: str,
    left: Sequence[GiftHit],
    on: date,
    have: int,
) -> GiftsBack:
    """Return how a sale's gifts shrink to what is `left` of them after a return.

    `have` is how many coins can be taken. Tickets of a raffle that is frozen stay.
    """
    programme = rules.programme
    stays = {f"gift:{hit.rule.id}": hit for hit in left}
    effects: list[Effect] = []
    used: list[str] = []
    coins = short = 0
    for award in gifts_with(state, sale):
        hit = stays.get(award.key.partition("|")[0])
        kept = _kept(programme, award, hit, on)
        if kept == award.gifts:
            continue
        lost = tuple(one for one in award.gifts if one not in kept)
        shrunk = [_less(one, kept) for one in lost]
        taken = revoke(programme, state, [award._replace(gifts=tuple(shrunk))], on, have - coins)
        coins += sum(one.amount for one in taken.effects if isinstance(one, Reverse))
        effects += taken.effects
        used += taken.used
        short += taken.short
        if kept:
            effects.append(Grant(award.key, award.on, award.keep_until, kept))
    return GiftsBack(tuple(effects), coins, tuple(used), short)


def _kept(programme: Programme, award: Award, hit: GiftHit | None, on: date) -> tuple[Gift, ...]:
    prize = _times(hit.rule.prize, hit.times) if hit else Prize()
    amounts = {"coins": prize.coins, "credit": prize.credit_minor, "tickets": prize.tickets}
    kept = []
    for gift in award.gifts:
        if gift.kind == "tickets" and _frozen(programme, gift.ref, on):
            kept.append(gift)
        elif gift.kind == "voucher":
            if hit is not None:
                kept.append(gift)
        else:
            amount = min(gift.amount, amounts.get(gift.kind, 0))
            if amount:
                kept.append(gift._replace(amount=amount))
    return tuple(kept)


def _less(gift: Gift, kept: Sequence[Gift]) -> Gift:
    stays = next((one for one in kept if (one.kind, one.ref) == (gift.kind, gift.ref)), None)
    return gift._replace(amount=gift.amount - stays.amount) if stays else gift


def _frozen(programme: Programme, raffle_id: str, on: date) -> bool:
    raffle = next((one for one in programme.raffles if one.id == raffle_id), None)
    return raffle is not None and on >= raffle.draws_on


def _times(prize: Prize, times: int) -> Prize:
    if times == 1:
        return prize
    return replace(
        prize,
        coins=prize.coins * times,
        credit_minor=prize.credit_minor * times,
        tickets=prize.tickets * times,
    )


def _capped(rule: GiftRule, state: MemberState | None, on: date) -> bool:
    """Say whether the member has had the gift as often as the cap's period allows."""
    if rule.cap is None or rule.cap_period == "bill" or state is None:
        return False
    source = f"gift:{rule.id}"
    if rule.cap_period == "ever":
        return times_done(state, source) >= rule.cap
    prefix = f"{source}|{cap_key(rule.cap_period, on)}|"
    return sum(award.key.startswith(prefix) for award in state.awards) >= rule.cap


def _keep_until(programme: Programme, rule: GiftRule, on: date) -> date:
    """Return until when the gift must be known: for its return, its cap and its draw."""
    ends = [on + timedelta(days=programme.return_window_days + 7)]
    if rule.cap and rule.cap_period == "week":
        ends.append(on + timedelta(days=7))
    if rule.cap and rule.cap_period == "month":
        ends.append(month_end(on))
    if rule.cap and rule.cap_period == "year":
        ends.append(date(on.year, 12, 31))
    raffle = next((one for one in programme.raffles if one.id == rule.prize.raffle), None)
    if raffle is not None:
        ends.append(raffle.draws_on + timedelta(days=raffle.claim_days))
    return max(ends)
