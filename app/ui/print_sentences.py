"""What the screens say of the receipt printer: what is the matter, what to do, what waits."""

from typing import assert_never

from app.domain.money import Money
from app.domain.slips import PrinterFault
from app.services.prints import NotDrawn, PrintOutcome, PrintQueued, PrintStanding
from app.services.voids import SaleUnknown
from app.services.writing import DiskFull
from app.ui.words import translate


def standing_sentence(standing: PrintStanding, money: Money) -> str:
    """Return what keeps slips from being printed and how many wait; "" while all is well."""
    if standing.fault is None:
        return ""
    trouble = fault_sentence(standing.fault)
    if not standing.waiting:
        return trouble
    count = money.number(standing.waiting)
    waits = translate("printing", "{count} slip(s) wait.", None, standing.waiting)
    return f"{trouble} {waits.format(count=count)}"


def aside_sentence(standing: PrintStanding, money: Money) -> str:
    """Return how many slips were left out and how to get them; "" for none."""
    if not standing.aside:
        return ""
    return translate(
        "printing",
        "{count} slip(s) could not be printed and were left out. Print them again under Today"
        " (F10), or call your supervisor.",
        None,
        standing.aside,
    ).format(count=money.number(standing.aside))


def fault_sentence(fault: PrinterFault) -> str:
    """Return what is the matter with the printer and what to do."""
    match fault:
        case "away":
            return translate(
                "printing",
                "The slip printer does not answer. Check that it is switched on and its cable is"
                " in.",
            )
        case "no_paper":
            return translate("printing", "The slip printer has no paper. Put in a new roll.")
        case "cover_open":
            return translate("printing", "The slip printer's cover is open. Close it.")
        case "fault":
            return translate(
                "printing", "The slip printer reports a fault. Switch it off and on again."
            )
        case "cut":
            return translate(
                "printing",
                "The connection to the slip printer broke off. Check its cable; the slip comes"
                " again.",
            )
        case "stuck":
            return translate(
                "printing", "The slip printer does not go on. Check its paper and its cover."
            )
        case "too_wide":
            return translate(
                "printing",
                "The last slip was wider than the paper and was not printed. Call your supervisor:"
                " the paper width is set wrongly.",
            )
        case "address" | "driver":
            return translate(
                "printing",
                "The slip printer is not set up rightly. Call your supervisor; sales go on.",
            )
        case "disk":
            return translate(
                "printing",
                "A slip could not be kept: the disk of this computer is full. Free some space.",
            )
        case "undrawn":
            return translate(
                "printing", "This slip could not be made. Call your supervisor; sales go on."
            )
        case _:
            assert_never(fault)


def outcome_sentence(outcome: PrintOutcome | None) -> str:
    """Return what becomes of a slip that was asked for; None = this counter prints none."""
    match outcome:
        case PrintQueued(title=title, to_files=True):
            return translate(
                "printing", "The slip of {title} is kept as a file in the shop's folder."
            ).format(title=title)
        case PrintQueued(title=title):
            return translate("printing", "The slip of {title} is being printed again.").format(
                title=title
            )
        case SaleUnknown():
            return translate("printing", "There is no sale on this counter to print yet.")
        case DiskFull():
            return fault_sentence("disk")
        case NotDrawn():
            return fault_sentence("undrawn")
        case None:
            return translate("printing", "Slips are switched off on this counter.")
        case _:
            assert_never(outcome)
