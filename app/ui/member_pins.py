"""A member's PIN at the counter: what is asked of whoever shows the pad, and what comes back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from app.services.members import MemberView
from app.ui.pin_sentences import Step

PinEnd = Literal["right", "saved", "cancelled", "failed"]
"""The PIN was right, a new one is in force, nothing came of it, or it could not be kept."""


@dataclass(frozen=True, slots=True)
class PinSeen:
    """How far a member is: so many digits, and what was wrong, said in the cashier's language."""

    step: Step
    count: int
    wrong: str


@dataclass(frozen=True, slots=True)
class PinAsk:
    """Who is asked for what: a PIN to "check" against theirs, or a new one to "set".

    `staff` answers for who sets a PIN ("" = nobody, the member gave the old one). `done` is
    called once. `instead` is another way, which the cashier takes with a key: the keyboard is the
    pad's meanwhile.
    """

    purpose: Literal["check", "set"]
    member: str
    language: str
    progress: Callable[[PinSeen], None]
    done: Callable[[PinEnd], None]
    staff: str = ""
    instead: Callable[[], None] = lambda: None


Prove = Callable[[MemberView, int, Callable[[], None]], None]
"""Calls what comes last once a member may spend so many coins: at once, or after the PIN."""


class PinPad(Protocol):
    """Where a member types a PIN that the cashier does not see."""

    def there(self) -> bool:
        """Say whether a member can see it now."""

    def ask(self, ask: PinAsk) -> None:
        """Ask a member."""

    def retype(self) -> None:
        """Forget what was typed so far, and go on asking."""

    def cancel(self) -> None:
        """Ask no more."""
