"""Slips: what a sale, a return, a redemption or a closed day looks like on paper.

They hold no name and no phone. A slip names the journal row it is the proof of.
"""

from collections.abc import Sequence

from app.domain.codes import VoucherNumber
from app.domain.companions import undone_id
from app.domain.facts import Redeemed, Returned, Sold
from app.domain.members import Held
from app.domain.open_sales import open_sale
from app.domain.programme import money_of
from app.domain.slips import Code, Divider, Part, Row, Slip, Words
from app.domain.texts import text_in
from app.services.open_sales import sale_of
from app.services.shop import Shop
from app.services.slips.returns import returned
from app.services.slips.sales import sold
from app.services.slips.sheet import Sheet, anchor_words
from app.services.slips.vouchers import redeemed, voucher
from app.services.slips.words import REPRINT, say
from app.services.voids import SaleUnknown
from app.storage.prints import own_row
from app.wire.events import decode

__all__ = ["language_of", "reprinted", "rows_slip", "slip_of", "trial_slip", "voucher_slip"]


def slip_of(
    shop: Shop, event_id: str, language: str, *, reprint: bool = False
) -> Slip | SaleUnknown:
    """Return the slip of a sale, a return or a redemption by its event's id.

    It says what is true now: of a sale or return that was undone since, that it does not
    count.
    """
    with shop.db.cursor(None) as cursor:
        row = own_row(cursor, event_id)
    event = decode(row.body) if row else None
    sheet = Sheet(shop, language, event, row)
    match event.facts if event else None:
        case Returned() as facts:
            with shop.db.cursor(None) as cursor:
                undone = own_row(cursor, undone_id(event_id)) is not None
            slip = returned(sheet, facts, undone=undone)
        case Redeemed() as facts:
            slip = redeemed(sheet, facts)
        case None | Sold():
            sale = sale_of(shop, event_id) or (open_sale(event) if event else None)
            if sale is None:
                return SaleUnknown(event_id)
            slip = sold(sheet, sale)
        case _:
            return SaleUnknown(event_id)
    return reprinted(slip, language) if reprint else slip


def language_of(shop: Shop, event_id: str) -> str:
    """Return the language an event's slip is for: its member's, else the shop's first."""
    with shop.db.cursor(None) as cursor:
        row = own_row(cursor, event_id)
    sale = None if row else sale_of(shop, event_id)
    member = decode(row.body).member if row else sale.member if sale else ""
    profile = shop.profile(member) if member else None
    known = shop.programme.languages
    return profile.language if profile and profile.language in known else known[0]


def voucher_slip(
    shop: Shop, held: Held, ticket: int, language: str, *, reprint: bool = False
) -> Slip:
    """Return the slip of a voucher a member has; `ticket` is where it waits (0 = nowhere)."""
    sheet = Sheet(shop, language, None, None)
    until = sheet.until(held.valid_from, held.until)
    slip = voucher(sheet, held.reward, held.number, until, ticket)
    return reprinted(slip, language) if reprint else slip


def rows_slip(
    shop: Shop,
    title: str,
    rows: Sequence[Part],
    language: str,
    *,
    anchor: tuple[int, bytes] | None = None,
    reprint: bool = False,
) -> Slip:
    """Return a slip of rows under the shop's name: a closed day, say.

    `anchor` is the number and the hash of the journal row the figures stand in.
    """
    sheet = Sheet(shop, language, None, None)
    last = (Divider(), anchor_words(*anchor, language)) if anchor else ()
    slip = Slip("day", title, "", (*sheet.head(title, shop.till), *rows, *last))
    return reprinted(slip, language) if reprint else slip


def trial_slip(shop: Shop, language: str) -> Slip:
    """Return a slip that shows whether a printer is set up right."""
    money = money_of(shop.programme)
    sheet = Sheet(shop, language, None, None)
    parts = (
        *sheet.head(say("test", language), shop.till),
        Words("₹ ₱ नमस्ते · क्षत्रिय, श्री, हिन्दी · ñ é Kumusta", centred=True),
        Row(say("total", language), money.full(12_345_678_90), bold=True),
        Code(VoucherNumber("SV0000000000000")),
        Divider(),
        Words(say("test_fine", language)),
    )
    return Slip("test", say("test", language), "", parts)


def reprinted(slip: Slip, language: str) -> Slip:
    """Return the slip with the mark of one that is not the first."""
    mark = " · ".join(part for part in (text_in(REPRINT, language), slip.mark) if part)
    return Slip(slip.kind, slip.title, mark, slip.parts)
