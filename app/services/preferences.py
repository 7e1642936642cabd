"""How a member wants screens to be: read at a scan, kept for every station."""

from dataclasses import dataclass

from app.domain.events import Event
from app.domain.facts import PreferencesSet
from app.domain.preferences import PREFERENCES_FIELD, Preferences, read, written
from app.domain.profiles import Profile, sealed_for
from app.services.cards import MemberUnknown
from app.services.shop import Shop
from app.services.writing import DiskFull, write_outcome
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class PreferencesSaved:
    """The member's screens look so from now on, at every station."""

    member: str
    preferences: Preferences


def preferences_of(shop: Shop, member: str) -> Preferences:
    """Return what a member chose; nothing is switched on for one who never did."""
    profile = shop.profile(member)
    return _of(shop, profile) if profile else Preferences()


def set_preferences(
    shop: Shop, member: str, preferences: Preferences
) -> PreferencesSaved | MemberUnknown | DiskFull:
    """Keep what a member chose; nothing is written when it is what they had.

    A member whose key this station does not have (any more, or yet) is unknown.
    """
    profile = shop.profile(member)
    if profile is None or not shop.vault.known((profile.member,)):
        return MemberUnknown()
    member = profile.member
    saved = PreferencesSaved(member, preferences)
    if _of(shop, profile) == preferences:
        return saved
    sealed = shop.vault.seal(member, PREFERENCES_FIELD, written(preferences))

    def decide(_: Tx) -> tuple[tuple[Event, ...], PreferencesSaved]:
        return (shop.event("preferences_set", PreferencesSet(sealed), member=member),), saved

    return write_outcome(shop, decide)


def _of(shop: Shop, profile: Profile) -> Preferences:
    owner = sealed_for(profile, PREFERENCES_FIELD)
    return read(shop.vault.open_all(owner, ((PREFERENCES_FIELD, profile.preferences),))[0])
