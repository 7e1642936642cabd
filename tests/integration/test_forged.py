"""What a stolen kiosk's key can sign and no kiosk makes is kept aside; what one makes is not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.companions import bought_voucher
from app.domain.effects import Earn, Effect, Issue, Restore, Spend
from app.domain.events import Event
from app.domain.facts import Answer, Answered, Redeemed, Seen, VoucherClosed
from app.domain.preferences import Preferences
from app.hub.audit import audit
from app.services.calls import answer_call, call_for_help
from app.services.member_pins import PinSaved, set_member_pin
from app.services.moments import mark_seen, moments_of
from app.services.preferences import set_preferences
from app.services.rewards import RewardRedeemed, redeem, set_aim
from app.services.shop import Shop
from app.services.surveys import AnswerTaken, answer
from app.services.vouchers import HandedOver, VoucherVoided, cancel_voucher, claim_voucher
from app.services.welcome import WelcomeClaimed, claim_welcome
from app.storage.tables import parked
from tests.helpers.people import joined
from tests.helpers.shops import SUPERVISOR, document_of, sell
from tests.helpers.stations import Chain, Member, chain_of

pytestmark = pytest.mark.slow

DOCUMENT = (
    document_of()
    + """
[welcome]
prize = { coins = 20, reward = "tea" }

[[reward]]
id = "tea"
title = { en = "Tea" }
kind = "service"
coins = 12

[[reward]]
id = "cup"
title = { en = "Cup" }
kind = "service"
coins = 12
stock = 5

[[survey]]
id = "fruit"
version = 1
title = { en = "Fruit" }
coins = 5

[[survey.question]]
id = "which"
text = { en = "Which?" }
options = [{ id = "apple", text = { en = "Apple" } }, { id = "mango", text = { en = "Mango" } }]
"""
)


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    with chain_of(tmp_path, document=DOCUMENT) as chain:
        yield chain


@pytest.fixture
def kiosk(chain: Chain) -> Member:
    return chain.joined("kiosk", "kiosk")


@pytest.fixture
def asha(chain: Chain, kiosk: Member) -> str:
    """A member with coins, known everywhere."""
    shop = chain.open(chain.folder / "shop")
    member = joined(shop.shop, "Asha Rao", "9876543210").member
    sell(shop.shop, "B-1", 900_000, member=member)
    shop.pump()
    kiosk.pump()
    return member


def kept_aside(chain: Chain) -> list[str]:
    with chain.hub.store.read() as core:
        return list(core.execute(select(parked.c.reason).order_by(parked.c.seq)).scalars())


def record(shop: Shop, *events: Event) -> None:
    shop.record(lambda _: (events, None))


def earn(amount: int) -> Earn:
    return Earn(amount, "", date(2026, 1, 1), None, "survey:fruit", 0, 100, amount, "")


def voucher(shop: Shop, member: str, reward: str = "tea") -> RewardRedeemed:
    got = redeem(shop, "", member, reward, pickup=True)
    assert isinstance(got, RewardRedeemed), got
    return got


class TestHonest:
    def test_everything_a_kiosk_records_is_booked(self, chain: Chain, kiosk: Member, asha: str):
        shop = kiosk.shop
        new = joined(shop, "Ravi", "9812345678").member
        assert isinstance(claim_welcome(shop, new), WelcomeClaimed)
        assert isinstance(answer(shop, "", asha, "fruit", {"which": "mango"}, 60), AnswerTaken)
        assert isinstance(set_member_pin(shop, "", asha, "4826"), PinSaved)
        set_preferences(shop, asha, Preferences(large_text=True))
        set_aim(shop, "", asha, "tea")
        mark_seen(shop, asha, tuple(m for one in moments_of(shop, asha) for m in one.marks))
        call_for_help(shop)
        for reward in ("tea", "cup"):
            got = voucher(shop, asha, reward)
            kiosk.pump()
            assert isinstance(cancel_voucher(shop, asha, got.number), VoucherVoided)
        before = shop.state(asha), shop.state(new)
        kiosk.pump()
        assert kept_aside(chain) == []
        assert audit(chain.hub.cell(chain.cell_id)) == 0
        assert (shop.state(asha), shop.state(new)) == before

    def test_everything_a_redemption_screen_records_is_booked(
        self, chain: Chain, kiosk: Member, asha: str
    ):
        got = voucher(kiosk.shop, asha)
        call = call_for_help(kiosk.shop)
        kiosk.pump()
        desk = chain.joined("desk", "redemption")
        assert isinstance(claim_voucher(desk.shop, SUPERVISOR, got.number), HandedOver)
        voucher(desk.shop, asha, "cup")
        answer_call(desk.shop, SUPERVISOR, call.call)  # type: ignore[union-attr]
        desk.pump()
        assert kept_aside(chain) == []


def test_the_audit_finds_a_survey_that_paid_too_much(chain: Chain, kiosk: Member, asha: str):
    shop = kiosk.shop
    assert audit(chain.hub.cell(chain.cell_id)) == 0
    facts = Answered("fruit", 1, (Answer("which", "mango"),), 60, 0, 0, ())
    key = f"survey:fruit:v1:{asha}"
    record(shop, shop.event("answered", facts, member=asha, effects=(earn(900),), once=(key,)))
    kiosk.pump()
    assert kept_aside(chain) == []
    assert audit(chain.hub.cell(chain.cell_id)) == 1


class TestForged:
    def check(self, chain: Chain, kiosk: Member, member: str, *events: Event) -> None:
        before = kiosk.shop.state(member)
        record(kiosk.shop, *events)
        kiosk.pump()
        said = kept_aside(chain)
        assert len(said) == len(events), said
        assert all(one.startswith("barred: of a kiosk") for one in said)
        assert kiosk.shop.state(member) == before

    def test_coins_in_what_brings_none(self, chain: Chain, kiosk: Member, asha: str):
        shop = kiosk.shop
        forged = shop.event("seen", Seen(()), member=asha, effects=(earn(1_000_000),))
        self.check(chain, kiosk, asha, forged)

    def test_a_key_of_another_kind(self, chain: Chain, kiosk: Member, asha: str):
        shop = kiosk.shop
        taken = shop.event("seen", Seen(()), member=asha, once=("promo1:SECRET",))
        freed = shop.event("seen", Seen(()), member=asha, releases=("voucher:1",))
        self.check(chain, kiosk, asha, taken, freed)

    def test_a_survey_paid_without_its_key(self, chain: Chain, kiosk: Member, asha: str):
        shop = kiosk.shop
        honest: list[Event] = []

        def unguarded(event: Event) -> Event:
            return replace(event, id=shop.mint(), once=())

        assert isinstance(answer(shop, "", asha, "fruit", {"which": "mango"}, 60), AnswerTaken)
        honest += [event for own in shop.db.pending.values() for _, event in own]
        kiosk.pump()
        self.check(chain, kiosk, asha, *[unguarded(one) for one in honest])

    @pytest.mark.parametrize("change", ["free", "cheap", "another", "two", "of no stock"])
    def test_a_voucher_for_less_than_it_costs(
        self, chain: Chain, kiosk: Member, asha: str, change: str
    ):
        shop = kiosk.shop
        got = voucher(shop, asha, "cup" if change == "of no stock" else "tea")
        (honest,) = [event for own in shop.db.pending.values() for _, event in own]
        kiosk.pump()

        new_id = shop.mint()
        of = got.voucher if change == "another" else bought_voucher(new_id)

        def forge(one: Effect) -> tuple[Effect, ...]:
            match change, one:
                case "free", Spend():
                    return ()
                case "cheap", Spend():
                    return (replace(one, amount=1, spend_id=of),)
                case _, Spend():
                    return (replace(one, spend_id=of),)
                case "two", Issue():
                    return replace(one, voucher=of), replace(one, voucher=shop.mint())
                case _, Issue():
                    return (replace(one, voucher=of),)
                case _:
                    return (one,)

        effects = tuple(new for one in honest.effects for new in forge(one))
        facts = Redeemed(got.reward, of)
        self.check(
            chain, kiosk, asha, replace(honest, id=new_id, facts=facts, effects=effects, once=())
        )

    @pytest.mark.parametrize("known", [True, False])
    def test_more_coins_back_than_the_voucher_cost(
        self, chain: Chain, kiosk: Member, asha: str, known: bool
    ):
        shop = kiosk.shop
        of = voucher(shop, asha).voucher if known else shop.mint()
        kiosk.pump()
        forged = shop.event(
            "voucher_closed",
            VoucherClosed(of, "void", asha),
            member=asha,
            effects=(Restore(13, of, date(2027, 1, 1)),),
            once=(f"voucher:{of}",),
        )
        self.check(chain, kiosk, asha, forged)
