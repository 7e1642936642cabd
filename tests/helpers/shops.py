"""A real shop in a folder: programme document, members, bills; and a clock that tests set."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from app.config import Settings, write_settings
from app.domain.bills import Bill, BillLine, amount_line
from app.domain.facts import Enrolled, Merged, Personal
from app.domain.programme import Programme
from app.services.clocks import SetClock
from app.services.sales import SaleOutcome, SaleRecorded, record_sale
from app.services.shop import Shop
from app.station import Station, open_station
from app.wire.programmes import read_programme
from tests.helpers.copies import copied

MORNING = datetime(2026, 6, 15, 5, 30, tzinfo=UTC)  # a Monday, 11 o'clock in India
STAFF, OTHER, SUPERVISOR = "5" * 32, "6" * 32, "7" * 32
NAMESPACE = UUID(int=27)

DOCUMENT = """
[shop]
name = {{ en = "Test shop" }}
country = "IN"
currency = "INR"
time_zone = "Asia/Kolkata"
day_starts = "04:00"
languages = ["en"]
numbering = "financial_year"
financial_year_month = 4

[coins]
value = "0.50"
expiry_months = 3
month_end = true
pending_days = 0
reinstatement_days = 30

[coins.pay]
minimum = 10
step = 5
share_percent = 50
floor = 100

[returns]
window_days = 15
clawback = "{clawback}"

[earning]
stacking = "add"
exclude_categories = ["Tobacco"]

[[earn]]
id = "base"
title = {{ en = "1 for 100" }}
coins = 1
per = "100.00"

[[earn]]
id = "staples"
title = {{ en = "1 more on staples" }}
coins = 1
per = "100.00"
when = {{ categories = ["Staples"] }}
cap = {{ coins = 20, per = "day" }}

[[earn]]
id = "welcome"
title = {{ en = "Welcome" }}
coins = 25
when = {{ first_purchase = true, minimum = "300.00" }}

[[earn]]
id = "double"
title = {{ en = "Double from 1,000" }}
times = "2"
when = {{ minimum = "1000.00" }}

[status]
points = 1
per = "1.00"
months = 12

[[tier]]
id = "silver"
name = {{ en = "Silver" }}
threshold = 0

[[tier]]
id = "gold"
name = {{ en = "Gold" }}
threshold = 5000
hold_months = 12
grace_days = 15

[consent]
version = "1"
text = {{ en = "I agree." }}
marketing = {{ en = "Tell me." }}
"""


def document_of(clawback: str = "allow_negative") -> str:
    """The TOML of the test programme, with what happens when coins were already spent."""
    return DOCUMENT.format(clawback=clawback)


def programme_in(document: str) -> Programme:
    """The programme of a document without fault."""
    read = read_programme(document, "programme")
    assert isinstance(read, Programme), [str(fault) for fault in read]
    return read


def number(name: str) -> str:
    """An id (32 hexadecimal characters) that is the same in every run."""
    return uuid5(NAMESPACE, name).hex


def make_shop(folder: Path, station: str = "a") -> Path:
    """Make a folder with the settings of a shop that was never opened."""
    folder.mkdir(parents=True, exist_ok=True)
    write_settings(folder, Settings(number(station), number("cell"), "K2", "main", "1"))
    return folder


def new_station(
    folder: Path, clock: SetClock | None = None, *, document: str | None = None, failpoint: str = ""
) -> Station:
    """Open a new shop whose booking waits for `pump`, with its programme in force."""
    text, clock = document or document_of(), clock or SetClock(MORNING)
    if failpoint or clock.now() != MORNING:
        return _founded(text, folder, clock, failpoint)
    copied(text, partial(_found, text), folder)
    return open_station(folder, clock, background=False)


def _found(document: str, folder: Path) -> None:
    _founded(document, folder, SetClock(MORNING)).close()


def _founded(document: str, folder: Path, clock: SetClock, failpoint: str = "") -> Station:
    station = open_station(make_shop(folder), clock, background=False, failpoint=failpoint)
    station.publish(document, programme_in(document).id)
    return station


def enrol(shop: Shop, name: str = "asha") -> str:
    """Enrol a member that has no personal values; return the member's id."""
    member = number(f"member {name}")
    facts = Enrolled(Personal(), "en", "1", marketing=False)
    shop.record(lambda _: ((shop.event("enrolled", facts, member=member),), None))
    return member


def merge(shop: Shop, survivor: str, source: str) -> None:
    """Make `source` an alias of `survivor`."""
    facts = Merged(source, SUPERVISOR)
    shop.record(lambda _: ((shop.event("merged", facts, member=survivor),), None))


def bill(
    shop: Shop, number_on_it: str, *lines: BillLine | int, member: str = "", **other: Any
) -> Bill:
    """A bill; a line may be given as an amount in minor units."""
    written = tuple(amount_line(one) if isinstance(one, int) else one for one in lines)
    return Bill(shop.mint(), number_on_it, written, member, **other)


def goods(sku: str, price_minor: int, units: int = 1, category: str = "") -> BillLine:
    """A line of whole units."""
    return BillLine(sku, sku, category, units * 1000, price_minor)


def sell(
    shop: Shop, number_on_it: str, *lines: BillLine | int, member: str = "", **other: Any
) -> SaleRecorded:
    """Record a bill that must be taken."""
    outcome: SaleOutcome = record_sale(
        shop, STAFF, bill(shop, number_on_it, *lines, member=member, **other)
    )
    assert isinstance(outcome, SaleRecorded), outcome
    return outcome


def later(shop: Shop, **span: float) -> None:
    """Move the shop's clock on."""
    assert isinstance(shop.clock, SetClock)
    shop.clock.at += timedelta(**span)


Opener = Callable[..., Station]
