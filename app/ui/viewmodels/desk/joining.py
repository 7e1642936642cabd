"""Two members who are one person, at the desk: seen before it is done, and undone again."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.domain.money import Money
from app.domain.texts import text_in
from app.insight.merges import RecentMerge, recent_merges
from app.services import members
from app.services.cards import MemberUnknown
from app.services.members import (
    Holding,
    MemberHit,
    MembersMerged,
    MembersParted,
    MergePreview,
    NotMerged,
    SameMember,
)
from app.ui import dates
from app.ui.confirmations import called
from app.ui.desk_sentences import part_refused
from app.ui.member_case import MemberCase
from app.ui.people_sentences import MergeRefusal, merge_refused
from app.ui.rows import Rows
from app.ui.typed import latin_digits
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.desk.page import DeskPage
from app.ui.viewmodels.find import HitRow
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_SHORTEST = 2
_HITS = 5


@dataclass(frozen=True, slots=True)
class JoiningInputs:
    """What was typed and found, what the merge would come to, and what can be undone."""

    money: Money
    language: str = "en"
    query: str = ""
    hits: tuple[MemberHit, ...] = ()
    chosen: int = -1
    preview: MergePreview | None = None
    done: tuple[RecentMerge, ...] = ()


@dataclass(frozen=True, slots=True)
class JoiningProps:
    """What QML reads. `undo` names the last merge that can be undone, "" = none."""

    query: str = ""
    chosen: int = -1
    here: str = ""
    other: str = ""
    stays: str = ""
    undo: str = ""
    canJoin: bool = False


@dataclass(frozen=True, slots=True)
class SumRow:
    """What a member has, what the other has, and what both come to."""

    what: str
    here: str
    other: str
    together: str


def derive_joining(inputs: JoiningInputs, undo: str) -> JoiningProps:
    """Return what the page shows around its rows."""
    seen = inputs.preview
    stays = translate("desk", "Name and phone of {name} stay. The cards of both go on working.")
    return JoiningProps(
        query=inputs.query,
        chosen=inputs.chosen,
        here=called(seen.survivor.view) if seen else "",
        other=called(seen.source.view) if seen else "",
        stays=stays.format(name=called(seen.survivor.view)) if seen else "",
        undo=undo,
        canJoin=seen is not None,
    )


def derive_sums(inputs: JoiningInputs) -> tuple[SumRow, ...]:
    """Return a row for each thing that adds up."""
    seen, number = inputs.preview, inputs.money.number
    if seen is None:
        return ()
    three = (seen.survivor, seen.source, seen.together)

    def row(what: str, here: str, other: str, together: str) -> SumRow:
        return SumRow(what, here, other, together)

    def tier(one: Holding) -> str:
        return text_in(one.view.tier.tier.name, inputs.language)

    cards = [sum(not card.blocked for card in one.view.cards) for one in three[:2]]
    rows = [
        row(translate("desk", "Coins"), *(number(one.view.coins.spendable) for one in three)),
        row(translate("desk", "Level"), *(tier(one) for one in three)),
        row(translate("desk", "Vouchers"), *(number(one.vouchers) for one in three)),
        row(translate("desk", "Cards"), *(number(one) for one in (*cards, seen.cards))),
        row(translate("desk", "Purchases"), *(number(one.view.state.purchases) for one in three)),
    ]
    if seen.together.credit.spendable:
        short = inputs.money.short
        rows.insert(
            1,
            row(
                translate("desk", "Store credit"),
                *(short(one.credit.spendable) for one in three),
            ),
        )
    return tuple(rows)


@QmlElement
@QmlUncreatable("built by the member desk")
class JoiningViewModel(DeskPage, props=JoiningProps):
    """Finds the other membership by card, phone or name; joins the two, parts them again."""

    def __init__(self, case: MemberCase) -> None:
        super().__init__(case)
        self._hits = Rows(HitRow, self)
        self._sums = Rows(SumRow, self)
        self._inputs = JoiningInputs(case.desk.money)

    @Property(Rows, constant=True)
    def hits(self) -> Rows:
        """The members found, as rows."""
        return self._hits

    @Property(Rows, constant=True)
    def sums(self) -> Rows:
        """What adds up, as rows."""
        return self._sums

    def open(self) -> None:
        """Begin with nobody, and look what can be undone."""
        self._inputs = JoiningInputs(self._case.desk.money)
        self.refresh()
        shop = self._case.desk.shop
        self._case.read(
            lambda view: recent_merges(shop, view.member), lambda found: self._change(done=found)
        )

    def refresh(self) -> None:
        """Say everything anew."""
        self._change()

    def leave(self) -> bool:
        """Look for another member instead of the one that is seen."""
        if self._inputs.preview is None:
            return False
        self._change(preview=None)
        return True

    def scanned(self, other: str) -> None:
        """Take the member whose other card was scanned."""
        self._see(other)

    def _change(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, language=self._case.desk.language, **changes)
        nameless = translate("find", "Without a name")
        self._hits.set(
            [
                HitRow(hit.initial, hit.name or nameless, hit.phone_masked)
                for hit in self._inputs.hits
            ]
        )
        self._sums.set(derive_sums(self._inputs))
        self.show(derive_joining(self._inputs, self._undo()))

    def _undo(self) -> str:
        if not self._inputs.done or self._inputs.preview is not None:
            return ""
        last, desk = self._inputs.done[0], self._case.desk
        return translate("desk", "{name} was joined: {day}.").format(
            name=last.name or translate("member", "Member without a name"),
            day=dates.day(last.on, desk.today, desk.language),
        )

    @Slot(str)
    def typeQuery(self, text: str) -> None:
        """Look for the other membership by phone or name."""
        query = latin_digits(text)
        self._change(query=query, preview=None)
        if len(query.strip()) < _SHORTEST:
            self._change(hits=(), chosen=-1)
            return
        shop = self._case.desk.shop
        self._case.read(
            lambda _: members.find(shop, query, _HITS), lambda found: self._found(query, found)
        )

    def _found(self, query: str, hits: tuple[MemberHit, ...]) -> None:
        # An answer to an older query would replace the right one.
        if query == self._inputs.query and self.view is not None:
            own = self.view.member
            others = tuple(hit for hit in hits if hit.member != own)
            self._change(hits=others, chosen=0 if others else -1)

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next member up or down."""
        last = len(self._inputs.hits) - 1
        if last >= 0:
            self._change(chosen=max(0, min(last, self._inputs.chosen + step)))

    @Slot(int)
    def choose(self, hit: int) -> None:
        """See what joining with a member that was found would come to."""
        if 0 <= hit < len(self._inputs.hits):
            self._change(chosen=hit)
            self._see(self._inputs.hits[hit].member)

    def _see(self, other: str) -> None:
        shop = self._case.desk.shop
        self._case.read(
            lambda view: members.preview_merge(shop, view.member, other), self._previewed
        )

    def _previewed(self, seen: MergePreview | SameMember | MemberUnknown) -> None:
        if isinstance(seen, MergePreview):
            self._change(preview=seen)
            self._case.say("info", "")
        else:
            self._case.say("bad", merge_refused(seen))

    # What is done

    @Slot()
    def joinMembers(self) -> None:
        """Make the two one."""
        seen, shop = self._inputs.preview, self._case.desk.shop
        if seen is None:
            return
        source = seen.source.view.member
        asked = translate("cards", "Add the coins and cards of {other} to {name}?").format(
            other=called(seen.source.view), name=called(seen.survivor.view)
        )
        self._case.act(
            asked,
            lambda one, staff, approver: members.merge(shop, staff, approver, one.member, source),
            self._joined,
        )

    def _joined(self, outcome: MembersMerged | MergeRefusal) -> None:
        if isinstance(outcome, MembersMerged):
            self._case.changed(outcome.view)
            self.open()
            self._case.say("good", translate("cards", "Done: one member with all coins and cards."))
        else:
            self._case.say("bad", merge_refused(outcome))

    @Slot()
    def partAgain(self) -> None:
        """Make two members of the last merge again."""
        if not self.props.undo:
            return
        source, shop = self._inputs.done[0].source, self._case.desk.shop
        self._case.act(
            translate("desk", "{undo} Part the two again?").format(undo=self.props.undo),
            lambda one, staff, approver: members.unmerge(shop, staff, approver, one.member, source),
            self._parted,
        )

    def _parted(self, outcome: MembersParted | NotMerged | MergeRefusal) -> None:
        if isinstance(outcome, MembersParted):
            self._case.changed(outcome.survivor)
            self.open()
            said = translate("desk", "Two members again, each with what was theirs.")
            self._case.say("good", said)
        else:
            self._case.say("bad", part_refused(outcome))
