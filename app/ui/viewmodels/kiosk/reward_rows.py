"""The shelf at the kiosk: the cards of what is within reach, almost, and later."""

from dataclasses import dataclass
from typing import NamedTuple

from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.rewards import Offer, kind_of
from app.domain.texts import text_in
from app.services.shelf import Shelf
from app.ui import reward_sentences as say


@dataclass(frozen=True, slots=True)
class RewardCardRow:
    """One reward: `picture` names its drawing, `value` from 0 to 1 how much of its coins is there.

    `line` says what is missing or left; `mine` that it is the member's goal.
    """

    id: str
    title: str
    picture: str
    coins: str
    worth: str
    line: str
    value: float
    mine: bool


class Groups(NamedTuple):
    """The cards by how far they are."""

    within: tuple[RewardCardRow, ...] = ()
    almost: tuple[RewardCardRow, ...] = ()
    later: tuple[RewardCardRow, ...] = ()


def derive_groups(shelf: Shelf | None, programme: Programme, money: Money, language: str) -> Groups:
    """Return the cards of a shelf, in its order within each group."""
    if shelf is None:
        return Groups()

    def row(offer: Offer) -> RewardCardRow:
        reward = offer.reward
        return RewardCardRow(
            id=reward.id,
            title=text_in(reward.title, language),
            picture=kind_of(reward),
            coins=money.number(reward.coins),
            worth=say.worth(reward, shelf, money),
            line=say.card_line(offer, shelf, programme, money, language),
            value=offer.percent / 100,
            mine=reward.id == shelf.aim,
        )

    within = tuple(row(one) for one in shelf.offers if one.fault is None)
    almost = tuple(row(one) for one in shelf.offers if one.almost)
    later = tuple(row(one) for one in shelf.offers if one.fault is not None and not one.almost)
    return Groups(within, almost, later)
