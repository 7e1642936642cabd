"""What was scanned at the counter: a card, an article, a voucher, a code."""

from app.services import catalogue, codes, members
from app.services.catalogue import Item, UnknownItem, Weighed
from app.services.codes import CodeRead, NoCode
from app.services.members import NotACard
from app.services.members.finding import Identified
from app.services.shop import Shop

Scan = Identified | Item | Weighed | CodeRead


def read_scan(shop: Shop, text: str, *, typed: bool) -> Scan:
    """Say what a scan is; `typed` is whether it came through a keyboard.

    A member's card first, then what is sold, then vouchers and codes. What is none of them is
    said as the card it is not.
    """
    found = members.identify(shop, text, typed=typed)
    if not isinstance(found, NotACard):
        return found
    if found.kind != "voucher":
        article = catalogue.by_code(shop, text)
        if not isinstance(article, UnknownItem):
            return article
    code = codes.read_code(shop, text)
    return found if isinstance(code, NoCode) else code
