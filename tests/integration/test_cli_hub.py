"""`sikka hub` as a person runs it: without a screen, on a closed store and beside a server."""

import contextlib
import json
import re
import shlex
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from typer.testing import CliRunner

from app.cli import sikka as app
from tests.helpers.command import Answer, sikka
from tests.helpers.tree import ROOT

pytestmark = pytest.mark.slow

CODE = re.compile(r"([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}")

NO_SCREEN = """
import sys

class NoScreen:
    def find_spec(self, name, *_):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{name} is not installed here", name=name)

sys.meta_path.insert(0, NoScreen())
from app.cli import main
sys.argv = ["sikka", *sys.argv[1:]]
main()
"""


def hub(*arguments: object) -> Answer:
    """Run `sikka hub` where PySide6 cannot be imported."""
    done = subprocess.run(
        [sys.executable, "-c", NO_SCREEN, "hub", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)


@contextlib.contextmanager
def serving(*arguments: object) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Run `sikka hub serve`; give its address and its process, which is stopped after."""
    command = [sys.executable, "-c", NO_SCREEN, "hub", "serve", "--port", "0", *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            said = server.stdout.readline()
            assert said.startswith("Sikka hub at "), server.communicate(timeout=20)
            yield said.split()[-1], server
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(40)


def store_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'hub.db'}"


@pytest.mark.process
def test_a_closed_store_is_opened_without_a_screen(tmp_path: Path):
    store = store_in(tmp_path)
    first = hub("enrol", "--store", store, "--till", "1", "--cell", "new")
    assert CODE.fullmatch(first.out.splitlines()[0])
    assert hub("enrol", "--store", store, "--till", "2").code == 0
    assert hub("stations", "--store", store).out == ""


@pytest.mark.process
def test_a_store_nobody_knows_is_refused():
    strange = hub("serve", "--store", "mysql://x/y")
    assert strange.code == 2
    assert "sqlite:///PATH" in strange.err


@pytest.mark.process
def test_commands_go_through_the_server_that_has_the_store(tmp_path: Path):
    store = store_in(tmp_path)
    assert hub("enrol", "--store", store, "--till", "1", "--cell", "new").code == 0
    with serving("--store", store) as (url, server):
        assert httpx.get(f"{url}/healthz", trust_env=False).json() == {"status": "ok"}
        assert (tmp_path / "admin.json").stat().st_mode & 0o777 == 0o600
        assert CODE.match(hub("enrol", "--store", store, "--till", "2").out)
        wrong = hub("enrol", "--store", store, "--till", "2", "--cell", "0" * 32)
        assert wrong.code == 2
        assert "There is no cell" in wrong.err
        second = hub("serve", "--store", store, "--port", "0")
        assert second.code == 1
        assert f"process {server.pid}" in second.err
        server.send_signal(signal.SIGTERM)
        _, log = server.communicate(timeout=40)
    assert server.returncode == 0
    assert not (tmp_path / "admin.json").exists()
    assert not (tmp_path / "hub.db-wal").exists(), "the store was closed"
    entries = [json.loads(line) for line in log.splitlines()]
    assert [one["event"] for one in entries if one["logger"] == "sikka.hub"][-1] == "stopped"


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub.example")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    cert, private = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return cert, private


@pytest.mark.process
def test_it_speaks_tls_and_takes_commands_there_too(tmp_path: Path):
    store = store_in(tmp_path)
    cert, key = certificate(tmp_path)
    with serving("--store", store, "--tls-cert", cert, "--tls-key", key) as (url, _):
        assert url.startswith("https://127.0.0.1:")
        trusted = ssl.create_default_context(cafile=str(cert))
        there = url.replace("127.0.0.1", "localhost")
        assert httpx.get(f"{there}/healthz", verify=trusted, trust_env=False).status_code == 200
        assert hub("enrol", "--store", store, "--till", "1", "--cell", "new").code == 0


def refused(*arguments: object) -> str:
    """What a command says that is refused as bad input."""
    done = CliRunner().invoke(app, ["hub", *map(str, arguments)])
    assert done.exit_code == 2, done.output
    return done.stderr


def test_refusals_before_it_serves(tmp_path: Path):
    store = store_in(tmp_path)
    assert "--tls-cert" in refused("serve", "--store", store, "--host", "0.0.0.0")
    assert "leave --workers out" in refused("serve", "--store", store, "--workers", "2")
    missing = refused("serve", "--store", store, "--tls-cert", "no.pem", "--tls-key", "no.key")
    assert "no such file" in missing
    assert not (tmp_path / "hub.db").exists()


def test_commands_that_name_nothing_are_refused(tmp_path: Path):
    store = store_in(tmp_path)
    assert "--cell new" in refused("enrol", "--store", store, "--till", "1")
    assert "no station" in refused("revoke", "abc", "--store", store)
    assert "Name the till" in refused("enrol", "--store", store, "--till", "", "--cell", "new")


@pytest.mark.process
def test_several_processes_serve_one_postgres(postgres_url: str, tmp_path: Path):
    store = ("--store", postgres_url, "--data", tmp_path)
    assert hub("enrol", *store, "--till", "1", "--cell", "new").code == 0
    command = [sys.executable, "-m", "app", "hub", "serve", "--port", "0", *map(str, store)]
    with subprocess.Popen(
        [*command, "--workers", "2"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as server:  # fmt: skip
        assert server.stdout is not None
        try:
            said = [server.stdout.readline() for _ in range(2)]
            assert said[0] == said[1]
            url = said[0].split()[-1]
            assert httpx.get(f"{url}/healthz", trust_env=False).status_code == 200
        finally:
            server.send_signal(signal.SIGTERM)
            assert server.wait(40) == 0


def test_the_systemd_unit_names_real_options():
    unit = (ROOT / "packaging/sikka-hub.service").read_text("utf-8")
    (line,) = [one for one in unit.splitlines() if one.startswith("ExecStart=")]
    words = shlex.split(line.partition("=")[2])
    assert words[:3] == ["/usr/bin/sikka", "hub", "serve"]
    named = {word for word in words if word.startswith("--")}
    helped = sikka("hub", "serve", "--help").out
    assert named
    assert {option for option in named if option not in helped} == set()
    assert "SIKKA_STORE" in helped
    assert "SIKKA_STORE" in unit
    for rule in ("NoNewPrivileges=yes", "ProtectSystem=strict", "UMask=0077", "Restart="):
        assert rule in unit
