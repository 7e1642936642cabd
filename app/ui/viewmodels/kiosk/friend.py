"""Bringing a friend: the code that says who sent them, and what both get."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.domain.programme import Programme
from app.services.friends import FriendOffer, friend_offer
from app.ui import goal_sentences as say
from app.ui.qr import QrRow, qr_rows
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.photo import PhotoScreen, stays_for
from app.ui.viewmodels.kiosk.visit import Kiosk
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class FriendInputs:
    """All that the screen depends on; `offer` None once `loaded` = nobody is paid for it."""

    programme: Programme
    money: Money
    language: str
    loaded: bool = False
    offer: FriendOffer | None = None
    left_ms: int = 0


@dataclass(frozen=True, slots=True)
class FriendProps:
    """What QML reads; `codeSize` are the modules of the QR code."""

    nothing: str = ""
    yours: str = ""
    theirs: str = ""
    terms: str = ""
    brought: str = ""
    number: str = ""
    codeSize: int = 0
    waiting: str = ""


def derive_friend(inputs: FriendInputs, code_size: int = 0) -> FriendProps:
    """Return what the screen shows."""
    offer, money = inputs.offer, inputs.money
    if offer is None:
        nothing = translate("friend", "There is no gift for bringing friends just now.")
        return FriendProps(nothing=nothing if inputs.loaded else "")
    terms = offer.terms
    return FriendProps(
        yours=say.prize_words(terms.referrer, inputs.programme, money, inputs.language),
        theirs=say.prize_words(terms.friend, inputs.programme, money, inputs.language),
        terms=_terms(offer, money),
        brought=translate("friend", "Friends this month: {count} of {most}").format(
            count=money.number(offer.paid), most=money.number(terms.limit)
        ),
        number=offer.short,
        codeSize=code_size,
        waiting=stays_for(inputs.left_ms),
    )


def _terms(offer: FriendOffer, money: Money) -> str:
    if not offer.terms.minimum_minor:
        return translate("friend", "You both get it some days after your friend's first purchase.")
    return translate(
        "friend",
        "You both get it some days after your friend's first purchase of {money} or more.",
    ).format(money=money.short(offer.terms.minimum_minor))


@QmlElement
@QmlUncreatable("built by the kiosk")
class FriendViewModel(PhotoScreen, props=FriendProps):
    """Shows the member's own number as a code for the friend."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._code = Rows(QrRow, self)
        self._inputs = self._blank()

    @Property(Rows, constant=True)
    def code(self) -> Rows:
        """The dark modules of the QR code, as rows."""
        return self._code

    def open(self) -> None:
        """Read what bringing a friend is worth."""
        self._inputs = self._blank()
        shop, member = self.kiosk.shop, self.kiosk.member
        if member:
            self.kiosk.ask(
                lambda: friend_offer(shop, member),
                lambda offer: self._change(offer=offer, loaded=True),
            )

    def wipe(self) -> None:
        """Forget the member."""
        super().wipe()
        self._inputs = self._blank()
        self._change()

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    def _blank(self) -> FriendInputs:
        desk = self.kiosk.desk
        return FriendInputs(desk.shop.programme, desk.money, desk.language)

    def _change(self, **changes: object) -> None:
        desk = self.kiosk.desk
        self._inputs = inputs = replace(
            self._inputs,
            programme=desk.shop.programme,
            language=desk.language,
            **changes,  # type: ignore[arg-type]
        )
        size, code = qr_rows(inputs.offer.number if inputs.offer else "")
        self._code.set(code)
        self.show(derive_friend(inputs, size))
