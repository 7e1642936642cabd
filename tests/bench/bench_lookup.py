"""Finding a member by card and by phone among 200,000, and by a misspelt name."""

import argparse
import json
import random
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter_ns

from app.domain.codes import mint_card
from app.domain.members import MemberState
from app.domain.profiles import Profile
from app.services.clocks import SetClock
from app.services.members import find, identify
from app.services.members.views import MemberView
from app.station import Station
from app.storage.rows import pack
from app.storage.vault import Admission
from tests.bench.bench_sale import member_id, open_shop, percentile

LOOKS = 2000
FIRST = ("Aarti", "Suresh", "Lakshmi", "Deepak", "Maria", "Jose", "Anita", "Ramesh", "Poonam")
LAST = ("Sharma", "Patel", "Reddy", "Santos", "Reyes", "Cruz", "Iyer", "Khan", "Das", "Garcia")


def fill(station: Station, members: int) -> list[str]:
    """Give the replica and the vault that many members with a card and a phone; return cards."""
    draw = random.Random(5)
    vault = station.vault
    cards, rows, finders = [], [], []
    admissions: list[Admission] = []
    for number in range(members):
        member = member_id(number)
        card = str(mint_card(draw.randbytes(16), "K2"))
        cards.append(card)
        name = f"{draw.choice(FIRST)} {draw.choice(LAST)} {draw.randrange(999)}"
        phone = f"+91{9_000_000_000 + number}"
        admissions.append(Admission(member, name, phone[3:]))
        profile = Profile(member, language="en", joined_on=datetime(2026, 1, 1, tzinfo=UTC).date())
        rows.append((member, 0, pack(MemberState(member)), pack(profile)))
        finders.append((vault.mac("card", card), member, "card"))
        finders.append((vault.mac("phone", phone), member, "phone"))
        if len(admissions) == 5000:
            vault.admit(*admissions)
            admissions.clear()
    vault.admit(*admissions)

    def write(tx: object) -> None:
        cursor = tx.cursor  # type: ignore[attr-defined]
        cursor.executemany(
            "INSERT INTO member (member, own_seq, state, profile) VALUES (?, ?, ?, ?)", rows
        )
        cursor.executemany("INSERT INTO finder (mac, member, kind) VALUES (?, ?, ?)", finders)

    station.db.writer.run(write)
    return cards


def main() -> None:
    """Measure and print microseconds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--members", type=int, default=200_000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    draw = random.Random(6)
    took: dict[str, list[float]] = {"card": [], "phone": [], "name": []}
    clock = SetClock(datetime(2026, 11, 20, 6, 0, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as folder, open_shop(Path(folder) / "s", clock) as station:
        cards = fill(station, asked.members)
        shop = station.shop
        find(shop, "9000000001")
        for _ in range(LOOKS):
            card = draw.choice(cards)
            began = perf_counter_ns()
            found = identify(shop, card)
            took["card"].append((perf_counter_ns() - began) / 1000)
            if not isinstance(found, MemberView):
                raise SystemExit(f"not found: {found}")
            phone = str(9_000_000_000 + draw.randrange(asked.members))
            began = perf_counter_ns()
            hits = find(shop, phone, limit=1)
            took["phone"].append((perf_counter_ns() - began) / 1000)
            if not hits:
                raise SystemExit(f"not found: {phone}")
        for _ in range(50):
            began = perf_counter_ns()
            find(shop, f"{draw.choice(('Arti', 'Laxmi', 'Dipak', 'Punam'))} {draw.choice(LAST)}")
            took["name"].append((perf_counter_ns() - began) / 1000)
    figures = {
        f"{what} {name}": round(percentile(values, share))
        for what, values in took.items()
        for name, share in (("p50 us", 0.5), ("p99 us", 0.99))
    }
    if asked.json:
        print(json.dumps(figures))
        return
    print(f"{asked.members} members; card and phone p99 limit 1000 us")
    for what, figure in figures.items():
        print(f"{what}: {figure}")


if __name__ == "__main__":
    main()
