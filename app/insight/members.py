"""Every member with coins, tier, money and visits, now or as the books stood on a date."""

from collections.abc import Iterator
from datetime import date

from app.domain.fold import blank
from app.domain.fold import together as folding
from app.domain.members import MemberState, coins_on, paid_minor, visit_days
from app.domain.profiles import Profile, together
from app.domain.tiers import progress
from app.insight import feed
from app.services.shop import Shop
from app.storage import replica
from app.wire.exports import Cell

COLUMNS = (
    "member",
    "name",
    "phone",
    "language",
    "joined_on",
    "coins_available",
    "coins_pending",
    "coins_debt",
    "status_points",
    "tier",
    "spend_minor",
    "visits",
    "marketing",
    "member_id",
)

People = Iterator[tuple[MemberState, Profile]]


def member_rows(shop: Shop, on: date, *, past: bool) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each member on a business date.

    `coins_*` are coins, `spend_minor` money paid for units that were kept, `visits` business
    dates with a unit kept. With `past` only what happened up to `on` counts, else all of it.
    The shop's clock must stand on that date, since tiers are those of the programme then.
    """
    programme = shop.programme
    for state, profile in people_on(shop, on) if past else people(shop):
        coins = coins_on(state, on)
        tier = progress(programme, state, on)
        name, phone, old_number = _person(shop, profile)
        yield (
            old_number or profile.member,
            name,
            phone.replace(" ", ""),
            profile.language,
            profile.joined_on,
            coins.available,
            coins.pending,
            coins.debt,
            tier.points,
            tier.tier.id,
            paid_minor(state),
            visit_days(state),
            profile.marketing,
            profile.member,
        )


def people(shop: Shop) -> People:
    """Yield the members as they are now, own events that are not booked yet included."""
    fresh = {member for member in shop.db.pending if member}
    with shop.db.cursor(None) as cursor:
        for state, profile in replica.members(cursor):
            if state.member in fresh or state.merged_into:
                continue
            person = shop.profile(state.member) if state.aliases else profile
            if person is not None and person.joined_on:
                yield state, person
    for member in sorted(fresh):
        now = shop.profile(member)
        if now is not None and now.member == member:
            yield shop.state(member), now


def people_on(shop: Shop, on: date) -> People:
    """Yield the members as the feed's events up to a business date leave them."""
    members = folding.Together(blank)
    people = folding.People(members)
    for _, event in feed.events(shop.folder, on):
        if event.member:
            people.fold(event)
    for member, state in sorted(members.states.items()):
        own, *aliases = [people.profile(one) for one in members.family(member)]
        person = together(own, aliases) if aliases else own
        if person.joined_on and not state.merged_into:
            yield state, person


def numbers(shop: Shop) -> dict[str, str]:
    """Return the number each member goes by outside: of the earlier system, else the id."""
    return {
        profile.member: _person(shop, profile)[2] or profile.member for _, profile in people(shop)
    }


def _person(shop: Shop, profile: Profile) -> tuple[str, str, str]:
    name, phone, old_number = shop.personal(profile, "name", "phone", "old_number")
    return name, phone, old_number
