"""Challenges, badges and milestones: what counts towards them, and what is reached."""

from app.domain.goals.counting import Goals, act_progress, progress_of
from app.domain.goals.reaching import Gained, Lost, changes

__all__ = ["Gained", "Goals", "Lost", "act_progress", "changes", "progress_of"]
