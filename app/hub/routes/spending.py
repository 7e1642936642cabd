"""Holds and refills: what may be spent, and what a restored hub takes back (SYNC.md 8, 10)."""

from typing import Final

from sqlalchemy import Connection

from app.hub import holds, keys
from app.hub.refill import RefillError, refill
from app.hub.routes.asking import Call, RefusedError, Route
from app.hub.trust import is_signed
from app.storage import failpoints
from app.wire.sync import (
    Granted,
    Held,
    HoldAsk,
    RefillAsk,
    Refilled,
    Refused,
    Voided,
)


def hold(call: Call) -> Held:
    """Reserve what a station wants to spend, all of it or nothing."""
    hub, ask = call.hub, call.ask
    opened = call.opened()
    now_ms = hub.now_ms()

    def work(core: Connection) -> Held:
        known = call.admit(core)
        on = holds.today(opened.in_force, now_ms)
        done = holds.ask(core, call.cell_id, known.station_id, ask, opened.in_force, on, now_ms)
        contact = hub.contact(core, call.cell_id)
        if isinstance(done, holds.Reserved):
            return Granted(done.stock_number, contact)
        return Refused(done.coins, done.credit_minor, done.taken, done.sold_out, contact)

    told = opened.write(work)
    failpoints.reach("hold.kept")
    return told


def void(call: Call) -> Voided:
    """Let go of a hold."""
    hub = call.hub

    def work(core: Connection) -> Voided:
        known = call.admit(core)
        holds.void(core, call.cell_id, known.station_id, call.names["hold"], hub.now_ms())
        return Voided(hub.contact(core, call.cell_id))

    return hub.store.run(work)


def take_back(call: Call) -> Refilled:
    """Book feed rows that a restored hub has lost."""
    hub = call.hub
    with hub.store.read() as core:
        call.admit(core)

    def is_ours(text: bytes, signature: bytes) -> bool:
        return is_signed(hub.key.public, signature, text)

    hub.store.run(lambda core: keys.keep(core, call.cell_id, call.ask.keys))
    try:
        count = refill(call.opened(), call.ask, is_ours)
    except RefillError as error:
        raise RefusedError(422, "refill", f"{error}. Nothing was booked.") from error
    hub.on_booked(call.cell_id, {"refilled": count})
    with hub.store.read() as core:
        return Refilled(count, hub.contact(core, call.cell_id))


ROUTES: Final = (
    Route("POST", "/v1/cells/{cell}/holds", hold, HoldAsk, (Granted, Refused),
          "Ask whether something may be spent."),
    Route("DELETE", "/v1/cells/{cell}/holds/{hold}", void, None, (Voided,), "Let go of a hold."),
    Route("POST", "/v1/cells/{cell}/refill", take_back, RefillAsk, (Refilled,),
          "Give back what a restored hub has lost."),
)  # fmt: skip
