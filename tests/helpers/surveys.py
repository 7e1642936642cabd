"""A shop whose members are asked things."""

from pathlib import Path

from app.services.clocks import SetClock
from app.services.members import Enrolment, Welcome, enrol
from app.services.shop import Shop
from app.services.staff import StaffSaved, set_staff
from app.station import Station
from tests.helpers.shops import MORNING, document_of, new_station

SURVEYS = """
[[survey]]
id = "join"
version = 1
title = { en = "As you join" }
sign_up = true
coins = 10
least_seconds = 5

[[survey.question]]
id = "from"
text = { en = "From where?" }
options = [{ id = "near", text = { en = "Near" } }, { id = "far", text = { en = "Far" } }]

[[survey.question]]
id = "wish"
text = { en = "A wish?" }
kind = "text"
needed = false

[[survey]]
id = "fruit"
version = 2
kind = "quiz"
title = { en = "Fruit quiz" }
coins = 2
coins_right = 3

[[survey.question]]
id = "mango"
text = { en = "Mango?" }
options = [{ id = "a", text = { en = "A" }, right = true }, { id = "b", text = { en = "B" } }]

[[survey.question]]
id = "guava"
text = { en = "Guava?" }
options = [{ id = "a", text = { en = "A" } }, { id = "b", text = { en = "B" }, right = true }]

[[survey]]
id = "shelf"
version = 1
kind = "poll"
title = { en = "Which shelf?" }
tiers = ["silver", "gold"]

[[survey.question]]
id = "pick"
text = { en = "Pick one" }
options = [{ id = "rice", text = { en = "Rice" } }, { id = "dal", text = { en = "Dal" } }]

[[survey]]
id = "after"
version = 1
title = { en = "How was it?" }
after_days = 2
categories = ["Staples"]
coins = 4

[[survey.question]]
id = "again"
text = { en = "Again?" }
kind = "nps"

[[survey]]
id = "later"
version = 1
title = { en = "Not yet" }
dates = ["2026-07-01", "2026-07-31"]

[[survey.question]]
id = "ok"
text = { en = "OK?" }
kind = "yes_no"

[guards]
card_bills = 3
staff_bills = 4
staff_share = 50
voids = 1
claims = 1
quick_claims = 2
goodwill = 100
"""


def survey_station(folder: Path, clock: SetClock | None = None) -> Station:
    """Open a new shop with surveys and tight guards."""
    return new_station(folder, clock or SetClock(MORNING), document=document_of() + SURVEYS)


def owner(shop: Shop) -> str:
    """Make the owner, who may approve; return the id."""
    saved = set_staff(shop, "", "Asha Rao", "owner", pin="4826")
    assert isinstance(saved, StaffSaved)
    return saved.staff.id


def join(shop: Shop, name: str = "Ravi") -> str:
    """Enrol a member with a key of their own; return the id."""
    welcome = enrol(shop, "", Enrolment(None, name, "en", consent=True, old_number=f"old-{name}"))
    assert isinstance(welcome, Welcome), welcome
    return welcome.view.member
