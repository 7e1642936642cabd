"""Since when there is no connection, on the clock of the shop."""

from datetime import UTC, date, datetime

import pytest

from app.domain.money import Money
from app.ui.connection_sentences import ConnectionInputs, when

MANILA = 8 * 60


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        (22, 15, "11:05 ng gabi"),
        (22, 16, "12:05 ng umaga"),  # after midnight, the business day goes on
        (21, 15, "yesterday, 11:05 ng gabi"),
    ],
)
def test_hours_of_one_night_need_no_day(day: int, hour: int, said: str):
    inputs = ConnectionInputs(
        Money("PHP"), today=date(2026, 11, 22), offset_min=MANILA, language="fil"
    )
    at = datetime(2026, 11, day, hour, 5, tzinfo=UTC)
    assert when(inputs, int(at.timestamp() * 1000)) == said
