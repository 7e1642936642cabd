"""Enrolling a customer: phone, name, language, consent; a card at the end."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.codes import Misread, read_card, read_friend, short_number
from app.domain.programme import Programme, money_of
from app.domain.texts import text_in
from app.services import members
from app.services.cards import CardDamaged, CardOfAnotherShop, CardTaken
from app.services.members import Enrolment, MemberView, PhoneTaken, Welcome
from app.ui.desk import Desk
from app.ui.goal_sentences import prize_words
from app.ui.people_sentences import EnrolRefusal, enrol_refused
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.typed import latin_digits, read_birthday
from app.ui.uncreatable import QmlUncreatable
from app.ui.words import NAMES, translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class EnrolInputs:
    """What the customer says, and what came of it."""

    programme: Programme
    language: str = "en"
    phone: str = ""
    name: str = ""
    speaks: str = "en"
    birthday: str = ""
    consent: bool = False
    marketing: bool = False
    card: str = ""
    referrer: str = ""
    message: str = ""
    welcome: Welcome | None = None
    picture: str = ""


@dataclass(frozen=True, slots=True)
class EnrolProps:
    """What QML reads. `picture` is a data URL."""

    phone: str = ""
    name: str = ""
    birthday: str = ""
    birthdayError: str = ""
    consent: bool = False
    consentText: str = ""
    consentVersion: str = ""
    marketing: bool = False
    marketingText: str = ""
    card: str = ""
    referrer: str = ""
    hasReferral: bool = False
    referralHint: str = ""
    message: str = ""
    welcomed: bool = False
    welcome: str = ""
    cardNumber: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language the member may choose."""

    code: str
    name: str
    chosen: bool


def derive_enrol(inputs: EnrolInputs) -> EnrolProps:
    """Return what the panel shows; consent is read in the member's language."""
    consent = inputs.programme.consent
    welcome = inputs.welcome
    return EnrolProps(
        phone=inputs.phone,
        name=inputs.name,
        birthday=inputs.birthday,
        birthdayError=translate("enrol", "Type day, month and year, like 30 11 1990.")
        if inputs.birthday.strip() and read_birthday(inputs.birthday) is None
        else "",
        consent=inputs.consent,
        consentText=text_in(consent.text, inputs.speaks),
        consentVersion=translate("enrol", "Consent text {version}").format(version=consent.version),
        marketing=inputs.marketing,
        marketingText=text_in(consent.marketing, inputs.speaks),
        card=translate("enrol", "Card scanned: {card}").format(card=_short(inputs.card))
        if inputs.card
        else translate("enrol", "A new card number is made. Or scan a blank card now."),
        referrer=inputs.referrer,
        hasReferral=inputs.programme.referral is not None,
        referralHint=_referral_hint(inputs),
        message=inputs.message,
        welcomed=welcome is not None,
        welcome=_welcome(welcome),
        cardNumber=short_number(welcome.card_number) if welcome else "",
        picture=inputs.picture,
    )


def _short(card: str) -> str:
    """Return a scanned card's number as it is printed; what was misread as it is."""
    number = read_card(card)
    return card if isinstance(number, Misread) else short_number(number)


def _referral_hint(inputs: EnrolInputs) -> str:
    """Say what both get for it, before anybody is asked."""
    terms = inputs.programme.referral
    if terms is None:
        return ""
    money = money_of(inputs.programme)
    friend, member = (
        prize_words(prize, inputs.programme, money, inputs.language)
        for prize in (terms.friend, terms.referrer)
    )
    if friend == member:
        return translate("enrol", "Both get {prize}.").format(prize=friend)
    return translate("enrol", "New here: {friend}. Who sent them: {member}.").format(
        friend=friend, member=member
    )


def _welcome(welcome: Welcome | None) -> str:
    if welcome is None:
        return ""
    if not welcome.view.name:
        return translate("enrol", "The new member is in.")
    return translate("enrol", "{name} is a member now.").format(name=welcome.view.name)


@QmlElement
@QmlUncreatable("built by the counter")
class EnrolViewModel(ViewModel, props=EnrolProps):
    """Makes a member; `joined` is called with the view once the card was shown."""

    def __init__(
        self,
        desk: Desk,
        came: Callable[[MemberView], None],
        joined: Callable[[MemberView, bool], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._came = came
        self._joined = joined
        self._languages = Rows(LanguageRow, self)
        self._inputs = EnrolInputs(desk.shop.programme)
        self._busy = False

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The shop's languages, as rows."""
        return self._languages

    def open(self, phone: str, name: str, card: str = "") -> None:
        """Begin with what is known already; `card` is a blank one that was scanned."""
        self._busy = False
        programme = self._desk.shop.programme
        here = self._desk.language
        speaks = here if here in programme.languages else programme.languages[0]
        self._inputs = EnrolInputs(programme, phone=phone, name=name, speaks=speaks, card=card)
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def scanned_blank(self, text: str) -> None:
        """Take a blank card that was scanned for the new member."""
        self._change(card=text, message="")

    def scanned_friend(self, text: str) -> bool:
        """Take the number of who sent the customer; False where it is none, or nobody is paid."""
        programme = self._inputs.programme
        if programme.referral is None or isinstance(read_friend(text), Misread):
            return False
        self._change(referrer=text, message="")
        return True

    @property
    def welcomed(self) -> bool:
        """Whether the member is made and only the card is shown."""
        return self._inputs.welcome is not None

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, language=self._desk.language, **changes)
        self._languages.set(
            [
                LanguageRow(code, NAMES.get(code, code), code == self._inputs.speaks)
                for code in self._inputs.programme.languages
            ]
        )
        self.show(derive_enrol(self._inputs))

    @Slot(str)
    def typePhone(self, text: str) -> None:
        """Take the phone number as typed; an empty one is skipped."""
        self._change(phone=latin_digits(text), message="")

    @Slot(str)
    def typeName(self, text: str) -> None:
        """Take the name as typed."""
        self._change(name=text, message="")

    @Slot(str)
    def typeBirthday(self, text: str) -> None:
        """Take the birthday as typed."""
        self._change(birthday=latin_digits(text), message="")

    @Slot(str)
    def typeReferrer(self, text: str) -> None:
        """Take the number of who sent the customer: friend's number, card or phone."""
        self._change(referrer=text, message="")

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Choose the member's language; the consent text is shown in it."""
        self._change(speaks=code)

    @Slot(bool)
    def setConsent(self, agrees: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Note whether the customer agrees to the programme."""
        self._change(consent=agrees, message="")

    @Slot(bool)
    def setMarketing(self, agrees: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Note whether the customer wants offers."""
        self._change(marketing=agrees)

    @Slot()
    def enrol(self) -> None:
        """Make the member; a second press while it is being done does nothing."""
        inputs = self._inputs
        if inputs.welcome is not None:
            self._joined(inputs.welcome.view, True)
            return
        if self._busy or self.props.birthdayError:
            return
        self._busy = True
        shop, staff = self._desk.shop, self._desk.staff_id
        asked = Enrolment(
            phone=inputs.phone.strip() or None,
            name=inputs.name,
            language=inputs.speaks,
            birthday=read_birthday(inputs.birthday),
            consent=inputs.consent,
            marketing=inputs.marketing,
            card=inputs.card or None,
            referrer=inputs.referrer.strip(),
        )
        self._desk.jobs.run(lambda: members.enrol(shop, staff, asked), self._done)

    def _done(self, outcome: Welcome | PhoneTaken | EnrolRefusal) -> None:
        self._busy = False
        match outcome:
            case Welcome():
                # At once: whoever leaves the card's picture by Esc must not record for another.
                self._came(outcome.view)
                self._change(welcome=outcome, message="")
                self._draw_card(outcome)
            case PhoneTaken():
                self._joined(outcome.view, False)
            case CardTaken() | CardOfAnotherShop() | CardDamaged():
                # The next try goes without it, or with one that is scanned in its place.
                self._refuse(outcome, card="")
            case _:
                self._refuse(outcome)

    def _refuse(self, refusal: EnrolRefusal, **changes: Any) -> None:
        country = self._desk.shop.programme.country
        self._change(message=enrol_refused(refusal, country), **changes)

    def _draw_card(self, welcome: Welcome) -> None:
        title = text_in(self._inputs.programme.name, self._inputs.speaks)

        def draw() -> str:
            from app.services.card_picture import draw_card  # noqa: PLC0415 - Pillow is heavy

            png = draw_card(welcome.card_number, welcome.view.name, title)
            return f"data:image/png;base64,{base64.b64encode(png).decode()}"

        self._desk.jobs.run(draw, lambda picture: self._change(picture=picture))
