"""How somebody comes to the kiosk: with a card, and with a PIN."""

from app.services.member_pins import PinSaved, set_member_pin
from app.services.members import MemberView
from tests.helpers.kiosk import KioskStage

PIN = "7391"


def card(stage: KioskStage, member: MemberView | None = None) -> str:
    return (member or stage.member).cards[-1].number


def scan(stage: KioskStage, text: str) -> None:
    stage.scanner.scan(text)
    stage.settle()


def give_pin(stage: KioskStage, member: MemberView | None = None) -> None:
    saved = set_member_pin(stage.shop, "", (member or stage.member).member, PIN)
    assert isinstance(saved, PinSaved)
