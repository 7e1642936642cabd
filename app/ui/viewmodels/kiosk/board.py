"""The leaderboard at the kiosk: who is ahead, by names that tell nobody's."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement

from app.domain.leaderboards import alias
from app.domain.money import Money
from app.domain.promises import Leaderboard
from app.domain.texts import text_in
from app.services.leaderboards import Board, BoardHidden, BoardLine, BoardUnknown, board
from app.ui import dates
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class BoardInputs:
    """All that the screen depends on; `found` None = not known yet."""

    money: Money
    today: date
    language: str
    member: str = ""
    found: Board | BoardHidden | BoardUnknown | None = None


@dataclass(frozen=True, slots=True)
class BoardProps:
    """What QML reads. `own` is the member's line where it is not among those shown."""

    title: str = ""
    until: str = ""
    alias: str = ""
    nothing: str = ""
    ownPosition: str = ""
    ownName: str = ""
    ownAmount: str = ""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of the board."""

    position: str
    name: str
    amount: str
    me: bool


def derive_board(inputs: BoardInputs) -> BoardProps:
    """Return what the screen shows around its rows."""
    found = inputs.found
    if found is None:
        return BoardProps()
    if isinstance(found, BoardUnknown):
        return BoardProps(nothing=translate("board", "There is no list just now."))
    shown = BoardProps(
        title=text_in(found.terms.title, inputs.language),
        until=translate("board", "Counts until {day}").format(
            day=dates.plain_day(found.until, inputs.today, inputs.language)
        ),
        alias=translate("board", "Nobody sees who you are. Here you are called “{name}”.").format(
            name=text_in(alias(inputs.member), inputs.language)
        )
        if inputs.member
        else "",
    )
    if isinstance(found, BoardHidden):
        nothing = translate(
            "board", "Too few take part so far. The list shows once there are {count}."
        ).format(count=inputs.money.number(found.at_least))
        return replace(shown, nothing=nothing)
    own = found.own
    if own is None or any(line.me for line in found.lines):
        return shown
    row = _row(own, found.terms, inputs)
    return replace(shown, ownPosition=row.position, ownName=row.name, ownAmount=row.amount)


def derive_board_rows(inputs: BoardInputs) -> tuple[BoardRow, ...]:
    """Return a row for each place that is shown."""
    found = inputs.found
    if not isinstance(found, Board):
        return ()
    return tuple(_row(line, found.terms, inputs) for line in found.lines)


def _row(line: BoardLine, terms: Leaderboard, inputs: BoardInputs) -> BoardRow:
    name = text_in(line.alias, inputs.language)
    return BoardRow(
        position=inputs.money.number(line.position),
        name=translate("board", "You, as {name}").format(name=name) if line.me else name,
        amount=_amount(line.amount, terms, inputs.money),
        me=line.me,
    )


def _amount(amount: int, terms: Leaderboard, money: Money) -> str:
    match terms.measure:
        case "visits":
            return translate("board", "{count} visit(s)", None, amount).format(
                count=money.number(amount)
            )
        case "points":
            return translate("board", "{count} point(s)", None, amount).format(
                count=money.number(amount)
            )
        case "spend":
            return money.short(amount)


@QmlElement
@QmlUncreatable("built by the kiosk")
class BoardViewModel(KioskScreen, props=BoardProps):
    """Shows the shop's first leaderboard."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._lines = Rows(BoardRow, self)
        self._inputs = self._blank()

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """The places that are shown, as rows."""
        return self._lines

    def open(self) -> None:
        """Read the board."""
        self._inputs = self._blank()
        self._read()

    def wipe(self) -> None:
        """Forget the member."""
        self._inputs = self._blank()
        self._change()

    def refresh(self) -> None:
        """Say everything anew; places may have changed."""
        self._change()
        if self._inputs.found is not None:
            self._read()

    def _read(self) -> None:
        shop, member = self.kiosk.shop, self.kiosk.member
        boards = shop.programme.leaderboards
        board_id = boards[0].id if boards else ""
        if member:
            self.kiosk.ask(
                lambda: board(shop, board_id, member), lambda found: self._change(found=found)
            )

    def _blank(self) -> BoardInputs:
        desk = self.kiosk.desk
        return BoardInputs(desk.money, desk.today, desk.language, self.kiosk.member)

    def _change(self, **changes: object) -> None:
        desk = self.kiosk.desk
        self._inputs = inputs = replace(
            self._inputs,
            today=desk.today,
            language=desk.language,
            **changes,  # type: ignore[arg-type]
        )
        self._lines.set(derive_board_rows(inputs))
        self.show(derive_board(inputs))
