"""Signing in, approving and staff records, over the real files of a shop."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.names import BadName
from app.domain.staff import Role, WeakPin
from app.services import staff
from app.services.shop import Shop
from app.services.staff import StaffCard
from tests.helpers.people import create, opened, owner_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path)
    return tmp_path


def hired(shop: Shop, by: str, name: str, role: Role, pin: str) -> str:
    saved = staff.set_staff(shop, by, name, role, pin=pin)
    assert isinstance(saved, staff.StaffSaved), saved
    return saved.staff.id


def test_the_first_record_is_an_owners_and_signs_in_before_and_after_booking(folder):
    with opened(folder) as (station, shop, _):
        refused = staff.set_staff(shop, "", "Ravi", "cashier", pin="4826")
        assert refused == staff.NotAllowed()
        owner = owner_of(shop)
        card = StaffCard(owner, "Asha Rao", "owner")
        assert staff.sign_in(shop, owner, "4826") == staff.SignedIn(card)
        station.pump()
        assert staff.list_staff(shop) == (card,)
        assert staff.sign_in(shop, owner, "4826") == staff.SignedIn(card)
        assert staff.set_staff(shop, "", "Ravi", "cashier", pin="4826") == staff.NotAllowed()


def test_five_wrong_pins_lock_and_a_restart_keeps_the_lock(folder):
    with opened(folder) as (_, shop, _):
        owner = owner_of(shop)
        answers = [staff.sign_in(shop, owner, "9999") for _ in range(5)]
        assert answers[:4] == [staff.WrongPin(left) for left in (4, 3, 2, 1)]
        assert isinstance(answers[4], staff.LockedOut)
        assert answers[4].seconds == 60
    with opened(folder) as (_, shop, clock):
        locked = staff.sign_in(shop, owner, "4826")
        assert isinstance(locked, staff.LockedOut)
        clock.at += timedelta(seconds=60)
        assert isinstance(staff.sign_in(shop, owner, "1357"), staff.LockedOut)
        clock.at += timedelta(seconds=119)
        assert staff.sign_in(shop, owner, "4826") == staff.LockedOut(
            int((clock.at + timedelta(seconds=1)).timestamp() * 1000), 1
        )
        clock.at += timedelta(seconds=1)
        assert isinstance(staff.sign_in(shop, owner, "4826"), staff.SignedIn)
        assert staff.sign_in(shop, owner, "1") == staff.WrongPin(4)


def test_only_a_supervisors_pin_approves(folder):
    with opened(folder) as (_, shop, _):
        owner = owner_of(shop)
        ravi = hired(shop, owner, "Ravi", "cashier", "7391")
        meera = hired(shop, owner, "Meera", "supervisor", "90210")
        assert staff.approve(shop, "90210") == staff.Approved(
            StaffCard(meera, "Meera", "supervisor")
        )
        assert staff.approve(shop, "7391") == staff.NotASupervisor(
            StaffCard(ravi, "Ravi", "cashier")
        )
        assert staff.approve(shop, "1478") == staff.WrongPin(3)
        assert staff.approver_of(shop, ravi, meera) == meera
        assert staff.approver_of(shop, owner, "") == owner
        assert staff.approver_of(shop, ravi, "") is None
        assert staff.approver_of(shop, "", "") is None


def test_guessing_at_the_approval_pad_locks_it_for_all(folder):
    with opened(folder) as (_, shop, _):
        owner = owner_of(shop)
        last: object = None
        for pin in ("1470", "1471", "1472", "1473", "1474"):
            last = staff.approve(shop, pin)
        assert isinstance(last, staff.LockedOut)
        assert isinstance(staff.approve(shop, "4826"), staff.LockedOut)
        assert isinstance(staff.sign_in(shop, owner, "4826"), staff.SignedIn)


def test_who_leaves_cannot_sign_in_and_the_last_owner_stays(folder):
    with opened(folder) as (station, shop, _):
        owner = owner_of(shop)
        ravi = hired(shop, owner, "Ravi", "cashier", "7391")
        left = staff.set_staff(shop, owner, "Ravi", "cashier", staff_id=ravi, active=False)
        assert isinstance(left, staff.StaffSaved)
        station.pump()
        assert [card.id for card in staff.list_staff(shop)] == [owner]
        assert staff.sign_in(shop, ravi, "7391") == staff.WrongPin(4)
        for change in ({"role": "cashier"}, {"role": "owner", "active": False}):
            kept = staff.set_staff(shop, owner, "Asha Rao", staff_id=owner, **change)
            assert kept == staff.LastOwner()


def test_refusals_when_a_record_is_set(folder):
    with opened(folder) as (_, shop, _):
        owner = owner_of(shop)
        meera = hired(shop, owner, "Meera", "supervisor", "90210")
        ravi = hired(shop, meera, "Ravi", "cashier", "7391")
        assert staff.set_staff(shop, meera, "M", "owner", pin="5937") == staff.NotAllowed()
        assert staff.set_staff(shop, meera, "A", "cashier", staff_id=owner) == staff.NotAllowed()
        assert staff.set_staff(shop, ravi, "R", "cashier", pin="5937") == staff.NotAllowed()
        assert staff.set_staff(shop, owner, "X", "cashier") == staff.NeedsPin()
        assert staff.set_staff(shop, owner, "X", "cashier", pin="1234") == WeakPin("guessed")
        assert staff.set_staff(shop, owner, " ", "cashier", pin="5937") == BadName("empty")
        assert staff.set_staff(shop, owner, "X", "cashier", staff_id="f" * 32) == (
            staff.StaffUnknown()
        )
        assert staff.set_staff(shop, owner, "X", "supervisor", pin="90210") == staff.PinTaken()


def test_no_pin_is_in_any_file(folder):
    with opened(folder) as (station, shop, _):
        owner = owner_of(shop)
        hired(shop, owner, "Ravi", "cashier", "73910462")
        station.pump()
        verifier = next(iter(staff._records(shop).values())).verifier
        assert verifier.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    for path in folder.iterdir():
        assert b"73910462" not in path.read_bytes()
