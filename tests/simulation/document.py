"""The programme of the simulated shops: small, and with something of everything that travels."""

from tests.helpers.shops import document_of

OFFLINE_COINS = 40
OFFLINE_HOURS = 72
OFFLINE_STATION_COINS = 100
OFFLINE_CREDIT_MINOR = 4_000
OFFLINE_STATION_CREDIT_MINOR = 10_000
STOCK = 3

PROMISES = """
[offline]
coins_per_member = @coins@
coins_per_station = @station_coins@
credit_per_member = "@credit@"
credit_per_station = "@station_credit@"
hours = @hours@

[credit]
minimum = "50.00"
maximum = "5000.00"
cash_out = true

[[challenge]]
id = "every-three"
title = { en = "Every third bill from 100" }
count = "bills"
target = 3
repeat = true
when = { minimum = "100.00" }
prize = { coins = 12 }

[[badge]]
id = "regular"
title = { en = "Regular" }
count = "visits"
targets = [1, 3, 6]

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
id = "last"
title = { en = "Three are left" }
kind = "service"
coins = 12
stock = @stock@

[[reward]]
id = "wallet"
title = { en = "10 of credit" }
kind = "credit"
value = "10.00"
coins = 20

[[promo]]
id = "leaflet"
title = { en = "Leaflet" }
kind = "fixed"
value = "20.00"
code = "LEAF"
batch = 6
members_only = false

[[survey]]
id = "poll"
version = 1
kind = "poll"
title = { en = "Which shelf?" }
coins = 3

[[survey.question]]
id = "pick"
text = { en = "Pick one" }
options = [{ id = "rice", text = { en = "Rice" } }, { id = "dal", text = { en = "Dal" } }]
"""


def document() -> str:
    """The whole programme document."""
    values = {
        "hours": str(OFFLINE_HOURS),
        "coins": str(OFFLINE_COINS),
        "station_coins": str(OFFLINE_STATION_COINS),
        "credit": f"{OFFLINE_CREDIT_MINOR / 100:.2f}",
        "station_credit": f"{OFFLINE_STATION_CREDIT_MINOR / 100:.2f}",
        "stock": str(STOCK),
    }
    text = PROMISES
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return document_of().replace("floor = 100\n", "") + text
