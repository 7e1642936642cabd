"""A member's own figures for the answers of the kiosk's help."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from app.domain.members import MemberState, credit_on
from app.domain.offers import COINS_DAYS
from app.domain.programme import Programme
from app.domain.rewards import offer_of
from app.domain.texts import text_in
from app.domain.tiers import progress
from app.domain.vouchers import usable
from app.insight.goals import GoalWords
from app.insight.words import Writer
from app.services.dashboard import Dashboard, dashboard_of
from app.services.pickups import waiting
from app.services.rewards import stock_left
from app.services.shop import Shop

Figures = Mapping[str, str | int]

CLOSED_DAYS: Final = 60
"""How long before it a day off is told."""


def figures_of(shop: Shop, member: str, language: str) -> Figures:
    """Return every figure the answers name; "" or 0 where there is nothing to say."""
    programme = shop.programme
    writer = Writer(programme, language)
    state = shop.state(member)
    seen = dashboard_of(shop, member)
    return {
        **_of_programme(programme, writer, language, seen.on),
        **_of_coins(programme, writer, seen),
        **_of_rewards(shop, state, seen, language),
        **_of_tier(programme, writer, state, seen.on, language),
        **_of_play(shop, writer, seen, language),
        "credit": writer.money(credit) if (credit := credit_on(state, seen.on).spendable) else "",
        "birthday": _birthday(programme, language),
        "birthday_known": _birthday_known(shop, member),
    }


def _of_programme(programme: Programme, writer: Writer, language: str, on: date) -> Figures:
    pay, referral = programme.pay, programme.referral
    words = GoalWords(programme, language)
    closed = sorted(day for day in programme.calendar.closed if 0 <= (day - on).days <= CLOSED_DAYS)
    return {
        "coin_value": writer.money(programme.coin_value_minor),
        "rules": _joined(
            text_in(rule.title, language)
            for rule in programme.earn
            if rule.kind == "per_amount" and not rule.when.tiers
        ),
        "offers": _joined(_offers(programme, language, on)),
        "months": programme.terms.expiry_months or 0,
        "reinstate": programme.reinstatement_days,
        "min": pay.minimum_coins,
        "step": pay.step_coins if pay.step_coins > 1 else 0,
        "share": pay.share_percent,
        "window": programme.return_window_days,
        "friend_me": words.prize(referral.referrer) if referral else "",
        "friend_them": words.prize(referral.friend) if referral else "",
        "friend_min": writer.money(referral.minimum_minor) if referral else "",
        "closed": _listed(writer.day(day) for day in closed),
    }


def _offers(programme: Programme, language: str, on: date) -> Iterable[str]:
    """Yield what runs on a date and not always."""
    for campaign in programme.campaigns:
        if campaign.dates[0] <= on <= campaign.dates[1]:
            yield text_in(campaign.title, language)
    for rule in programme.earn:
        now = any(first <= on <= last for first, last in rule.when.dates)
        always = rule.kind == "multiplier" and not rule.when.dates and not rule.when.tiers
        if now or always:
            yield text_in(rule.title, language)
    for promo in programme.promos:
        if promo.dates and promo.dates[0] <= on <= promo.dates[1]:
            yield text_in(promo.title, language)


def _of_coins(programme: Programme, writer: Writer, seen: Dashboard) -> Figures:
    coins = seen.coins
    soon = [(day, some) for day, some in coins.expiring if (day - seen.on).days <= 2 * COINS_DAYS]
    day, lapse = soon[0] if soon and coins.spendable else (seen.on, 0)
    return {
        "coins": coins.spendable,
        "worth": writer.money(coins.spendable * programme.coin_value_minor),
        "pending": coins.pending,
        "ends": lapse or programme.terms.expiry_months or 0,
        "lapse": min(lapse, coins.spendable),
        "lapse_day": writer.day(day),
    }


def _of_rewards(shop: Shop, state: MemberState, seen: Dashboard, language: str) -> Figures:
    writer = Writer(shop.programme, language)
    offers = offer_of(shop.programme, state, seen.on, stock_left(shop))
    missing = [offer for offer in offers if offer.missing > 0]
    nearest = min(missing, key=lambda offer: offer.missing, default=None)
    live = sorted(
        (held for held in state.vouchers if usable(held, seen.on) is None),
        key=lambda held: held.until,
    )
    mine = [one for one in waiting(shop) if one.member == state.member]
    titles = {reward.id: text_in(reward.title, language) for reward in shop.programme.rewards}
    return {
        "choices": seen.within + len(missing),
        "ready": seen.within,
        "next_reward": titles[nearest.reward.id] if nearest else "",
        "next_missing": nearest.missing if nearest else 0,
        "tickets": _joined(str(ticket) for ticket in sorted(one.ticket for one in mine)),
        "vouchers": len(live),
        "voucher_title": titles.get(live[0].reward, "") if live else "",
        "voucher_day": writer.day(live[0].until) if live else "",
        "aim": text_in(seen.aim.reward.title, language) if seen.aim else "",
        "aim_missing": seen.aim.missing if seen.aim else 0,
    }


def _of_tier(
    programme: Programme, writer: Writer, state: MemberState, on: date, language: str
) -> Figures:
    now = progress(programme, state, on)
    status = programme.status
    # Points come per full amount, so the money still to pay is a whole number of amounts.
    amounts = -(-now.missing // status.points)
    services = [text_in(service, language) for service in now.tier.services]
    return {
        "tier": text_in(now.tier.name, language),
        "services": f"{_joined(services)}." if services else "",
        "tier_next": text_in(now.next.name, language) if now.next else "",
        "tier_missing": writer.money(amounts * status.per_minor),
        "tier_day": writer.day(now.until) if now.until else "",
    }


def _of_play(shop: Shop, writer: Writer, seen: Dashboard, language: str) -> Figures:
    words = GoalWords(shop.programme, language)
    raffle = seen.raffle
    return {
        "challenge": _listed(words.bar(bar) for bar in seen.challenges),
        "badges": sum(badge.level > 0 for badge in seen.badges),
        "badges_all": len(seen.badges),
        "streak": words.streak(seen.streak) if seen.streak else "",
        "surveys": len(seen.surveys),
        "survey_coins": sum(one.coins for one in seen.surveys),
        "raffle": text_in(raffle.raffle.title, language) if raffle else "",
        "raffle_tickets": raffle.tickets if raffle else 0,
        "raffle_day": writer.day(raffle.raffle.draws_on) if raffle else "",
    }


def _birthday(programme: Programme, language: str) -> str:
    """Return what comes on a birthday."""
    gifts = (one.prize for one in programme.greetings if one.occasion == "birthday")
    return _joined(GoalWords(programme, language).prize(gift) for gift in gifts)


def _birthday_known(shop: Shop, member: str) -> int:
    """Return 1 when the birthday is known; never the day."""
    profile = shop.profile(member)
    return int(profile is not None and bool(shop.personal(profile, "birthday")[0]))


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _listed(parts: Iterable[str]) -> str:
    """Return parts that have commas of their own beside each other."""
    return " · ".join(parts)
