"""A closed day in words: titles and values from top to bottom, for paper and screen alike."""

from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from app.domain.facts import DayClosed
from app.domain.figures import Figures
from app.domain.money import Money
from app.domain.programme import money_of
from app.domain.texts import Text, text_in
from app.services.dates import day, days, instant
from app.services.day_closes import Close
from app.services.shop import Shop
from app.services.staff import staff_names

_TEXTS: Final[dict[str, Text]] = {
    "title": {
        "en": "Day closed: no. {0}",
        "hi": "दिन का हिसाब: नं. {0}",
        "fil": "Closing no. {0}",
    },
    "date": {"en": "Date", "hi": "तारीख", "fil": "Petsa"},
    "dates": {"en": "{0} to {1}", "hi": "{0} से {1} तक", "fil": "{0} – {1}"},
    "days": {"en": "Days in it", "hi": "कितने दिन", "fil": "Bilang ng araw"},
    "closed_at": {"en": "Closed", "hi": "बंद किया", "fil": "Isinara"},
    "closed_by": {"en": "Closed by", "hi": "किसने बंद किया", "fil": "Nagsara"},
    "bills": {"en": "Bills", "hi": "बिल", "fil": "Mga resibo"},
    "member_bills": {"en": "Bills with a card", "hi": "कार्ड वाले बिल", "fil": "Resibong may card"},
    "taken_minor": {"en": "Taken for bills", "hi": "बिलों से आए", "fil": "Kita sa mga resibo"},
    "refunded_minor": {"en": "Handed back", "hi": "लौटाए", "fil": "Isinauli"},
    "credit_in_minor": {
        "en": "Paid in for store credit",
        "hi": "स्टोर क्रेडिट के लिए जमा",
        "fil": "Top-up sa store credit",
    },
    "credit_out_minor": {
        "en": "Store credit paid out",
        "hi": "स्टोर क्रेडिट से नकद दिए",
        "fil": "Store credit na kinuha nang cash",
    },
    "drawer": {"en": "Comes to", "hi": "कुल", "fil": "Kabuuan"},
    "credit_used_minor": {
        "en": "Paid with store credit",
        "hi": "स्टोर क्रेडिट से चुकाए",
        "fil": "Ibinayad na store credit",
    },
    "coins_given": {"en": "Coins given", "hi": "सिक्के दिए", "fil": "Coins na ibinigay"},
    "coins_back": {"en": "Coins taken back", "hi": "सिक्के वापस लिए", "fil": "Coins na binawi"},
    "coins_used": {"en": "Coins used", "hi": "सिक्के इस्तेमाल हुए", "fil": "Coins na ginamit"},
    "returns": {"en": "Returns", "hi": "वापसी", "fil": "Mga return"},
    "voids": {"en": "Bills voided", "hi": "रद्द बिल", "fil": "Mga na-void"},
    "undos": {"en": "Taken back at once", "hi": "तुरंत वापस लिए", "fil": "Binawi agad"},
    "new_members": {"en": "New members", "hi": "नए मेंबर", "fil": "Bagong member"},
    "handed_over": {"en": "Rewards handed over", "hi": "इनाम दिए", "fil": "Reward na ibinigay"},
    "gifts": {"en": "Gifts with bills", "hi": "बिल के साथ तोहफ़े", "fil": "Regalo sa resibo"},
    "nobody": {
        "en": "Screens without staff",
        "hi": "बिना स्टाफ़ की स्क्रीन",
        "fil": "Screen na walang staff",
    },
    "gone": {"en": "Former staff", "hi": "पुराने स्टाफ़", "fil": "Dating staff"},
    "staff_line": {"en": "{0} · {1} bills", "hi": "{0} · {1} बिल", "fil": "{0} · {1} resibo"},
    "staff_line_one": {"en": "{0} · 1 bill", "hi": "{0} · 1 बिल", "fil": "{0} · 1 resibo"},
}

_ALWAYS: Final = ("bills", "member_bills", "taken_minor")
_MONEY_MOVED: Final = ("refunded_minor", "credit_in_minor", "credit_out_minor")
_COUNTED: Final = (
    "coins_given", "coins_back", "coins_used", "returns", "voids", "undos", "new_members",
    "handed_over", "gifts",
)  # fmt: skip


class CloseLine(NamedTuple):
    """A title at the left, a value at the right; `bold` for what one looks for."""

    title: str
    value: str
    bold: bool = False


def _say(key: str, language: str, *values: str) -> str:
    """Return a text of closed days with its values."""
    return text_in(_TEXTS[key], language).format(*values)


def close_title(number: int, language: str) -> str:
    """Return what a close is called: "Day closed: no. 12"."""
    return _say("title", language, str(number))


def close_rows(shop: Shop, close: Close, language: str) -> tuple[CloseLine, ...]:
    """Return a closed day's lines, with when and by whom it was closed."""
    names = staff_names(shop)
    local = datetime.fromtimestamp(close.at_ms / 1000, UTC) + timedelta(minutes=close.offset_min)
    by = names.get(close.facts.approver) or _say("gone", language)
    return (
        *_dates(close.facts, language),
        CloseLine(_say("closed_at", language), instant(local, language)),
        CloseLine(_say("closed_by", language), by),
        *_sums(shop, close.facts, names, language),
    )


def preview_rows(shop: Shop, facts: DayClosed, language: str) -> tuple[CloseLine, ...]:
    """Return the lines of a day that is not closed yet."""
    return (*_dates(facts, language), *_sums(shop, facts, staff_names(shop), language))


def _dates(facts: DayClosed, language: str) -> list[CloseLine]:
    if facts.first_on == facts.last_on:
        return [CloseLine(_say("date", language), day(facts.last_on, language))]
    said = days(facts.first_on, facts.last_on, language)
    return [
        CloseLine(_say("date", language), _say("dates", language, *said)),
        CloseLine(_say("days", language), str(facts.days)),
    ]


def _sums(shop: Shop, facts: DayClosed, names: dict[str, str], language: str) -> list[CloseLine]:
    money, figures = money_of(shop.programme), facts.figures
    moved = [name for name in _MONEY_MOVED if getattr(figures, name)]
    lines = [_line(name, figures, money, language) for name in (*_ALWAYS, *moved)]
    total = CloseLine(_say("drawer", language), money.full(figures.drawer_minor), bold=True)
    lines = [*lines, total] if moved else [*lines[:-1], lines[-1]._replace(bold=True)]
    others = [name for name in ("credit_used_minor", *_COUNTED) if getattr(figures, name)]
    lines += [_line(name, figures, money, language) for name in others]
    return lines + [
        _staff_line(names, staff, one, money, language)
        for staff, one in facts.by_staff
        if one.bills or one.taken_minor
    ]


def _line(name: str, figures: Figures, money: Money, language: str) -> CloseLine:
    value: int = getattr(figures, name)
    text = money.full(value) if name.endswith("_minor") else money.number(value)
    return CloseLine(_say(name, language), text)


def _staff_line(
    names: dict[str, str], staff: str, figures: Figures, money: Money, language: str
) -> CloseLine:
    name = names.get(staff) or _say("gone" if staff else "nobody", language)
    key = "staff_line_one" if figures.bills == 1 else "staff_line"
    title = _say(key, language, name, money.number(figures.bills))
    return CloseLine(title, money.full(figures.taken_minor))
