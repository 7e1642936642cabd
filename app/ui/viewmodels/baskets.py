"""Bills the till sent: the next one goes on the empty screen, the others wait in a list."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.bills import BasketRef
from app.domain.till_troubles import TillTrouble
from app.services import baskets
from app.services.baskets import BasketGone, OpenedBasket, Standing, WaitingBasket
from app.services.members import MemberView
from app.ui import basket_sentences as sentences
from app.ui.basket_sentences import (
    BasketRow,
    BasketsInputs,
    BasketsProps,
    chosen_basket,
    derive_baskets,
    derive_rows,
)
from app.ui.bill_inputs import BillInputs
from app.ui.bill_snapshot import BillSnapshot
from app.ui.confirmations import called
from app.ui.desk import Desk
from app.ui.half_typed import inputs_of
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.uncreatable import QmlUncreatable

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Putting:
    """What the counter does for the till's bills; `free` says whether nothing else is open.

    `hold` says whether the bill on screen made room.
    """

    free: Callable[[], bool]
    put: Callable[[BillInputs, MemberView | None], None]
    back: Callable[[], None]
    hold: Callable[[], bool]
    say: Callable[[str, str, str], None]


@dataclass(frozen=True, slots=True)
class Looked:
    """What waits, and how the basket of the bill on screen stands (None = it has none)."""

    waiting: tuple[WaitingBasket, ...]
    on_screen: BasketRef | None
    standing: Standing | None
    offset_min: int


@QmlElement
@QmlUncreatable("built by the counter")
class BasketsViewModel(ViewModel, props=BasketsProps):
    """The baskets that wait.

    `arrived` and `troubled` are emitted on the till's threads; Qt brings them to this one.
    """

    arrived = Signal()
    troubled = Signal(object)

    def __init__(self, desk: Desk, bill: BillSnapshot, putting: Putting) -> None:
        super().__init__()
        self._desk = desk
        self._bill = bill
        self._do = putting
        self._rows = Rows(BasketRow, self)
        self._inputs = BasketsInputs(desk.money)
        self._known: frozenset[tuple[BasketRef, bool]] = frozenset()
        self._taken: BillInputs | None = None
        self._to_look = False
        self._ref: BasketRef | None = None
        self.arrived.connect(self._heard)
        self.troubled.connect(self._trouble)
        bill.edited.connect(self._bill_edited)

    @Property(Rows, constant=True)
    def bills(self) -> Rows:
        """The baskets that wait, as rows."""
        return self._rows

    def load(self) -> None:
        """Read what waits; nothing of it goes on the screen by itself."""
        self._look(self._loaded)

    def refresh(self) -> None:
        """Say everything anew, after a change of language."""
        self._change()

    @Slot()
    def _heard(self) -> None:
        """The till sent something; a look that has not begun yet will see that too."""
        if not self._to_look:
            self._to_look = True
            self._look(self._arrived, self._begun)

    def _begun(self) -> None:
        self._to_look = False

    @Slot(object)
    def _trouble(self, troubles: tuple[TillTrouble, ...]) -> None:
        self._change(troubles=troubles)

    @Slot()
    def _bill_edited(self) -> None:
        """A bill that came to the screen or left it changes what waits."""
        ref = self._bill.bill.basket
        if ref != self._ref:
            self._ref = ref
            self._look(self._came_or_left)

    def _came_or_left(self, looked: Looked) -> None:
        self._follow(looked)
        self._show_waiting(looked)

    def _look(
        self, done: Callable[[Looked], None], begun: Callable[[], None] = lambda: None
    ) -> None:
        shop, ref = self._desk.shop, self._bill.bill.basket

        def work() -> Looked:
            begun()
            standing = baskets.basket_standing(shop, ref) if ref else None
            return Looked(baskets.waiting_baskets(shop), ref, standing, shop.moment().offset_min)

        self._desk.jobs.run(work, done)

    def _loaded(self, looked: Looked) -> None:
        # Only here and on an arrival: a look for another reason may see what is still to arrive.
        self._known = frozenset((one.ref, one.cancelled) for one in looked.waiting)
        self._show_waiting(looked)

    def _arrived(self, looked: Looked) -> None:
        fresh = [one for one in looked.waiting if (one.ref, one.cancelled) not in self._known]
        self._loaded(looked)
        self._follow(looked)
        here = self._bill.bill.basket
        took = False
        for one in fresh:
            if one.cancelled:
                self._do.say("bad", *sentences.cancelled_after(one.number))
            elif here is not None and one.ref[:2] == here[:2]:
                self._changed(one)
            elif not took and self._is_free():
                took = True
                self._take(one.ref, self._put_if_free)

    def _follow(self, looked: Looked) -> None:
        """Say of the bill on screen what the till did with it meanwhile: paid or cancelled."""
        here = self._bill.bill.basket
        if here is not None and here == looked.on_screen and looked.standing is not None:
            self._bill.was_paid(looked.standing.paid_minor)
            if looked.standing.state == "voided":
                self._do.say("bad", sentences.was_cancelled(), "")

    def _put_if_free(self, opened: OpenedBasket) -> None:
        """Put a basket on the screen; it waits if something was begun while it was read."""
        if self._is_free():
            self._put(opened)

    def _changed(self, one: WaitingBasket) -> None:
        """The bill on screen came anew: its lines are taken over unless the cashier changed it."""
        if self._is_edited():
            self._do.say("info", sentences.both_changed(), "")
            return
        total = self._desk.money.short(one.total_minor)

        def put(opened: OpenedBasket) -> None:
            if self._is_edited():
                self._do.say("info", sentences.both_changed(), "")
                return
            self._put(opened)
            self._do.say("info", sentences.was_changed(total), "")

        self._take(one.ref, put)

    def _is_edited(self) -> bool:
        return self._taken is None or _typed(self._taken) != _typed(self._bill.inputs)

    def _is_free(self) -> bool:
        """Say whether a bill may go on the screen: a member may stand there, goods may not."""
        inputs = self._bill.inputs
        goods = inputs.amount.strip() or inputs.lines or inputs.entry.strip() or inputs.exchange
        return not goods and self._desk.staff is not None and self._do.free()

    def _take(self, ref: BasketRef, put: Callable[[OpenedBasket], None]) -> None:
        shop, bill = self._desk.shop, self._bill.inputs.id

        def done(found: OpenedBasket | BasketGone) -> None:
            if isinstance(found, OpenedBasket) and self._bill.inputs.id == bill:
                put(found)
            elif isinstance(found, BasketGone):
                self._do.say("info", sentences.waits_no_more(), "")
                self._look(self._show_waiting)

        self._desk.jobs.run(lambda: baskets.open_basket(shop, ref.source, ref.external_id), done)

    def _put(self, opened: OpenedBasket) -> None:
        """Put a basket on the screen; whoever stands at the counter stays, with what they use."""
        before = self._bill.inputs
        owner = self._bill.member or opened.member
        inputs = inputs_of(opened.draft, self._desk.money, self._desk.shop.programme)
        inputs = replace(
            inputs,
            number=inputs.number or before.number,
            member=owner.member if owner else "",
            coins=before.coins,
            credit_minor=before.credit_minor,
            vouchers=before.vouchers,
            promo=before.promo,
            promo_single=before.promo_single,
        )
        self._do.put(inputs, owner)
        self._taken = self._bill.inputs
        if opened.unknown and owner is None:
            self._do.say("info", sentences.not_known(), "")
        elif opened.member and owner and opened.member.member != owner.member:
            self._do.say("bad", sentences.is_anothers(called(opened.member)), "")

    def _show_waiting(self, looked: Looked) -> None:
        on_screen = self._bill.bill.basket
        waiting = tuple(one for one in looked.waiting if one.ref != on_screen)
        chosen = max(0, min(self._inputs.chosen, len(waiting) - 1)) if waiting else -1
        self._change(
            baskets=waiting,
            loaded=True,
            chosen=chosen,
            on_screen=on_screen,
            offset_min=looked.offset_min,
        )

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(
            self._inputs, language=self._desk.language, today=self._desk.today, **changes
        )
        self._rows.set(derive_rows(self._inputs))
        self.show(derive_baskets(self._inputs))

    @Slot(int)
    def choose(self, row: int) -> None:
        """Choose a bill."""
        self._change(chosen=row)

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next bill up or down."""
        last = len(self._inputs.baskets) - 1
        if last >= 0:
            self._change(chosen=max(0, min(last, self._inputs.chosen + step)))

    @Slot()
    def take(self) -> None:
        """Put the chosen bill on the screen, the one that is there on hold; or note a cancelled."""
        one = chosen_basket(self._inputs)
        here = self._bill.bill.basket
        if one is None:
            return
        if one.cancelled:
            self.throwAway()
            return
        inputs = self._bill.inputs
        same = here is not None and here[:2] == one.ref[:2]
        begun = inputs.lines or inputs.amount.strip() or inputs.exchange
        if not same and begun and not self._do.hold():
            return

        def put(opened: OpenedBasket) -> None:
            # What was scanned while it was read comes on top.
            since = () if same else self._bill.inputs.lines
            self._do.back()
            self._put(opened)
            self._bill.put_on_top(since)

        self._take(one.ref, put)

    @Slot()
    def throwAway(self) -> None:
        """Throw the chosen bill away, or say that a cancelled one was seen."""
        one = chosen_basket(self._inputs)
        if one is None:
            return
        shop, ref = self._desk.shop, one.ref
        self._desk.jobs.run(
            lambda: baskets.dismiss_basket(shop, ref.source, ref.external_id),
            lambda _: self._look(self._show_waiting),
        )


def _typed(inputs: BillInputs) -> tuple[object, ...]:
    """Return what of a bill a cashier may have changed beside its member and vouchers."""
    return inputs.lines, inputs.discount_minor, inputs.number
