"""What was done, in a short headline and a line of detail."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.grants import reward_of
from app.domain.members import voucher_of
from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.returns import TakenBack
from app.domain.texts import text_in
from app.services.members import MemberView
from app.services.sales import SaleRecorded
from app.services.voids import SaleVoided
from app.ui.bill_entry import paid_money
from app.ui.return_desk import EffectRow, effects_of, void_effects_of
from app.ui.words import translate


def called(view: MemberView) -> str:
    """Return what a member is called on screen, also without a name."""
    return view.name or view.phone_masked or translate("member", "Member without a name")


@dataclass(frozen=True, slots=True)
class GiftNow:
    """A thing that came with a sale and can be handed over at once, by its voucher's number."""

    number: str
    title: str


def gift_now(
    sale: SaleRecorded, view: MemberView | None, programme: Programme, language: str
) -> GiftNow | None:
    """Return the gift to hand over with a sale, or None; the first where there are several."""
    if view is None:
        return None
    for grant in sale.gifts:
        for gift in grant.gifts:
            held = voucher_of(view.state, gift.ref) if gift.kind == "voucher" else None
            if held is None or held.status != "live" or held.benefit.kind not in {"item", "sample"}:
                continue
            reward = reward_of(programme, held.reward)
            if reward is not None:
                return GiftNow(held.number, text_in(reward.title, language))
    return None


def _collect(minor: int, money: Money) -> str:
    if not minor:
        return translate("counter", "Nothing to collect.")
    return translate("counter", "Collect {money}.").format(money=money.short(minor))


def recorded(
    sale: SaleRecorded,
    view: MemberView | None,
    money: Money,
    expected: int,
    gift: GiftNow | None = None,
    paid_minor: int = 0,
) -> tuple[str, str]:
    """Say that a sale is recorded, for whom, what to collect and what gift to hand over.

    `expected` are the coins the screen had shown; other coins are explained (LEDGER.md 7).
    `paid_minor` was paid at the till before.
    """
    collect = _collect(sale.collect_minor, money)
    if paid_minor:
        collect = paid_money(sale.collect_minor - paid_minor, money)
    if gift is not None:
        hand_over = translate("counter", "Hand over the gift: {thing}.").format(thing=gift.title)
        collect = f"{collect} {hand_over}"
    if view is None:
        return translate("counter", "Recorded, without a card."), collect
    if not sale.coins_earned:
        return translate("counter", "Recorded for {name}.").format(name=called(view)), collect
    headline = translate(
        "counter", "Recorded. {coins} coin(s) for {name}", None, sale.coins_earned
    ).format(coins=money.number(sale.coins_earned), name=called(view))
    balance = translate("counter", "{coins} coin(s) in all now.", None, view.coins.spendable)
    detail = f"{balance.format(coins=money.number(view.coins.spendable))} {collect}"
    if sale.coins_earned != expected:
        changed = translate(
            "counter", "The screen had said {coins}: the hour or the member's coins changed since."
        ).format(coins=money.number(expected))
        detail = f"{changed} {detail}"
    return headline, detail


def returned(taken: TakenBack, money: Money) -> tuple[str, str]:
    """Say that a return is recorded, what to hand back, and what became of everything else."""
    facts = taken.facts
    headline = translate("counter", "Return recorded. Hand back {money}.").format(
        money=money.short(facts.refund_minor)
    )
    return headline, " · ".join(effects_told(effects_of(facts, money, taken.effects)))


def voided(done: SaleVoided, money: Money) -> tuple[str, str]:
    """Say that a sale is void, what to hand back, and what became of everything else."""
    headline = translate("sales", "Bill {number} is void.").format(number=done.bill_number)
    if done.collected_minor:
        back = translate("sales", "Hand back {money}.").format(
            money=money.short(done.collected_minor)
        )
        headline = f"{headline} {back}"
    return headline, " · ".join(effects_told(void_effects_of(done, money)))


def and_then(said: str, more: str) -> str:
    """Return two things in one line, apart also where the first is no sentence."""
    between = " " if said.endswith((".", "।")) else " · "
    return f"{said}{between}{more}" if said else more


def effects_told(effects: Sequence[EffectRow]) -> list[str]:
    """Return a text for each effect, "Coins taken back: 3": its words say which way it went."""
    return [f"{row.text}: {row.amount.lstrip('+-')}" for row in effects if row.amount]
