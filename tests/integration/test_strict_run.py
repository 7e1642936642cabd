"""The settings in pyproject.toml really fail a test that only warns."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.tree import ROOT

LOUD = {
    "qt": "from PySide6.QtCore import qWarning\ndef test(): qWarning('a screen is wrong')",
    "python": "import warnings\ndef test(): warnings.warn('old', DeprecationWarning)",
    "logging": "import logging\ndef test(): logging.getLogger('sikka').error('printer is off')",
    "structlog": "import structlog\ndef test(): structlog.get_logger().warning('feed.gap')",
    "unmarked": "import pytest\n@pytest.mark.nobody_knows_this\ndef test(): pass",
    "passes anyway": "import pytest\n@pytest.mark.xfail\ndef test(): pass",
    "thread": "import threading\ndef test():\n    t = threading.Thread(target=lambda: 1 / 0)\n"
    "    t.start(); t.join()",
}


@pytest.mark.process
@pytest.mark.slow
@pytest.mark.parametrize("kind", [*LOUD, "quiet"])
def test_a_loud_test_fails_and_a_quiet_one_passes(kind: str, tmp_path: Path):
    file = tmp_path / "test_it.py"
    file.write_text(LOUD.get(kind, "def test(): pass"), "utf-8")
    settings = ["-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *settings, "--rootdir", str(tmp_path), str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode == 0) == (kind == "quiet"), done.stdout + done.stderr
    assert done.returncode in {0, 1, 2}, done.stdout + done.stderr
