"""Entries of the review list in words: what, who, why, and what deciding them does."""

from app.domain.money import Money
from app.domain.texts import text_in
from app.services.flag_views import FlagView
from app.services.flags import AlreadyDecided, DecideOutcome, FlagClosed, FlagUnknown
from app.services.voids import NeedsApproval
from app.ui.sentences import disk_full
from app.ui.words import translate


def what(view: FlagView, language: str) -> str:
    """Return what an entry is about, in a few words."""
    match view.flag.guard:
        case "survey":
            title = text_in(view.title, language) or view.flag.subject
            return translate("review", "Survey: {title}").format(title=title)
        case "card_bills":
            return translate("review", "Many bills on one card")
        case "staff_share":
            return translate("review", "One cashier, often the same card")
        case "voids":
            return translate("review", "Many sales made void")
        case "claims":
            return translate("review", "Many bills added to a card afterwards")
        case "quick_claims":
            return translate("review", "Bills added to cards within minutes")
        case "goodwill":
            return translate("review", "Many coins given by hand")
        case "welcome":
            return translate("review", "A welcome gift waits")
        case "audit":
            return translate("review", "Coins that do not fit the rules")
        case _:
            return translate("review", "Something to look at")


def who(view: FlagView) -> str:
    """Return the member an entry is about; "" where it is about no single member."""
    if view.member or view.flag.guard in {"voids", "quick_claims", "goodwill"}:
        return view.member
    return translate("review", "member without a name")


def by(view: FlagView) -> str:
    """Return who did it: a cashier, or the member at a kiosk."""
    if not view.staff:
        return translate("review", "at the kiosk")
    return translate("review", "by {staff}").format(staff=view.staff)


def why(view: FlagView) -> str:
    """Return why somebody should look, with the figures."""
    if view.flag.guard == "survey":
        doubts = [_doubt(one) for one in view.flag.detail.split()]
        return " ".join(doubt for doubt in doubts if doubt)
    unknown = {"found": "?", "of": "?", "limit": "?"}
    text = _recounted(view) if view.flag.guard == "audit" else _found(view.flag.guard)
    return text.format_map({**unknown, **view.figures})


def _doubt(doubt: str) -> str:
    match doubt:
        case "fast":
            return translate("review", "The answers came faster than anybody can read.")
        case "straight_line":
            return translate("review", "Every answer is the same.")
        case "attention":
            return translate("review", "The question that checks attention was missed.")
        case _:
            return ""


def _found(guard: str) -> str:
    match guard:
        case "card_bills":
            return translate(
                "review", "{found} bills on this card in one day; up to {limit} is usual."
            )
        case "staff_share":
            return translate(
                "review",
                "{found} of the cashier's {of} bills with a card were on this one card; up to "
                "{limit} of 100 is usual.",
            )
        case "voids":
            return translate(
                "review",
                "{found} sales with coins were made void in one day; up to {limit} is usual.",
            )
        case "claims":
            return translate(
                "review",
                "{found} bills without a card were added to this member in 30 days; up to "
                "{limit} is usual.",
            )
        case "quick_claims":
            return translate(
                "review",
                "{found} bills without a card were added to a card within ten minutes, in one "
                "day; up to {limit} is usual.",
            )
        case "goodwill":
            return translate(
                "review", "{found} coins were given by hand in one day; up to {limit} is usual."
            )
        case "welcome":
            return translate(
                "review",
                "{found} welcome gifts were given to new members at this kiosk today; after "
                "{limit} somebody should look first.",
            )
        case _:
            return translate("review", "It was found unusual.")


def _recounted(view: FlagView) -> str:
    """Return what came out when something was counted again: how many coins, where it is that."""
    figures = view.figures
    if figures.get("what") != "coins" or not {"found", "expected"} <= figures.keys():
        return translate(
            "review", "When it was counted again, something else came out than was recorded."
        )
    if "bill" in figures:
        return translate(
            "review", "Coins of bill {bill}: {found}. Counted again by the rules: {expected}."
        )
    return translate("review", "Coins: {found}. Counted again by the rules: {expected}.")


def approving(view: FlagView, money: Money) -> str:
    """Say what approving does."""
    name = who(view)
    match view.flag.guard:
        case "survey":
            return translate(
                "review", "{name} gets {coins} coin(s).", None, view.flag.coins
            ).format(name=name, coins=money.number(view.flag.coins))
        case "welcome":
            return translate("review", "{name} can take the welcome gift at a kiosk.").format(
                name=name
            )
        case _:
            return translate("review", "You looked at it and it is all right. Nothing changes.")


def rejecting(view: FlagView) -> str:
    """Say what rejecting does, and what it does not do."""
    name = who(view)
    match view.flag.guard:
        case "survey":
            return translate("review", "{name} gets no coins for these answers.").format(name=name)
        case "welcome":
            return translate("review", "{name} gets no welcome gift.").format(name=name)
        case _:
            return translate(
                "review",
                "It is noted as not all right. No coins are taken back by this: that is done "
                "with the member's card, at the member desk (⇧F11).",
            )


def decided(outcome: DecideOutcome, money: Money) -> tuple[str, str]:
    """Return how it went (good, info or bad) and the sentence to it."""
    match outcome:
        case FlagClosed(approved=True, coins=coins) if coins:
            said = translate("review", "Approved: {coins} coin(s) were added.", None, coins)
            return "good", said.format(coins=money.number(coins))
        case FlagClosed(approved=True):
            return "good", translate("review", "Approved.")
        case FlagClosed():
            return "good", translate("review", "Rejected.")
        case AlreadyDecided(decision="approved"):
            return "info", translate("review", "Somebody approved it before.")
        case AlreadyDecided():
            return "info", translate("review", "Somebody rejected it before.")
        case FlagUnknown():
            return "info", translate("review", "It is not on the list any more.")
        case NeedsApproval():
            return "bad", translate("sentences", "A supervisor must enter a PIN for this.")
        case _:
            return "bad", disk_full()
