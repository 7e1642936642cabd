"""The `[[campaign]]` tables of a programme document, and their checks."""

from datetime import date
from typing import cast, get_args

from app.domain.campaigns import Part, parts
from app.domain.programme import Programme
from app.domain.promises import Campaign, CampaignMeasure, Dates
from app.wire.programmes.lines import Path
from app.wire.programmes.parts import text
from app.wire.programmes.rules import Words
from app.wire.programmes.table import INTEGER_MAX, Faults, Table, as_day, meant, shown

_DATES = 'two dates in order, such as ["2026-10-15", "2026-11-15"]'
_NEVER = (date.min, date.max)


def read_campaigns(root: Table, words: Words) -> tuple[Campaign, ...]:
    """Return the seasons of the shop."""
    return tuple(_campaign(table, words) for table in root.tables("campaign"))


def _campaign(table: Table, words: Words) -> Campaign:
    measures = get_args(CampaignMeasure)
    dates = _dates(table)
    goal = table.table("goal")
    measure = cast("CampaignMeasure", goal.choice("measure", measures, "")) if goal.values else ""
    spend = measure == "spend"
    if not goal.values:
        target = 0
    elif spend:
        target = goal.money("target", words.digits, 1)
    else:
        target = goal.integer("target", 1, INTEGER_MAX)
    if goal.values and not measure and not table.faults.blame(goal.path):
        goal.fault("measure", f"one of {', '.join(measures[:-1])}")
    goal.close()
    campaign = Campaign(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        dates=dates,
        measure=measure,
        target=target,
        budget_coins=table.integer("budget_coins", 1, INTEGER_MAX, 0),
    )
    table.close()
    return campaign


def _dates(table: Table) -> Dates:
    found = table.get("dates")
    days = [as_day(one) for one in found] if isinstance(found, list) else []
    match days:
        case [date() as first, date() as last] if first <= last:
            return first, last
        case _:
            table.fault("dates", _DATES)
            return _NEVER


def check_campaigns(programme: Programme, faults: Faults) -> None:
    """Add campaigns of one id, and mechanics that name one that is not there."""
    first: dict[str, int] = {}
    for at, campaign in enumerate(programme.campaigns):
        if campaign.id and campaign.id in first:
            expected = f"an id of its own (campaign[{first[campaign.id] + 1}] has this one)"
            faults.add(("campaign", at, "id"), shown(campaign.id), expected)
        first.setdefault(campaign.id, at)
    for part in parts(programme):
        if part.campaign and part.campaign not in first:
            expected = f"the id of a [[campaign]]{meant(part.campaign, first)}"
            path = (*_path(programme, part), "campaign")
            faults.add(path, shown(part.campaign), expected)


def _path(programme: Programme, part: Part) -> Path:
    """Return where a mechanic is written; goals stand under their kind, offers in `[credit]`."""
    if part.noun == "offer":
        return ("credit", "offer", part.at)
    if part.noun == "goal":
        kind = programme.goals[part.at].kind
        return (kind, sum(one.kind == kind for one in programme.goals[: part.at]))
    return (part.noun, part.at)
