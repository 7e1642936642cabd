"""Joining in three taps: phone, consent, done; the name and a PIN afterwards, if one likes."""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from app.domain.names import BadName
from app.domain.programme import Programme
from app.domain.texts import text_in
from app.services.cards import CardTaken
from app.services.joining import SELF, JoinOutcome, join
from app.services.members import (
    BadPhone,
    Enrolment,
    MemberView,
    Phone,
    PhoneTaken,
    ProfileChange,
    Welcome,
    change_profile,
    read_phone,
)
from app.services.pins import LockedOut
from app.services.referrals import NoReferrals, ReferrerUnknown
from app.services.surveys import sign_up_survey
from app.services.writing import DiskFull
from app.ui.people_sentences import bad_phone
from app.ui.reward_outcomes import nothing_saved
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Step = Literal["phone", "consent", "known", "name", "pin"]


@dataclass(frozen=True, slots=True)
class JoinInputs:
    """What the new member says.

    `friend` is the card or phone of who sent them, `card` a blank card they showed (empty = they
    get a new one).
    """

    programme: Programme
    step: Step = "phone"
    phone: str = ""
    friend: str = ""
    card: str = ""
    with_friend: bool = False
    marketing: bool = False
    name: str = ""
    message: str = ""
    busy: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class JoinProps:
    """What QML reads."""

    step: str = "phone"
    phone: str = ""
    phoneHint: str = ""
    friend: str = ""
    withFriend: bool = False
    friends: bool = False
    cardNote: str = ""
    consentText: str = ""
    marketing: bool = False
    marketingText: str = ""
    name: str = ""
    message: str = ""
    known: str = ""
    busy: bool = False


def derive_join(inputs: JoinInputs) -> JoinProps:
    """Return what the screen shows; consent is read in the language of the screen."""
    programme = inputs.programme
    return JoinProps(
        step=inputs.step,
        phone=inputs.phone,
        phoneHint="0917 123 4567" if programme.country == "PH" else "98765 43210",
        friend=inputs.friend,
        withFriend=inputs.with_friend,
        friends=programme.referral is not None,
        cardNote=translate("kiosk", "The card you showed becomes yours.") if inputs.card else "",
        consentText=text_in(programme.consent.text, inputs.language),
        marketing=inputs.marketing,
        marketingText=text_in(programme.consent.marketing, inputs.language),
        name=inputs.name,
        message=inputs.message,
        known=translate(
            "kiosk",
            "We cannot make a new card with this number here. Do you have a card? Show it, or "
            "sign in with your PIN. Otherwise ask us, we will help you.",
        )
        if inputs.step == "known"
        else "",
        busy=inputs.busy,
    )


@QmlElement
@QmlUncreatable("built by the kiosk")
class JoinViewModel(KioskScreen, props=JoinProps):
    """Nothing is kept before the member agreed; whose phone is known already learns nothing."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._inputs = JoinInputs(kiosk.shop.programme)

    def open(self) -> None:
        """Begin with the phone; who joined just now goes on with the name."""
        self.wipe()
        if self.kiosk.visit is not None:
            self._change(step="name")

    def leave(self) -> None:
        """Forget what was typed."""
        self.wipe()

    def wipe(self) -> None:
        """Forget what was typed."""
        self._inputs = JoinInputs(self.kiosk.shop.programme)
        self._change()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def let_go(self) -> None:
        """Let it be tried again."""
        self._change(busy=False)

    def scanned(self, text: str) -> bool:
        """Take a friend's card while a friend is asked for; else it is who wants to come in."""
        if not self._inputs.with_friend or self._inputs.step != "phone":
            return False
        self._change(friend=text, message="")
        return True

    def take_card(self, text: str) -> None:
        """Take a blank card that the new member has shown."""
        self._change(card=text, message="")

    # ------------------------------------------------------------ phone, consent

    @Slot(str)
    def typePhone(self, text: str) -> None:
        """Take the phone number as typed so far."""
        self._change(phone=latin_digits(text), message="")

    @Slot()
    def toggleFriend(self) -> None:
        """Ask for the friend who sent the new member, or no longer."""
        self._change(with_friend=not self._inputs.with_friend, friend="", message="")

    @Slot(str)
    def typeFriend(self, text: str) -> None:
        """Take the friend's phone or card number as typed so far."""
        self._change(friend=latin_digits(text), message="")

    @Slot()
    def goOn(self) -> None:
        """Read the phone number; then ask for consent."""
        shop, phone = self.kiosk.shop, self._inputs.phone
        if phone and not self._inputs.busy:
            self._change(busy=True)
            self.kiosk.ask(lambda: read_phone(shop, phone), self._phone_read)

    def _phone_read(self, phone: Phone | BadPhone) -> None:
        if isinstance(phone, Phone):
            self._change(step="consent", busy=False)
        else:
            self._change(message=bad_phone(self._inputs.programme.country), busy=False)

    @Slot()
    def back(self) -> None:
        """Go back to the phone number."""
        self._change(step="phone", message="")

    @Slot()
    def toggleMarketing(self) -> None:
        """Want offers, or not; nobody is asked twice."""
        self._change(marketing=not self._inputs.marketing)

    @Slot()
    def agree(self) -> None:
        """Join: the consent is the member's own tap."""
        inputs, shop = self._inputs, self.kiosk.shop
        if inputs.busy:
            return
        asked = Enrolment(
            phone=inputs.phone,
            name="",
            language=self.kiosk.desk.language,
            consent=True,
            marketing=inputs.marketing,
            card=inputs.card or None,
            referrer=inputs.friend.strip(),
        )
        self._change(busy=True)
        self.kiosk.ask(lambda: join(shop, asked), self._joined)

    def _joined(self, outcome: JoinOutcome) -> None:
        self._change(busy=False)
        match outcome:
            case Welcome():
                self.kiosk.begin(outcome.view.member, joined=True)
            case PhoneTaken():
                self._change(step="known")
            case ReferrerUnknown() | NoReferrals():
                message = translate(
                    "kiosk", "We do not know this friend. Check the number, or leave it out."
                )
                self._change(step="phone", message=message)
            case CardTaken():
                message = translate(
                    "kiosk",
                    "Somebody else has this card already. Tap once more: you get a new one.",
                )
                self._change(card="", message=message)
            case BadPhone():
                self._change(step="phone", message=bad_phone(self._inputs.programme.country))
            case LockedOut():
                message = translate(
                    "kiosk",
                    "Too many numbers were typed here. Wait {seconds} seconds, or ask us: "
                    "we will help you.",
                ).format(seconds=outcome.seconds)
                self._change(message=message)
            case DiskFull():
                self._change(message=nothing_saved())
            case _:
                self._change(message=translate("kiosk", "This did not work. Please ask us."))

    # ------------------------------------------------------------ name, what follows

    @Slot(str)
    def typeName(self, text: str) -> None:
        """Take the name as typed so far."""
        self._change(name=text, message="")

    @Slot()
    def saveName(self) -> None:
        """Keep the name; without one, go on."""
        inputs, shop, member = self._inputs, self.kiosk.shop, self.kiosk.member
        if inputs.busy:
            return
        if not inputs.name.strip():
            self.skipName()
            return
        self._change(busy=True)
        change = ProfileChange(name=inputs.name)
        self.kiosk.ask(lambda: change_profile(shop, SELF, member, change), self._named)

    @Slot()
    def skipName(self) -> None:
        """Go on without a name."""
        self._change(step="pin", message="", busy=False)

    def _named(self, outcome: object) -> None:
        match outcome:
            case MemberView():
                self.kiosk.changed.emit()
                self.skipName()
            case BadName():
                message = translate("kiosk", "Type a shorter name, without signs.")
                self._change(message=message, busy=False)
            case DiskFull():
                self._change(message=nothing_saved(), busy=False)
            case _:
                message = translate("kiosk", "The name could not be kept. Please ask us.")
                self._change(message=message, busy=False)

    @Slot()
    def done(self) -> None:
        """Go on with the first survey of new members, or with what is theirs now."""
        asked = sign_up_survey(self.kiosk.shop) is not None
        self.kiosk.go("surveys" if asked else "home")

    def _change(self, **changes: object) -> None:
        self._inputs = replace(
            self._inputs,
            language=self.kiosk.desk.language,
            **changes,  # type: ignore[arg-type]
        )
        self.show(derive_join(self._inputs))
