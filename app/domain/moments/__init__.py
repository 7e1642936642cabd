"""What a member has not been shown yet, and how a bill moved them forward.

Everything here follows from the member's own state and the marks of what was shown before; a
moment gives nothing, it only shows.
"""

from app.domain.moments.kinds import (
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
from app.domain.moments.news import badges_won, goal_filled, notes_of_goals
from app.domain.moments.since import since_last_time, unseen_bills, watermarks

__all__ = [
    "AimBar",
    "BadgeWon",
    "FirstVisit",
    "GoalFilled",
    "GoalMoved",
    "LastBill",
    "Moment",
    "NextReward",
    "OwnersNote",
    "SinceLastTime",
    "badges_won",
    "goal_filled",
    "notes_of_goals",
    "since_last_time",
    "unseen_bills",
    "watermarks",
]
