"""Names, roles and PINs of staff in words."""

from typing import assert_never

from app.domain.staff import Role
from app.services.staff import LockedOut, WrongPin
from app.ui.words import translate


def role_name(role: Role) -> str:
    """Return what somebody is, in the language in force."""
    match role:
        case "cashier":
            return translate("people", "cashier")
        case "supervisor":
            return translate("people", "supervisor")
        case "owner":
            return translate("people", "owner")
        case _:
            assert_never(role)


def wrong_pin_sentence(wrong: WrongPin) -> str:
    """Say that the PIN was wrong and how often it may still be."""
    return translate(
        "people", "Wrong PIN. You can try {tries} more time(s).", None, wrong.tries_left
    ).format(tries=wrong.tries_left)


def locked_sentence(locked: LockedOut) -> str:
    """Say how long no PIN is taken."""
    minutes = -(-locked.seconds // 60)
    if locked.seconds <= 60:
        return translate(
            "people", "Too many wrong PINs. Wait {seconds} seconds, then try again."
        ).format(seconds=locked.seconds)
    return translate(
        "people", "Too many wrong PINs. Wait {minutes} minute(s), then try again.", None, minutes
    ).format(minutes=minutes)
