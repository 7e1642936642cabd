"""Keys, sealed values and erasing, down to the bytes of the files."""

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.members import MemberView, find, open_member
from app.storage.secret import VaultDamagedError
from app.storage.vault import Admission, Vault
from tests.helpers.people import create, joined, opened

ONE, TWO = "1" * 32, "2" * 32


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = Vault(tmp_path)
    yield vault
    vault.close()


def test_a_value_opens_for_its_member_and_field_only(vault):
    vault.admit(Admission(ONE, "A"), Admission(TWO, "B"))
    sealed = vault.seal(ONE, "name", "आरती")
    assert vault.open(ONE, "name", sealed) == "आरती"
    assert sealed != vault.seal(ONE, "name", "आरती")
    for member, field in ((TWO, "name"), (ONE, "phone")):
        with pytest.raises(VaultDamagedError, match="sikka doctor"):
            vault.open(member, field, sealed)
    assert vault.open_all(ONE, [("phone", sealed), ("name", sealed)]) == ("", "आरती")


def test_nothing_is_sealed_without_a_key_and_empty_stays_empty(vault):
    with pytest.raises(VaultDamagedError, match="backup"):
        vault.seal(ONE, "name", "A")
    assert vault.seal(ONE, "name", "") == vault.open(ONE, "name", "") == ""
    assert vault.open(ONE, "name", "c2VhbGVk") == ""


def test_a_search_row_follows_its_member(vault):
    vault.admit(Admission(ONE, "Aarti Rao", "9876543210"), Admission(TWO, "Arati", "9876500000"))
    assert vault.find_name("aarti rao", 5) == [ONE]
    assert vault.find_digits("98765", 5) == [TWO, ONE]
    assert vault.find_digits("3210", 5) == [ONE]
    vault.reindex(Admission(ONE, "Meera", "12345"))
    assert vault.find_name("rao", 5) == vault.find_digits("3210", 5) == []
    assert vault.find_name("mira", 5) == [ONE]


@pytest.fixture(scope="module")
def any_vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    vault = Vault(tmp_path_factory.mktemp("any"))
    vault.admit(Admission(ONE, "Aarti Rao"), Admission(TWO, "张伟 Kumar %_'"))
    yield vault
    vault.close()


@given(query=st.text(max_size=30))
def test_any_query_is_answered(any_vault, query):
    assert len(any_vault.find_name(query, 3)) <= 3


# ---------------------------------------------------------------- the secret


def test_the_secret_is_the_owners_alone_and_made_once(tmp_path):
    macs = set()
    for _ in range(2):
        vault = Vault(tmp_path)
        macs.add(vault.mac("phone", "+919876543210"))
        vault.close()
    secret = tmp_path / "secret.key"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert len(secret.read_bytes()) == 32
    again = Vault(tmp_path, write=False)
    assert macs == {again.mac("phone", "+919876543210")}
    assert again.mac("card", "+919876543210") not in macs
    again.close()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda path: path.unlink(), "secret.key is missing"),
        (lambda path: path.write_bytes(b"short"), "has 5 bytes and needs 32"),
        (lambda path: path.write_bytes(bytes(32)), "not the one keys.db was made with"),
    ],
)
@pytest.mark.parametrize("write", [True, False])
def test_a_lost_or_wrong_secret_is_said_in_a_sentence(tmp_path, damage, words, write):
    Vault(tmp_path).close()
    damage(tmp_path / "secret.key")
    with pytest.raises(VaultDamagedError, match=words):
        Vault(tmp_path, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_lost_keys_are_said_and_never_replaced_by_new_ones(tmp_path, write):
    Vault(tmp_path).close()
    (tmp_path / "keys.db").unlink()
    with pytest.raises(VaultDamagedError, match=r"keys\.db is missing"):
        Vault(tmp_path, write=write)
    assert not (tmp_path / "keys.db").exists()


# ---------------------------------------------------------------- bytes

NAME, PHONE, BORN, OLD = "Vasundhara Quellmorton", "98765 43210", date(1987, 6, 5), "OLDNUM9911"
SECRETS = ("Vasundhara", "Quellmorton", "vasundara", "kuelmorton", "9876543210", "0123456789",
           "1987-06-05", "OLDNUM9911", "98765 43210", "arahdnusav")  # fmt: skip


def traces(path: Path) -> list[str]:
    body = path.read_bytes()
    return [text for text in SECRETS if text.encode() in body]


def test_personal_values_are_in_keys_db_alone(tmp_path):
    create(tmp_path)
    with opened(tmp_path) as (station, shop, _):
        view = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD)
        number = view.cards[0].number
        station.pump()
        found = {path.name: traces(path) for path in tmp_path.iterdir()}
        cards = [path.name for path in tmp_path.iterdir() if number.encode() in path.read_bytes()]
    kept = {name for name, texts in found.items() if texts}
    assert kept <= {"keys.db", "keys.db-wal"}
    assert kept
    assert cards == []


def test_forgetting_leaves_no_byte_and_no_readable_value(tmp_path):
    create(tmp_path)
    with opened(tmp_path) as (station, shop, _):
        stays = joined(shop, "Vasundhara Rao", "8765432109")
        view = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD)
        station.pump()
        key = shop.vault._key(view.member)
        assert key is not None
        profile = shop.profile(view.member)
        assert profile is not None
        shop.vault.forget(view.member)
        for path in tmp_path.iterdir():
            gone = [text for text in traces(path) if "asun" not in text and "sav" not in text]
            assert gone == [], path
            assert key not in path.read_bytes(), path
        assert shop.vault.open(view.member, "name", profile.personal.name or "") == ""
        assert [hit.name for hit in find(shop, "vasundhara")] == ["Vasundhara Rao"]
        somebody, nobody = open_member(shop, stays.member), open_member(shop, view.member)
        assert isinstance(somebody, MemberView)
        assert isinstance(nobody, MemberView)
        assert somebody.name == "Vasundhara Rao"
        assert (nobody.name, nobody.phone_masked, nobody.birthday) == ("", "", None)
