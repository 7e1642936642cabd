"""The tables of a programme document, read into the domain's dataclasses."""

from collections.abc import Mapping
from datetime import time
from typing import NamedTuple, cast, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel.core import get_global

from app.domain.calendar import Numbering
from app.domain.coins import LotTerms
from app.domain.programme import Clawback, Consent, PayLimits, Programme
from app.domain.texts import Text
from app.wire.programmes.calendar import read_calendar
from app.wire.programmes.campaigns import read_campaigns
from app.wire.programmes.cashback import read_cashback
from app.wire.programmes.credit import read_credit
from app.wire.programmes.gifts import read_gifts
from app.wire.programmes.goals import read_goals, read_streaks
from app.wire.programmes.greetings import read_greetings
from app.wire.programmes.guards import read_guards
from app.wire.programmes.leaderboards import read_leaderboards
from app.wire.programmes.offline import read_offline
from app.wire.programmes.parts import DAYS_MAX, LANGUAGES, lot_terms, text
from app.wire.programmes.promos import read_promos
from app.wire.programmes.raffles import read_raffles
from app.wire.programmes.referral import read_referral
from app.wire.programmes.reviews import read_reviews
from app.wire.programmes.rewards import read_rewards
from app.wire.programmes.rules import Words, read_rule
from app.wire.programmes.surveys import read_surveys
from app.wire.programmes.table import INTEGER_MAX, Faults, Table, meant, one_of
from app.wire.programmes.tiers import read_status, read_tiers
from app.wire.programmes.welcome import read_welcome

MONTH_MINUTES = 31 * 24 * 60


class _Shop(NamedTuple):
    name: Text
    country: str
    currency: str
    digits: int
    time_zone: str
    day_starts: time
    languages: tuple[str, ...]
    numbering: Numbering
    financial_year_month: int
    stores: tuple[str, ...]
    raffles: bool


def programme_of(document: Mapping[str, object], faults: Faults, identity: str) -> Programme:
    """Return the programme a parsed document describes; what is wrong goes into `faults`."""
    root = Table(faults, (), document)
    shop = _shop(root.table("shop"))
    coins = root.table("coins")
    value = coins.money("value", shop.digits, 0)
    terms = lot_terms(coins, LotTerms())
    reinstatement = coins.integer("reinstatement_days", 0, DAYS_MAX, 30)
    pay = _pay(coins.table("pay"))
    coins.close()
    returns = root.table("returns")
    window = returns.integer("window_days", 0, DAYS_MAX, 30)
    clawback = cast("Clawback", returns.choice("clawback", get_args(Clawback), "within_balance"))
    returns.close()
    tiers, tier_rules = read_tiers(root, shop.languages)
    earning = root.table("earning")
    stacking = earning.choice("stacking", ("add", "best"), "add")
    excluded_skus = frozenset(earning.words("exclude_skus", "skus"))
    excluded_categories = frozenset(earning.words("exclude_categories", "categories"))
    paydays = frozenset(earning.whole("paydays", 1, 31))
    earning.close()
    words = Words(shop.languages, shop.digits, terms, tuple(tier.id for tier in tiers), shop.stores)
    earn = tuple(read_rule(table, words) for table in root.tables("earn")) + tier_rules
    status = read_status(root.table("status"), shop.digits)
    credit = read_credit(root.table("credit"), words)
    cashback = read_cashback(root, words, credit)
    surveys = read_surveys(root, words)
    guards = read_guards(root)
    offline = read_offline(root, shop.digits, pay.floor_coins)
    raffles = read_raffles(root, words, shop.country, allowed=shop.raffles)
    leaderboards = read_leaderboards(root, words)
    campaigns = read_campaigns(root, words)
    consent = _consent(root.table("consent"), shop.languages)
    station = root.table("station")
    claim_minutes = station.integer("claim_minutes", 0, MONTH_MINUTES, 24 * 60)
    lock_minutes = station.integer("lock_minutes", 1, 24 * 60, 10)
    pin_from_coins = station.integer("pin_from_coins", 0, INTEGER_MAX, 200)
    station.close()
    effective_from = root.day("effective_from")
    calendar = read_calendar(root.table("calendar"), shop.country, effective_from)
    goals = read_goals(root, words)
    streaks = read_streaks(root, words)
    reviews = read_reviews(root.table("reviews"))
    rewards = read_rewards(root, words)
    promos = read_promos(root, words)
    gifts = read_gifts(root, words)
    referral = read_referral(root, words)
    greetings = read_greetings(root, words)
    welcome, welcome_limit = read_welcome(root, words)
    root.close()
    return Programme(
        id=identity,
        name=shop.name,
        currency=shop.currency,
        currency_digits=shop.digits,
        languages=shop.languages,
        country=shop.country,
        time_zone=shop.time_zone,
        day_starts=shop.day_starts,
        numbering=shop.numbering,
        financial_year_month=shop.financial_year_month,
        effective_from=effective_from,
        return_window_days=window,
        clawback=clawback,
        reinstatement_days=reinstatement,
        coin_value_minor=value,
        pay=pay,
        terms=terms,
        stacking="best" if stacking == "best" else "add",
        excluded_skus=excluded_skus,
        excluded_categories=excluded_categories,
        paydays=paydays,
        earn=earn,
        status=status,
        tiers=tiers,
        consent=consent,
        claim_minutes=claim_minutes,
        lock_minutes=lock_minutes,
        pin_from_coins=pin_from_coins,
        stores=shop.stores,
        calendar=calendar,
        goals=goals,
        streaks=streaks,
        reviews=reviews,
        surveys=surveys,
        guards=guards,
        offline=offline,
        raffles=raffles,
        leaderboards=leaderboards,
        campaigns=campaigns,
        credit=credit,
        cashback=cashback,
        rewards=rewards,
        promos=promos,
        gifts=gifts,
        referral=referral,
        greetings=greetings,
        welcome=welcome,
        welcome_limit=welcome_limit,
    )


def _shop(table: Table) -> _Shop:
    languages = _languages(table)
    currency, digits = _currency(table)
    numbering = table.choice("numbering", get_args(Numbering), "financial_year")
    shop = _Shop(
        name=text(table, "name", languages),
        country=_country(table),
        currency=currency,
        digits=digits,
        time_zone=_zone(table),
        day_starts=table.clock("day_starts", time(0)) or time(0),
        languages=languages,
        numbering=cast("Numbering", numbering),
        financial_year_month=table.integer("financial_year_month", 1, 12, 4),
        stores=tuple(table.words("stores", "store names")),
        raffles=table.switch("raffles", default=False),
    )
    table.close()
    return shop


def _languages(table: Table) -> tuple[str, ...]:
    found = table.among("languages", tuple(LANGUAGES))
    if not table.get("languages"):
        table.fault("languages", f"a list of one or more of {one_of(LANGUAGES)}")
    return tuple(dict.fromkeys(found)) or ("en",)


def _currency(table: Table) -> tuple[str, int]:
    expected = 'a currency code such as "INR" or "PHP"'
    found = table.string("currency", expected)
    if found and found not in get_global("all_currencies"):
        table.fault("currency", expected + meant(found.upper(), get_global("all_currencies")))
        found = ""
    fractions = get_global("currency_fractions")
    return found, fractions.get(found, fractions["DEFAULT"])[0]


def _country(table: Table) -> str:
    expected = 'a country code such as "IN" or "PH"'
    found = table.string("country", expected)
    if found and found not in get_global("territory_currencies"):
        table.fault("country", expected)
    return found


def _zone(table: Table) -> str:
    expected = 'a time zone such as "Asia/Kolkata" or "Asia/Manila"'
    found = table.string("time_zone", expected)
    if found:
        try:
            ZoneInfo(found)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            table.fault("time_zone", expected + meant(found, available_timezones()))
            return "UTC"
    return found or "UTC"


def _pay(table: Table) -> PayLimits:
    limits = PayLimits(
        minimum_coins=table.integer("minimum", 1, INTEGER_MAX, 1),
        step_coins=table.integer("step", 1, INTEGER_MAX, 1),
        share_percent=table.integer("share_percent", 0, 100, 100),
        floor_coins=table.integer("floor", 0, INTEGER_MAX, 0),
    )
    table.close()
    return limits


def _consent(table: Table, languages: tuple[str, ...]) -> Consent:
    consent = Consent(
        version=table.string("version", 'a version in quotes, such as "2026-1"'),
        text=text(table, "text", languages),
        marketing=text(table, "marketing", languages),
    )
    table.close()
    return consent
