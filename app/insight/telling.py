"""An event in plain words: one sentence of what happened, and a line for each reason.

Titles come from the programme version the event names, so an old event reads as it was promised.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain import effects as fx
from app.domain import facts as f
from app.domain.catalogue import sku_key
from app.domain.effects import Effect
from app.domain.events import Event
from app.insight.effect_words import EffectWords
from app.insight.member_events import Tape, Told
from app.insight.titles import Titles
from app.insight.words import Writer
from app.services.shop import Shop
from app.storage import items

_QUIET = (fx.Visit, fx.Status, fx.Paid, fx.Progress, fx.Grant, fx.Revoke, fx.Referral, fx.Aim)
"""Effects a member's history does not list: its sentence says them, or they are book-keeping."""

_REACHED = ("goal:", "streak:")
"""What somebody reaches; other promises are given."""

_SAID: dict[str, type[Effect]] = {
    "voucher_claimed": fx.Claim,
    "voucher_closed": fx.Withdraw,
    "tier_lost": fx.TierDrop,
}
"""The effect that the sentence of a kind says already."""


class Story(NamedTuple):
    """An event told: `title` what happened, `receipt` the bill's number or "", `why` the lines."""

    title: str
    receipt: str
    why: tuple[str, ...]


class Teller:
    """Tells the events of a member of the shop ("" = of nobody) in one language."""

    def __init__(self, shop: Shop, tape: Tape, language: str, member: str = "") -> None:
        self._shop = shop
        self._tape = tape
        self.writer = Writer(shop.programme, language)
        profile = shop.profile(member) if member else None
        self._name = shop.personal(profile, "name")[0] if profile else ""
        self._titles: dict[str, Titles] = {}
        self._rewards: dict[str, str] = {}

    def titles(self, programme_id: str) -> Titles:
        """Return the titles of a programme version."""
        if programme_id not in self._titles:
            programme = self._shop.rules_of(programme_id).programme
            self._titles[programme_id] = Titles(programme, self.writer, self._name)
        return self._titles[programme_id]

    def remember(self, event: Event) -> None:
        """Keep which reward each voucher of the event is for."""
        for effect in event.effects:
            if isinstance(effect, fx.Issue):
                title = self.titles(event.programme).reward(effect.reward)
                self._rewards[effect.voucher] = title

    def know(self, voucher: str, reward: str) -> None:
        """Keep which reward a voucher is for, when only a member's state tells."""
        self._rewards.setdefault(voucher, self.titles("").reward(reward))

    def tell(self, told: Told, *, every_effect: bool = False) -> Story:
        """Return an event in words; with `every_effect` the book-keeping, too."""
        event = told.event
        self.remember(event)
        page = _Page(self, event, self.titles(event.programme))
        why = [*page.of_facts(), *page.of_effects(every_effect=every_effect)]
        if not told.counted:
            why.insert(0, self.writer.say("why", "counted_before"))
        return Story(page.title(), self.receipt(event), tuple(dict.fromkeys(why)))

    def receipt(self, event: Event) -> str:
        """Return the number of the bill or return an event is about, or nothing."""
        match event.facts:
            case f.Sold(bill_number=number) | f.Returned(receipt=number):
                return number
            case f.ToppedUp(receipt=number):
                return number
            case f.Voided(sale=sale) | f.Claimed(sale=sale) | f.PromoUsed(sale=sale):
                return self.bill(sale)
            case f.VoucherClaimed(sale=sale) if sale:
                return self.bill(sale)
            case _:
                return ""

    def bill(self, sale: str) -> str:
        """Return the bill number of a sale, or nothing when it is not known here any more."""
        told = self._tape.event(sale)
        facts = told.event.facts if told else None
        return facts.bill_number if isinstance(facts, f.Sold) else ""

    def voucher(self, voucher: str) -> str:
        """Return the title of a voucher's reward."""
        return self._rewards.get(voucher) or self.writer.say("rule", "voucher")

    def product(self, sku: str) -> str:
        """Return a product's name, or its sku when the catalogue does not have it."""
        with self._shop.db.cursor(None) as cursor:
            item = items.by_key(cursor, sku_key(sku))
        return item.name if item else sku


class _Page:
    """One event while it is told."""

    def __init__(self, teller: Teller, event: Event, titles: Titles) -> None:
        self.teller = teller
        self.writer = teller.writer
        self.event = event
        self.titles = titles
        self.effects = EffectWords(self.writer, titles, teller)

    def title(self) -> str:  # noqa: C901, PLR0911, PLR0912 - one for each kind of facts
        """Return the sentence of what happened."""
        facts, kind, titles = self.event.facts, self.event.kind, self.titles
        match facts:
            case f.Sold():
                paid = sum(line.net_minor + line.credit_minor for line in facts.lines)
                return self._event(kind, money=self._money(paid))
            case f.Returned() if facts.undoes:
                return self._event("return_undone")
            case f.Returned():
                return self._event(kind, money=self._money(facts.refund_minor))
            case f.Voided() | f.Claimed():
                return self._event(kind, bill=self.teller.bill(facts.sale)).replace("  ", " ")
            case f.Adjusted():
                name: str = kind if facts.amount >= 0 else "adjusted_down"
                return self._event(name, coins=abs(facts.amount), reason=facts.reason)
            case f.Threshold():
                return self._event(kind, tier=titles.tier(self._tier()))
            case f.Answered():
                return self._event(kind, title=titles.survey(facts.survey))
            case f.Rated():
                product = self.teller.product(facts.sku)
                return self._event(kind, product=product, stars=facts.stars)
            case f.Redeemed():
                spent = sum(one.amount for one in self.event.effects if isinstance(one, fx.Spend))
                return self._event(kind, coins=spent, reward=titles.reward(facts.reward))
            case f.VoucherClaimed():
                return self._event(kind, reward=self.teller.voucher(facts.voucher))
            case f.VoucherClosed():
                name = f"{kind}_{facts.reason}"
                return self._event(name, reward=self.teller.voucher(facts.voucher))
            case f.PromoUsed():
                return self._event(kind, title=titles.promo(facts.promo))
            case f.ToppedUp():
                name = kind if facts.paid_minor else "topped_up_bonus"
                return self._event(name, money=self._money(facts.paid_minor or facts.bonus_minor))
            case f.CashedOut():
                return self._event(kind, money=self._money(facts.amount_minor))
            case f.Greeted():
                return self._event(kind, title=titles.of(f"greeting:{facts.greeting}"))
            case f.Promised() if kind == "granted" and not facts.key.startswith(_REACHED):
                return self._event("granted_other", title=titles.of(facts.key or facts.source))
            case f.Promised():
                return self._event(kind, title=titles.of(facts.key or facts.source))
            case f.AimSet():
                return self._event(
                    kind if facts.reward else "aim_set_none", reward=titles.reward(facts.reward)
                )
            case f.TicketsBought():
                title = titles.raffle(facts.raffle)
                return self._event(kind, tickets=facts.tickets, title=title)
            case f.RaffleOpened() | f.RaffleFrozen() | f.RaffleDrawn():
                return self._event(kind, title=titles.raffle(facts.raffle))
            case f.PinSet():
                return self._event(kind if facts.verifier else "pin_removed")
            case f.FlagDecided():
                return self._event(f"{kind}_{facts.decision}")
            case _:
                return self._event(kind)

    def of_facts(self) -> Iterator[str]:
        """Yield the reasons only the facts know."""
        facts = self.event.facts
        match facts:
            case f.Sold():
                yield from self._of_sale(facts)
            case f.Claimed():
                yield from self._nothing_more(facts.steps)
            case f.Returned():
                yield from self._of_return(facts)
            case f.Answered():
                if facts.asked:
                    yield self._why("right", right=facts.right, asked=facts.asked)
                if facts.doubts:
                    yield self._why("waits")
            case f.ToppedUp() if facts.bonus_minor and facts.paid_minor:
                title = self.titles.of(f"topup:{facts.offer}")
                yield self._why("bonus", money=self._money(facts.bonus_minor), title=title)
            case f.Greeted():
                yield from self._note(f"greeting:{facts.greeting}")
            case f.Promised() if self.event.kind == "granted":
                yield from self._note(facts.key or facts.source)
            case _:
                return

    def _of_sale(self, sold: f.Sold) -> Iterator[str]:
        for off in sold.offs:
            money = self._money(off.amount_minor)
            if off.kind == "tier":
                yield self._why("off_tier", money=money, title=self.titles.tier(off.ref))
            elif off.kind == "voucher":
                yield self._why("off_voucher", money=money, title=self.teller.voucher(off.ref))
            else:
                yield self._why("off_promo", money=money, title=self.titles.promo(off.ref))
        yield from self._nothing_more(sold.steps)

    def _nothing_more(self, steps: tuple[f.Step, ...]) -> Iterator[str]:
        if self.event.member:
            for step in steps:
                if not step.granted and step.wanted:
                    yield self._why("nothing_more", title=self.titles.of(step.rule))

    def _of_return(self, returned: f.Returned) -> Iterator[str]:
        if returned.undoes:
            return
        if returned.coins_forgiven and not returned.cut_minor:
            yield self._why("forgiven", coins=returned.coins_forgiven)
        if returned.cut_minor:
            yield self._why("cut", money=self._money(returned.cut_minor))
        if returned.unmatched:
            yield self._why("unmatched")
        for reward in returned.gifts_back:
            yield self._why("gift_back", reward=self.titles.reward(reward))

    def _note(self, source: str) -> Iterator[str]:
        note = self.titles.note(source)
        if note:
            yield self._why("note", note=note)

    def of_effects(self, *, every_effect: bool) -> Iterator[str]:
        """Yield a line for each effect, then when the coins can be used."""
        for effect in self.event.effects:
            said = _SAID.get(self.event.kind)
            quiet = isinstance(effect, _QUIET) or type(effect) is said
            if every_effect or not quiet:
                yield self.effects.say(effect)
            if isinstance(effect, fx.Grant):
                yield from self._gifts(effect)
        lots: dict[tuple[date, date | None], int] = {}
        for effect in self.event.effects:
            if isinstance(effect, fx.Earn):
                lot = (effect.available_from, effect.expires_on)
                lots[lot] = lots.get(lot, 0) + effect.amount
        for (start, end), coins in lots.items():
            if start > self.event.on:
                yield self._why("usable_from", coins=coins, day=self._day(start))
            if end is not None:
                yield self._why("use_by", coins=coins, day=self._day(end))

    def _gifts(self, granted: fx.Grant) -> Iterator[str]:
        for gift in granted.gifts:
            if gift.kind == "badge":
                title = self.titles.of(f"goal:{gift.ref.removeprefix('goal:')}")
                yield self._effect("gift_badge", title=title, level=gift.amount)
            elif gift.kind == "tickets":
                title = self.titles.raffle(gift.ref)
                yield self._effect("gift_tickets", tickets=gift.amount, title=title)

    def _tier(self) -> str:
        for effect in self.event.effects:
            if isinstance(effect, fx.TierHold | fx.TierDrop):
                return effect.tier
        return ""

    def _money(self, minor: int) -> str:
        return self.writer.money(minor)

    def _day(self, on: date) -> str:
        return self.writer.day(on)

    def _event(self, name: str, **values: str | int) -> str:
        return self.writer.say("event", name, **values)

    def _effect(self, name: str, **values: str | int) -> str:
        return self.writer.say("effect", name, **values)

    def _why(self, name: str, **values: str | int) -> str:
        return self.writer.say("why", name, **values)
