"""The `[referral]` table of a programme document: what both get when a member brings a friend."""

from app.domain.programme import Programme
from app.domain.promises import Prize, ReferralTerms
from app.wire.programmes.prizes import check_prize, read_prize
from app.wire.programmes.rules import Words
from app.wire.programmes.table import Faults, Table

LIMIT_MAX = 1_000


def read_referral(root: Table, words: Words) -> ReferralTerms | None:
    """Return the terms, or None when the shop pays for no friends."""
    if root.get("referral") is None:
        return None
    table = root.table("referral")
    terms = ReferralTerms(
        referrer=_prize(table, "referrer", words),
        friend=_prize(table, "friend", words),
        minimum_minor=table.money("minimum", words.digits, 1, 0),
        limit=table.integer("limit", 1, LIMIT_MAX, 5),
    )
    if terms.referrer == Prize() and terms.friend == Prize():
        table.fault("referrer", "a prize for the referrer, the friend, or both")
    table.close()
    return terms


def _prize(table: Table, key: str, words: Words) -> Prize:
    return read_prize(table.table(key), words) if table.get(key) is not None else Prize()


def check_referral(programme: Programme, faults: Faults) -> None:
    """Add what the prizes name that the programme does not have."""
    terms = programme.referral
    if terms is not None:
        check_prize(programme, terms.referrer, ("referral", "referrer"), faults)
        check_prize(programme, terms.friend, ("referral", "friend"), faults)
