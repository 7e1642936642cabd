"""What a member has not been shown yet, and how a bill moved them forward.

Everything here follows from the member's own state and the marks of what was shown before; a
moment gives nothing, it only shows.
"""

from app.domain.moments.celebrations import (
    AimBar,
    BadgeWon,
    FirstVisit,
    GoalFilled,
    GoalMoved,
    LastBill,
    Moment,
    NextReward,
    OwnersNote,
    SinceLastTime,
)
from app.domain.moments.gains import (
    CoinsTold,
    coins_told,
    since_last_time,
    since_sale,
    unseen_bills,
    watermarks,
)
from app.domain.moments.news import (
    NOTES_AT_ONCE,
    badges_won,
    goal_filled,
    latest,
    notes_of_goals,
)

__all__ = [
    "NOTES_AT_ONCE",
    "AimBar",
    "BadgeWon",
    "CoinsTold",
    "FirstVisit",
    "GoalFilled",
    "GoalMoved",
    "LastBill",
    "Moment",
    "NextReward",
    "OwnersNote",
    "SinceLastTime",
    "badges_won",
    "coins_told",
    "goal_filled",
    "latest",
    "notes_of_goals",
    "since_last_time",
    "since_sale",
    "unseen_bills",
    "watermarks",
]
