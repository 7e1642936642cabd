"""Who works here: sign-in by PIN, a supervisor's approval in place, staff records."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.facts import StaffSet
from app.domain.names import BadName, clean_name
from app.domain.staff import Role, WeakPin, may_approve, may_set, pin_fault
from app.services.pins import LockedOut, WrongPin, count_try, fits, forgive, verifier, wrong
from app.services.shop import Shop
from app.storage.staff import read_staff

__all__ = [
    "LockedOut",
    "WrongPin",
    "approve",
    "approver_of",
    "list_staff",
    "set_staff",
    "sign_in",
    "staff_names",
]

APPROVALS = "approvals"
"""The lock of the approval PIN pad, which names nobody; one for the station."""


@dataclass(frozen=True, slots=True)
class NeedsApproval:
    """A supervisor must enter a PIN."""


@dataclass(frozen=True, slots=True)
class StaffCard:
    """A member of staff as a screen shows them."""

    id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The PIN was right."""

    staff: StaffCard


@dataclass(frozen=True, slots=True)
class Approved:
    """A supervisor or owner gave their PIN."""

    staff: StaffCard


@dataclass(frozen=True, slots=True)
class NotASupervisor:
    """The PIN is right, and this person may not approve."""

    staff: StaffCard


@dataclass(frozen=True, slots=True)
class StaffSaved:
    """The record is in force."""

    staff: StaffCard


@dataclass(frozen=True, slots=True)
class PinTaken:
    """Another supervisor approves with this PIN; approvals would name the wrong person."""


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """Who asks may not set records of this role."""


@dataclass(frozen=True, slots=True)
class StaffUnknown:
    """There is no such member of staff."""


@dataclass(frozen=True, slots=True)
class LastOwner:
    """The only owner cannot leave or become something else."""


@dataclass(frozen=True, slots=True)
class NeedsPin:
    """A new member of staff needs a PIN."""


def list_staff(shop: Shop) -> tuple[StaffCard, ...]:
    """Return those who work here now, by name."""
    cards = [_card(record) for record in _records(shop).values() if record.active]
    return tuple(sorted(cards, key=lambda card: (card.name.casefold(), card.id)))


def staff_names(shop: Shop) -> dict[str, str]:
    """Return what members of staff are called, by id, those who left too."""
    return {record.staff: record.name for record in _records(shop).values()}


def sign_in(shop: Shop, staff_id: str, pin: str) -> SignedIn | WrongPin | LockedOut:
    """Check a member of staff's PIN; about 30 ms, so never on the GUI thread."""
    counted = count_try(shop, staff_id)
    if isinstance(counted, LockedOut):
        return counted
    record = _records(shop).get(staff_id)
    if record is None or not record.active or not _fits(shop, record, pin):
        return wrong(shop, counted)
    forgive(shop, staff_id)
    return SignedIn(_card(record))


def approve(shop: Shop, pin: str) -> Approved | WrongPin | LockedOut | NotASupervisor:
    """Find the supervisor or owner whose PIN this is, for one act in place."""
    counted = count_try(shop, APPROVALS)
    if isinstance(counted, LockedOut):
        return counted
    active = [record for record in _records(shop).values() if record.active]
    # Supervisors first: a cashier may have the same PIN.
    for record in sorted(active, key=lambda one: not may_approve(one.role)):
        if _fits(shop, record, pin):
            if not may_approve(record.role):
                return NotASupervisor(_card(record))
            forgive(shop, APPROVALS)
            return Approved(_card(record))
    return wrong(shop, counted)


def approver_of(shop: Shop, staff: str, approver: str) -> str | None:
    """Return who answers for an act that needs approval: `approver`, else `staff`, else None."""
    records = _records(shop)
    for one in (approver, staff):
        record = records.get(one)
        if record and record.active and may_approve(record.role):
            return one
    return None


def set_staff(
    shop: Shop,
    by: str,
    name: str,
    role: Role,
    *,
    pin: str | None = None,
    staff_id: str | None = None,
    active: bool = True,
) -> StaffSaved | WeakPin | PinTaken | NotAllowed | StaffUnknown | LastOwner | NeedsPin | BadName:
    """Create (`staff_id` None) or change a record; `pin` None keeps the PIN.

    The first record of a shop needs nobody's leave and is an owner's.
    """
    records = _records(shop)
    old = records.get(staff_id) if staff_id else None
    called = clean_name(name)
    if isinstance(called, BadName):
        return called
    if staff_id and old is None:
        return StaffUnknown()
    if not _allowed(records, by, old, role):
        return NotAllowed()
    if old and _last_owner(records, old) and not (active and role == "owner"):
        return LastOwner()
    kept = old.verifier if old else ""
    return _save(shop, by, StaffSet(staff_id or shop.mint(), called, role, kept, active), pin)


# ---------------------------------------------------------------- inside


def _records(shop: Shop) -> dict[str, StaffSet]:
    """Return all records by id: the replica's, then own ones it does not contain yet."""
    pending = shop.db.pending.get("", ())  # before the replica, so that nothing falls between
    with shop.db.cursor(None) as cursor:
        records = {record.staff: record for record in read_staff(cursor)}
    for _, event in pending:
        if isinstance(event.facts, StaffSet):
            records[event.facts.staff] = event.facts
    return records


def _card(record: StaffSet) -> StaffCard:
    return StaffCard(record.staff, record.name, record.role)


def _save(
    shop: Shop, by: str, record: StaffSet, pin: str | None
) -> StaffSaved | WeakPin | PinTaken | NeedsPin:
    if pin is not None:
        fault = _pin_refused(shop, record, pin)
        if fault:
            return fault
        record = replace(record, verifier=verifier(shop, record.staff, pin))
    if not record.verifier:
        return NeedsPin()
    event = shop.event("staff_set", record, staff=by)
    return shop.record(lambda _: ((event,), StaffSaved(_card(record))))


def _allowed(records: dict[str, StaffSet], by: str, old: StaffSet | None, role: Role) -> bool:
    if not any(record.active for record in records.values()):
        return role == "owner"
    asking = records.get(by)
    if asking is None or not asking.active:
        return False
    return may_set(asking.role, role) and (old is None or may_set(asking.role, old.role))


def _last_owner(records: dict[str, StaffSet], record: StaffSet) -> bool:
    owners = [one for one in records.values() if one.active and one.role == "owner"]
    return [one.staff for one in owners] == [record.staff]


def _pin_refused(shop: Shop, record: StaffSet, pin: str) -> WeakPin | PinTaken | None:
    fault = pin_fault(pin)
    if fault or not may_approve(record.role):
        # Cashiers are not told that a PIN is taken: it would tell them a supervisor's.
        return fault
    others: Iterable[StaffSet] = (
        one
        for one in _records(shop).values()
        if one.active and one.staff != record.staff and may_approve(one.role)
    )
    return PinTaken() if any(_fits(shop, one, pin) for one in others) else None


def _fits(shop: Shop, record: StaffSet, pin: str) -> bool:
    return fits(shop, record.staff, record.verifier, pin)
