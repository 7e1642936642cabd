"""A member enrols or is erased at a hub's till in a process of its own, to be killed.

Run as `python -m tests.helpers.hub_people FOLDER FAILPOINT enrol NAME PHONE`, or with
`erase MEMBER OWNER`.
"""

import sys
from pathlib import Path

from app.services.clocks import SystemClock
from app.services.erasing import MemberErased, erase
from app.services.members import Enrolment, Welcome, enrol
from app.station import open_station
from tests.helpers.till import acknowledge


def main() -> None:
    """Do it, send it, and say so."""
    folder, failpoint, what, one, other = sys.argv[1:]
    with open_station(
        Path(folder), SystemClock(), background=False, failpoint=failpoint
    ) as station:
        if what == "enrol":
            welcome = enrol(station.shop, "", Enrolment(other, one, "en", consent=True))
            assert isinstance(welcome, Welcome), welcome
        else:
            assert isinstance(erase(station.shop, other, "", one), MemberErased)
        acknowledge("done")


if __name__ == "__main__":
    main()
