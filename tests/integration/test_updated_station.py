"""A station of a hub that was updated opens at once and sells, whatever the hub does."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.members import FOLD_VERSION, coins_on, coins_spent_on
from app.services.authority import NeedsNetwork
from app.services.pickups import handed_over_today
from app.services.sales import SaleOutcome, SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.vouchers import HandedOver, claim_voucher
from app.station import ShopInUseError, Station, open_station, read_shop
from app.station.examining import examine
from app.storage import failpoints, rows
from app.sync import background, snapshot_taking, snapshots
from app.sync.exchange import Answer, UnreachableError, UpdateNeededError
from app.wire.sync import Refusal, encode
from tests.helpers.chain import Chain, chain_in
from tests.helpers.exchange import NoNetwork
from tests.helpers.kills import OFFLINE, World, world_in
from tests.helpers.launched import until
from tests.helpers.rewards import bought, give, rewards_document, spendable
from tests.helpers.shops import STAFF, bill, enrol, number, sell
from tests.helpers.stations import tables_of
from tests.helpers.tree import ROOT
from tests.helpers.updated import OLD_FOLD, with_old_fold, with_old_tables

pytestmark = pytest.mark.slow

Update = Callable[[Path], None]
PROMISED = range(rows.OLDEST_FOLD_READ, FOLD_VERSION + 1)


class PowerCutError(Exception):
    """What an armed failpoint does here instead of killing the process."""


def cut() -> None:
    raise PowerCutError


@pytest.fixture
def asha() -> str:
    return number("member asha")


@pytest.fixture(autouse=True)
def old_fold_is_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The fold of the rows that `with_old_fold` makes is one that is still understood."""
    monkeypatch.setattr(rows, "OLDEST_FOLD_READ", OLD_FOLD)
    yield
    failpoints.arm("")


@pytest.fixture
def chain(tmp_path: Path, asha: str) -> Iterator[Chain]:
    """A hub with tills 1 and 2; Asha has 300 coins and one thing handed over to her at till 2."""
    with chain_in(tmp_path, "2", document=rewards_document() + OFFLINE) as chain:
        assert enrol(chain.shop("1"), "asha") == asha
        give(chain.shop("1"), asha, 400)
        chain.sync()
        handed = claim_voucher(chain.shop("2"), STAFF, bought(chain.shop("2"), asha).number)
        assert isinstance(handed, HandedOver)
        chain.sync()
        chain.close("2")
        yield chain


def without_hub(chain: Chain, update: Update) -> Station:
    """Till 2, updated, opened while the hub is away."""
    update(chain.folder / "2")
    chain.wires["2"].cut = True
    return chain.open("2")


def back(chain: Chain) -> None:
    chain.wires["2"].cut = False
    chain.sync("2", "1")


def unplug(chain: Chain) -> None:
    """Let till 2 end without a word to anybody."""
    chain.stations.pop("2")._opened.close()


def agree(chain: Chain) -> None:
    """Both tills have the same rows, in which nothing is wrong."""
    assert tables_of(chain.stations["2"].db) == tables_of(chain.stations["1"].db)
    assert not chain.stations["2"].db.stale
    assert [str(one) for one in examine(chain.folder / "2").findings] == []


def with_coins(shop: Shop, bill_number: str, member: str, coins: int) -> SaleOutcome:
    return record_sale(
        shop, STAFF, replace(bill(shop, bill_number, 200_000, member=member), coins=coins)
    )


both = pytest.mark.parametrize("update", [with_old_tables, with_old_fold])


# ---------------------------------------------------------------- while the hub is away


@both
def test_the_counter_opens_and_sells_and_folds_anew_when_the_hub_is_back(
    chain: Chain, asha: str, update: Update
):
    station = without_hub(chain, update)
    before = spendable(station.shop, asha)
    assert before == spendable(chain.shop("1"), asha) > 0
    sell(station.shop, "N-1", 123_000, member=asha)
    sell(station.shop, "N-2", 50_000)
    purchases = station.shop.state(asha).purchases
    assert purchases == 1
    assert station.db.stale
    back(chain)
    assert station.shop.state(asha).purchases == 1
    assert station.status().unsent == 0
    agree(chain)


@both
def test_opened_again_and_again_without_the_hub_it_sells_on(
    chain: Chain, asha: str, update: Update
):
    without_hub(chain, update)
    for at in range(3):
        chain.close("2")
        with pytest.raises(ShopInUseError), chain.open("2"):
            open_station(chain.folder / "2", chain.clock, background=False)
        station = chain.open("2")
        sell(station.shop, f"N-{at}", 100_000, member=asha)
        assert station.shop.state(asha).purchases == at + 1
    back(chain)
    agree(chain)


@both
def test_what_only_reads_reads_a_station_that_waits_for_its_hub(
    chain: Chain, asha: str, update: Update
):
    station = without_hub(chain, update)
    with read_shop(chain.folder / "2", chain.clock) as shop:
        assert shop.state(asha) == station.shop.state(asha)


@pytest.mark.parametrize("update", [with_old_fold, with_old_tables])
def test_what_examines_a_station_that_waits_for_its_hub_says_so(chain: Chain, update: Update):
    """To open it once is not enough: that was done."""
    without_hub(chain, update)
    chain.close("2")
    (found,) = examine(chain.folder / "2", NoNetwork()).findings
    assert found.what.startswith("it waits for its hub")
    assert "once its hub is reached" in found.advice
    assert "Open the counter once" not in found.advice


def test_what_was_handed_over_today_is_known_from_the_feed_at_hand(chain: Chain):
    before = handed_over_today(chain.open("2").shop)
    chain.close("2")
    assert len(before) == 1
    station = without_hub(chain, with_old_tables)
    assert handed_over_today(station.shop) == before


def test_rows_nobody_here_understands_wait_for_the_hub(
    chain: Chain, asha: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(rows, "OLDEST_FOLD_READ", OLD_FOLD + 1)
    with pytest.raises(UnreachableError):
        without_hub(chain, with_old_fold)
    chain.wires["2"].cut = False
    chain.open("2")
    chain.sync()
    agree(chain)


@pytest.mark.parametrize("version", PROMISED)
def test_a_row_of_every_fold_that_is_promised_is_read(version: int):
    """A new FOLD_VERSION adds a sample: a row of it, as it is kept."""
    state = rows.unpack_dated_state((ROOT / f"tests/data/member-fold-{version}.json").read_bytes())
    coins = coins_on(state, date(2026, 6, 27))
    assert (state.fold_version, coins.spendable, coins_spent_on(state, date(2026, 6, 27))) == (
        version, 421, 100,
    )  # fmt: skip
    assert (state.purchases, state.earned, len(state.vouchers)) == (4, 521, 2)


# ---------------------------------------------------------------- what may be spent meanwhile


def test_new_tables_alone_leave_what_may_be_spent_offline_as_it_was(chain: Chain, asha: str):
    station = without_hub(chain, with_old_tables)
    assert isinstance(with_coins(station.shop, "N-1", asha, 100), SaleRecorded)
    over = with_coins(station.shop, "N-2", asha, 1)
    assert over == NeedsNetwork(0, 0)
    back(chain)
    agree(chain)


@pytest.mark.parametrize("hub_is_away", [True, False])
def test_by_rows_of_an_older_fold_nothing_is_spent(chain: Chain, asha: str, hub_is_away: bool):
    station = without_hub(chain, with_old_fold)
    chain.wires["2"].cut = hub_is_away
    assert with_coins(station.shop, "N-1", asha, 10) == NeedsNetwork(only_hub=True)
    has = spendable(station.shop, asha)
    with pytest.raises(AssertionError):
        bought(station.shop, asha)
    assert spendable(station.shop, asha) == has
    assert isinstance(with_coins(station.shop, "N-1", asha, 0), SaleRecorded)
    back(chain)
    assert isinstance(with_coins(station.shop, "N-2", asha, 10), SaleRecorded)
    back(chain)
    agree(chain)


@both
def test_the_time_of_the_last_full_contact_waits_for_the_new_fold(
    chain: Chain, update: Update, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(snapshots, "SUFFIX", "-1.3.sqlite")
    station = without_hub(chain, update)
    noted = station.db.synced_ms
    chain.wires["2"].cut = False
    chain.later(hours=2)
    for act in (station.pump, lambda: station.hub.link.follow(0)):
        with pytest.raises(UpdateNeededError):
            act()
    assert station.db.synced_ms == noted


# ---------------------------------------------------------------- a hub of another version


@both
def test_a_hub_of_another_version_gets_the_sales_and_gives_nothing_before_its_update(
    chain: Chain, asha: str, update: Update, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as other_version:
        other_version.setattr(snapshots, "SUFFIX", "-1.3.sqlite")
        update(chain.folder / "2")
        station = chain.open("2")
        for at in range(3):
            sell(station.shop, f"N-{at}", 100_000, member=asha)
            with pytest.raises(UpdateNeededError, match="another version"):
                station.pump()
        status = station.status()
        assert (status.unsent, status.needs_update, status.online) == (0, True, True)
        assert with_coins(station.shop, "N-9", asha, 10) == NeedsNetwork(only_hub=True)
        # It looks at the name, and does not fetch the same file again and again.
        assert not [one for one in chain.wires["2"].asked if one.endswith(".sqlite")]
        chain.close("2")
        station = chain.open("2")
        assert station.shop.state(asha).purchases == 3
    chain.sync()
    assert not station.status().needs_update
    assert isinstance(with_coins(station.shop, "N-9", asha, 10), SaleRecorded)
    chain.sync()
    agree(chain)


class TooOld:
    """A hub that answers everything with: install the newer version."""

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:  # fmt: skip
        return Answer(426, encode(Refusal("version", "Install the newer Sikka here.")))

    def close(self) -> None:
        pass


@both
def test_a_hub_that_wants_a_newer_program_does_not_keep_the_counter_shut(
    chain: Chain, asha: str, update: Update
):
    update(chain.folder / "2")
    with Station(chain.folder / "2", chain.clock, background=False, exchange=TooOld()) as station:
        sell(station.shop, "N-1", 100_000, member=asha)
        assert station.status().needs_update
    chain.open("2")
    chain.sync()
    assert chain.shop("1").state(asha).purchases == 1
    agree(chain)


@both
def test_a_hub_put_back_meanwhile_gets_back_what_it_lost(chain: Chain, asha: str, update: Update):
    chain.open("2")
    chain.copy_hub("old.db")
    for till in ("1", "2"):
        sell(chain.shop(till), f"L-{till}", 100_000, member=asha)
    chain.sync()
    chain.close("2")
    station = without_hub(chain, update)
    chain.put_hub_back("old.db")
    sell(station.shop, "N-1", 100_000, member=asha)
    back(chain)
    chain.sync()
    assert chain.shop("1").state(asha).purchases == 3
    agree(chain)


# ---------------------------------------------------------------- the hub comes back


@both
def test_it_folds_anew_by_itself_and_sells_at_every_step(
    chain: Chain, asha: str, update: Update, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(background, "START_S", 0.01)
    monkeypatch.setattr(background, "RETRY_S", 0.01)
    update(chain.folder / "2")
    wire = chain.wires["2"]
    wire.cut = True
    sold: list[int] = []
    with Station(chain.folder / "2", chain.clock, background=True, exchange=wire) as station:
        sell(station.shop, "N-0", 100_000, member=asha)

        def at_a_step() -> None:
            # Another thread, as the counter's is: it waits for nothing but the step in hand.
            counter = threading.Thread(
                target=lambda: sell(station.shop, f"N-{len(sold) + 1}", 100_000, member=asha)
            )
            counter.start()
            counter.join()
            sold.append(station.shop.state(asha).purchases)
            if len(sold) < 4:
                failpoints.arm("snapshot.step", at_a_step)

        failpoints.arm("snapshot.step", at_a_step)
        wire.cut = False
        until(lambda: not station.db.stale and not station.db.pending)
        assert station.shop.trouble == ""
    assert sold == [2, 3, 4, 5]
    chain.open("2")
    chain.sync()
    assert chain.shop("1").state(asha).purchases == 5
    agree(chain)


# ---------------------------------------------------------------- cut short


@both
@pytest.mark.parametrize(
    "place", ["push.acknowledged", "snapshot.marked", "snapshot.step:1", "snapshot.step:5",
              "snapshot.taken"],
)  # fmt: skip
def test_cut_off_while_it_folds_anew_it_opens_without_the_hub(
    chain: Chain, asha: str, update: Update, place: str
):
    station = without_hub(chain, update)
    sell(station.shop, "N-1", 100_000, member=asha)
    chain.wires["2"].cut = False
    failpoints.arm(place, cut)
    with pytest.raises(PowerCutError):
        station.link.pump()
    failpoints.arm("")
    unplug(chain)
    chain.wires["2"].cut = True
    station = chain.open("2")
    sell(station.shop, "N-2", 100_000, member=asha)
    assert station.shop.state(asha).purchases == 2
    assert not snapshot_taking.is_unfinished(station.db)
    back(chain)
    agree(chain)


@both
def test_a_half_laid_snapshot_whose_file_is_gone_is_taken_anew(
    chain: Chain, asha: str, update: Update
):
    station = without_hub(chain, update)
    chain.wires["2"].cut = False
    failpoints.arm("snapshot.step:3", cut)
    with pytest.raises(PowerCutError):
        station.link.pump()
    failpoints.arm("")
    chain.wires["2"].cut = True
    unplug(chain)
    (chain.folder / "2" / snapshot_taking.LAYING).unlink()
    station = chain.open("2")
    sell(station.shop, "N-1", 100_000, member=asha)
    assert station.shop.state(asha).purchases == 1
    back(chain)
    agree(chain)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world_in(tmp_path_factory.mktemp("hub")) as made:
        made.trade("1", 20)
        yield made


@pytest.mark.process
@pytest.mark.parametrize("place", ["snapshot.marked", "snapshot.step:4", "snapshot.taken"])
def test_killed_while_it_folds_anew_it_opens_without_the_hub(world: World, place: str):
    world.settle()
    world.trade("1", 4)
    with_old_tables(world.folder / "2")
    world.dies(world.sell("2", 3, place))
    world.trade("2", 3, NoNetwork())
    world.check()
