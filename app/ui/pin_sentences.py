"""PINs of members at the kiosk in words."""

from typing import Literal, assert_never

from app.domain.staff import PIN_MAX, PIN_MIN, WeakPin
from app.services.member_pins import PhoneOrPinWrong
from app.services.members import BadPhone
from app.services.phone_proofs import NoPhone, PhoneFits, PhoneWrong
from app.services.pins import LockedOut
from app.ui.people import locked_sentence
from app.ui.people_sentences import bad_phone
from app.ui.words import translate

Step = Literal["", "prove", "none", "phone", "new", "again", "done"]
"""Where somebody stands who gives or chooses a PIN; "" = nothing is asked."""
SignInRefusal = PhoneOrPinWrong | LockedOut | BadPhone
ProofRefusal = PhoneWrong | NoPhone | LockedOut | BadPhone


def sign_in_refused(refusal: SignInRefusal, country: str) -> str:
    """Say that phone and PIN do not go together; never which of them is wrong."""
    match refusal:
        case PhoneOrPinWrong():
            return translate(
                "kiosk",
                "This phone number and PIN do not go together. Try again, show your card, or "
                "ask us.",
            )
        case LockedOut():
            return locked_sentence(refusal)
        case BadPhone():
            return bad_phone(country)
        case _:
            assert_never(refusal)


def proof_refused(outcome: ProofRefusal | PhoneFits, country: str) -> str:
    """Say why a phone number does not show whose card it is; "" when it does."""
    match outcome:
        case PhoneFits():
            return ""
        case PhoneWrong():
            return translate("kiosk", "We know you by another phone number. Try again, or ask us.")
        case NoPhone():
            return translate("kiosk", "We do not have your phone number. Ask us to set your PIN.")
        case LockedOut():
            return locked_sentence(outcome)
        case BadPhone():
            return bad_phone(country)
        case _:
            assert_never(outcome)


def weak_pin_sentence(weak: WeakPin) -> str:
    """Say which PIN to choose instead."""
    match weak.fault:
        case "length" | "digits":
            return translate("kiosk", "A PIN has {least} to {most} digits.").format(
                least=PIN_MIN, most=PIN_MAX
            )
        case "guessed":
            return translate(
                "kiosk", "This PIN is easy to guess. Choose another, not 1234 or your birthday."
            )
        case _:
            assert_never(weak.fault)


def pin_words(step: Step) -> tuple[str, str, str]:
    """Return title, text and the field's label of a step."""
    pin = translate("kiosk", "PIN")
    phone = translate("kiosk", "Phone number")
    words: dict[Step, tuple[str, str, str]] = {
        "": ("", "", ""),
        "prove": (
            translate("kiosk", "Your PIN, please"),
            translate("kiosk", "So that nobody else spends your coins."),
            pin,
        ),
        "none": (
            translate("kiosk", "You need a PIN for this"),
            translate("kiosk", "Choose one now, or ask us at the counter."),
            "",
        ),
        "phone": (
            translate("kiosk", "Your phone number, please"),
            translate("kiosk", "So that we know it is you who chooses the PIN."),
            phone,
        ),
        "new": (
            translate("kiosk", "Choose a PIN"),
            translate("kiosk", "4 to 8 digits that are hard to guess."),
            pin,
        ),
        "again": (
            translate("kiosk", "Type it once more"),
            translate("kiosk", "So that no digit is wrong."),
            pin,
        ),
        "done": (
            translate("kiosk", "Your PIN is set"),
            translate("kiosk", "With it and your phone number you come in without a card."),
            "",
        ),
    }
    return words[step]
