"""Enrolling and signing in (SYNC.md 12); the only routes without a token."""

from typing import Final

from sqlalchemy import Connection

from app.hub import cell_secrets, stations
from app.hub.routes.asking import Call, RefusedError, Route
from app.hub.trust import CODE_LETTERS, TOKEN_MS, is_signed
from app.wire.sync import Challenge, EnrolAsk, Enrolled, Session, SessionAsk, session_text


def enrol(call: Call) -> Enrolled:
    """Make a station of whoever shows a code."""
    hub, ask = call.hub, call.ask
    now_ms = hub.now_ms()

    def work(core: Connection) -> Enrolled:
        known = stations.enrol(core, hub.key, ask.code, ask.public_key, now_ms)
        if known is None:
            raise RefusedError(
                401,
                "code",
                "This enrolment code is unknown, used or older than a day. Ask the owner for a"
                f" new one (it is made of {CODE_LETTERS[:3]}…{CODE_LETTERS[-1]}, no 0, O, 1, I).",
            )
        if known.revoked:
            raise RefusedError(403, "revoked", "This station was shut out. It needs a new key.")
        secret = cell_secrets.secret_of(core, hub.key, known.cell_id)
        if secret is None:
            secret = hub.random(32)
            cell_secrets.keep_secret(core, hub.key, known.cell_id, secret, hub.random)
        contact = hub.contact(core, known.cell_id)
        return Enrolled(
            known.station_id, known.cell_id, known.store, known.till, known.epoch, secret,
            hub.key.public, contact, known.role or "counter",
        )  # fmt: skip

    return hub.store.run(work)


def challenge(call: Call) -> Challenge:
    """Give a text to sign."""
    return Challenge(call.hub.key.challenge(call.hub.now_ms(), call.hub.random))


def sign_in(call: Call) -> Session:
    """Give a token for a signed challenge; also to a revoked station, which may push the rest."""
    hub, ask = call.hub, call.ask
    now_ms = hub.now_ms()
    if not hub.key.is_challenge(ask.nonce, now_ms):
        raise RefusedError(
            401, "challenge", "The challenge is over or not ours. Ask for a new one."
        )
    with hub.store.read() as core:
        known = stations.station_of(core, ask.station_id)
    text = session_text(ask.station_id, ask.nonce)
    if known is None or not is_signed(known.public_key, ask.signature, text):
        raise RefusedError(
            401, "signature", "The hub does not know this station's signature. Enrol it again."
        )
    expires_ms = now_ms + TOKEN_MS
    return Session(hub.key.token(known.station_id, expires_ms), expires_ms)


ROUTES: Final = (
    Route("POST", "/v1/enrolments", enrol, EnrolAsk, (Enrolled,),
          "Enrol a station by its one-time code.", needs_token=False),
    Route("GET", "/v1/challenge", challenge, None, (Challenge,),
          "Get a text to sign.", needs_token=False),
    Route("POST", "/v1/sessions", sign_in, SessionAsk, (Session,),
          "Sign in with a signed challenge.", needs_token=False),
)  # fmt: skip
