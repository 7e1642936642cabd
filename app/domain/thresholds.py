"""Which promises a member's state keeps, and which it does not keep any more (LEDGER.md 5).

Thresholds are not facts: a station runs this to predict and celebrate, the cell runs it after
each booking and books the difference as events of its own.

When a bill passes several targets of one goal at once, each is granted by an event of its own
with its own prize, lowest first: who tells the member tells the last of them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from app.domain import streaks
from app.domain.coins import coins_on_hand
from app.domain.effects import Effect, Grant, Reverse, TierDrop
from app.domain.events import Event, Kind
from app.domain.facts import Facts, Promised, Threshold
from app.domain.goals import Gained, changes
from app.domain.grants import Giving, grant, revoke
from app.domain.ids import derived_id
from app.domain.members import Award, MemberState, newest_day, used_gifts
from app.domain.money import MINOR_MAX
from app.domain.promises import Prize
from app.domain.rating import Rules
from app.domain.tiers import reconcile as reconcile_tiers


class Verdict(NamedTuple):
    """A promise found kept or broken: the event to book for it, whose id follows from its cause."""

    id: str
    kind: Kind
    facts: Facts
    effects: tuple[Effect, ...]


def reconcile(
    rules: Rules, state: MemberState, cause: Event, cell_hint: str
) -> tuple[Verdict, ...]:
    """Return what changes after `cause` was folded into `state`; nothing when all is as it is.

    Booking one verdict may bring the next (a badge for challenges done), so it is asked again
    until nothing is left.
    """
    on = max(cause.on, newest_day(state))
    return (
        *_tier_verdicts(rules, state, cause, on),
        *_goal_verdicts(rules, state, cause, on, cell_hint),
    )


def may_go_on(rules: Rules, verdicts: Sequence[Verdict]) -> bool:
    """Say whether booking these may bring further ones; a goal no other depends on does not."""
    return any(
        not (
            isinstance(facts := one.facts, Promised)
            and one.kind == "granted"
            and facts.key.startswith("goal:")
            and not rules.goals.opens_others(facts.source, facts.key)
        )
        for one in verdicts
    )


def _tier_verdicts(rules: Rules, state: MemberState, cause: Event, on: date) -> tuple[Verdict, ...]:
    verdicts = []
    for effect in reconcile_tiers(rules.programme, state, on):
        purpose = f"{type(effect).__name__}:{effect.tier}:{effect.reached_on}"
        kind: Kind = "tier_lost" if isinstance(effect, TierDrop) else "tier_reached"
        verdicts.append(
            Verdict(derived_id(cause.id, purpose), kind, Threshold(cause.id), (effect,))
        )
    return tuple(verdicts)


class _Won(NamedTuple):
    """Something to grant: what promised it, the grant's key, the prize, until when it can fall."""

    source: str
    key: str
    prize: Prize
    keep_until: date | None
    badge: tuple[str, int] | None = None


def _goal_verdicts(
    rules: Rules, state: MemberState, cause: Event, on: date, cell_hint: str
) -> tuple[Verdict, ...]:
    """Return what goals and streaks lost; if nothing, what they gained."""
    programme = rules.programme
    lost, gained = changes(rules.goals, state, cause, on)
    taken: list[tuple[str, Award]] = [(one.goal.kind, one.award) for one in lost]
    won = [_won(one) for one in gained]
    for streak in programme.streaks:
        broken, reached = streaks.changes(programme.calendar, streak, state, cause)
        taken += [("streak", one.award) for one in broken]
        won += [
            _Won("streak", one.key, _prize(streak.prizes, one.level), one.keep_until)
            for one in reached
        ]
    if taken:
        return tuple(_revoked(rules, state, cause, on, taken))
    return tuple(_granted(rules, cause, on, cell_hint, one) for one in won)


def _won(gained: Gained) -> _Won:
    goal = gained.goal
    badge = (goal.id, gained.level) if goal.kind == "badge" else None
    prize = _prize(goal.prizes, gained.level)
    return _Won(goal.kind, gained.key, prize, gained.keep_until, badge)


def _prize(prizes: tuple[Prize, ...], level: int) -> Prize:
    return prizes[level - 1] if level <= len(prizes) else Prize()


def _granted(rules: Rules, cause: Event, on: date, cell_hint: str, won: _Won) -> Verdict:
    event_id = derived_id(cause.id, f"granted:{won.key}")
    giving = Giving(on, event_id, cell_hint)
    effects = grant(rules.programme, giving, won.key, won.prize, won.keep_until, won.badge)
    return Verdict(event_id, "granted", Promised(won.source, won.key, cause.id), effects)


def _revoked(
    rules: Rules, state: MemberState, cause: Event, on: date, taken: list[tuple[str, Award]]
) -> Iterator[Verdict]:
    """Yield a revocation for each key; together they take no more coins than there are.

    Unless the refund was to pay for spent coins: it is paid by now, so they are owed. Of an award
    whose voucher was used that voucher stays, or the same goods would win another one.
    """
    have = coins_on_hand(state.lots, state.debt + state.overdraft, on)
    if rules.programme.clawback == "reduce_refund":
        have = MINOR_MAX
    # Members who were merged may hold two awards of one key; they fall together.
    sources = {award.key: source for source, award in taken}
    for key, source in sources.items():
        awards = [award for _, award in taken if award.key == key]
        effects = tuple(_taken(rules, state, awards, on, have))
        have = max(
            0, have - sum(effect.amount for effect in effects if isinstance(effect, Reverse))
        )
        yield Verdict(
            derived_id(cause.id, f"revoked:{key}"),
            "revoked",
            Promised(source, key, cause.id),
            effects,
        )


def _taken(
    rules: Rules, state: MemberState, awards: list[Award], on: date, have: int
) -> Iterator[Effect]:
    """Yield what takes awards of one key back, used vouchers left out."""
    left = [
        award._replace(gifts=tuple(one for one in award.gifts if one not in stays))
        for award in awards
        for stays in (used_gifts(state, award),)
    ]
    yield from revoke(rules.programme, state, left, on, have).effects
    for award in awards:
        if used := used_gifts(state, award):
            yield Grant(award.key, award.on, award.keep_until, used)
