"""A member as the counter shows them."""

from dataclasses import dataclass
from datetime import date

from app.domain.codes import CardNumber, short_number
from app.domain.coins import Balance
from app.domain.members import MemberState, RecentSale, coins_on
from app.domain.names import initial
from app.domain.profiles import Profile
from app.domain.tiers import TierProgress, progress
from app.services.cards import MemberUnknown, card_numbers
from app.services.members.phones import national
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class CardView:
    """One card: its number, in groups, why it is blocked (or ""), the business date of issue."""

    number: str
    short: str
    blocked: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class MemberView:
    """All the member panel shows; money in minor units of the programme's currency.

    `name` and `initial` are "" for a member enrolled with only a number, `phone_masked` (such
    as 98•••••210) without a phone. `worth_minor` is what the spendable coins pay for.
    """

    member: str
    name: str
    initial: str
    phone_masked: str
    language: str
    since: date
    state: MemberState
    coins: Balance
    worth_minor: int
    tier: TierProgress
    recent: tuple[RecentSale, ...]
    cards: tuple[CardView, ...]
    marketing: bool
    birthday: date | None


def open_member(shop: Shop, member: str) -> MemberView | MemberUnknown:
    """Return a member to show; of a merged one, the survivor."""
    profile = shop.profile(member)
    return view_of(shop, profile) if profile else MemberUnknown()


def view_of(shop: Shop, profile: Profile, state: MemberState | None = None) -> MemberView:
    """Return the view of a member who has joined, with a `state` that is known already or not."""
    programme = shop.programme
    on = shop.moment().on
    state = state or shop.state(profile.member)
    coins = coins_on(state, on)
    name, phone, birthday = shop.personal(profile, "name", "phone", "birthday")
    numbers = card_numbers(shop, profile)
    return MemberView(
        member=profile.member,
        name=name,
        initial=initial(name),
        phone_masked=mask(phone),
        language=profile.language,
        since=profile.joined_on or on,
        state=state,
        coins=coins,
        worth_minor=coins.spendable * programme.coin_value_minor,
        tier=progress(programme, state, on),
        recent=state.recent,
        cards=tuple(
            CardView(number, short_number(CardNumber(number)), row.blocked, row.issued_on)
            for number, row in zip(numbers, profile.cards, strict=True)
        ),
        marketing=profile.marketing,
        birthday=date.fromisoformat(birthday) if birthday else None,
    )


def mask(phone: str) -> str:
    """Return a phone number kept as "+91 9876543210" so that only its owner knows it again.

    The first two and last three digits stay; a short number keeps only the last three.
    """
    digits = national(phone)
    shown = digits[:2] if len(digits) >= 8 else ""
    return shown + "•" * (len(digits) - len(shown) - 3) + digits[-3:] if digits else ""
