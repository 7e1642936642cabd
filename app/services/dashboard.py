"""All that a member's first screen shows, gathered in one go from one state (issue 5, LOOK.md)."""

from dataclasses import dataclass
from datetime import date

from app.domain.coins import Balance
from app.domain.dashboard import Way, goal_offered, shown_first
from app.domain.members import Held, MemberState, coins_on
from app.domain.offers import COINS_DAYS, CoinsLapsing, Suggestion, Towards, aim_of, for_you
from app.domain.promises import Leaderboard, Raffle, ReferralTerms
from app.domain.rewards import Offer, offer_of
from app.domain.tiers import TierProgress, progress
from app.domain.welcome import KEY as WELCOMED
from app.services.goals import Badge, GoalBar, GoalsView, StreakBar, goals_in, goals_of
from app.services.leaderboards import Board, board
from app.services.raffles import held_in
from app.services.rewards import stock_left
from app.services.shop import Moment, Shop
from app.services.surveys import OpenSurvey, surveys_in
from app.services.welcome import WelcomeGift, welcome_gift


@dataclass(frozen=True, slots=True)
class RaffleStand:
    """A raffle that runs, and how many tickets of it are the member's."""

    raffle: Raffle
    tickets: int


@dataclass(frozen=True, slots=True)
class BoardStand:
    """A leaderboard that can be shown, until when, and the member's position (0 = none yet)."""

    terms: Leaderboard
    until: date
    position: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """How far a member is with everything, on one business date.

    `aim` is the reward saved for; without one `offered` is a reward to save for, if there is
    any. `challenges` are at most three (`domain.dashboard.shown_first`), `streak` the one that
    runs longest, `badges` those of the programme with what is won first. `lapsing` are the coins
    to be used next. `within` rewards can be had now and `almost` are nearly there; `vouchers`
    can be used now. `raffle`, `board` and `friend` are None where the shop has none, `welcome` is
    the welcome gift until it was claimed.
    """

    member: str
    on: date
    coins: Balance
    worth_minor: int
    tier: TierProgress
    aim: Towards | None
    offered: Offer | None
    challenges: tuple[GoalBar, ...]
    streak: StreakBar | None
    badges: tuple[Badge, ...]
    lapsing: CoinsLapsing | None
    for_you: tuple[Suggestion, ...]
    surveys: tuple[OpenSurvey, ...]
    within: int
    almost: int
    vouchers: int
    raffle: RaffleStand | None
    board: BoardStand | None
    friend: ReferralTerms | None
    welcome: WelcomeGift | None


def dashboard_of(shop: Shop, member: str) -> Dashboard:
    """Return a member's dashboard; of one merged away, the survivor's."""
    moment = shop.moment()
    state = shop.state(member)
    on, rules = moment.on, shop.rules
    offers = offer_of(rules.programme, state, on, stock_left(shop))
    goals = goals_in(shop, state, on)
    coins = coins_on(state, on)
    aim = aim_of(rules, state, on)
    return Dashboard(
        member=state.member,
        on=on,
        coins=coins,
        worth_minor=coins.spendable * rules.programme.coin_value_minor,
        tier=progress(rules.programme, state, on),
        aim=aim,
        offered=None if aim else goal_offered(offers),
        challenges=challenges_shown(goals),
        streak=_streak(goals),
        badges=_wall(goals),
        lapsing=_lapsing(coins, moment),
        for_you=for_you(rules, state, on, offers),
        surveys=surveys_in(shop, state, moment),
        within=sum(offer.fault is None for offer in offers),
        almost=sum(offer.almost for offer in offers),
        vouchers=sum(_is_live(one, on) for one in state.vouchers),
        raffle=_raffle(shop, state, on),
        board=_board(shop, state),
        friend=rules.programme.referral,
        welcome=None if WELCOMED in state.once else welcome_gift(shop, state.member),
    )


def badges_of(shop: Shop, member: str) -> tuple[Badge, ...]:
    """Return the programme's badges with how far a member is, what is won first."""
    return _wall(goals_of(shop, member))


def _wall(goals: GoalsView) -> tuple[Badge, ...]:
    return tuple(sorted(goals.badges, key=lambda one: one.level == 0))


def challenges_shown(goals: GoalsView) -> tuple[GoalBar, ...]:
    """Return the challenges to show first: not what is done, still locked or out of reach."""
    bars = [bar for bar in goals.bars if not bar.finished and not bar.locked_by]
    bars = [bar for bar in bars if _is_reachable(bar, goals.on)]
    ways = [Way(bar.amount, bar.target, bar.until) for bar in bars]
    return tuple(bars[at] for at in shown_first(ways, goals.on))


def _is_reachable(bar: GoalBar, on: date) -> bool:
    """Say whether what is missing can be done until the last day; one day is one visit."""
    if bar.source != "visits" or bar.until is None:
        return True
    return bar.target - bar.amount <= (bar.until - on).days + 1


def _streak(goals: GoalsView) -> StreakBar | None:
    return max(goals.streaks, key=lambda bar: bar.standing.current, default=None)


def _lapsing(coins: Balance, moment: Moment) -> CoinsLapsing | None:
    if not coins.expiring or not coins.spendable:
        return None
    until, amount = coins.expiring[0]
    if (until - moment.on).days > COINS_DAYS:
        return None
    return CoinsLapsing(until, min(amount, coins.spendable))


def _is_live(held: Held, on: date) -> bool:
    return held.status == "live" and held.valid_from <= on <= held.until


def _raffle(shop: Shop, state: MemberState, on: date) -> RaffleStand | None:
    """Return the raffle that is drawn next, if one runs."""
    running = [one for one in shop.programme.raffles if one.opens <= on <= one.draws_on]
    raffle = min(running, key=lambda one: one.draws_on, default=None)
    if raffle is None:
        return None
    return RaffleStand(raffle, len(held_in(shop, state, state.member, raffle.id)))


def _board(shop: Shop, state: MemberState) -> BoardStand | None:
    """Return the first leaderboard that enough members take part in."""
    for terms in shop.programme.leaderboards:
        found = board(shop, terms.id, state.member, state)
        if isinstance(found, Board):
            return BoardStand(terms, found.until, found.own.position if found.own else 0)
    return None
