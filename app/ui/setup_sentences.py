"""What the screens and the command line say of a setup check: how it is, and what to do."""

from collections.abc import Callable
from typing import Final, cast

from app.domain.setup import Check, Device, State
from app.domain.slips import PrinterFault
from app.ui.print_sentences import fault_sentence
from app.ui.words import translate


def title_of(device: Device) -> str:
    """Return what a device or service is called."""
    match device:
        case "scanner":
            return translate("setup", "Scanner")
        case "printer":
            return translate("setup", "Slip printer")
        case "display":
            return translate("setup", "Customer's display")
        case "hub":
            return translate("setup", "Hub")
        case "camera":
            return translate("setup", "Camera")
        case "till":
            return translate("setup", "The till's bills")
        case "disk":
            return translate("setup", "Room on the disk")
        case "backup":
            return translate("setup", "Backup")
        case "fonts":
            return translate("setup", "Letters")


def state_word(state: State) -> str:
    """Return how it stands, in a word."""
    match state:
        case "good":
            return translate("setup", "Works")
        case "look":
            return translate("setup", "Look at it")
        case "bad":
            return translate("setup", "Does not work")
        case "off":
            return translate("setup", "Not set up")
        case "untried":
            return translate("setup", "Try it")


def said(check: Check) -> str:
    """Return how it is and what to do, in a sentence or two."""
    if (check.device, check.reason) == ("printer", "fault"):
        return fault_sentence(cast("PrinterFault", check.values["fault"]))
    if (check.device, check.reason) == ("scanner", "problem"):
        return str(check.values["problem"])
    return _SENTENCES[check.device, check.reason]().format(**check.values)


_SENTENCES: Final[dict[tuple[Device, str], Callable[[], str]]] = {
    ("scanner", "untried"): lambda: translate("setup", "Scan one of the two codes shown here."),
    ("scanner", "good"): lambda: translate("setup", "It reads well."),
    ("scanner", "typed"): lambda: translate(
        "setup", "It reads well: keyboards agree, and {key} comes at the end."
    ),
    ("scanner", "capitals"): lambda: translate(
        "setup", "It reads, but Caps Lock is on. Switch it off."
    ),
    ("scanner", "hindi"): lambda: translate(
        "setup",
        "The computer types Hindi while it scans; cards are read all the same. For the codes on"
        " goods set the keyboard to English.",
    ),
    ("scanner", "layout"): lambda: translate(
        "setup",
        "The computer's keyboard is {layout}, the scanner types as a US one. Set both to the same,"
        " with the scanner's booklet or in the system's settings.",
    ),
    ("scanner", "more"): lambda: translate(
        "setup",
        "It adds {count} characters to what it reads. Set it to add only an Enter, with its"
        " booklet.",
    ),
    ("scanner", "part"): lambda: translate(
        "setup", "{count} characters are missing. Set the scanner to type more slowly."
    ),
    ("scanner", "other"): lambda: translate(
        "setup",
        "It read “{text}”. Scan one of the codes shown here; if you did, reset the scanner.",
    ),
    ("printer", "printed"): lambda: translate(
        "setup", "The test slip is printed. See that ₹, ₱ and हिन्दी can be read on it."
    ),
    ("printer", "file"): lambda: translate(
        "setup", "The test slip is a PDF file in the shop's folder “slips”."
    ),
    ("printer", "files"): lambda: translate(
        "setup", "There is no printer; slips are kept as PDF files. To add one: sikka print use"
    ),
    ("printer", "waiting"): lambda: translate(
        "setup", "{count} slips wait. Print a test slip to see why."
    ),
    ("printer", "untried"): lambda: translate(
        "setup", "The printer is at {address}. Print a test slip."
    ),
    ("display", "off"): lambda: translate("setup", "It is switched off in the settings."),
    ("display", "no_screen"): lambda: translate(
        "setup", "Screens cannot be seen from here. Press Ctrl+Shift+S at the counter."
    ),
    ("display", "one_screen"): lambda: translate(
        "setup",
        "There is only one screen. Plug in a second one for the customer; it is used at once.",
    ),
    ("display", "untried"): lambda: translate(
        "setup", "Go to the customer's side and type the number you read there."
    ),
    ("display", "good"): lambda: translate("setup", "The customer's side can be read."),
    ("display", "wrong"): lambda: translate(
        "setup", "That is not the number shown. See that the screen on the other side is on."
    ),
    ("hub", "none"): lambda: translate("setup", "This shop is one station and needs no hub."),
    ("hub", "revoked"): lambda: translate(
        "setup", "The owner shut this station out. Ask for a new code to join the shop."
    ),
    ("hub", "version"): lambda: translate(
        "setup", "The hub has another version than this station ({version}). Install the same."
    ),
    ("hub", "stranger"): lambda: translate(
        "setup", "What answers at {hub} is not this shop's hub. Ask whoever set it up."
    ),
    ("hub", "away"): lambda: translate(
        "setup",
        "{hub} does not answer; sales go on and are kept. Check the network; waiting: {unsent}.",
    ),
    ("hub", "clock"): lambda: translate(
        "setup",
        "The hub answers, but this computer's clock is off by {minutes} minutes. Set the clock.",
    ),
    ("hub", "unsent"): lambda: translate(
        "setup", "The hub answers; {unsent} records are on their way."
    ),
    ("hub", "good"): lambda: translate(
        "setup", "The hub answers, everything is sent, the clocks agree. Version {version}."
    ),
    ("camera", "off"): lambda: translate(
        "setup", "No camera is used for scanning. Cameras plugged in: {count}."
    ),
    ("camera", "none"): lambda: translate(
        "setup", "A camera is set up, but none is plugged in. Check its cable."
    ),
    ("camera", "good"): lambda: translate("setup", "The camera {name} is there."),
    ("till", "off"): lambda: translate(
        "setup", "The till sends no bills to this computer. To set it up: sikka till connect"
    ),
    ("till", "folder"): lambda: translate(
        "setup", "The folder {folder} is missing or cannot be written. Make it, or choose another."
    ),
    ("till", "closed"): lambda: translate(
        "setup", "Nobody listens at port {port}: the counter is closed, or was just opened."
    ),
    ("till", "good"): lambda: translate("setup", "The till can send its bills."),
    ("disk", "good"): lambda: translate("setup", "{gigabytes} GB are free."),
    ("disk", "little"): lambda: translate(
        "setup", "Only {free} MB are free. Delete what is not needed, or sales will stop."
    ),
    ("backup", "none"): lambda: translate(
        "setup", "There is no backup yet; one is made every day. To make one now: sikka backup"
    ),
    ("backup", "old"): lambda: translate(
        "setup", "The last backup is {days} days old. See that the disk has room: sikka backup"
    ),
    ("backup", "good"): lambda: translate("setup", "The last backup is {hours} hours old."),
    ("fonts", "missing"): lambda: translate(
        "setup", "Letters are missing: {fonts}. Install Sikka again."
    ),
    ("fonts", "good"): lambda: translate(
        "setup", "Latin, हिन्दी, ₹ and ₱ can all be shown and printed."
    ),
}
REASONS: Final = frozenset(_SENTENCES) | {("printer", "fault"), ("scanner", "problem")}
"""Every reason there is a sentence for."""
