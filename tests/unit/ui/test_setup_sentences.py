"""Every reason of a setup check has a sentence, and every value it needs."""

import re
from pathlib import Path

from app.domain import setup
from app.domain.setup import (
    BackupFound,
    CameraFound,
    Check,
    DisplayFound,
    HubFound,
    PrinterFound,
    TillFound,
)
from app.ui.setup_sentences import REASONS, said, state_word, title_of

HUB = "https://hub.example"
FOUND = (
    *(
        setup.check_scanner(one)
        for one in ("", setup.TEST_CODE, setup.TEST_CODE.lower(), "ZYQMß1234567890", "YZQM", "x")
    ),
    setup.check_scanner(f"{setup.TEST_CODE}x"),
    setup.check_scanner("ढ़"),
    setup.check_scanner(setup.TEST_CODE, ended_by="Tab"),
    setup.check_scanner("", problem="Plug it in."),
    *(
        setup.check_printer(PrinterFound(*one))
        for one in (
            ("",),
            ("p",),
            ("p", None, 3),
            ("p", "printed"),
            ("", "printed"),
            ("p", "no_paper"),
        )
    ),
    *(
        setup.check_display(DisplayFound(*one))
        for one in (
            ("off",),
            ("auto", 0),
            ("auto", 1),
            ("auto", 2),
            ("auto", 2, "47", "47"),
            ("auto", 2, "47", "48"),
        )
    ),
    setup.check_hub(HubFound()),
    setup.check_hub(HubFound(HUB)),
    setup.check_hub(HubFound(HUB, reached=True)),
    setup.check_hub(HubFound(HUB, reached=True, unsent=2)),
    setup.check_hub(HubFound(HUB, reached=True, skew_ms=9_999_999)),
    setup.check_hub(HubFound(HUB, revoked=True)),
    setup.check_hub(HubFound(HUB, other_version=True, version="1")),
    setup.check_hub(HubFound(HUB, stranger=True)),
    setup.check_camera(CameraFound()),
    setup.check_camera(CameraFound("x")),
    setup.check_camera(CameraFound("x", ("HD",))),
    setup.check_till(TillFound()),
    setup.check_till(TillFound(1)),
    setup.check_till(TillFound(1, listening=True)),
    setup.check_till(TillFound(folder="/x")),
    setup.check_disk(1),
    setup.check_disk(9999),
    setup.check_backup(BackupFound()),
    setup.check_backup(BackupFound(1, 1)),
    setup.check_backup(BackupFound(99, 1)),
    setup.check_fonts(()),
    setup.check_fonts(("Baloo",)),
    Check("scanner", "look", "hindi"),
)


def test_every_check_says_what_it_found():
    for check in FOUND:
        sentence = said(check)
        assert sentence, check
        assert not re.search(r"[{}]", sentence), check
        assert title_of(check.device)
        assert state_word(check.state)


def test_every_reason_there_is_has_a_sentence_and_no_other():
    assert {(one.device, one.reason) for one in FOUND} == REASONS


def test_the_sentences_are_translated():
    folder = Path(__file__).parents[3] / "resources" / "i18n"
    for language in ("hi", "fil"):
        text = (folder / f"sikka_{language}.ts").read_text("utf-8")
        context = text.partition("<name>setup</name>")[2].partition("</context>")[0]
        assert context.count("<message") >= len(REASONS) + 9
