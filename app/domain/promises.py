"""What a programme may promise beside coins for a bill: frozen data, read from its TOML.

Money is in minor units; texts are localised; dates are business dates, both ends included.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.coins import LotTerms
from app.domain.conditions import CapPeriod, Condition
from app.domain.effects import Benefit
from app.domain.texts import Text

Source = Literal[
    "visits", "bills", "spend", "units", "categories", "surveys", "reviews", "referrals", "goals"
]
Window = Literal["ever", "dates", "day", "week", "month", "year"]
Dates = tuple[date, date]
CampaignMeasure = Literal["bills", "visits", "spend", "members", "new_members", ""]


@dataclass(frozen=True, slots=True)
class Prize:
    """What a promise gives: any of coins, store credit, a voucher for a reward, raffle tickets.

    `terms` and `credit_terms` None mean the programme's own.
    """

    coins: int = 0
    terms: LotTerms | None = None
    credit_minor: int = 0
    credit_terms: LotTerms | None = None
    reward: str = ""
    raffle: str = ""
    tickets: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to reach: a challenge, a badge with levels, or a milestone.

    `targets` are the levels, rising; `prizes` one for each (or none at all). `source` says what
    is counted: visits are business dates with something kept, spend minor units, units whole
    units of goods, categories distinct ones, goals other challenges done. `when` narrows which
    bills and lines count. `window` is the stretch in which it must be reached, `dates` the
    stretch in which it can be. With `repeat` it can be reached again: in each window, or for
    window "ever" each time the last target is reached anew. `requires` names goals that must be
    done before. `note` is what the owner says to whoever reaches it.
    """

    id: str
    kind: Literal["challenge", "badge", "milestone"]
    title: Text
    source: Source
    targets: tuple[int, ...]
    prizes: tuple[Prize, ...] = ()
    when: Condition = Condition()
    window: Window = "ever"
    dates: Dates | None = None
    repeat: bool = False
    requires: tuple[str, ...] = ()
    note: Text | None = None
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class Streak:
    """`visits` visits in each `unit`, without a gap, for `targets` units; one prize a target.

    Days the shop is closed never break it; a unit with fewer open days than visits asked for is
    passed over.
    """

    id: str
    title: Text
    unit: Literal["day", "week", "month"]
    visits: int
    targets: tuple[int, ...]
    prizes: tuple[Prize, ...] = ()
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class ShopCalendar:
    """When the shop is closed: weekdays (0 = Monday) and dates, holidays worked out by name.

    `holidays` gives the dates of each holiday by its English name, for greetings; only those in
    `closed` are days off.
    """

    closed_weekdays: frozenset[int] = frozenset()
    closed: frozenset[date] = frozenset()
    holidays: Mapping[str, tuple[date, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Reward:
    """What coins can be exchanged for, or a promise can give as a voucher.

    `coins` 0 = only given, never bought. `stock` in all (None = endless); `limit` for each
    member and `limit_period`. `tiers` who may have it (empty = all); `opens` and `closes` when.
    A voucher is usable from `starts_after_days` on for `valid_days`. `brand` made it and
    `paid_by` pays for it.
    """

    id: str
    title: Text
    coins: int
    benefit: Benefit
    valid_days: int = 90
    starts_after_days: int = 0
    stock: int | None = None
    limit: int | None = None
    limit_period: CapPeriod = "ever"
    tiers: frozenset[str] = frozenset()
    opens: date | None = None
    closes: date | None = None
    brand: str = ""
    paid_by: str = ""
    cost_minor: int = 0
    credit_minor: int = 0
    raffle: str = ""
    tickets: int = 0
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class Promo:
    """A code that takes something off a bill: one `code` for all, or a batch of single ones.

    `batch` > 0 makes that many codes of their own, each good once. `limit` uses in all (soft),
    `member_limit` for each member; `members_only` asks for a card.
    """

    id: str
    title: Text
    benefit: Benefit
    code: str = ""
    batch: int = 0
    dates: Dates | None = None
    first_purchase: bool = False
    members_only: bool = True
    limit: int | None = None
    member_limit: int = 1
    tiers: frozenset[str] = frozenset()
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class GiftRule:
    """A gift with a bill: `prize` once, or once for every full `per_minor` of what it covers.

    At most `cap` times for each member and `cap_period`.
    """

    id: str
    title: Text
    prize: Prize
    when: Condition = Condition()
    per_minor: int = 0
    cap: int | None = None
    cap_period: CapPeriod = "bill"
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class Cashback:
    """`percent_milli` thousandths of a percent of the money paid for what it covers, as credit.

    Floored to minor units; at most `cap_minor` a bill (0 = no cap).
    """

    id: str
    title: Text
    percent_milli: int
    when: Condition = Condition()
    cap_minor: int = 0
    terms: LotTerms | None = None
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class TopUp:
    """Pay in `pay_minor` with `code` and get `credit_minor`; the difference is a bonus lot."""

    id: str
    title: Text
    code: str
    pay_minor: int
    credit_minor: int
    dates: Dates | None = None
    first_only: bool = True
    terms: LotTerms = LotTerms()
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class CreditTerms:
    """Store credit: how long it lives, whether it can be paid out in money, top-up limits."""

    terms: LotTerms = LotTerms()
    cash_out: bool = False
    minimum_minor: int = 0
    maximum_minor: int = 0
    offers: tuple[TopUp, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferralTerms:
    """Both are paid when the friend's first paid sale has outlived the return window.

    `limit` friends for each member and month. The first sale must reach `minimum_minor`.
    """

    referrer: Prize
    friend: Prize
    minimum_minor: int = 0
    limit: int = 5


@dataclass(frozen=True, slots=True)
class Greeting:
    """A gift with a note from the owner, once for each member and calendar year of the day.

    `occasion` birthday, anniversary of joining, or festival, which names `holiday` (as the
    holidays package does) or `dates`. It goes out from `lead_days` before the day on, and while
    the shop was shut until `days` after it. `active_days` only who came within them (0 = all).
    `tier_prizes` replace `prize` for a tier. In a text `{name}` is the member's name.
    """

    id: str
    occasion: Literal["birthday", "anniversary", "festival"]
    title: Text
    note: Text
    prize: Prize = Prize()
    tier_prizes: Mapping[str, Prize] | None = None
    holiday: str = ""
    dates: tuple[date, ...] = ()
    days: int = 7
    active_days: int = 0
    lead_days: int = 0


@dataclass(frozen=True, slots=True)
class RafflePrize:
    """`count` of a prize."""

    id: str
    title: Text
    count: int = 1


@dataclass(frozen=True, slots=True)
class Raffle:
    """A prize draw. Tickets come with bills (gift rules), for coins, or with other promises.

    Tickets count from `opens` to `closes`; the draw is on `draws_on`, whose morning freezes
    them. `ticket_coins` 0 = not for sale; `ticket_limit` bought ones for each member (0 = no
    limit). `coins_for_part` go to everybody with a ticket then. A member wins one prize, or with
    `many` one for each ticket. `permit` is the number of the permit, `claim_days` how long a
    prize waits after the draw.
    """

    id: str
    title: Text
    opens: date
    closes: date
    draws_on: date
    prizes: tuple[RafflePrize, ...]
    mechanics: Text
    permit: str = ""
    ticket_coins: int = 0
    ticket_limit: int = 0
    claim_days: int = 30
    coins_for_part: int = 0
    many: bool = False
    campaign: str = ""


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """Members by alias and rank over a period; hidden while fewer than `at_least` take part."""

    id: str
    title: Text
    measure: Literal["visits", "points", "spend"]
    period: Literal["week", "month"]
    size: int = 10
    at_least: int = 5


@dataclass(frozen=True, slots=True)
class Campaign:
    """A season: what belongs together, when, what it is to bring and may cost.

    `target` of `measure` is its goal; `budget_coins` is soft: over-runs are reported.
    """

    id: str
    title: Text
    dates: Dates
    measure: CampaignMeasure = ""
    target: int = 0
    budget_coins: int = 0


@dataclass(frozen=True, slots=True)
class ReviewTerms:
    """Stars for a product: `coins` each, at most `limit` a month; only what the member bought."""

    coins: int = 0
    limit: int = 4


@dataclass(frozen=True, slots=True)
class GuardTerms:
    """When something lands in the review list; 0 switches a guard off.

    More than: `card_bills` bills of one card on a day; `staff_share` percent of a cashier's
    member bills in `staff_days` days on one card (from `staff_bills` bills on); `voids` voids by
    one cashier on a day of bills that had earned; `claims` guest sales credited to one member
    in 30 days; `quick_claims` guest sales that one cashier credits on a day within ten minutes
    of the bill; `goodwill` coins given by one member of staff on a day.
    """

    card_bills: int = 6
    staff_share: int = 20
    staff_bills: int = 30
    staff_days: int = 30
    voids: int = 3
    claims: int = 3
    quick_claims: int = 2
    goodwill: int = 500


@dataclass(frozen=True, slots=True)
class OfflineTerms:
    """What a station may let members spend while the hub cannot be asked; 0 = nothing.

    Coins, and store credit in minor units: for each member, and for all members of one station.
    Both count from the last time it had sent and received everything, at most `hours` ago.
    """

    coins_per_member: int = 0
    coins_per_station: int = 0
    credit_per_member_minor: int = 0
    credit_per_station_minor: int = 0
    hours: int = 0
