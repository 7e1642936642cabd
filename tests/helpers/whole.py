"""A programme document that promises everything at once, in a few variants."""

from typing import NamedTuple

from tests.helpers.shops import document_of

PROMISES = """
[credit]
minimum = "50.00"
maximum = "5000.00"
cash_out = true
[[credit.offer]]
id = "first"
title = { en = "Pay 1,000, get 1,600" }
code = "START1600"
pay = "1000.00"
get = "1600.00"
expiry_months = 3

[[credit.offer]]
id = "again"
title = { en = "Pay 500, get 550" }
code = "AGAIN"
pay = "500.00"
get = "550.00"
first_only = false

[[cashback]]
id = "dairy"
title = { en = "Back on dairy" }
percent = "2.5"
when = { categories = ["Dairy"] }
cap = "20.00"
expiry_months = 2

[calendar]
closed_weekdays = ["sun"]

[[challenge]]
id = "two-days"
title = { en = "Two days a week" }
count = "visits"
target = 2
window = "week"
repeat = true
prize = { coins = 10, expiry_months = 1 }

[[challenge]]
id = "six-milk"
title = { en = "Six of dairy a month" }
count = "units"
target = @units@
when = { categories = ["Dairy"] }
window = "month"
repeat = true
prize = { coins = 15 }

[[challenge]]
id = "shelves"
title = { en = "Three shelves in one season" }
count = "categories"
target = 3
dates = ["2026-06-01", "2026-07-31"]
requires = ["two-days"]
prize = { credit = "25.00" }

[[challenge]]
id = "every-three"
title = { en = "Every third bill from 100" }
count = "bills"
target = 3
repeat = true
when = { minimum = "100.00" }
prize = { reward = "tea" }

[[badge]]
id = "regular"
title = { en = "Regular" }
count = "visits"
targets = [1, 3, 6]

[[badge]]
id = "doer"
title = { en = "Doer" }
count = "goals"
targets = [1, 3]

[[badge]]
id = "critic"
title = { en = "Critic" }
count = "reviews"
targets = [1, 2]

[[badge]]
id = "asked"
title = { en = "Asked" }
count = "surveys"
targets = [1, 2]

[[badge]]
id = "host"
title = { en = "Host" }
count = "referrals"
targets = [1]

[[milestone]]
id = "spent"
title = { en = "Spent" }
count = "spend"
targets = ["1500.00", "6000.00"]
prizes = [{ coins = 20 }, { coins = 60 }]

[[streak]]
id = "weekly"
title = { en = "Weekly" }
targets = [2, 3]
prizes = [{ coins = 7 }, { coins = 9 }]

[[streak]]
id = "daily"
title = { en = "Daily" }
unit = "day"
targets = [2]
prize = { coins = 2 }

[reviews]
coins = 3
limit = 2

[[gift]]
id = "basket"
title = { en = "Tea with a bill from 500" }
when = { minimum = "500.00" }
prize = { reward = "tea" }
cap = { times = 2, per = "month" }

[[gift]]
id = "each"
title = { en = "Coins and tickets for every 250" }
per = "250.00"
prize = { coins = 2, credit = "1.00", raffle = "draw", tickets = 1 }
cap = { times = 2, per = "day" }

[[reward]]
id = "tea"
title = { en = "Tea" }
kind = "item"
coins = 50
skus = ["tea"]
valid_days = 20

[[reward]]
id = "off"
title = { en = "20 off" }
kind = "fixed"
value = "20.00"
coins = 15
valid_days = 10

[[reward]]
id = "tenth"
title = { en = "A tenth off dairy" }
kind = "percent"
value = 10
coins = 10
categories = ["Dairy"]
limit = { times = 2, per = "month" }

[[reward]]
id = "last"
title = { en = "Two are left" }
kind = "service"
coins = 12
stock = 2

[[reward]]
id = "wallet"
title = { en = "10 of credit" }
kind = "credit"
value = "10.00"
coins = 20

[[reward]]
id = "chance"
title = { en = "Two tickets" }
kind = "tickets"
raffle = "draw"
value = 2
coins = 8

[[promo]]
id = "shared"
title = { en = "Shared" }
kind = "percent"
value = 10
code = "SHARED"
limit = 6
member_limit = 2
members_only = false

[[promo]]
id = "leaflet"
title = { en = "Leaflet" }
kind = "fixed"
value = "20.00"
code = "LEAF"
batch = 3
members_only = false

[referral]
referrer = { coins = 30, expiry_months = 6 }
friend = { coins = 15, expiry_months = 6 }
minimum = "50.00"
limit = 2

[[survey]]
id = "fruit"
version = 1
kind = "quiz"
title = { en = "Fruit quiz" }
coins = 2
coins_right = 3
least_seconds = 5

[[survey.question]]
id = "mango"
text = { en = "Mango?" }
options = [{ id = "a", text = { en = "A" }, right = true }, { id = "b", text = { en = "B" } }]

[[survey]]
id = "poll"
version = 1
kind = "poll"
title = { en = "Which shelf?" }
coins = 1

[[survey.question]]
id = "pick"
text = { en = "Pick one" }
options = [{ id = "rice", text = { en = "Rice" } }, { id = "dal", text = { en = "Dal" } }]

[[greeting]]
id = "yearly"
occasion = "anniversary"
title = { en = "Another year" }
note = { en = "Thank you." }
prize = { coins = 5 }

[[raffle]]
id = "draw"
title = { en = "Draw" }
opens = 2026-06-01
closes = 2026-07-10
draws_on = 2026-07-15
permit = "DTI-1"
mechanics = { en = "Two coins a ticket." }
ticket_coins = 2
ticket_limit = 8
coins_for_part = 3

[[raffle.prize]]
id = "rice"
title = { en = "Rice" }
"""


class Variant(NamedTuple):
    """What differs between the shops: claw-back, return window, how long coins live and wait."""

    clawback: str = "allow_negative"
    window_days: int = 15
    expiry_months: int = 3
    pending_days: int = 0
    member_price: int = 0
    units: int = 6

    @property
    def document(self) -> str:
        """The whole programme document."""
        text = document_of(self.clawback).replace("[shop]", "[shop]\nraffles = true", 1)
        changes = {
            "window_days = 15": f"window_days = {self.window_days}",
            "expiry_months = 3\nmonth_end": f"expiry_months = {self.expiry_months}\nmonth_end",
            "pending_days = 0": f"pending_days = {self.pending_days}",
            "grace_days = 15": f"grace_days = 15\nmember_price = {self.member_price or 1}",
            "threshold = 5000": "threshold = 3000",
        }
        for old, new in changes.items():
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text + PROMISES.replace("@units@", str(self.units))
