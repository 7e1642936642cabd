"""The winners of a draw to hang up: A4, as many pages as it takes.

Qt shapes the text, so Devanagari comes out right. It needs no window and no display.
"""

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QFile, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from app.domain.texts import Text, text_in
from app.hardware.card_sheet import load_family
from app.hardware.references import protect_singletons

_RESOLUTION = 300
_MARGIN_MM = 18.0
_POINTS = 11


class WinnerLine(NamedTuple):
    """One winner: prize, ticket number, first name, masked phone; the last two may be empty."""

    prize: str
    ticket: str
    first_name: str
    phone_masked: str


class WinnersSheet(NamedTuple):
    """What the sheet says; dates are written out already, hashes are hexadecimal."""

    shop: str
    title: str
    permit: str
    drawn_on: str
    claim_until: str
    tickets: int
    mechanics: str
    seed_hash: str
    root: str
    seed: str
    winners: Sequence[WinnerLine]


_WORDS: Final[dict[str, Text]] = {
    "winners": {"en": "Winners", "hi": "विजेता", "fil": "Mga nanalo"},
    "prize": {"en": "Prize", "hi": "इनाम", "fil": "Premyo"},
    "ticket": {"en": "Ticket", "hi": "टिकट", "fil": "Tiket"},
    "name": {"en": "Name", "hi": "नाम", "fil": "Pangalan"},
    "phone": {"en": "Phone", "hi": "फ़ोन", "fil": "Phone"},
    "permit": {"en": "Permit: {0}", "hi": "परमिट: {0}", "fil": "Permit: {0}"},
    "drawn": {
        "en": "Drawn on {0} from {1} tickets",
        "hi": "{0} को {1} टिकटों में से निकाले गए",
        "fil": "Binunot noong {0} mula sa {1} tiket",
    },
    "claim": {
        "en": "Claim your prize here by {0}. Bring your card or phone.",
        "hi": "अपना इनाम {0} तक यहीं से ले जाइए। कार्ड या फ़ोन साथ लाएँ।",
        "fil": "Kunin ang premyo rito hanggang {0}. Dalhin ang card o phone mo.",
    },
    "nobody": {
        "en": "Nobody had a ticket, so nobody won.",
        "hi": "किसी के पास टिकट नहीं था, इसलिए कोई नहीं जीता।",
        "fil": "Walang may tiket, kaya walang nanalo.",
    },
    "mechanics": {"en": "How it worked", "hi": "नियम", "fil": "Mechanics"},
    "check": {"en": "Check it yourself", "hi": "ख़ुद जाँचिए", "fil": "Ikaw mismo ang mag-check"},
    "how": {
        "en": "The hash of the seed was published before the first ticket and the root of all"
        " tickets before the draw. Ask for the proof file and run: sikka raffle verify FILE."
        " It must show the same numbers as here.",
        "hi": "सीड का हैश पहले टिकट से पहले और सभी टिकटों का रूट ड्रॉ से पहले बता दिया गया था।"
        " दुकान से प्रूफ़ फ़ाइल माँगिए और चलाइए: sikka raffle verify FILE."
        " उसमें यही नंबर दिखने चाहिए।",
        "fil": "Inilabas ang hash ng seed bago ang unang tiket, at ang root ng lahat ng tiket bago"
        " ang bunutan. Hingin ang proof file at patakbuhin: sikka raffle verify FILE."
        " Dapat pareho ang mga numerong lalabas.",
    },
}


def write_winners_sheet(path: Path, sheet: WinnersSheet, language: str) -> int:
    """Write the PDF and return its number of pages. Raises OSError when it cannot be written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    protect_singletons()
    application = QGuiApplication.instance() or QGuiApplication([])
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(f"{path}: cannot be written: {file.errorString()}")
    try:
        return _write(file, sheet, language)
    finally:
        file.close()
        del application


def _write(device: QIODevice, sheet: WinnersSheet, language: str) -> int:
    writer = QPdfWriter(device)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(f"{sheet.shop}: {sheet.title}")
    writer.setCreator("Sikka")
    load_family("Noto Sans")
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(QFont("Noto Sans", _POINTS))
    document.setDocumentMargin(0)
    document.setPageSize(writer.pageLayout().paintRectPixels(_RESOLUTION).size().toSizeF())
    document.setHtml(html_of(sheet, language))
    pages = document.pageCount()
    document.print_(writer)
    return pages


def html_of(sheet: WinnersSheet, language: str) -> str:
    """Return what the sheet says as simple HTML, in one language."""

    def say(key: str, *values: object) -> str:
        return escape(text_in(_WORDS[key], language).format(*values))

    parts = [
        f"<p style='font-size:12pt;color:#6a5d51'>{escape(sheet.shop)}</p>",
        f"<h1>{escape(sheet.title)}</h1>",
        f"<p>{say('drawn', sheet.drawn_on, sheet.tickets)}</p>",
        f"<p>{say('permit', sheet.permit)}</p>" if sheet.permit else "",
        f"<h2>{say('winners')}</h2>",
        _table(sheet, [say(key) for key in ("prize", "ticket", "name", "phone")])
        if sheet.winners
        else f"<p>{say('nobody')}</p>",
        f"<p><b>{say('claim', sheet.claim_until)}</b></p>" if sheet.winners else "",
        f"<h3>{say('mechanics')}</h3><p>{escape(sheet.mechanics)}</p>",
        f"<h3>{say('check')}</h3><p>{say('how')}</p>",
        f"<p style='font-size:8pt'>sha256(seed) {sheet.seed_hash}<br/>",
        f"root {sheet.root}<br/>seed {sheet.seed}</p>",
    ]
    return "".join(parts)


def _table(sheet: WinnersSheet, heads: Sequence[str]) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in winner) + "</tr>"
        for winner in sheet.winners
    )
    head = "".join(f"<th align='left'>{one}</th>" for one in heads)
    return (
        "<table width='100%' border='1' cellspacing='0' cellpadding='5'"
        f" style='border-collapse:collapse'><thead><tr>{head}</tr></thead>{rows}</table>"
    )
