"""What slips say of sales, returns and redemptions of a real shop, and what they never say."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.domain.bills import BillLine
from app.domain.slips import DOTS, Code, Divider, Row, Slip, Words
from app.hardware.receipt_picture import MARGIN, draw_slip
from app.services import members
from app.services.members import Enrolment, Welcome
from app.services.raffles import held_in
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.rewards import RewardRedeemed, redeem, rewards_of
from app.services.shop import Shop
from app.services.slips import language_of, reprinted, rows_slip, slip_of, trial_slip, voucher_slip
from app.services.voids import SaleUnknown, SaleVoided, undo_sale
from app.storage.prints import own_row
from tests.helpers.people import create, joined, opened
from tests.helpers.rewards import give, rewards_document
from tests.helpers.shops import STAFF, document_of, enrol, goods, new_station, number, sell


@dataclass
class Till:
    shop: Shop
    asha: str


@pytest.fixture
def till(tmp_path: Path):
    with new_station(tmp_path / "shop", document=rewards_document()) as station:
        yield Till(station.shop, enrol(station.shop))


def slip(shop: Shop, event: str, language: str = "en", **how: bool) -> Slip:
    found = slip_of(shop, event, language, **how)
    assert isinstance(found, Slip)
    return found


def lines(found: Slip) -> list[str]:
    """The slip as one reads it."""
    said = [found.mark] if found.mark else []
    for part in found.parts:
        match part:
            case Words(text=text):
                said.append(text)
            case Row(label=label, figure=figure):
                said.append(f"{label} | {figure}")
            case Code(number=code):
                said.append(f"[{code}]")
            case Divider():
                said.append("--")
    return said


def anchor(shop: Shop, event: str) -> str:
    with shop.db.cursor(None) as cursor:
        row = own_row(cursor, event)
    assert row is not None
    return f"Record {row.seq}: {row.hash.hex()[:4]} {row.hash.hex()[4:8]}"


def test_a_members_bill_with_everything_on_it(till: Till):
    give(till.shop, till.asha, 40)
    tea, oil = goods("Tea", 30_000), goods("Oil", 20_050, 2)
    sale = sell(till.shop, "B-7", tea, oil, member=till.asha, coins=20)
    assert lines(slip(till.shop, sale.sale)) == [
        "Test shop",
        "Till 1 · 15 June 2026, 11:00",
        "Bill B-7",
        "--",
        "Tea | ₹300.00",
        "2 × ₹200.50 Oil | ₹401.00",
        "--",
        "Total | ₹701.00",
        "Paid with 20 coins | -₹10.00",
        "To pay | ₹691.00",
        "--",
        "You got 31 coins: 1 for 100 +6, Welcome +25",
        "Your coins now | 51",
        "It is yours to take: Tea, 250 g",
        "--",
        anchor(till.shop, sale.sale),
        "Not a tax invoice",
    ]


def test_a_bill_by_amount_of_a_guest(till: Till):
    sale = sell(till.shop, "B-8", 126_400)
    said = lines(slip(till.shop, sale.sale))
    assert said[4] == "Total | ₹1,264.00"
    assert "No card yet? Ask at the counter: this bill could have brought coins." in said
    assert not any("coins now" in line for line in said)


def test_a_discount_of_the_till_is_a_line_of_its_own(till: Till):
    sale = sell(till.shop, "B-9", goods("Tea", 30_000), discount_minor=2_500)
    said = lines(slip(till.shop, sale.sale))
    assert said[4:8] == ["Tea | ₹300.00", "Discount | -₹25.00", "--", "Total | ₹275.00"]


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "REPRINT"), ("hi", "दोबारा छपा · REPRINT"), ("fil", "REPRINT")]
)
def test_printed_again_it_says_so(till: Till, language: str, mark: str):
    sale = sell(till.shop, "B-1", 5_000)
    first = slip(till.shop, sale.sale, language)
    again = slip(till.shop, sale.sale, language, reprint=True)
    assert (first.mark, again.mark, again.parts) == ("", mark, first.parts)


def test_an_undone_sale_says_that_it_does_not_count(till: Till):
    sale = sell(till.shop, "B-1", 50_000, member=till.asha)
    assert isinstance(undo_sale(till.shop, STAFF, sale.sale), SaleVoided)
    found = slip(till.shop, sale.sale, reprint=True)
    assert found.mark == "REPRINT · VOID: DOES NOT COUNT"
    assert not any("You got" in line for line in lines(found))


def test_a_return_says_what_became_of_money_and_coins(till: Till):
    sale = sell(till.shop, "B-2", goods("Tea", 50_000), member=till.asha)
    ask = ReturnAsk(till.shop.mint(), "R-1", sale.sale, ((0, 1000),))
    done = record_return(till.shop, STAFF, ask)
    assert isinstance(done, ReturnRecorded), done
    said = lines(slip(till.shop, ask.id))
    assert said[2] == "Return R-1"
    assert "1 × Tea from bill B-2 | ₹500.00" in said
    assert "Coins of the bill, taken back | -30" in said
    assert "Money back | ₹500.00" in said
    assert "Your coins now | 0" in said


def test_a_redemption_has_the_code_to_scan_and_the_ticket(till: Till):
    give(till.shop, till.asha, 60)
    done = redeem(till.shop, STAFF, till.asha, "tea", pickup=True)
    assert isinstance(done, RewardRedeemed)
    held = till.shop.state(till.asha).vouchers[0]
    found = slip(till.shop, done.event)
    said = lines(found)
    assert (found.kind, found.title) == ("voucher", "Tea, 250 g")
    assert "Tea, 250 g" in said
    assert f"[{held.number}]" in said
    assert "Exchanged for it | 50 coins" in said
    assert "Your coins now | 10" in said
    assert f"[{held.number}]" in lines(voucher_slip(till.shop, held, 7, "en", reprint=True))
    assert "Ticket 7" in lines(voucher_slip(till.shop, held, 7, "en"))


def test_nothing_personal_is_on_a_slip(tmp_path: Path):
    with new_station(tmp_path / "shop", document=rewards_document()) as station:
        member = joined(station.shop, "Lakshmi Iyer", "9876543210").member
        give(station.shop, member, 60)
        sale = sell(station.shop, "B-1", goods("Tea", 50_000), member=member)
        done = redeem(station.shop, STAFF, member, "tea")
        assert isinstance(done, RewardRedeemed)
        for event in (sale.sale, done.event):
            said = " ".join(lines(slip(station.shop, event)))
            for private in ("Lakshmi", "Iyer", "9876543210", "43210", member):
                assert private not in said


def test_a_sale_nobody_knows(till: Till):
    assert slip_of(till.shop, number("nothing"), "en") == SaleUnknown(number("nothing"))
    with till.shop.db.cursor(None) as cursor:
        (enrolled,) = cursor.execute("SELECT event_id FROM journal WHERE seq = 1").fetchone()
    assert slip_of(till.shop, enrolled, "en") == SaleUnknown(enrolled)


def test_the_language_is_the_members_where_the_shop_speaks_it(tmp_path: Path):
    (tmp_path / "shop").mkdir()
    create(tmp_path / "shop")
    with opened(tmp_path / "shop") as (_, shop, _):
        for language, printed in (("hi", "hi"), ("fil", "en")):
            welcome = members.enrol(shop, "", Enrolment(None, "Ravi", language, consent=True))
            assert isinstance(welcome, Welcome)
            sale = sell(shop, f"B-{language}", 50_000, member=welcome.view.member)
            assert language_of(shop, sale.sale) == printed
        assert language_of(shop, sell(shop, "B-9", 100).sale) == "en"


def test_rows_under_the_shops_name(till: Till):
    rows = (Row("Sales", "₹12,34,567.00"), Row("Bills", "214"))
    found = rows_slip(till.shop, "Day 12", rows, "en", anchor=(9, bytes(range(32))), reprint=True)
    assert found.kind == "day"
    assert lines(found) == [
        "REPRINT", "Test shop", "Till 1", "Day 12", "--", "Sales | ₹12,34,567.00", "Bills | 214",
        "--", "Record 9: 0001 0203",
    ]  # fmt: skip
    assert reprinted(found, "en").parts == found.parts
    assert trial_slip(till.shop, "hi").kind == "test"


GIFTS = """
[[gift]]
id = "tea"
title = { en = "Tea from 500" }
when = { minimum = "500.00" }
prize = { reward = "tea" }

[[gift]]
id = "tickets"
title = { en = "A ticket for every 100" }
per = "100.00"
prize = { raffle = "fair", tickets = 1 }

[[gift]]
id = "back"
title = { en = "5 back, and 2 coins" }
when = { minimum = "500.00" }
prize = { credit = "5.00", coins = 2 }

[[raffle]]
id = "fair"
title = { en = "Village fair" }
opens = 2026-06-01
closes = 2026-07-31
draws_on = 2026-08-05
mechanics = { en = "One for every 100." }

[[raffle.prize]]
id = "fan"
title = { en = "A fan" }
"""


def test_what_came_with_a_bill_is_on_its_slip(tmp_path: Path):
    document = rewards_document().replace("[shop]\n", "[shop]\nraffles = true\n", 1) + GIFTS
    with new_station(tmp_path / "shop", document=document) as station:
        shop = station.shop
        asha = enrol(shop)
        sale = sell(shop, "B-1", goods("Rice", 150_000), member=asha)
        said = lines(slip(shop, sale.sale))
        (tea,) = shop.state(asha).vouchers
        numbers = [one.number for one in held_in(shop, shop.state(asha), asha, "fair")]
        gift = said.index("Gift: Tea, 250 g")
        assert said[gift + 1 : gift + 3] == [f"[{tea.number}]", "Good until 25 June 2026"]
        (raffle,) = [line for line in said if line.startswith("Tickets for Village fair: ")]
        written, more = raffle.removeprefix("Tickets for Village fair: ").split(" and ")
        assert (len(written.split(", ")), more) == (12, "3 more")
        assert set(written.split(", ")) < set(numbers)
        assert len(numbers) == 15
        assert "Gift: ₹5" in said
        assert "Gift: 2 coins" in said
        assert "Your store credit now | ₹5.00" in said


CHALLENGES = """
[[challenge]]
id = "visits"
title = {{ en = "Come often" }}
count = "{count}"
target = {target}
window = "{window}"
prize = {{ coins = 5, expiry_months = 3 }}
"""


@pytest.mark.parametrize(
    ("count", "target", "window", "next_one"),
    [
        ("visits", "3", "week", "Come 2 more times and get 5 coins (until 21 June 2026)"),
        ("visits", "2", "ever", "Come once more and get 5 coins"),
        ("bills", "4", "ever", "Shop 3 more times and get 5 coins"),
        ("spend", '"100.00"', "ever", "Shop for ₹60 more and get 5 coins"),
        ("categories", "2", "ever", "Buy one more kind of goods and get 5 coins"),
    ],
)
def test_what_is_next_is_one_sentence(
    tmp_path: Path, count: str, target: str, window: str, next_one: str
):
    document = document_of() + CHALLENGES.format(count=count, target=target, window=window)
    with new_station(tmp_path / "shop", document=document) as station:
        tea = goods("Tea", 4_050, category="Tea")
        sale = sell(station.shop, "B-1", tea, member=enrol(station.shop))
        assert next_one in lines(slip(station.shop, sale.sale))


def test_a_reward_out_of_reach_says_what_is_missing(till: Till):
    give(till.shop, till.asha, 9)
    first = sell(till.shop, "B-1", 5_000, member=till.asha)
    assert "1 more coin: Once a month" in lines(slip(till.shop, first.sale))


def test_every_reduction_says_why(tmp_path: Path):
    document = rewards_document().replace(
        "threshold = 0\n", "threshold = 0\nmember_price = 10\n", 1
    )
    with new_station(tmp_path / "shop", document=document) as station:
        shop = station.shop
        asha = enrol(shop)
        give(shop, asha, 90)
        voucher = redeem(shop, STAFF, asha, "off")
        assert isinstance(voucher, RewardRedeemed)
        sale = sell(
            shop, "B-1", goods("Rice", 100_000), member=asha, vouchers=(voucher.voucher,), coins=50
        )
        said = lines(slip(shop, sale.sale))
        total = said.index("Total | ₹1,000.00")
        assert said[total + 1 : total + 5] == [
            "Silver price | -₹100.00",
            "Voucher: 50 off | -₹50.00",
            "Paid with 50 coins | -₹25.00",
            "To pay | ₹825.00",
        ]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory):
    """A demo shop of both countries, and in each a bill of long names and large amounts."""
    found = {}
    for programme, country in (("india-grocery", "IN"), ("philippines-sarisari", "PH")):
        folder = tmp_path_factory.mktemp(country)
        create(folder, programme)
        with opened(folder) as (_, shop, _):
            member = joined(shop, "Lakshmi").member
            give(shop, member, 9_999_999)
            long = "Venkatanarasimharajuvaripeta " * 2 + "नमकीन मिश्रण क्षत्रिय श्रृंगार " * 2
            lines = [goods(long + str(at), 99_999_999 * at, at) for at in range(1, 6)]
            lines.append(BillLine("kg", "Ñ" * 60, "", 1_234, 9_999_999))
            sale = sell(shop, "B-" + "9" * 30, *lines, member=member, coins=10_000)
            ask = ReturnAsk(shop.mint(), "R-" + "W" * 30, sale.sale, ((0, 1000), (4, 2000)))
            assert isinstance(record_return(shop, STAFF, ask), ReturnRecorded)
            reward = next(one.reward for one in rewards_of(shop, member) if one.fault is None)
            bought = redeem(shop, STAFF, member, reward.id, pickup=True)
            assert isinstance(bought, RewardRedeemed)
            found[country] = [
                slip(shop, event, language, reprint=True)
                for event in (sale.sale, ask.id, bought.event)
                for language in ("en", "hi", "fil")
            ]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("dots", DOTS.values())
@pytest.mark.parametrize("country", ["IN", "PH"])
def test_long_names_and_large_amounts_stay_on_the_paper(demo, country: str, dots: int):
    for found in demo[country]:
        image = Image.open(BytesIO(draw_slip(found, dots))).convert("L")
        body = image.crop((0, 80, dots, image.height))  # the mark of a reprint is a black band
        for edge in (
            (0, 0, MARGIN - 1, body.height),
            (dots - MARGIN + 1, 0, dots, body.height),
            (0, body.height - 1, dots, body.height),
        ):
            assert body.crop(edge).getextrema() == (255, 255), f"{found.kind} {found.title}"
