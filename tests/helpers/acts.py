"""What happens at a till on any day, drawn at random, for what adds days up."""

from hypothesis import strategies as st

from app.services.returns import ReturnAsk
from app.services.rewards import RewardRedeemed, redeem
from app.services.sales import SaleRecorded
from app.services.shop import Shop
from app.services.voids import undo_sale, void_sale
from app.services.vouchers import claim_voucher
from tests.helpers.shops import STAFF, later
from tests.helpers.surveys import join
from tests.helpers.whole_shop import PEOPLE, Sold, WholeShop

ACTS = ["sell", "sell", "sell", "guest", "undo", "void", "return", "pay in", "void pay in",
        "cash out", "claim", "join", "give", "redeem", "pump", "hours", "day"]  # fmt: skip
SHELF = [("milk", "Dairy", 6_000), ("rice", "Staples", 33_333), ("tea", "Tea", 12_500)]
LINES = st.lists(st.tuples(st.sampled_from(SHELF), st.integers(1, 3)), min_size=1, max_size=2)


def act(whole: WholeShop, what: str, data: st.DataObject) -> None:
    """Do one thing in the shop, as far as the day allows it."""
    shop = whole.shop
    name = data.draw(st.sampled_from(PEOPLE))
    if what in {"sell", "guest", "undo"}:
        _sell(whole, "" if what == "guest" else name, data, undone=what == "undo")
    elif what in {"void", "return", "claim"}:
        _change(whole, what, name, data)
    elif what in {"pay in", "void pay in", "cash out"}:
        _money(whole, what, name, data)
    elif what == "join":
        join(shop, f"new {shop.mint()}")
    elif what == "give":
        whole.goodwill(name, data.draw(st.sampled_from([30, -10])))
    elif what == "redeem":
        _redeem(shop, whole.members[name], data)
    elif what == "pump":
        whole.station.pump()
    else:
        later(shop, **({"hours": 3} if what == "hours" else {"days": 1}))


def _sell(whole: WholeShop, name: str, data: st.DataObject, *, undone: bool) -> None:
    tender = data.draw(st.sampled_from(["", "", "coins", "credit"]))
    done = whole.sold(name, data.draw(LINES), tender, whole.moment(), data)
    if isinstance(done, SaleRecorded) and undone:
        undo_sale(whole.shop, STAFF, done.sale)
    elif isinstance(done, SaleRecorded):
        whole.sales[done.sale] = Sold(done.collect_minor)


def _change(whole: WholeShop, what: str, name: str, data: st.DataObject) -> None:
    if not whole.sales:
        return
    sale = whole.any_sale(data)
    if what == "void":
        void_sale(whole.shop, STAFF, whole.owner, sale)
    elif what == "return":
        whole.back(ReturnAsk(whole.shop.mint(), whole.number(), sale, ((0, 1000),)))
    else:
        whole.claim(name, data)


def _money(whole: WholeShop, what: str, name: str, data: st.DataObject) -> None:
    if what == "pay in":
        whole.pay_in(name, data.draw(st.sampled_from(["", "AGAIN", "START1600"])))
    elif what == "void pay in":
        whole.void_top_up(data)
    else:
        whole.cash_out(name, 1_000)


def _redeem(shop: Shop, member: str, data: st.DataObject) -> None:
    reward = data.draw(st.sampled_from([one.id for one in shop.programme.rewards]))
    done = redeem(shop, STAFF, member, reward)
    if isinstance(done, RewardRedeemed) and not done.given:
        claim_voucher(shop, STAFF, done.number)
