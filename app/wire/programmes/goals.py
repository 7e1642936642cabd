"""The `[[challenge]]`, `[[badge]]`, `[[milestone]]` and `[[streak]]` tables, and their checks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, cast, get_args

from app.domain.conditions import Condition
from app.domain.goals.counting import ACTS
from app.domain.money import MINOR_MAX, parse_minor
from app.domain.programme import Programme
from app.domain.promises import Dates, Goal, Prize, Source, Streak, Window
from app.wire.programmes.lines import Path
from app.wire.programmes.parts import text
from app.wire.programmes.prizes import check_prize, read_prizes
from app.wire.programmes.rules import Words, read_when, read_window
from app.wire.programmes.table import INTEGER_MAX, Faults, Table, meant, one_of, shown

GoalKind = Literal["challenge", "badge", "milestone"]

TARGETS_MAX = 50
YEAR_DAYS = 366
SEASON_DAYS = 62
STREAK_MAX = {"day": 250, "week": 52, "month": 12}
"""The longest run a target may ask for: a member's days are kept for little over a year."""

_DATES = 'a pair of dates in order, such as ["2026-10-15", "2026-11-15"]'


def read_goals(root: Table, words: Words) -> tuple[Goal, ...]:
    """Return challenges, badges and milestones, in the order of the document within each kind."""
    return tuple(
        _goal(table, cast("GoalKind", kind), words)
        for kind in get_args(GoalKind)
        for table in root.tables(kind)
    )


def _goal(table: Table, kind: GoalKind, words: Words) -> Goal:
    source = _source(table)
    challenge = kind == "challenge"
    goal = Goal(
        id=table.name("id"),
        kind=kind,
        title=text(table, "title", words.languages),
        source=source,
        targets=_targets(table, INTEGER_MAX, words.digits if source == "spend" else None),
        prizes=_prizes(table, words),
        when=read_when(table.table("when"), words),
        window=_window(table) if challenge else "ever",
        dates=_dates(table) if challenge else None,
        repeat=table.switch("repeat", default=False) if challenge else False,
        requires=tuple(table.words("requires", "ids of challenges, badges or milestones")),
        note=text(table, "note", words.languages) if "note" in table else None,
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return goal


def _source(table: Table) -> Source:
    sources = get_args(Source)
    if table.get("count") is None:
        table.fault("count", f"what counts: {one_of(sources)}")
    return cast("Source", table.choice("count", sources, "visits"))


def _window(table: Table) -> Window:
    given = "dates" if "dates" in table else "ever"
    return cast("Window", table.choice("window", get_args(Window), given))


def _dates(table: Table) -> Dates | None:
    found = table.get("dates")
    if found is None:
        return None
    dates = read_window(found)
    if dates is None:
        table.fault("dates", _DATES)
    return dates


def _targets(table: Table, most: int, digits: int | None = None) -> tuple[int, ...]:
    """Return `target` or the list of `targets`: whole numbers, or money when it has digits."""
    if "targets" not in table:
        if digits is not None:
            return (table.money("target", digits, 1),)
        return (table.integer("target", 1, most),)
    if table.get("target") is not None:
        table.fault("target", "either target or targets, not both")
    if digits is None:
        found = table.whole("targets", 1, most)
    else:
        expected = f'money above zero in quotes, such as "{100:.{digits}f}"'
        found = table.items("targets", lambda value: _money(value, digits), expected)
    if not 0 < len(found) <= TARGETS_MAX and not table.faults.blame((*table.path, "targets")):
        table.fault("targets", f"1 to {TARGETS_MAX} targets")
    return tuple(found) or (1,)


def _money(value: object, digits: int) -> int | None:
    minor = parse_minor(value, digits) if isinstance(value, str) else None
    return minor if minor is not None and 0 < minor <= MINOR_MAX else None


def _prizes(table: Table, words: Words) -> tuple[Prize, ...]:
    if "prize" in table and "prizes" in table:
        table.fault("prize", "either prize or prizes, not both")
    return read_prizes(table, "prize", words) + read_prizes(table, "prizes", words)


def read_streaks(root: Table, words: Words) -> tuple[Streak, ...]:
    """Return the streaks of the shop."""
    return tuple(_streak(table, words) for table in root.tables("streak"))


def _streak(table: Table, words: Words) -> Streak:
    unit = cast("Literal['day', 'week', 'month']", table.choice("unit", tuple(STREAK_MAX), "week"))
    streak = Streak(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        unit=unit,
        visits=table.integer("visits", 1, {"day": 1, "week": 7, "month": 31}[unit], 1),
        targets=_targets(table, STREAK_MAX[unit]),
        prizes=_prizes(table, words),
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return streak


# ---------------------------------------------------------------- checks


def check_goals(programme: Programme, faults: Faults) -> None:
    """Add what does not fit: repeated ids, targets, windows, prizes, what requires what."""
    places = list(goal_places(programme.goals))
    _unique([(path, goal.id) for path, goal in places], faults)
    _unique([(("streak", at), one.id) for at, one in enumerate(programme.streaks)], faults)
    for path, goal in places:
        _levels(path, goal.targets, goal.prizes, faults)
        _window_fits(path, goal, faults)
        _condition_fits(programme, path, goal, faults)
        for at, prize in enumerate(goal.prizes):
            check_prize(programme, prize, _prize_path(path, at, faults), faults)
        if goal.kind == "milestone" and not goal.prizes:
            faults.add((*path, "prize"), "nothing", "a prize for each target")
    _requirements(places, faults)
    for at, streak in enumerate(programme.streaks):
        _levels(("streak", at), streak.targets, streak.prizes, faults)
        _possible(programme, ("streak", at), streak, faults)
        for level, prize in enumerate(streak.prizes):
            check_prize(programme, prize, _prize_path(("streak", at), level, faults), faults)


def goal_places(goals: Sequence[Goal]) -> Iterator[tuple[Path, Goal]]:
    """Return each goal with where it stands: the document has an array for each kind."""
    counts: dict[str, int] = {}
    for goal in goals:
        at = counts[goal.kind] = counts.get(goal.kind, -1) + 1
        yield (goal.kind, at), goal


def _prize_path(path: Path, at: int, faults: Faults) -> Path:
    return (*path, "prize") if (*path, "prize") in faults.lines else (*path, "prizes", at)


def _unique(ids: list[tuple[Path, str]], faults: Faults) -> None:
    first: dict[str, Path] = {}
    for path, one in ids:
        if one and one in first:
            kind, at = first[one]
            expected = f"an id of its own ({kind}[{int(at) + 1}] has this one)"
            faults.add((*path, "id"), shown(one), expected)
        first.setdefault(one, path)


def _levels(path: Path, targets: Sequence[int], prizes: Sequence[Prize], faults: Faults) -> None:
    if faults.blame((*path, "targets")) or faults.blame((*path, "target")):
        return
    if list(targets) != sorted(set(targets)):
        faults.add((*path, "targets"), shown(list(targets)), "rising targets, each once")
    if prizes and len(prizes) != len(targets):
        found = f"{len(prizes)} for {len(targets)} targets"
        faults.add((*path, "prizes"), found, "one prize for each target")


def _window_fits(path: Path, goal: Goal, faults: Faults) -> None:
    if goal.window == "dates" and goal.dates is None and not faults.blame((*path, "dates")):
        faults.add((*path, "dates"), "nothing", f'{_DATES} for window = "dates"')
    endless = goal.window == "ever" and goal.dates is None
    if goal.source == "visits" and goal.when != Condition() and _long(goal):
        expected = f"a window for visits under a condition: a month, or {SEASON_DAYS} days of dates"
        faults.add((*path, "window"), shown(goal.window), expected)
    if goal.dates is not None and goal.window in {"ever", "dates"}:
        first, last = goal.dates
        if (last - first).days >= YEAR_DAYS:
            faults.add((*path, "dates"), f"{(last - first).days + 1} days", "at most a year")
    if goal.repeat and goal.window == "dates":
        expected = "no repeat in a single stretch of dates: name a window, or leave window away"
        faults.add((*path, "repeat"), "true", expected)
    if goal.source == "goals" and not endless:
        faults.add((*path, "window"), shown(goal.window), "no window where challenges are counted")


def _long(goal: Goal) -> bool:
    """Say whether a window may hold more days than a member's row has room for, one by one."""
    if goal.window in {"day", "week", "month"}:
        return False
    return goal.dates is None or (goal.dates[1] - goal.dates[0]).days >= SEASON_DAYS


def _condition_fits(programme: Programme, path: Path, goal: Goal, faults: Faults) -> None:
    when = goal.when
    if goal.source in ACTS | {"goals"} and when != Condition():
        expected = f"no condition, as {goal.source} come without a bill"
        faults.add((*path, "when"), "conditions", expected)
    if when.payday and not programme.paydays:
        faults.add((*path, "when", "payday"), "true", "days in paydays of [earning]")
    skus = when.skus - programme.excluded_skus
    categories = when.categories - programme.excluded_categories
    if (when.skus or when.categories) and not skus and not categories:
        expected = "a sku or category that is not excluded"
        faults.add((*path, "when"), "only what [earning] excludes", expected)


def _requirements(places: list[tuple[Path, Goal]], faults: Faults) -> None:
    """Add ids nobody has, and goals that wait for themselves."""
    by_id = {goal.id: goal for _, goal in places}
    for path, goal in places:
        for at, one in enumerate(goal.requires):
            if one not in by_id:
                expected = f"the id of a challenge, badge or milestone{meant(one, by_id)}"
                faults.add((*path, "requires", at), shown(one), expected)
        circle = _circle(goal.id, by_id)
        if circle:
            found = " → ".join(f'"{one}"' for one in circle)
            faults.add((*path, "requires"), found, "no goal that waits for itself")


def _circle(start: str, by_id: Mapping[str, Goal]) -> list[str]:
    """Return a way from a goal back to itself, or nothing."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for following in by_id[way[-1]].requires if way[-1] in by_id else ():
            if following == start:
                return [*way, start]
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []


def _possible(programme: Programme, path: Path, streak: Streak, faults: Faults) -> None:
    """A shop open two days a week cannot ask for three visits in each."""
    open_days = 7 - len(programme.calendar.closed_weekdays)
    if streak.unit == "week" and streak.visits > open_days:
        expected = f"at most {open_days}, as the shop is open on so many days of a week"
        faults.add((*path, "visits"), str(streak.visits), expected)
