"""Who is ahead this week or month: positions that ties share, and names that tell nobody's."""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from app.domain.calendar import month_end
from app.domain.members import Day, MemberState
from app.domain.promises import Leaderboard
from app.domain.texts import Text

Measure = Literal["visits", "points", "spend"]


class Sums(NamedTuple):
    """What a member did in a period: visit days, status points, money paid in minor units."""

    visits: int
    points: int
    spend: int


class Place(NamedTuple):
    """One line of a board: position from 1 (shared by ties), member, what was reached."""

    position: int
    member: str
    amount: int


def week_key(on: date) -> str:
    """Return the key of the week of a business date, such as `2026-W07`; weeks begin on Monday."""
    year, week, _ = on.isocalendar()
    return f"{year}-W{week:02d}"


def month_key(on: date) -> str:
    """Return the key of the month of a business date, such as `2026-02`."""
    return f"{on:%Y-%m}"


def key_of(period: Literal["week", "month"], on: date) -> str:
    """Return the key of a board's period on a business date."""
    return week_key(on) if period == "week" else month_key(on)


def last_day(period: Literal["week", "month"], on: date) -> date:
    """Return the last business date of a board's period."""
    return on + timedelta(days=6 - on.weekday()) if period == "week" else month_end(on)


def periods(state: MemberState) -> dict[str, Sums]:
    """Return a member's sums of every week and month in which something was kept.

    As far back as the state tells days apart (400 days). Nobody who left or was merged counts.
    """
    return _sums(state, state.days)


def period_sums(state: MemberState, on: date) -> dict[str, Sums]:
    """Return a member's sums of the week and of the month of a business date."""
    keys = (week_key(on), month_key(on))
    first = min(on.replace(day=1), on - timedelta(days=on.weekday()))
    last = max(month_end(on), last_day("week", on))
    sums = _sums(state, [day for day in state.days if first <= day.on <= last])
    return {key: sums.get(key, Sums(0, 0, 0)) for key in keys}


def _sums(state: MemberState, days: Iterable[Day]) -> dict[str, Sums]:
    found: dict[str, Sums] = {}
    if state.erased or state.merged_into:
        return found
    for day in days:
        for key in (week_key(day.on), month_key(day.on)):
            sums = found.get(key, Sums(0, 0, 0))
            visit = int(day.visits > 0)
            found[key] = Sums(
                sums.visits + visit, sums.points + day.status, sums.spend + day.paid_minor
            )
    return found


def ranked(amounts: Iterable[tuple[str, int]], size: int) -> tuple[Place, ...]:
    """Return the first `size` positions of (member, amount); who is level shares a position.

    All of the last position's ties are left out when they would not fit, so that no order among
    equals is made up; on the first position they are cut in the order of their ids.
    """
    order = sorted(((amount, member) for member, amount in amounts if amount > 0), reverse=True)
    places: list[Place] = []
    for at, (amount, member) in enumerate(order):
        level = places and places[-1].amount == amount
        places.append(Place(places[-1].position if level else at + 1, member, amount))
    if len(places) > size:
        cut = places[size].position
        whole = [one for one in places[:size] if one.position < cut]
        places = whole or places[:size]
    return tuple(places)


def hidden(board: Leaderboard, taking_part: int) -> bool:
    """Say whether so few take part that an alias would be no secret."""
    return taking_part < board.at_least


# ---------------------------------------------------------------- aliases

# Hindi adjectives that stay the same beside every noun; Filipino ones with their linker.
_ADJECTIVES: tuple[tuple[str, str, str], ...] = (
    ("Brave", "बहादुर", "Matapang na"),
    ("Cheerful", "ख़ुश", "Masayang"),
    ("Clever", "होशियार", "Matalinong"),
    ("Fearless", "निडर", "Walang-takot na"),
    ("Friendly", "मिलनसार", "Palakaibigang"),
    ("Gentle", "नरमदिल", "Mabait na"),
    ("Honest", "ईमानदार", "Tapat na"),
    ("Kind", "दयालु", "Mapagbigay na"),
    ("Lively", "चंचल", "Masiglang"),
    ("Lucky", "ख़ुशक़िस्मत", "Mapalad na"),
    ("Mighty", "ताक़तवर", "Malakas na"),
    ("Playful", "नटखट", "Malarong"),
    ("Quick", "तेज़", "Mabilis na"),
    ("Quiet", "शांत", "Tahimik na"),
    ("Tireless", "अथक", "Masipag na"),
    ("Wise", "समझदार", "Marunong na"),
)
_ANIMALS: tuple[tuple[str, str, str], ...] = (
    ("Bear", "भालू", "Oso"),
    ("Bulbul", "बुलबुल", "Pipit"),
    ("Butterfly", "तितली", "Paruparo"),
    ("Deer", "हिरन", "Usa"),
    ("Dolphin", "डॉल्फ़िन", "Lumba-lumba"),
    ("Dove", "फ़ाख़्ता", "Kalapati"),
    ("Eagle", "गरुड़", "Agila"),
    ("Elephant", "हाथी", "Elepante"),
    ("Firefly", "जुगनू", "Alitaptap"),
    ("Hornbill", "धनेश", "Kalaw"),
    ("Parrot", "तोता", "Loro"),
    ("Peacock", "मोर", "Paboreal"),
    ("Rabbit", "ख़रगोश", "Kuneho"),
    ("Squirrel", "गिलहरी", "Ardilya"),
    ("Tiger", "बाघ", "Tigre"),
    ("Turtle", "कछुआ", "Pawikan"),
)
_LANGUAGES = ("en", "hi", "fil")
_NUMBERS = range(10, 100)


def alias(member: str) -> Text:
    """Return the name a member goes by on boards, in each language; the same for ever.

    It follows from the member's id alone and tells nothing personal. Of 23,040 names two
    members may have the same.
    """
    value = int.from_bytes(hashlib.sha256(f"alias|{member}".encode()).digest())
    value, adjective = divmod(value, len(_ADJECTIVES))
    value, animal = divmod(value, len(_ANIMALS))
    number = _NUMBERS[value % len(_NUMBERS)]
    words = zip(_LANGUAGES, _ADJECTIVES[adjective], _ANIMALS[animal], strict=True)
    return {language: f"{first} {second} {number}" for language, first, second in words}
