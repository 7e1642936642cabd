"""Opening balances from an earlier system: lots, credit, status, told apart by file and line."""

from pathlib import Path

from app.domain.coins import Lot
from app.domain.members import coins_on, credit_on, paid_minor
from app.domain.tiers import tier_on
from app.services.imports import Joined, take_over
from app.services.openings import OpeningsTaken, take_openings
from app.services.shop import Shop
from app.station.examining import examine
from app.wire.members_csv import Newcomer
from app.wire.openings_csv import file_digest, openings
from tests.helpers.shops import later, new_station, sell

HEADER = "member,phone,coins,expires,usable_from,credit,status_points,status_date,lifetime_spend\n"


def member_of(shop: Shop, number: str, phone: str = "") -> str:
    """A member an earlier system knows by a number."""
    joined = take_over(shop, Newcomer(number, phone))
    assert isinstance(joined, Joined), joined
    return joined.member


def take(shop: Shop, folder: Path, *lines: str, dry: bool = False) -> OpeningsTaken:
    """Import lines as a file."""
    file = folder / "openings.csv"
    file.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return take_openings(shop, openings(file, 2), file_digest(file), dry=dry)


LINES = (
    "A-1,,120,2026-07-31,,,,,",
    "A-1,98765 43210,80,2026-09-30,,250.00,6000,2026-05-01,6000.00",
    "A-1,,30,2027-01-31,2026-06-20,,,,",
)


def test_c23_old_points_come_in_with_their_lots_and_without_invoices(tmp_path: Path) -> None:
    """C23: old points cannot be brought in without fake invoices."""
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        asha = member_of(shop, "A-1", "9876543210")
        done = take(shop, tmp_path, *LINES)
        assert (done.taken, done.coins, done.credit_minor) == (3, 230, 25_000)
        assert done.refused == []
        for booked in (False, True):
            state = shop.state(asha)
            on = shop.moment().on
            coins = coins_on(state, on)
            assert (coins.available, coins.pending) == (200, 30), f"booked: {booked}"
            assert [(str(last), amount) for last, amount in coins.expiring] == [
                ("2026-07-31", 120),
                ("2026-09-30", 80),
            ]
            assert credit_on(state, on).spendable == 25_000
            assert paid_minor(state) == 600_000
            assert tier_on(shop.programme, state, on).id == "gold"
            assert state.recent == (), "no bill was invented"
            station.pump()
        later(shop, days=60)
        station.end_days()
        state = shop.state(asha)
        assert coins_on(state, shop.moment().on).available == 110
        assert sell(shop, "B-1", 40_000, member=asha).coins_earned == 4, "no first-time bonus"
    assert examine(tmp_path / "shop").findings == ()


def test_the_same_file_again_adds_nothing_and_a_corrected_one_only_whom_it_missed(
    tmp_path: Path,
) -> None:
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        asha, ravi = member_of(shop, "A-1"), member_of(shop, "A-2")
        first = take(shop, tmp_path, "A-1,,50,,,,,,", "A-3,,70,,,,,,")
        assert (first.taken, [row.line for row in first.refused]) == (1, [3])
        again = take(shop, tmp_path, "A-1,,50,,,,,,", "A-3,,70,,,,,,")
        assert (again.taken, again.already) == (0, 1)
        station.pump()
        fixed = take(shop, tmp_path, "A-1,,50,,,,,,", "A-2,,70,,,,,,")
        assert (fixed.taken, [row.line for row in fixed.refused]) == (1, [2])
        station.pump()
        held = [coins_on(shop.state(one), shop.moment().on).available for one in (asha, ravi)]
        assert held == [50, 70]


def test_a_dry_run_says_the_same_and_records_nothing(tmp_path: Path) -> None:
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        asha = member_of(shop, "A-1", "9876543210")
        tried = take(shop, tmp_path, *LINES, "A-9,,1,,,,,,", dry=True)
        assert shop.state(asha).lots == ()
        assert take(shop, tmp_path, *LINES, "A-9,,1,,,,,,") == tried


def test_lines_that_cannot_be_taken_are_named_with_the_reason(tmp_path: Path) -> None:
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        member_of(shop, "A-1", "9876543210")
        member_of(shop, "A-2")
        done = take(
            shop,
            tmp_path,
            "A-1,,50,2026-01-31,,,,,",
            "A-1,,50,2026-07-31,2026-08-01,,,,",
            "A-1,,-5,,,,,,",
            "A-1,,5,31/12/2026,,,,,",
            "A-1,,,,,12.345,,,",
            "A-1,,,,,,,,",
            ",,5,,,,,,",
            "A-2,9876543210,5,,,,,,",
            "A-1,12,5,,,,,,",
            "A-1,,,,,,10,2026-12-31,",
        )
        assert done.taken == 0
        reasons = {row.line: row.reason for row in done.refused}
        assert sorted(reasons) == list(range(2, 12))
        for line, part in enumerate(
            ["expired on", "can be used from", "whole number", "2026-12-31", "money like",
             "brings nothing", "names nobody", "same member", "phone number", "not come yet"], 2
        ):  # fmt: skip
            assert part in reasons[line], (line, reasons[line])


def test_coins_without_a_last_day_live_by_the_shops_own_terms(tmp_path: Path) -> None:
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        asha = member_of(shop, "A-1")
        take(shop, tmp_path, "A-1,,50,,,,,,")
        [lot] = shop.state(asha).lots
        assert isinstance(lot, Lot)
        assert str(lot.expires_on) == "2026-09-30"
