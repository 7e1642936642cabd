"""The counter comes after the sign-in screen, panels when they are opened (decisions/0031)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.facts import Flagged
from tests.helpers import people
from tests.helpers.tree import ROOT

SEEN = """
import json, os, sys
from pathlib import Path
from app.station.screens import open_screen

LATER = ("app.ui.viewmodels.counter", "app.ui.viewmodels.today", "app.ui.viewmodels.desk.root")
seen = []

def look():
    seen.append([name in sys.modules for name in LATER])

def started(counter, window):
    look()
    def made(_):
        look()
        print(json.dumps(seen), flush=True)
        os._exit(0)
    counter.station.when_made(made)

open_screen(Path(sys.argv[1]), "counter", started=started)
"""


@pytest.mark.process
def test_the_first_picture_waits_for_no_counter(tmp_path: Path):
    people.create(tmp_path)
    found = subprocess.run(
        [sys.executable, "-c", SEEN, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    on_screen, made = json.loads(found.stdout)
    assert on_screen == [False, False, False]
    assert made == [True, False, False]


def test_who_asks_to_be_told_is_told_once(counter):
    told: list[object] = []
    counter.app.station.when_made(told.append)
    assert told == [counter.vm]


def test_a_panel_made_late_speaks_the_language_in_force_and_follows_it(counter):
    station = counter.app.station
    station.setLanguage("hi")
    counter.vm.openPanel("today")
    counter.jobs.drain()
    in_hindi = counter.vm.today.props
    station.setLanguage("en")
    counter.jobs.drain()
    in_english = counter.vm.today.props
    assert in_hindi.title != in_english.title
    assert in_english.title.isascii()


def test_what_waited_before_it_was_made_is_counted(open_counter):
    counter = open_counter()
    shop, station = counter.shop, counter.app.station
    event = shop.event("flagged", Flagged("card_bills", counter.member.member, "found=7 limit=6"))
    shop.record(lambda _: ((event,), None))
    station.look()
    counter.jobs.drain()
    counter.sign_in()
    station.look()
    counter.jobs.drain()
    assert counter.vm.review.props.badge == "1"
