"""Who may speak to a hub: codes, keys, tokens, challenges, revocation (SYNC.md 12)."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.hub import cell_secrets, stations
from app.hub.trust import (
    CHALLENGE_MS,
    CODE_LETTERS,
    CODE_MS,
    KEY_BYTES,
    TOKEN_MS,
    HubKey,
    HubKeyError,
    is_signed,
    new_code,
    read_hub_key,
    station_id_of,
)
from app.storage import tables
from app.wire.sync import Challenge, EnrolAsk, Enrolled, SessionAsk, session_text
from tests.helpers.hub import (
    CELL,
    NOW_MS,
    Desk,
    Till,
    bodies_of,
    hub_in,
    key_of,
    pushed,
    refused,
    told,
)
from tests.helpers.shops import number


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with hub_in(tmp_path) as made:
        yield made


# ---------------------------------------------------------------- the hub's key


def test_a_hub_makes_its_key_once_for_its_owner_alone(tmp_path: Path):
    first = read_hub_key(tmp_path, fresh=True)
    again = read_hub_key(tmp_path, fresh=True)
    assert first.public == again.public
    assert stat.S_IMODE((tmp_path / "hub.key").stat().st_mode) == 0o600


def test_a_hub_with_stations_never_makes_another_key(tmp_path: Path):
    with pytest.raises(HubKeyError, match=r"hub\.key is missing"):
        read_hub_key(tmp_path, fresh=False)
    (tmp_path / "hub.key").write_bytes(b"short")
    with pytest.raises(HubKeyError, match="damaged"):
        read_hub_key(tmp_path, fresh=True)


def test_what_one_hub_sealed_no_other_opens(tmp_path: Path):
    mine, other = HubKey(bytes(32)), HubKey(bytes([1]) * 32)
    sealed = mine.seal_secret(CELL, b"s" * 32, bytes)
    assert mine.open_secret(CELL, sealed) == b"s" * 32
    for key, cell_id in ((other, CELL), (mine, number("other cell"))):
        with pytest.raises(HubKeyError, match="not the one"):
            key.open_secret(cell_id, sealed)


def test_every_purpose_has_a_key_of_its_own():
    key = HubKey(bytes(32))
    token = key.token(number("a"), NOW_MS + TOKEN_MS)
    assert not key.is_challenge(token, NOW_MS)
    nonce = key.challenge(NOW_MS, bytes)
    assert key.station_of(nonce, NOW_MS) == ""


# ---------------------------------------------------------------- tokens, challenges, codes


def test_a_token_is_good_until_it_is_over():
    key = HubKey(bytes(32))
    token = key.token(number("a"), NOW_MS + TOKEN_MS)
    assert key.station_of(token, NOW_MS + TOKEN_MS - 1) == number("a")
    assert key.station_of(token, NOW_MS + TOKEN_MS) == ""
    assert HubKey(bytes([1]) * 32).station_of(token, NOW_MS) == ""


@given(at=st.integers(0, 110), other=st.characters(codec="ascii"))
def test_a_changed_token_is_nobodys(at: int, other: str):
    key = HubKey(bytes(32))
    token = key.token(number("a"), NOW_MS + TOKEN_MS)
    changed = token[:at] + other + token[at + 1 :]
    assert key.station_of(changed, NOW_MS) == (number("a") if changed == token else "")


@given(st.binary(min_size=16, max_size=16))
def test_a_code_is_easily_typed(noise: bytes):
    code = new_code(lambda _: noise)
    assert len(code) == 19
    assert set(code) <= {*CODE_LETTERS, "-"}
    key = HubKey(bytes(32))
    assert key.code_mac(code) == key.code_mac(f" {code.lower().replace('-', ' ')} ")


def test_the_letters_of_codes_are_told_apart():
    assert not set("01IO") & set(CODE_LETTERS)
    assert len(set(CODE_LETTERS)) == 32


# ---------------------------------------------------------------- enrolling


def enrol_ask(code: str, name: str = "a") -> EnrolAsk:
    return EnrolAsk(code, key_of(name).public_key().public_bytes_raw())


def test_a_code_enrols_one_station(desk: Desk):
    code = desk.code(till="7")
    me = told(desk.ask("POST", "/v1/enrolments", enrol_ask(code)), Enrolled)
    assert (me.cell_id, me.store, me.till, me.epoch) == (CELL, "main", "7", 1)
    assert me.hub_key == desk.hub.key.public
    assert me.contact.incarnation == 1
    other = desk.ask("POST", "/v1/enrolments", enrol_ask(code, "b"))
    assert refused(other) == (401, "code")


def test_an_answer_that_was_lost_is_given_again(desk: Desk):
    ask = enrol_ask(desk.code())
    first = told(desk.ask("POST", "/v1/enrolments", ask), Enrolled)
    desk.clock.now_ms += CODE_MS
    again = told(desk.ask("POST", "/v1/enrolments", ask), Enrolled)
    assert (again.station_id, again.secret) == (first.station_id, first.secret)


def test_a_code_is_over_after_a_day(desk: Desk):
    code = desk.code()
    desk.clock.now_ms += CODE_MS
    assert refused(desk.ask("POST", "/v1/enrolments", enrol_ask(code))) == (401, "code")


def test_a_key_enrols_once(desk: Desk):
    told(desk.ask("POST", "/v1/enrolments", enrol_ask(desk.code())), Enrolled)
    again = desk.ask("POST", "/v1/enrolments", enrol_ask(desk.code()))
    assert refused(again) == (401, "code")


def test_the_store_never_sees_a_code_or_a_secret(desk: Desk):
    code = desk.code()
    me = told(desk.ask("POST", "/v1/enrolments", enrol_ask(code)), Enrolled)
    with desk.hub.store.read() as core:
        macs = core.execute(select(tables.enrolment.c.code_mac)).scalars().all()
        sealed = core.execute(select(tables.cell_secret.c.sealed)).scalar_one()
        assert cell_secrets.secret_of(core, desk.hub.key, CELL) == me.secret
    assert code not in macs
    assert me.secret not in sealed
    assert me.secret != HubKey(bytes(range(KEY_BYTES))).public


def test_stations_of_a_cell_share_its_secret(desk: Desk):
    one, two = desk.station("a"), desk.station("b")
    other = desk.station("c", number("other cell"))
    assert one.me
    assert two.me
    assert other.me
    assert one.me.secret == two.me.secret != other.me.secret
    assert len({one.station_id, two.station_id, other.station_id}) == 3
    assert one.station_id == station_id_of(key_of("a").public_key().public_bytes_raw())


# ---------------------------------------------------------------- signing in


def session_ask(till: Till, nonce: str, name: str = "a") -> SessionAsk:
    return SessionAsk(
        till.station_id, nonce, key_of(name).sign(session_text(till.station_id, nonce))
    )


def test_a_session_needs_the_stations_own_signature(desk: Desk):
    till = desk.station("a")
    nonce = told(desk.ask("GET", "/v1/challenge"), Challenge).nonce
    stolen = session_ask(till, nonce, "b")
    assert refused(desk.ask("POST", "/v1/sessions", stolen)) == (401, "signature")


def test_a_challenge_is_over_after_a_minute(desk: Desk):
    till = desk.station("a")
    nonce = told(desk.ask("GET", "/v1/challenge"), Challenge).nonce
    desk.clock.now_ms += CHALLENGE_MS
    late = desk.ask("POST", "/v1/sessions", session_ask(till, nonce))
    assert refused(late) == (401, "challenge")
    made_up = session_ask(till, f"{NOW_MS * 2}.{'0' * 32}.{'0' * 64}")
    assert refused(desk.ask("POST", "/v1/sessions", made_up)) == (401, "challenge")


def test_who_is_unknown_is_told_to_enrol(desk: Desk):
    till = desk.station("a")
    token = desk.hub.key.token(number("nobody"), NOW_MS + TOKEN_MS)
    till.token = token
    assert refused(till.feed()) == (401, "unknown")


# ---------------------------------------------------------------- shut out


def test_a_revoked_station_may_push_the_rest_and_nothing_else(desk: Desk):
    till = desk.station("a")
    pushed(till.push(*bodies_of("asha")))
    desk.hub.store.run(lambda core: stations.revoke(core, till.station_id, 1))
    till.sign_in()
    assert refused(till.feed()) == (403, "revoked")
    for method, path, ask in (
        ("GET", f"/v1/cells/{CELL}/keys", None),
        ("GET", f"/v1/cells/{CELL}/snapshot", None),
        ("GET", f"/v1/cells/{CELL}/lanes/{till.station_id}", None),
        ("DELETE", f"/v1/cells/{CELL}/holds/{number('hold')}", None),
    ):
        assert refused(till.ask(method, path, ask)) == (403, "revoked"), path
    assert pushed(till.push(*bodies_of("ravi"))).contact.revoked


def test_a_revoked_key_does_not_enrol_again(desk: Desk):
    code = desk.code()
    me = told(desk.ask("POST", "/v1/enrolments", enrol_ask(code)), Enrolled)
    desk.hub.store.run(lambda core: stations.revoke(core, me.station_id, 0))
    assert refused(desk.ask("POST", "/v1/enrolments", enrol_ask(code))) == (403, "revoked")
    assert is_signed(desk.hub.key.public, desk.hub.key.sign(b"x"), b"x")
