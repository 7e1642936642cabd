"""What stays while the kiosk's screens change: who is here, what was scanned, how long is left."""

from dataclasses import dataclass
from typing import Final

from app.services.members import MemberView
from app.ui.words import translate

IDLE_MS: Final = 45_000
IDLE_LARGE_MS: Final = 90_000
LAST_SECONDS: Final = 15
ANSWER_MS: Final = 8_000
FIRST: Final = "attract"
HOME: Final = "home"
CARD: Final = "card"
JOIN: Final = "join"
OVER: Final = -1


@dataclass(frozen=True, slots=True)
class KioskInputs:
    """All that the frame around the screens depends on.

    `answer` is what to say to something scanned; `other` the member whose card was shown during
    somebody else's visit.
    """

    screen: str = FIRST
    language: str = "en"
    shop_name: str = ""
    view: MemberView | None = None
    left: int = 0
    trouble: bool = False
    away: bool = False
    answer: str = ""
    other: str = ""
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class KioskProps:
    """What QML reads. `left` are the seconds before the visit ends by itself, 0 = not counting.

    `leaving` lets the window be closed.
    """

    screen: str = FIRST
    language: str = "en"
    shopName: str = ""
    present: bool = False
    initial: str = ""
    greeting: str = ""
    about: str = ""
    left: int = 0
    stillThere: str = ""
    notice: str = ""
    answer: str = ""
    switching: bool = False
    leaving: bool = False


def derive_kiosk(inputs: KioskInputs) -> KioskProps:
    """Return what the frame shows."""
    view = inputs.view
    return KioskProps(
        screen=inputs.screen,
        language=inputs.language,
        shopName=inputs.shop_name,
        present=view is not None,
        initial=view.initial if view else "",
        greeting=greeting_of(view) if view else "",
        about=view.phone_masked if view else "",
        left=inputs.left,
        stillThere=translate("kiosk", "{seconds} second(s) left", None, inputs.left).format(
            seconds=inputs.left
        )
        if inputs.left
        else "",
        notice=_notice(inputs),
        answer=inputs.answer,
        switching=inputs.other != "",
        leaving=inputs.leaving,
    )


def seconds_left(quiet_ms: int, idle_ms: int) -> int:
    """Return how long a visit still has: 0 = nobody asks yet, OVER = it has ended.

    `quiet_ms` is how long nobody touched anything, `idle_ms` how long nobody asks.
    """
    if quiet_ms < idle_ms:
        return 0
    left_ms = idle_ms + LAST_SECONDS * 1_000 - quiet_ms
    return -(-left_ms // 1_000) if left_ms > 0 else OVER


def first_name(view: MemberView) -> str:
    """Return what a member is called on a screen everybody can read: the first name only."""
    return view.name.split()[0] if view.name.split() else ""


def greeting_of(view: MemberView) -> str:
    """Return how a member is greeted on a screen everybody can read."""
    name = first_name(view)
    if not name:
        return translate("kiosk", "Welcome!")
    return translate("kiosk", "Hello, {name}!").format(name=name)


def _notice(inputs: KioskInputs) -> str:
    if inputs.trouble:
        return translate("kiosk", "Something went wrong here. Your coins are safe; please ask us.")
    if inputs.away:
        return translate(
            "kiosk", "No connection just now. Your coins are safe; what is new shows up later."
        )
    return ""
