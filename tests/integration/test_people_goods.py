"""The catalogue and the bills not yet recorded, over the real files of a shop."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.bills import Bill, BillLine
from app.domain.catalogue import Item
from app.services import catalogue, drafts
from app.services.shop import Shop
from tests.helpers.people import DEMO, create, joined, opened
from tests.unit.domain.test_catalogue import with_check

HEAD = "sku,name,category,gtin,unit,price,aliases\n"
FILE = (
    HEAD
    + "10001,Basmati rice loose,Rice,,kg,52.00,चावल\n"
    + "IN7,Surya atta 5 kg,Flour,8901030865237,each,245.00,\n"
    + "IN70,Rice flour 1 kg,Flour,,each,60.00,\n"
    + "IN8,,Flour,,each,1.00,\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path, label="21IIIIIWWWWWC, 22IIIIIPPPPPC")
    return tmp_path


def skus(shop: Shop, text: str) -> list[str]:
    return [item.sku for item in catalogue.search(shop, text)]


def test_good_rows_go_in_and_broken_ones_are_named(folder):
    with opened(folder) as (_, shop, _):
        done = catalogue.import_catalogue(shop, FILE.splitlines(keepends=True))
        assert (done.added, done.changed, [row.line for row in done.bad]) == (3, 0, [5])
        again = HEAD + "in7,Moon atta 5 kg,Flour,,each,250.00,\n"
        done = catalogue.import_catalogue(shop, again.splitlines(keepends=True))
        assert (done.added, done.changed, done.bad) == (0, 1, ())
        assert catalogue.by_code(shop, "IN7") == Item(
            "in7", "Moon atta 5 kg", "Flour", "", "each", 25000
        )
        assert skus(shop, "Surya") == []
        assert skus(shop, "moon") == ["in7"]


def test_the_demo_catalogues_are_whole(folder):
    with opened(folder) as (_, shop, _):
        for path in sorted(DEMO.glob("catalogue-*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                done = catalogue.import_catalogue(shop, file)
            assert done.added > 10
            assert done.bad == ()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rice", "IN70"), ("basmti", "10001"), ("चावल", "10001"), ("chawal", "10001"),
        ("rice basmati", "10001"), ("IN7", "IN7"), ("in70", "IN70"), ("8901030865237", "IN7"),
        ("aata", "IN7"), ("sugar", None), ("", None),
    ],
)  # fmt: skip
def test_items_are_found_by_name_code_and_article_number(folder, typed, first):
    with opened(folder) as (_, shop, _):
        catalogue.import_catalogue(shop, FILE.splitlines(keepends=True))
        assert skus(shop, typed)[:1] == ([first] if first else [])


def test_scans_are_articles_labels_codes_or_unknown(folder):
    with opened(folder) as (_, shop, _):
        catalogue.import_catalogue(shop, FILE.splitlines(keepends=True))
        rice = catalogue.by_code(shop, "10001")
        assert isinstance(rice, Item)
        atta = catalogue.by_code(shop, "8901030865237")
        assert isinstance(atta, Item)
        assert atta.sku == "IN7"
        weight, price = with_check("211000101250"), with_check("221000106500")
        assert catalogue.by_code(shop, weight) == catalogue.Weighed(rice, 1250, None)
        assert catalogue.by_code(shop, price) == catalogue.Weighed(rice, 1250, 6500)
        misread = weight[:-1] + str((int(weight[-1]) + 1) % 10)
        for code in (misread, with_check("211999901250"), "nothing", "8901030865244"):
            assert catalogue.by_code(shop, code) == catalogue.UnknownItem(code)


def bill(shop: Shop, member: str = "") -> Bill:
    return Bill(shop.mint(), "A-17", (BillLine("IN7", "Atta", "Flour", 1250, 24500, 100),), member)


def test_a_draft_is_there_again_after_the_shop_was_closed(folder):
    with opened(folder) as (_, shop, _):
        draft = drafts.Draft(bill(shop), {"amount": "12.", "mode": "items"})
        drafts.save_draft(shop, "a" * 32, drafts.Draft(bill(shop)))
        drafts.save_draft(shop, "a" * 32, draft)
    with opened(folder) as (_, shop, _):
        assert drafts.load_draft(shop) == draft
        drafts.clear_draft(shop)
        assert drafts.load_draft(shop) is None


def test_bills_on_hold_are_listed_recalled_and_discarded(folder):
    with opened(folder) as (_, shop, clock):
        member = joined(shop, "आरती")
        first = drafts.Draft(bill(shop, member.member), label="blue shirt")
        second = drafts.Draft(Bill(shop.mint(), "", ()))
        drafts.save_draft(shop, "", first)
        one = drafts.hold(shop, "", first)
        assert drafts.load_draft(shop) is None
        two = drafts.hold(shop, "", second)
        assert isinstance(one, str)
        assert isinstance(two, str)
        at = int(clock.at.timestamp() * 1000)
        assert drafts.held(shop) == (
            drafts.HeldBill(one, "blue shirt", 30525, at, "आरती"),
            drafts.HeldBill(two, "", 0, at, ""),
        )
        assert drafts.recall(shop, one) == first == drafts.load_draft(shop)
        assert drafts.recall(shop, one) is None
        assert (drafts.discard(shop, two), drafts.discard(shop, two)) == (True, False)
        assert drafts.held(shop) == ()


KILLED = """
import os, signal, sys
from pathlib import Path
from app.domain.bills import Bill, amount_line
from app.services import drafts
from app.station import open_station
shop = open_station(Path(sys.argv[1])).shop
drafts.hold(shop, "", drafts.Draft(Bill("b" * 32, "held", (amount_line(500),))))
drafts.save_draft(shop, "", drafts.Draft(Bill("c" * 32, "typed", (amount_line(700),))))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.process
def test_drafts_and_held_bills_outlive_a_kill(folder):
    dead = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder)], check=False, env=dict(os.environ)
    )
    assert dead.returncode == -signal.SIGKILL
    with opened(folder) as (_, shop, _):
        typed = drafts.load_draft(shop)
        assert typed is not None
        assert typed.bill.number == "typed"
        assert [held.total_minor for held in drafts.held(shop)] == [500]
