"""Pushing: a station's lane into the cell's feed (SYNC.md 4)."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from app.hub import cell, incarnations, keys, stations
from app.hub.routes.asking import Call, RefusedError, Route
from app.hub.trust import is_signed
from app.hub.turns import turn
from app.storage import failpoints
from app.wire.sync import (
    PUSH_BYTES_MAX,
    PUSH_EVENTS_MAX,
    Acked,
    Contact,
    Epoch,
    EpochAsk,
    Fork,
    PushAsk,
    Pushed,
    Resume,
    push_text,
)

_PUSHED: Final = (Acked, Resume, Fork)


def push(call: Call) -> Pushed:
    """Book rows of a station's lane, what it says of itself and the keys, in one transaction."""
    hub, ask = call.hub, call.ask
    epoch = _epoch_in(call)
    _check_size(ask)
    opened = call.opened()
    batch = cell.Push(call.station_id, epoch, ask.first_seq, ask.previous, ask.bodies)
    last_seq = ask.first_seq + len(ask.bodies) - 1
    signed = push_text(call.cell_id, call.station_id, epoch, last_seq, batch.hashes[-1])

    def work(core: Connection) -> tuple[Pushed, Mapping[str, int]]:
        known = call.admit(core, revoked_too=True)
        if not is_signed(known.public_key, ask.signature, signed):
            raise RefusedError(401, "signature", "The signature over these rows is not right.")
        if not known.revoked:
            incarnations.rise(core, call.cell_id, hub.now_ms(), ask.incarnation)
        now_ms = hub.now_ms()
        answer: cell.Acknowledged | cell.SendFrom | cell.Forked
        if epoch != known.epoch:
            over = stations.lane_of(core, known, epoch)
            answer = cell.Forked(over.last_seq if over else 0)
        else:
            note = stations.clock_remark(ask.standing, now_ms)
            answer = cell.push(
                core, call.cell_id, batch, opened.in_force, known.revoked_seq, note, known.role
            )
        keys.keep(core, call.cell_id, ask.keys)
        stations.note_push(core, known, ask.standing, now_ms)
        outcomes = answer.outcomes if isinstance(answer, cell.Acknowledged) else {}
        contact = hub.contact(core, call.cell_id, revoked=known.revoked)
        return _told(answer, contact), outcomes

    with turn():
        told, outcomes = opened.write(work)
    failpoints.reach("push.booked")
    hub.on_booked(call.cell_id, outcomes)
    return told


def lane_now(call: Call) -> Pushed:
    """Say how far the cell has the station's epoch."""
    with call.hub.store.read() as core:
        known = call.admit(core)
        contact = call.hub.contact(core, call.cell_id)
        have = stations.lane_of(core, known, known.epoch)
    return Resume(have.last_seq, have.head, contact) if have else Fork(0, contact)


def next_epoch(call: Call) -> Epoch:
    """Begin a new epoch of the station: its lane was continued differently somewhere."""
    ask = call.ask
    if ask.epoch >= stations.EPOCH_MAX:
        raise RefusedError(422, "epoch", f"There is no epoch {ask.epoch}.")

    def work(core: Connection) -> Epoch:
        incarnations.lock(core, call.cell_id)
        known = call.admit(core)
        epoch = stations.new_epoch(core, known, ask)
        return Epoch(epoch, call.hub.contact(core, call.cell_id))

    return call.hub.store.run(work)


def _epoch_in(call: Call) -> int:
    epoch = int(call.names["epoch"])
    if epoch > stations.EPOCH_MAX:
        raise RefusedError(422, "epoch", f"There is no epoch {epoch}.")
    return epoch


def _check_size(ask: PushAsk) -> None:
    size = sum(len(body) for body in ask.bodies)
    if size > PUSH_BYTES_MAX and len(ask.bodies) > 1:
        raise RefusedError(
            422, "too_many", f"Send at most {PUSH_BYTES_MAX} bytes of events, or one event alone."
        )
    if len(ask.keys) > PUSH_EVENTS_MAX:
        raise RefusedError(422, "too_many", f"Send at most {PUSH_EVENTS_MAX} members' keys.")


def _told(answer: cell.Acknowledged | cell.SendFrom | cell.Forked, contact: Contact) -> Pushed:
    match answer:
        case cell.Acknowledged(last_seq=last_seq, head=head):
            return Acked(last_seq, head, contact)
        case cell.SendFrom(last_seq, head):
            return Resume(last_seq, head, contact)
        case cell.Forked(seq):
            return Fork(seq, contact)


ROUTES: Final = (
    Route("POST", "/v1/cells/{cell}/lanes/{station}/{epoch}", push, PushAsk, _PUSHED,
          "Send rows of a lane."),
    Route("GET", "/v1/cells/{cell}/lanes/{station}", lane_now, None, _PUSHED,
          "Ask how far the hub has the lane."),
    Route("POST", "/v1/cells/{cell}/lanes/{station}", next_epoch, EpochAsk, (Epoch,),
          "Begin a new epoch."),
)  # fmt: skip
