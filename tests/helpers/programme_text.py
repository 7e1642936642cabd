"""A programme's document for tests of reading it."""

from app.domain.programme import Programme
from app.wire.programmes import Fault, read_programme

GOOD = """\
effective_from = 2026-04-01

[shop]
name = { en = "Asha", hi = "आशा" }
country = "IN"
currency = "INR"
time_zone = "Asia/Kolkata"
day_starts = "04:00"
languages = ["en", "hi"]
numbering = "financial_year"
stores = ["Main", "Market"]

[coins]
value = "0.50"
expiry_months = 12

[coins.pay]
minimum = 20
share_percent = 50

[returns]
window_days = 15
clawback = "within_balance"

[earning]
stacking = "best"
exclude_categories = ["Tobacco"]
paydays = [1, 31]

[[earn]]
id = "base"
title = { en = "Base", hi = "मूल" }
coins = 1
per = "100.00"

[[earn]]
id = "evening"
title.en = "Evening"
title.hi = "शाम"
times = "1.5"
when = { weekdays = ["sat", "sun"], from = "17:00", until = "21:00" }
cap = { coins = 50, per = "day" }

[[earn]]
id = "welcome"
title = { en = "Welcome", hi = "स्वागत" }
coins = 25
expiry_months = 3
[earn.when]
first_purchase = true
minimum = "300"

[status]
per = "1.00"

[[tier]]
id = "silver"
name = { en = "Silver", hi = "सिल्वर" }
threshold = 0

[[tier]]
id = "gold"
name = { en = "Gold", hi = "गोल्ड" }
threshold = 25000
services = [
  { en = "Delivery", hi = "पहुँच" },
]

[consent]
version = "1"
text = { en = "I agree.", hi = "मैं सहमत हूँ।" }
marketing = { en = "Tell me.", hi = "मुझे बताएँ।" }
"""


def good(text: str = GOOD) -> Programme:
    programme = read_programme(text, "shop.toml")
    assert isinstance(programme, Programme), programme
    return programme


def faults(text: str) -> tuple[Fault, ...]:
    found = read_programme(text, "shop.toml")
    assert isinstance(found, tuple)
    return found
