"""The `[guards]` table of a programme document: when something lands in the review list."""

from app.domain.guards import DAYS_MAX
from app.domain.promises import GuardTerms
from app.wire.programmes.table import INTEGER_MAX, Table


def read_guards(root: Table) -> GuardTerms:
    """Return the limits of the guards; 0 switches one off."""
    table = root.table("guards")
    usual = GuardTerms()
    guards = GuardTerms(
        card_bills=table.integer("card_bills", 0, INTEGER_MAX, usual.card_bills),
        staff_share=table.integer("staff_share", 0, 99, usual.staff_share),
        staff_bills=table.integer("staff_bills", 1, INTEGER_MAX, usual.staff_bills),
        staff_days=table.integer("staff_days", 1, DAYS_MAX, usual.staff_days),
        voids=table.integer("voids", 0, INTEGER_MAX, usual.voids),
        claims=table.integer("claims", 0, INTEGER_MAX, usual.claims),
        quick_claims=table.integer("quick_claims", 0, INTEGER_MAX, usual.quick_claims),
        goodwill=table.integer("goodwill", 0, INTEGER_MAX, usual.goodwill),
    )
    table.close()
    return guards
