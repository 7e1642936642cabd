"""The dependency law of app/README.md."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.tree import ROOT, texts


def imported_roots(source: str) -> set[str]:
    """Return the first name of every absolute import in `source`, also inside functions."""
    roots = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            roots |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            roots.add(node.module.partition(".")[0])
    return roots


def environment_reads(source: str) -> Iterator[int]:
    """Yield the line of every read of the process environment; setting a variable is no read."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr="getenv", value=ast.Name(id="os")):
                yield node.lineno
            case ast.Attribute(attr="get" | "items" | "copy", value=ast.Attribute(attr="environ")):
                yield node.lineno
            case ast.Subscript(value=ast.Attribute(attr="environ"), ctx=ast.Load()):
                yield node.lineno
            case _:
                pass


def test_the_finders_find():
    assert imported_roots("import os.path\ndef f():\n    from sqlalchemy.orm import x") == {
        "os",
        "sqlalchemy",
    }
    assert list(environment_reads("import os\nos.environ['A'] = '1'\nos.environ.get('A')")) == [3]


@pytest.mark.process
def test_the_import_contracts_hold():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_domain_imports_the_standard_library_only():
    allowed = sys.stdlib_module_names | {"app"}
    strangers = {
        str(path): found
        for path, source in texts(".py", under="app/domain").items()
        if (found := imported_roots(source) - allowed)
    }
    assert strangers == {}


def test_the_domain_takes_time_and_randomness_as_arguments():
    impure = ("random", "secrets", "time", "os", "socket", "sqlite3", "subprocess", "threading")
    found = {
        str(path): names
        for path, source in texts(".py", under="app/domain").items()
        if (names := imported_roots(source) & set(impure))
    }
    assert found == {}


def test_qt_stays_in_the_screens_the_devices_and_the_composition_root():
    qt = {"PySide6", "shiboken6"}
    allowed = ("app/ui/", "app/hardware/", "app/station")
    found = [
        str(path)
        for path, source in texts(".py", under="app").items()
        if not path.as_posix().startswith(allowed)
        if any(name in source for name in qt) and qt & imported_roots(source)
    ]
    assert found == []


def test_only_config_reads_the_environment():
    found = [
        f"{path}:{line}"
        for path, source in texts(".py", under="app").items()
        if path != Path("app/config.py") and re.search("environ|getenv", source)
        for line in environment_reads(source)
    ]
    assert found == []


@pytest.mark.process
def test_the_hub_and_everything_below_it_run_without_qt():
    program = (
        "import sys, app.hub, app.storage, app.services, app.wire, app.domain;"
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
