"""Somebody with a name nobody else has, and what they do in a shop."""

from datetime import date
from pathlib import Path

from app.domain.bills import Bill, amount_line
from app.domain.members import coins_on
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.station.examining import examine

NAME, PHONE, BORN, OLD = "Vasundhara Quellmorton", "98765 43210", date(1987, 11, 20), "OLDNUM9911"
SECRETS = ("Vasundhara", "Quellmorton", "9876543210", "0123456789", "1987-11-20", OLD)


def buy(shop: Shop, member: str, minor: int = 100_000) -> str:
    bill = Bill(shop.mint(), f"A-{shop.mint()[-8:]}", (amount_line(minor),), member)
    outcome = record_sale(shop, "", bill)
    assert isinstance(outcome, SaleRecorded), outcome
    return bill.id


def take_back(shop: Shop, sale: str) -> None:
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    assert isinstance(record_return(shop, "", ask), ReturnRecorded)


def coins(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).spendable


def healthy(folder: Path) -> None:
    assert [str(one) for one in examine(folder).findings] == []
