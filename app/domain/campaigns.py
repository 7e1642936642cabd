"""What belongs to a campaign: every mechanic of a programme that can name one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from app.domain.programme import Programme


class Part(NamedTuple):
    """A mechanic: its noun, its id, its campaign ("" = none), its place among its like."""

    noun: str
    id: str
    campaign: str
    at: int


class _Mechanic(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def campaign(self) -> str: ...


def parts(programme: Programme) -> Iterator[Part]:
    """Yield every mechanic that can belong to a campaign."""
    nouns: tuple[tuple[str, Sequence[_Mechanic]], ...] = (
        ("earn", programme.earn),
        ("goal", programme.goals),
        ("streak", programme.streaks),
        ("survey", programme.surveys),
        ("gift", programme.gifts),
        ("reward", programme.rewards),
        ("promo", programme.promos),
        ("cashback", programme.cashback),
        ("offer", programme.credit.offers),
        ("raffle", programme.raffles),
    )
    for noun, mechanics in nouns:
        for at, mechanic in enumerate(mechanics):
            yield Part(noun, mechanic.id, mechanic.campaign, at)


def earning_rules(programme: Programme, campaign: str) -> frozenset[str]:
    """Return the names under which a campaign's coins are booked (see `effects.Earn.rule`).

    A rule's is its id; that of anything else has its noun before, as in `gift:umbrella`.
    """
    return frozenset(
        part.id if part.noun == "earn" else f"{part.noun}:{part.id}"
        for part in parts(programme)
        if part.campaign == campaign
    )
