"""A raffle over real files: the frozen list, the draw, the published proof."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.domain.facts import RaffleFrozen
from app.domain.members import coins_on
from app.hub import raffles as hub_raffles
from app.services.clocks import SetClock
from app.services.members import Enrolment, Welcome
from app.services.members import enrol as enrol_member
from app.services.raffle_proofs import NotDrawnYet, proof, shown, ticket_proof
from app.services.raffles import (
    DoesNotFit,
    NotFrozenYet,
    RaffleIsDrawn,
    RaffleUnknown,
    course_of,
    draw,
    held,
)
from app.services.staff import list_staff
from app.services.voids import NeedsApproval
from app.station import Station
from app.station.tending import ProgrammeCutsError
from app.storage import failpoints
from app.wire.events import decode
from tests.helpers.command import sikka
from tests.helpers.raffles import (
    RAFFLE,
    START,
    bought,
    document,
    give,
    owner,
    rich,
    take,
    to_the_draw,
)
from tests.helpers.shops import (
    document_of,
    enrol,
    merge,
    new_station,
    programme_in,
    sell,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", SetClock(START), document=document()) as opened:
        yield opened


def test_a_return_before_the_freeze_takes_tickets_and_after_it_does_not(station: Station):
    shop = station.shop
    asha = enrol(shop, "asha")
    give(shop, asha, "gift:g||1", 2)
    give(shop, asha, "gift:g||2", 3)
    station.pump()
    take(shop, asha, "gift:g||1")
    assert len(held(shop, asha, "pasko")) == 3
    to_the_draw(station)
    take(shop, asha, "gift:g||2")
    station.pump()
    assert len(held(shop, asha, "pasko")) == 3
    done = draw(shop, owner(shop), "pasko")
    assert isinstance(done, RaffleIsDrawn)
    assert [winner.member for winner in done.winners] == [asha]


def test_the_list_is_frozen_once_on_the_morning_of_the_draw(station: Station):
    shop = station.shop
    asha = rich(shop, "asha")
    bought(shop, asha, 5)
    assert draw(shop, owner(shop), "pasko") == NotFrozenYet(date(2027, 1, 6))
    to_the_draw(station)
    coins = coins_on(shop.state(asha), shop.moment().on).spendable
    booked = len(station.cell.rows_after(0, 1000))
    station.cell.end_day(date(2027, 1, 5))
    assert len(station.cell.rows_after(0, 1000)) == booked
    frozen = course_of(shop, "pasko").frozen
    assert frozen is not None
    assert frozen.tickets == 5
    granted = [one for one in shop.state(asha).awards if one.key.startswith("raffle:pasko|")]
    assert [gift.amount for award in granted for gift in award.gifts] == [7]
    assert coins > 0


def test_a_list_too_long_for_one_event_takes_several(
    station: Station, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(hub_raffles, "ENTRIES_PER_EVENT", 2)
    for at in range(5):
        give(station.shop, enrol(station.shop, f"member {at}"), f"gift:g||{at}", 1)
    to_the_draw(station)
    rows = [decode(row.body).facts for row in station.cell.rows_after(0, 1000)]
    assert [one.part for one in rows if isinstance(one, RaffleFrozen)] == [1, 2, 3]
    done = draw(station.shop, owner(station.shop), "pasko")
    assert isinstance(done, RaffleIsDrawn)
    assert len(done.winners) == 3


def test_drawing_twice_gives_the_same_winners_and_one_event(station: Station):
    shop = station.shop
    boss = owner(shop)
    for name in ("asha", "bina", "chitra", "dev"):
        bought(shop, rich(shop, name), 4)
    to_the_draw(station)
    assert draw(shop, "", "pasko") == NeedsApproval()
    first = draw(shop, boss, "pasko")
    second = draw(shop, boss, "pasko")
    station.pump()
    third = draw(shop, boss, "pasko")
    assert isinstance(first, RaffleIsDrawn)
    assert isinstance(second, RaffleIsDrawn)
    assert isinstance(third, RaffleIsDrawn)
    assert first.winners == second.winners == third.winners
    assert (first.again, second.again, third.again) == (False, True, True)
    assert len({winner.member for winner in first.winners}) == 3
    kinds = [decode(row.body).kind for row in station.cell.rows_after(0, 1000)]
    assert kinds.count("raffle_drawn") == 1


def test_a_merged_member_keeps_both_lots_of_tickets(station: Station):
    shop = station.shop
    asha, twin = enrol(shop, "asha"), enrol(shop, "twin")
    give(shop, asha, "goal:g|2026-12|1", 2)
    give(shop, twin, "goal:g|2026-12|1", 2)
    station.pump()
    merge(shop, asha, twin)
    to_the_draw(station)
    assert len(held(shop, asha, "pasko")) == 4
    done = draw(shop, owner(shop), "pasko")
    assert isinstance(done, RaffleIsDrawn)
    assert [winner.member for winner in done.winners] == [asha]


def test_another_secret_draws_nothing(station: Station):
    shop = station.shop
    boss = owner(shop)
    bought(shop, rich(shop, "asha"), 1)
    to_the_draw(station)
    shop.vault._secret = bytes(32)
    assert draw(shop, boss, "pasko") == DoesNotFit("secret.key")


def test_prizes_of_a_running_raffle_cannot_be_cut(station: Station):
    less = document(RAFFLE.replace("count = 2", "count = 1"))
    before = len(station.cell.rows_after(0, 1000))
    with pytest.raises(ProgrammeCutsError, match="2 times promised and would be 1"):
        station.publish(less, programme_in(less).id)
    gone = document_of()
    with pytest.raises(ProgrammeCutsError, match="cannot be taken out"):
        station.publish(gone, programme_in(gone).id)
    assert len(station.cell.rows_after(0, 1000)) == before
    more = document(RAFFLE.replace("count = 2", "count = 3"))
    station.publish(more, programme_in(more).id)
    assert station.shop.programme.raffles[0].prizes[0].count == 3


def test_the_published_file_is_checked_in_another_process(tmp_path: Path):
    folder = tmp_path / "shop"
    with new_station(folder, SetClock(START), document=document()) as station:
        shop = station.shop
        boss = owner(shop)
        asha = rich(shop, "asha")
        for name in ("bina", "chitra", "dev", "esha"):
            bought(shop, rich(shop, name), 4)
        mine = bought(shop, asha, 2)
        assert proof(shop, "pasko") == NotDrawnYet()
        to_the_draw(station)
        course = course_of(shop, "pasko")
        assert course.opened is not None
        assert course.frozen is not None
        draw(shop, boss, "pasko")
        station.pump()
        text = proof(shop, "pasko")
        one = ticket_proof(shop, "pasko", mine.numbers[0].lower())
    assert isinstance(text, str)
    assert isinstance(one, str)
    assert asha not in text
    file, ticket = tmp_path / "proof.json", tmp_path / "ticket.json"
    file.write_text(text, encoding="utf-8")
    ticket.write_text(one, encoding="utf-8")
    hung = ("--seed-hash", course.opened.seed_hash, "--root", course.frozen.root)
    good = sikka("raffle", "verify", file, *hung)
    assert good.code == 0, good.err
    assert "18 tickets" in good.out
    assert "everything holds" in good.out
    assert sikka("raffle", "verify", ticket, "--root", course.frozen.root).code == 0
    broken = json.loads(text)
    drawn = broken["winners"][0]
    drawn[1] = next(number for number, *_ in broken["tickets"] if number != drawn[1])
    file.write_text(json.dumps(broken), encoding="utf-8")
    bad = sikka("raffle", "verify", file)
    assert bad.code == 1
    assert "does not hold" in bad.err


def test_the_command_line_leads_from_the_ticket_to_the_sheet(tmp_path: Path):
    folder = tmp_path / "shop"
    with new_station(folder, SetClock(START), document=document()) as station:
        owner(station.shop)
        asked = Enrolment("9876543210", "Asha Rao", "en", consent=True)
        welcome = enrol_member(station.shop, "", asked)
        assert isinstance(welcome, Welcome)
        sell(station.shop, "B-1", 400_000, member=welcome.view.member)
        bought(station.shop, welcome.view.member, 2)
        to_the_draw(station)
        draw(station.shop, list_staff(station.shop)[0].id, "pasko")
        draw_shown = shown(station.shop, "pasko")
    assert not isinstance(draw_shown, NotDrawnYet | RaffleUnknown)
    assert [one.first_name for one in draw_shown.winners] == ["Asha"]
    assert "987654" not in draw_shown.winners[0].phone_masked
    listed = sikka("raffle", "list", "--data", folder)
    assert listed.code == 0, listed.err
    assert "1 winners" in listed.out
    assert sikka("rebuild", "--data", folder).code == 0
    assert sikka("raffle", "list", "--data", folder).out == listed.out
    examined = sikka("doctor", "--data", folder)
    assert examined.code == 0, examined.err
    tickets = sikka("raffle", "tickets", "Asha Rao", "--data", folder)
    assert "pasko: 2 tickets" in tickets.out, tickets.err
    out = tmp_path / "proof.json"
    assert sikka("raffle", "publish", "pasko", "--out", out, "--data", folder).code == 0
    assert "Asha" not in out.read_text(encoding="utf-8")
    sheet = tmp_path / "winners.pdf"
    done = sikka("raffle", "sheet", "pasko", "--out", sheet, "--data", folder)
    assert done.code == 0, done.err
    assert sheet.read_bytes().startswith(b"%PDF")
    unknown = sikka("raffle", "publish", "none", "--out", out, "--data", folder)
    assert unknown.code == 2
    assert "raffle list" in unknown.err


class PulledPlugError(Exception):
    """Stands for a power cut between two transactions of a freeze."""


@pytest.mark.parametrize("stop_at", [1, 2, 3, 4, 5, 6])
def test_a_freeze_stopped_between_two_steps_goes_on_there(
    station: Station, monkeypatch: pytest.MonkeyPatch, stop_at: int
):
    """Two accounts and two members' thanks a step; a ticket given meanwhile counts or does not."""
    monkeypatch.setattr(hub_raffles, "ACCOUNTS_AT_ONCE", 2)
    monkeypatch.setattr(hub_raffles, "THANKS_AT_ONCE", 2)
    names = [f"member {at}" for at in range(5)]
    for name in names:
        give(station.shop, enrol(station.shop, name), f"gift:g||{name}", 1)
    steps = 0

    def reach(name: str) -> None:
        nonlocal steps
        steps += name == "freeze.step"
        if steps == stop_at:
            steps += 1
            raise PulledPlugError

    with monkeypatch.context() as plug:
        plug.setattr(failpoints, "reach", reach)
        with pytest.raises(PulledPlugError):
            to_the_draw(station)
    give(station.shop, enrol(station.shop, "late"), "gift:g||late", 1)
    station.pump()
    to_the_draw(station)
    frozen = [
        one
        for row in station.cell.rows_after(0, 1000)
        if isinstance(one := decode(row.body).facts, RaffleFrozen)
    ]
    assert len(frozen) == 1
    taking_part = {entry.member for entry in frozen[0].entries}
    thanked = [
        decode(row.body).member
        for row in station.cell.rows_after(0, 1000)
        if b'"raffle:pasko|2027-01-06|part"' in row.body
    ]
    assert sorted(thanked) == sorted(taking_part)
    assert len(taking_part) >= len(names)


def test_a_ticket_taken_back_while_the_accounts_are_read_does_not_take_part(
    station: Station, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(hub_raffles, "ACCOUNTS_AT_ONCE", 1)
    shop = station.shop
    members = [enrol(shop, f"member {at}") for at in range(3)]
    for member in members:
        give(shop, member, f"gift:g||{member}", 1)
    station.pump()
    first = min(members)

    def reach(name: str) -> None:
        if name == "freeze.step" and shop.state(first).awards:
            take(shop, first, f"gift:g||{first}")
            station.link.pump()

    monkeypatch.setattr(failpoints, "reach", reach)
    to_the_draw(station)
    frozen = course_of(shop, "pasko").frozen
    assert frozen is not None
    assert frozen.tickets == 2
