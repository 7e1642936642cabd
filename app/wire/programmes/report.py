"""What `sikka programme check FILE` prints: the faults, or what the programme costs."""

from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.cost import Cost, cost, prize_minor, worth_minor
from app.domain.grants import reward_of
from app.domain.offline import money_minor, per_member, per_station
from app.domain.programme import Programme, money_of
from app.domain.texts import text_in
from app.wire.programmes.reading import read_programme
from app.wire.programmes.table import Fault
from app.wire.programmes.unknown_goods import Goods
from app.wire.programmes.warnings import warnings

GOOD, FAULTY = 0, 2
NEW_MEMBERS = 100


def check_lines(
    path: Path, today: date | None = None, goods: Goods | None = None
) -> tuple[list[str], int]:
    """Return the lines to print about a programme file, and the exit code: 0 good, 2 faulty.

    A good one may have warnings. The cost is searched from `today` on, by default the shop's own
    date; with `goods`, of a catalogue, names it does not have are warned of.
    """
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        return [f"{path}: cannot be read: {error.strerror or error}"], FAULTY
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return [str(Fault(str(path), line, "", "bytes that are not text", "UTF-8"))], FAULTY
    programme = read_programme(text, str(path))
    if not isinstance(programme, Programme):
        count = f"{len(programme)} fault{'s' if len(programme) > 1 else ''}"
        return [*map(str, programme), f"{path}: {count}, nothing was changed."], FAULTY
    start = today or datetime.now(ZoneInfo(programme.time_zone)).date()
    warned = map(str, warnings(programme, text, str(path), start, goods))
    costs = _cost_lines(programme, cost(programme, start))
    risk = _offline_lines(programme)
    welcome = _welcome_lines(programme)
    return [_summary(path, programme), *costs, *welcome, *risk, *warned], GOOD


def _summary(path: Path, programme: Programme) -> str:
    rules, tiers = len(programme.earn), len(programme.tiers)
    return (
        f"{path}: good. {text_in(programme.name, 'en')}, {programme.currency},"
        f" {rules} rule{'s' * (rules != 1)}, {tiers} tier{'s' * (tiers != 1)},"
        f" id {programme.id[:12]}"
    )


def _offline_lines(programme: Programme) -> Iterator[str]:
    """Yield what a station risks while it cannot ask the hub, which only shops with a hub do."""
    terms, money = programme.offline, money_of(programme).full
    of_member = money_minor(programme, per_member(terms))
    if of_member and terms.hours:
        of_station = money(money_minor(programme, per_station(terms)))
        yield (
            f"A station that cannot reach the hub lets a member spend {money(of_member)} and all"
            f" members {of_station}, for {terms.hours} hours. So the most a member can overdraw is"
            f" {money(of_member)} for each station of the shop."
        )


def _welcome_lines(programme: Programme) -> Iterator[str]:
    """Yield what the welcome gift costs at most, which no bill pays for."""
    prize = programme.welcome
    if prize is None:
        return
    money, worth = money_of(programme).full, prize_minor(programme, prize)
    yield (
        f"The welcome gift costs at most {money(worth)} for each phone, once:"
        f" {money(worth * NEW_MEMBERS)} for {NEW_MEMBERS} new members."
    )
    reward = reward_of(programme, prize.reward)
    if reward is not None and not worth_minor(reward):
        yield f'  What "{reward.id}" costs comes on top: say it with cost in its [[reward]].'


def _cost_lines(programme: Programme, found: Cost) -> Iterator[str]:
    money = money_of(programme).full
    yield f"An ordinary weekday costs at most {percent(found.everyday)} of sales."
    yield f"The worst case costs {percent(found.percent)} of sales."
    if found.rules:
        worth = money(found.coins * programme.coin_value_minor)
        back = f" and {money(found.cashback_minor)} of credit" if found.cashback_minor else ""
        price = f" after {found.member_price} % member price" if found.member_price else ""
        goods = f" of {found.sku or found.category}" if found.sku or found.category else ""
        where = f" in {found.store}" if found.store else ""
        yield (
            f"  For example {money(found.bill_minor)}{goods}{price}{where}"
            f" on {found.on} at {found.minute // 60:02d}:{found.minute % 60:02d}"
            f' by a member of tier "{found.tier}": {found.coins} coins, worth {worth}{back}'
        )
        yield f"  by the rules {', '.join(found.rules)}."
    if found.bonuses:
        total = f"{found.bonus_coins} coins a bill ({money(found.bonus_minor)})"
        yield f"Fixed bonuses come on top and add up to {total}:"
    for bonus in found.bonuses:
        share = (
            f"{percent(bonus.percent)} of the smallest bill, {money(bonus.minimum_minor)}"
            if bonus.percent is not None
            else "on any bill, however small: consider a minimum"
        )
        yield f"  {bonus.rule}: {bonus.coins} coins ({money(bonus.worth_minor)}), {share}."


def percent(share: Fraction) -> str:
    """Return a percentage with two decimals, rounded up so that it never promises too little."""
    hundredths = -(-share.numerator * 100 // share.denominator)
    return f"{hundredths // 100}.{hundredths % 100:02d} %"
