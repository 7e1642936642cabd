"""The command `sikka` as a person runs it: another process, real files."""

import csv
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.tree import ROOT

ONE_RULE = """\
[shop]
name = { en = "One rule" }
country = "IN"
currency = "INR"
time_zone = "Asia/Kolkata"
day_starts = "00:00"
languages = ["en"]
numbering = "calendar_year"

[coins]
value = "0.10"

[returns]
window_days = 15

[[earn]]
id = "every-7"
title = { en = "3 coins for every 7" }
coins = 3
per = "7.00"

[status]
points = 1
per = "1.00"
months = 12

[[tier]]
id = "member"
name = { en = "Member" }
threshold = 0

[consent]
version = "1"
text = { en = "I agree." }
marketing = { en = "Tell me." }
"""
"""A programme of one rule without expiry, for what can be checked by hand."""


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """The CSV on standard output."""
        return list(csv.DictReader(io.StringIO(self.out)))


def sikka(*arguments: object, answers: str = "", **environment: str) -> Answer:
    """Run the command with typed answers; extra keywords are environment variables."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        input=answers,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1", **environment},
        text=True,
        check=False,
        start_new_session=True,  # no terminal, so that a PIN is read from the answers
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)


def one_rule_shop(folder: Path, programme: str = ONE_RULE) -> Path:
    """Make a shop with a programme in `folder`/shop; return its folder."""
    file = folder / "programme.toml"
    file.write_text(programme, encoding="utf-8")
    shop = folder / "shop"
    done = sikka("shop", "create", "--data", shop, "--programme", file, "--owner", "Asha",
                 "--pin", "2580", "--yes")  # fmt: skip
    assert done.code == 0, done.err
    return shop


RECEIPTS = "receipt kind occurred_at member sku name quantity unit_price".split()


def sales_file(path: Path, *lines: str, header: str = ",".join(RECEIPTS)) -> Path:
    """Write a sales CSV; the first line is the header's."""
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return path
