"""What a member said about themself, changed at the desk."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.texts import text_in
from app.services import members
from app.services.members import MemberView, ProfileChange
from app.services.members.enrolment import ChangeOutcome
from app.ui.confirmations import called
from app.ui.desk_sentences import change_refused
from app.ui.member_case import MemberCase
from app.ui.rows import Rows
from app.ui.typed import latin_digits, read_birthday
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.desk.page import DeskPage
from app.ui.viewmodels.enrol import LanguageRow
from app.ui.words import NAMES, translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ProfileInputs:
    """What was typed over what the shop has; empty phone and birthday stay as they are.

    What is marked to be dropped goes when it is saved.
    """

    view: MemberView | None = None
    name: str = ""
    phone: str = ""
    birthday: str = ""
    speaks: str = ""
    marketing: bool = False
    marketing_text: str = ""
    drop_phone: bool = False
    drop_birthday: bool = False


@dataclass(frozen=True, slots=True)
class ProfileProps:
    """What QML reads. The hints say what the shop has, without showing it whole."""

    name: str = ""
    phone: str = ""
    phoneHint: str = ""
    hasPhone: bool = False
    birthday: str = ""
    birthdayHint: str = ""
    birthdayError: str = ""
    hasBirthday: bool = False
    marketing: bool = False
    marketingText: str = ""
    canSave: bool = False


def derive_profile(inputs: ProfileInputs) -> ProfileProps:
    """Return what the page shows."""
    view = inputs.view
    if view is None:
        return ProfileProps()
    wrong = bool(inputs.birthday.strip()) and read_birthday(inputs.birthday) is None
    return ProfileProps(
        name=inputs.name,
        phone=inputs.phone,
        phoneHint=_hint(view.phone_masked, drop=inputs.drop_phone),
        hasPhone=bool(view.phone_masked),
        birthday=inputs.birthday,
        birthdayHint=_hint(
            translate("desk", "on file; empty keeps it") if view.birthday else "",
            drop=inputs.drop_birthday,
        ),
        birthdayError=translate("enrol", "Type day, month and year, like 30 11 1990.")
        if wrong
        else "",
        hasBirthday=view.birthday is not None,
        marketing=inputs.marketing,
        marketingText=inputs.marketing_text,
        canSave=not wrong and change_of(inputs) != ProfileChange(),
    )


def _hint(known: str, *, drop: bool) -> str:
    if drop:
        return translate("desk", "will be removed")
    return known or translate("desk", "not given")


def change_of(inputs: ProfileInputs) -> ProfileChange:
    """Return what differs from what the shop has."""
    view = inputs.view
    if view is None:
        return ProfileChange()
    name = " ".join(inputs.name.split())
    return ProfileChange(
        name=name if name != view.name else None,
        phone="" if inputs.drop_phone else inputs.phone.strip() or None,
        birthday="" if inputs.drop_birthday else read_birthday(inputs.birthday),
        language=inputs.speaks if inputs.speaks != view.language else None,
        marketing=inputs.marketing if inputs.marketing != view.marketing else None,
    )


@QmlElement
@QmlUncreatable("built by the member desk")
class ProfileViewModel(DeskPage, props=ProfileProps):
    """Changes name, phone, language, birthday, and whether the member wants offers."""

    def __init__(self, case: MemberCase) -> None:
        super().__init__(case)
        self._languages = Rows(LanguageRow, self)
        self._inputs = ProfileInputs()

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The shop's languages, as rows."""
        return self._languages

    def open(self) -> None:
        """Begin with what the shop has."""
        view = self.view
        if view is not None:
            self._inputs = ProfileInputs(
                view, name=view.name, speaks=view.language, marketing=view.marketing
            )
            self.refresh()

    def refresh(self) -> None:
        """Say everything anew; what is typed stays."""
        self._change(view=self.view)

    def _change(self, **changes: Any) -> None:
        programme = self._case.desk.shop.programme
        inputs = replace(self._inputs, **changes)
        speaks = inputs.speaks or programme.languages[0]
        text = text_in(programme.consent.marketing, speaks)
        self._inputs = replace(inputs, marketing_text=text)
        self._languages.set(
            [
                LanguageRow(code, NAMES.get(code, code), code == inputs.speaks)
                for code in programme.languages
            ]
        )
        self.show(derive_profile(self._inputs))

    @Slot(str)
    def typeName(self, text: str) -> None:
        """Take the name as typed."""
        self._change(name=text)

    @Slot(str)
    def typePhone(self, text: str) -> None:
        """Take a new phone number as typed."""
        self._change(phone=latin_digits(text), drop_phone=False)

    @Slot(str)
    def typeBirthday(self, text: str) -> None:
        """Take a birthday as typed."""
        self._change(birthday=latin_digits(text), drop_birthday=False)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Choose the member's language; what offers are is read in it."""
        self._change(speaks=code)

    @Slot(bool)
    def setMarketing(self, wants: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Note whether the member wants offers."""
        self._change(marketing=wants)

    @Slot()
    def dropPhone(self) -> None:
        """Mark the phone number to be removed, or keep it after all."""
        self._change(phone="", drop_phone=not self._inputs.drop_phone)

    @Slot()
    def dropBirthday(self) -> None:
        """Mark the birthday to be removed, or keep it after all."""
        self._change(birthday="", drop_birthday=not self._inputs.drop_birthday)

    @Slot()
    def save(self) -> None:
        """Keep what was changed."""
        view, shop, change = self.view, self._case.desk.shop, change_of(self._inputs)
        if view is None or not self.props.canSave:
            return
        self._case.act(
            translate("desk", "Change what {name} told us?").format(name=called(view)),
            lambda one, staff, approver: members.change_profile(
                shop, staff, one.member, change, approver
            ),
            self._saved,
        )

    def _saved(self, outcome: ChangeOutcome) -> None:
        if isinstance(outcome, MemberView):
            self._case.changed(outcome)
            self.open()
            self._case.say("good", translate("desk", "Changed."))
        else:
            self._case.say("bad", change_refused(outcome, self._case.desk.shop.programme.country))
